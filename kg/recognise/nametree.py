"""Names of several words as a tree of word forms, for longest matches in one pass.

Every edge is one word form; all inflected forms are in the tree, so that the text's words are looked up as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from kg.model import MentionForm, Token

__all__ = ["Meaning", "NameTree", "name_words"]

_WORD = re.compile(
    r"\d+\.?|[^\W\d_]\.(?=\s|$)|[^\W\d_]{2}\.(?=\s[^\W\d_])|[^\W\d_](?:\w|[-’'&](?=\w)|:(?=\w))*|[^\w\s]"
)


class Meaning(NamedTuple):
    """What a name may mean."""

    key: str
    """Id in the gazetteer."""
    form: MentionForm
    cautious: bool
    """Whether it counts only where the context says so."""
    plural: bool


_END = ""
"""The key under which a node keeps its meanings; no token is empty."""


class NameTree:
    """Built once, then only read: nested dictionaries of word forms."""

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}

    def add(self, words: Sequence[Iterable[str]], meaning: Meaning) -> None:
        """Adds a name given as the possible forms of each of its words, also as the Swiss write them."""
        nodes = [self.root]
        for forms in words:
            spelled = dict.fromkeys(one for form in forms for one in (form, form.replace("ß", "ss")))
            nodes = [node.setdefault(form, {}) for node in nodes for form in spelled]
        for node in nodes:
            known: tuple[Meaning, ...] = node.get(_END, ())
            if not known or all(other.key != meaning.key for other in known):
                node[_END] = (*known, meaning)

    def longest(self, tokens: Sequence[Token], position: int) -> tuple[int, tuple[Meaning, ...]]:
        """The end of the longest name that begins at `position` with its meanings; (position, ()) if none."""
        end: int = position
        meanings: tuple[Meaning, ...] = ()
        node: dict[str, Any] = self.root
        for place in range(position, len(tokens)):
            form = tokens[place].form
            if form not in node:
                break
            node = node[form]
            if _END in node:
                end, meanings = place + 1, node[_END]
        return end, meanings

    def single(self, form: str) -> tuple[Meaning, ...]:
        """The meanings of one word form."""
        found: tuple[Meaning, ...] = self.root.get(form, {}).get(_END, ())
        return found


def name_words(name: str) -> list[str]:
    """The words of a name as the analyser would cut them, without what stands in brackets."""
    return _WORD.findall(re.sub(r"\s*\([^)]*\)", "", name))
