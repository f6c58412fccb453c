"""What `kg query --list` shows: the shipped queries, or one of them with its parameters and its text."""

from __future__ import annotations

from typing import Any

from kg.cli.console import put, put_json
from kg.cli.rendering import table
from kg.queries import NamedQuery, Parameter, named_queries, named_query

__all__ = ["list_queries"]


def list_queries(name: str | None, *, as_json: bool) -> None:
    """Prints every shipped query in one line, or all about the one of this name."""
    if name is not None:
        chosen = named_query(name)
        return put_json(_as_value(chosen)) if as_json else put(_page(chosen))
    everything = list(named_queries().values())
    if as_json:
        return put_json([_as_value(each) for each in everything])
    rows = [(each.name, " ".join(map(_shown, each.parameters)), each.description) for each in everything]
    return put(table(("name", "parameters", "what it answers"), rows))


def _shown(parameter: Parameter) -> str:
    return parameter.name if parameter.default is None else f"[{parameter.name}]"


def _page(asked: NamedQuery) -> str:
    usage = " ".join(["kg query", asked.name, *map(_shown, asked.parameters)])
    parameters = [f"  {each.name}  ({each.type}{_default(each)})  {each.help}" for each in asked.parameters]
    return "\n".join([asked.description, "", usage, *parameters, "", asked.text.rstrip()])


def _default(parameter: Parameter) -> str:
    return f", default {parameter.default}" if parameter.default else ""


def _as_value(asked: NamedQuery) -> dict[str, Any]:
    parameters = [each._asdict() for each in asked.parameters]
    return {"name": asked.name, "description": asked.description, "parameters": parameters, "text": asked.text}
