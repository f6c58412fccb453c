"""The noun phrases of a clause that can be what is given."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.claims.arms.goods_help import as_help, works
from kg.extract.claims.arms.goods_names import with_names
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import antecedent, owner
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.model import Clause, ClauseKind

__all__ = ["goods_phrases", "hangs_on_noun"]


def goods_phrases(desk: Desk, match: Match, inside: tuple[Nominal, ...], row: ArmsTransferRow) -> Iterable[Nominal]:
    """The noun phrases that can be what is given: after "mit" for the verbs of supplying, else without preposition."""
    if row.pattern is Pattern.HELP:
        return [*works(desk, match.clause, inside)]
    if row.pattern is Pattern.SUPPLY:
        given = [n for n in inside if n.preposition is not None and desk.scene.is_a(n.preposition, "with")]
        if match.clause.kind is ClauseKind.RELATIVE and desk.scene.is_a(match.clause.first, "with"):
            before = antecedent(desk.scene, match.clause)
            given = [before] if before is not None else given
        given = [*given, *(n for n in inside if _fills(desk, n, given))]
        more = [n for one in given[-1:] for n in _coordinated_after(desk, one) if n not in given]
        return [*given, *(n for n in more if n.preposition in {None, given[-1].preposition} or _is_held(desk, n))]
    goods = [n for n in inside if n.item is not None and not _is_worth(desk, n)]
    if row.pattern is Pattern.AGAIN:
        return [*goods, *(n for one in goods[-1:] for n in _coordinated_after(desk, one) if n not in goods)]
    chosen = _chosen(desk, goods, row)
    return chosen or _unbound(desk, match, inside, row)


def _chosen(desk: Desk, goods: list[Nominal], row: ArmsTransferRow) -> list[Nominal]:
    """The goods that stand where a pattern has them; none where it has no place of their own."""
    if row.pattern is Pattern.FIRE:
        return [n for n in goods if _is_fired(desk, n)] or [n for n in goods if owner(desk.scene, n) is not None]
    if row.pattern is Pattern.ASK:
        return [n for n in goods if _about(desk, n)]
    if row.pattern is Pattern.STEM and not any(n.preposition is None for n in goods):
        return [n for n in goods if n.preposition is not None and desk.scene.is_a(n.preposition, "of")]
    return []


def _unbound(desk: Desk, match: Match, inside: tuple[Nominal, ...], row: ArmsTransferRow) -> Iterable[Nominal]:
    """The goods without preposition, those that a relative clause tells of, or help as goods."""
    scene, clause, at = desk.scene, match.clause, match.at
    free = [n for n in inside if n.item is not None and (_free(desk, n) or (row.idioms and _for(desk, n)))]
    earlier = [p for p in clause.verbs if p < at and scene.text.tokens[p].tag in {"VVPP", "VVFIN"}]
    free = [n for n in free if n.head > max(earlier, default=-1)] or free
    free = sorted({*free, *(n for n in inside if free and _is_beside(desk, n))}, key=lambda n: n.first)
    free += [n for one in free[-1:] for n in _coordinated_after(desk, one) if n not in free]
    if not free and hangs_on_noun(desk, clause) and (before := antecedent(scene, clause)) is not None:
        named = next((n for n in _listed(desk, before) if n.first <= before.first < n.last), before)
        return [*_coordinated_before(desk, named), named]
    comes = row.pattern in {Pattern.MOVE, Pattern.GET}
    helps = (as_help(desk, n, comes=comes) for n in inside if n.item is None and not free)
    return free or [helped for helped in helps if helped.item is not None]


def _is_worth(desk: Desk, nominal: Nominal) -> bool:
    """ "Der Wert der Panzer": whether the clause tells only what the goods are worth."""
    before = nominal.first - 1
    hangs = nominal.attached and nominal.preposition is None and before >= 0
    return hangs and desk.scene.is_a(before, "worth")


def _is_beside(desk: Desk, nominal: Nominal) -> bool:
    """ "neben Raketen auch Panzer": more of what is given."""
    beside = nominal.preposition is not None and desk.scene.is_a(nominal.preposition, "besides")
    return beside and nominal.item is not None and nominal.item.arms


def _about(desk: Desk, nominal: Nominal) -> bool:
    """ "bat um Raketen", "bat um mindestens zehn Raketen"."""
    if nominal.preposition is not None:
        return desk.scene.is_a(nominal.preposition, "about-it")
    first, tokens = nominal.first, desk.scene.text.tokens
    while first > 0 and tokens[first - 1].tag in {"ADV", "CARD"}:
        first -= 1
    return first > 0 and tokens[first - 1].tag == "KOUI" and desk.scene.is_a(first - 1, "about-it")


def hangs_on_noun(desk: Desk, clause: Clause) -> bool:
    """A relative clause, also one whose pronoun the tagger takes for an article ("…, die Polen verschiffte")."""
    tokens, first = desk.scene.text.tokens, clause.first
    last = first > 0 and clause.finite is not None and clause.finite >= clause.last - 2
    article = tokens[first].tag == "ART" and tokens[first].form in desk.scene.words.jobs["relative"]
    return clause.kind is ClauseKind.RELATIVE or (last and article and tokens[first - 1].form == ",")


def _listed(desk: Desk, nominal: Nominal) -> tuple[Nominal, ...]:
    return with_names(desk, desk.scene.nominals[desk.scene.sentence_of(nominal.head).number])


def _place(sentence: tuple[Nominal, ...], nominal: Nominal) -> int:
    return next(place for place, other in enumerate(sentence) if other.head == nominal.head)


def _coordinated_before(desk: Desk, nominal: Nominal) -> list[Nominal]:
    """The goods that are listed before one, each with a number ("90 Panzer und 20 Raketen, die …")."""
    sentence = _listed(desk, nominal)
    more = [nominal]
    for before in reversed(sentence[: _place(sentence, nominal)]):
        listed = more[0].coordinated and more[0].quantity is not None
        if before.item is None or before.quantity is None or not listed or before.preposition is not None:
            break
        more.insert(0, before)
    return more[:-1]


def _coordinated_after(desk: Desk, nominal: Nominal) -> list[Nominal]:
    """The goods that are listed after one, even where a comma makes a part of their own of them."""
    sentence = _listed(desk, nominal)
    more: list[Nominal] = []
    for after in sentence[_place(sentence, nominal) + 1 :]:
        if after.item is None or not (after.coordinated or _goes_on(desk, (more or [nominal])[-1].last, after.first)):
            break
        more.append(after)
    return more


def _goes_on(desk: Desk, last: int, first: int) -> bool:
    """Whether at most a comma and an adverb stand between two goods (", mindestens 100 Raketen")."""
    between = [desk.scene.text.tokens[p].tag for p in range(last, first)]
    added = any(desk.scene.is_a(p, "in-addition") for p in range(last, first))
    counts = not added and all(tag == "ADV" for tag in between[1:])
    return len(between) <= 1 or (between[0] == "$," and counts)


def _is_fired(desk: Desk, nominal: Nominal) -> bool:
    """ "mit nordkoreanischen Raketen beschossen", "feuerte iranische Drohnen ab"."""
    return nominal.preposition is None or desk.scene.is_a(nominal.preposition, "with")


def _free(desk: Desk, nominal: Nominal) -> bool:
    """Without preposition, or counted: "Millionen an Granaten", "40 vom Typ Scalp"."""
    if nominal.preposition is None or _is_held(desk, nominal):
        return True
    before = nominal.preposition - 1
    counted = any(q.last - 1 == before for q in desk.scene.mentions.quantities)
    return counted or desk.scene.is_a(nominal.preposition, "to-goods")


def _is_held(desk: Desk, nominal: Nominal) -> bool:
    """ "eine kleine Zahl von Drohnen", "Container mit Munition", "Züge mit Munition"."""
    before = [n for n in desk.scene.nominals[desk.scene.sentence_of(nominal.head).number] if n.last <= nominal.first]
    holder = before[-1] if before and nominal.attached else None
    if holder is None or holder.preposition is not None:
        return False
    carries = desk.scene.is_noun(holder, "carrier") and desk.scene.is_a(nominal.preposition or 0, "with")
    return carries or (holder.people is not None and holder.people.holds)


def _fills(desk: Desk, nominal: Nominal, given: list[Nominal]) -> bool:
    """ "mit großen Mengen an Waffen", "mit einer Vielzahl von Drohnen": what somebody is given a lot of."""
    if nominal.preposition is None or nominal.item is None:
        return False
    lot = next((n for n in given if n.last == nominal.preposition), None)
    held = lot is not None and lot.people is not None and lot.people.holds
    return held and any(desk.scene.is_a(nominal.preposition, job) for job in ("to-goods", "of"))


def _for(desk: Desk, nominal: Nominal) -> bool:
    """ "Zugang zu Technologie"."""
    return nominal.preposition is not None and desk.scene.is_a(nominal.preposition, "purpose")
