"""People: full names, surnames, titles, other spellings; and what is nobody."""

from __future__ import annotations

import pytest

from kg.model import ActorKind
from kg.recognise.unknown import unknown
from tests.recognise.reading import actors, ids, read


@pytest.mark.parametrize(
    ("words", "mention", "actor"),
    [
        ("Nato-Generalsekretär Mark Rutte reiste ab.", "Nato-Generalsekretär Mark Rutte", "mark-rutte"),
        ("Russlands Präsident Wladimir Putin reiste ab.", "Russlands Präsident Wladimir Putin", "vladimir-putin"),
        ("Wolodymyr Selenski dankte.", "Wolodymyr Selenski", "volodymyr-zelenskyy"),
        ("Ursula von der Leyen reiste ab.", "Ursula von der Leyen", "ursula-von-der-leyen"),
        ("Syriens Präsident Baschar al-Assad floh.", "Syriens Präsident Baschar al-Assad", "bashar-al-assad"),
        ("Gestern schwieg Putin wieder.", "Putin", "vladimir-putin"),
        ("Putins Pläne reifen.", "Putins", "vladimir-putin"),
        ("Die neue Rede von Kim Jong Un dauerte.", "Kim Jong Un", "kim-jong-un"),
    ],
)
def test_people_of_the_gazetteer(words: str, mention: str, actor: str) -> None:
    assert (mention, actor) in actors(words)


@pytest.mark.parametrize(
    ("words", "mention", "actor"),
    [
        (
            "Ministeriumssprecherin Anna Weidner schwieg.",
            "Ministeriumssprecherin Anna Weidner",
            "x-person-anna-weidner",
        ),
        ("Der Bürgermeister Otto von Halm kam.", "Bürgermeister Otto von Halm", "x-person-otto-von-halm"),
        ("Kronprinz Mohammed bin Halim kam.", "Kronprinz Mohammed bin Halim", "x-person-mohammed-bin-halim"),
        ("Der Abgeordnete Kim Min-tol kam.", "Abgeordnete Kim Min-tol", "x-person-kim-min-tol"),
        (
            "Die Nachricht von Oberst a. D. Wolfgang Richter kam.",
            "Oberst a. D. Wolfgang Richter",
            "x-person-wolfgang-richter",
        ),
        ("SPD-Fraktionsvize Xavur Dombek kam.", "SPD-Fraktionsvize Xavur Dombek", "x-person-xavur-dombek"),
        (
            "Expräsident Luis Ignacio Halma da Silva kam.",
            "Expräsident Luis Ignacio Halma da Silva",
            "x-person-luis-ignacio-halma-da-silva",
        ),
        ("Der Abgeordnete Kim Sang Hoon kam.", "Abgeordnete Kim Sang Hoon", "x-person-kim-sang-hoon"),
        ("Doo Jin-pyo kam.", "Doo Jin-pyo", "x-person-doo-jin-pyo"),
        ("Frau Halmstein kam.", "Frau Halmstein", "x-person-halmstein"),
        ("Dr. Peter W. Halm kam.", "Dr. Peter W. Halm", "x-person-peter-w-halm"),
        ("Hunter Biden kam.", "Hunter Biden", "x-person-hunter-biden"),
        ("Der Dichter Mohammed al-Halimi kam.", "Mohammed al-Halimi", "x-person-mohammed-al-halimi"),
    ],
)
def test_people_that_no_registry_knows(words: str, mention: str, actor: str) -> None:
    assert (mention, actor) in actors(words)


@pytest.mark.parametrize("words", ["Zudem wolle Kim Ende Mai reisen.", "Damit gab Kim Brot Wein und Geld."])
def test_nouns_behind_kim_are_no_given_names(words: str) -> None:
    assert ids(words) == ["kim-jong-un"]


def test_the_name_lies_inside_the_mention() -> None:
    found = read("Der ukrainische Geheimdienstchef Kyrylo Budanow kam.")
    mention = found.mentions.actors[0]
    assert found.words(mention) == "ukrainische Geheimdienstchef Kyrylo Budanow"
    assert found.text.words(mention.name) == "Kyrylo Budanow"


def test_one_person_across_an_article() -> None:
    words = "Die Forscherin Edda Kranich warnt vor Engpässen. Später sagte Kranich mehr. Kranichs Bericht fehlt noch."
    assert ids(words) == ["x-person-edda-kranich"] * 3
    assert {mention.gender for mention in read(words).mentions.actors} == {"f"}


def test_a_surname_before_the_full_name() -> None:
    words = "Halmbacher warnt vor Engpässen. Der Forscher Otto Halmbacher ist besorgt."
    assert set(ids(words)) == {"x-person-otto-halmbacher"}


def test_a_namesake_takes_the_surname_over() -> None:
    words = "Der Abgeordnete Kim Min-tol schwieg. Dann ging Kim."
    assert ids(words) == ["x-person-kim-min-tol"] * 2
    assert ids("Dann ging Kim.") == ["kim-jong-un"]


def test_a_family_name_in_front_is_a_short_name() -> None:
    words = "Außenminister Wang Tol sprach. Dann ging Wang."
    assert ids(words)[-1] == "x-person-wang-tol"


def test_a_surname_that_is_a_trade_too() -> None:
    words = "Oberst Wolfgang Richter kam. Richter warnte. Der Richter schwieg."
    assert ids(words)[:2] == ["x-person-wolfgang-richter"] * 2
    assert ids(words)[2] == "x-group-richter"


def test_an_apposition_means_the_same_person() -> None:
    assert set(ids("Edda Kranich, eine Expertin für Lieferketten, schwieg.")) == {"x-person-edda-kranich"}
    assert "x-person-tom-halm" in ids("Der Sprecher des US-Außenministeriums, Tom Halm, schwieg.")


def test_titles_tell_gender_role_and_employer() -> None:
    actor = read("Die Pentagon-Sprecherin Robin Halm schwieg.").mentions.actors[0].actor
    assert (actor.gender, actor.role_de, actor.acts_for) == ("f", "Pentagon-Sprecherin", "us-department-of-defense")
    assert (actor.kind, actor.registered) == (ActorKind.PERSON, False)


@pytest.mark.parametrize(
    "words",
    [
        "Die Entscheidung fiel spät.",
        "Der Minister gab Entwarnung.",
        "Im August begann die Ernte.",
        "Gute Nachrichten kamen erst abends.",
        "Der Lautsprecher knackte.",
        "Die Flugzeuge standen still.",
    ],
)
def test_ordinary_words_are_nobody(words: str) -> None:
    assert [found for found in read(words).mentions.actors if found.actor.kind is ActorKind.PERSON] == []


def test_a_heading_lends_no_title_to_the_line_behind_it() -> None:
    assert "x-person-zur-holmlage" not in ids("Soldaten und Arbeiter\n\nZur Holmlage sagt das Papier nichts.")


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Das Haus ist zerstört, sagt Mariam und weint. Mariams Sohn ist tot.", "x-person-mariam"),
        ("So kalt war es noch nie, sagte Petrowna der Agentur.", "x-person-petrowna"),
        ("Die Schüsse kamen von oben, wie Abdulhadi erzählt.", "x-person-abdulhadi"),
        ("Kowaltschuk, Kommandeur einer Einheit, erklärte, es fehle Munition.", "x-person-kowaltschuk"),
        ("Bootsbauer Sellmann warnt vor Schäden. Das glaubt Sellmann.", "x-person-sellmann"),
        ("Sita Halmdottir (25) kam zu Fuß. Es sei kalt gewesen, sagt Sita.", "x-person-sita-halmdottir"),
    ],
)
def test_what_only_people_do_shows_somebody(words: str, actor: str) -> None:
    assert actor in ids(words)


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Marktführer Delwanda bestätigte die Pläne.", "x-organisation-delwanda"),
        ("Die schwedische Mutter Nordkap hat den Abbau bestätigt.", "x-organisation-nordkap"),
        ("Die Delwanda ist pleite. Das sei falsch, sagte Delwanda.", "x-organisation-delwanda"),
        ("Man habe nichts gewusst, meinte Delwanda, das den Dienst betreibt.", "x-organisation-delwanda"),
        ("Laut Otto Kranz Media war das nie geplant.", "x-organisation-otto-kranz-media"),
        ("Der Umsatz sank, teilte die Georg Brandis AG mit.", "x-organisation-georg-brandis-ag"),
        ("Das Werk gehört der Energie Rostock AG.", "x-organisation-energie-rostock-ag"),
    ],
)
def test_firms_are_nobody(words: str, actor: str) -> None:
    assert actor in ids(words)
    assert all(not found.startswith("x-person") for found in ids(words))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Faruk Halmcı", "x-person-faruk-halmci"),
        ("Bjørn Łukasz", "x-person-bjorn-lukasz"),
        ("Đorđe Ærøson", "x-person-dorde-aeroson"),
        ("Jürgen Groß", "x-person-juergen-gross"),
    ],
)
def test_an_id_drops_no_letter_of_a_name(name: str, key: str) -> None:
    assert unknown(ActorKind.PERSON, name).id == key
