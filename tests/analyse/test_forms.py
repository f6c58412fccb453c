"""What a word form can be when it stands alone: tags, lemma, mood."""

from __future__ import annotations

import pytest

from kg.analyse.forms import known_word, lemma_of, mood_of, reading, verb_lemma
from kg.lang import language
from kg.model import Mood

GERMAN = language("de")

FIRST = """
habe sei seien werde könne müsse solle wolle dürfe möge gebe gehe komme stehe nehme sehe wisse bleibe lasse halte finde
bringe spreche liefere fordere sammle handle kämpfe bereite unterstütze trage verfüge plane entsende schicke bestehe
drohe beginne führe
"""

SECOND = """
hätte hätten wäre wären würde würden könnte könnten müsste dürfte möchte käme kämen gäbe gäben ginge bliebe ließe fände
nähme sähe stünde wüsste bräuchte täte spräche hielte
"""

INDICATIVE = """
hat haben hatte ist war wird wurde kann konnte musste soll sollte will wollte sagte teilte lieferte forderte brachte
nannte wusste dachte gab ging kam stand nahm sah blieb ließ kamen gaben gingen kämpften kämpfte hörte führte störte
zählte änderte zögerte erklärte hofft spricht trägt fällt hält lässt geben kommen stehen gehören zählen ändern
"""


@pytest.mark.parametrize("form", FIRST.split())
def test_subjunctive_1(form: str) -> None:
    assert mood_of(form, GERMAN) is Mood.SUBJUNCTIVE_1


@pytest.mark.parametrize("form", SECOND.split())
def test_subjunctive_2(form: str) -> None:
    assert mood_of(form, GERMAN) is Mood.SUBJUNCTIVE_2


@pytest.mark.parametrize("form", INDICATIVE.split())
def test_indicative(form: str) -> None:
    assert mood_of(form, GERMAN) is Mood.INDICATIVE


@pytest.mark.parametrize(
    ("word", "tags"),
    [
        ("nicht", {"PTKNEG"}),
        ("der", {"ART", "PRELS", "PDS"}),
        ("zu", {"APPR", "PTKZU"}),
        ("während", {"APPR", "KOUS"}),
        ("hat", {"VAFIN"}),
        ("haben", {"VAFIN", "VAINF"}),
        ("worden", {"VAPP"}),
        ("könnten", {"VMFIN"}),
    ],
)
def test_closed_words(word: str, tags: set[str]) -> None:
    found = reading(word, GERMAN)
    assert found.closed
    assert set(found.tags) == tags


@pytest.mark.parametrize(
    ("word", "best"),
    [("sagte", "VVFIN"), ("gesagt", "VVPP"), ("zerstört", "VVPP"), ("mitzuteilen", "VVIZU"), ("schnell", "ADJD")],
)
def test_open_words(word: str, best: str) -> None:
    found = reading(word, GERMAN)
    assert not found.closed
    assert found.tags[0] == best


def test_a_word_that_nobody_knows_has_a_tag() -> None:
    assert reading("xqzptl", GERMAN).tags
    assert reading("𝔘𝔫", GERMAN).tags


def test_lemmas() -> None:
    assert lemma_of("Berichte", GERMAN) == "Bericht"
    assert lemma_of("Xqzptl", GERMAN) == "Xqzptl"
    assert verb_lemma("liefern", "VVINF", GERMAN) == "liefern"
    assert verb_lemma("lieferten", "VVFIN", GERMAN) == "liefern"


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [
        ("gelobte", "geloben"),
        ("postet", "posten"),
        ("postete", "posten"),
        ("resümiert", "resümieren"),
        ("resümierten", "resümieren"),
        ("titelt", "titeln"),
        ("titelte", "titeln"),
        ("verliert", "verlieren"),
        ("wies", "weisen"),
        ("fordert", "fordern"),
    ],
)
def test_infinitives_that_the_dictionary_may_lack(form: str, infinitive: str) -> None:
    assert verb_lemma(form, "VVFIN", GERMAN) == infinitive


def test_known_words() -> None:
    assert known_word("mitteilen", GERMAN)
    assert not known_word("mitbrennen", GERMAN)
