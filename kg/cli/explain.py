"""`kg explain`: which words, which rule and which article stand behind a node."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.console import put, put_json
from kg.cli.options import DEFAULT_STORE, JsonOption, StoreOption

__all__ = ["explain"]

IriArgument = Annotated[str, typer.Argument(metavar="IRI", help="An IRI, a prefixed name, or the end of an IRI.")]


def explain(iri: IriArgument, *, store: StoreOption = DEFAULT_STORE, as_json: JsonOption = False) -> None:
    """Explain a node: the words that it stands on, the rule that made it, its article, and what it is tied to."""
    from kg.cli.explanation import explained, explained_value
    from kg.cli.nodes import node_meant
    from kg.store import Store

    source = Store.reading(store)
    node = node_meant(source, iri)
    return put_json(explained_value(source, node)) if as_json else put(explained(source, node))
