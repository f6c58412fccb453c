"""The roles of an arms transfer that a noun tells of ("Waffenlieferungen an Polen")."""

from __future__ import annotations

from kg.extract.claims.arms.attributes import attribute_roles, bound_roles
from kg.extract.claims.arms.goods import Goods, compound_goods, goods_in
from kg.extract.claims.arms.goods_names import with_names
from kg.extract.claims.arms.noun_ways import BY_NOUN
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.arms.powers import power_of, prepositional, speaker_state
from kg.extract.claims.arms.told import (
    Told,
    giver_before,
    known_goods,
    main_pair,
    near_goods,
    near_told,
    of_denier,
    taker_before,
)
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.common.pairs import both
from kg.extract.claims.grammar.frames import How, Match, chain_after
from kg.extract.claims.grammar.governors import govern
from kg.extract.claims.grammar.modality import Effect
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import owner, parties, subject
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.lang.frames import Need
from kg.model import Clause

__all__ = ["noun_roles"]


def noun_roles(desk: Desk, match: Match, told: list[Told]) -> Roles | None:
    """The roles of a transfer that a noun tells of; None where no goods are named."""
    scene, noun = desk.scene, match.nominal
    assert noun is not None
    if any(scene.is_a(p, "each-other") for p in range(noun.first, noun.head)):
        return None  # "gegenseitige Militärhilfe"
    if match.how is How.PARTICIPLE:
        return attribute_roles(desk, match, told)
    if isinstance(match.row, ArmsTransferRow) and match.row.pattern is Pattern.FOR:
        return bound_roles(desk, match)
    chain = chain_after(scene, noun)
    goods = compound_goods(desk, noun, match.row.nouns) or goods_in(desk, with_names(desk, chain)[:2])
    goods = goods or goods_in(desk, [noun]) or _another(desk, match, noun, told)
    if goods is None:
        return None
    if isinstance(match.row, ArmsTransferRow) and match.row.pattern in BY_NOUN:
        return BY_NOUN[match.row.pattern](desk, match, goods, told)
    supplier = owner(scene, noun) or next((o for n in goods.phrases if n is not noun and (o := owner(scene, n))), None)
    to = prepositional(desk, chain, "recipient") or _promised_to(desk, match, noun)
    by = prepositional(desk, chain, "agent") or prepositional(desk, chain, "source")
    supplier = power_of(desk, by) if by is not None else supplier
    recipient = power_of(desk, to)
    explicit = supplier is not None and recipient is not None
    supplier, recipient = _noun_parties(desk, match, goods, (supplier, recipient), told)
    explicit = explicit or _is_means(desk, match, supplier, to)
    used = [n for n in (to, by) if n is not None]
    positions = (match.at, noun.first, *goods.positions, *(p for n in used for p in (n.first, n.last - 1)))
    return Roles(supplier, recipient, goods, positions, explicit)


def _is_means(desk: Desk, match: Match, supplier: str | None, to: Nominal | None) -> bool:
    """ "Mit der Übergabe von Panzern an Kiew hält Oslo Wort", "wegen der Lieferung an Kiew": a noun that tells what is
    taken for granted, with who gets the goods beside it."""
    noun = match.nominal
    if noun is None or noun.preposition is None or to is None or supplier is None:
        return False
    blamed = desk.scene.is_a(noun.preposition, "because") and supplier == _blamed(desk, match.clause)
    known = noun.determiner is not None and desk.scene.is_a(noun.preposition, "with")
    acts = known and supplier == power_of(desk, subject(desk.scene, match.clause))
    return blamed or acts


def _promised_to(desk: Desk, match: Match, noun: Nominal) -> Nominal | None:
    """ "Mit der Übergabe der Panzer hat Oslo sein Versprechen an Kiew gehalten": to whom a promise was given."""
    inside = desk.scene.inside(match.clause)
    known = noun.determiner is not None and noun.preposition is not None and desk.scene.is_a(noun.preposition, "with")
    to = prepositional(desk, inside, "recipient") if known else None
    own = next((n for n in inside if to is not None and n.last == to.first), None)
    theirs = own is not None and own.determiner is not None and own.item is None
    return to if theirs and own is not None and desk.scene.text.tokens[own.determiner or 0].tag == "PPOSAT" else None


def _blamed(desk: Desk, clause: Clause) -> str | None:
    """ "verhängte Sanktionen gegen Minsk": against whom somebody does something, or whom somebody condemns."""
    inside = desk.scene.inside(clause)
    against = power_of(desk, prepositional(desk, inside, "target"))
    top = subject(desk.scene, clause) if not clause.passive else None
    others = (power_of(desk, n) for n in parties(desk.scene, inside) if n is not top)
    return against or next((one for one in others if one not in {None, power_of(desk, top)}), None)


def _noun_parties(
    desk: Desk, match: Match, goods: Goods, named: tuple[str | None, str | None], told: list[Told]
) -> tuple[str | None, str | None]:
    """Supplier and recipient of a noun: as `named`, else from the clause above and from what was told before."""
    scene, (supplier, recipient) = desk.scene, named
    assert match.nominal is not None
    government = govern(scene, match.nominal, desk.signs)
    above = government.clause or match.clause
    if above.lemma in scene.words.jobs["permit"]:
        return supplier or _permitted(desk, above), recipient
    if Effect.DENIED in government.effects and not government.own and recipient is None:
        concepts = {item.concept for item in goods.items}
        deal = main_pair(desk, told) if Need.FOREIGN in match.row.needs else None
        if deal is not None and power_of(desk, subject(scene, above)) in deal:
            return deal
        any_arms = concepts == {"weapons"} and not goods.phrases
        alike = [t for t in told if concepts & {i.concept for i in t.goods.items} and not any_arms]
        denied = _denied(desk, match, above, supplier, alike or told)
        if denied is not None:
            return denied
    elif Need.FOREIGN in match.row.needs:
        return None, None
    because = match.nominal.preposition is not None and scene.is_a(match.nominal.preposition, "because")
    thanks = above.lemma in scene.words.jobs["thank"]
    supplier = supplier or (_blamed(desk, above) if because or thanks else _doer(desk, match, above))
    recipient = recipient or (power_of(desk, subject(scene, above)) if thanks and supplier is not None else None)
    if supplier is not None and named[0] is None and _only_tells(desk, above, supplier, told):
        supplier = None
    recipient = recipient or _promised(desk, above, supplier)
    supplier, recipient = _completed(desk, match, goods, (supplier, recipient), told)
    return supplier or _own_plan(desk, match, above, recipient), recipient


def _own_plan(desk: Desk, match: Match, above: Clause, recipient: str | None) -> str | None:
    """ "Eine Lieferung von Panzern an Kiew werde nicht erwogen": whose plan it is, by "von" or by who speaks."""
    weighs = above.passive and above.lemma in desk.scene.words.jobs["weigh"] and recipient is not None
    agent = prepositional(desk, desk.scene.inside(above), "agent") if weighs else None
    told = speaker_state(desk, match, own=True) if weighs and agent is None else None
    whose = power_of(desk, agent) or told
    return whose if whose != recipient else None


def _completed(
    desk: Desk, match: Match, goods: Goods, named: tuple[str | None, str | None], told: list[Told]
) -> tuple[str | None, str | None]:
    """Supplier and recipient with what was told before in place of one or both."""
    (supplier, recipient), near = named, near_told(desk, match.at, told)
    if supplier is not None and recipient is not None:
        return named
    if supplier is not None:
        return supplier, taker_before(desk, match, supplier, goods, told)
    if recipient is not None:
        return giver_before(desk, match, recipient, goods, told), recipient
    if match.nominal is not None and _of_others(desk, match.nominal):
        return named
    if near is not None and (not goods.phrases or known_goods(desk, goods, near) or _goes_on(desk, match, goods)):
        return near.supplier, near.recipient
    apart = goods.arms and any(n is not match.nominal for n in goods.phrases)
    return (main_pair(desk, told) if apart else None) or named


def _of_others(desk: Desk, noun: Nominal) -> bool:
    """ "die Waffenlieferungen des Westens": whether the words tell of a giver whom nobody knows."""
    behind = next(iter(chain_after(desk.scene, noun)), None)
    theirs = behind is not None and behind.preposition is None and behind.attached and behind.item is None
    return theirs and behind is not None and behind.determiner is not None and power_of(desk, behind) is None


def _goes_on(desk: Desk, match: Match, goods: Goods) -> bool:
    """ "Möglich sei auch die Lieferung von Drohnen": weapons beside what was told right before."""
    return goods.arms and any(desk.scene.is_a(p, "too") for p in desk.scene.own_tokens(match.clause))


def _doer(desk: Desk, match: Match, above: Clause) -> str | None:
    """Who does what the noun tells: the subject of the clause above, or who speaks."""
    words = desk.scene.words.jobs
    if above.passive or above.lemma in words["of-others"]:
        return None
    return power_of(desk, subject(desk.scene, above)) or speaker_state(
        desk, match, own=above.lemma not in words["of-self"]
    )


def _only_tells(desk: Desk, above: Clause, speaker: str, told: list[Told]) -> bool:
    """ "Möglich sei auch die Lieferung von Drohnen": whether a state says it that the article's transfers leave out."""
    impersonal = above.finite is not None and desk.scene.is_a(above.finite, "be")
    if power_of(desk, subject(desk.scene, above)) is not None or not impersonal:
        return False
    pair = main_pair(desk, told)
    return pair is not None and speaker not in pair


def _permitted(desk: Desk, above: Clause) -> str | None:
    """ "untersagt Polen die Weitergabe": the dative of a verb of allowing or forbidding."""
    top = power_of(desk, subject(desk.scene, above))
    named = [power_of(desk, n) for n in parties(desk.scene, desk.scene.inside(above))]
    return next((one for one in named if one not in {None, top}), None) if len(named) > 1 else None


def _denied(
    desk: Desk, match: Match, above: Clause, supplier: str | None, told: list[Told]
) -> tuple[str | None, str | None] | None:
    """The roles of what somebody denies: the one who denies is a party to it; None where nobody is known to."""
    denier = power_of(desk, subject(desk.scene, above))
    if supplier is not None:
        last = next((t.recipient for t in reversed(told) if t.supplier == supplier), None)
        return supplier, denier if denier != supplier else last
    near = near_told(desk, match.at, told)
    if denier is None and any(both(desk.scene, n) for n in desk.scene.inside(above)):
        return main_pair(desk, told)
    before = of_denier(told, denier) or (near if speaker_state(desk, match) is None else None)
    if before is not None:
        return before.supplier, before.recipient
    pair = main_pair(desk, told)
    if pair is not None and denier in pair:
        return pair
    return (None, None) if denier is not None else None


def _promised(desk: Desk, above: Clause, supplier: str | None) -> str | None:
    """ "sagte dem Iran die Lieferung von Drohnen zu": the dative of a verb of promising."""
    if above.passive or above.lemma not in desk.scene.words.jobs["promise"]:
        return None
    named = [power_of(desk, n) for n in parties(desk.scene, desk.scene.inside(above))]
    return next((one for one in named if one not in {None, supplier}), None)


def _another(desk: Desk, match: Match, noun: Nominal, told: list[Told]) -> Goods | None:
    """ "eine weitere Lieferung", "die Lieferungen": of the goods of the transfer before."""
    near = near_goods(desk, match.at, told)
    further = any(desk.scene.is_a(p, "further") for p in range(noun.first, noun.head))
    known = noun.determiner is not None and desk.scene.is_a(noun.determiner, "the")
    known = known or any(desk.scene.is_a(p, "such") for p in range(noun.first, noun.head))
    gives = isinstance(match.row, ArmsTransferRow) and match.row.pattern is Pattern.GIVE
    known = known and gives and Need.FOREIGN not in match.row.needs
    bare = gives and noun.determiner is None and noun.owners == () and _is_plural(desk, noun)
    known = known or (bare and Need.FOREIGN not in match.row.needs)
    near = near or (_lot_denied(desk, noun, told) if known else None)
    if near is None or not (further or (known and near.at < desk.scene.sentence_of(match.at).first)):
        return None
    return near.goods._replace(phrases=(), positions=(noun.head,))


def _lot_denied(desk: Desk, noun: Nominal, told: list[Told]) -> Told | None:
    """ "Minsk bestreitet die Lieferung bis heute": the last transfer of goods to which whoever denies it is a party."""
    government = govern(desk.scene, noun, desk.signs)
    if Effect.DENIED not in government.effects or government.clause is None:
        return None
    return of_denier([t for t in told if not t.whole], power_of(desk, subject(desk.scene, government.clause)))


def _is_plural(desk: Desk, noun: Nominal) -> bool:
    return desk.scene.text.tokens[noun.head].form.lower() != noun.lemma
