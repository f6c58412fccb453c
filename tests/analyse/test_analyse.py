"""What holds of every analysed text, whatever stands in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analyse import analyse
from kg.lang import language
from kg.model import Article, Role, Text
from tests.analyse.reading import read

WORDS = """
der die das dem den ein eine Minister Ministerin Regierung Soldaten Truppen Kursk Moskau sagte sagten teilte mit sei
seien habe hat wird werde worden zerstört liefern zu dass ob wie weil während um und oder aber nicht laut nach Angaben
zufolge so er sie es sich man, . ? ! : ; – - ( ) „ “ ‚ ‘ » « " ' … 18. 1.500 12 000 z.B. Dr. auf vor zurück ab Am In
""".split()  # noqa: SIM905

letters = st.text(alphabet=st.one_of(st.characters(), st.sampled_from('„“"»« .,:!?\n-–()aeäßABÖ019')), max_size=300)
newswire = st.lists(st.sampled_from([*WORDS, "\n\n", "\n"]), max_size=60).map(" ".join)

ODD = [
    "",
    " ",
    "\n\n\n",
    "\ufeff",
    "\x00\x01",
    ".",
    "...",
    "„",
    "“",
    "„„„“““",
    "–",
    ", , ,",
    "\u200b\u200d",
    "👩‍🚀 sagte: 🚀!",
    "e\u0301t\u00e9",
    "مرحبا العالم",
    "1 2 3 4 5",
    "zu",
    "zu zu zu",
    "dass dass dass",
    "und, und, und",
    "der der der die die das",
    "(((((",
    "https://",
    "A" * 20_000,
    "ja " * 20_000,
    "„" * 3_000,
    ", die" * 2_000,
]


def check(text: Text) -> None:
    words, tokens = text.article.text, text.tokens
    assert all(words[token.start : token.end] == token.form for token in tokens)
    for clause in text.clauses:
        assert text.clauses[clause.number] is clause
        assert 0 <= clause.first < clause.last <= len(tokens)
        assert text.sentence_at(clause.first) == text.sentence_at(clause.last - 1)
        assert all(clause.first <= place < clause.last for place in clause.verbs)
        assert clause.finite is None or clause.finite in clause.verbs
        alike = [c for c in text.clauses[: clause.number] if (c.kind, c.parent) == (clause.kind, clause.parent)]
        own = clause.opener is None or clause.first <= clause.opener < clause.last
        assert own or any(c.opener == clause.opener and c.first <= (c.opener or 0) < c.last for c in alike)
        assert clause.parent is None or clause.parent < clause.number
    for phrase in text.phrases:
        assert 0 <= phrase.first <= phrase.head < phrase.last <= len(tokens)
        assert text.sentence_at(phrase.first) == text.sentence_at(phrase.last - 1)
        assert phrase.cases <= {"nom", "gen", "dat", "acc"}


@pytest.mark.parametrize("words", ODD, ids=range(len(ODD)))
def test_odd_texts(words: str) -> None:
    check(read(words))


@given(letters)
@settings(deadline=None)
def test_any_characters(words: str) -> None:
    check(read(words))


@given(newswire)
@settings(deadline=None, max_examples=200)
def test_any_order_of_words(words: str) -> None:
    check(read(words))


@given(newswire)
@settings(deadline=None, max_examples=20)
def test_same_words_same_text(words: str) -> None:
    article = Article(id="x", text=words)
    assert analyse(article, language("de")) == analyse(article, language("de"))


def test_a_long_sentence_takes_no_long_time() -> None:
    words = "Er sagte, dass " + "die Truppen, die dort stehen, " * 1_500 + "gehen."
    check(read(words))


def test_headings_are_told_from_prose() -> None:
    text = read("Neue Truppen in Kursk\n\nDie Regierung schwieg dazu am Montag. Das Amt prüft den Fall noch.")
    assert [sentence.role for sentence in text.sentences] == [Role.HEADLINE, Role.PROSE, Role.PROSE]
