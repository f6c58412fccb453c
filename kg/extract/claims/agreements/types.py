"""Names of agreements: which nouns name one, what they are in English."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.wordlists import NounIndex
from kg.lang import Language
from kg.lang.agreement import AgreementRow

__all__ = ["english_rows", "english_type", "heads", "ties"]


@lru_cache(maxsize=8)
def heads(language: Language) -> NounIndex[AgreementRow]:
    """The nouns that name an agreement."""
    rows = language.table(AgreementRow).values()
    return NounIndex.of((n, row) for row in rows if row.head for n in row.nouns if not n.endswith("-"))


@lru_cache(maxsize=8)
def ties(language: Language) -> Mapping[str, AgreementRow]:
    """The verbs by which agreements come about, stand and end."""
    return {verb: row for row in language.table(AgreementRow).values() for verb in row.verbs}


def english_type(desk: Desk, noun: Nominal) -> str:
    """The type of an agreement in English: "comprehensive strategic partnership pact", "mutual defence pact"."""
    words = {row.english: row.place for row in english_rows(desk, noun)}
    return " ".join(sorted(words, key=lambda english: (words[english], english)))


def english_rows(desk: Desk, noun: Nominal) -> list[AgreementRow]:
    """The rows of the words that tell what kind of agreement it is."""
    phrases = [noun, *chain_after(desk.scene, noun)[:1]]
    rows = desk.language.table(AgreementRow).values()
    return [row for row in rows if row.english and any(_matches(desk, row, phrase) for phrase in phrases)]


def _matches(desk: Desk, row: AgreementRow, phrase: Nominal) -> bool:
    if any(desk.scene.lemma(p) in row.adjectives for p in range(phrase.first, phrase.head)):
        return True
    whole = [noun for noun in row.nouns if not noun.endswith("-")]
    if NounIndex.of((noun, row) for noun in whole).nearest(phrase.lemma) is not None:
        return True
    named = heads(desk.language).whole
    first = [noun[:-1] for noun in row.nouns if noun.endswith("-")]
    return phrase.lemma not in named and any(phrase.lemma.startswith(part) for part in first)
