"""Facts of a graph against gold facts, per kind: the figures behind the quality gate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kg.evaluate.found import found_articles
from kg.evaluate.gold import Gold, read_gold
from kg.evaluate.names import Names
from kg.evaluate.scoring import Score
from kg.evaluate.tally import Figures
from kg.gazetteer import Gazetteer
from kg.store import Store

__all__ = ["Evaluation", "Figures", "Gold", "Names", "evaluate", "read_gold"]


class Evaluation(NamedTuple):
    """What an evaluation says."""

    figures: Figures
    """By name, in a fixed order: "statements", "speaker", "joint", "stance" …"""
    errors: tuple[str, ...]
    """What was missed, wrong or extra, one line each, in the order of the gold."""


def evaluate(store: Store, texts: Mapping[str, str], golds: Iterable[Gold], *, gazetteer: Gazetteer) -> Evaluation:
    """The figures of the graph in `store` against gold facts.

    `texts` has the text of each article by identifier, the one that the offsets in the graph index. A found statement
    is a gold one of the same article where the characters of their contents overlap with Jaccard ≥ 0.5; a claim where
    kind, roles and number agree and the evidence overlaps; an agreement where the parties agree. KeyError where a gold
    article has no text.
    """
    names = Names(gazetteer)
    articles = found_articles(store, names)
    score = Score(names)
    for gold in golds:
        score.add(gold, texts[gold.identifier], articles.get(gold.identifier))
    return Evaluation(score.figures(), tuple(score.errors))
