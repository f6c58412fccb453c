"""An article and its analysed text.

Offsets everywhere count Unicode code points in `Article.text` exactly as it was given (after decoding, before any
cleaning); start is inclusive, end exclusive. Token positions index `Text.tokens`, half-open as well.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from kg.model.dates import PartialDate
from kg.model.record import Record, record

__all__ = [
    "Article",
    "Clause",
    "ClauseKind",
    "Mood",
    "Phrase",
    "Quotation",
    "Role",
    "Sentence",
    "Span",
    "Text",
    "Token",
]

_START = attrgetter("start")


class Span(NamedTuple):
    """A half-open stretch of characters of one article's text."""

    start: int
    end: int

    def of(self, words: str) -> str:
        """The words between the offsets."""
        return words[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as it was read: its text untouched, its metadata where known."""

    id: str
    text: str
    headline: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    updated: PartialDate | None = None
    license: str | None = None
    language: str = "de"
    source: str = ""
    """Where it was read from, for messages only; never in the graph."""

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, in hex."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def reference(self) -> PartialDate | None:
        """The day that words such as "gestern" are counted from: the update where there was one."""
        return self.updated if self.updated is not None else self.published


class Mood(StrEnum):
    """The mood of a finite verb; forms that are both count as indicative."""

    INDICATIVE = "indicative"
    SUBJUNCTIVE_1 = "subjunctive1"
    SUBJUNCTIVE_2 = "subjunctive2"
    IMPERATIVE = "imperative"


@record
class Token(Record):
    """A word or a punctuation mark."""

    position: int
    """Its place in `Text.tokens`."""
    start: int
    end: int
    form: str
    lemma: str
    tag: str
    """STTS: NN NE ART PPER PDS PDAT PPOSAT PRELS PRF ADJA ADJD ADV APPR APPRART APPO KON KOUS KOUI KOKOM CARD
    VVFIN VVINF VVPP VVIZU VAFIN VAINF VAPP VMFIN VMINF PTKNEG PTKVZ PTKZU PWAV PWS XY `$,` `$.` `$(`."""
    mood: Mood | None = None
    """Of finite verbs only."""

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(self.start, self.end)


class Role(StrEnum):
    """What a sentence is in its article."""

    PROSE = "prose"
    HEADLINE = "headline"
    """A title or sub-heading, also a teaser line: no full stop, or repeated by the body."""
    CLUTTER = "clutter"
    """Cookie banners, adverts, navigation, credits, comments: never read as prose."""
    TABLE = "table"
    """A row of a table of details ("Verletzte | 4000")."""


@record
class Sentence(Record):
    """A run of tokens that ends with a sentence end or a paragraph end."""

    number: int
    """Its place in `Text.sentences`."""
    first: int
    """Position of its first token."""
    last: int
    """Position after its last token."""
    start: int
    end: int
    paragraph: int
    role: Role

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(self.start, self.end)


class ClauseKind(StrEnum):
    """How a clause hangs in its sentence."""

    MAIN = "main"
    """Finite verb second or first."""
    SUBORDINATE = "subordinate"
    """Opened by a conjunction or question word ("dass", "weil", "ob", "wie"), finite verb last."""
    RELATIVE = "relative"
    INFINITIVE = "infinitive"
    """zu-infinitive with a comma or "um … zu"."""
    FRAGMENT = "fragment"
    """No verb of its own: a heading, an apposition after a dash, a list member."""


@record
class Clause(Record):
    """One clause; its tokens run from `first` to `last` and may enclose clauses that hang on it."""

    number: int
    """Its place in `Text.clauses`."""
    kind: ClauseKind
    first: int
    last: int
    parent: int | None
    """The clause that it hangs on; None for a top clause: coordinated main clauses each are top clauses."""
    opener: int | None
    """Position of the word that opens it: conjunction, relative pronoun, question word, "um"; before `first` where
    "und" joins it to another clause under the same word."""
    finite: int | None
    """Position of its finite verb."""
    verbs: tuple[int, ...]
    """Positions of all verb parts in text order: finite verb, participles, infinitives, separated prefix."""
    lemma: str
    """Infinitive of the full verb, separated prefix joined ("mitteilen"); "" where there is none."""
    mood: Mood | None
    passive: bool


@record
class Phrase(Record):
    """A noun phrase with what belongs to it on its left; genitives and appositions are phrases of their own."""

    first: int
    last: int
    head: int
    """Position of its head noun, name or pronoun."""
    preposition: int | None
    """Position of the preposition that governs it (inside `first`..`last` where there is one)."""
    cases: frozenset[str]
    """Of "nom", "gen", "dat", "acc": what its determiner, adjective and preposition leave open."""
    plural: bool | None
    gender: str | None
    """"m", "f", "n" where the form fixes it."""


class Quotation(NamedTuple):
    """A pair of quotation marks and what stands between them."""

    outer: Span
    inner: Span
    first: int
    """Position of the first token inside."""
    last: int
    """Position after the last token inside."""
    depth: int
    """0 for an outermost pair."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article analysed: everything indexes into `tokens`, every token into `article.text`."""

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    clauses: tuple[Clause, ...]
    phrases: tuple[Phrase, ...]
    quotations: tuple[Quotation, ...]
    _sentence_of: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """For each token the number of its sentence."""

    def __post_init__(self) -> None:
        numbers: list[int] = []
        for number, sentence in enumerate(self.sentences):
            numbers += [number] * (sentence.last - len(numbers))
        object.__setattr__(self, "_sentence_of", tuple(numbers))

    def words(self, span: Span) -> str:
        """The article's exact words between two offsets."""
        return self.article.text[span.start : span.end]

    def span(self, first: int, last: int) -> Span:
        """The characters of the tokens `first` to `last` (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def place_of(self, offset: int) -> int:
        """The position of the token that holds or precedes a character offset; 0 before the first."""
        return max(0, bisect_right(self.tokens, offset, key=_START) - 1)

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that holds the token at `position`."""
        if 0 <= position < len(self._sentence_of):
            return self.sentences[self._sentence_of[position]]
        return self.sentences[0 if position < 0 else -1]
