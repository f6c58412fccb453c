"""Whose side a state takes in the war that an article is about: whom it arms where the words do not say."""

from __future__ import annotations

from collections import Counter

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.origin import attacked

__all__ = ["are_opposed", "backed_by", "backer_of", "fights_for", "regime"]


def backed_by(desk: Desk, supplier: str) -> str | None:
    """The one state at war, named with its foe or a place there, that a supplier arms; None for a party of the war."""
    actors = desk.scene.actors
    named = {*actors, *(mention.place.country for mention in desk.scene.mentions.places)}
    at_war = [a for a in actors.values() if a.foes and not named.isdisjoint(a.foes)]
    if any(state.id == supplier for state in at_war):
        return None
    backed = [state.id for state in at_war if supplier in state.backers]
    return backed[0] if len(backed) == 1 else None


def backer_of(desk: Desk, state: str) -> str | None:
    """Of those who back a state at war, the one whom the article names twice as often as any other."""
    actor = desk.scene.actors.get(state)
    if actor is None or not any(foe in desk.scene.actors for foe in actor.foes):
        return None
    named = (desk.scene.power(mention.actor) for mention in desk.scene.mentions.actors)
    ranked = Counter(power for power in named if power in actor.backers).most_common(2)
    clear = bool(ranked) and (len(ranked) == 1 or ranked[0][1] > 2 * ranked[1][1])
    return ranked[0][0] if clear else None


def regime(desk: Desk) -> str | None:
    """Whom "das Regime" means where no sentence near tells: who arms the one that attacks."""
    free = attacked(desk.scene)
    at_war = (a.id for a in desk.scene.actors.values() if a.foes and a.id not in free)
    return next((one for state in at_war if (one := backer_of(desk, state)) is not None), None)


def fights_for(desk: Desk, sender: str, host: str) -> str:
    """Whom soldiers help who are in a country: its foe, if their state arms that one."""
    return (backed_by(desk, sender) or host) if are_opposed(desk, sender, host) else host


def are_opposed(desk: Desk, supplier: str, taker: str) -> bool:
    """Whether a supplier is at war with somebody, or arms the foe of that one or of whom that one arms."""
    own = desk.scene.actors.get(supplier)
    if own is not None and taker in own.foes:
        return True
    backed = desk.scene.actors.get(backed_by(desk, supplier) or "")
    if backed is None:
        return False
    foes = [desk.scene.actors[foe] for foe in backed.foes if foe in desk.scene.actors]
    return any(taker == foe.id or taker in foe.backers for foe in foes)
