"""Articles → a graph in memory, without validation: what an evaluation measures where no store is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from kg.describe import describe
from kg.model import Article
from kg.pipeline import Options, facts_of, registry_quads, tools_of

__all__ = ["quads_of"]


def quads_of(articles: Iterable[Article], options: Options) -> Iterator[Quad]:
    """The registry, then the graph of each article in their order; raises what the stages raise."""
    tools = tools_of(options)
    yield from registry_quads(options)
    for article in articles:
        yield from describe(facts_of(article, tools), base=options.base)
