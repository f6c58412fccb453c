from __future__ import annotations

import factory
import pytest
from pyoxigraph import Quad

from kg.derive import derive
from kg.describe import describe
from kg.difference import Difference, difference
from kg.model import Modality, Stance

WORDS = "Das Amt sagte am Montag, es seien 1500 Soldaten aus Nordkorea in Kursk. Moskau bestritt das umgehend."


def graph(words: str = WORDS, *, number: int = 1500, stance: Stance = Stance.DENIES, claims: bool = True) -> list[Quad]:
    page = factory.article(words, id="a1", published="2024-10-28")
    sent = f"es seien {number} Soldaten aus Nordkorea in Kursk"
    said = factory.statement(page, sent, speakers=("south-korea",), speaker="Das Amt", cue="sagte")
    denied = factory.statement(page, "das umgehend", key="s2", speakers=("russia",), stance=stance)
    moved = factory.deployment(page, sent, claimants=("south-korea",), statement="s1", number=number)
    facts = factory.facts(page, statements=(said, denied), claims=(moved,) if claims else ())
    return list(describe(facts))


def kinds(found: Difference) -> dict[str, list[str]]:
    added, dropped = ([fact.kind for fact in facts] for facts in (found.added, found.dropped))
    return {"added": added, "dropped": dropped, "changed": [change.new.kind for change in found.changed]}


def test_a_graph_does_not_differ_from_itself() -> None:
    assert not difference(graph(), graph())


def test_a_text_that_grew_elsewhere_changes_no_fact() -> None:
    found = difference(graph(), graph("Ein Nachtrag. " + WORDS))
    assert kinds(found) == {"added": [], "dropped": [], "changed": ["article"]}
    assert set(found.changed[0].values) == {"sha256"}


def test_corrected_number_is_a_change_of_statement_and_claim() -> None:
    found = difference(graph(), graph(WORDS.replace("1500", "1600"), number=1600))
    assert kinds(found) == {"added": [], "dropped": [], "changed": ["article", "statement", "claim"]}
    assert found.changed[2].values["number"] == (("1500",), ("1600",))
    assert found.changed[2].old.iri != found.changed[2].new.iri


def test_other_stance_is_a_change() -> None:
    found = difference(graph(), graph(stance=Stance.DECLINES))
    assert [change.values for change in found.changed] == [{"stance": (("denies",), ("declines",))}]


def test_fact_that_is_gone_and_fact_that_is_new() -> None:
    assert kinds(difference(graph(), graph(claims=False))) == {"added": [], "dropped": ["claim"], "changed": []}
    assert kinds(difference(graph(claims=False), graph())) == {"added": ["claim"], "dropped": [], "changed": []}


def test_another_article_is_all_new() -> None:
    other = list(describe(factory.full_facts(id="b1")))
    found = difference(graph(), [*graph(), *other])
    assert found.dropped == found.changed == ()
    assert {fact.article for fact in found.added} == {"b1"}


def test_derived_events_and_contradictions_are_compared() -> None:
    two = [*graph(), *describe(factory.full_facts(id="b1"))]
    assert not difference([*two, *derive(two)], [*two, *derive(two)])
    found = difference([*graph(), *derive(graph())], [*two, *derive(two)])
    assert {"event", "article"} <= {fact.kind for fact in found.added}


@pytest.mark.parametrize("modality", [Modality.ALLEGED, Modality.DENIED])
def test_modality(modality: Modality) -> None:
    page = factory.article(WORDS, id="a1", published="2024-10-28")
    sent = "es seien 1500 Soldaten aus Nordkorea in Kursk"
    one, other = (
        list(describe(factory.facts(page, claims=(factory.deployment(page, sent, modality=each),))))
        for each in (Modality.FACT, modality)
    )
    (change,) = difference(one, other).changed
    assert change.values == {"modality": (("fact",), (str(modality),))}


def test_as_json() -> None:
    value = difference(graph(), graph(stance=Stance.DECLINES)).as_value()
    (change,) = value["changed"]
    assert change["values"] == {"stance": {"old": ["denies"], "new": ["declines"]}}
    assert (change["kind"], change["article"], change["who"]) == ("statement", "a1", "russia")
    assert value["added"] == value["dropped"] == []
