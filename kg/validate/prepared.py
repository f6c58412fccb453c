"""An rdflib graph that parses each SPARQL text once.

pySHACL hands the same text to the graph for every node that a SPARQL-based constraint looks at, and rdflib parses it
anew each time, which is nine tenths of the work.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from rdflib import Graph
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result

__all__ = ["PreparedGraph"]


class PreparedGraph(Graph):
    """A graph whose queries are parsed once in a process; they use no prefixes."""

    def query(self, query_object: str | Query, *arguments: Any, **options: Any) -> Result:
        """As `Graph.query`."""
        if isinstance(query_object, str):
            query_object = _parsed(query_object)
        return super().query(query_object, *arguments, **options)


@lru_cache(maxsize=64)
def _parsed(words: str) -> Query:
    return prepareQuery(words)
