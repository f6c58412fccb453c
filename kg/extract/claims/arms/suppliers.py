"""Several transfers that one verb tells of: each of several givers, and each part with goods of its own."""

from __future__ import annotations

from kg.extract.claims.arms.parallel import parted
from kg.extract.claims.arms.parties import Roles, by_owner, conjuncts, together
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import How, Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import subject

__all__ = ["each_giver"]


def each_giver(desk: Desk, match: Match, roles: Roles) -> list[Roles]:
    """The roles once for each who gives, and for each part with goods and a party of its own."""
    return [one for part in parted(desk, match, roles) for one in _each_supplier(desk, match, part)]


def _each_supplier(desk: Desk, match: Match, roles: Roles) -> list[Roles]:
    """The roles once for each of several coordinated subjects ("Belgien und die Niederlande liefern …")."""
    if match.how is not How.VERB:
        return [roles]
    if (apart := by_owner(desk, match.row, roles)) is not None:
        return apart
    top = None if match.clause.passive else subject(desk.scene, match.clause)
    helping = together(desk, match.clause) if top is not None else None
    if helping not in {None, roles.supplier, roles.recipient}:
        return [roles, roles._replace(supplier=helping)]
    if top is None or top.actor is None or desk.scene.power(top.actor.actor) != roles.supplier:
        top = _source(desk, match, roles)
    if top is None:
        return [roles]
    joined = conjuncts(desk.scene.inside(match.clause), top)[1:]
    more = [n.actor.actor for n in joined if n.actor is not None]
    others = [p for actor in more if (p := desk.scene.power(actor)) not in {None, roles.recipient, roles.supplier}]
    return [roles, *(roles._replace(supplier=other) for other in dict.fromkeys(others))]


def _source(desk: Desk, match: Match, roles: Roles) -> Nominal | None:
    """The phrase after "aus" or "von" that names the supplier."""
    named = [n for n in desk.scene.inside(match.clause) if n.preposition is not None and n.actor is not None]
    sources = (n for n in named if desk.scene.is_a(n.preposition or 0, "source") and not n.coordinated)
    return next((n for n in sources if n.actor and desk.scene.power(n.actor.actor) == roles.supplier), None)
