"""Many articles → one store: what is new or changed is built and replaced, what fails is told, the rest stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from pyoxigraph import Quad

from kg.describe import describe_ontology, describe_run, describe_text
from kg.describe.iris import Iris, term
from kg.describe.provenance import article_pairs, run_node
from kg.describe.tombstones import describe_tombstones
from kg.errors import KgError, TableError
from kg.model import Article
from kg.parallel import in_order
from kg.pipeline import Built, Options, build_article, registry_quads, run_of, tools_of
from kg.read.problems import Problem
from kg.store import Store

__all__ = ["Issue", "Summary", "build"]

BATCH = 300
"""Articles that are stored at once: fewer make more files, and merging those takes longer than writing them."""


class Issue(NamedTuple):
    """Why an article is not in the graph as it was read now, or what of its metadata could not be used."""

    source: str
    """The file or record."""
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a build did."""

    built: int
    unchanged: int
    failed: int
    statements: int
    claims: int
    results: dict[str, int]
    """Validation results of the articles that were built, by severity."""
    issues: tuple[Issue, ...]

    @property
    def exit_code(self) -> int:
        """0 where all went well, 5 where some articles failed, 3 where all did or none was found."""
        if self.built + self.unchanged == 0:
            return 3
        return 5 if self.failed else 0

    def as_value(self) -> dict[str, Any]:
        """The summary as JSON can hold it."""
        return {
            "built": self.built,
            "unchanged": self.unchanged,
            "failed": self.failed,
            "statements": self.statements,
            "claims": self.claims,
            "results": dict(sorted(self.results.items())),
            "issues": [issue._asdict() for issue in self.issues],
        }


@dataclass(slots=True)
class _Tally:
    """What was counted so far."""

    report: Callable[[Issue], None]
    counts: Counter[str] = field(default_factory=Counter)
    results: Counter[str] = field(default_factory=Counter)
    issues: list[Issue] = field(default_factory=list)

    def tell(self, issue: Issue, *, failed: bool = True) -> None:
        self.counts["failed"] += failed
        self.issues.append(issue)
        self.report(issue)

    def add(self, built: Built) -> None:
        self.counts.update(built=1, statements=built.statements, claims=built.claims)
        self.results.update(violation.severity for violation in built.violations)

    def summary(self) -> Summary:
        names = ("built", "unchanged", "failed", "statements", "claims")
        return Summary(
            **{name: self.counts[name] for name in names}, results=dict(self.results), issues=tuple(self.issues)
        )


def build(
    found: Iterable[Article | Problem],
    store: Store,
    options: Options,
    *,
    jobs: int = 1,
    force: bool = False,
    report: Callable[[Issue], None] = lambda _: None,
) -> Summary:
    """Builds every article that is found, and stores the graphs; a summary of what was done.

    An article whose text, metadata and run are those of its stored graph is left as it is, unless `force`. One that
    cannot be read or built, or breaks a shape of severity Violation, is told to `report` at once and keeps the graph
    that it had. Stopped by Ctrl-C, what was built before is stored. StoreError where the store cannot be written.
    """
    tools_of(options)
    _renew(store, options)
    tally = _Tally(report)
    todo = _to_do(found, store, options, force, tally)
    ready: list[Built] = []
    try:
        for outcome in in_order(partial(_attempt, options=options), todo, jobs=jobs):
            _sort_out(outcome, ready, tally)
            if len(ready) >= BATCH:
                _keep(ready, store, options)
    except KeyboardInterrupt:
        _finish(ready, store, options)
        raise
    _finish(ready, store, options)
    return tally.summary()


def _renew(store: Store, options: Options) -> None:
    """Makes the graphs of ontology and registry those of this run; untouched where they are already.

    A new one is written in bulk: were that interrupted, the next build would write it again."""
    iris = Iris(options.base)
    shared = (("ontology", list(describe_ontology(base=options.base))), ("registry", list(registry_quads(options))))
    for name, quads in shared:
        graph = iris.graph(name)
        before = set(store.quads(graph))
        if len(before) != len(quads) or before != set(quads):
            (store.replace if before else store.refill)(graph, quads)


def _to_do(
    found: Iterable[Article | Problem], store: Store, options: Options, force: bool, tally: _Tally
) -> Iterator[Article]:
    sources: dict[str, str] = {}
    iris, stored = Iris(options.base), frozenset(store.graphs())
    for item in found:
        if isinstance(item, Problem):
            tally.tell(Issue(item.source, item.message), failed=item.article is None)
        elif item.id in sources:
            tally.tell(Issue(item.source, f"the id {item.id!r} is that of {sources[item.id]} already: give it another"))
        else:
            sources[item.id] = item.source
            known = not force and iris.article_graph(item.id) in stored
            if known and _unchanged(item, store, options):
                tally.counts["unchanged"] += 1
            else:
                yield item


def _unchanged(article: Article, store: Store, options: Options) -> bool:
    iris = Iris(options.base)
    graph = iris.article_graph(article.id)
    made_by = Quad(graph, term("prov", "wasGeneratedBy"), run_node(run_of(options), iris), graph)
    if made_by not in store.quads(graph, subject=graph):
        return False
    stored = {(quad.predicate, quad.object) for quad in store.quads(graph, subject=iris.article(article.id))}
    return stored == set(article_pairs(article))


def _attempt(article: Article, *, options: Options) -> Built | Issue:
    try:
        return build_article(article, options)
    except TableError:
        raise
    except Exception as fault:
        # One article that the program cannot cope with must not cost the user all the others.
        words = str(fault) if isinstance(fault, KgError) else f"internal error: {type(fault).__name__}: {fault}"
        return Issue(article.source or article.id, words)


def _sort_out(outcome: Built | Issue, ready: list[Built], tally: _Tally) -> None:
    if isinstance(outcome, Issue):
        tally.tell(outcome)
    elif outcome.publishable:
        tally.add(outcome)
        ready.append(outcome)
    else:
        first = next(result for result in outcome.violations if result.severity == "Violation")
        tally.tell(Issue(outcome.article.source or outcome.article.id, f"not stored: {first.focus}: {first.message}"))


def _keep(ready: list[Built], store: Store, options: Options) -> None:
    """Stores the graphs, each with its article's text and the record of what made it."""
    run, iris = run_of(options), Iris(options.base)
    replacements = []
    if ready:
        # What was derived no longer fits: were this build to end here, nobody should take it for what the articles say.
        store.remove(iris.graph("derived"))
    for built in ready:
        graph, quads = iris.article_graph(built.article.id), built.quads
        made = [quad for quad in describe_run(run, [built.article.id], base=options.base) if quad.subject == graph]
        text = describe_text(built.article, base=options.base)
        gone = describe_tombstones(store.quads(graph), quads, built.article, run, base=options.base)
        replacements.append((graph, quads, [*text, *made, *gone]))
    store.replace_all(replacements)
    ready.clear()


def _finish(ready: list[Built], store: Store, options: Options) -> None:
    _keep(ready, store, options)
    run, iris = run_of(options), Iris(options.base)
    about = f"GRAPH ?graph {{ ?graph {term('prov', 'wasGeneratedBy')} {run_node(run, iris)} }}"
    query = f"SELECT DISTINCT ?id {{ {about} GRAPH ?graph {{ ?article {term('dcterms', 'identifier')} ?id }} }}"
    identifiers = sorted(row["id"] for row in store.rows(query))
    store.rewrite(list(describe_run(run, identifiers, base=options.base)))
    store.flush()
