"""What parts of a sentence without a verb of their own add to a transfer: others who give, who gets nothing, what is
given after all."""

from __future__ import annotations

from kg.extract.claims.arms.goods import goods_in
from kg.extract.claims.arms.goods_names import with_names
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.arms.powers import power_of, prepositional
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.model import Clause, ClauseKind

__all__ = ["contrast", "gapped", "instead", "shared_taker"]


def contrast(desk: Desk, match: Match, roles: Roles) -> Roles | None:
    """ "…, nicht aber das Land selbst": who gets nothing; "das Land" is the one that the recipients belong to."""
    scene = desk.scene
    tokens = scene.text.tokens
    for other in scene.text.clauses:
        if other.parent != match.clause.number or other.kind is not ClauseKind.FRAGMENT or other.first <= match.at:
            continue
        if not scene.is_a(other.first, "not") or not any(scene.is_a(p, "but") for p in range(other.first, other.last)):
            continue
        for nominal in scene.inside(other):
            power = _described(desk, match, nominal) or power_of(desk, nominal)
            if power is not None and power not in {roles.supplier, roles.recipient}:
                last = other.last - (tokens[other.last - 1].tag.startswith("$"))
                return roles._replace(recipient=power, positions=(*roles.positions, last - 1), actors=())
    return None


def instead(desk: Desk, match: Match, roles: Roles) -> Roles | None:
    """ "keine Waffen, wohl aber Schutzwesten": the goods that are given after all."""
    scene = desk.scene
    for other in scene.text.clauses:
        if other.parent != match.clause.number or other.kind is not ClauseKind.FRAGMENT or other.first <= match.at:
            continue
        but = any(scene.is_a(p, "but") for p in range(other.first, min(other.first + 2, other.last)))
        goods = goods_in(desk, scene.inside(other)) if but and not scene.is_a(other.first, "not") else None
        if goods is not None:
            return roles._replace(goods=goods, positions=(*roles.positions, *goods.positions))
    return None


def gapped(desk: Desk, match: Match, roles: Roles) -> list[Roles]:
    """ "Riga schickt 20 Panzer, Oslo weitere zwölf": others who do the same, told without a verb."""
    scene, found = desk.scene, []
    for other in scene.text.clauses:
        if other.parent != match.clause.number or other.kind is not ClauseKind.FRAGMENT or other.first <= match.at:
            continue
        inside = with_names(desk, scene.inside(other))
        giver = next((p for n in inside[:1] if n.preposition is None and (p := power_of(desk, n)) is not None), None)
        number = next((q for q in scene.mentions.quantities if other.first <= q.first < other.last), None)
        goods = goods_in(desk, inside) or (roles.goods._replace(phrases=(), number=number) if number else None)
        if giver is None and scene.is_a(other.first, "in-addition"):
            giver, goods = roles.supplier, goods_in(desk, inside)
            if goods is not None and (goods.arms or roles.goods.arms):
                found.append(roles._replace(goods=goods, positions=goods.positions))
        elif giver not in {None, roles.supplier, roles.recipient} and goods is not None and goods.arms:
            positions = (*roles.positions, other.first, other.last - 1)
            found.append(roles._replace(supplier=giver, goods=goods, positions=positions))
    return found


def shared_taker(desk: Desk, clause: Clause) -> str | None:
    """Who gets what two give, named behind the second only: "Riga liefert Panzer, Oslo Granaten an die Ukraine"."""
    for other in desk.scene.text.clauses[clause.number + 1 : clause.number + 2] if not clause.passive else ():
        if other.parent != clause.number or other.kind is not ClauseKind.FRAGMENT:
            continue
        inside = desk.scene.inside(other)
        bare = [n for n in inside if n.preposition is None]
        if len(bare) > 1 and inside[0] is bare[0] and power_of(desk, bare[0]) is not None and bare[1].item is not None:
            return power_of(desk, prepositional(desk, inside, "recipient"))
    return None


def _described(desk: Desk, match: Match, nominal: Nominal) -> str | None:
    """ "das bedrängte Land": the state named last before it."""
    if nominal.lemma not in desk.scene.words.jobs["land"]:
        return None
    before = [n for n in desk.scene.nominals[desk.scene.sentence_of(match.at).number] if n.last <= nominal.first]
    return next((p for n in reversed(before) if n.actor and (p := desk.scene.power(n.actor.actor)) is not None), None)
