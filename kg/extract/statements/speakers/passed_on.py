"""Who passes on what another says: in "Kim sagte laut KCNA, der Pakt gelte" the agency, beside Kim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.speakers.origins import behind
from kg.model import ActorKind, Mode, Stance

__all__ = ["passed_on"]

_RULE = "frames/laut"
_TELLERS = frozenset({ActorKind.MEDIA_ORGANISATION, ActorKind.NEWS_AGENCY, ActorKind.INTELLIGENCE_SERVICE})


def passed_on(page: Page, one: Found, places: Sequence[int]) -> Iterator[Found]:
    """The statement of the medium or service that a frame in the cue clause of an act names, in whose `places` it
    stands ("sagte der Gefangene laut dem Geheimdienst"): it has the same words."""
    if (
        one.cue is None
        or one.mode is Mode.DIRECT
        or one.passes_on
        or one.voice is None
        or one.rule.startswith("frames/")
    ):
        return
    for place in places:
        if (
            page.form(place) not in page.words("says the source")
            or page.spoken[place]
            or page.token(place).tag != "APPR"
        ):
            continue
        origin = behind(page, place + 1, needs_noun=False)
        voice = origin.voice if origin is not None else None
        if voice is None or voice.pronoun or not any(actor.kind in _TELLERS for actor in voice.actors):
            continue
        if voice.actors != one.voice.actors and not one.content.contains(voice.span):
            cue = page.token(place).span
            yield one._replace(at=place, voice=voice, stance=Stance.ASSERTS, cue=cue, rule=_RULE, passes_on=True)
