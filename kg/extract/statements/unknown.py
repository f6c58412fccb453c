"""An actor for a speaker whom neither the registry nor the names of the article know: kept under its description."""

from __future__ import annotations

import re
import unicodedata

from kg.extract.statements.page import Page
from kg.model import Actor, ActorKind, Phrase

__all__ = ["described", "group", "unresolved"]

_ARTICLES = frozenset({"ART", "PDAT"})
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def group(page: Page, first: int, last: int, phrase: Phrase) -> Actor | None:
    """A collective source under the words of its phrase without the article; None where no noun names it."""
    if page.token(phrase.head).tag not in {"NN", "NE"} or page.form(phrase.head) in page.words("person pronouns"):
        return None
    begin = first
    while begin < phrase.head and page.token(begin).tag in _ARTICLES:
        begin += 1
    end = next((place for place in range(phrase.head + 1, last) if page.form(place) == ","), last)
    return described(page.text.words(page.text.span(begin, end)).strip('„“”"»« '))


def described(words: str) -> Actor:
    """The collective source that a description names."""
    slug = re.sub(r"[^a-z0-9]+", "-", _folded(words)).strip("-")
    return Actor(id=f"x-group-{slug[:80]}", kind=ActorKind.GROUP, label_en=words, label_de=words, registered=False)


def unresolved(page: Page, place: int) -> Actor:
    """A speaker whom only a pronoun names and whom nothing before explains: one of this place in this article alone."""
    word = page.token(place).form.lower()
    key = f"x-group-{page.text.article.sha256[:8]}-{page.token(place).start}"
    return Actor(id=key, kind=ActorKind.GROUP, label_en=word, label_de=word, registered=False)


def _folded(words: str) -> str:
    lower = words.lower().translate(_LETTERS)
    return unicodedata.normalize("NFKD", lower).encode("ascii", "ignore").decode()
