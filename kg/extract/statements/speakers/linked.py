"""To whom words beside a name belong: "Kranz, Vizepräsident der Kammer"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.model import Actor, ActorKind, ActorMention, MentionForm

__all__ = ["holder"]

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
