"""The verbs of a clause: full verb with its prefix, mood, passive, all parts in the order of the text."""

from __future__ import annotations

import pytest

from kg.model import Mood
from tests.analyse.reading import clause, read

IND, SUB1, SUB2 = Mood.INDICATIVE, Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2

# (words, a verb of the clause, lemma of the full verb, mood)
GROUPS = [
    ("Der Minister sagte nichts.", "sagte", "sagen", IND),
    ("Der Minister hat nichts gesagt.", "hat", "sagen", IND),
    ("Der Minister habe nichts gesagt.", "habe", "sagen", SUB1),
    ("Der Minister hätte nichts gesagt.", "hätte", "sagen", SUB2),
    ("Der Minister wird nichts sagen.", "wird", "sagen", IND),
    ("Der Minister werde nichts sagen.", "werde", "sagen", SUB1),
    ("Der Minister würde nichts sagen.", "würde", "sagen", SUB2),
    ("Der Minister wollte nichts sagen.", "wollte", "sagen", IND),
    ("Der Minister könne nichts sagen.", "könne", "sagen", SUB1),
    ("Das Lager sei zerstört.", "sei", "zerstören", SUB1),
    ("Sie sagte, das Land liefere Waffen.", "liefere", "liefern", SUB1),
    ("Sie sagte, die Truppen kämen bald.", "kämen", "kommen", SUB2),
    ("Sie sagte, es gebe Verluste.", "gebe", "geben", SUB1),
    # separated prefixes
    ("Die Polizei teilte das am Montag mit.", "teilte", "mitteilen", IND),
    ("Er wies den Vorwurf zurück.", "wies", "zurückweisen", IND),
    ("Sie kündigte an, Waffen zu liefern.", "kündigte", "ankündigen", IND),
    ("Er räumte ein, dass Fehler geschahen.", "räumte", "einräumen", IND),
    ("Er gab bekannt, dass er geht.", "gab", "bekanntgeben", IND),
    ("Die Zahl, so teilte das Amt mit, sei höher.", "teilte", "mitteilen", IND),
    ("Er lehnte den Plan ab und ging.", "lehnte", "ablehnen", IND),
    ("Moskau wirft Kiew vor, Gefangene zu töten.", "wirft", "vorwerfen", IND),
    ("Das Land stellte die Lieferung ein.", "stellte", "einstellen", IND),
    ("Sie rief die Parteien auf, zu verhandeln.", "rief", "aufrufen", IND),
    # joined prefixes
    ("Das Amt hat das mitgeteilt.", "hat", "mitteilen", IND),
    ("Wie das Amt mitteilte, brannte es.", "mitteilte", "mitteilen", IND),
    ("Er weigerte sich, das mitzuteilen.", "mitzuteilen", "mitteilen", None),
    # prepositions that are no prefixes
    ("Sie wartet auf die Antwort.", "wartet", "warten", IND),
    ("Er sprach mit ihr über den Krieg.", "sprach", "sprechen", IND),
    # infinitives
    ("Er versprach, Waffen zu liefern.", "liefern", "liefern", None),
]

PASSIVE = [
    ("Das Lager wurde zerstört.", "wurde", True),
    ("Das Lager werde zerstört.", "werde", True),
    ("Das Lager ist zerstört worden.", "ist", True),
    ("Das Lager soll zerstört worden sein.", "soll", True),
    ("Das Lager kann nicht zerstört werden.", "kann", True),
    ("Er sagte, dass das Lager zerstört wurde.", "wurde", True),
    ("Der Damm hat das Lager zerstört.", "hat", False),
    ("Er wird das Lager zerstören.", "wird", False),
    ("Er ist krank geworden.", "ist", False),
    ("Er wurde Minister.", "wurde", False),
]

PARTS = [
    ("Das Lager soll am Montag zerstört worden sein.", "soll", ["soll", "zerstört", "worden", "sein"]),
    ("Die Polizei teilte das mit.", "teilte", ["teilte", "mit"]),
    ("Er hätte das wissen können.", "hätte", ["hätte", "wissen", "können"]),
    ("Er sagte, dass sie gekommen sei.", "sei", ["gekommen", "sei"]),
]


@pytest.mark.parametrize(("words", "verb", "lemma", "mood"), GROUPS)
def test_lemma_and_mood(words: str, verb: str, lemma: str, mood: Mood | None) -> None:
    found = clause(words, verb)
    assert (found.lemma, found.mood) == (lemma, mood)


@pytest.mark.parametrize(("words", "verb", "wanted"), PASSIVE)
def test_passive(words: str, verb: str, wanted: bool) -> None:
    assert clause(words, verb).passive is wanted


@pytest.mark.parametrize(("words", "verb", "wanted"), PARTS)
def test_parts_in_order(words: str, verb: str, wanted: list[str]) -> None:
    tokens = read(words).tokens
    assert [tokens[place].form for place in clause(words, verb).verbs] == wanted


def test_a_prefix_needs_a_verb_that_the_dictionary_has() -> None:
    assert clause("Er schlief mit.", "schlief").lemma == "schlafen"
