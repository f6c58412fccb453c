"""`kg diff`: what two stores or exports say differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import put, put_json, say
from kg.cli.options import QuietOption

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.difference import Change, Difference, Fact

__all__ = ["diff"]

OldArgument = Annotated[Path, typer.Argument(metavar="OLD", help="A store, or an RDF file that kg export wrote.")]
NewArgument = Annotated[Path, typer.Argument(metavar="NEW", help="A store, or an RDF file that kg export wrote.")]
JsonOption = Annotated[bool, typer.Option("--json", help="As JSON on standard output.")]


def diff(old: OldArgument, new: NewArgument, *, as_json: JsonOption = False, quiet: QuietOption = False) -> int:
    """Tell which facts were added (+), dropped (-) and changed (~) from OLD to NEW; exit code 1 where they differ."""
    from kg.difference import difference

    found = difference(_quads(old), _quads(new))
    if as_json:
        put_json(found.as_value())
    elif found:
        put("\n".join(_lines(found)))
    counts = f"{len(found.added)} added, {len(found.dropped)} dropped, {len(found.changed)} changed"
    say(counts, quiet=quiet)
    return 1 if found else 0


def _quads(path: Path) -> Iterable[Quad]:
    from kg.rdffile import read_rdf
    from kg.store import Store

    return Store.reading(path).quads() if path.is_dir() else read_rdf(path)


def _lines(found: Difference) -> Iterator[str]:
    yield from (f"+ {_shown(fact)}" for fact in found.added)
    yield from (f"- {_shown(fact)}" for fact in found.dropped)
    for change in found.changed:
        yield f"~ {_shown(change.new)}"
        yield from _changes(change)


def _shown(fact: Fact) -> str:
    words = fact.words if len(fact.words) <= 100 else f"{fact.words[:99]}…"
    parts = [fact.kind, *(part for part in (fact.article, fact.who) if part)]
    return f"{' · '.join(parts)}: {' '.join(words.split())}"


def _changes(change: Change) -> Iterator[str]:
    for name, (old, new) in change.values.items():
        yield f"    {name}: {_values(old)} → {_values(new)}"


def _values(values: tuple[str, ...]) -> str:
    shown = (value.rsplit("/", 1)[-1] if value.startswith("http") else value for value in values)
    return ", ".join(shown) or "nothing"
