"""Clauses: what each is, what it hangs on, where it begins and ends."""

from __future__ import annotations

import pytest

from kg.model import ClauseKind
from tests.analyse.reading import clause, clause_words, parent_words, read, token

MAIN, SUBORDINATE, RELATIVE = ClauseKind.MAIN, ClauseKind.SUBORDINATE, ClauseKind.RELATIVE
INFINITIVE, FRAGMENT = ClauseKind.INFINITIVE, ClauseKind.FRAGMENT

# (words, a verb of the clause, its kind, the verb of the clause that it hangs on, all its words)
CLAUSES = [
    # main clauses: verb second, verb first
    ("Der Minister schwieg.", "schwieg", MAIN, None, "Der Minister schwieg"),
    ("Am Montag schwieg der Minister.", "schwieg", MAIN, None, "Am Montag schwieg der Minister"),
    ("Hat der Minister geschwiegen?", "Hat", MAIN, None, "Hat der Minister geschwiegen"),
    ("Die Lage sei ernst.", "sei", MAIN, None, "Die Lage sei ernst"),
    # conjunctions
    (
        "Der Minister sagte, dass die Lage ernst sei.",
        "sei",
        SUBORDINATE,
        "sagte",
        "dass die Lage ernst sei",
    ),
    ("Er fragte, ob Truppen kommen.", "kommen", SUBORDINATE, "fragte", "ob Truppen kommen"),
    ("Er floh, weil das Haus brannte.", "brannte", SUBORDINATE, "floh", "weil das Haus brannte"),
    (
        "Sie wissen nicht, wie viele Soldaten dort stehen.",
        "stehen",
        SUBORDINATE,
        "wissen",
        "wie viele Soldaten dort stehen",
    ),
    ("Niemand weiß, wann der Zug fährt.", "fährt", SUBORDINATE, "weiß", "wann der Zug fährt"),
    (
        "Während die Truppen übten, tagte der Rat.",
        "übten",
        SUBORDINATE,
        None,
        "Während die Truppen übten",
    ),
    ("Während die Truppen übten, tagte der Rat.", "tagte", MAIN, None, "tagte der Rat"),
    ("Dass er ging, überraschte alle.", "ging", SUBORDINATE, None, "Dass er ging"),
    ("Wie der Sender berichtete, brannte das Lager.", "berichtete", SUBORDINATE, None, "Wie der Sender berichtete"),
    ("Wie der Sender berichtete, brannte das Lager.", "brannte", MAIN, None, "brannte das Lager"),
    (
        "Das Lager brannte, wie der Sender berichtete.",
        "berichtete",
        SUBORDINATE,
        "brannte",
        "wie der Sender berichtete",
    ),
    # two verbs at the end under one conjunction
    ("Er sagt, dass Malta anwirbt und Boote verlegt.", "anwirbt", SUBORDINATE, "sagt", "dass Malta anwirbt"),
    ("Er sagt, dass Malta anwirbt und Boote verlegt.", "verlegt", SUBORDINATE, "sagt", "und Boote verlegt"),
    ("Die Einheit, die im Mai Boote verlor und dann floh, kehrte um.", "floh", RELATIVE, "kehrte", "und dann floh"),
    (
        "Er sagt, dass Boote gebaut und verlegt wurden.",
        "wurden",
        SUBORDINATE,
        "sagt",
        "dass Boote gebaut und verlegt wurden",
    ),
    # what looks like a relative clause or an adjective
    (
        "Er sagte am Montag, die Lage am Fluss habe sich verbessert.",
        "habe",
        MAIN,
        None,
        "die Lage am Fluss habe sich verbessert",
    ),
    ("Er kennt die Leute, die an der Küste wohnen.", "wohnen", RELATIVE, "kennt", "die an der Küste wohnen"),
    (
        "Er meint, die beiden Firmen könnten sich bald einigen.",
        "könnten",
        MAIN,
        None,
        "die beiden Firmen könnten sich bald einigen",
    ),
    (
        "Er meint, die neue Fassung des Plans habe allen geholfen.",
        "habe",
        MAIN,
        None,
        "die neue Fassung des Plans habe allen geholfen",
    ),
    ("Zuvor bestätigte Oslo, dass es brennt.", "bestätigte", MAIN, None, "Zuvor bestätigte Oslo, dass es brennt"),
    ("Zugleich betonte Oslo, es gebe keine Belege.", "betonte", MAIN, None, "Zugleich betonte Oslo"),
    # verb-second complements are main clauses of their own
    ("Er sagte, die Lage sei ernst.", "sei", MAIN, None, "die Lage sei ernst"),
    ("Die Lage sei ernst, sagte er.", "sagte", MAIN, None, "sagte er"),
    ("Die Lage sei ernst, sagte er.", "sei", MAIN, None, "Die Lage sei ernst"),
    ("Er sagte, sie würden kommen.", "würden", MAIN, None, "sie würden kommen"),
    # verb-first conditionals
    ("Hätte er das gewusst, wäre er geblieben.", "Hätte", MAIN, None, "Hätte er das gewusst"),
    ("Hätte er das gewusst, wäre er geblieben.", "wäre", MAIN, None, "wäre er geblieben"),
    # relative clauses
    ("Der Mann, der das Haus sah, floh.", "sah", RELATIVE, "floh", "der das Haus sah"),
    ("Der Mann, der das Haus sah, floh.", "floh", MAIN, None, "Der Mann, der das Haus sah, floh"),
    ("Die Stadt, in der sie lebte, brannte.", "lebte", RELATIVE, "brannte", "in der sie lebte"),
    (
        "Die Truppen, deren Zahl unklar ist, üben weiter.",
        "ist",
        RELATIVE,
        "üben",
        "deren Zahl unklar ist",
    ),
    (
        "Er traf den Chef des Dienstes, dem die Liste gehört.",
        "gehört",
        RELATIVE,
        "traf",
        "dem die Liste gehört",
    ),
    (
        "Der Zaun, den Malta dauerhaft am Ufer stationiert, ist neu.",
        "stationiert",
        RELATIVE,
        "ist",
        "den Malta dauerhaft am Ufer stationiert",
    ),
    # a modal verb and its infinitive around "und"
    (
        "Bald sollen Boote und Netze geliefert werden.",
        "sollen",
        MAIN,
        None,
        "Bald sollen Boote und Netze geliefert werden",
    ),
    ("Malta soll zahlen und die Boote werden geliefert.", "werden", MAIN, None, "und die Boote werden geliefert"),
    ("Die Leute, die üben wollen und gelobt werden, kamen.", "werden", RELATIVE, "kamen", "und gelobt werden"),
    # nested
    (
        "Das Haus, das dem Mann gehörte, der geflohen war, brannte.",
        "war",
        RELATIVE,
        "gehörte",
        "der geflohen war",
    ),
    (
        "Das Haus, das dem Mann gehörte, der geflohen war, brannte.",
        "brannte",
        MAIN,
        None,
        "Das Haus, das dem Mann gehörte, der geflohen war, brannte",
    ),
    (
        "Er sagte, dass der Mann, der das Lager führt, verletzt sei.",
        "führt",
        RELATIVE,
        "sei",
        "der das Lager führt",
    ),
    (
        "Er sagte, dass der Mann, der das Lager führt, verletzt sei.",
        "sei",
        SUBORDINATE,
        "sagte",
        "dass der Mann, der das Lager führt, verletzt sei",
    ),
    (
        "Sie betonte, dass niemand wisse, ob die Brücke hält.",
        "hält",
        SUBORDINATE,
        "wisse",
        "ob die Brücke hält",
    ),
    # infinitives
    ("Er versprach, Waffen zu liefern.", "liefern", INFINITIVE, "versprach", "Waffen zu liefern"),
    ("Er kam, um dem Rat zu helfen.", "helfen", INFINITIVE, "kam", "um dem Rat zu helfen"),
    ("Sie ging, ohne ein Wort zu sagen.", "sagen", INFINITIVE, "ging", "ohne ein Wort zu sagen"),
    (
        "Er weigerte sich, die Zahl mitzuteilen.",
        "mitzuteilen",
        INFINITIVE,
        "weigerte",
        "die Zahl mitzuteilen",
    ),
    (
        "Er versprach, Waffen, die das Land braucht, zu liefern.",
        "braucht",
        RELATIVE,
        "liefern",
        "die das Land braucht",
    ),
    # coordination
    ("Der Minister kam und der Kanzler ging.", "ging", MAIN, None, "und der Kanzler ging"),
    (
        "Er sagte, dass sie kam und dass er ging.",
        "ging",
        SUBORDINATE,
        "sagte",
        "und dass er ging",
    ),
    ("Der Mann, der kam und sah, siegte.", "siegte", MAIN, None, "Der Mann, der kam und sah, siegte"),
    (
        "Die Zahlen sind alt, und der Sender bezweifelt sie.",
        "bezweifelt",
        MAIN,
        None,
        "und der Sender bezweifelt sie",
    ),
    (
        "Wie viele Männer aufbrechen und ob sie kommen, ist offen.",
        "aufbrechen",
        SUBORDINATE,
        None,
        "Wie viele Männer aufbrechen",
    ),
    ("Er sei von einem Mann, den er nicht kannte, gerufen worden.", "kannte", RELATIVE, "sei", "den er nicht kannte"),
    # interrupted by an apposition or a bracket
    (
        "Boris Wolf, der Sprecher des Amtes, schwieg.",
        "schwieg",
        MAIN,
        None,
        "Boris Wolf, der Sprecher des Amtes, schwieg",
    ),
    ("Das Amt (es liegt in Bonn) schwieg.", "schwieg", MAIN, None, "Das Amt (es liegt in Bonn) schwieg"),
    (
        "Der Chef des Dienstes – er heißt Wolf – schwieg.",
        "schwieg",
        MAIN,
        None,
        "Der Chef des Dienstes – er heißt Wolf – schwieg",
    ),
    (
        "Er sagte, dass die Brücke, ein Bau aus Stahl, brannte.",
        "brannte",
        SUBORDINATE,
        "sagte",
        "dass die Brücke, ein Bau aus Stahl, brannte",
    ),
    # datelines
    ("Kiew – Die Armee meldet Verluste.", "meldet", MAIN, None, "Die Armee meldet Verluste"),
    ("Kiew (dpa) - Die Armee meldet Verluste.", "meldet", MAIN, None, "Die Armee meldet Verluste"),
    # quoted speech is a unit of its own
    ("„Die Lage ist ernst“, sagte der Minister.", "ist", MAIN, None, "Die Lage ist ernst"),
    ("„Die Lage ist ernst“, sagte der Minister.", "sagte", MAIN, None, "sagte der Minister"),
    ("Er meinte, der Mann „wollte nicht länger warten“.", "wollte", MAIN, None, "der Mann „wollte nicht länger warten"),
    ("Er nannte das eine Lage, „die wir so nicht kennen“.", "nannte", MAIN, None, "Er nannte das eine Lage"),
    ("Er sagte: „Wir gehen, wenn es regnet.“", "regnet", SUBORDINATE, "gehen", "wenn es regnet"),
]


@pytest.mark.parametrize(("words", "verb", "kind", "parent", "extent"), CLAUSES)
def test_clause(words: str, verb: str, kind: ClauseKind, parent: str | None, extent: str) -> None:
    found = clause(words, verb)
    assert (found.kind, parent_words(words, verb), clause_words(words, verb).strip(" ,.?“")) == (kind, parent, extent)


@pytest.mark.parametrize(
    ("words", "verb", "opener"),
    [
        ("Er sagte, dass sie kam.", "kam", "dass"),
        ("Der Mann, der kam, schwieg.", "kam", "der"),
        ("Die Stadt, in der sie lebte, brannte.", "lebte", "der"),
        ("Er kam, um zu helfen.", "helfen", "um"),
        ("Er sagte, sie komme.", "komme", None),
        ("Niemand weiß, warum er ging.", "ging", "warum"),
    ],
)
def test_opener(words: str, verb: str, opener: str | None) -> None:
    text, found = read(words), clause(words, verb)
    assert (None if found.opener is None else text.tokens[found.opener].form) == opener


def test_coordinated_main_clauses_are_each_at_the_top() -> None:
    words = "Die Armee rückte vor, die Miliz wich zurück und der Rat tagte."
    assert [each.parent for each in read(words).clauses if each.kind is MAIN] == [None, None, None]


def test_a_heading_is_a_fragment() -> None:
    assert [each.kind for each in read("Neue Truppen in Kursk").clauses] == [FRAGMENT]


def test_clauses_that_und_carries_on_share_a_subordinate_one() -> None:
    words = "Er sagte, dass die Brücke brannte und der Damm brach."
    assert clause(words, "brach").kind is SUBORDINATE


def test_clutter_has_no_clauses() -> None:
    words = "Der Rat tagte am Montag in Riga.\n\nMelden Sie sich hier für den Newsletter an!"
    text = read(words)
    last = token(words, "Melden").position
    assert all(each.last <= last for each in text.clauses)
