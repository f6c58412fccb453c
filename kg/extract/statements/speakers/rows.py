"""All whom "und" joins as the subject of one verb, where not all of them were read: "Spar, Halm und der Rat warnen"."""

from __future__ import annotations

from itertools import pairwise

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import NAMING, names_thing, personal
from kg.extract.statements.speakers.unknown import group
from kg.model import Actor, ActorKind, Clause, MentionForm, Phrase

__all__ = ["whole_row", "whole_source", "with_others"]

_ASIDE = 6
"""Words of a bracket behind somebody, at most."""
_LEAD = 2
"""Words before the first of a row that opens its clause, at most: "Doch", "Auch"."""


def whole_row(page: Page, clause: Clause, voice: Voice) -> Voice:
    """The voice of all who are joined with a speaker: of "Spar und Halm warnen" both; the same voice of one alone."""
    number = page.phrase_at(voice.first)
    if voice.pronoun or number < 0 or clause.finite is None:
        return voice
    row = _row(page, page.text.phrases[number])
    if len(row) <= len(voice.actors) or not _is_subject(page, clause, row):
        return voice
    women = any(page.form(phrase.head).endswith(tuple(page.words("women"))) for phrase in row)
    found = [] if women else [_actor(page, phrase) for phrase in row]  # "Händlerinnen und Händler" are the same
    actors = tuple(dict.fromkeys(actor for actor in found if actor is not None))
    if None in found or len(actors) <= len(voice.actors):
        return voice
    return _of_all(page, voice, actors, row[0].first, _end(page, row[-1]))


def with_others(page: Page, voice: Voice) -> Voice:
    """The voice of somebody and of those named behind "gemeinsam mit": of "Kranz zusammen mit Holm" both."""
    place = _end(page, page.text.phrases[page.phrase_of[voice.first]]) if page.phrase_of[voice.first] >= 0 else -1
    number = page.phrase_at(place + 1) if page.form(place) in page.words("together") else -1
    other = page.text.phrases[number] if number >= 0 else None
    if other is None or other.preposition != place + 1 or voice.pronoun or voice.last > place:
        return voice
    actor = _actor(page, other)
    named = actor is not None and any(m.form is MentionForm.NAME for m in page.named.get(other.head, ()))
    known = all(one.kind is not ActorKind.GROUP for one in voice.actors)
    if actor is None or not (named and known) or actor in voice.actors:
        return voice
    return _of_all(page, voice, (*voice.actors, actor), voice.first, _end(page, other))


def whole_source(page: Page, voice: Voice) -> Voice:
    """The same of those behind "laut", "von" or "so": of "von SPÖ, Neos und den Grünen" all three."""
    number = page.phrase_at(voice.first)
    if voice.pronoun or number < 0:
        return voice
    row = [page.text.phrases[number]]
    while (behind := _behind(page, row[-1])) is not None and behind.preposition is None:
        row.append(behind)
    row = _to_the_last(page, row)
    if len(row) <= len(voice.actors) or any(_is_post(page, phrase) for phrase in row) or _told_behind(page, row):
        return voice
    found = [_actor(page, phrase) for phrase in row[1:]]
    actors = tuple(dict.fromkeys([voice.actors[0], *(actor for actor in found if actor is not None)]))
    if None in found or len(actors) != len(row):
        return voice
    return _of_all(page, voice, actors, voice.first, _end(page, row[-1]))


def _told_behind(page: Page, row: list[Phrase]) -> bool:
    """As in "die Ankündigung Minsks, Soldaten und Ausbilder zu schicken": what a bare noun names behind a name in the
    genitive is no second one."""
    first = page.token(row[0].last - 1)
    named = any(m.form in NAMING for m in page.named.get(row[0].head, ()))
    return named and first.form == first.lemma + "s" and any(_is_bare_noun(page, other) for other in row[1:])


def _is_bare_noun(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase has no article and only describes somebody."""
    described = all(m.form is MentionForm.DESCRIPTION for m in page.named.get(phrase.head, ()))
    return page.token(phrase.first).tag != "ART" and described


def _of_all(page: Page, voice: Voice, actors: tuple[Actor, ...], first: int, last: int) -> Voice:
    span = page.text.span(first, last)
    return voice._replace(span=span, first=first, last=last, actors=actors, plural=True, gender=None)


def _is_post(page: Page, phrase: Phrase) -> bool:
    """As in "laut Chef und Gründer Otto Kranz": a bare post may be one of two of the same person."""
    bare = page.token(phrase.first).tag not in {"ART", "APPRART", "PPOSAT"} and not phrase.plural
    inside = range(phrase.first, phrase.head + 1)
    named = any(m.form is MentionForm.NAME for m in page.named.get(phrase.head, ()))
    return bare and not named and any(personal(page, place) for place in inside)


def _row(page: Page, phrase: Phrase) -> list[Phrase]:
    """The phrases before and behind one that nothing but commas, brackets and "und" parts from it; "und" ends them."""
    row = [phrase]
    while (before := _before(page, row[0])) is not None:
        row.insert(0, before)
    while (behind := _behind(page, row[-1])) is not None:
        row.append(behind)
    return _to_the_last(page, row)


def _to_the_last(page: Page, row: list[Phrase]) -> list[Phrase]:
    """A row up to the one behind its last "und"; the first alone where none joins them."""
    joined = (place for place in range(len(row) - 1, 0, -1) if _joins(page, row[place].first - 1))
    return row[: next(joined, 0) + 1]


def _before(page: Page, phrase: Phrase) -> Phrase | None:
    if not _parts(page, phrase.first - 1):
        return None
    place = phrase.first - 2
    if page.form(place) == ")":
        place = next((p - 1 for p in range(place, place - _ASIDE, -1) if page.form(p) == "("), place)
    number = page.phrase_at(place) if place >= 0 else -1
    found = page.text.phrases[number] if number >= 0 else None
    return found if found is not None and _end(page, found) == phrase.first - 1 else None


def _behind(page: Page, phrase: Phrase) -> Phrase | None:
    end = _end(page, phrase)
    number = page.phrase_at(end + 1) if _parts(page, end) else -1
    found = page.text.phrases[number] if number >= 0 else None
    return found if found is not None and found.first == end + 1 else None


def _end(page: Page, phrase: Phrase) -> int:
    """Where a phrase ends with the bracket behind it."""
    last = max([phrase.last, *(m.last for m in page.named.get(phrase.head, ()) if m.form in NAMING)])
    if page.form(last) != "(":
        return last
    return next((place + 1 for place in range(last, last + _ASIDE) if page.form(place) == ")"), last)


def _parts(page: Page, place: int) -> bool:
    return page.form(place) == "," or _joins(page, place)


def _joins(page: Page, place: int) -> bool:
    return page.form(place) in page.words("joining")


def _is_subject(page: Page, clause: Clause, row: list[Phrase]) -> bool:
    """Whether a row fills the field before the verb, or stands behind the verb or the word that opens the clause."""
    if any(phrase.preposition is not None or "nom" not in phrase.cases for phrase in row):
        return False
    finite = clause.finite or clause.first
    first, end = row[0].first, _end(page, row[-1])
    if clause.opener is not None:
        return clause.opener < first <= clause.opener + _LEAD and end <= finite
    if first < finite:
        return first - clause.first < _LEAD and end == finite
    return end <= clause.last and not _told_of_first(page, row)


def _told_of_first(page: Page, row: list[Phrase]) -> bool:
    """As in "Es warnen beide Parteien, SPÖ und ÖVP": the others are those whom the first of them counts."""
    parted = any(page.form(_end(page, phrase)) == "," for phrase, _ in pairwise(row))
    return parted and row[0].plural is True and not any(phrase.plural for phrase in row[1:])


def _actor(page: Page, phrase: Phrase) -> Actor | None:
    """Whom one of a row names or describes; None of a thing, of a time and of one of a people."""
    if page.token(phrase.head).tag not in {"NN", "NE"} or names_thing(page, phrase) or page.dated(phrase.head):
        return None
    named = [m for m in page.named.get(phrase.head, ()) if m.form in NAMING]
    widest = max(named, key=lambda mention: mention.last - mention.first, default=None)
    if widest is None:
        return group(page, phrase.first, phrase.last, phrase)
    one_of_people = widest.form is MentionForm.DEMONYM and not widest.plural
    return None if one_of_people else widest.actor
