"""Several organisations behind one noun of many: "die Zeitungen Halmer Bote und Kranzblatt", "die Sender A und B"."""

from __future__ import annotations

from typing import NamedTuple

from kg.lang.nouns import Groups, Offices, Organisations, Titles
from kg.model import Actor, ActorKind, ActorMention, MentionForm
from kg.recognise.described import Described
from kg.recognise.nameshapes import is_day
from kg.recognise.organisations import MEDIA, known_body, quoted_name
from kg.recognise.scan import Scan
from kg.recognise.unknown import unknown

__all__ = ["organisations_at"]

_WORDS = frozenset({"NE", "NN", "FM", "XY"})
_LONGEST = 4
"""How many words a title has at most."""
_MOST = 6
"""How many names such a row has at most."""
_OTHERS = frozenset({ActorKind.PERSON, ActorKind.STATE})


class _Name(NamedTuple):
    first: int
    last: int
    end: int
    """Behind its quotation mark."""
    actor: Actor | None


def organisations_at(scan: Scan, phrase: Described) -> list[ActorMention]:
    """The organisations that a noun of several introduces, each by the whole phrase; none where no "und" joins two."""
    row = phrase.sense.row
    if not isinstance(row, Organisations) or not phrase.reading.plural:
        return []
    names = _names(scan, phrase.head + 1, media=row.kind in MEDIA)
    if len(names) < 2 or not scan.joined(names[-2].end, "and"):
        return []
    span, end = scan.text.span(phrase.first, names[-1].end), names[-1].end
    found: list[ActorMention] = []
    for name in names:
        words = scan.text.span(name.first, name.last)
        actor = name.actor or known_body(scan, scan.text.words(words), row.kind)
        actor = actor or unknown(row.kind, scan.text.words(words))
        found.append(ActorMention(span, phrase.first, end, actor, MentionForm.NAME, words, None, plural=True))
    return found


def _names(scan: Scan, place: int, *, media: bool) -> list[_Name]:
    """The names from a position on that commas and at last "und" join; of media all words with a capital are theirs."""
    found: list[_Name] = []
    closed = False
    while len(found) < _MOST and place < len(scan.tokens):
        name = _name(scan, place) or (_title(scan, place) if media else None)
        if name is None:
            break
        found.append(name)
        closed = closed or scan.joined(place - 1, "and")
        if closed or not (scan.joined(name.end, "and") or scan.tokens[name.end].form == ","):
            break
        place = name.end + 1
    return found


def _name(scan: Scan, place: int) -> _Name | None:
    hit = scan.hits.get(place)
    if hit is not None:
        actors = scan.lexicon.gazetteer.actors
        actor = next((actors[m.key] for m in hit.meanings if m.key in actors), None)
        return None if actor is None or actor.kind in _OTHERS else _Name(place, hit.last, hit.last, actor)
    first, last, end = quoted_name(scan, place)
    whole = last > first and not (last < len(scan.tokens) and _is_word(scan, last))
    return _Name(first, last, end, None) if whole else None


def _title(scan: Scan, place: int) -> _Name | None:
    """The title of a paper that has common nouns in it: "Halmer Bote"."""
    end = place
    while end < min(place + _LONGEST, len(scan.tokens)) and _is_word(scan, end):
        end += 1
    return None if end == place else _Name(place, end, end, None)


def _is_word(scan: Scan, place: int) -> bool:
    """Whether a word may be part of a paper's title: with a capital, nobody by his title, no day."""
    token, sense = scan.tokens[place], scan.senses.get(place)
    person = sense is not None and isinstance(sense.row, Offices | Titles | Groups)
    return token.form[0].isupper() and token.tag in _WORDS and not person and not is_day(scan, token.form)
