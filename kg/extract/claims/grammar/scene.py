"""What the frames of claims look up in an article: mentions by token, clauses by token, noun phrases by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from kg.extract.claims.grammar.nominals import Nominal, noun_lemma
from kg.extract.claims.grammar.phrase_reader import Nominals
from kg.extract.claims.grammar.rejoined import rejoined
from kg.extract.claims.grammar.wordlists import NounIndex, Words
from kg.model import (
    Actor,
    ActorKind,
    Clause,
    Mentions,
    Sentence,
    Span,
    Statement,
    Text,
)

__all__ = ["Scene", "scene"]

R = TypeVar("R")

_STANDS_FOR = frozenset(
    {
        ActorKind.PERSON,
        ActorKind.GOVERNMENT,
        ActorKind.MINISTRY,
        ActorKind.ARMED_FORCES,
        ActorKind.INTELLIGENCE_SERVICE,
        ActorKind.GROUP,
        ActorKind.ORGANISATION,
        ActorKind.NEWS_AGENCY,
        ActorKind.MEDIA_ORGANISATION,
    }
)
_FRAMES = "frames/"
_PARTICIPLES = frozenset({"ADJA", "VVPP"})
_NOUNS = frozenset({"NN", "NE", "NNA", "FM", "XY", "ADJA"})
_GROUPS = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.ARMED_FORCES, ActorKind.GOVERNMENT})
_POWERS = frozenset({ActorKind.STATE, ActorKind.ALLIANCE, ActorKind.INTERNATIONAL_ORGANISATION})


@dataclass(frozen=True, slots=True)
class Scene:
    """An article with everything that its claims are read from."""

    text: Text
    mentions: Mentions
    statements: tuple[Statement, ...]
    words: Words
    clause_of: tuple[int, ...]
    """Number of the innermost clause of each token; -1 outside all."""
    nominals: Sequence[tuple[Nominal, ...]]
    """The noun phrases of each sentence."""
    actors: Mapping[str, Actor]
    lemmas: tuple[str, ...]
    """The lemma of each token in lower case."""
    nouns: tuple[str, ...]
    """The lemma of each noun and adjective as tables of nouns have it; "" for other tokens."""
    attributes: Mapping[tuple[str, str], list[int]]
    """The positions of participles and adjectives, by form and lemma."""
    vocabulary: frozenset[str]
    """All nouns, each once."""
    by_verb: Mapping[str, list[int]]
    """The numbers of clauses by the lemmas of their verbs, with their prefixes and without."""
    verbs: frozenset[str]
    """The lemmas of all verbs of clauses."""
    sources: frozenset[int]
    """The tokens that name to whom a frame gives the words: "Polens und Litauens" of "nach Angaben Polens und …"."""
    _inside: dict[tuple[int, int], tuple[Nominal, ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    """What `inside` has found before in these noun phrases."""

    def clause_at(self, position: int) -> Clause | None:
        """The innermost clause of a token."""
        number = self.clause_of[position]
        return None if number < 0 else self.text.clauses[number]

    def sentence_of(self, position: int) -> Sentence:
        """The sentence of a token."""
        return self.text.sentence_at(position)

    def inside(self, clause: Clause) -> tuple[Nominal, ...]:
        """The noun phrases whose heads stand in the clause itself, not in one that hangs on it."""
        key = self.sentence_of(clause.first).number, clause.number
        found = self._inside.get(key)
        if found is None:
            found = tuple([n for n in self.nominals[key[0]] if self.clause_of[n.head] == clause.number])
            self._inside[key] = found
        return found

    def inside_of(self, span: Span) -> range:
        """The positions of the tokens that begin inside a span."""
        return range(self.text.place_of(span.start), self.text.place_of(span.end - 1) + 1)

    def own_tokens(self, clause: Clause) -> tuple[int, ...]:
        """The positions of the clause's own tokens."""
        return tuple(p for p in range(clause.first, clause.last) if self.clause_of[p] == clause.number)

    def power(self, actor: Actor | None) -> str | None:
        """The id of the state, alliance or organisation that an actor is or acts for; the group itself if for none."""
        for _ in range(4):
            if actor is None:
                return None
            if actor.kind in _POWERS:
                return actor.id
            if actor.acts_for is None or (actor.kind is ActorKind.ORGANISATION and actor.registered):
                return actor.id if actor.kind in _GROUPS and actor.registered else None
            if actor.kind not in _STANDS_FOR or actor.acts_for not in self.actors:
                return actor.acts_for
            actor = self.actors[actor.acts_for]
        return None

    def speaks(self, nominal: Nominal) -> bool:
        """Whether a noun phrase is among the words that name the speaker of a statement."""
        span = self.text.span(nominal.first, nominal.last)
        return any(s.speaker is not None and s.speaker.overlaps(span) for s in self.statements)

    def lemma(self, position: int) -> str:
        """The lemma of a token in lower case."""
        return self.lemmas[position]

    def is_noun(self, nominal: Nominal, job: str) -> bool:
        """Whether a noun phrase's head is a noun of a job, or a compound that ends in one ("-stadt")."""
        return self.names(nominal.lemma, job)

    def names(self, lemma: str, job: str) -> bool:
        """Whether a noun, as its lemma in lower case, is one of a job, or a compound that ends in one."""
        words = self.words.jobs[job]
        if lemma in words or lemma[-3:] not in self.words.tails[job]:
            return lemma in words
        return any(f"-{lemma[cut:]}" in words for cut in range(1, len(lemma) - 2))

    def nouns_of(self, job: str) -> frozenset[str]:
        """Those of the article's nouns, as in `nouns`, that are of a job."""
        return self.words.sieves[job].sifted(self.vocabulary, lambda new: [n for n in new if self.names(n, job)])

    def nouns_in(self, index: NounIndex[R]) -> frozenset[str]:
        """Those of the article's nouns, as in `nouns`, that a table of nouns has."""
        return index.met(self.vocabulary)

    def has(self, sentence: Sentence, job: str) -> bool:
        """Whether one of the words of a job stands in a sentence."""
        return not self.words.jobs[job].isdisjoint(self.lemmas[sentence.first : sentence.last])

    def is_a(self, position: int, job: str) -> bool:
        """Whether the token is one of the words of a job of `claim_words.toml`; none behind the text is."""
        return position < len(self.lemmas) and self.lemmas[position] in self.words.jobs[job]


def scene(text: Text, mentions: Mentions, statements: tuple[Statement, ...], words: Words) -> Scene:
    """The lookups of one article."""
    text = rejoined(text, words)
    actors = {actor.id: actor for actor in mentions.behind}
    actors |= {mention.actor.id: mention.actor for mention in mentions.actors}
    found = Nominals(text, mentions, words)
    tokens = text.tokens
    nouns = tuple([noun_lemma(token) if token.tag in _NOUNS else "" for token in tokens])
    by_verb = _by_verb(text)
    return Scene(
        text=text,
        mentions=mentions,
        statements=statements,
        words=words,
        clause_of=_innermost(text),
        nominals=found,
        actors=actors,
        lemmas=tuple([token.lemma.lower() for token in tokens]),
        nouns=nouns,
        attributes=_attributes(text),
        vocabulary=frozenset(nouns) - {""},
        by_verb=by_verb,
        verbs=frozenset(by_verb),
        sources=frozenset(_sources(text, statements)),
    )


def _sources(text: Text, statements: tuple[Statement, ...]) -> Iterator[int]:
    """The tokens of sources right behind their frames; not of "nach eigenen Angaben lieferte Oslo …"."""
    for told in statements:
        source, cue = told.speaker, told.cue
        if source is None or cue is None or not told.rule.startswith(_FRAMES) or cue.end > source.start:
            continue
        first = text.place_of(source.start)
        between = text.tokens[text.place_of(cue.end - 1) + 1 : first]
        if not any(token.tag.startswith("V") for token in between):
            yield from range(first, text.place_of(source.end - 1) + 1)


def _attributes(text: Text) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = {}
    for place, token in enumerate(text.tokens):
        if token.tag in _PARTICIPLES:
            found.setdefault((token.form, token.lemma), []).append(place)
    return found


def _by_verb(text: Text) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for clause in text.clauses:
        if clause.verbs:
            for lemma in {clause.lemma, *(text.tokens[place].lemma for place in clause.verbs)}:
                found.setdefault(lemma, []).append(clause.number)
    return found


def _innermost(text: Text) -> tuple[int, ...]:
    numbers = [-1] * len(text.tokens)
    for clause in sorted(text.clauses, key=lambda c: (c.first, -c.last, c.number)):
        numbers[clause.first : clause.last] = [clause.number] * (clause.last - clause.first)
    return tuple(numbers)
