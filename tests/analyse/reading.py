"""Small views of an analysed text, so that a test says German in and structure out."""

from __future__ import annotations

from functools import cache

from kg.analyse import analyse
from kg.lang import language
from kg.model import Article, Clause, Phrase, Text, Token

__all__ = [
    "clause",
    "clause_words",
    "forms",
    "noun_phrase",
    "parent_words",
    "quoted",
    "read",
    "sentences",
    "tag",
    "token",
]


@cache
def read(words: str) -> Text:
    """Some words, analysed as an article."""
    return analyse(Article(id="x", text=words), language("de"))


def forms(words: str) -> list[str]:
    """The tokens."""
    return [token.form for token in read(words).tokens]


def sentences(words: str) -> list[str]:
    """The sentences, as they stand in the text."""
    return [words[sentence.start : sentence.end] for sentence in read(words).sentences]


def token(words: str, form: str) -> Token:
    """The first token of this form; "form#2" is the second."""
    wanted, _, number = form.partition("#")
    found = [token for token in read(words).tokens if token.form == wanted]
    return found[int(number or 1) - 1]


def tag(words: str, form: str) -> str:
    """The tag of the first token of this form, or of the second: "form#2"."""
    return token(words, form).tag


def clause(words: str, finite: str) -> Clause:
    """The clause whose finite verb, or else any verb, has this form."""
    text = read(words)
    place = token(words, finite).position
    found = [each for each in text.clauses if each.finite == place]
    found += [each for each in text.clauses if place in each.verbs]
    assert found, f"no clause with the verb {finite!r} in {words!r}"
    return found[0]


def clause_words(words: str, finite: str) -> str:
    """All words from the beginning to the end of the clause with this verb."""
    text, found = read(words), clause(words, finite)
    return text.words(text.span(found.first, found.last))


def parent_words(words: str, finite: str) -> str | None:
    """The finite verb, or the first verb, of the clause on which the clause of this verb hangs."""
    text, found = read(words), clause(words, finite)
    if found.parent is None:
        return None
    parent = text.clauses[found.parent]
    place = parent.finite if parent.finite is not None else parent.verbs[0]
    return text.tokens[place].form


def noun_phrase(words: str, head: str) -> Phrase:
    """The phrase with this head."""
    text = read(words)
    place = token(words, head).position
    found = [phrase for phrase in text.phrases if phrase.head == place]
    assert found, f"no phrase with the head {head!r} in {words!r}"
    return found[0]


def quoted(words: str) -> list[str]:
    """What stands inside each pair of quotation marks, in order of the opening marks."""
    return [quotation.inner.of(words) for quotation in read(words).quotations]
