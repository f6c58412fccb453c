"""The one place that knows the order of the stages: articles in, a store of validated graphs out.

Articles are read one by one, worked on by as many processes as asked for, and stored in the order in which they were
read, so that the graph is the same for any number of processes. Each process holds one article, and only a few wait.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse, serialize

from kg import __version__
from kg.analyse import analyse
from kg.describe import describe, describe_registry
from kg.describe.iris import BASE
from kg.describe.provenance import Run
from kg.extract import extract
from kg.gazetteer import Gazetteer, load
from kg.lang import Language, language
from kg.model import Article, ArticleFacts, Violation
from kg.recognise import recognise
from kg.resolve import resolve
from kg.resolve.judgements import Judgement, read_judgements
from kg.validate import Nodes, nodes, validate

__all__ = ["Built", "Options", "Tools", "build_article", "facts_of", "registry_quads", "run_of", "tools_of"]


# Hardly anything here refers to itself: at 700, as Python has it, a tenth of all time goes into looking for garbage. No
# article has as many objects of its own as this.
_NEW_OBJECTS = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a graph depends on beside its articles."""

    base: str = BASE
    registries: tuple[Path, ...] = ()
    """Files of actors and places of the user's own."""
    judgements: Path | None = None
    """File of decisions on which actors and events are the same."""
    now: datetime | None = None
    """The time of the run, where it is to be recorded: no clock is read."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the stages work with, loaded once a process."""

    language: Language
    gazetteer: Gazetteer
    judgements: tuple[Judgement, ...]
    registry: Nodes
    """The registry graph as the validator reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The graph of one article, ready to be stored."""

    article: Article
    quads: tuple[Quad, ...]
    """The quads of the graph, sorted."""
    statements: int
    claims: int
    violations: tuple[Violation, ...]

    def __reduce__(self) -> tuple[Callable[..., Built], tuple[object, ...]]:
        """From one process to another quads go as N-Quads."""
        graph = serialize(self.quads, format=RdfFormat.N_QUADS) or b""
        return _received, (self.article, graph, self.statements, self.claims, self.violations)

    @property
    def publishable(self) -> bool:
        """Whether no shape of severity Violation is broken."""
        return all(violation.severity != "Violation" for violation in self.violations)


def _received(article: Article, graph: bytes, statements: int, claims: int, violations: tuple[Violation, ...]) -> Built:
    quads = tuple(parse(graph, format=RdfFormat.N_QUADS))
    return Built(article=article, quads=quads, statements=statements, claims=claims, violations=violations)


def facts_of(article: Article, tools: Tools) -> ArticleFacts:
    """All that one article says, with canonical actors: analyse, recognise, extract, resolve."""
    text = analyse(article, tools.language)
    mentions = recognise(text, tools.language, tools.gazetteer)
    facts = extract(text, mentions, tools.language)
    return resolve(facts, tools.gazetteer, tools.judgements)


def build_article(article: Article, options: Options) -> Built:
    """The validated graph of one article: its facts, described and judged."""
    tools = tools_of(options)
    facts = facts_of(article, tools)
    quads = tuple(describe(facts, base=options.base, run=run_of(options)))
    violations = tuple(validate(quads, registry=tools.registry, text=article.text))
    _settle()
    return Built(
        article=article,
        quads=quads,
        statements=len(facts.statements),
        claims=len(facts.claims),
        violations=violations,
    )


@cache
def _settle() -> None:
    """What the first article has loaded stays: the search for garbage need not go through it again and again."""
    gc.freeze()


@cache
def tools_of(options: Options) -> Tools:
    """The tools for these options; TableError or InputError where a registry or the judgements are wrong."""
    gc.set_threshold(_NEW_OBJECTS, *gc.get_threshold()[1:])
    judgements = read_judgements(options.judgements) if options.judgements else ()
    return Tools(language("de"), _gazetteer(options.registries), judgements, nodes(registry_quads(options)))


@cache
def _gazetteer(registries: tuple[Path, ...]) -> Gazetteer:
    return load(registries)


@cache
def registry_quads(options: Options) -> tuple[Quad, ...]:
    """The graph of the registry: shipped entries and the user's own."""
    gazetteer = _gazetteer(options.registries)
    return tuple(
        describe_registry(gazetteer.actors.values(), gazetteer.places.values(), gazetteer.offices, base=options.base)
    )


@cache
def run_of(options: Options) -> Run:
    """The run that these options make: program, registry and judgements, and the time where one was given."""
    registry = serialize(registry_quads(options), format=RdfFormat.N_QUADS) or b""
    judged = options.judgements.read_bytes() if options.judgements else b""
    return Run(
        version=__version__,
        registry_sha256=hashlib.sha256(registry).hexdigest(),
        judgements_sha256=hashlib.sha256(judged).hexdigest() if judged else "",
        started=options.now,
    )
