"""The number of people or victims: their own, or the one that "die Zahl der …" gets in the clause."""

from __future__ import annotations

from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.model import Clause, QuantityMention

__all__ = ["counts_bodies", "in_all", "is_part", "number_of", "numbers_before", "some_of_those"]

_MANY = 100
_YEARS = range(1900, 2050)
"""Numbers that are rather years before a unit ("schickte 1965 Truppen nach Vietnam")."""
_DETERMINERS = frozenset({"ART", "PDAT", "PPOSAT"})


def number_of(scene: Scene, nominal: Nominal, clause: Clause) -> QuantityMention | None:
    """The number of a noun phrase, or of "die Zahl der Soldaten stieg auf 14.000" the one that stands after it."""
    if is_part(scene, nominal) and scene.clause_of[nominal.head] == clause.number:
        return None
    if (some := some_of_those(scene, nominal)) is not None and scene.clause_of[nominal.head] == clause.number:
        return some
    sentence = scene.nominals[scene.sentence_of(nominal.first).number]
    holder = next((n for n in sentence if n.last == nominal.first), None)
    if nominal.quantity is not None or holder is None or holder.quantity is not None:
        return nominal.quantity
    if holder.people is None or not holder.people.holds:
        return None
    heads = scene.words.jobs["heads"]
    taken = [n.quantity for n in sentence if n.quantity is not None and n.lemma not in heads]
    own = scene.clause_at(nominal.head)
    last = max(clause.last, own.last if own is not None else 0)
    after = [q for q in scene.mentions.quantities if nominal.last <= q.first < last and q not in taken]
    return after[0] if after else None


def some_of_those(scene: Scene, nominal: Nominal) -> QuantityMention | None:
    """ "3000 der 12.000 Soldaten", "40 von den 90 Toten": the number of whom it is told."""
    if nominal.quantity is None or nominal.determiner is None or nominal.first == 0:
        return None
    before = (q for q in scene.mentions.quantities if q.last == nominal.first and q != nominal.quantity)
    return next((q for q in before if q.number is not None or q.minimum is not None), None)


def in_all(scene: Scene, nominal: Nominal) -> QuantityMention | None:
    """How many people are in all behind a comma ("zwei Brigaden, alles in allem 5000 Mann", "…, nämlich 900")."""
    tokens, last = scene.text.tokens, scene.sentence_of(nominal.first).last
    people = {n.quantity for n in scene.nominals[scene.sentence_of(nominal.first).number] if n.people is not None}
    for quantity in scene.mentions.quantities:
        if not nominal.last < quantity.first < last or quantity.number is None:
            continue
        opens = quantity.first - 1
        while opens > nominal.last and scene.is_a(opens, "in-all"):
            opens -= 1
        alone = quantity.last >= last or tokens[quantity.last].tag.startswith("$")
        if opens < quantity.first - 1 and tokens[opens].tag == "$," and (alone or quantity in people):
            return quantity
    return None


def numbers_before(scene: Scene, nominal: Nominal) -> tuple[QuantityMention, ...]:
    """The numbers that share a noun with the one right before it: "erst 900, im Mai weitere 1500 Soldaten"."""
    last, found = nominal.quantity, []
    dated = {p for date in scene.mentions.dates for p in range(date.first, date.last)} if last is not None else set()
    before = [q for q in scene.mentions.quantities if last is not None and q.last <= last.first]
    for quantity in reversed(before):
        between = range(quantity.last, last.first if last is not None else 0)
        if quantity.first in dated or quantity.number is None or not _join_numbers(scene, between, dated):
            break
        found.append(quantity)
        last = quantity
    return tuple(reversed(found))


def _join_numbers(scene: Scene, between: range, dated: set[int]) -> bool:
    """Whether nothing but a comma or "und", and when it was or that it is more, stands between two numbers."""
    tokens = scene.text.tokens
    joints = [p for p in between if tokens[p].tag in {"$,", "KON"}]
    rest = [p for p in between if p not in joints]
    when = [p for p in rest if p in dated or tokens[p].tag == "ADV" or scene.is_a(p, "further")]
    before_date = (p for p in rest if tokens[p].tag in {"APPR", "APPRART"} and p + 1 in dated)
    return len(joints) == 1 and joints[0] == between[0] and bool(when) and {*when, *before_date} == {*rest}


def is_part(scene: Scene, nominal: Nominal) -> bool:
    """ "die meisten der 40 Toten", "ein Teil der 900 Soldaten": whether its number counts more than are told."""
    tokens = scene.text.tokens
    near = range(max(nominal.first - 1, 0), nominal.head)
    return _is_whole(scene, nominal) or any(
        scene.is_a(p, "some-of") and (tokens[p + 1].tag in _DETERMINERS or scene.is_a(p + 1, "of")) for p in near
    )


def _is_whole(scene: Scene, nominal: Nominal) -> bool:
    """ "jeder dritte der 9000 Soldaten", "30 Prozent der 900": an article that belongs to a share stands before the
    number."""
    number, tokens = nominal.quantity, scene.text.tokens
    at = number.first - 1 if number is not None else -1
    if at < 1 or not scene.is_a(at, "the") or tokens[at].tag != "ART":
        return False
    return scene.is_a(at - 1, "share") or any(scene.is_a(p, "every") for p in range(max(at - 2, 0), at))


def counts_bodies(people: Nominal) -> bool:
    """Whether a number counts brigades and the like; in "1500 Spezialkräfte" it counts heads."""
    quantity = people.quantity
    number = (quantity.number or quantity.minimum or 0) if quantity is not None else 0
    year = number in _YEARS and number % 100 != 0
    return people.people is not None and people.people.body and (number < _MANY or year)
