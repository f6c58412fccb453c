"""Arms transfers: who gives what to whom, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from kg.extract.claims.context import partner
from kg.extract.claims.drafts import Desk, amount, date_in, evidence, judged
from kg.extract.claims.frames import Frames, How, Match, chain_after, matches
from kg.extract.claims.goods import Goods, allies_of, compound_goods, goods_before, goods_in
from kg.extract.claims.governors import govern
from kg.extract.claims.nominals import Nominal
from kg.extract.claims.slots import antecedent, owner, parties, seated, subject
from kg.lang import Language
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.model import Actor, ArmsTransfer, Clause, ClauseKind, Modality, Span

__all__ = ["Transfer", "arms_transfers"]


class Transfer(NamedTuple):
    """An arms transfer and the actors that it names beyond the mentions."""

    claim: ArmsTransfer
    actors: tuple[Actor, ...]


class _Roles(NamedTuple):
    supplier: str | None
    recipient: str | None
    goods: Goods
    positions: tuple[int, ...]
    explicit: bool
    actors: tuple[Actor, ...] = ()


@cache
def _frames(language: Language) -> Frames[ArmsTransferRow]:
    return Frames.of(language.table(ArmsTransferRow).values())


def arms_transfers(desk: Desk) -> tuple[Transfer, ...]:
    """The arms transfers of an article in the order of the text."""
    found: list[Transfer] = []
    done: set[int] = set()
    for match in matches(desk.scene, _frames(desk.language)):
        if not isinstance(match.row, ArmsTransferRow) or match.at in done or _taken(desk, match, found):
            continue
        roles = _verb_roles(desk, match, match.row, found) if match.how is How.VERB else _noun_roles(desk, match, found)
        if roles is None or not _counts(roles):
            continue
        found += list(_claims(desk, match, roles))
        done.add(match.at)
        if match.how is How.VERB and (left_out := _contrast(desk, match, roles)) is not None:
            found += [
                f._replace(claim=replace(f.claim, modality=Modality.DENIED)) for f in _claims(desk, match, left_out)
            ]
    return tuple(found)


def _taken(desk: Desk, match: Match, found: list[Transfer]) -> bool:
    here = desk.scene.text.tokens[match.at].span
    if match.how is not How.VERB:
        return any(f.claim.evidence.contains(here) for f in found[-3:])
    return any(f.claim.evidence.contains(here) and f.claim.rule == match.row.rule for f in found[-3:])


def _counts(roles: _Roles) -> bool:
    """Whether enough is known: two parties for plain goods, one and a weapon for arms; never the same on both sides."""
    if roles.supplier is not None and roles.supplier == roles.recipient:
        return False
    known = (roles.supplier is not None) + (roles.recipient is not None)
    return known == 2 or (known == 1 and roles.goods.arms)


def _verb_roles(desk: Desk, match: Match, row: ArmsTransferRow, found: list[Transfer]) -> _Roles | None:
    scene, clause = desk.scene, match.clause
    inside = scene.inside(clause)
    goods = goods_in(desk, _goods_phrases(desk, match, inside, row))
    if goods is None and row.pattern is Pattern.SUPPLY and not any(n.item is not None for n in inside):
        goods = goods_before(desk, match) if scene.lemma(match.at) in row.alone else None
    if goods is None:
        return None
    if row.pattern is Pattern.FIRE:
        return _fired(desk, match, inside, goods, found)
    top = subject(scene, clause)
    supplier, recipient, used = _parties(desk, row, clause, inside, top)
    positions = (match.at, *clause.verbs, *goods.positions, *(p for n in used for p in (n.first, n.last - 1)))
    supplier, recipient, explicit = _complete(desk, row, supplier, recipient, found)
    actors = tuple(a for n in used if (a := allies_of(scene, n)) is not None)
    return _Roles(supplier, recipient, goods, positions, explicit, actors)


def _contrast(desk: Desk, match: Match, roles: _Roles) -> _Roles | None:
    """ "…, nicht aber das Land selbst": who gets nothing; "das Land" is the one that the recipients belong to."""
    scene = desk.scene
    tokens = scene.text.tokens
    for other in scene.text.clauses:
        if other.parent != match.clause.number or other.kind is not ClauseKind.FRAGMENT or other.first <= match.at:
            continue
        if not scene.is_a(other.first, "not") or not any(scene.is_a(p, "but") for p in range(other.first, other.last)):
            continue
        for nominal in scene.inside(other):
            power = _power(desk, nominal) or _described(desk, match, nominal)
            if power is not None and power not in {roles.supplier, roles.recipient}:
                last = other.last - (tokens[other.last - 1].tag.startswith("$"))
                return roles._replace(recipient=power, positions=(*roles.positions, last - 1), actors=())
    return None


def _described(desk: Desk, match: Match, nominal: Nominal) -> str | None:
    """ "das bedrängte Land": the state named last before it."""
    if nominal.lemma not in desk.scene.words.jobs["land"]:
        return None
    before = [n for n in desk.scene.nominals[desk.scene.sentence_of(match.at).number] if n.last <= nominal.first]
    return next((p for n in reversed(before) if n.actor and (p := desk.scene.power(n.actor.actor)) is not None), None)


def _goods_phrases(desk: Desk, match: Match, inside: tuple[Nominal, ...], row: ArmsTransferRow) -> Iterable[Nominal]:
    """The noun phrases that can be what is given: after "mit" for the verbs of supplying, else without preposition."""
    scene, clause, at = desk.scene, match.clause, match.at
    if row.pattern is Pattern.SUPPLY:
        return [n for n in inside if n.preposition is not None and scene.is_a(n.preposition, "with")]
    free = [n for n in inside if n.item is not None and (_free(desk, n) or (row.idioms and _for(desk, n)))]
    earlier = [p for p in clause.verbs if p < at and scene.text.tokens[p].tag in {"VVPP", "VVFIN"}]
    free = [n for n in free if n.head > max(earlier, default=-1)] or free
    if not free and clause.kind is ClauseKind.RELATIVE and (before := antecedent(scene, clause)) is not None:
        return [before]
    return free


def _free(desk: Desk, nominal: Nominal) -> bool:
    """Without preposition, or counted: "Millionen an Granaten", "40 vom Typ Scalp"."""
    if nominal.preposition is None:
        return True
    before = nominal.preposition - 1
    counted = any(q.last - 1 == before for q in desk.scene.mentions.quantities)
    return counted or desk.scene.is_a(nominal.preposition, "to-goods")


def _for(desk: Desk, nominal: Nominal) -> bool:
    """ "Zugang zu Technologie"."""
    return nominal.preposition is not None and desk.scene.is_a(nominal.preposition, "purpose")


def _parties(
    desk: Desk, row: ArmsTransferRow, clause: Clause, inside: tuple[Nominal, ...], top: Nominal | None
) -> tuple[str | None, str | None, list[Nominal]]:
    scene = desk.scene
    free = [n for n in inside if n is not top and (n in parties(scene, [n]) or _group(desk, n))]
    if top is not None and "nom" in top.cases and free and _first_is_oblique(top, free[0]):
        top, free = free[0], [top, *free[1:]]
    other = free[0] if free else None
    by = _prepositional(desk, inside, "agent") or _prepositional(desk, inside, "source")
    to = _prepositional(desk, inside, "recipient")
    if row.pattern is Pattern.GET:
        maker = _power(desk, by) or _maker(desk, inside)
        taker = top or _taken_up(desk, clause, maker)
        return maker, _power(desk, taker), [n for n in (by, top) if n is not None]
    if clause.passive:
        giver, taker = by, to or other or (top if row.pattern is Pattern.SUPPLY else None)
        giver = giver if giver is not taker else None
        taker = taker or (top if top is not None and top.item is None else None)
    else:
        giver, taker = top, (other or to if row.pattern is Pattern.SUPPLY else to or other)
    used = [n for n in (giver, taker) if n is not None]
    return _power(desk, giver), _power(desk, taker), used


def _taken_up(desk: Desk, clause: Clause, maker: str | None) -> Nominal | None:
    """Who "man", "es" or "das Land" means: the subject of the sentence before, if it is not the maker."""
    above = desk.scene.text.clauses[clause.parent] if clause.parent is not None else clause
    near = [*desk.scene.inside(clause), *desk.scene.inside(above)]
    if not any(n.pronoun and (n.lemma in _jobs(desk, "self") or n.lemma in _jobs(desk, "they")) for n in near):
        return None
    number = desk.scene.sentence_of(clause.first).number
    before = desk.scene.text.sentences[max(number - 1, 0)]
    tops = [
        top
        for c in desk.scene.text.clauses
        if before.first <= c.first < before.last and (top := subject(desk.scene, c)) is not None
    ]
    return next((top for top in tops if _power(desk, top) not in {None, maker}), None)


def _jobs(desk: Desk, job: str) -> frozenset[str]:
    return desk.scene.words.jobs[job]


def _maker(desk: Desk, inside: Iterable[Nominal]) -> str | None:
    """Whose the goods are that somebody gets ("nordkoreanische Granaten", "Moskaus Technologie")."""
    return next((o for n in inside if n.item is not None and (o := owner(desk.scene, n)) is not None), None)


def _group(desk: Desk, nominal: Nominal) -> bool:
    return nominal.preposition is None and allies_of(desk.scene, nominal) is not None


def _first_is_oblique(top: Nominal, other: Nominal) -> bool:
    """Whether the noun phrase in front can only be an object and the other the subject ("Der Ukraine lieferte …")."""
    feminine = top.actor is not None and top.actor.gender == "f"
    return feminine and "acc" not in top.cases and "dat" in top.cases and "nom" in other.cases


def _prepositional(desk: Desk, inside: Iterable[Nominal], job: str) -> Nominal | None:
    for nominal in inside:
        fits = nominal.preposition is not None and desk.scene.is_a(nominal.preposition, job)
        if fits and nominal.item is None and _power(desk, nominal) is not None:
            return nominal
    return None


def _power(desk: Desk, nominal: Nominal | None) -> str | None:
    """The state or group that a noun phrase means; "die Verbündeten der Ukraine" are a group of their own."""
    if nominal is None:
        return None
    if (group := allies_of(desk.scene, nominal)) is not None:
        return group.id
    if nominal.actor is not None and (named := desk.scene.power(nominal.actor.actor)) is not None:
        return named
    if (power := seated(desk.scene, nominal)) is not None:
        return power
    if nominal.place is not None:
        return nominal.place.place.country
    return owner(desk.scene, nominal) if nominal.people is not None else None


def _complete(
    desk: Desk, row: ArmsTransferRow, supplier: str | None, recipient: str | None, found: list[Transfer]
) -> tuple[str | None, str | None, bool]:
    """Fills a missing role from what the article told before; the last value: whether both were named here."""
    explicit = supplier is not None and recipient is not None
    if supplier is not None and recipient is None and row.pattern is not Pattern.GET:
        recipient = _last_recipient(found, supplier) or partner(desk.scene, supplier)
    return supplier, recipient, explicit


def _last_recipient(found: list[Transfer], supplier: str) -> str | None:
    return next((f.claim.recipient for f in reversed(found) if f.claim.supplier == supplier), None)


def _fired(desk: Desk, match: Match, inside: tuple[Nominal, ...], goods: Goods, found: list[Transfer]) -> _Roles | None:
    """Goods of foreign make in use: their maker has supplied whoever uses them."""
    scene = desk.scene
    phrase = goods.phrases[0]
    maker = owner(scene, phrase) or (_last_supplier(found) if _demonstrated(desk, phrase) else None)
    if maker is None:
        return None
    target = _prepositional(desk, inside, "target")
    user = _power(desk, _prepositional(desk, inside, "agent") if match.clause.passive else subject(scene, match.clause))
    if user is None or user == maker:
        user = (
            None
            if user == maker
            else _last_recipient(found, maker) or partner(scene, maker, other_than=_power(desk, target))
        )
    if user is None:
        return None
    positions = (match.at, *match.clause.verbs, *goods.positions, *((target.head,) if target is not None else ()))
    return _Roles(maker, user, goods, positions, True)


def _demonstrated(desk: Desk, phrase: Nominal) -> bool:
    return phrase.determiner is not None and desk.scene.is_a(phrase.determiner, "this")


def _last_supplier(found: list[Transfer]) -> str | None:
    return found[-1].claim.supplier if found else None


def _noun_roles(desk: Desk, match: Match, found: list[Transfer]) -> _Roles | None:
    scene, noun = desk.scene, match.nominal
    assert noun is not None
    chain = chain_after(scene, noun)
    goods = compound_goods(desk, noun, match.row.nouns) or goods_in(desk, chain[:2]) or goods_in(desk, [noun])
    if goods is None:
        return None
    supplier = owner(scene, noun) or next((o for n in goods.phrases if n is not noun and (o := owner(scene, n))), None)
    to = _prepositional(desk, chain, "recipient")
    by = _prepositional(desk, chain, "agent") or _prepositional(desk, chain, "source")
    supplier = _power(desk, by) if by is not None else supplier
    recipient = _power(desk, to)
    explicit = supplier is not None and recipient is not None
    above = govern(scene, noun, desk.signs).clause or match.clause
    top = subject(scene, above)
    if supplier is None and not above.passive:
        supplier = _power(desk, top) or _speaker(desk, match)
    if supplier is None and recipient is None and (near := _near(desk, match, found)) is not None:
        supplier, recipient = near.supplier, near.recipient
    recipient = recipient or (_last_recipient(found, supplier) if supplier is not None else None)
    used = [n for n in (to, by) if n is not None]
    positions = (match.at, noun.first, *goods.positions, *(p for n in used for p in (n.first, n.last - 1)))
    return _Roles(supplier, recipient, goods, positions, explicit)


def _near(desk: Desk, match: Match, found: list[Transfer]) -> ArmsTransfer | None:
    """The last transfer, if told in this sentence or the two before."""
    number = desk.scene.sentence_of(match.at).number
    first = desk.scene.text.sentences[max(number - 2, 0)].start
    return found[-1].claim if found and found[-1].claim.evidence.start >= first else None


def _speaker(desk: Desk, match: Match) -> str | None:
    """The state of whoever announces it ("Wir würden die Lieferung von Waffen …")."""
    here = desk.scene.text.tokens[match.at].span
    for statement in desk.scene.statements:
        if statement.content.contains(here) and statement.speakers:
            return desk.scene.power(desk.scene.actors.get(statement.speakers[0]))
    return None


def _claims(desk: Desk, match: Match, roles: _Roles) -> Iterator[Transfer]:
    core = _core(desk, match, roles)
    quantity = next((n.quantity for n in roles.goods.phrases if n.quantity is not None), None)
    number = amount(quantity)
    for modality, voice in judged(desk, match, core, explicit=roles.explicit, giver=roles.supplier):
        claim = ArmsTransfer(
            key="",
            claimants=voice.claimants,
            statement=voice.key,
            number=number.number,
            qualifier=number.qualifier,
            minimum=number.minimum,
            maximum=number.maximum,
            modality=modality,
            when=date_in(desk.scene, match.clause),
            evidence=evidence(desk, match, roles.positions, voice),
            rule=match.row.rule,
            supplier=roles.supplier,
            recipient=roles.recipient,
            items=roles.goods.items,
        )
        yield Transfer(claim, roles.actors)


def _core(desk: Desk, match: Match, roles: _Roles) -> Span:
    if match.how is not How.VERB or not roles.goods.phrases:
        return desk.scene.text.tokens[match.at].span
    phrase = roles.goods.phrases[0]
    return desk.scene.text.span(phrase.first, phrase.last)
