"""What stands behind the noun of an organisation as its name: "Diskonter Halm", "die Stiftung Flussbett"."""

from __future__ import annotations

from kg.lang.nouns import Groups, Organisations
from kg.model import ActorKind
from kg.recognise.described import Described
from kg.recognise.nameshapes import is_day
from kg.recognise.scan import Scan

__all__ = ["MEDIA", "called_by_noun", "one_named"]

MEDIA = frozenset({ActorKind.MEDIA_ORGANISATION, ActorKind.NEWS_AGENCY})
_WORDS = frozenset({"NE", "NN", "FM", "XY"})


def one_named(scan: Scan, phrase: Described) -> bool:
    """As in "sagte Diskonter Halm": a noun that may be of one or several, and one name right behind it."""
    name = phrase.head + 1
    if phrase.first < phrase.head or all(reading.plural for reading in phrase.sense.readings):
        return False
    if name + 1 >= len(scan.tokens) or scan.joined(name + 1, "and") or scan.tokens[name + 1].form == ",":
        return False
    token = scan.tokens[name]
    again = token.tag == "NN" and token.form == token.lemma and not scan.common_noun(name)
    return again and sum(other.form == token.form for other in scan.capitals) > 1


def called_by_noun(scan: Scan, phrase: Described, row: Organisations | Groups) -> bool:
    """As in "die Stiftung Flussbett", "das Magazin Bergsteiger": a common noun as it is listed, without an article,
    right behind the noun of a body that takes names."""
    place = phrase.head + 1
    if not isinstance(row, Organisations) or place + 1 >= len(scan.tokens) or not phrase.definite:
        return False
    token, behind, sense = scan.tokens[place], scan.tokens[place + 1], scan.senses.get(place)
    takes = row.kind in MEDIA or scan.tokens[phrase.head].form in row.leading
    listed = token.form == token.lemma and not (sense is not None and any(r.plural for r in sense.readings))
    noun = token.tag == "NN" and token.form[0].isupper() and listed and not is_day(scan, token.form)
    return takes and noun and not (behind.form[0].isupper() and behind.tag in _WORDS)
