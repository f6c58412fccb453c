"""Where a row of a frame table is met: by the verb of a clause, by a noun, by a participle before a noun."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Generic, NamedTuple, TypeVar

from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.sieve import Sieve
from kg.extract.claims.grammar.wordlists import NounIndex, remember
from kg.lang.frames import FrameRow
from kg.model import Clause, Role, Span, Token

__all__ = ["Frames", "How", "Match", "chain_after", "cover", "matches"]

R = TypeVar("R", bound=FrameRow)


class How(Enum):
    """By which of its words a row was met."""

    VERB = auto()
    NOUN = auto()
    PARTICIPLE = auto()


class Match(NamedTuple):
    """A row met in a text."""

    row: FrameRow
    how: How
    at: int
    """Position of the verb or participle, or of the noun's head."""
    clause: Clause
    nominal: Nominal | None
    """The noun phrase of a noun or participle."""


@dataclass(frozen=True, slots=True)
class Frames(Generic[R]):
    """The rows of one table by their words."""

    verbs: Mapping[str, tuple[R, ...]]
    nouns: NounIndex[R]
    participles: Mapping[str, R]
    memory: dict[str, tuple[R, ...]] = field(default_factory=dict, compare=False, repr=False)
    """Rows by the lemma of a verb, as they were looked up before."""
    seen: dict[tuple[str, str], R | None] = field(default_factory=dict, compare=False, repr=False)
    """The same by the form and lemma of a participle as the tagger has them."""
    verb_sieve: Sieve[str] = field(default_factory=Sieve, compare=False, repr=False)
    participle_sieve: Sieve[tuple[str, str]] = field(default_factory=Sieve, compare=False, repr=False)

    @classmethod
    def of(cls, rows: Iterable[R]) -> Frames[R]:
        """The rows by verb, noun and participle, in the order of the table."""
        verbs: dict[str, tuple[R, ...]] = {}
        nouns: list[tuple[str, R]] = []
        participles: dict[str, R] = {}
        for row in rows:
            for verb in row.verbs:
                verbs[verb] = (*verbs.get(verb, ()), row)
            nouns += [(noun, row) for noun in row.nouns]
            participles |= dict.fromkeys(row.participles, row)
        return cls(verbs, NounIndex.of(nouns), participles)

    def of_verb(self, lemma: str) -> tuple[R, ...]:
        """The rows of a verb, by its lemma as the tagger has it."""
        if lemma in self.memory:
            return self.memory[lemma]
        found = next((self.verbs[v] for v in _infinitives(lemma) if v in self.verbs), ())
        return remember(self.memory, lemma, found)

    def of_participle(self, token: Token) -> R | None:
        """The row of a participle, by its lemma or by its form without an ending."""
        return self._of_participle((token.form, token.lemma))

    def _of_participle(self, key: tuple[str, str]) -> R | None:
        if key in self.seen:
            return self.seen[key]
        known, form = self.participles, key[0].lower()
        stems = known.keys() & {form, form[:-1], form[:-2]}
        rows = (row for stem, row in known.items() if stem in stems) if stems else iter(())
        return remember(self.seen, key, known.get(key[1].lower()) or next(rows, None))

    def verbs_of(self, lemmas: frozenset[str]) -> frozenset[str]:
        """Those of the lemmas of verbs that have rows."""
        return self.verb_sieve.sifted(lemmas, lambda new: [lemma for lemma in new if self.of_verb(lemma)])

    def participles_of(self, words: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        """Those of the participles, each as its form and lemma, that have a row."""
        if not self.participles:
            return frozenset()
        return self.participle_sieve.sifted(words, lambda new: [word for word in new if self._of_participle(word)])


def matches(scene: Scene, frames: Frames[R], roles: Collection[Role] = (Role.PROSE,)) -> list[Match]:
    """Every place where a row of a table is met in the article's prose, or in sentences of other roles as well, in the
    order of the text."""
    numbers = {number for verb in frames.verbs_of(scene.verbs) for number in scene.by_verb[verb]}
    clauses = (scene.text.clauses[number] for number in sorted(numbers))
    read = (clause for clause in clauses if _role(scene, clause) in roles)
    found = [match for clause in read for match in _verbs(scene, frames, clause)]
    nouns, numbers = scene.nouns_in(frames.nouns), _with_participle(scene, frames)
    for sentence in scene.text.sentences if nouns or numbers else ():
        named = not nouns.isdisjoint(scene.nouns[sentence.first : sentence.last])
        if sentence.role in roles and (named or sentence.number in numbers):
            found += [m for nominal in scene.nominals[sentence.number] for m in _nouns(scene, frames, nominal)]
    return sorted(found, key=lambda match: (match.at, match.how.value))


def _role(scene: Scene, clause: Clause) -> Role:
    return scene.sentence_of(clause.first).role


def _with_participle(scene: Scene, frames: Frames[R]) -> set[int]:
    """The numbers of the sentences that have a participle of the table."""
    words = frames.participles_of(frozenset(scene.attributes))
    return {scene.sentence_of(place).number for word in words for place in scene.attributes[word]}


def _verbs(scene: Scene, frames: Frames[R], clause: Clause) -> Iterable[Match]:
    words: str | None = None
    for position, lemma in _full_verbs(scene, clause):
        for row in frames.of_verb(lemma):
            if (row.idioms or row.barred) and words is None:
                words = _spelled(scene, clause)
            if (not row.idioms or _has_one(words, row.idioms)) and not _has_one(words, row.barred):
                yield Match(row, How.VERB, position, clause, None)


def _has_one(words: str | None, runs: tuple[str, ...]) -> bool:
    return words is not None and any(_stands(words, run) if "…" in run else f" {run} " in words for run in runs)


def _stands(words: str, run: str) -> bool:
    """Whether a run stands in some words; "…" is whatever may come between two parts of it."""
    at = 0
    for part in run.split(" … "):
        found = words.find(f" {part} ", at)
        if found < 0:
            return False
        at = found + len(part) + 1
    return True


def _full_verbs(scene: Scene, clause: Clause) -> Iterable[tuple[int, str]]:
    """The clause's verb with its prefix joined, and other verbs that share its subject ("getötet und verletzt")."""
    main = _main_verb(scene, clause)
    bare = scene.text.tokens[main].tag == "VAINF"
    yield main, scene.text.tokens[main].lemma if bare else clause.lemma
    if (state := _state_before(scene, clause, main)) is not None:
        yield state, scene.text.tokens[state].lemma
    for position in clause.verbs:
        token = scene.text.tokens[position]
        if position != main and token.tag.startswith("VV") and token.lemma != clause.lemma:
            yield position, token.lemma


def _state_before(scene: Scene, clause: Clause, main: int) -> int | None:
    """The finite verb of a state that is told before a participle ("300 sind tot, 2700 verletzt")."""
    tokens, finite = scene.text.tokens, clause.finite
    if finite is None or tokens[finite].tag != "VAFIN" or tokens[main].tag != "VVPP":
        return None
    states = (p for p in range(finite + 1, main - 1) if tokens[p].tag == "ADJD" and tokens[p + 1].tag in {"$,", "KON"})
    return finite if any(scene.clause_of[p] == clause.number for p in states) else None


def _infinitives(lemma: str) -> tuple[str, ...]:
    """A lemma, and what it can be if it is a weak participle that the tagger knows no infinitive for ("abgefeuert")."""
    if lemma.endswith("n") and not lemma.endswith("en"):
        return (lemma, f"{lemma[:-1]}en")
    if not lemma.endswith("t"):
        return (lemma, lemma[2:]) if lemma.startswith("ge") else (lemma,)
    stem = lemma.removesuffix("t").removesuffix("e")
    stems = (stem, *(f"{stem[:at]}{stem[at + 2 :]}" for at in (0, 2, 3, 4) if stem[at : at + 2] == "ge"))
    return (lemma, *(f"{one}{ending}" for one in stems for ending in ("en", "n")))


def _main_verb(scene: Scene, clause: Clause) -> int:
    tokens = scene.text.tokens
    full = [p for p in clause.verbs if tokens[p].tag.startswith("VV")]
    if not full and any(tokens[p].tag.startswith("VM") for p in clause.verbs):
        full = [p for p in clause.verbs if tokens[p].tag == "VAINF"]
    same = [p for p in full if scene.text.tokens[p].lemma == clause.lemma]
    return (same or full or list(clause.verbs))[-1]


def _spelled(scene: Scene, clause: Clause) -> str:
    """The words of the clause and of what hangs on it in lower case, between single spaces."""
    return " " + " ".join(t.form.lower() for t in scene.text.tokens[clause.first : clause.last]) + " "


def _nouns(scene: Scene, frames: Frames[R], nominal: Nominal) -> Iterable[Match]:
    clause = scene.clause_at(nominal.head)
    if clause is None or nominal.pronoun:
        return
    row = frames.nouns.nearest(nominal.lemma)
    if row is not None:
        yield Match(row, How.NOUN, nominal.head, clause, nominal)
    for position in range(nominal.first, nominal.head):
        token = scene.text.tokens[position]
        if token.tag in {"ADJA", "VVPP"}:
            participle = frames.of_participle(token)
            if participle is not None:
                yield Match(participle, How.PARTICIPLE, position, clause, nominal)


def chain_after(scene: Scene, nominal: Nominal) -> list[Nominal]:
    """The noun phrases that follow one without anything between: its genitives and prepositional phrases."""
    sentence = scene.sentence_of(nominal.first)
    following = [n for n in scene.nominals[sentence.number] if n.first >= nominal.last]
    chain: list[Nominal] = []
    for candidate in following:
        if not (candidate.attached or candidate.coordinated) or candidate.pronoun:
            break
        chain.append(candidate)
    return chain


def cover(scene: Scene, positions: Iterable[int], *, inside: Clause | None = None) -> Span:
    """The characters from the first to the last of some token positions, kept inside a clause where one is given."""
    kept = sorted(p for p in positions if inside is None or inside.first <= p < inside.last)
    first, last = kept[0], kept[-1]
    return scene.text.span(first, last + 1)
