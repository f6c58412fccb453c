"""Pairs of quotation marks of every kind: closed, nested, unclosed, over paragraphs, and marks that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analyse.reading import quoted, read

PAIRS = [
    ("„Wir warten“, sagte er.", ["Wir warten"]),
    ("„Wir warten”, sagte er.", ["Wir warten"]),
    ('„Wir warten", sagte er.', ["Wir warten"]),
    ("»Wir warten«, sagte er.", ["Wir warten"]),
    ("«Wir warten», sagte er.", ["Wir warten"]),
    ("“Wir warten”, sagte er.", ["Wir warten"]),
    ('"Wir warten", sagte er.', ["Wir warten"]),
    ("‚Wir warten‘, sagte er.", ["Wir warten"]),
    ("›Wir warten‹, sagte er.", ["Wir warten"]),
    ("‹Wir warten›, sagte er.", ["Wir warten"]),
    ("'Wir warten', sagte er.", ["Wir warten"]),
    # two in a row
    ("„Ja“, sagte er. „Wir warten.“", ["Ja", "Wir warten."]),
    ('"Ja", sagte er. "Wir warten."', ["Ja", "Wir warten."]),
    # sentence ends inside
    ("„Wir warten. Sie kommen.“", ["Wir warten. Sie kommen."]),
    ("„Wer kommt?“, fragte er.", ["Wer kommt?"]),
    # one word
    ("Er nannte das „Unsinn“.", ["Unsinn"]),
    ("Die „Welt“ und die »Zeit« berichten.", ["Welt", "Zeit"]),
    # nested
    (
        "„Er hat ‚nein‘ gesagt“, sagte sie.",
        ["Er hat ‚nein‘ gesagt", "nein"],
    ),
    ("»Er hat ›nein‹ gesagt«, sagte sie.", ["Er hat ›nein‹ gesagt", "nein"]),
    ("«Er hat ‹nein› gesagt», sagte sie.", ["Er hat ‹nein› gesagt", "nein"]),
    ("„Die »Zeit« schrieb das“, sagte sie.", ["Die »Zeit« schrieb das", "Zeit"]),
    # over paragraphs
    ("„Wir warten.\n\nDann gehen wir“, sagte er.", ["Wir warten.\n\nDann gehen wir"]),
    # brackets
    ("Er kam („zu spät“).", ["zu spät"]),
    # marks that are none
    ("Das ist Peters' Haus und Hans' Hof.", []),
    ("Wie geht's? Gut geht's.", []),
    ('Das Rohr misst 5" und 7" genau.', []),
    ("Nichts steht hier.", []),
    ("„“", []),
    # an unclosed mark spoils nothing behind it
    ("Er sagte: „Wir warten. Sie schwieg.", []),
    ("Er rief „Halt. Dann sagte er „Nein“ und ging.", ["Nein"]),
]


@pytest.mark.parametrize(("words", "wanted"), PAIRS)
def test_pairs(words: str, wanted: list[str]) -> None:
    assert quoted(words) == wanted


def test_a_mark_that_opens_every_paragraph_opens_one_quotation() -> None:
    words = "„Wir warten.\n\n„Dann gehen wir“, sagte er. „Wohin?“"
    assert quoted(words) == ["Wir warten.\n\n„Dann gehen wir", "Wohin?"]


def test_depth() -> None:
    text = read("„Er hat ‚nein‘ gesagt“, sagte sie. „Ja.“")
    assert [quotation.depth for quotation in text.quotations] == [0, 1, 0]


def test_a_mark_that_nobody_closes_ends_some_day() -> None:
    words = "„Wir warten. " + "Der Rat tagte in Riga. " * 100 + "Er sagte „nein“."
    assert quoted(words)[-1] == "nein"


@given(st.text(alphabet="„“”\"»«‚‘›‹'’ .,aB\n"))
def test_quotations_lie_inside_and_match_their_tokens(words: str) -> None:
    text = read(words)
    for quotation in text.quotations:
        assert 0 <= quotation.outer.start < quotation.inner.start
        assert quotation.inner.end < quotation.outer.end <= len(words)
        assert quotation.inner == text.span(quotation.first, quotation.last)
    for left in text.quotations:
        for right in text.quotations:
            apart = not left.outer.overlaps(right.outer)
            assert apart or left.outer.contains(right.outer) or right.outer.contains(left.outer)
