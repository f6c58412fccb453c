"""recognise: an analysed text to mentions of actors, places, dates and quantities."""

from __future__ import annotations

from collections.abc import Iterable

from kg.gazetteer import Gazetteer
from kg.lang import Language
from kg.model import Actor, ActorMention, Mentions, Text
from kg.recognise.actors import actor_mentions
from kg.recognise.dates import date_mentions
from kg.recognise.lexicon import lexicon_of
from kg.recognise.places import place_mentions
from kg.recognise.quantities import quantity_mentions
from kg.recognise.scan import scanned

__all__ = ["recognise"]


def recognise(text: Text, language: Language, gazetteer: Gazetteer) -> Mentions:
    """All that the text mentions, each kind in the order of the text; dates count from the article's reference day."""
    scan = scanned(text, lexicon_of(language, gazetteer))
    dates = date_mentions(text, language)
    actors = actor_mentions(scan, text.article.reference)
    return Mentions(
        actors=actors,
        places=place_mentions(scan),
        dates=dates,
        quantities=quantity_mentions(text, dates, language),
        behind=_behind(actors, gazetteer),
    )


def _behind(mentions: Iterable[ActorMention], gazetteer: Gazetteer) -> tuple[Actor, ...]:
    """The actors of the registry for whom those of some mentions act, themselves not among these."""
    named = {mention.actor.id: mention.actor for mention in mentions}
    found: dict[str, Actor] = {}
    for actor in named.values():
        above = gazetteer.actors.get(actor.acts_for or "")
        while above is not None and above.id not in found.keys() | named.keys():
            found[above.id] = above
            above = gazetteer.actors.get(above.acts_for or "")
    return tuple(found.values())
