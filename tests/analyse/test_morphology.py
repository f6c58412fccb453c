"""What a word can be, by HanTa's model."""

from __future__ import annotations

import pytest
from HanTa.HanoverTagger import HanoverTagger

from kg.analyse.morphology import Morphology

MODEL = "morphmodel_ger.pgz"
SEEN = ("der", "sagte", "soldaten", "verlegt", "werden")
UNSEEN = (
    "a",
    "xy",
    "ßü",
    "œuvre",
    "entmündeln",
    "hinübergereicht",
    "vorabgestimmten",
    "zugespitztere",
    "drohnengestützte",
    "grenznächste",
    "raketenbestückter",
    "wegzuverhandeln",
    "qwrtz",
    "mitreisend",
    "südwestukrainisch",
    "blutspendedienstmitarbeiterin",
)


@pytest.fixture(scope="module")
def morphology() -> Morphology:
    return Morphology(MODEL)


@pytest.fixture(scope="module")
def original() -> HanoverTagger:
    return HanoverTagger(MODEL)


@pytest.mark.parametrize("word", [*SEEN, *UNSEEN])
def test_scores_are_those_of_the_library(word: str, morphology: Morphology, original: HanoverTagger) -> None:
    expected = original.tag_word(word, cutoff=20)
    found = [pair for pair in morphology.tags(word) if pair[1] >= expected[0][1] - 20 or word in SEEN]
    assert [tag for tag, _ in found] == [tag for tag, _ in expected]
    assert [score for _, score in found] == pytest.approx([score for _, score in expected])


def test_a_form_of_a_verb_and_one_of_an_adjective(morphology: Morphology) -> None:
    assert morphology.tags("hinübergereicht")[0][0] == "VV(PP)"
    assert morphology.tags("grenznächste")[0][0] == "ADJ(A)"


@pytest.mark.parametrize("word", ["wegzuverhandeln", "südwestukrainisch", "sagte", "qwrtz", "drohne"])
def test_the_likely_tag_is_the_best(word: str, morphology: Morphology) -> None:
    assert morphology.likely(word, 2)[0][0] == morphology.tags(word)[0][0]


def test_guesses_at_known_morphemes_tell_nothing_new(morphology: Morphology) -> None:
    assert [tag for tag, _ in morphology.likely("grenzgeplagte", 6)] == ["ADJ(A)"]
    assert "VV(FIN)" in [tag for tag, _ in morphology.tags("grenzgeplagte")]
