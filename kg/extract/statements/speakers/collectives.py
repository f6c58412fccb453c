"""Which army "die Militärs" and which state "das Regime" mean."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.model import Actor, ActorKind, MentionForm

__all__ = ["regime", "soldiers"]

_REACH = 8
"""How many sentences an army looks back."""
_NAMING = frozenset({MentionForm.NAME, MentionForm.OFFICE, MentionForm.DESCRIPTION})


def soldiers(page: Page, voice: Voice, spoken: list[Voice]) -> Actor | None:
    """Whom "die Militärs" means: the staff or army that spoke last, or was named last."""
    words = [page.token(place) for place in range(voice.first, voice.last)]
    definite = len(words) == 2 and words[0].form.lower() in page.words("the")
    if not definite or words[1].form.lower() not in page.words("soldiers in general"):
        return None
    here = page.sentence(voice.first).number
    said = [(other.first, other.actors[0]) for other in reversed(spoken) if len(other.actors) == 1]
    named = [(m.first, m.actor) for m in reversed(page.mentions.actors) if m.first < voice.first and m.form in _NAMING]
    for place, actor in (*said, *named):
        if actor.kind is ActorKind.ARMED_FORCES and here - page.sentence(place).number <= _REACH:
            return actor
    return None


def regime(page: Page, voice: Voice) -> Actor | None:
    """The state that "das Regime", "die Volksrepublik" means: the last one named that newswire calls so."""
    words = [page.form(place) for place in range(voice.first, voice.last)]
    if len(words) != 2 or words[1] not in page.words("regime") | page.words("people's republic"):
        return None
    before = [m.actor for m in reversed(page.mentions.actors) if m.first < voice.first]
    states = [actor for actor in before if actor.kind is ActorKind.STATE]
    for group in ("regimes", "rarer regimes") if words[1] in page.words("regime") else ("people's republics",):
        named = next((state for state in states if state.label_de.lower() in page.words(group)), None)
        if named is not None:
            return named
    return None
