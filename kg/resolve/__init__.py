"""Whom an article means → the one actor that the graph knows, by the registry and by decisions of people."""

from __future__ import annotations

from collections.abc import Iterable

from kg.gazetteer import Gazetteer
from kg.model import ArticleFacts
from kg.resolve.actors import canonical_ids, renamed
from kg.resolve.judgements import Judgement

__all__ = ["resolve"]


def resolve(facts: ArticleFacts, gazetteer: Gazetteer, judgements: Iterable[Judgement] = ()) -> ArticleFacts:
    """The facts with every actor under its canonical id; the same facts where nothing is to be changed.

    An actor that only the article knows becomes one of the registry where exactly one entry of its kind has its name,
    or where a person judged both the same; a person's "different" keeps them apart.
    """
    same = canonical_ids(facts.actors, gazetteer, tuple(judgements))
    return renamed(facts, same, gazetteer) if same else facts
