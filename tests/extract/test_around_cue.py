"""What is said where the cue stands in its middle: all of it if the cue is short beside it, else the longer part."""

from __future__ import annotations

import pytest

from tests.extract.claim_cases import facts_of

CONTENTS = [
    (
        "Die Reederei hat laut Zollamt im vergangenen Winter 40 Frachter aus Malta gekauft.",
        "Die Reederei hat laut Zollamt im vergangenen Winter 40 Frachter aus Malta gekauft",
    ),
    (
        "Bei dem Beschuss der Hafenstadt sind Rettern zufolge zwei Kaianlagen zerstört worden.",
        "zwei Kaianlagen zerstört worden",
    ),
    (
        "Neue Verhandlungen, sagte Holm, seien frühestens im kommenden Herbst nach den Wahlen denkbar.",
        "Neue Verhandlungen, sagte Holm, seien frühestens im kommenden Herbst nach den Wahlen denkbar",
    ),
    (
        "Der Norden hilft dem Süden laut dem Sprecher des Ministeriums für Verteidigung mit Getreide.",
        "Der Norden hilft dem Süden laut dem Sprecher des Ministeriums für Verteidigung mit Getreide",
    ),
    ("Laut Zollamt hat die Reederei 40 Frachter gekauft.", "hat die Reederei 40 Frachter gekauft"),
]


@pytest.mark.parametrize(("words", "content"), CONTENTS)
def test_content(words: str, content: str) -> None:
    said = [words[s.content.start : s.content.end] for s in facts_of(words).statements]
    assert said == [content]
