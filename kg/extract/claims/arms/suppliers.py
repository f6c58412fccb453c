"""Several transfers that one verb tells of: each of several givers and takers, and each part with goods of its own."""

from __future__ import annotations

from kg.extract.claims.arms.parallel import parted
from kg.extract.claims.arms.parties import Roles, by_owner, conjuncts
from kg.extract.claims.arms.powers import power_of, prepositional
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import How, Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import subject
from kg.model import Clause, ClauseKind

__all__ = ["each_giver"]

_CLOSING = frozenset({"KON", "KOKOM"})
"""What stands before the last of several."""
_JOINTS = _CLOSING | {"ADV", "$,"}
"""What stands between two who get the same: "und", "wie", "als auch"."""


def each_giver(desk: Desk, match: Match, roles: Roles) -> list[Roles]:
    """The roles once for each who gives, and for each part with goods and a party of its own."""
    return [
        one
        for part in parted(desk, match, roles)
        for giver in _each_supplier(desk, match, part)
        for one in _each_taker(desk, match, giver)
    ]


def _each_taker(desk: Desk, match: Match, roles: Roles) -> list[Roles]:
    """The roles once for each of several who get something ("an Litauen wie an Estland", "Litauen und Estland")."""
    inside = desk.scene.inside(match.clause) if match.how is How.VERB else ()
    named = (n for n in inside if n.actor is not None and n.item is None and n.last - 1 in roles.positions)
    taker = next((n for n in named if roles.recipient is not None and power_of(desk, n) == roles.recipient), None)
    if taker is None:
        return [roles]
    joined = _joined(desk, taker)
    others = [(n, power_of(desk, n)) for n in joined if not _acts(desk, match, joined[-1])]
    more = {power: n for n, power in others if power not in {None, roles.supplier, roles.recipient}}
    return [
        roles,
        *(roles._replace(recipient=power, positions=(*roles.positions, n.last - 1)) for power, n in more.items()),
    ]


def _acts(desk: Desk, match: Match, last: Nominal) -> bool:
    """Whether the verb of another clause stands right behind a list: "…, Polen und Litauen halfen dabei"."""
    tokens = desk.scene.text.tokens
    after = tokens[last.last].tag if last.last < len(tokens) else ""
    return after.endswith("FIN") and last.last not in match.clause.verbs


def _joined(desk: Desk, top: Nominal) -> list[Nominal]:
    """What is coordinated with a phrase, also behind the same preposition once more."""
    found, tokens, last = [top], desk.scene.text.tokens, 1
    for nominal in desk.scene.nominals[desk.scene.sentence_of(top.head).number]:
        tags = {tokens[p].tag for p in range(found[-1].last, nominal.first)}
        if not tags or not tags <= _JOINTS or nominal.actor is None or not _is_listed(desk, top, nominal):
            continue
        again, bare = _same_word(desk, top, nominal), nominal.first == nominal.head
        if again or bare or nominal.preposition == top.preposition:
            found.append(nominal)
            last = len(found) if tags & _CLOSING else last
    return found[1:last]


def _is_listed(desk: Desk, top: Nominal, nominal: Nominal) -> bool:
    """Whether a phrase is in the clause of another, or in a rest of it without a verb ("an Polen, Rumänien und …")."""
    here, clause = desk.scene.clause_at(top.head), desk.scene.clause_at(nominal.head)
    rest = clause is not None and clause.kind is ClauseKind.FRAGMENT and here is not None
    return clause == here or (rest and clause is not None and here is not None and clause.parent == here.number)


def _same_word(desk: Desk, one: Nominal, other: Nominal) -> bool:
    """Whether two phrases have the same preposition before them, each its own."""
    if one.preposition is None or other.preposition is None or one.preposition == other.preposition:
        return False
    tokens = desk.scene.text.tokens
    return tokens[one.preposition].form.lower() == tokens[other.preposition].form.lower()


def _each_supplier(desk: Desk, match: Match, roles: Roles) -> list[Roles]:
    """The roles once for each of several coordinated subjects ("Belgien und die Niederlande liefern …")."""
    if match.how is not How.VERB:
        return [roles]
    if (apart := by_owner(desk, match.row, roles)) is not None:
        return apart
    top = None if match.clause.passive else subject(desk.scene, match.clause)
    helping = _together(desk, match.clause) if top is not None else None
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


def _together(desk: Desk, clause: Clause) -> str | None:
    """ "gemeinsam mit Lettland": who gives as well."""
    with_them = prepositional(desk, desk.scene.inside(clause), "with")
    if with_them is None or with_them.preposition is None or not desk.scene.is_a(with_them.preposition - 1, "jointly"):
        return None
    return power_of(desk, with_them)
