"""Transfers told by weapons of a foreign make in use: who fires them got them from their maker."""

from __future__ import annotations

from kg.extract.claims.arms.goods import Goods
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.arms.powers import power_of, prepositional
from kg.extract.claims.arms.sides import are_opposed
from kg.extract.claims.arms.told import Told, near_told
from kg.extract.claims.arms.users import struck_by, user_of
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import owner, subject

__all__ = ["fired"]

_CREWED = frozenset({"aircraft", "tanks"})
"""Goods that somebody sits in."""


def fired(desk: Desk, match: Match, goods: Goods, told: list[Told]) -> Roles | None:
    """Goods of foreign make in use: their maker has supplied whoever uses them."""
    scene, inside = desk.scene, desk.scene.inside(match.clause)
    phrase = goods.phrases[0]
    if goods.number is not None:
        return _some_fired(desk, match, goods, told)
    maker = owner(scene, phrase) or (told[-1].supplier if told and _demonstrated(desk, phrase) else None)
    maker = maker or _by_name(desk, goods)
    if maker is None:
        return None
    struck = struck_by(desk, match.clause, phrase)
    if (match.clause.passive and _is_crew(desk, phrase)) or (struck and _is_crewed(phrase)):
        return None
    target = prepositional(desk, inside, "target")
    if target is None and match.clause.lemma in scene.words.jobs["shoot-off"]:
        return None  # "hat 30 iranische Drohnen abgeschossen": brought down
    by = prepositional(desk, inside, "agent") if match.clause.passive else subject(scene, match.clause)
    by = by if not (match.row.idioms or struck) else None
    user = power_of(desk, by) or (None if match.clause.passive or struck else _crew(desk, inside))
    if user is None and goods.arms:
        aim = power_of(desk, target) or next((p for n in struck if (p := power_of(desk, n) or owner(scene, n))), None)
        user = user_of(desk, match.clause, maker, told, target=aim)
    if user is None or user == maker or are_opposed(desk, maker, user):
        return None
    used = (target.head,) if target is not None else ()
    return Roles(maker, user, goods, (match.at, *match.clause.verbs, *goods.positions, *used), True)


def _is_crew(desk: Desk, phrase: Nominal) -> bool:
    """ "von türkischen Kampfjets angegriffen": machines that stand for who flies them."""
    return phrase.preposition is not None and desk.scene.is_a(phrase.preposition, "agent") and _is_crewed(phrase)


def _is_crewed(phrase: Nominal) -> bool:
    return phrase.item is not None and phrase.item.key in _CREWED


def _crew(desk: Desk, inside: tuple[Nominal, ...]) -> str | None:
    """ "russische Soldaten": whose the people are who have weapons at hand."""
    crews = (n for n in inside if n.people is not None and n.preposition is None and "nom" in n.cases)
    return next((o for n in crews if (o := owner(desk.scene, n)) is not None), None)


def _some_fired(desk: Desk, match: Match, goods: Goods, told: list[Told]) -> Roles | None:
    """ "330 davon seien bereits eingesetzt worden": of those told before."""
    near = near_told(desk, match.at, told)
    if near is None or not any(desk.scene.is_a(p, "among") for p in desk.scene.own_tokens(match.clause)):
        return None
    return Roles(near.supplier, near.recipient, goods, (match.at, *match.clause.verbs, *goods.positions), False)


def _by_name(desk: Desk, goods: Goods) -> str | None:
    """The maker of a weapon that is known by its name ("Hwasong-11")."""
    lemmas = [desk.scene.lemma(p) for phrase in goods.phrases for p in range(phrase.first, phrase.last)]
    makers = (actor for actor in desk.scene.actors.values() if actor.makes)
    return next((actor.id for actor in makers if any(x.startswith(actor.makes) for x in lemmas)), None)


def _demonstrated(desk: Desk, phrase: Nominal) -> bool:
    return phrase.determiner is not None and desk.scene.is_a(phrase.determiner, "this")
