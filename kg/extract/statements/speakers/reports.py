"""Whose "Medienbericht" it is: of the medium that the article names with what it reports right behind."""

from __future__ import annotations

from decimal import Decimal

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.toldlast import Resolved
from kg.model import Actor, ActorKind

__all__ = ["with_media"]

_REACH = 2
"""In how many sentences behind the report its medium is named."""
_MEDIA = frozenset({ActorKind.NEWS_AGENCY, ActorKind.MEDIA_ORGANISATION})


def with_media(page: Page, spoken: list[Resolved]) -> list[Resolved]:
    """The statements, those of "laut einem Medienbericht …" by the medium in ", berichtete der Kurier" behind."""
    media: dict[str, Actor] = {}
    for number, one in enumerate(spoken):
        report = one.voice.actors[0]
        if report.id not in media and _is_report(page, one.voice):
            medium = next((actor for other in spoken[number + 1 :] if (actor := _medium(page, one, other))), None)
            media |= {} if medium is None else {report.id: medium}
    return [_by(one, media.get(one.voice.actors[0].id)) for one in spoken]


def _is_report(page: Page, voice: Voice) -> bool:
    """As in "einem Zeitungsbericht", "britischer Medienbericht": one report of a medium that is not named."""
    actor = voice.actors[0]
    unnamed = len(voice.actors) == 1 and actor.kind is ActorKind.GROUP and not actor.registered
    return unnamed and actor.label_de.lower().endswith(tuple(page.words("report of a medium")))


def _medium(page: Page, report: Resolved, other: Resolved) -> Actor | None:
    """The medium that says something at most two sentences behind a report."""
    behind = page.sentence(other.found.at).number - page.sentence(report.found.at).number
    actor = other.voice.actors[0]
    return actor if behind <= _REACH and len(other.voice.actors) == 1 and actor.kind in _MEDIA else None


def _by(one: Resolved, medium: Actor | None) -> Resolved:
    if medium is None:
        return one
    reason = "the medium named right behind"
    return one._replace(voice=one.voice._replace(actors=(medium,), reason=reason, certainty=Decimal("0.6")))
