"""Writes parts of a store as RDF text: sorted, grouped, only the prefixes that occur, in the order of their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from kg.describe.iris import BASE, prefixes
from kg.export.selection import Part

__all__ = ["Options", "union", "write_nquads", "write_ntriples", "write_rdfxml", "write_trig", "write_turtle"]

_NAMESPACE = re.compile(r".*[/#]")
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


class Options(NamedTuple):
    """What a writer may need beside the quads."""

    base: str = BASE
    """The namespace of the data."""
    table: str = "statements"
    """Which table is written where there is room for one."""
    inline_context: bool = False
    """JSON-LD: the context in the document, not its name."""


def union(parts: Iterable[Part]) -> list[Triple]:
    """All triples of the graphs, each once, in the order of subject, predicate (type first) and object."""
    keyed = {(str(q.subject), q.predicate != _TYPE, str(q.predicate), str(q.object)): q for p in parts for q in p.quads}
    return [keyed[key].triple for key in sorted(keyed)]


def write_ntriples(parts: Iterable[Part], stream: BinaryIO, options: Options) -> None:
    """N-Triples of the union, canonical lines in order."""
    stream.write(_text(union(parts), RdfFormat.N_TRIPLES, {}))


def write_nquads(parts: Iterable[Part], stream: BinaryIO, options: Options) -> None:
    """N-Quads, graph by graph."""
    stream.writelines(_text(part.quads, RdfFormat.N_QUADS, {}) for part in parts)


def write_turtle(parts: Iterable[Part], stream: BinaryIO, options: Options) -> None:
    """Turtle of the union."""
    triples = union(parts)
    used = _used(triples, prefixes(options.base))
    stream.writelines(_heading(used))
    stream.write(b"\n" + _spaced(_body(_text(triples, RdfFormat.TURTLE, used))))


def write_trig(parts: Iterable[Part], stream: BinaryIO, options: Options) -> None:
    """TriG, graph by graph; every known prefix, as what occurs is not known before the end."""
    known = prefixes(options.base)
    stream.writelines(_heading(known))
    for part in parts:
        first = sorted(
            part.quads, key=lambda q: (str(q.subject), q.predicate != _TYPE, str(q.predicate), str(q.object))
        )
        stream.write(b"\n" + _body(_text(first, RdfFormat.TRIG, known)))


def write_rdfxml(parts: Iterable[Part], stream: BinaryIO, options: Options) -> None:
    """RDF/XML of the union."""
    triples = union(parts)
    text = _text(triples, RdfFormat.RDF_XML, _used(triples, prefixes(options.base)))
    start, end = text.index(b"<rdf:RDF"), text.index(b">", text.index(b"<rdf:RDF"))
    # The serialiser declares namespaces in no order, and one that is needed for directions of text only.
    declared = sorted(name for name in text[start:end].split()[1:] if not name.startswith(b"xmlns:its="))
    stream.write(text[:start] + b"\n\t".join([b"<rdf:RDF", *declared]) + text[end:] + b"\n")


def _text(statements: Iterable[Quad] | Iterable[Triple], kind: RdfFormat, known: dict[str, str]) -> bytes:
    return serialize(statements, format=kind, prefixes=known) or b""


def _heading(known: dict[str, str]) -> Iterator[bytes]:
    return (f"@prefix {name}: <{known[name]}> .\n".encode() for name in sorted(known))


def _body(text: bytes) -> bytes:
    """The text without the lines that declare prefixes, which come first."""
    lines = text.splitlines(keepends=True)
    first = next((n for n, line in enumerate(lines) if not line.startswith(b"@prefix ")), len(lines))
    return b"".join(lines[first:])


def _spaced(text: bytes) -> bytes:
    """An empty line between two subjects."""
    return text.replace(b" .\n", b" .\n\n").removesuffix(b"\n") if text else text


def _used(triples: Iterable[Triple], known: dict[str, str]) -> dict[str, str]:
    """The prefixes whose namespace occurs in the triples."""
    spaces = {found[0] for node in _iris(triples) if (found := _NAMESPACE.match(node.value))}
    return {name: space for name, space in known.items() if space in spaces}


def _iris(triples: Iterable[Triple]) -> Iterator[NamedNode]:
    for triple in triples:
        for node in (triple.subject, triple.predicate, triple.object):
            if node == _TYPE:
                continue
            if isinstance(node, NamedNode):
                yield node
            elif isinstance(node, Literal) and not node.language:
                yield node.datatype
