from __future__ import annotations

from datetime import date

import pytest

from kg.gazetteer import Gazetteer, load
from kg.model import Actor, ActorKind, ArticleFacts
from kg.resolve import resolve
from kg.resolve.judgements import Judgement, Verdict
from tests import factory


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load()


def person(key: str, label: str, **values: object) -> Actor:
    given = {"kind": ActorKind.PERSON, "label_en": label, "label_de": label, "registered": False}
    return Actor(id=key, **(given | values))  # type: ignore[arg-type]


def spoken_by(*actors: Actor) -> ArticleFacts:
    page = factory.article()
    said = factory.statement(
        page, "rund 1500 Soldaten", speakers=tuple(actor.id for actor in actors), via=(actors[0].id,)
    )
    sent = factory.deployment(page, "rund 1500 Soldaten", sender=actors[-1].id, claimants=(actors[0].id,))
    return ArticleFacts(article=page, statements=(said,), claims=(sent,), actors=actors, places=())


def judged(verdict: Verdict, *ids: str) -> Judgement:
    things = tuple(f"actor/{each}" for each in ids)
    return Judgement(verdict=verdict, of=things, by="M. Muster", on=date(2025, 5, 2), why="same office")


def test_an_actor_that_the_registry_has_by_name_becomes_it(gazetteer: Gazetteer) -> None:
    facts = resolve(spoken_by(person("x-person-wladimir-putin", "Wladimir Putin")), gazetteer)
    assert facts.statements[0].speakers == facts.statements[0].via == ("vladimir-putin",)
    assert facts.claims[0].claimants == ("vladimir-putin",)
    assert facts.claims[0].sender == "vladimir-putin"  # type: ignore[attr-defined]
    assert [actor.registered for actor in facts.actors] == [True]


def test_a_namesake_of_another_kind_stays_apart(gazetteer: Gazetteer) -> None:
    facts = spoken_by(person("x-group-putin", "Wladimir Putin", kind=ActorKind.GROUP))
    assert resolve(facts, gazetteer) is facts


def test_an_unknown_person_stays_as_the_article_has_them(gazetteer: Gazetteer) -> None:
    facts = spoken_by(person("x-person-erna-beispiel", "Erna Beispiel"))
    assert resolve(facts, gazetteer) is facts


def test_two_who_were_judged_the_same_are_one(gazetteer: Gazetteer) -> None:
    facts = spoken_by(person("x-person-beispiel", "Beispiel"), person("x-person-a-beispiel", "A. Beispiel"))
    same = judged(Verdict.SAME, "x-person-beispiel", "x-person-a-beispiel")
    one = resolve(facts, gazetteer, [same])
    assert one.statements[0].speakers == ("x-person-a-beispiel",)
    assert [actor.label_de for actor in one.actors] == ["A. Beispiel"]


def test_a_judgement_prefers_the_registered_one(gazetteer: Gazetteer) -> None:
    facts = spoken_by(person("x-person-der-praesident", "der Präsident"))
    same = judged(Verdict.SAME, "x-person-der-praesident", "vladimir-putin")
    assert resolve(facts, gazetteer, [same]).statements[0].speakers == ("vladimir-putin",)


def test_judgements_carry_on_over_shared_members(gazetteer: Gazetteer) -> None:
    facts = spoken_by(person("x-c", "C"))
    chain = [judged(Verdict.SAME, "x-b", "x-c"), judged(Verdict.SAME, "x-a", "x-b")]
    assert resolve(facts, gazetteer, chain).statements[0].speakers == ("x-a",)


def test_judged_different_overrules_the_name(gazetteer: Gazetteer) -> None:
    facts = spoken_by(person("x-person-wladimir-putin", "Wladimir Putin"))
    different = judged(Verdict.DIFFERENT, "x-person-wladimir-putin", "vladimir-putin")
    assert resolve(facts, gazetteer, [different]) is facts


def test_whom_an_actor_acts_for_is_renamed_too(gazetteer: Gazetteer) -> None:
    chief = person("x-person-wladimir-putin", "Wladimir Putin")
    aide = person("x-person-berater", "Berater", acts_for="x-person-wladimir-putin")
    facts = resolve(spoken_by(chief, aide), gazetteer)
    assert {actor.id: actor.acts_for for actor in facts.actors}["x-person-berater"] == "vladimir-putin"
