"""Who was hurt: the noun phrases of a clause that are the victims, and how many they are."""

from __future__ import annotations

from kg.extract.claims.common.drafts import Amount, Desk, amount
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import antecedent
from kg.lang.casualties import CasualtyRow
from kg.lang.frames import Need
from kg.model import ActorKind, CasualtyType, Clause, ClauseKind, MentionForm, Qualifier, QuantityMention

__all__ = ["ONE", "bare_quantity", "count", "held", "hurt", "more_victims", "victims_of"]

ONE = Amount(1, Qualifier.EXACTLY, 1, 1)


def hurt(nominal: Nominal) -> bool:
    """Whether a noun phrase names people who can be hurt."""
    if nominal.people is not None:
        return not nominal.people.body or nominal.quantity is not None
    if nominal.actor is None or nominal.pronoun:
        return False
    return nominal.actor.form is MentionForm.DEMONYM or nominal.actor.actor.kind is ActorKind.PERSON


def count(desk: Desk, nominal: Nominal | None, quantity: QuantityMention | None) -> Amount:
    """The number of victims; "ein Soldat", "einer der Männer" is one."""
    if (
        quantity is not None
        or nominal is None
        or not (hurt(nominal) or _is_one_of_them(desk, nominal))
        or (nominal.people and nominal.people.holds)
    ):
        return amount(quantity)
    opening = desk.scene.text.tokens[nominal.first]
    one = opening.tag in {"ART", "PIS"} and desk.scene.is_a(nominal.first, "one") and nominal.head > nominal.first
    return ONE if one else amount(None)


def _is_one_of_them(desk: Desk, nominal: Nominal) -> bool:
    """ "einen Verletzten", "eine Tote"."""
    return nominal.lemma in desk.scene.words.jobs["hurt"] and not desk.scene.is_noun(nominal, "loss")


def victims_of(desk: Desk, match: Match) -> Nominal | None:
    """Who was hurt: people without preposition before this verb and after the verb before it; of an active verb of
    killing the object."""
    clause, inside = match.clause, desk.scene.inside(match.clause)
    headline = _is_headline(desk, match)
    earlier = [p for p in clause.verbs if p < match.at and (headline or desk.scene.text.tokens[p].tag == "VVPP")]
    free = [n for n in inside if n.preposition is None and not _genitive_of_other(n)]
    free = [n for n in free if n.quantity is not None or not _is_source(desk, n, inside)]
    people = [n for n in free if _suffers(match, n) or _is_living(desk, match, n)]
    people = [n for n in people if not _doer(desk, n, inside) and _can_be(desk, n, clause)]
    if _stands_before(desk, match) and any(n.head < match.at for n in people):
        return None
    near = [n for n in people if n.head > max(earlier, default=-1)] if earlier else people
    if earlier and not near and bare_quantity(desk, match) is not None:
        return None
    near = [n for n in near or people if _suffers(match, n)] or near or people
    if not near and clause.kind is ClauseKind.RELATIVE and bare_quantity(desk, match) is None:
        before = antecedent(desk.scene, clause)
        return before if before is not None and hurt(before) else None
    if _is_transitive(desk, match) and not (clause.passive or headline) and near:
        return _object(near, _until(desk, match, inside))
    return held(near[0], inside) if near else None


def _is_headline(desk: Desk, match: Match) -> bool:
    """Participles without a verb that helps: "Zwei Männer getötet", "Zwei Männer erschossen und vier verletzt"."""
    tags = [desk.scene.text.tokens[p].tag for p in match.clause.verbs]
    if match.clause.finite is None and desk.scene.text.tokens[match.at].tag == "VVPP":
        return True
    return len(tags) > 1 and "VVPP" in tags and not any(tag.startswith(("VA", "VM")) for tag in tags)


def held(nominal: Nominal, inside: tuple[Nominal, ...]) -> Nominal:
    """The people whom a number word such as "eine Million" holds."""
    if nominal.people is None or not nominal.people.holds:
        return nominal
    after = (n for n in inside if n.first == nominal.last and hurt(n) and n.quantity is nominal.quantity)
    return next(after, nominal)


def _suffers(match: Match, nominal: Nominal) -> bool:
    """Whether a noun phrase names people who can be hurt; whole units only where they are lost."""
    row = match.row
    if isinstance(row, CasualtyRow) and row.units:
        whole = nominal.people is not None and nominal.people.body and nominal.determiner is not None
        return whole and match.clause.passive
    lost = isinstance(row, CasualtyRow) and row.type is CasualtyType.LOSSES
    return hurt(nominal) or (lost and nominal.people is not None and nominal.people.body)


def _is_source(desk: Desk, nominal: Nominal, inside: tuple[Nominal, ...]) -> bool:
    """ "nach Angaben der Rebellen": the genitive of a word that tells who says so."""
    before = next((n for n in inside if n.last == nominal.first), None)
    return nominal.attached and before is not None and before.preposition is not None and desk.scene.speaks(nominal)


def _is_living(desk: Desk, match: Match, nominal: Nominal) -> bool:
    """ "elf Wachleute": counted beings that no table knows, of whom a verb tells what only people suffer."""
    row, number = match.row, nominal.quantity
    counted = number is not None and number.number is not None and not nominal.pronoun
    unknown = nominal.people is None and nominal.actor is None and nominal.item is None and nominal.place is None
    human = isinstance(row, CasualtyRow) and row.people and not desk.scene.is_noun(nominal, "beast")
    return human and counted and unknown and number is not None and nominal.first <= number.first < nominal.head


def _is_transitive(desk: Desk, match: Match) -> bool:
    takes = not match.row.idioms or desk.scene.is_a(match.at, "kill")
    return takes and Need.FOREIGN not in match.row.needs


def _stands_before(desk: Desk, match: Match) -> bool:
    """Whether a number that counts no noun stands right before the verb ("300 Soldaten tot, 2700 verletzt")."""
    quantity = bare_quantity(desk, match)
    return quantity is not None and quantity.last == match.at


def _until(desk: Desk, match: Match, inside: tuple[Nominal, ...]) -> tuple[Nominal, ...]:
    """The noun phrases before a verb that ends its part of the clause ("… einen Mann getötet und zwei verletzt")."""
    ends = desk.scene.text.tokens[match.at].tag in {"VVPP", "VVINF"}
    before = tuple(n for n in inside if n.head < match.at)
    return before if ends and before else inside


def _object(people: list[Nominal], inside: tuple[Nominal, ...]) -> Nominal | None:
    """Of an active clause the last noun phrase without preposition, if it is people: "töteten die Russen ihre Pferde"
    has none that counts."""
    free = [n for n in inside if n.preposition is None and not n.coordinated and not _genitive_of_other(n)]
    last = free[-1] if free else people[-1]
    if len(free) < 2 or last in people:
        return last if last in people else people[-1]
    return people[-1] if last.actor is not None and last.people is None else None


def _genitive_of_other(nominal: Nominal) -> bool:
    plain = (nominal.first == nominal.head and nominal.actor is None) or nominal.quantity is not None
    return nominal.attached and not nominal.coordinated and not plain and nominal.cases == frozenset({"gen"})


def _can_be(desk: Desk, nominal: Nominal, clause: Clause) -> bool:
    """Whether a noun phrase can be who was hurt: in a passive clause only a nominative, or one behind "über 40"."""
    number = nominal.quantity
    if number is not None and desk.scene.text.tokens[number.first].tag.startswith("APPR"):
        return True
    return not clause.passive or not nominal.cases or "nom" in nominal.cases


def _doer(desk: Desk, nominal: Nominal, inside: tuple[Nominal, ...]) -> bool:
    """ "bei einem Angriff der Islamisten": a genitive of a noun of conflict behind a preposition."""
    before = [n for n in inside if n.last == nominal.first]
    row = desk.scene.words.spheres.get(before[0].lemma) if before and before[0].preposition is not None else None
    genitive = "gen" in nominal.cases and nominal.quantity is None
    return row is not None and row.conflict and not row.weak and genitive


def more_victims(victims: Nominal | None, inside: tuple[Nominal, ...]) -> list[Nominal]:
    """The noun phrases that are coordinated with the victims."""
    more: list[Nominal] = []
    after = [n for n in inside if victims is not None and n.first >= victims.last]
    for nominal in after:
        if not nominal.coordinated or not hurt(nominal) or _is_apposed(nominal, victims):
            break
        more.append(nominal)
    shared = victims is not None and victims.quantity is not None and victims.quantity.number is not None
    return [n for n in more if n.quantity is not None or not shared or _opens_with_one(n)]


def _opens_with_one(nominal: Nominal) -> bool:
    """ "(zwei Kolumbianer und) ein Georgier"."""
    return nominal.determiner == nominal.first and nominal.coordinated and nominal.first < nominal.head


def _is_apposed(nominal: Nominal, victims: Nominal | None) -> bool:
    """ "Der Pilot, Oberstleutnant …": the name of the one who is told."""
    named = nominal.actor is not None and nominal.actor.actor.kind is ActorKind.PERSON
    return named and victims is not None and victims.quantity is None


def bare_quantity(desk: Desk, match: Match) -> QuantityMention | None:
    """A number without a noun before the verb ("… und 190 weitere verletzt", "14 wurden durch Bomben verletzt"): the
    one right before it, else the first."""
    clause, quantities = match.clause, desk.scene.mentions.quantities
    near = [q for q in quantities if clause.first <= q.first and q.last <= match.at and _is_bare(desk, q, match)]
    return next((q for q in near if q.last == match.at), near[0] if near else None)


def _is_bare(desk: Desk, quantity: QuantityMention, match: Match) -> bool:
    scene = desk.scene
    counting = (n for n in scene.inside(match.clause) if n.quantity is quantity and not n.pronoun)
    after = next((p for p in range(quantity.last, match.at + 1) if not scene.is_a(p, "further")), match.at)
    stands_alone = scene.text.tokens[after].tag in _AFTER_BARE and not _is_whole(desk, quantity, match.clause)
    return stands_alone and not any(_holds(desk, n) for n in counting)


def _holds(desk: Desk, nominal: Nominal) -> bool:
    """Whether the number of a noun phrase stands inside it, not before a preposition ("4700 außer Gefecht")."""
    number = nominal.quantity
    tags = desk.scene.text.tokens[number.last : nominal.head] if number is not None else ()
    return not any(token.tag.startswith("APPR") for token in tags)


def _is_whole(desk: Desk, quantity: QuantityMention, clause: Clause) -> bool:
    """ "von insgesamt 15.000 …": those of whom some were hurt."""
    before = max(quantity.first - 1, clause.first)
    while before > clause.first and desk.scene.text.tokens[before].tag in {"ADV", "ADJD", "ART", "ADJA"}:
        before -= 1
    return before >= clause.first and desk.scene.is_a(before, "of")


_AFTER_BARE = frozenset({"VVPP", "VAFIN", "VVFIN", "APPR", "APPRART", "ADV", "VMFIN", "$,", "PAV", "PROAV", "ADJD"})
"""Tags of what may follow a number that counts no noun."""
