from __future__ import annotations

from datetime import UTC, datetime

import factory
from pyoxigraph import Quad

from kg.describe import describe
from kg.describe.provenance import Run
from kg.describe.tombstones import describe_tombstones
from kg.model import ArticleFacts

RUN = Run(version="1", started=datetime(2025, 5, 1, 12, tzinfo=UTC))


def facts(words: str = factory.WORDS, **values: str) -> ArticleFacts:
    page = factory.article(words, **values)
    said = factory.statement(page, "Wir haben keine Kenntnis davon.", speakers=("russia",))
    claims = (factory.casualties(page, "40 Mann", number=40),) if "40 Mann" in words else ()
    return factory.facts(page, statements=(said,), claims=claims)


def tombstones(old: ArticleFacts, new: ArticleFacts, run: Run = RUN) -> list[Quad]:
    return describe_tombstones(describe(old), describe(new), new.article, run)


def values(quads: list[Quad], name: str) -> list[str]:
    return sorted(quad.object.value for quad in quads if quad.predicate.value.endswith(name))


def test_same_graph_mourns_nothing() -> None:
    assert tombstones(facts(), facts()) == []


def test_changed_text_leaves_a_tombstone_that_names_the_successor() -> None:
    new = facts("Ein Nachtrag. " + factory.WORDS)
    quads = tombstones(facts(), new)
    formerly = {
        iri for quad in describe(facts()) for iri in [quad.subject.value] if "/statement/" in iri or "/claim/" in iri
    }
    assert set(values(quads, "formerly")) == formerly
    assert set(values(quads, "isReplacedBy")) == {
        iri for quad in describe(new) for iri in [quad.subject.value] if "/statement/" in iri or "/claim/" in iri
    }
    assert set(values(quads, "goneOn")) == {"2025-05-01"}


def test_fact_that_is_not_said_any_more_has_no_successor() -> None:
    quads = tombstones(facts(), facts(factory.WORDS.replace("40 Mann", "Soldaten")))
    assert sum("does not say it any more" in reason for reason in values(quads, "goneBecause")) == 1
    assert len(values(quads, "isReplacedBy")) == 1


def test_day_is_that_of_the_update_where_the_run_has_none() -> None:
    new = facts("Ein Nachtrag. " + factory.WORDS, updated="2024-11")
    assert set(values(tombstones(facts(), new, Run(version="1")), "goneOn")) == {"2024-11"}
    undated = facts("Ein Nachtrag. " + factory.WORDS)
    assert values(tombstones(facts(), undated, Run(version="1")), "goneOn") == []
