"""What the readers of statements look up in an article: clauses, phrases, mentions and quotations by token."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from kg.extract.statements.common.genitives import split_names
from kg.extract.statements.common.people import told_once
from kg.extract.statements.common.speeches import is_speech
from kg.lang import Language
from kg.lang.saying import SayingVerb, SpeechWords
from kg.model import ActorMention, Clause, ClauseKind, Mentions, Phrase, Quotation, Role, Sentence, Span, Text, Token

__all__ = ["Page", "page"]

_NOTHING = Token(-1, 0, 0, "", "", "")
"""What stands behind the last token."""


@cache
def _words(language: Language) -> dict[str, frozenset[str]]:
    return {row.key: frozenset(row.words) for row in language.table(SpeechWords).values()}


@cache
def _verbs(language: Language) -> dict[str, tuple[SayingVerb, ...]]:
    verbs: dict[str, tuple[SayingVerb, ...]] = {}
    for row in language.table(SayingVerb).values():
        for infinitive in row.infinitives:
            verbs[infinitive] = (*verbs.get(infinitive, ()), row)
    return verbs


@dataclass(frozen=True, slots=True)
class Page:
    """An article with the look-ups of this stage; made once, never changed."""

    text: Text
    mentions: Mentions
    language: Language
    forms: tuple[str, ...]
    """The form of each token in lower case."""
    running: tuple[bool, ...]
    """Whether a token stands in the running text of the article."""
    clause_of: tuple[int, ...]
    """Number of the innermost clause of each token; -1 outside all."""
    phrase_of: tuple[int, ...]
    """Number of the noun phrase of each token; -1 outside all."""
    named: dict[int, tuple[ActorMention, ...]]
    """Mentions by each of their tokens."""
    by_sentence: dict[int, tuple[Clause, ...]]
    """Clauses by the number of their sentence."""
    speeches: tuple[Quotation, ...]
    """Outermost quotations that hold speech, not titles or single words."""
    spoken: tuple[bool, ...]
    """Whether a token stands inside such a quotation."""
    titles: frozenset[str]
    """Words that stand alone between quotation marks somewhere, in lower case."""
    verbs: dict[str, tuple[SayingVerb, ...]]
    """Rows of saying by infinitive."""
    saying: frozenset[int]
    """The numbers of the clauses that have a verb of saying among theirs."""
    groups: dict[str, frozenset[str]]
    """The rows of `speech_words.toml`."""
    _own: dict[tuple[int, int, int, int | None], tuple[int, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """What `own` has found before."""
    read: dict[tuple[object, int], tuple[Clause, object]] = field(default_factory=dict, compare=False, repr=False)
    """What `once` keeps: readings by who reads and the identity of the clause."""

    def words(self, group: str) -> frozenset[str]:
        """The words of a row of `speech_words.toml`."""
        return self.groups[group]

    def has(self, group: str, places: Iterable[int]) -> bool:
        """Whether one of the words of a row of `speech_words.toml` stands at one of the positions."""
        words = self.groups[group]
        return any(self.form(place) in words for place in places)

    def token(self, place: int) -> Token:
        """The token at a position; one without a form behind the text."""
        return self.text.tokens[place] if place < len(self.text.tokens) else _NOTHING

    def phrase_at(self, place: int) -> int:
        """The number of the noun phrase at a position; -1 where none is, as behind the text."""
        return self.phrase_of[place] if place < len(self.phrase_of) else -1

    def form(self, place: int) -> str:
        """The token's form in lower case; "" outside the text."""
        return self.forms[place] if 0 <= place < len(self.forms) else ""

    def sentence(self, place: int) -> Sentence:
        """The sentence of a token."""
        return self.text.sentence_at(place)

    def own(self, clause: Clause) -> tuple[int, ...]:
        """The positions that belong to the clause itself, not to one that hangs on it or is quoted."""
        key = (clause.number, clause.first, clause.last, clause.finite)
        if key not in self._own:
            self._own[key] = self._own_places(clause)
        return self._own[key]

    def _own_places(self, clause: Clause) -> tuple[int, ...]:
        number, clause_of, inside = clause.number, self.clause_of, self.spoken
        spoken = inside[clause.first if clause.finite is None else clause.finite]
        places = range(clause.first, clause.last)
        return tuple([place for place in places if clause_of[place] == number and inside[place] == spoken])

    def phrases_in(self, clause: Clause) -> list[Phrase]:
        """The noun phrases of the clause itself."""
        numbers = dict.fromkeys(self.phrase_of[place] for place in self.own(clause))
        return [self.text.phrases[number] for number in numbers if number >= 0]

    def children(self, clause: Clause) -> list[Clause]:
        """The clauses that hang on this one directly."""
        return [
            other
            for other in self.around(clause)
            if other.parent == clause.number and clause.first <= other.first < clause.last
        ]

    def around(self, clause: Clause) -> tuple[Clause, ...]:
        """The clauses of the same sentence, in order."""
        return self.clauses_in(self.sentence(clause.first))

    def clauses_in(self, sentence: Sentence) -> tuple[Clause, ...]:
        """The clauses of a sentence, in order."""
        return self.by_sentence.get(sentence.number, ())

    def clauses_over(self, span: Span) -> list[Clause]:
        """The clauses of the sentences that some characters touch, in order."""
        first, last = (self.sentence(self.text.place_of(offset)).number for offset in (span.start, span.end - 1))
        return [clause for number in range(first, last + 1) for clause in self.by_sentence.get(number, ())]

    def unfinished(self, place: int) -> bool:
        """As in "Dies sei, sagte X, …", "Das habe nun, …", not "…, was es gäbe, sagte X": a main clause breaks off at
        its verb."""
        ends = place
        while place > 0 and self.token(place).tag in {"ADV", "PRF"}:
            place -= 1
        if ends != place and self.token(place).lemma in self.words("to be"):
            return False
        clause = self.text.clauses[self.clause_of[place]] if self.clause_of[place] >= 0 else None
        helping = self.token(place).tag in {"VAFIN", "VMFIN"}
        return helping and clause is not None and clause.kind is ClauseKind.MAIN and clause.finite == place

    def dated(self, place: int) -> bool:
        """Whether a token is part of a date."""
        return any(date.first <= place < date.last for date in self.mentions.dates)

    def prose(self, place: int) -> bool:
        """Whether a token stands in the running text of the article."""
        return self.running[place] if 0 <= place < len(self.running) else self.sentence(place).role is Role.PROSE

    def span(self, first: int, last: int) -> Span | None:
        """The characters of the tokens `first` to `last`, without marks at either end; None where nothing is left."""
        tokens = self.text.tokens
        while first < last and not tokens[first].form[0].isalnum() and tokens[first].form not in '„“"»«‚':
            first += 1
        while last > first and not tokens[last - 1].form[-1].isalnum() and not self._closes(first, last - 1):
            last -= 1
        if first < last < len(tokens) and any(q.last == last and q.first - 1 >= first for q in self.text.quotations):
            last += 1
        return Span(tokens[first].start, tokens[last - 1].end) if first < last else None

    def _closes(self, first: int, place: int) -> bool:
        """Whether a mark closes a quotation or bracket that opened within the span."""
        if self.form(place) == ")":
            return any(self.form(other) == "(" for other in range(first, place))
        return any(q.last == place and q.first - 1 >= first for q in self.text.quotations) or self.form(place) == "%"


def page(text: Text, mentions: Mentions, language: Language) -> Page:
    """The look-ups of one article."""
    mentions = told_once(mentions)
    named: dict[int, tuple[ActorMention, ...]] = {}
    for mention in mentions.actors:
        for place in range(mention.first, mention.last):
            named[place] = (*named.get(place, ()), mention)
    dates = frozenset((date.first, date.last) for date in mentions.dates)
    text = split_names(text, named, _words(language), dates)
    by_sentence: dict[int, tuple[Clause, ...]] = {}
    for clause in text.clauses:
        number = text.sentence_at(clause.first).number
        by_sentence[number] = (*by_sentence.get(number, ()), clause)
    phrase_of = [-1] * len(text.tokens)
    for number, phrase in enumerate(text.phrases):
        phrase_of[phrase.first : phrase.last] = [number] * (phrase.last - phrase.first)
    verbs, groups = _verbs(language), _words(language)
    outer, writes = (mark for mark in text.quotations if mark.depth == 0), groups["writing"]
    speeches = tuple(mark for mark in outer if is_speech(text, mark, verbs, writes))
    titles = frozenset(text.tokens[m.first].form.lower() for m in text.quotations if m.last == m.first + 1)
    spoken = [False] * len(text.tokens)
    for mark in speeches:
        spoken[mark.first : mark.last] = [True] * (mark.last - mark.first)
    return Page(
        text=text,
        mentions=mentions,
        language=language,
        forms=tuple([token.form.lower() for token in text.tokens]),
        running=_running(text),
        clause_of=_innermost(text),
        phrase_of=tuple(phrase_of),
        named=named,
        by_sentence=by_sentence,
        speeches=speeches,
        spoken=tuple(spoken),
        titles=titles,
        verbs=verbs,
        saying=_saying(text, verbs),
        groups=groups,
    )


def _saying(text: Text, verbs: dict[str, tuple[SayingVerb, ...]]) -> frozenset[int]:
    tokens = text.tokens
    return frozenset(
        clause.number
        for clause in text.clauses
        if clause.lemma in verbs or any(tokens[place].lemma in verbs for place in clause.verbs)
    )


def _running(text: Text) -> tuple[bool, ...]:
    running: list[bool] = []
    for sentence in text.sentences:
        running += [sentence.role is Role.PROSE] * (sentence.last - len(running))
    return tuple(running)


def _innermost(text: Text) -> tuple[int, ...]:
    numbers = [-1] * len(text.tokens)
    for clause in sorted(text.clauses, key=lambda c: (c.first, -c.last, c.number)):
        numbers[clause.first : clause.last] = [clause.number] * (clause.last - clause.first)
    return tuple(numbers)
