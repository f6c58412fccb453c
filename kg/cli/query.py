"""`kg query`: a SPARQL query, or one that ships with the tool by its name."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.asof import AsOfOption, Clock, ClockOption, day_of
from kg.cli.console import put, say
from kg.cli.options import DEFAULT_STORE, JsonOption, QuietOption, StoreOption
from kg.cli.remote import AuthOption, EndpointOption, KindOption, Source, UserOption, remote_store
from kg.cli.rendering import Format
from kg.errors import InputError, UsageError
from kg.queries import NamedQuery, bind, named_query, values_of
from kg.queries.actors import actor_named
from kg.queries.asof import as_of as rewritten_as_of
from kg.queries.sparql import fault_of, refuse_writing, with_prefixes
from kg.store import Store

__all__ = ["ask", "opened", "prefixes_of", "query"]

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")

QueryArgument = Annotated[
    str | None, typer.Argument(metavar="QUERY", help="A SPARQL query, the name of a shipped one, or - for input.")
]
ValuesArgument = Annotated[
    list[str] | None, typer.Argument(metavar="[NAME=]VALUE", help="Parameters of a shipped query, in their order.")
]
FileOption = Annotated[Path | None, typer.Option("--file", "-f", help="Read the query from a file.")]
ListOption = Annotated[bool, typer.Option("--list", "-l", help="The shipped queries; with a name, its parameters.")]
ParamOption = Annotated[
    list[str] | None, typer.Option("--param", "-p", help="NAME=VALUE of a shipped query. Repeatable.")
]
FormatOption = Annotated[
    Format | None, typer.Option("--format", "-o", help="How the answer is written. [default: table, or turtle]")
]
DataOption = Annotated[
    list[Path] | None, typer.Option("--data", help="Ask these RDF files instead of the store. Repeatable.")
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
    text = _asked(words, [*(values or ()), *_pairs(param or ())], file, source, known)
    day = day_of(as_of)
    if day is not None:
        text = rewritten_as_of(with_prefixes(text, known), day, clock=clock)
    if explain:
        return put(with_prefixes(text, known))
    format_ = written or (Format.JSON if as_json else Format.TABLE)
    return ask(source, text, known, format_=format_, timeout=timeout, quiet=quiet)


def _pairs(parameters: Sequence[str]) -> Sequence[str]:
    faulty = next((each for each in parameters if "=" not in each), None)
    if faulty is not None:
        raise UsageError(f"--param {faulty}: write NAME=VALUE")
    return parameters


def opened(store: Path, data: Sequence[Path] | None) -> Store:
    """What a question is put to: the RDF files where some are given, else the store."""
    if not data:
        return Store.reading(store)
    from kg.describe.iris import BASE
    from kg.rdffile import read_rdf

    return Store.in_memory((quad for file in data for quad in read_rdf(file)), base=BASE)


def prefixes_of(source: Source) -> Mapping[str, str]:
    """The prefixes that a question to this store need not declare."""
    from kg.describe.iris import prefixes

    return prefixes(source.base)


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


def _asked(
    words: str | None, arguments: Sequence[str], file: Path | None, source: Source, known: Mapping[str, str]
) -> str:
    """The text of the question; UsageError where it is none, or would change something."""
    if file is None and words is not None and _NAME.fullmatch(words):
        text = _filled_in(named_query(words), arguments, source, known)
    elif arguments or (file is not None and words is not None):
        raise UsageError("parameters belong to shipped queries (kg query --list), and -f stands alone")
    else:
        text = _read_text(words, file)
    refuse_writing(text)
    return text


def _filled_in(asked: NamedQuery, arguments: Sequence[str], source: Source, known: Mapping[str, str]) -> str:
    def rows(question: str) -> Iterator[dict[str, str]]:
        return source.rows(question, prefixes=known)

    def find_actor(name: str) -> str:
        return actor_named(name, rows, prefixes=known)

    return bind(asked, values_of(asked, arguments), find_actor=find_actor, prefixes=known)


def _read_text(words: str | None, file: Path | None) -> str:
    if file is not None and str(file) != "-":
        return _read_file(file)
    if words is not None and words.strip() not in {"", "-"}:
        if words.endswith((".rq", ".sparql")):
            raise UsageError(f"{words} is the name of a file: kg query -f {words}")
        return words
    text = "" if sys.stdin.isatty() else sys.stdin.read()
    if not text.strip():
        raise UsageError("no query: give one as an argument, by -f FILE or on standard input; see kg query --list")
    return text


def _read_file(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError(f"{file}: no such file") from None
    except UnicodeDecodeError as fault:
        raise InputError(f"{file}: not UTF-8 at byte {fault.start}: save it as UTF-8") from None
    except OSError as fault:
        raise InputError(f"{file}: {fault.strerror}") from None
