"""Who gives and who gets, from the noun phrases of a clause."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.extract.claims.arms.goods import Goods, allies_of
from kg.extract.claims.arms.powers import acting, holds_source, power_of, prepositional, where_party
from kg.extract.claims.common.context import land_before
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.clause_parts import given_to
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import antecedent, is_genitive, owner, parties, subject
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.lang.frames import FrameRow, Need
from kg.model import Actor, Clause, ClauseKind

__all__ = ["Roles", "by_owner", "conjuncts", "giver_and_taker", "helpers"]


_WITH = frozenset({Pattern.SUPPLY, Pattern.HELP})
"""Patterns in which whoever gets something is an object without preposition."""
_JOINT = 2
"""Tokens between two coordinated subjects at most ("Belgien und die Niederlande")."""


class Roles(NamedTuple):
    """What a match tells of a transfer."""

    supplier: str | None
    recipient: str | None
    goods: Goods
    positions: tuple[int, ...]
    explicit: bool
    actors: tuple[Actor, ...] = ()
    planned: bool = False
    """Whether it takes up a transfer that is only planned."""


def giver_and_taker(
    desk: Desk, row: ArmsTransferRow, clause: Clause, inside: tuple[Nominal, ...], top: Nominal | None
) -> Parties:
    """The ids of supplier and recipient that a verb's clause names, and the phrases that do; `top`: the subject."""
    by = prepositional(desk, inside, "agent") or prepositional(desk, inside, "source")
    if row.pattern is Pattern.GET:
        return _bought(desk, row, clause, inside, (by, top))
    asked = row.pattern is Pattern.ASK
    advised = row.pattern is Pattern.HELP and any(desk.scene.is_a(p, "let") for p in clause.verbs)
    if asked or advised:
        giver = by or (_beside(desk, row, inside, top) if asked else None)
        asks = acting(desk, top) or (_leaders(desk, inside) if asked and top is None else None)
        return acting(desk, giver), asks, [n for n in (giver, top) if n is not None]
    return _given(desk, row, clause, inside, (by, top))


def _leaders(desk: Desk, inside: tuple[Nominal, ...]) -> str | None:
    """ "Die Führung hofft auf Kampfjets": whose leaders ask who are only described."""
    free = (n for n in inside if n.preposition is None and n.determiner is not None and "nom" in n.cases)
    one = next((n for n in free if n.actor is None and n.lemma in _jobs(desk, "land")), None)
    return land_before(desk.scene, one.first) if one is not None else None


Parties = tuple[str | None, str | None, list[Nominal]]
"""The ids of supplier and recipient, and the phrases that name them."""


def _beside(desk: Desk, row: ArmsTransferRow, inside: tuple[Nominal, ...], top: Nominal | None) -> Nominal | None:
    """The party without preposition beside the subject."""
    joined = conjuncts(inside, top)
    rest = [n for n in inside if n not in joined and not (n.attached and desk.scene.speaks(n))]
    free = [n for n in rest if n in parties(desk.scene, [n]) or _group(desk, n)]
    if row.pattern in _WITH:
        free += [n for n in rest if _supplied(desk, n)]
    return free[0] if free else None


def _bought(
    desk: Desk,
    row: ArmsTransferRow,
    clause: Clause,
    inside: tuple[Nominal, ...],
    named: tuple[Nominal | None, Nominal | None],
) -> Parties:
    """The parties of "bekommt", "kauft", of whom `named` are the one "von" names and the subject."""
    by, top = named
    if by is None and top is not None and holds_source(desk, top):
        return power_of(desk, top), None, [top]
    by = by or (_beside(desk, row, inside, top) if row.off else None)
    if (spared := prepositional(desk, inside, "for")) is not None:
        return acting(desk, top), power_of(desk, spared), [n for n in (top, spared) if n is not None]
    by = by or _whence(desk, clause)
    bought = where_party(desk, inside) if row.market and by is None else None
    maker = acting(desk, by or bought) or _maker(desk, inside)
    if maker is None:
        maker = _there(desk, row, clause, power_of(desk, top))
    takes = acting(desk, top or _taken_up(desk, clause, maker))
    return maker, takes if takes != maker else None, [n for n in (by or bought, top) if n is not None]


def _given(
    desk: Desk,
    row: ArmsTransferRow,
    clause: Clause,
    inside: tuple[Nominal, ...],
    named: tuple[Nominal | None, Nominal | None],
) -> Parties:
    """The parties of "liefert", "versorgt", of whom `named` are the one "von" names and the subject."""
    by, top = named
    to, other = prepositional(desk, inside, "recipient"), _beside(desk, row, inside, top)
    to = to or given_to(desk.scene, clause) or (prepositional(desk, inside, "with") if row.shared else None)
    if clause.passive:
        giver, taker = by, to or other or (top if row.pattern is Pattern.SUPPLY else None)
        giver = giver if giver is not taker else None
        taker = taker or (top if top is not None and top.item is None else None)
    else:
        top = None if top is not None and desk.scene.is_noun(top, "carrier") else top
        giver, taker = top, (other or to if row.pattern in _WITH else to or other)
    used = [n for n in (giver, taker) if n is not None]
    gives, takes = (
        acting(desk, giver) or _by_ship(desk, row, inside),
        acting(desk, taker) or _at_port(desk, row, inside),
    )
    if gives is None and row.pattern is Pattern.GIVE and (out := prepositional(desk, inside, "out-of")) is not None:
        gives, used = power_of(desk, out), [*used, out]
    if gives is not None and gives == takes:
        gives, takes = _told_apart(desk, giver, taker, gives)
    return gives, takes, used


def _by_ship(desk: Desk, row: ArmsTransferRow, inside: tuple[Nominal, ...]) -> str | None:
    """ "Russische Tanker brachten Öl": whose the ships are that bring something."""
    if Need.PLACE not in row.needs or prepositional(desk, inside, "source") is not None:
        return None
    ships = (n for n in inside if n.preposition is None and desk.scene.is_noun(n, "carrier") and "nom" in n.cases)
    return next((o for n in ships if (o := owner(desk.scene, n)) is not None), None)


def _at_port(desk: Desk, row: ArmsTransferRow, inside: tuple[Nominal, ...]) -> str | None:
    """ "in nordkoreanische Häfen": whose the port is that something is brought to."""
    goals = (n for n in inside if n.preposition is not None and desk.scene.is_a(n.preposition, "recipient"))
    ports = (n for n in goals if desk.scene.is_noun(n, "port") and n.cases == frozenset({"acc"}))
    return next((owner(desk.scene, n) for n in ports), None) if Need.PLACE in row.needs else None


def _told_apart(desk: Desk, giver: Nominal | None, taker: Nominal | None, same: str) -> tuple[str | None, str | None]:
    """Supplier and recipient where "das Land" or "das Regime" was taken for the one that the clause names as well."""
    if giver is not None and giver.lemma in _jobs(desk, "country"):
        return land_before(desk.scene, giver.first, other_than=same), same
    if taker is not None and taker.lemma in _jobs(desk, "land") | _jobs(desk, "that-land"):
        return same, land_before(desk.scene, taker.first, other_than=same)
    return same, same


def _whence(desk: Desk, clause: Clause) -> Nominal | None:
    """ "der Iran, von dem Russland Drohnen bezog": whom a relative clause opens with."""
    if clause.kind is not ClauseKind.RELATIVE or not desk.scene.is_a(clause.first, "source"):
        return None
    return antecedent(desk.scene, clause)


def _there(desk: Desk, row: ArmsTransferRow, clause: Clause, buyer: str | None) -> str | None:
    """ "Polen hat dort Panzer bestellt", "von dort bekommen": the state told before."""
    there = [p for p in desk.scene.own_tokens(clause) if desk.scene.is_a(p, "there-place")]
    if not any(row.market or desk.scene.is_a(p - 1, "source") for p in there):
        return None
    return land_before(desk.scene, clause.first, other_than=buyer)


def _taken_up(desk: Desk, clause: Clause, maker: str | None) -> Nominal | None:
    """Who "man", "es" or "das Land" means: the subject of the sentence before, if it is not the maker."""
    above = desk.scene.text.clauses[clause.parent] if clause.parent is not None else clause
    acting_above = power_of(desk, subject(desk.scene, above)) if above is not clause else None
    near = [*desk.scene.inside(clause), *desk.scene.inside(above)]
    if not any(n.pronoun and any(n.lemma in _jobs(desk, job) for job in ("self", "they", "it")) for n in near):
        return None
    if acting_above not in {None, maker} and _fits(desk, clause, above):
        return subject(desk.scene, above)
    number = desk.scene.sentence_of(clause.first).number
    before = desk.scene.text.sentences[max(number - 1, 0)]
    near_by = [c for c in desk.scene.text.clauses if before.first <= c.first < before.last and _fits(desk, clause, c)]
    tops = [top for c in near_by if (top := subject(desk.scene, c)) is not None]
    return next((top for top in reversed(tops) if power_of(desk, top) not in {None, maker}), None)


def _fits(desk: Desk, clause: Clause, other: Clause) -> bool:
    """Whether two clauses have their finite verbs both in the singular or both in the plural."""
    verbs = [c.finite for c in (clause, other)]
    ends = {desk.scene.text.tokens[p].form.endswith("n") for p in verbs if p is not None}
    return len(ends) == 1


def _supplied(desk: Desk, nominal: Nominal) -> bool:
    """ "die russische Industrie", "Putins Truppen": somebody without preposition, known by whose it is."""
    free = nominal.preposition is None and not nominal.pronoun and nominal.item is None
    free = free and not is_genitive(desk.scene, nominal)
    return free and nominal.actor is None and owner(desk.scene, nominal) is not None


def _jobs(desk: Desk, job: str) -> frozenset[str]:
    return desk.scene.words.jobs[job]


def _maker(desk: Desk, inside: Iterable[Nominal]) -> str | None:
    """Whose the goods are that somebody gets ("nordkoreanische Granaten", "Moskaus Technologie")."""
    return next((o for n in inside if n.item is not None and (o := owner(desk.scene, n)) is not None), None)


def _group(desk: Desk, nominal: Nominal) -> bool:
    half = nominal.lemma in desk.scene.words.jobs["half"]
    return nominal.preposition is None and (half or allies_of(desk.scene, nominal) is not None)


def conjuncts(inside: tuple[Nominal, ...], top: Nominal | None) -> list[Nominal]:
    """A subject and what is coordinated with it ("Briten, Franzosen und Amerikaner")."""
    found = [top] if top is not None else []
    for nominal in inside:
        beside = bool(found) and 0 <= nominal.first - found[-1].last <= _JOINT
        if beside and nominal.coordinated and found[0].preposition == nominal.preposition:
            found.append(nominal)
    return found


def helpers(desk: Desk, match: Match) -> Nominal | None:
    """ "Russische Ingenieure helfen Kim": people with a state of their own before the verb that tells of help."""
    row, clause = match.row, match.clause
    if not isinstance(row, ArmsTransferRow) or row.pattern not in _WITH or clause.passive or clause.finite is None:
        return None
    first = next((n for n in desk.scene.inside(clause) if n.preposition is None and n.head < clause.finite), None)
    works = first is not None and first.people is not None and "nom" in first.cases and "dat" not in first.cases
    return first if first is not None and works and owner(desk.scene, first) is not None else None


def by_owner(desk: Desk, row: FrameRow, roles: Roles) -> list[Roles] | None:
    """As in "erhielt 20 deutsche und 30 polnische Panzer": who gives each good is whose it is."""
    goods, gets = roles.goods, isinstance(row, ArmsTransferRow) and row.pattern in {Pattern.GET, Pattern.FIRE}
    owned = [owner(desk.scene, n) for n in goods.phrases] if gets else []
    if len({*owned} - {None}) <= 1 or roles.supplier not in owned or len(goods.items) != len(owned):
        return None
    return [
        roles._replace(supplier=whose or roles.supplier, goods=goods._replace(items=(item,), phrases=(phrase,)))
        for whose, item, phrase in zip(owned, goods.items, goods.phrases, strict=True)
    ]
