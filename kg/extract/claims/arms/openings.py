"""Transfers that are told without their goods: "Oslo schickt Kiew ein neues Paket", "Seoul will Polen aufrüsten", "Was
bekommt Kim dafür?". They are no claims of their own, but lend their parties to the sentences that name the goods."""

from __future__ import annotations

from kg.extract.claims.arms.goods import NO_GOODS
from kg.extract.claims.arms.packages import package_in
from kg.extract.claims.arms.parties import Roles, giver_and_taker, helpers
from kg.extract.claims.arms.powers import speaker_state, where_party
from kg.extract.claims.arms.returns import in_return
from kg.extract.claims.arms.told import Told, giver_before, taker_before
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import How, Match
from kg.extract.claims.grammar.modality import Effect
from kg.extract.claims.grammar.mood import clause_effects
from kg.extract.claims.grammar.slots import subject
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.model import Role

__all__ = ["opened", "packages_told", "wished"]

_AHEAD = frozenset({Effect.PLANNED, Effect.POSSIBLE})
_OPEN = frozenset({Pattern.GIVE, Pattern.SUPPLY, Pattern.GET, Pattern.HELP})


def packages_told(desk: Desk) -> list[Told]:
    """The help of a known giver to a known taker that the article's prose tells of as a whole, in its order."""
    scene = desk.scene
    lumps = scene.nouns_of("package")
    if not lumps:
        return []
    found: list[Told] = []
    for clause in scene.text.clauses:
        if lumps.isdisjoint(scene.nouns[clause.first : clause.last]):
            continue
        if scene.sentence_of(clause.first).role is not Role.PROSE:
            continue
        for nominal in scene.inside(clause):
            package = package_in(desk, clause, nominal)
            effects = clause_effects(scene, clause, desk.signs, ought=Effect.PLANNED) if package is not None else set()
            if package is not None and Effect.DENIED not in effects:
                planned = package.planned or bool(effects & _AHEAD)
                found.append(Told(package.supplier, package.recipient, NO_GOODS, nominal.head, planned))
    return sorted(found, key=lambda t: t.at)


def opened(desk: Desk, match: Match, told: list[Told]) -> Told | None:
    """The parties of a verb of giving, helping or getting beside which no goods stand; None where one is not known."""
    row, clause = match.row, match.clause
    if match.how is not How.VERB or not isinstance(row, ArmsTransferRow) or row.pattern not in _OPEN:
        return None
    inside = desk.scene.inside(clause)
    if any(n.item is not None for n in inside):
        return None
    one = any(n.pronoun and n.lemma in desk.scene.words.jobs["self"] for n in inside)
    top = None if one else helpers(desk, match) or subject(desk.scene, clause)
    supplier, recipient, _ = giver_and_taker(desk, row, clause, inside, top)
    supplier = supplier or (speaker_state(desk, match) if one and row.pattern is not Pattern.GET else None)
    if row.pattern is Pattern.GET and supplier is None and recipient is not None:
        supplier = giver_before(desk, match, recipient, NO_GOODS, told)
    elif row.pattern is not Pattern.GET and supplier is not None and recipient is None and row.returns:
        recipient = taker_before(desk, match, supplier, NO_GOODS, told)
    bought = row.market and supplier is not None and where_party(desk, inside) is not None
    if not (bought or _is_open(desk, match, row.pattern)):
        return None
    effects = clause_effects(desk.scene, clause, desk.signs, ought=Effect.PLANNED)
    if recipient is None or supplier == recipient or Effect.DENIED in effects:
        return None
    return Told(supplier, recipient, NO_GOODS, match.at, bool(effects & _AHEAD))


def _is_open(desk: Desk, match: Match, pattern: Pattern) -> bool:
    """Whether a clause leaves open what is given: it names help, asks for it, or tells that somebody is helped, with
    no people and nothing else."""
    scene, inside = desk.scene, desk.scene.inside(match.clause)
    if any(scene.is_noun(n, "package") for n in inside):
        return True
    if pattern is Pattern.GET:
        return in_return(desk, match) or any(scene.is_a(p, "what") for p in scene.own_tokens(match.clause))
    given = any(n.preposition is not None and scene.is_a(n.preposition, "with") for n in inside)
    return pattern is not Pattern.GIVE and not given


def wished(desk: Desk, match: Match, roles: Roles) -> Told | None:
    """ "Kiew hofft auf neue Panzer": who is to get goods, whoever gives them."""
    asks = isinstance(match.row, ArmsTransferRow) and match.row.pattern is Pattern.ASK
    if not asks or roles.supplier is not None or roles.recipient is None:
        return None
    return Told(None, roles.recipient, NO_GOODS, match.at, planned=True)
