"""`kg validate`: every article's graph, and the derived one, against the shapes."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import Annotated

import typer
from pyoxigraph import NamedNode

from kg.cli.console import put, put_json, say, tracked
from kg.cli.options import DEFAULT_STORE, DataOption, JsonOption, QuietOption, StoreOption
from kg.cli.rendering import shortener, table
from kg.cli.sources import opened, prefixes_of

__all__ = ["validate"]


class Severity(StrEnum):
    """How grave a result is."""

    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"


ArticlesArgument = Annotated[list[str] | None, typer.Argument(metavar="ARTICLE", help="Only these articles.")]
SeverityOption = Annotated[Severity, typer.Option("--severity", help="Show results from this severity on.")]


def validate(
    articles: ArticlesArgument = None,
    *,
    severity: SeverityOption = Severity.VIOLATION,
    data: DataOption = None,
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> int:
    """Check the graph against the SHACL shapes; exit code 1 where a shape of severity Violation is broken."""
    from kg.audit import audit, judged_graphs, registry_of
    from kg.cli.nodes import article_meant

    source = opened(store, data)
    graphs = judged_graphs(source, [article_meant(source, words) for words in articles or ()])
    short = shortener(prefixes_of(source))
    registry = registry_of(source)
    severities = list(Severity)
    counts: Counter[str] = Counter()
    shown: list[dict[str, str]] = []
    for graph in tracked(graphs, what="Validating", total=len(graphs), quiet=quiet):
        for result in audit(source, graph, registry=registry):
            counts[result.severity] += 1
            if severities.index(Severity(result.severity)) <= severities.index(severity):
                row = {"severity": result.severity, "graph": short(graph), "node": short(NamedNode(result.focus))}
                shown.append(row | {"path": result.path or "", "message": result.message})
    if as_json:
        put_json({"graphs": len(graphs), "results": dict(sorted(counts.items())), "shown": shown})
    elif shown:
        put(table(list(shown[0]), [list(row.values()) for row in shown]))
    found = ", ".join(f"{counts[each]} {each}" for each in severities)
    say(f"{len(graphs)} graphs: {found}", quiet=quiet)
    return 1 if counts[Severity.VIOLATION] else 0
