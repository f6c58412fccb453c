"""To whom words beside a name belong: "Kranz, Vizepräsident der Kammer", "ihr Büro" behind "Ministerin Holm"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.model import Actor, ActorKind, ActorMention, MentionForm

__all__ = ["holder", "owner_asked"]

_FAR = 14
"""How many words of other posts may stand between a name and a post."""


def holder(page: Page, mention: ActorMention) -> Actor | None:
    """The person in apposition to whom a post is told: "Otto Kranz, Obmann und Vizepräsident der Kammer"."""
    place = mention.first
    while place > 0 and page.token(place - 1).tag in {"ART", "ADJA"}:
        place -= 1
    if place == 0 or not (page.form(place - 1) == "," or page.token(place - 1).tag == "KON"):
        return None
    first = page.sentence(mention.first).first
    for comma in range(place - 1, max(first, place - _FAR), -1):
        if page.token(comma).tag.endswith("FIN"):
            return None
        named = (m for m in page.named.get(comma - 1, ()) if m.last == comma and m.form is MentionForm.NAME)
        person = next((m.actor for m in named if m.actor.kind is ActorKind.PERSON), None)
        if person is not None:
            return person if page.form(comma) == "," else None
    return None


def owner_asked(page: Page, voice: Voice) -> Voice | None:
    """As in "aus ihrem Büro hieß es": a pronoun for whose office speaks; None where it is no such office."""
    if voice.pronoun or len(voice.actors) != 1 or voice.actors[0].kind is not ActorKind.GROUP:
        return None
    head = page.token(voice.last - 1)
    mine = page.token(voice.first).tag == "PPOSAT" and page.form(voice.first) in page.words("third person")
    if not mine or head.lemma.lower() not in page.words("somebody's office"):
        return None
    gender = "m" if page.form(voice.first).startswith(tuple(page.words("his"))) else "f"
    return voice._replace(actors=(), pronoun=True, plural=False, gender=gender, last=voice.first + 1)
