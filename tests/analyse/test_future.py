"""Forms that are participle and infinitive at once, with "werden": a passive, or what somebody will do."""

from __future__ import annotations

import pytest

from tests.analyse.reading import clause

# (words, a verb of the clause, whether it is passive)
CLAUSES = [
    ("Polen wird Kiew weitere Haubitzen übergeben.", "wird", False),
    ("Norwegen wird der Ukraine im Herbst sechs Jets überlassen.", "wird", False),
    ("Wenn er zustimme, werde die Armee sie übergeben.", "werde", False),
    ("Estland wird von Schweden neue Haubitzen erhalten.", "wird", False),
    ("Die Länder werden den Hafen verlassen.", "werden", False),
    ("Das Land werde die Gefangenen übergeben, hieß es.", "werde", False),
    ("Die Regierung wird die Region verlassen.", "wird", False),
    ("Kiew werden zehn Haubitzen übergeben.", "werden", True),
    ("Die Jets werden der Ukraine nächste Woche übergeben.", "werden", True),
    ("Von Polen werden Kiew weitere Haubitzen übergeben.", "werden", True),
    ("Den Rebellen wird Munition übergeben.", "wird", True),
    ("Das Lager wird dem Heer übergeben.", "wird", True),
    ("Die Haubitzen wurden Kiew übergeben.", "wurden", True),
    ("Die Jets werden bald übergeben werden.", "werden", True),
]


@pytest.mark.parametrize(("words", "verb", "passive"), CLAUSES)
def test_passive_or_future(words: str, verb: str, passive: bool) -> None:
    assert clause(words, verb).passive is passive
