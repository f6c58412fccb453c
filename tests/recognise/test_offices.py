"""Offices with their holders on the article's day, descriptions that refer back, and people that stay unnamed."""

from __future__ import annotations

import pytest

from kg.model import MentionForm
from tests.recognise.reading import ids, read


@pytest.mark.parametrize(
    ("words", "published", "actor"),
    [
        ("Der Kremlchef schwieg.", "2024-10-30", "vladimir-putin"),
        ("Der Kreml-Sprecher schwieg.", "2024-10-30", "dmitry-peskov"),
        ("Der US-Präsident schwieg.", "2024-10-30", "joe-biden"),
        ("Der US-Präsident schwieg.", "2025-06-30", "donald-trump"),
        ("Der Nato-Generalsekretär schwieg.", "2024-09-01", "jens-stoltenberg"),
        ("Der ukrainische Präsident schwieg.", "2024-10-30", "volodymyr-zelenskyy"),
        ("Nordkoreas Machthaber schwieg.", "2024-10-30", "kim-jong-un"),
        ("Der Bundeskanzler schwieg.", "2025-06-30", "friedrich-merz"),
        ("Der Bundeskanzler besuchte Graz in Österreich.", "2024-10-30", "karl-nehammer"),
    ],
)
def test_an_office_means_its_holder(words: str, published: str, actor: str) -> None:
    mention = read(words, published).mentions.actors[0]
    assert (mention.actor.id, mention.form) == (actor, MentionForm.OFFICE)


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("Der frühere US-Präsident schwieg.", "2024-10-30"),
        ("Der Ex-US-Präsident schwieg.", "2024-10-30"),
        ("Der Vizekanzler schwieg.", "2024-10-30"),
        ("Der US-Präsident schwieg.", "2025-01"),
        ("Der US-Präsident schwieg.", None),
        ("Die Präsidenten schwiegen.", "2024-10-30"),
        ("Der südkoreanische Verteidigungsminister schwieg.", "2024-10-30"),
    ],
)
def test_an_office_that_fixes_nobody_stays_a_description(words: str, published: str | None) -> None:
    mention = read(words, published).mentions.actors[0]
    assert mention.form is MentionForm.DESCRIPTION
    assert not mention.actor.registered


def test_a_minister_whom_the_article_names() -> None:
    words = "Der südkoreanische Verteidigungsminister schwieg. Kim Yong-hyun reiste ab."
    assert ids(words) == ["kim-yong-hyun", "kim-yong-hyun"]


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("US-Verteidigungsminister Lloyd Austin kam. Der Verteidigungsminister schwieg.", "lloyd-austin"),
        ("Die Sprecherin Anna Weidner kam. Die Sprecherin schwieg.", "x-person-anna-weidner"),
        ("Präsident Wladimir Putin kam. Der Präsident schwieg.", "vladimir-putin"),
        ("Außenministerin Annalena Baerbock kam. Die Ministerin schwieg.", "annalena-baerbock"),
        ("Boris Pistorius kam. Der SPD-Politiker schwieg.", "boris-pistorius"),
    ],
)
def test_a_definite_title_refers_back(words: str, actor: str) -> None:
    assert ids(words) == [actor, actor]


def test_an_indefinite_title_is_somebody_new() -> None:
    words = "Die Sprecherin Anna Weidner kam. Eine Sprecherin schwieg."
    assert ids(words) == ["x-person-anna-weidner", "x-group-sprecherin"]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Laut westlichen Experten fehlt Munition.", "westliche Experten"),
        ("Der südkoreanische Verteidigungsminister schwieg.", "südkoreanischer Verteidigungsminister"),
        ("In russischen Kriegsblogs wird gejubelt.", "russische Kriegsblogs"),
        ("Ein Sprecher des südkoreanischen Präsidialamtes schwieg.", "Sprecher des südkoreanischen Präsidialamtes"),
        ("Laut südkoreanischer Militärquellen fehlt Munition.", "südkoreanische Militärquellen"),
        ("Das bestätigten hochrangige US-Beamte.", "hochrangige US-Beamte"),
        ("Einem ukrainischen Offizier zufolge fehlt Munition.", "ukrainischer Offizier"),
    ],
)
def test_descriptions_stand_in_the_nominative(words: str, label: str) -> None:
    mention = read(words).mentions.actors[0]
    assert mention.actor.label_de == label
    assert mention.form is MentionForm.DESCRIPTION


def test_what_stands_inside_a_description_counts_too() -> None:
    assert "south-korean-presidential-office" in ids("Ein Sprecher des südkoreanischen Präsidialamtes schwieg.")


def test_the_words_as_they_stand_are_an_alias() -> None:
    actor = read("In russischen Kriegsblogs wird gejubelt.").mentions.actors[0].actor
    assert actor.aliases == ("russischen Kriegsblogs",)
    assert (actor.acts_for, actor.id) == ("russia", "x-group-russische-kriegsblogs")


@pytest.mark.parametrize(
    ("words", "plural"),
    [
        ("Die Experten schwiegen.", True),
        ("Der Experte schwieg.", False),
        ("Er sprach mit den Experten.", True),
        ("Er traf den Experten.", False),
        ("Der Rat der Experten fehlt.", True),
        ("Der Rat der westlichen Experten fehlt.", True),
        ("Experten schwiegen.", True),
        ("Die Verbündeten schwiegen.", True),
    ],
)
def test_one_or_many(words: str, plural: bool) -> None:
    mention = next(mention for mention in read(words).mentions.actors if mention.form is MentionForm.DESCRIPTION)
    assert mention.plural is plural


def test_the_ministry_of_whom_the_article_named_last() -> None:
    assert ids("Außenministerin Annalena Baerbock kam. Ihr Ministerium schwieg.")[-1] == "german-foreign-office"
    assert ids("Die Malerin Anna Halm kam. Ihr Ministerium schwieg.")[-1] == "x-group-ministerium"


def test_a_body_before_a_name_is_a_title() -> None:
    assert ids("Der Bundesrat Reto Halmbacher kam.") == ["x-person-reto-halmbacher"]
