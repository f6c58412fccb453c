"""Who gives or gets, from the sentence before and from what stands around, where nothing was told of them yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.extract.claims.arms.goods_phrases import hangs_on_noun
from kg.extract.claims.arms.powers import power_of
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import is_genitive, owner, subject
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.model import ActorKind, Clause, ClauseKind

__all__ = ["announcer", "helper_before", "only_other", "only_others", "paired", "people_above", "shooter"]


def helper_before(desk: Desk, position: int, recipient: str) -> str | None:
    """ "Berlin stockt seine Militärhilfe auf: 20 Panzer sollen an Kiew gehen": who does something with weapons or help
    in the clauses before, back to the sentence before."""
    for clause in _clauses_before(desk, position):
        top = subject(desk.scene, clause)
        power = power_of(desk, top)
        helps = power is not None and any(
            _is_help(desk, n) or desk.scene.is_noun(n, "exporter") for n in desk.scene.inside(clause)
        )
        if helps and power != recipient and top is not None and not desk.scene.speaks(top):
            return power
    return None


def _clauses_before(desk: Desk, position: int) -> Iterator[Clause]:
    number = desk.scene.sentence_of(position).number
    first = desk.scene.text.sentences[max(number - 1, 0)].first
    clauses = [c for c in desk.scene.text.clauses if first <= c.first and c.last <= position]
    return reversed(clauses)


def _is_help(desk: Desk, nominal: Nominal) -> bool:
    """Own help or goods: "seine Militärhilfe", "ein Paket", "ihre Munitionsinitiative"."""
    free = nominal.preposition is None
    return free and (desk.scene.is_noun(nominal, "help") or (nominal.item is not None and nominal.item.arms))


def people_above(desk: Desk, clause: Clause, supplier: str) -> str | None:
    """ "üben ukrainische Besatzungen an Panzern, die Polen überlassen hat": whose people have to do with goods that a
    relative clause tells of."""
    if not hangs_on_noun(desk, clause):
        return None
    sentence = desk.scene.nominals[desk.scene.sentence_of(clause.first).number]
    before = [n for n in sentence if n.last <= clause.first and n.item is None]
    theirs = {_whose(desk, n) for n in before} - {None, supplier}
    return theirs.pop() if len(theirs) == 1 else None


def _whose(desk: Desk, nominal: Nominal) -> str | None:
    """The state of people in arms, or of a state or army that a phrase without a place names."""
    if nominal.people is not None:
        return owner(desk.scene, nominal)
    forces = nominal.actor is not None and nominal.actor.actor.kind is ActorKind.ARMED_FORCES
    crew = nominal.actor is None and bool(nominal.owners) and nominal.preposition is None
    return power_of(desk, nominal) if forces or crew else None


def announcer(desk: Desk, clause: Clause, recipient: str) -> str | None:
    """ "versicherte Fiala": the state of whoever announces in the clause above or behind what somebody will get."""
    first, last = desk.scene.sentence_of(clause.first).first, desk.scene.sentence_of(clause.first).last
    for other in desk.scene.text.clauses:
        if first <= other.first < last and other.lemma in desk.scene.words.jobs["announce"]:
            power = power_of(desk, subject(desk.scene, other))
            return power if power != recipient else None
    return None


def paired(desk: Desk, clause: Clause, power: str, *, used: bool = False) -> str | None:
    """The state with which a state has soldiers in common, more often than with all others; None where the clause
    tells of another place to which goods go ("an die Front"), if they are not `used` or found there."""
    partners = Counter(host if sender == power else sender for sender, host in desk.pairs if power in {sender, host})
    ranked = partners.most_common(1)
    if not ranked or 2 * ranked[0][1] <= partners.total() or not (used or _is_free(desk, clause, power)):
        return None
    return ranked[0][0]


def _is_free(desk: Desk, clause: Clause, power: str) -> bool:
    """Whether a clause has no other goal than a state itself."""
    return all(power_of(desk, n) == power for n in desk.scene.inside(clause) if _is_goal(desk, n))


def _is_goal(desk: Desk, nominal: Nominal) -> bool:
    """ "an die Front", "in die Region Kursk"."""
    if nominal.preposition is None or desk.scene.is_a(nominal.preposition, "for") or nominal.item is not None:
        return False
    there = nominal.place is not None or desk.scene.is_noun(nominal, "front") or desk.scene.is_noun(nominal, "near")
    return there and desk.scene.is_a(nominal.preposition, "recipient") and nominal.cases != frozenset({"dat"})


def only_other(desk: Desk, position: int, party: str) -> str | None:
    """The one other state that takes part in the sentence of a token, or else in the sentence before."""
    number = desk.scene.sentence_of(position).number
    for sentence in reversed(desk.scene.nominals[max(number - 1, 0) : number + 1]):
        others = {power for n in sentence if (power := _party(desk, n)) is not None} - {party}
        if others:
            return others.pop() if len(others) == 1 else None
    return None


def only_others(desk: Desk, position: int, pair: tuple[str, str]) -> bool:
    """Whether nobody but two states takes part in the sentence of a token and the one before."""
    number = desk.scene.sentence_of(position).number
    near = (n for sentence in desk.scene.nominals[max(number - 1, 0) : number + 1] for n in sentence)
    return {power for n in near if (power := _party(desk, n)) is not None} <= set(pair)


def _party(desk: Desk, nominal: Nominal) -> str | None:
    """The state that a phrase names, itself or by somebody who acts for it; no speaker's and no place's."""
    if nominal.actor is None or nominal.item is not None or desk.scene.speaks(nominal) or _is_where(desk, nominal):
        return None
    if nominal.actor.actor.kind is not ActorKind.STATE and is_genitive(desk.scene, nominal):
        return None
    power = desk.scene.power(nominal.actor.actor)
    named = desk.scene.actors.get(power) if power is not None else None
    return power if named is None or named.kind is ActorKind.STATE else None


def _is_where(desk: Desk, nominal: Nominal) -> bool:
    if nominal.preposition is None or any(desk.scene.is_a(nominal.preposition, job) for job in ("with", "for")):
        return False
    return nominal.place is not None or desk.scene.is_a(nominal.preposition, "source")


def shooter(desk: Desk, clause: Clause) -> str | None:
    """ "die Munition, die Russland verschießt": the subject of a relative clause that tells of firing."""
    scene = desk.scene
    fires = {v for r in desk.language.table(ArmsTransferRow).values() if r.pattern is Pattern.FIRE for v in r.verbs}
    for other in scene.text.clauses:
        below = other.parent == clause.number and other.kind is ClauseKind.RELATIVE
        above = clause.parent == other.number and clause.kind is ClauseKind.RELATIVE
        if (below or above) and other.lemma in fires:
            top = subject(scene, other)
            if top is not None and top.actor is not None:
                return scene.power(top.actor.actor)
            if below and (gun := _gun(desk, other)) is not None:
                return gun
    return None


def _gun(desk: Desk, clause: Clause) -> str | None:
    """ "die Granate, die russische Kanonen verschießen": whose the weapons are that fire what a clause tells of."""
    guns = (n for n in desk.scene.inside(clause) if n.item is not None and n.item.arms and n.preposition is None)
    return next((o for n in guns if "nom" in n.cases and (o := owner(desk.scene, n)) is not None), None)
