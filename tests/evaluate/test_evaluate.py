"""A perfect graph scores 1; each mistake lowers the figure that is meant to see it; the scorer says the same."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pyoxigraph
import pytest

from kg.describe import describe, describe_registry
from kg.errors import InputError
from kg.evaluate import Evaluation, evaluate, read_gold
from kg.gazetteer import load
from kg.model import ArticleFacts, Deployment, Modality, PartialDate, Qualifier, Span, Stance, Statement
from kg.store import Store
from tests.gold_facts import gold_facts

GOLD = Path(__file__).parents[1] / "gold"
SCORER = Path(__file__).parents[3] / "shared" / "eval" / "score.py"
GOLDS = read_gold(GOLD)
KNOWN = load()
PERFECT = gold_facts(GOLD, GOLD)
TEXTS = {facts.article.id: facts.article.text for facts in PERFECT}

Change = Callable[[ArticleFacts], ArticleFacts]


def store_of(all_facts: Sequence[ArticleFacts]) -> Store:
    registry = describe_registry(KNOWN.actors.values(), KNOWN.places.values())
    return Store.in_memory([*registry, *(quad for facts in all_facts for quad in describe(facts))])


def evaluated(all_facts: Sequence[ArticleFacts]) -> Evaluation:
    return evaluate(store_of(all_facts), TEXTS, GOLDS, gazetteer=KNOWN)


def statements(change: Callable[[Statement], Statement]) -> Change:
    return lambda facts: dataclasses.replace(facts, statements=tuple(map(change, facts.statements)))


def cut(statement: Statement) -> Statement:
    span = statement.content
    return dataclasses.replace(statement, content=Span(span.start, span.start + (span.end - span.start) // 3 + 1))


def undated(statement: Statement) -> Statement:
    return dataclasses.replace(statement, said_on=PartialDate("1999"))


def one_more(facts: ArticleFacts) -> ArticleFacts:
    claims = [claim for claim in facts.claims if isinstance(claim, Deployment)]
    extra = [dataclasses.replace(claim, key=f"{claim.key}x", number=77, qualifier=Qualifier.ABOUT) for claim in claims]
    return dataclasses.replace(facts, claims=(*facts.claims, *extra))


def doubtful(facts: ArticleFacts) -> ArticleFacts:
    claims = (dataclasses.replace(claim, modality=Modality.POSSIBLE, claimants=()) for claim in facts.claims)
    return dataclasses.replace(facts, claims=tuple(claims))


MISTAKES: dict[str, tuple[Change, set[str]]] = {
    "no statements": (lambda facts: dataclasses.replace(facts, statements=()), {"statements", "joint"}),
    "another speaker": (statements(lambda each: dataclasses.replace(each, speakers=("kcna",))), {"speaker", "joint"}),
    "nobody": (statements(lambda each: dataclasses.replace(each, speakers=())), {"speaker", "joint"}),
    "another stance": (statements(lambda each: dataclasses.replace(each, stance=Stance.EXPECTS)), {"stance"}),
    "a third of the words": (statements(cut), {"statements", "joint"}),
    "no cue": (statements(lambda each: dataclasses.replace(each, cue=None)), {"cue"}),
    "another date": (statements(undated), {"said_on", "said_on_unknown"}),
    "no topics": (statements(lambda each: dataclasses.replace(each, topics=())), {"topics"}),
    "extra claims": (one_more, {"claims", "claims.deployment"}),
    "doubtful claims": (doubtful, {"claimants", "modality"}),
}


def value(figure: dict[str, float | int | None]) -> float:
    share = figure["f1"] if "f1" in figure else figure["acc"]
    assert share is not None
    return share


def test_a_perfect_graph_is_perfect() -> None:
    result = evaluated(PERFECT)
    assert {name: figure for name, figure in result.figures.items() if value(figure) != 1.0} == {}
    assert result.errors == ()


@pytest.mark.parametrize("mistake", sorted(MISTAKES))
def test_a_mistake_is_seen(mistake: str) -> None:
    change, seen = MISTAKES[mistake]
    result = evaluated([change(facts) for facts in PERFECT])
    lower = {name for name, figure in result.figures.items() if "f1" in figure and value(figure) < 1}
    lower |= {name for name, figure in result.figures.items() if figure.get("acc") not in {None, 1.0}}
    assert seen <= lower


def test_errors_name_article_and_fact() -> None:
    result = evaluated([MISTAKES["another stance"][0](facts) for facts in PERFECT])
    assert any(error.startswith("iran-raketen s1: stance expects for announces") for error in result.errors)


def test_an_article_that_is_not_there_is_told() -> None:
    result = evaluated(PERFECT[1:])
    assert result.figures["articles"]["acc"] != 1.0
    assert f"{GOLDS[0].identifier}: no article in the graph" in result.errors


@pytest.mark.skipif(not SCORER.exists(), reason="the scorer does not stand beside this checkout")
@pytest.mark.parametrize("mistake", [None, *sorted(MISTAKES)])
def test_the_scorer_says_the_same(mistake: str | None, tmp_path: Path) -> None:
    facts = PERFECT if mistake is None else [MISTAKES[mistake][0](facts) for facts in PERFECT]
    graph = tmp_path / "graph.nq"
    pyoxigraph.serialize(store_of(facts).quads(), output=graph, format=pyoxigraph.RdfFormat.N_QUADS)
    command = [sys.executable, str(SCORER), str(graph), str(GOLD), str(GOLD), "--json"]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert json.loads(told) == evaluated(facts).figures


def test_gold_that_is_wrong_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no gold files"):
        read_gold(tmp_path)
    (tmp_path / "a.json").write_text('{"article": "a.txt", "statements": [{"id": "s1", "speeker": "X"}], "claims": []}')
    with pytest.raises(InputError, match=r"a\.json: s1: unknown key 'speeker'"):
        read_gold(tmp_path)
