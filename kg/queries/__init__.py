"""The queries that ship with the tool: one file each, its header its help, its `$NAME`s its parameters.

    # Who said what, by speaker.
    # param speaker: actor = ""  the speaker, by any name; empty for all
    SELECT … WHERE { … FILTER($speaker = "" || ?speaker = $speaker) }

A parameter without `= DEFAULT` must be given. Types: text, date (YYYY-MM-DD), integer, actor (any name, alias or IRI of
one actor), iri (also with a prefix). A default of "" means that the parameter limits nothing. Queries run over the
union of all graphs, where a triple that two graphs hold is found twice: write SELECT DISTINCT and COUNT(DISTINCT …).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kg.errors import TableError, UsageError
from kg.queries.sparql import literal, substitute

__all__ = ["NamedQuery", "Parameter", "bind", "named_queries", "named_query", "read_query", "values_of"]

TYPES = ("text", "date", "integer", "actor", "iri")
_PARAMETER = re.compile(r"# param ([a-z]\w*): (\w+)(?: = (\"[^\"]*\"|\S+))? +(\S.*)")
_XSD_DATE = "http://www.w3.org/2001/XMLSchema#date"
_IRI = re.compile(r"<?(https?://[^<>\"{}|^`\\\s]+|urn:[^<>\"{}|^`\\\s]+)>?")


class Parameter(NamedTuple):
    """What a query can be asked with."""

    name: str
    type: str
    default: str | None
    """The value where none is given; None where one must be given."""
    help: str


class NamedQuery(NamedTuple):
    """A query with a name, as its file gives it."""

    name: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str


@cache
def named_queries() -> Mapping[str, NamedQuery]:
    """All shipped queries by name, in the order of their names; TableError names a faulty file."""
    files = sorted(Path(__file__).parent.glob("*.rq"))
    return {file.stem: read_query(file.stem, file.read_text(encoding="utf-8")) for file in files}


def named_query(name: str) -> NamedQuery:
    """The query of that name; UsageError names those that are near it."""
    known = named_queries()
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else "see kg query --list"
    raise UsageError(f"no query is called {name!r}; {hint}")


def read_query(name: str, text: str) -> NamedQuery:
    """A query from its file's text; TableError where the header is wrong."""
    header = [line for line in text.splitlines() if line.startswith("#")]
    if not header or header[0].startswith("# param"):
        raise TableError(f"{name}.rq: the first line must be a comment that says what the query answers")
    parameters = tuple(_parameter(name, line) for line in header if line.startswith("# param"))
    return NamedQuery(name, header[0].lstrip("# ").strip(), parameters, text)


def values_of(query: NamedQuery, arguments: Sequence[str]) -> dict[str, str]:
    """Values by parameter from "NAME=VALUE" and from bare values, which fill the parameters in their order."""
    names = [parameter.name for parameter in query.parameters]
    values: dict[str, str] = {}
    for argument in arguments:
        name, equals, value = argument.partition("=")
        if equals and name in names:
            values[name] = value
            continue
        if equals and re.fullmatch(r"[a-z_]+", name):
            raise UsageError(f"{query.name} has no parameter {name!r}; {_known(query)}")
        free = [name for name in names if name not in values]
        if not free:
            raise UsageError(f"{query.name}: too many values, {argument!r} is left over; {_known(query)}")
        values[free[0]] = argument
    return values


def bind(
    query: NamedQuery,
    values: Mapping[str, str],
    *,
    find_actor: Callable[[str], str],
    prefixes: Mapping[str, str],
) -> str:
    """The text of the query with its parameters filled in; `find_actor` gives the IRI of the actor with a name."""
    terms: dict[str, str] = {}
    for parameter in query.parameters:
        value = values.get(parameter.name, parameter.default)
        if value is None:
            raise UsageError(f"{query.name} needs {parameter.name}: {parameter.help} ({parameter.name}=VALUE)")
        if parameter.type == "actor" and value:
            value = find_actor(value)
        terms[parameter.name] = _term(parameter, value, prefixes)
    return substitute(query.text, terms)


def _parameter(name: str, line: str) -> Parameter:
    found = _PARAMETER.fullmatch(line.rstrip())
    if found is None:
        raise TableError(f'{name}.rq: not of the form "# param NAME: TYPE = DEFAULT  what it is": {line}')
    parameter, type_, default, words = found.groups()
    if type_ not in TYPES:
        raise TableError(f"{name}.rq: the type {type_!r} of {parameter} is none of {', '.join(TYPES)}")
    return Parameter(parameter, type_, None if default is None else default.strip('"'), words)


def _term(parameter: Parameter, value: str, prefixes: Mapping[str, str]) -> str:
    if value == "" or parameter.type == "text":
        return literal(value)
    if parameter.type == "integer":
        return _integer(parameter, value)
    if parameter.type == "date":
        return _date(parameter, value)
    return _iri(parameter, value, prefixes)


def _integer(parameter: Parameter, value: str) -> str:
    try:
        return str(int(value))
    except ValueError:
        raise UsageError(f"{parameter.name}={value}: not a whole number") from None


def _date(parameter: Parameter, value: str) -> str:
    try:
        return f'"{date.fromisoformat(value).isoformat()}"^^<{_XSD_DATE}>'
    except ValueError:
        raise UsageError(f"{parameter.name}={value}: not a day such as 2024-10-21") from None


def _iri(parameter: Parameter, value: str, prefixes: Mapping[str, str]) -> str:
    whole = _IRI.fullmatch(value)
    if whole:
        return f"<{whole[1]}>"
    prefix, colon, local = value.partition(":")
    if colon and prefix in prefixes and re.fullmatch(r"[\w.-]+", local):
        return f"<{prefixes[prefix]}{local}>"
    raise UsageError(f"{parameter.name}={value}: not an IRI such as https://… or statement:0123456789abcdef")


def _known(query: NamedQuery) -> str:
    names = ", ".join(parameter.name for parameter in query.parameters)
    return f"it has {names}" if names else "it has none"
