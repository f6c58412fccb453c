"""Names, adjectives, demonyms, compounds and capitals; places beside them."""

from __future__ import annotations

import pytest

from kg.model import MentionForm, PlaceKind
from tests.recognise.reading import ids, read


def places(words: str) -> list[tuple[str, str]]:
    found = read(words)
    return [(found.text.words(mention.span), mention.place.id) for mention in found.mentions.places]


@pytest.mark.parametrize(
    ("words", "actor", "form"),
    [
        ("Nordkorea schweigt.", "north-korea", MentionForm.NAME),
        ("Das Ende Nordkoreas naht.", "north-korea", MentionForm.NAME),
        ("Die Truppen der Vereinigten Staaten kommen.", "usa", MentionForm.NAME),
        ("Nordkoreanische Soldaten kommen.", "north-korea", MentionForm.ADJECTIVE),
        ("Mit nordkoreanischem Schrot schossen sie.", "north-korea", MentionForm.ADJECTIVE),
        ("Die Nordkoreaner kommen.", "north-korea", MentionForm.DEMONYM),
        ("Mit Nordkoreanerinnen sprach er.", "north-korea", MentionForm.DEMONYM),
        ("Die Nordkorea-Truppen kommen.", "north-korea", MentionForm.COMPOUND),
        ("Moskau dementiert.", "russia", MentionForm.METONYM),
        ("Das gilt laut Kiew.", "ukraine", MentionForm.METONYM),
        ("Die Antwort Moskaus fehlt.", "russia", MentionForm.METONYM),
        ("Waffen an Kiew sind geplant.", "ukraine", MentionForm.METONYM),
    ],
)
def test_how_a_state_is_mentioned(words: str, actor: str, form: MentionForm) -> None:
    assert (actor, form) in [(mention.actor.id, mention.form) for mention in read(words).mentions.actors]


@pytest.mark.parametrize(
    "words",
    [
        "Er lebt in Moskau.",
        "Die Hauptstadt Kiew brennt.",
        "Moskau – Der Winter ist da.",
        "Der Zug fuhr nach Kiew.",
        "Die Universität Moskau forscht.",
    ],
)
def test_a_capital_that_is_only_a_city(words: str) -> None:
    assert ids(words) == [] or not {"russia", "ukraine"} & set(ids(words))
    assert {place for _, place in places(words)} & {"moscow", "kyiv"}


def test_a_compound_names_its_first_part() -> None:
    found = read("Die KCNA-Depesche kam.")
    mention = found.mentions.actors[0]
    assert (found.words(mention), found.text.words(mention.name)) == ("KCNA-Depesche", "KCNA")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("In der Region Kursk brennt es.", ("Region Kursk", "kursk-oblast")),
        ("Bei Kursk brennt es.", ("Kursk", "kursk")),
        ("In der Ukraine brennt es.", ("Ukraine", "ukraine")),
        ("Auf der koreanischen Halbinsel brennt es.", ("koreanischen Halbinsel", "korean-peninsula")),
        ("Im fernen Osten Russlands brennt es.", ("fernen Osten Russlands", "russian-far-east")),
        ("Im Osten Russlands brennt es.", ("Osten Russlands", "x-region-eastern-russia")),
        ("Im Süden der Ukraine brennt es.", ("Süden der Ukraine", "x-region-southern-ukraine")),
        ("Die Ostukraine brennt.", ("Ostukraine", "x-region-eastern-ukraine")),
    ],
)
def test_places(words: str, place: tuple[str, str]) -> None:
    assert place in places(words)


def test_a_part_of_a_state_lies_in_it() -> None:
    place = read("Im Süden der Ukraine brennt es.").mentions.places[0].place
    assert (place.kind, place.country, place.label_en) == (PlaceKind.REGION, "ukraine", "Southern Ukraine")


@pytest.mark.parametrize("words", ["Die Ostsee friert zu.", "Osten heißt sein Dorf.", "Der Nordkoreaner schwieg."])
def test_what_is_no_part_of_a_state(words: str) -> None:
    assert [place for _, place in places(words) if place.startswith("x-")] == []


@pytest.mark.parametrize(
    ("words", "medium"),
    [
        ("Laut Zeit sinkt der Kurs.", "die-zeit"),
        ("In einem Bericht der Zeit steht mehr.", "die-zeit"),
        ("Der Spiegel berichtet mehr.", "der-spiegel"),
        ("Das Magazin Stern weiß mehr.", "stern"),
        ("Im „Standard“ steht mehr.", "der-standard"),
        ("Das steht auf X.", "x-twitter"),
    ],
)
def test_an_ordinary_word_that_names_a_medium(words: str, medium: str) -> None:
    assert medium in ids(words)


@pytest.mark.parametrize(
    "words", ["Die Zeit drängt.", "Der Spiegel zerbrach.", "Ein Stern fiel.", "Dieser Standard gilt."]
)
def test_an_ordinary_word_that_is_none(words: str) -> None:
    assert ids(words) == []


def test_a_headline_in_capitals() -> None:
    assert "ukraine" in ids("KIEW meldet Erfolge.")
    assert ids("DER TAG begann.") == []


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Die Zeitung „New York Times“ schwieg.", "new-york-times"),
        ("Laut dem Portal „NK News“ brannte es.", "nk-news"),
        ("Der Vereinigte Generalstab warnte.", "south-korean-jcs"),
        ("Das Vereinigungsministerium warnte.", "south-korean-unification-ministry"),
        ("Das Internationale Institut für Strategische Studien warnte.", "iiss"),
    ],
)
def test_organisations_by_their_german_names(words: str, actor: str) -> None:
    assert actor in ids(words)


def test_an_acronym_vouched_for_once_counts_again() -> None:
    assert ids("Der Auslandsgeheimdienst SWR schwieg. Der SWR half.") == ["svr", "svr"]
    assert "svr" not in ids("Der Sender SWR schwieg. Der SWR half.")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("In den Regionen Donezk, Sumy und Luhansk brannte es.", ["donetsk-oblast", "sumy-oblast", "luhansk-oblast"]),
        ("In den Städten Donezk und Luhansk brannte es.", ["donetsk", "luhansk"]),
        ("In den Regionen um Donezk brannte es.", ["donetsk"]),
    ],
)
def test_several_regions(words: str, expected: list[str]) -> None:
    assert [place for _, place in places(words)] == expected
