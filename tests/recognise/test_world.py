"""States, regions, cities and bodies beyond the first registry; names that only look like others."""

from __future__ import annotations

import pytest

from tests.recognise.reading import ids, read


def places(words: str) -> set[str]:
    return {mention.place.id for mention in read(words).mentions.places}


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Ruandische Truppen rücken vor.", "rwanda"),
        ("Die nigrische Junta schwieg.", "niger"),
        ("Nigerianische Truppen rücken vor.", "nigeria"),
        ("Die Togoer warten.", "togo"),
        ("Guineische Soldaten helfen.", "guinea"),
        ("Guinea-Bissau schwieg.", "guinea-bissau"),
        ("Äquatorialguinea schwieg.", "equatorial-guinea"),
        ("Papua-Neuguinea schwieg.", "papua-new-guinea"),
        ("Die Republik Kongo schwieg.", "republic-of-the-congo"),
        ("Der Kongo schwieg.", "dr-congo"),
        ("Skopje dementierte.", "north-macedonia"),
        ("Die Elfenbeinküste schwieg.", "ivory-coast"),
    ],
)
def test_a_state(words: str, state: str) -> None:
    found = [mention.actor.id for mention in read(words).mentions.actors]
    assert [key for key in found if not key.startswith("x-")] == [state]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Sie kämpfen in Goma.", "goma"),
        ("Im Gebiet Smolensk brennt es.", "smolensk-oblast"),
        ("In der Grenzregion Belgorod brennt es.", "belgorod-oblast"),
        ("In Smolensk brennt es.", "smolensk"),
        ("Das Schiff lag im Hafen Wostotschny.", "vostochny-port"),
        ("Die Rakete stand auf dem Kosmodrom Wostotschny.", "vostochny-cosmodrome"),
        ("Sie üben in Sergejewka.", "sergeyevka"),
        ("Bei Tschassiw Jar wird gekämpft.", "chasiv-yar"),
        ("In der Straße von Hormus fuhr ein Tanker.", "strait-of-hormuz"),
        ("In Nordkivu wird gekämpft.", "north-kivu"),
    ],
)
def test_a_place(words: str, place: str) -> None:
    assert place in places(words)


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Die M23-Miliz schwieg.", "m23"),
        ("Das Afrikakorps schwieg.", "africa-corps"),
        ("Die Revolutionsgarden schwiegen.", "irgc"),
        ("Das UN-Nothilfebüro Ocha warnte.", "ocha"),
        ("Das Komitee vom Roten Kreuz warnte.", "red-cross"),
        ("Das Energieministerium in Kiew warnte.", "ukrainian-energy"),
        ("Der ruandische Präsident schwieg.", "paul-kagame"),
        ("Die Lage in Litauen beriet Dovile Sakaliene.", "dovile-sakaliene"),
    ],
)
def test_an_actor(words: str, actor: str) -> None:
    assert actor in ids(words)


@pytest.mark.parametrize("words", ["Jordan kam.", "Georgia kam.", "Hama kam.", "Er mag Sake.", "Die Posen sind alt."])
def test_what_only_looks_like_a_place(words: str) -> None:
    assert [mention.actor.id for mention in read(words).mentions.actors if mention.actor.registered] == []
    assert places(words) == set()


def test_a_name_does_not_decline_behind_a_preposition() -> None:
    assert "red-cross" in ids("Ein Helfer des Internationalen Komitees vom Roten Kreuz kam.")
    assert "great-lakes-contact-group" in ids("Sie bat die Internationale Kontaktgruppe für die Großen Seen.")
