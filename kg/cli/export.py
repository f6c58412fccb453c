"""`kg export`: the graph as files for others."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.asof import AsOfOption, Clock, ClockOption, known_then
from kg.cli.console import put_bytes, say
from kg.cli.options import DEFAULT_STORE, QuietOption, StoreOption
from kg.errors import UsageError

__all__ = ["export"]

PathArgument = Annotated[
    Path, typer.Argument(help="A file, a folder for the tables of csv and parquet, or - for standard output.")
]
FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format", help="turtle, trig, ntriples, nquads, rdfxml, jsonld, csv or parquet; else by the file's ending."
    ),
]
ArticleOption = Annotated[
    list[str] | None, typer.Option("--article", help="Only this article, by id or IRI. Repeatable.")
]
KindOption = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        help="Only nodes of this kind with what explains them: article, statement, claim, deployment, arms-transfer, "
        "casualties, agreement, event, actor, place or contradiction. Repeatable.",
    ),
]
ActorOption = Annotated[
    list[str] | None,
    typer.Option("--actor", help="Only facts in which this actor (id, IRI or name) has a part. Repeatable."),
]
GraphOption = Annotated[
    list[str] | None, typer.Option("--graph", help="Only this named graph: ontology, registry, derived, … Repeatable.")
]
TextOption = Annotated[bool, typer.Option("--with-text", help="The texts of the articles too; else they stay here.")]
TableOption = Annotated[str, typer.Option("--table", help="CSV on standard output: which table.")]
ContextOption = Annotated[bool, typer.Option("--inline-context", help="JSON-LD: the context in the document.")]


def export(
    path: PathArgument,
    *,
    store: StoreOption = DEFAULT_STORE,
    format_: FormatOption = None,
    article: ArticleOption = None,
    kind: KindOption = None,
    actor: ActorOption = None,
    graph: GraphOption = None,
    as_of: AsOfOption = None,
    clock: ClockOption = Clock.PUBLISHED,
    with_text: TextOption = False,
    table: TableOption = "statements",
    inline_context: ContextOption = False,
    quiet: QuietOption = False,
) -> None:
    """Write the graph, or a part of it, as Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD, CSV or Parquet.

    The same graph gives the same bytes; a file that was there is replaced whole or not at all.
    """
    import kg.export
    from kg.store import Store

    selection = kg.export.Selection(
        articles=tuple(article or ()),
        kinds=tuple(kind or ()),
        actors=tuple(actor or ()),
        graphs=tuple(graph or ()),
        with_text=with_text,
    )
    source = known_then(Store.reading(store), as_of, clock)
    options = kg.export.Options(inline_context=inline_context, table=table)
    if str(path) != "-":
        kg.export.export(source, path, selection=selection, format_=format_, options=options)
        return say(f"{path} written", quiet=quiet)
    if format_ is None:
        raise UsageError("standard output has no ending: name a format with --format")
    return put_bytes(kg.export.export_bytes(source, selection=selection, format_=format_, options=options))
