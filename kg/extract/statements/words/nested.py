"""Statements inside statements: whose words turn the outer one, and which stand for themselves."""

from __future__ import annotations

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.lang.saying import SayingVerb
from kg.model import Mode, Stance

__all__ = ["merged", "not_carried"]

_WEAK = 7
"""The rank of acts that are told as such only outside of somebody's words ("plant")."""


def merged(page: Page, found: list[Found]) -> list[Found]:
    """Gives an asserting statement the stance of what it says first ("er rechne damit", "man könne nicht bestätigen").

    A nested act of the same speaker, and one of a body for which the speaker refuses to say, goes into the outer one;
    an act of somebody else that the speaker reports stays a statement of its own.
    """
    kept: list[Found] = []
    dropped: set[int] = set()
    for number, outer in enumerate(found):
        if number not in dropped:
            inside = [place for place, inner in enumerate(found) if place != number and _goes_in(page, inner, outer)]
            dropped.update(inside)
            kept.append(_with_stances(page, outer, [found[place] for place in inside if not _past(page, found[place])]))
    return [one for one in kept if not any(one is found[place] for place in dropped)]


def _past(page: Page, inner: Found) -> bool:
    """As in "er sei davon ausgegangen, …": what was expected once is not expected now."""
    at = None if inner.cue is None else page.text.place_of(inner.cue.end - 1)
    return inner.stance is Stance.EXPECTS and at is not None and page.token(at).tag == "VVPP"


def _goes_in(page: Page, inner: Found, outer: Found) -> bool:
    return _inside(inner, outer) and (_takes_over(inner) or _evidence(page, inner) or _guessed(inner, outer))


def _evidence(page: Page, inner: Found) -> bool:
    """As in "sagte, der Bericht zeige, dass …", "sagte, Y habe Hinweise auf …": what the speaker calls in, who says it
    himself."""
    row = _row(page, inner)
    return row is not None and (row.things or (bool(row.needs) and row.negated is Stance.DECLINES))


def _guessed(inner: Found, outer: Found) -> bool:
    return _felt(inner) and outer.stance is Stance.EXPECTS


def not_carried(found: list[Found], carried: list[Found]) -> list[Found]:
    """Those statements whose cue is not in the words of a sentence that carries a report on: in "China hoffe auf Ruhe"
    behind "sagte Holm" she tells what China hopes, in "das Amt könne das nicht bestätigen" that it cannot."""
    told = [one for one in found if _felt(one) or (one.stance is Stance.DECLINES and one.mode is not Mode.DIRECT)]
    inner = [one for one in told if any(_inside(one, outer) for outer in carried)]
    return [one for one in found if not any(one is other for other in inner)]


def _felt(inner: Found) -> bool:
    """Whether an act is a hope or a guess, which another's guess or report may tell of: "vermutet, dass er hofft"."""
    return inner.stance is Stance.EXPECTS and inner.mode is not Mode.DIRECT and inner.rule.startswith("saying/")


def _with_stances(page: Page, outer: Found, inside: list[Found]) -> Found:
    turned = outer
    for inner in inside:
        turned = turned._replace(stance=_turned(page, turned, inner))
    return turned


def _inside(inner: Found, outer: Found) -> bool:
    return (
        outer.content.contains(inner.content)
        and inner.cue is not None
        and outer.content.contains(inner.cue)
        and outer.mode is Mode.INDIRECT
        and inner.rank > 1
    )


def _takes_over(inner: Found) -> bool:
    return inner.voice is None or inner.voice.pronoun or inner.stance is Stance.DECLINES or inner.rank == _WEAK


def _turned(page: Page, outer: Found, inner: Found) -> Stance:
    own = inner.rank != _WEAK or (inner.voice is not None and inner.voice.pronoun)
    own = own and not _evidence(page, inner) and not _another(page, inner)
    return _plain(page, inner) if outer.stance is Stance.ASSERTS and own else outer.stance


def _another(page: Page, inner: Found) -> bool:
    """As in "sagte, dieser habe Hilfe zugesagt": "dieser" is not who speaks."""
    return inner.voice is not None and inner.voice.pronoun and page.token(inner.voice.first).tag == "PDS"


def _plain(page: Page, inner: Found) -> Stance:
    """As in "sagte, er glaube nicht, dass …": words that hold the negation themselves are what the verb makes them."""
    row = _row(page, inner)
    return row.stance if row is not None and row.negated is inner.stance is Stance.DENIES else inner.stance


def _row(page: Page, found: Found) -> SayingVerb | None:
    """The row of the verb that a statement was read by."""
    return page.language.table(SayingVerb).get(found.rule.rpartition("/")[2])
