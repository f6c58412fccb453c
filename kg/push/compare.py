"""Whether a graph came back as it went: canonical forms, after what is known of the store's ways with literals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation

from pyoxigraph import Literal, NamedNode, Triple

from kg.canonical import canonical
from kg.describe.iris import NAMESPACES
from kg.push.profiles import Profile

__all__ = ["difference"]

_XSD = NAMESPACES["xsd"]
_BOOLEANS = {"1": "true", "0": "false"}


def difference(ours: Sequence[Triple], theirs: Sequence[Triple], profile: Profile) -> str:
    """What differs between a graph as it was sent and as it came back, in one line; "" where nothing does."""
    if canonical(ours) == canonical(theirs):
        return ""
    sent, came = (set(canonical(_normal(each, profile)).splitlines()) for each in (ours, theirs))
    if sent == came:
        return ""
    missing, strange = sorted(sent - came), sorted(came - sent)
    example = " · ".join(
        f"{name}: {lines[0].decode()[:160]}" for name, lines in (("missing", missing), ("instead", strange)) if lines
    )
    return f"{len(missing)} triples missing, {len(strange)} that are not ours; {example}"


def _normal(triples: Iterable[Triple], profile: Profile) -> list[Triple]:
    return [Triple(t.subject, t.predicate, _term(t.object, profile)) for t in triples]  # type: ignore[arg-type]


def _term(term: object, profile: Profile) -> object:
    if not isinstance(term, Literal) or not term.datatype.value.startswith(_XSD):
        return term
    name = term.datatype.value.removeprefix(_XSD)
    if name not in profile.normalises:
        return term
    return _literal(name, term.value)


def _literal(name: str, words: str) -> Literal:
    """A literal in the one way in which both sides are compared: numbers by value, whole ones alike."""
    if name == "boolean":
        return Literal(_BOOLEANS.get(words, words), datatype=NamedNode(f"{_XSD}boolean"))
    if name in {"integer", "decimal"}:
        return Literal(_number(words), datatype=NamedNode(f"{_XSD}decimal"))
    return Literal(
        words.removesuffix(".000Z").removesuffix("+00:00").removesuffix("Z"), datatype=NamedNode(_XSD + name)
    )


def _number(words: str) -> str:
    try:
        number = Decimal(words)
    except InvalidOperation:
        return words
    return format(number.normalize(), "f") if number else "0"
