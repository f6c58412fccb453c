"""Acts that share the verb of the one before them: "Kiew sprach von 30 Toten, Minsk von zehn"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import NAMING, speaks
from kg.extract.statements.speakers.voices import source
from kg.model import Phrase

__all__ = ["with_gapped"]

_SURE = Decimal("0.7")


def with_gapped(page: Page, found: Iterable[Found]) -> Iterator[Found]:
    """The same acts; one whose words run on into those of a second speaker ends before him, and he has his own."""
    for one in found:
        yield from _parts(page, one)


def _parts(page: Page, one: Found) -> Iterator[Found]:
    first, last = page.text.place_of(one.content.start), page.text.place_of(one.content.end - 1) + 1
    told = one.cue is not None and one.rule.startswith("saying/") and page.text.place_of(one.cue.start) < first
    if told and not page.spoken[first]:
        for comma in range(first + 1, last):
            parted = _second(page, one, first, comma, last) if page.form(comma) == "," else None
            if parted is not None:
                yield from parted
                return
    yield one


def _second(page: Page, one: Found, first: int, comma: int, last: int) -> tuple[Found, Found] | None:
    """The acts before and behind a comma, where a speaker and an object alone stand behind it."""
    doer = _bare_phrase(page, comma + 1)
    if doer is None or "nom" not in doer.cases:
        return None
    bare = all(page.token(place).tag[0] != "V" and page.form(place) != "," for place in range(doer.last, last))
    begin = _object(page, doer, first, last) if bare else None
    voice = None if begin is None else _speaker(page, doer, last, led=begin > doer.last)
    before, behind = page.span(first, comma), None if begin is None else page.span(begin, last)
    if voice is None or before is None or behind is None:
        return None
    again = one._replace(content=behind, voice=voice, via=None, certainty=min(one.certainty, _SURE))
    return one._replace(content=before), again


def _object(page: Page, doer: Phrase, first: int, last: int) -> int | None:
    """Where the object behind a speaker begins: behind the preposition of the first one, or bare as it is."""
    lead = page.form(first - 1) if page.token(first - 1).tag == "APPR" else None
    behind = _behind_genitive(page, doer.last)
    if lead is not None:
        return behind + 1 if page.form(behind) == lead and behind + 1 < last else None
    thing = _bare_phrase(page, behind)
    return behind if thing is not None and "acc" in thing.cases and page.token(thing.head).tag == "NN" else None


def _behind_genitive(page: Page, place: int) -> int:
    """The place behind a genitive: "ein Berater ⟦der Regierung⟧ von „Unsinn“"."""
    owner = _bare_phrase(page, place)
    return owner.last if owner is not None and "gen" in owner.cases and "acc" not in owner.cases else place


def _bare_phrase(page: Page, place: int) -> Phrase | None:
    """The phrase without a preposition that begins at a position."""
    number = page.phrase_at(place)
    phrase = page.text.phrases[number] if number >= 0 else None
    return phrase if phrase is not None and phrase.first == place and phrase.preposition is None else None


def _speaker(page: Page, doer: Phrase, last: int, *, led: bool) -> Voice | None:
    """Who is named there, or before a preposition also who is described: "…, ein Berater von „Unsinn“"."""
    named = any(m.form in NAMING and m.last == doer.last for m in page.named.get(doer.head, ()))
    described = led and page.token(doer.first).tag == "ART" and speaks(page, doer.head)
    return source(page, doer.first, limit=last) if named or described else None
