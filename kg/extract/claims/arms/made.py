"""Weapons from a state that arms another one in the article, whatever is told of them ("die Granaten aus Pjöngjang
treffen schlecht"), and goods on their way from there ("Container verließen den Hafen Rason")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.claims.arms.attributes import armed
from kg.extract.claims.arms.goods import goods_in
from kg.extract.claims.arms.near import paired
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.arms.powers import power_of
from kg.extract.claims.arms.sides import backed_by
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.forms import form_effects
from kg.extract.claims.grammar.frames import How, Match, chain_after
from kg.extract.claims.grammar.modality import Effect
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import owner, seated
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.model import ArmsTransfer, Clause, Modality, Role

__all__ = ["made_abroad", "made_roles"]


def made_abroad(desk: Desk) -> Iterator[Match]:
    """The weapons of the article's prose that are said to come from somewhere."""
    row = next(r for r in desk.language.table(ArmsTransferRow).values() if r.pattern is Pattern.MADE)
    scene = desk.scene
    for number in armed(scene):
        if scene.text.sentences[number].role is not Role.PROSE or scene.has(scene.text.sentences[number], "trial"):
            continue
        for nominal in scene.nominals[number]:
            clause = scene.clause_at(nominal.head)
            weapon = nominal.item is not None and nominal.item.arms
            if weapon and clause is not None and _tells(desk, clause):
                yield Match(row, How.PARTICIPLE, nominal.head, clause, nominal)


def _tells(desk: Desk, clause: Clause) -> bool:
    """Whether a clause takes it for granted that there are such weapons: no question, no condition, no test."""
    tried = clause.lemma in desk.scene.words.jobs["trial"]
    asked = clause.opener is not None and desk.scene.is_a(clause.opener, "if-at-all")
    return not (tried or asked) and Effect.DROP not in form_effects(desk.scene, clause, desk.signs)


def made_roles(desk: Desk, match: Match, told: Sequence[ArmsTransfer]) -> Roles | None:
    """Who made the weapons, and whom the article tells that this state arms; None where either is open."""
    noun = match.nominal
    assert noun is not None
    come = _from(desk, noun)
    maker = (power_of(desk, come) or seated(desk.scene, come)) if come is not None else None
    maker = maker or owner(desk.scene, noun)
    goods = goods_in(desk, [noun])
    if maker is None or goods is None or any(power_of(desk, n) == maker for n in _free(desk, match.clause)):
        return None
    taker = _taker(desk, match, maker, told)
    if any(power_of(desk, n) not in {None, taker} for n in _free(desk, match.clause) if not desk.scene.speaks(n)):
        return None
    if come is None and not _is_known(desk, match, noun, maker, taker, told):
        return None
    used = (come.last - 1,) if come is not None else ()
    return Roles(maker, taker, goods, (match.at, *goods.positions, *used), True) if taker is not None else None


def _is_known(
    desk: Desk, match: Match, noun: Nominal, maker: str, taker: str | None, told: Sequence[ArmsTransfer]
) -> bool:
    """Whether the words around tell who has the weapons, or the article that such weapons were given; those of a noun
    before them ("der Anteil iranischer Raketen") count only beside weapons of who has them."""
    if noun.attached and noun.preposition is not None:
        return False
    if noun.attached:
        arms = (n for n in desk.scene.inside(match.clause) if n is not noun and n.item is not None and n.item.arms)
        return taker is not None and any(owner(desk.scene, n) == taker for n in arms)
    return _is_beside(desk, match, noun, taker) or _was_given(noun, maker, told)


def _from(desk: Desk, noun: Nominal) -> Nominal | None:
    """ "Granaten aus Pjöngjang", "Raketen aus dem Norden"."""
    after = chain_after(desk.scene, noun)[:1]
    sources = (n for n in after if n.preposition is not None and desk.scene.is_a(n.preposition, "out-of"))
    return next(sources, None)


def _is_beside(desk: Desk, match: Match, noun: Nominal, taker: str | None) -> bool:
    """Whether the clause names the one who gets them, or something of theirs."""
    others = [n for n in desk.scene.inside(match.clause) if n is not noun and not desk.scene.speaks(n)]
    return taker is not None and any(taker in {power_of(desk, n), owner(desk.scene, n)} for n in others)


def _was_given(noun: Nominal, maker: str, told: Sequence[ArmsTransfer]) -> bool:
    """Whether the article tells that goods of the same sort were given by their maker."""
    concept = noun.item.key if noun.item is not None else None
    given = (t for t in told if t.supplier == maker and t.recipient is not None)
    return any(i.concept == concept for t in given for i in t.items)


def _free(desk: Desk, clause: Clause) -> list[Nominal]:
    """The phrases of a clause without preposition, whoever made the weapons among them has them himself."""
    return [n for n in desk.scene.inside(clause) if n.preposition is None and n.actor is not None and n.item is None]


def _taker(desk: Desk, match: Match, maker: str, told: Sequence[ArmsTransfer]) -> str | None:
    """The one state that the article tells to have weapons, or else soldiers, from the maker."""
    real = (t for t in told if t.supplier == maker and t.modality is not Modality.DENIED)
    takers = {t.recipient for t in real if t.recipient is not None}
    if takers:
        return takers.pop() if len(takers) == 1 else None
    sent = any(sender == maker for sender, _ in desk.pairs)
    return (paired(desk, match.clause, maker, used=True) if sent else None) or backed_by(desk, maker)
