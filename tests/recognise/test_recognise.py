"""What holds for all mentions of any article."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.analyse import analyse
from kg.gazetteer import load
from kg.lang import language
from kg.model import Article, MentionForm, PartialDate
from kg.recognise import recognise
from tests.recognise.reading import read

ARTICLE = """Seoul meldet neue Truppen – Kreml winkt ab

Seoul – Der südkoreanische Geheimdienst NIS hat am Freitag (18. Oktober) nach eigenen Angaben rund 3.000 Soldaten auf
Bahnhöfen im Osten Russlands gezählt. Verteidigungsminister Kim Yong-hyun nannte das „eine neue Lage“.

Kremlsprecher Dmitri Peskow sprach von „Fantasie“. Die Forscherin Edda Kranich von der Denkfabrik Atlaskreis (ATK)
hält bis zu 5.000 Mann für denkbar. Kranich verwies auf Züge, die seit 2023 häufiger fahren. ATK will nachzählen.

Ein Sprecher des ukrainischen Generalstabs bestätigte mindestens zwei Züge. Moskau äußerte sich bis Montag nicht."""


def test_every_span_is_that_of_its_tokens_and_in_order() -> None:
    text, mentions = read(ARTICLE, "2024-10-22")
    for listed in (mentions.actors, mentions.places, mentions.dates, mentions.quantities):
        assert listed
        assert [mention.first for mention in listed] == sorted(mention.first for mention in listed)
        for mention in listed:
            assert text.span(mention.first, mention.last) == mention.span
            assert text.words(mention.span).strip() == text.words(mention.span) != ""
    assert all(mention.span.contains(mention.name) for mention in mentions.actors)


def test_who_is_who() -> None:
    actors = [mention.actor.id for mention in read(ARTICLE, "2024-10-22").mentions.actors]
    expected = {
        "nis",
        "kim-yong-hyun",
        "dmitry-peskov",
        "x-person-edda-kranich",
        "x-thinktank-atlaskreis",
        "ukrainian-general-staff",
        "russia",
        "kremlin",
    }
    assert expected <= set(actors)
    assert actors.count("x-person-edda-kranich") == 2


def test_the_same_text_gives_the_same_mentions() -> None:
    text = read(ARTICLE, "2024-10-22").text
    again = recognise(text, language("de"), load())
    assert again == read(ARTICLE, "2024-10-22").mentions


def test_an_empty_article_mentions_nothing() -> None:
    assert read("").mentions == read(" \n\n ").mentions


def test_a_user_registry_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        '[sylvania]\ntype = "State"\nlabel_en = "Sylvania"\nlabel_de = "Sylvanien"\n'
        'aliases_de = ["adj:sylvanisch", "demonym:Sylvaner", "metonym:Sylva"]\naliases_en = ["adj:Sylvanian"]\n',
        encoding="utf-8",
    )
    words = "Die sylvanische Regierung schwieg. Sylva dementierte. Die Sylvaner warten."
    text = analyse(Article(id="x", text=words, published=PartialDate("2024-10-30")), language("de"))
    found = recognise(text, language("de"), load([path])).actors
    assert [(mention.actor.id, mention.form) for mention in found] == [
        ("sylvania", MentionForm.DESCRIPTION),
        ("sylvania", MentionForm.METONYM),
        ("sylvania", MentionForm.DEMONYM),
    ]
    assert [mention.actor.id for mention in read(words).mentions.actors] != ["sylvania"] * 3


@pytest.mark.parametrize("words", ["Dr.", "„“", "( )", "Kim", "Die Zeit", "von der", "Präsident", "12", "Ende", "Der"])
def test_fragments_do_no_harm(words: str) -> None:
    assert read(words) is not None
