"""`kg stats`: how much of what is in the graph."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.console import put, put_json
from kg.cli.options import DEFAULT_STORE, DataOption, JsonOption, StoreOption
from kg.cli.rendering import table
from kg.cli.sources import opened, prefixes_of
from kg.queries.sparql import literal
from kg.store import Store

__all__ = ["stats"]


class By(StrEnum):
    """What is counted by."""

    KIND = "kind"
    STANCE = "stance"
    MODE = "mode"
    MODALITY = "modality"
    TOPIC = "topic"
    SPEAKER = "speaker"
    RULE = "rule"
    ARTICLE = "article"
    GRAPH = "graph"


ByOption = Annotated[By | None, typer.Option("--by", help="One table in full: the counts by this.")]

SHOWN = (By.KIND, By.STANCE, By.MODALITY, By.TOPIC, By.RULE, By.ARTICLE)
SHOWN_ROWS = 12

_COUNT = """SELECT ?what (COUNT(DISTINCT ?node) AS ?count) WHERE {
  %s
} GROUP BY ?what ORDER BY DESC(?count) ?what"""
_CONCEPT = '?node %s ?term . BIND(REPLACE(STR(?term), "^.*[#/]", "") AS ?what)'
_PATTERNS = {
    By.KIND: """{ GRAPH ?graph { ?node a ?term } FILTER(?graph != graph:registry) }
  UNION { ?node a ?term FILTER NOT EXISTS { GRAPH ?graph { ?node a ?term } } }
  FILTER(STRSTARTS(STR(?node), %s) && STRSTARTS(STR(?term), STR(kg:)))
  BIND(STRAFTER(STR(?term), "#") AS ?what)""",
    By.STANCE: _CONCEPT % "kg:stance",
    By.MODE: _CONCEPT % "kg:mode",
    By.MODALITY: _CONCEPT % "kg:modality",
    By.TOPIC: _CONCEPT % "kg:topic",
    By.SPEAKER: "?node kg:speaker ?actor . ?actor skos:prefLabel ?what FILTER(LANG(?what) = 'en')",
    By.RULE: "?node kg:rule ?what",
    By.ARTICLE: "?node kg:inArticle ?article . ?article dcterms:identifier ?what",
    By.GRAPH: 'GRAPH ?graph { ?node ?p ?o } BIND(REPLACE(STR(?graph), "^.*/", "") AS ?what)',
}


def stats(
    by: ByOption = None,
    *,
    data: DataOption = None,
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Count what is in the graph: nodes by kind (without the registry), stance, modality, topic, rule and article."""
    source = opened(store, data)
    wanted = SHOWN if by is None else (by,)
    counts = {each: _counts(source, each) for each in wanted}
    if as_json:
        return put_json({each.value: rows for each, rows in counts.items()})
    return put("\n\n".join(_drawn(each, rows, in_full=by is not None) for each, rows in counts.items()))


def _counts(source: Store, by: By) -> dict[str, int]:
    pattern = _PATTERNS[by]
    if by is By.KIND:
        pattern = pattern % literal(source.base)
    rows = source.rows(_COUNT % pattern, prefixes=prefixes_of(source))
    return {row["what"]: int(row["count"]) for row in rows if row["what"]}


def _drawn(by: By, counts: dict[str, int], *, in_full: bool) -> str:
    limit = None if in_full or by is By.KIND else SHOWN_ROWS
    rows = [(what, str(count)) for what, count in counts.items()][:limit]
    drawn = table((by.value, "count"), rows)
    left = len(counts) - len(rows)
    return f"{drawn}\n… and {left} more: kg stats --by {by.value}" if left else drawn
