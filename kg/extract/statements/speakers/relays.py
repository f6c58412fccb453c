"""Chains of sources: "berichtete X unter Berufung auf Y" is a statement of Y that X passes on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.speakers.origins import behind
from kg.extract.statements.speakers.somebody import speaks
from kg.lang import Language
from kg.lang.saying import Frame
from kg.model import Stance

__all__ = ["relays"]


def relays(page: Page, found: list[Found]) -> Iterator[Found]:
    """For each cue clause with a relaying frame the statement of the source behind it."""
    frames = _frames(page.language)
    for one in found:
        number = page.clause_of[one.at]
        places = page.own(page.text.clauses[number]) if number >= 0 else []
        met = [
            (row, at, at + len(parts))
            for at in places
            for row, parts in frames.get(page.form(at), ())
            if _stands(page, at, parts)
        ]
        for row, at, end in met:
            relay = _relay(page, one, at, end, row)
            if relay is not None:
                yield relay


@cache
def _frames(language: Language) -> dict[str, list[tuple[Frame, list[str]]]]:
    """The words of the relaying frames by their first one, in the order of the table."""
    found: dict[str, list[tuple[Frame, list[str]]]] = {}
    for row in language.table(Frame).values():
        for parts in (words.lower().split() for words in row.words if row.relay):
            found.setdefault(parts[0], []).append((row, parts))
    return found


def _stands(page: Page, place: int, parts: list[str]) -> bool:
    return all(page.form(place + offset) == part for offset, part in enumerate(parts))


def _relay(page: Page, one: Found, place: int, end: int, row: Frame) -> Found | None:
    origin = behind(page, end, needs_noun=False)
    if origin is None or origin.voice is None:
        return None
    places = range(origin.voice.first, origin.voice.last)
    if not any(page.named.get(at) or speaks(page, at) or of_noun(page, at) for at in places):
        return None
    return one._replace(
        at=place, voice=origin.voice, stance=Stance.ASSERTS, cue=page.text.span(place, end), rule=row.rule, relays=True
    )  # fmt: skip
