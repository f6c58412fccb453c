"""A statement that passes on the words of a source behind it names that source's statement."""

from __future__ import annotations

import pytest

from kg.model import Article, PartialDate
from kg.pipeline import Options, facts_of, tools_of

PASSED_ON = "Am Freitag berichtete Yonhap unter Berufung auf den Geheimdienst NIS, dass 3000 Mann abgereist seien."


@pytest.mark.parametrize(
    ("words", "chain"),
    [
        (PASSED_ON, [("yonhap", "nis"), ("nis", None)]),
        (
            "Am Freitag berichtete die Agentur Yonhap, dass 3000 Soldaten aus Nordkorea abgereist seien.",
            [("yonhap", None)],
        ),
    ],
)
def test_chain(words: str, chain: list[tuple[str, str | None]]) -> None:
    article = Article(id="a1", text=words, published=PartialDate("2024-10-20"))
    statements = facts_of(article, tools_of(Options())).statements
    speaker = {statement.key: statement.speakers[0] for statement in statements}
    found = [(statement.speakers[0], speaker.get(statement.relays or "")) for statement in statements]
    assert sorted(found, key=str) == sorted(chain, key=str)
