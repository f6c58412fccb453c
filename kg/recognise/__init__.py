"""recognise: an analysed text to mentions of actors, places, dates and quantities."""

from __future__ import annotations

from kg.gazetteer import Gazetteer
from kg.lang import Language
from kg.model import Mentions, Text
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
    return Mentions(
        actors=actor_mentions(scan, text.article.reference),
        places=place_mentions(scan),
        dates=dates,
        quantities=quantity_mentions(text, dates, language),
    )
