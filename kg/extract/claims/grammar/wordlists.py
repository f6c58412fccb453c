"""Tables of nouns and function words in the form in which the frames look them up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from kg.extract.claims.grammar.sieve import Sieve
from kg.lang import Language
from kg.lang.claim_words import ClaimWords
from kg.lang.conflict import ConflictRow
from kg.lang.items import ItemRow
from kg.lang.names import Demonyms
from kg.lang.personnel import PersonnelRow

__all__ = ["NounIndex", "Words", "remember", "words"]

K = TypeVar("K")
R = TypeVar("R")

_TAIL = 3
"""Letters that the last part of a compound, or a name, has at least."""
_KEPT = 2
"""Letters of an ending that a lemma may have kept."""
_REMEMBERED = 50_000
"""Words that an index remembers at most."""


def remember(memory: dict[K, R], word: K, row: R) -> R:
    """Keeps what was looked up, as long as it is not too much; `row` again."""
    if len(memory) > _REMEMBERED:
        memory.clear()
    memory[word] = row
    return row


@dataclass(frozen=True, slots=True)
class NounIndex(Generic[R]):
    """Rows by noun: whole lemmas, and last parts of compounds (written "-x")."""

    whole: Mapping[str, R]
    last: Mapping[str, R]
    by_tail: Mapping[str, tuple[str, ...]]
    """The last parts by their last three letters, the longest first."""
    ends: frozenset[str]
    """The last three letters of all nouns and last parts."""
    cache: dict[str, R | None] = field(default_factory=dict, compare=False, repr=False)
    """What was looked up before: a pure function's memory, never part of a result."""
    near: dict[str, R | None] = field(default_factory=dict, compare=False, repr=False)
    sieve: Sieve[str] = field(default_factory=Sieve, compare=False, repr=False)

    @classmethod
    def of(cls, rows: Iterable[tuple[str, R]]) -> NounIndex[R]:
        """The index of (noun, row) pairs; the first row of a noun counts."""
        whole: dict[str, R] = {}
        last: dict[str, R] = {}
        for noun, row in rows:
            (last if noun.startswith("-") else whole).setdefault(noun.removeprefix("-"), row)
        by_tail: dict[str, tuple[str, ...]] = {}
        for noun in sorted(last, key=len, reverse=True):
            by_tail[noun[-_TAIL:]] = (*by_tail.get(noun[-_TAIL:], ()), noun)
        return cls(whole, last, by_tail, frozenset(noun[-_TAIL:] for noun in (*last, *whole)))

    def get(self, lemma: str) -> R | None:
        """The row of a lemma in lower case, or None."""
        if lemma in self.cache:
            return self.cache[lemma]
        return remember(self.cache, lemma, self._look_up(lemma))

    def _look_up(self, lemma: str) -> R | None:
        if (row := self.whole.get(lemma)) is not None:
            return row
        for noun in self.by_tail.get(lemma[-_TAIL:], ()):
            if lemma.endswith(noun) and len(noun) < len(lemma):
                return self.last[noun]
        return self.whole.get(lemma.rpartition("-")[2]) if "-" in lemma else None

    def nearest(self, lemma: str) -> R | None:
        """Like `get`, but forgives an ending of up to two letters that the lemma has kept ("militärausbildern")."""
        if lemma in self.near:
            return self.near[lemma]
        return remember(self.near, lemma, self._look_near(lemma))

    def met(self, lemmas: frozenset[str]) -> frozenset[str]:
        """Those of the lemmas that have a row, as `nearest` finds it."""
        return self.sieve.sifted(lemmas, self._having)

    def _having(self, lemmas: frozenset[str]) -> list[str]:
        """As most nouns have no ending of the table, with all their letters or without the last, few are looked up."""
        ends = self.ends
        likely = [n for n in lemmas if n[-3:] in ends or n[-4:-1] in ends or n[-5:-2] in ends or "-" in n]
        return [noun for noun in likely if self._look_near(noun) is not None]

    def _look_near(self, lemma: str) -> R | None:
        ends, hyphen = self.ends, "-" in lemma
        if not (hyphen or lemma[-3:] in ends or lemma[-4:-1] in ends or lemma[-5:-2] in ends):
            return None
        for cut in range(min(_KEPT, (len(lemma) - 1) // 2) + 1):
            noun = lemma[: len(lemma) - cut]
            if (noun[-_TAIL:] in ends or hyphen) and (row := self._look_up(noun)) is not None:
                return row
        return None


@dataclass(frozen=True, slots=True)
class Words:
    """All word lists that claims need, of one language."""

    people: NounIndex[PersonnelRow]
    goods: NounIndex[ItemRow]
    names: Mapping[str, tuple[tuple[str, ItemRow], ...]]
    """What goods are called by name, by the first three letters."""
    items: dict[str, ItemRow | None]
    """What `item` has found before."""
    spheres: NounIndex[ConflictRow]
    hints: NounIndex[ConflictRow]
    """Nouns that only make a conflict likely."""
    origins: tuple[tuple[str, str], ...]
    """Adjectives of countries and their ids, for "nordostukrainisch"."""
    jobs: Mapping[str, frozenset[str]]
    tails: Mapping[str, frozenset[str]]
    """The last three letters of the last parts among the words of a job."""
    sieves: Mapping[str, Sieve[str]]
    """What nouns were found to be of a job."""
    labels: Mapping[str, str]

    def item(self, lemma: str) -> ItemRow | None:
        """The good that a lemma in lower case names."""
        if lemma in self.items:
            return self.items[lemma]
        return remember(self.items, lemma, self._item(lemma))

    def _item(self, lemma: str) -> ItemRow | None:
        row = self.goods.nearest(lemma)
        if row is not None:
            return None if lemma in row.unless else row
        return self.by_name(lemma)

    def by_name(self, lemma: str) -> ItemRow | None:
        """The good of a type whose name the lemma begins with."""
        return next((row for name, row in self.names.get(lemma[:_TAIL], ()) if lemma.startswith(name)), None)


def _by_beginning(goods: Iterable[ItemRow]) -> dict[str, tuple[tuple[str, ItemRow], ...]]:
    found: dict[str, tuple[tuple[str, ItemRow], ...]] = {}
    for row in goods:
        for name in row.names:
            found[name[:_TAIL]] = (*found.get(name[:_TAIL], ()), (name, row))
    return found


@lru_cache(maxsize=8)
def words(language: Language) -> Words:
    """The word lists of a language, made once."""
    people, goods = language.table(PersonnelRow).values(), language.table(ItemRow).values()
    jobs, spheres = language.table(ClaimWords), language.table(ConflictRow).values()
    return Words(
        people=NounIndex.of((noun, row) for row in people for noun in row.nouns),
        goods=NounIndex.of((noun, row) for row in goods for noun in row.nouns),
        names=_by_beginning(goods),
        items={},
        spheres=NounIndex.of((noun, row) for row in spheres if not row.hint for noun in row.nouns),
        hints=NounIndex.of((noun, row) for row in spheres if row.hint for noun in row.nouns),
        origins=tuple((stem, row.key) for row in language.table(Demonyms).values() for stem in row.adjectives),
        jobs={key: frozenset(row.words) for key, row in jobs.items()},
        sieves={key: Sieve() for key in jobs},
        tails={key: frozenset(w[-_TAIL:] for w in row.words if w.startswith("-")) for key, row in jobs.items()},
        labels={key: row.english for key, row in jobs.items() if row.english},
    )
