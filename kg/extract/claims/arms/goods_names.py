"""Goods with the name of their type behind them as one: "vier Systeme vom Typ Iris-T", "Panzerhaubitzen K9"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.nominals import Nominal
from kg.lang.items import ItemRow
from kg.model import Clause, ClauseKind

__all__ = ["listed_after", "rest_of", "with_list", "with_names"]


def with_names(desk: Desk, nominals: Sequence[Nominal]) -> tuple[Nominal, ...]:
    """The noun phrases, each with the name of its type taken in, which tells what it is where its noun does not."""
    found: list[Nominal] = []
    for nominal in nominals:
        whole = _with_name(desk, found, nominal)
        if whole is not None:
            while found[-1].first > whole.first:
                found.pop()
            found[-1] = whole
        else:
            found.append(nominal)
    return tuple(found)


def _with_name(desk: Desk, before: Sequence[Nominal], name: Nominal) -> Nominal | None:
    """The phrase before that a name belongs to, grown over it; None where it belongs to none."""
    if not before or before[-1].last != name.first or name.quantity is not None or name.pronoun or name.owners:
        return None
    typed = before[-1].lemma in desk.scene.words.jobs["type"]
    if typed and len(before) > 1 and before[-2].last == _opens(before[-1]) and _can_be_goods(before[-2]):
        return before[-2]._replace(item=_item(before[-2], name), last=name.last)
    plain = name.first == name.head and name.preposition == before[-1].preposition
    if plain and before[-1].item is not None and before[-1].item.arms and name.actor is None and name.place is None:
        return before[-1]._replace(last=name.last) if _is_name(desk, name) else None
    return None


def _opens(nominal: Nominal) -> int:
    """The first token of a phrase with its preposition."""
    return nominal.first if nominal.preposition is None else min(nominal.preposition, nominal.first)


def _can_be_goods(nominal: Nominal) -> bool:
    soldiers = nominal.people is not None and nominal.people.personnel is not None
    return not (nominal.pronoun or soldiers) and nominal.actor is None


def _item(nominal: Nominal, name: Nominal) -> ItemRow | None:
    known = nominal.item is not None and (nominal.item.arms or name.item is None)
    return nominal.item if known else name.item


def _is_name(desk: Desk, nominal: Nominal) -> bool:
    """A product name: known as one, or with a digit in it."""
    form = desk.scene.text.tokens[nominal.head].form
    named = desk.scene.words.by_name(nominal.lemma) is not None
    return named or (any(c.isdigit() for c in form) and any(c.isalpha() for c in form))


def listed_after(desk: Desk, clause: Clause) -> list[Nominal]:
    """The goods of a list after the colon that ends a clause ("Kiew bekommt: zehn Panzer, 300 Raketen"), or of a part
    behind it that names some ("gibt Hilfe, darunter Panzer")."""
    tokens = desk.scene.text.tokens
    colon = next((p for p in (clause.last - 1, clause.last) if p < len(tokens) and tokens[p].form == ":"), None)
    if colon is None:
        parts = [c for c in desk.scene.text.clauses if c.parent == clause.number and _is_part(desk, c)]
        return [n for part in parts for n in with_names(desk, desk.scene.inside(part)) if n.item is not None]
    sentence = desk.scene.nominals[desk.scene.sentence_of(clause.first).number]
    behind = [n for n in with_names(desk, sentence) if n.first > colon and n.item is not None]
    return behind if not any(_is_told(desk, n) for n in behind) else []


def _is_told(desk: Desk, nominal: Nominal) -> bool:
    """Whether a clause of its own, no list, tells what somebody does with the goods."""
    clause = desk.scene.clause_at(nominal.head)
    if clause is None or clause.finite is None:
        return False
    return any(n.pronoun or n.actor is not None for n in desk.scene.inside(clause) if n.preposition is None)


def _is_part(desk: Desk, clause: Clause) -> bool:
    """Whether a part without a verb tells what is among the goods (", darunter Raketen")."""
    opens = range(clause.first, min(clause.first + 2, clause.last))
    return clause.kind is ClauseKind.FRAGMENT and any(desk.scene.is_a(p, "for-example") for p in opens)


def with_list(desk: Desk, clause: Clause) -> tuple[Nominal, ...]:
    """The noun phrases of a clause, and those of a part behind it that only goes on listing goods."""
    found = desk.scene.inside(clause)
    part = _listing(desk, clause, found[-1].last) if found and found[-1].item is not None else None
    more = desk.scene.inside(part) if part is not None else ()
    if part is None or not more or more[0].item is None or more[0].first > part.first + 2:
        return (*found, *rest_of(desk, clause))
    end = min([*part.verbs, *_commas(desk, more[0].last, part.last), part.last])
    return (*found, *(n for n in more if n.last <= end))


def _listing(desk: Desk, clause: Clause, end: int) -> Clause | None:
    """The part of a clause, without a verb, that begins behind a comma where the clause ends."""
    tokens = desk.scene.text.tokens
    if end >= len(tokens) or tokens[end].form != ",":
        return None
    parts = (c for c in desk.scene.text.clauses[clause.number :] if c.parent == clause.number)
    return next((c for c in parts if c.kind is ClauseKind.FRAGMENT and c.first == end + 1), None)


def _commas(desk: Desk, first: int, last: int) -> Iterator[int]:
    """The commas behind which something else than the list begins (", und in Bukarest")."""
    tokens = desk.scene.text.tokens
    return (p for p in range(first, last - 1) if tokens[p].form == "," and tokens[p + 1].tag == "KON")


def rest_of(desk: Desk, clause: Clause) -> tuple[Nominal, ...]:
    """What a clause goes on with behind a relative clause: "die Panzer, die Kiew nutzt, aus Schweden"."""
    clauses, tokens = desk.scene.text.clauses, desk.scene.text.tokens
    for other in clauses[clause.number + 2 : clause.number + 3]:
        below = clauses[other.number - 1]
        behind = other.kind is ClauseKind.FRAGMENT and other.parent in {below.number, clause.number}
        inside = (
            below.kind is ClauseKind.RELATIVE and below.parent == clause.number and tokens[other.first - 1].form == ","
        )
        if behind and inside and tokens[other.first].tag in {"APPR", "APPRART"}:
            return desk.scene.inside(other)
    return ()
