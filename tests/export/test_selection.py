from __future__ import annotations

import pytest
from pyoxigraph import Quad

from kg.describe.iris import BASE, NAMESPACES, Iris, kg, term
from kg.errors import UsageError
from kg.export import KINDS, Selection, select
from kg.store import Store

TYPE = NAMESPACES["rdf"] + "type"


def graphs(store: Store, selection: Selection) -> list[str]:
    return [part.graph.value.removeprefix(f"{BASE}graph/") for part in select(store, selection)]


def typed(store: Store, selection: Selection) -> list[str]:
    """The local names of the classes of all nodes, sorted."""
    quads = (quad for part in select(store, selection) for quad in part.quads if quad.predicate.value == TYPE)
    return sorted({quad.object.value.rsplit("#", 1)[-1].rsplit("/", 1)[-1] for quad in quads})


def subjects(store: Store, selection: Selection) -> set[str]:
    return {quad.subject.value.removeprefix(BASE) for part in select(store, selection) for quad in part.quads}


def test_everything_but_the_texts(store: Store) -> None:
    articles = ["article-a1", "article-seoul-2", "article-ueber-uns-2e1cdfb7"]
    found = graphs(store, Selection())
    assert [name.rsplit("-", 1)[0] for name in found[:3]] == [name.rsplit("-", 1)[0] for name in articles]
    assert found[3:] == ["ontology", "registry", "run"]
    assert graphs(store, Selection(with_text=True))[3:] == ["ontology", "registry", "run", "texts"]


def test_one_article_with_what_is_known_of_whom_it_names(store: Store) -> None:
    assert graphs(store, Selection(articles=("a1",))) == ["article-a1", "registry", "run"]
    assert "actor/russia" in subjects(store, Selection(articles=("a1",)))
    by_iri = Selection(articles=(f"{BASE}article/a1",))
    assert subjects(store, by_iri) == subjects(store, Selection(articles=("a1",)))


def test_the_text_of_one_article_alone(store: Store) -> None:
    parts = {part.graph.value: part.quads for part in select(store, Selection(articles=("a1",), with_text=True))}
    assert [quad.subject.value for quad in parts[f"{BASE}graph/texts"]] == [f"{BASE}article/a1"]


def test_an_article_with_a_strange_name(store: Store) -> None:
    found = graphs(store, Selection(articles=("über uns",)))
    assert found[0].startswith("article-ueber-uns-")


def test_agreements_come_with_their_articles_and_parties_and_no_other_claim(store: Store) -> None:
    classes = typed(store, Selection(kinds=("agreement",)))
    assert {"AgreementClaim", "Article", "State", "Person", "Place"} <= set(classes)
    assert "Statement" not in classes
    assert "DeploymentClaim" not in classes


def test_kinds_add_up(store: Store) -> None:
    classes = typed(store, Selection(kinds=("agreement", "casualties")))
    assert {"AgreementClaim", "CasualtyClaim"} <= set(classes)
    assert "ArmsTransferClaim" not in classes


def test_every_kind_can_be_asked_for(store: Store) -> None:
    for kind in KINDS:
        assert kind == "contradiction" or list(select(store, Selection(kinds=(kind,)))), kind


def test_actors_by_kind_come_from_the_registry_as_well(store: Store) -> None:
    found = subjects(store, Selection(kinds=("actor",)))
    assert {"actor/south-korea", "actor/x-group-sprecher-des-generalstabs"} <= found
    assert not {name for name in found if name.startswith(("claim/", "statement/"))}


@pytest.mark.parametrize("name", ["south-korea", "Südkorea", f"{BASE}actor/south-korea", "SÜDKOREA"])
def test_an_actor_by_any_name(store: Store, name: str) -> None:
    found = subjects(store, Selection(actors=(name,)))
    claims = {each for each in found if each.startswith("claim/")}
    assert len(claims) == 3
    assert not {each for each in found if each.startswith("statement/")}


def test_filters_narrow_each_other(store: Store) -> None:
    found = subjects(store, Selection(actors=("south-korea",), articles=("a1",), kinds=("arms-transfer",)))
    assert len([each for each in found if each.startswith("claim/")]) == 1
    assert not list(select(store, Selection(actors=("south-korea",), kinds=("agreement",))))


def test_graphs_by_name(store: Store) -> None:
    assert graphs(store, Selection(graphs=("registry", "article-a1"))) == ["article-a1", "registry"]
    assert graphs(store, Selection(graphs=(f"{BASE}graph/ontology",))) == ["ontology"]


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (Selection(articles=("nowhere",)), "no article of that name"),
        (Selection(graphs=("nowhere",)), "no graph of that name"),
        (Selection(kinds=("rumour",)), "no kind is called 'rumour'"),
        (Selection(actors=("Niemand",)), "no actor is called 'Niemand'"),
    ],
)
def test_what_is_not_there_is_named(store: Store, selection: Selection, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        list(select(store, selection))


def test_what_is_chosen_comes_with_the_run_that_made_it(store: Store) -> None:
    assert "Run" in typed(store, Selection(kinds=("agreement",)))
    assert "Run" in typed(store, Selection(actors=("south-korea",)))


def test_a_contradiction_comes_with_what_it_lies_between() -> None:
    iris = Iris(BASE)
    derived, article = iris.graph("derived"), iris.article_graph("a1")
    contradiction = iris.minted("contradiction", 1)
    sides = [iris.minted("claim", number) for number in range(3)]
    quads = [Quad(side, term("rdf", "type"), kg("Claim"), article) for side in sides]
    quads.append(Quad(contradiction, term("rdf", "type"), kg("Contradiction"), derived))
    quads += [Quad(contradiction, kg("between"), side, derived) for side in sides[:2]]
    found = subjects(Store.in_memory(quads, base=BASE), Selection(kinds=("contradiction",)))
    assert found == {node.value.removeprefix(BASE) for node in (contradiction, *sides[:2])}
