"""Chains of sources: "berichtete X unter Berufung auf Y" is a statement of Y that X passes on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.origins import behind
from kg.extract.statements.speakers.passed_on import passed_on
from kg.extract.statements.speakers.somebody import speaks
from kg.extract.statements.speakers.subjects import subject
from kg.lang import Language
from kg.lang.saying import Frame
from kg.model import ActorKind, Clause, ClauseKind, Stance

__all__ = ["relays"]

_SHORT = 2
"""Words of "die Zeitung", "das Blatt"."""


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
        yield from passed_on(page, one, places)
        behind_it = _in_next(page, one)
        if behind_it is not None:
            yield behind_it


def _in_next(page: Page, one: Found) -> Found | None:
    """As in "…, schrieb X. Die Zeitung beruft sich auf Y", "nach einem Bericht von X, der sich auf Y stützt": whom the
    next sentence or a relative clause behind the teller names as the source."""
    if one.cue is None:
        return None
    number = page.sentence(max(one.at, page.text.place_of(one.content.end - 1))).number + 1
    behind_it = page.clauses_in(page.text.sentences[number]) if number < len(page.text.sentences) else ()
    for clause in (*page.clauses_in(page.sentence(one.at)), *behind_it):
        relies = clause.lemma in page.words("relying") and clause.finite is not None and not page.spoken[clause.first]
        itself = relies and page.has("itself", page.own(clause))
        if itself and (_hangs_on(clause, one.voice) or (clause in behind_it and _by_teller(page, clause, one.voice))):
            return _relied_on(page, one, clause)
    return None


def _hangs_on(clause: Clause, voice: Voice | None) -> bool:
    """Whether a relative clause stands right behind the words that name the teller."""
    return voice is not None and clause.kind is ClauseKind.RELATIVE and 0 <= clause.first - voice.last <= _SHORT


def _relied_on(page: Page, one: Found, clause: Clause) -> Found | None:
    for place in page.own(clause):
        if page.form(place) in page.words("relied on") and page.token(place).tag == "APPR":
            row = next(row for rows in _frames(page.language).values() for row, _ in rows)
            found = _relay(page, one, place, place + 1, row)
            return None if found is None else found._replace(cue=page.token(clause.finite or place).span)
    return None


def _by_teller(page: Page, clause: Clause, voice: Voice | None) -> bool:
    """Whether the subject is who told it: a pronoun, "die Zeitung", the same name; not somebody else."""
    other = subject(page, clause) if clause.kind is ClauseKind.MAIN else None
    if other is None or (voice is not None and voice.pronoun):
        return False
    if voice is None:
        return other.pronoun
    media = any(actor.kind is ActorKind.MEDIA_ORGANISATION for actor in voice.actors)
    described = not any(actor.registered for actor in other.actors) and other.last - other.first <= _SHORT
    return other.pronoun or other.actors == voice.actors or (media and described)


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
