"""`kg query`: a SPARQL query, or one that ships with the tool by its name."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.asof import AsOfOption, Clock, ClockOption, asked_then
from kg.cli.console import put, say
from kg.cli.options import DEFAULT_STORE, DataOption, JsonOption, QuietOption, StoreOption
from kg.cli.question import asked, pairs
from kg.cli.remote import AuthOption, EndpointOption, KindOption, Source, UserOption, remote_store
from kg.cli.rendering import Format
from kg.cli.sources import opened, prefixes_of
from kg.queries.sparql import fault_of, with_prefixes

__all__ = ["ask", "query"]

QueryArgument = Annotated[
    str | None, typer.Argument(metavar="QUERY", help="A SPARQL query, the name of a shipped one, or - for input.")
]
ValuesArgument = Annotated[
    list[str] | None, typer.Argument(metavar="[NAME=]VALUE", help="Parameters of a shipped query, in their order.")
]
FileOption = Annotated[
    Path | None, typer.Option("--file", "-f", help="A file of SPARQL; its # param lines are parameters.")
]
ListOption = Annotated[bool, typer.Option("--list", "-l", help="The shipped queries; with a name, its parameters.")]
ParamOption = Annotated[
    list[str] | None, typer.Option("--param", "-p", help="NAME=VALUE of a shipped query. Repeatable.")
]
FormatOption = Annotated[
    Format | None, typer.Option("--format", "-o", help="How the answer is written. [default: table, or turtle]")
]
TimeoutOption = Annotated[float | None, typer.Option("--timeout", min=0.001, help="Give up after so many seconds.")]
ExplainOption = Annotated[bool, typer.Option("--explain", help="Print the query as it would be asked, and stop.")]


def query(
    words: QueryArgument = None,
    values: ValuesArgument = None,
    *,
    file: FileOption = None,
    param: ParamOption = None,
    listing: ListOption = False,
    written: FormatOption = None,
    data: DataOption = None,
    store: StoreOption = DEFAULT_STORE,
    endpoint: EndpointOption = None,
    kind: KindOption = None,
    user: UserOption = None,
    auth: AuthOption = None,
    timeout: TimeoutOption = None,
    explain: ExplainOption = False,
    as_of: AsOfOption = None,
    clock: ClockOption = Clock.PUBLISHED,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Ask the graph: by SPARQL, or by the name of a query that ships with the tool (kg query --list).

    The usual prefixes need not be written. Questions only read: updates and SERVICE are refused.
    """
    if listing:
        from kg.cli.listing import list_queries

        return list_queries(words, as_json=as_json)
    source = opened(store, data) if endpoint is None else remote_store(endpoint, kind, user, auth)
    known = prefixes_of(source)
    text = asked(words, [*(values or ()), *pairs(param or ())], file, source, known)
    text = asked_then(with_prefixes(text, known), source, as_of, clock)
    if explain:
        return put(text)
    format_ = written or (Format.JSON if as_json else Format.TABLE)
    return ask(source, text, known, format_=format_, timeout=timeout, quiet=quiet)


def ask(
    source: Source,
    text: str,
    known: Mapping[str, str],
    *,
    format_: Format = Format.TABLE,
    timeout: float | None = None,
    quiet: bool = False,
) -> None:
    """Puts a question and writes the answer to standard output; UsageError with the place where it is malformed."""
    from kg.cli.limits import within
    from kg.cli.rendering import render

    def answer() -> int | None:
        try:
            results = source.query(text, prefixes=known)
        except SyntaxError as fault:
            raise fault_of(text, fault, prefixes=known) from None
        return render(results, format_, sys.stdout.buffer, prefixes=known)

    sys.stdout.flush()
    count = within(timeout, answer)
    sys.stdout.buffer.flush()
    if count is not None:
        say(f"{count} row{'' if count == 1 else 's'}", quiet=quiet)
