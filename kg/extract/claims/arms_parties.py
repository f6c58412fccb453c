"""Who gives and who gets, from the noun phrases of a clause."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.extract.claims.context import land_before
from kg.extract.claims.drafts import Desk
from kg.extract.claims.frames import Match
from kg.extract.claims.goods import Goods, allies_of
from kg.extract.claims.nominals import Nominal
from kg.extract.claims.slots import antecedent, owner, parties, seated, subject
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.model import Actor, ActorKind, Clause, ClauseKind

__all__ = ["Roles", "conjuncts", "giver_and_taker", "power_of", "prepositional", "speaker_state", "where_party"]


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
        return _acting(desk, giver), _acting(desk, top), [n for n in (giver, top) if n is not None]
    return _given(desk, row, clause, inside, (by, top))


Parties = tuple[str | None, str | None, list[Nominal]]
"""The ids of supplier and recipient, and the phrases that name them."""


def _beside(desk: Desk, row: ArmsTransferRow, inside: tuple[Nominal, ...], top: Nominal | None) -> Nominal | None:
    """The party without preposition beside the subject."""
    rest = [n for n in inside if n not in conjuncts(inside, top)]
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
    if (spared := prepositional(desk, inside, "for")) is not None:
        return _acting(desk, top), power_of(desk, spared), [n for n in (top, spared) if n is not None]
    by = by or _whence(desk, clause)
    bought = where_party(desk, inside) if row.market and by is None else None
    maker = _acting(desk, by or bought) or _maker(desk, inside)
    if maker is None:
        maker = _there(desk, row, clause, power_of(desk, top))
    taker = top or _taken_up(desk, clause, maker)
    return maker, _acting(desk, taker), [n for n in (by or bought, top) if n is not None]


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
    if clause.passive:
        giver, taker = by, to or other or (top if row.pattern is Pattern.SUPPLY else None)
        giver = giver if giver is not taker else None
        taker = taker or (top if top is not None and top.item is None else None)
    else:
        giver, taker = top, (other or to if row.pattern in _WITH else to or other)
    used = [n for n in (giver, taker) if n is not None]
    gives, takes = _acting(desk, giver), _acting(desk, taker)
    if gives is None and row.pattern is Pattern.GIVE and (out := prepositional(desk, inside, "out-of")) is not None:
        gives, used = power_of(desk, out), [*used, out]
    if gives == takes and giver is not None and giver.lemma in _jobs(desk, "country"):
        gives = land_before(desk.scene, giver.first, other_than=takes)
    return gives, takes, used


def _acting(desk: Desk, nominal: Nominal | None) -> str | None:
    """The state of who acts, also of a company or minister known by an adjective ("chinesische Firmen, die …")."""
    return power_of(desk, nominal) or (owner(desk.scene, nominal) if nominal is not None else None)


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
    near = [*desk.scene.inside(clause), *desk.scene.inside(above)]
    if not any(n.pronoun and any(n.lemma in _jobs(desk, job) for job in ("self", "they", "he")) for n in near):
        return None
    number = desk.scene.sentence_of(clause.first).number
    before = desk.scene.text.sentences[max(number - 1, 0)]
    tops = [
        top
        for c in desk.scene.text.clauses
        if before.first <= c.first < before.last and (top := subject(desk.scene, c)) is not None
    ]
    return next((top for top in tops if power_of(desk, top) not in {None, maker}), None)


def where_party(desk: Desk, inside: Iterable[Nominal]) -> Nominal | None:
    """The first noun phrase for a state after "in", where the place stands for a party ("in Schweden bestellt")."""
    scene = desk.scene
    places = (n for n in inside if n.preposition is not None and scene.is_a(n.preposition, "in"))
    return next((n for n in places if n.item is None and power_of(desk, n) is not None), None)


def _supplied(desk: Desk, nominal: Nominal) -> bool:
    """ "die russische Industrie", "Putins Truppen": somebody without preposition, known by whose it is."""
    free = nominal.preposition is None and not nominal.pronoun and nominal.item is None
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
        if beside and nominal.coordinated and nominal.preposition is None:
            found.append(nominal)
    return found


def prepositional(desk: Desk, inside: Iterable[Nominal], job: str) -> Nominal | None:
    """The first noun phrase for a state or group that a preposition of a job of `claim_words.toml` governs."""
    whole = tuple(inside)
    for nominal in whole:
        fits = nominal.preposition is not None and desk.scene.is_a(nominal.preposition, job)
        loose = fits and _only_where(desk, nominal)
        who = _acting(desk, nominal) if job in _GIVERS else power_of(desk, nominal)
        inner = any(n.first < nominal.first and nominal.last <= n.head for n in whole)
        loose = loose or (fits and job == "recipient" and _by_words(desk, nominal))
        if fits and not (loose or inner) and nominal.item is None and who is not None:
            return nominal
    return None


_GIVERS = frozenset({"agent", "source"})
"""Jobs of prepositions behind which a company counts for its state ("vom russischen Hersteller")."""


def _by_words(desk: Desk, nominal: Nominal) -> bool:
    """Whether "nach" tells by whose words, not whereto ("nach Geheimdienstangaben")."""
    assert nominal.preposition is not None
    if not desk.scene.is_a(nominal.preposition, "goal") or nominal.place is not None:
        return False
    return nominal.actor is not None and nominal.actor.actor.kind is not ActorKind.STATE


def _only_where(desk: Desk, nominal: Nominal) -> bool:
    """Whether "in" tells where, not whereto ("in Graz", but "in die Ukraine")."""
    assert nominal.preposition is not None
    return desk.scene.is_a(nominal.preposition, "in") and nominal.cases != frozenset({"acc"})


def power_of(desk: Desk, nominal: Nominal | None) -> str | None:
    """The state or group that a noun phrase means; "die Verbündeten der Ukraine" are a group of their own."""
    if nominal is None:
        return None
    if (group := allies_of(desk.scene, nominal)) is not None:
        return group.id
    named = desk.scene.power(nominal.actor.actor) if nominal.actor is not None else None
    if nominal.actor is not None and desk.scene.is_noun(nominal, "parliament"):
        named = nominal.actor.actor.acts_for or named
    known = None if nominal.lemma in desk.scene.words.jobs["half"] else named
    return known or seated(desk.scene, nominal) or _by_place(desk, nominal)


def _by_place(desk: Desk, nominal: Nominal) -> str | None:
    """By the place that a phrase names, by "das Land", by an adjective ("die russische Industrie")."""
    if nominal.place is not None:
        return nominal.place.place.country
    if nominal.lemma in desk.scene.words.jobs["country"] and nominal.determiner is not None:
        one = desk.scene.text.tokens[nominal.head].form.lower().removesuffix("s").removesuffix("e") == nominal.lemma
        return land_before(desk.scene, nominal.first) if one else None
    to = nominal.preposition is None or desk.scene.is_a(nominal.preposition, "to-goods")
    return owner(desk.scene, nominal) if nominal.people is not None or (to and nominal.item is None) else None


def speaker_state(desk: Desk, match: Match) -> str | None:
    """The state of whoever announces it ("Wir würden die Lieferung von Waffen …")."""
    here = desk.scene.text.tokens[match.at].span
    for statement in desk.scene.statements:
        if statement.content.contains(here) and statement.speakers:
            return desk.scene.power(desk.scene.actors.get(statement.speakers[0]))
    return None
