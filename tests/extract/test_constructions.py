"""The ways to report what somebody says, with speakers of every kind: one statement, its speaker and its words."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from tests.extract.claim_cases import facts_of
from tests.extract.forms import sentence


class Speaker(NamedTuple):
    """How a speaker is named in a sentence, and its id or the end of it."""

    nominative: str
    dative: str
    genitive: str
    id: str


class Said(NamedTuple):
    """One proposition in the forms that it takes."""

    main: str
    reported: str
    verb_last: str
    verb_first: str


SPEAKERS = (
    Speaker("Ministerin Annalena Baerbock", "Ministerin Annalena Baerbock",
            "von Ministerin Annalena Baerbock", "baerbock"),
    Speaker("der Präsident Wolodymyr Selenskyj", "dem Präsidenten Wolodymyr Selenskyj",
            "des Präsidenten Wolodymyr Selenskyj", "zelenskyy"),
    Speaker("das Pentagon", "dem Pentagon", "des Pentagons", "us-department-of-defense"),
    Speaker("der Militärexperte Jonas Brandl", "dem Militärexperten Jonas Brandl",
            "des Militärexperten Jonas Brandl", "jonas-brandl"),
    Speaker("die Nato", "der Nato", "der Nato", "nato"),
    Speaker("Seoul", "Seoul", "Seouls", "south-korea"),
    Speaker("ein Sprecher des Außenministeriums", "einem Sprecher des Außenministeriums",
            "eines Sprechers des Außenministeriums", "sprecher-des-aussenministeriums"),
    Speaker("die Nachrichtenagentur Reuters", "der Nachrichtenagentur Reuters",
            "der Nachrichtenagentur Reuters", "reuters"),
)  # fmt: skip

SAID = (
    Said("Die Lage an der Grenze hat sich verschärft", "die Lage an der Grenze habe sich verschärft",
         "sich die Lage an der Grenze verschärft hat", "hat sich die Lage an der Grenze verschärft"),
    Said("Es gibt dafür keine Belege", "es gebe dafür keine Belege",
         "es dafür keine Belege gibt", "gibt es dafür keine Belege"),
    Said("Mehrere Brücken wurden in der Nacht zerstört", "mehrere Brücken seien in der Nacht zerstört worden",
         "mehrere Brücken in der Nacht zerstört wurden", "wurden mehrere Brücken in der Nacht zerstört"),
)  # fmt: skip

Words = Callable[[Speaker, Said], tuple[str, str]]
"""A sentence and the words in it that are said."""

REPORTS: dict[str, Words] = {
    "sagte, …": lambda x, s: (f"{x.nominative} sagte am Dienstag, {s.reported}.", s.reported),
    "erklärte, dass …": lambda x, s: (f"{x.nominative} erklärte, dass {s.verb_last}.", s.verb_last),
    "…, sagte": lambda x, s: (f"{sentence(s.reported)}, sagte {x.nominative} am Dienstag.", sentence(s.reported)),
    "„…“, sagte": lambda x, s: (f"„{s.main}“, sagte {x.nominative}.", s.main),
    "sagte: „…“": lambda x, s: (f"{x.nominative} sagte: „{s.main}.“", s.main),
    "laut": lambda x, s: (f"Laut {x.dative} {s.verb_first}.", s.verb_first),
    "zufolge": lambda x, s: (f"{x.dative} zufolge {s.verb_first}.", s.verb_first),
    "nach Angaben": lambda x, s: (f"Nach Angaben {x.genitive} {s.verb_first}.", s.verb_first),
    "nach den Worten": lambda x, s: (f"Nach den Worten {x.genitive} {s.verb_first}.", s.verb_first),
    "aus Sicht": lambda x, s: (f"Aus Sicht {x.genitive} {s.verb_first}.", s.verb_first),
    "…, so": lambda x, s: (f"{s.main}, so {x.nominative}.", s.main),
    "wie … mitteilte, …": lambda x, s: (f"Wie {x.nominative} mitteilte, {s.verb_first}.", s.verb_first),
    "…, wie … mitteilte": lambda x, s: (f"{s.main}, wie {x.nominative} am Dienstag mitteilte.", s.main),
    "teilte mit": lambda x, s: (f"{x.nominative} teilte mit, {s.reported}.", s.reported),
    "bestätigte": lambda x, s: (f"{x.nominative} bestätigte am Montag, dass {s.verb_last}.", s.verb_last),
    "dementierte": lambda x, s: (f"{x.nominative} dementierte, dass {s.verb_last}.", s.verb_last),
    "warnte": lambda x, s: (f"{x.nominative} warnte, {s.reported}.", s.reported),
    "geht davon aus": lambda x, s: (f"{x.nominative} geht davon aus, dass {s.verb_last}.", s.verb_last),
    "dass …, bestätigte": lambda x, s: (f"Dass {s.verb_last}, bestätigte {x.nominative} am Montag.", s.verb_last),
    "…, berichtet": lambda x, s: (f"{s.main}, berichtet {x.nominative}.", s.main),
    "hieß es von": lambda x, s: (f"{sentence(s.reported)}, hieß es von {x.dative}.", sentence(s.reported)),
    "Mitteilung": lambda x, s: (f"In einer Mitteilung {x.genitive} heißt es, {s.reported}.", s.reported),
    "konnte nicht": lambda x, s: (f"{x.nominative} konnte nicht bestätigen, dass {s.verb_last}.", s.verb_last),
    "ob": lambda x, s: (f"{x.nominative} wollte nicht sagen, ob {s.verb_last}.", s.verb_last),
    "zugleich": lambda x, s: (f"Zugleich betonte {x.nominative}, {s.reported}.", s.reported),
    "…: „…“": lambda x, s: (f"{x.nominative}: „{s.main}.“", s.main),
    "überzeugt": lambda x, s: (f"{x.nominative} zeigte sich überzeugt, dass {s.verb_last}.", s.verb_last),
    "verwies": lambda x, s: (f"{x.nominative} verwies darauf, dass {s.verb_last}.", s.verb_last),
    "schrieb auf X": lambda x, s: (f"{x.nominative} schrieb auf X, {s.reported}.", s.reported),
}


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_report(report: Words) -> None:
    wrong = []
    for speaker in SPEAKERS:
        for said in SAID:
            words, content = report(speaker, said)
            text = sentence(words)
            found = [(s.speakers, text[s.content.start : s.content.end].rstrip(".")) for s in facts_of(text).statements]
            right = len(found) == 1 and found[0][1] == content and found[0][0][0].endswith(speaker.id)
            if not right:
                wrong.append((text, found))
    assert not wrong
