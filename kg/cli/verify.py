"""`kg verify`: proof that a graph quotes its articles rightly."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import put, put_json, say
from kg.cli.options import JsonOption, QuietOption
from kg.errors import InputError

__all__ = ["verify"]

GraphArgument = Annotated[Path, typer.Argument(metavar="GRAPH", help="An exported RDF file.")]
ArticlesOption = Annotated[Path, typer.Option("--articles", help="The folder (or file) of the articles.")]


def verify(
    graph: GraphArgument, *, articles: ArticlesOption, as_json: JsonOption = False, quiet: QuietOption = False
) -> int:
    """Show, from an exported file and the articles alone, that every quotation stands where the graph says.

    Every node that fails is named on a line of its own; exit code 1 where there is one.
    """
    import kg.export.verify
    from kg.model import Article
    from kg.rdffile import read_rdf
    from kg.read import read

    texts = {each.id: each.text for each in read([articles]) if isinstance(each, Article)}
    verdict = kg.export.verify.verify(read_rdf(graph), texts)
    if verdict.articles == 0:
        raise InputError(f"{graph}: it describes no article, so there is nothing to verify")
    if as_json:
        put_json(
            {
                "articles": verdict.articles,
                "quotations": verdict.quotations,
                "faults": [fault._asdict() for fault in verdict.faults],
            }
        )
    else:
        for fault in verdict.faults:
            put(f"{fault.node}  {fault.reason}")
    say(
        f"{verdict.quotations} quotations of {verdict.articles} articles checked, {len(verdict.faults)} faults",
        quiet=quiet or as_json,
    )
    return 1 if verdict.faults else 0
