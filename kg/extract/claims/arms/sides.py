"""Whose side a state takes in the war that an article is about: whom it arms where the words do not say."""

from __future__ import annotations

from kg.extract.claims.common.drafts import Desk

__all__ = ["are_opposed", "backed_by", "fights_for"]


def backed_by(desk: Desk, supplier: str) -> str | None:
    """The one state at war, named with its foe, that a supplier arms; None for a party of the war itself."""
    actors = desk.scene.actors
    at_war = [a for a in actors.values() if a.foes and any(foe in actors for foe in a.foes)]
    if any(state.id == supplier for state in at_war):
        return None
    backed = [state.id for state in at_war if supplier in state.backers]
    return backed[0] if len(backed) == 1 else None


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
