"""One article graph → what SHACL finds wrong with it.

Each article graph is judged alone: over the union of many, a claim without evidence would borrow another article's.
"""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad

from kg.model import Violation
from kg.validate.constraints import Look
from kg.validate.nodes import KG, Nodes, Value, nodes, typed
from kg.validate.results import broken, ranked
from kg.validate.screen import Suspect, screen
from kg.validate.shapes import Shapes
from kg.validate.shapes import shapes as shapes_of

__all__ = ["Nodes", "nodes", "validate"]


def validate(
    quads: Iterable[Quad],
    *,
    registry: Nodes | None = None,
    text: str | None = None,
    shapes: str = "article",
    screened: bool = True,
) -> list[Violation]:
    """What is wrong with one article graph, Violations first; empty where nothing is.

    `registry` is `nodes(quads of the registry graph)`, made once: actors and places that the article graph only names.
    `text` is the article's text as the offsets count it; without it, only the length of the words is checked.
    `shapes` is the set of shapes: "article" (the registry's graph passes it too) or "derived" for the derived graph.
    `screened` looks at all nodes in plain Python first and has pySHACL judge those that may break a shape; without it,
    pySHACL judges every node. Both find the same.
    """
    article, known, held = nodes(quads), registry or {}, shapes_of(shapes)
    if text is not None:
        _put_text(article, text)
    if not screened:
        return [result for result in _all_judged(article, known, held) if result.focus in article]
    pairs = screen(held).suspects(Look(article, known, text))
    results = [broken(pair, held) for pair in pairs if pair.sure]
    doubtful = [pair for pair in pairs if not pair.sure]
    return ranked([*results, *_judged(doubtful, article, known, held)] if doubtful else results)


def _judged(pairs: list[Suspect], article: Nodes, registry: Nodes, held: Shapes) -> list[Violation]:
    from kg.validate.graph import graph_of  # noqa: PLC0415  (pySHACL loads slowly, and most articles do not need it)
    from kg.validate.report import judge  # noqa: PLC0415

    return judge(pairs, graph_of({pair.node for pair in pairs}, article, registry, screen(held).inverse), held)


def _all_judged(article: Nodes, registry: Nodes, held: Shapes) -> list[Violation]:
    from kg.validate.graph import graph_of  # noqa: PLC0415
    from kg.validate.report import judge_all  # noqa: PLC0415

    return judge_all(graph_of(article.keys(), article, registry), held)


def _put_text(article: Nodes, text: str) -> None:
    for node in article.values():
        if f"{KG}Article" in typed(node):
            node[f"{KG}text"] = [Value(text, "http://www.w3.org/2001/XMLSchema#string")]
