"""HanTa's morphology models (Wartena 2019, "A Probabilistic Morphology Model for German Lemmatization"), read fast.

A model is a hidden Markov chain of the second order over the morphemes of one word; the best paths to a tag make its
score. The chain is sparse: few stretches of letters are morphemes, and a state has few followers. So what can stand for
a stretch is looked up once, and only that is tried. The scores are those of HanTa's own tagger, which asks each
follower of each state about each stretch and takes three times as long.
"""

from __future__ import annotations

import gzip
import math
import pickle
import struct
from functools import lru_cache
from importlib.resources import files
from typing import Any

__all__ = ["Morphology"]

Scores = dict[int, float]
"""Logarithms of likelihoods by tag."""
State = int
"""The tags of the last two morphemes, as one number."""
Row = dict[State, float]
"""The score of the best path to each state."""
Ways = dict[int, tuple[State, float]]
"""By the tag of a morpheme, the state that it leads to and what the step costs."""
Path = tuple[float, Ways, tuple[tuple[int, State, float], ...]]
"""The score of the best path to a state, its ways on, and those of them that an unknown morpheme can go."""
Place = tuple[int, list[Path]]
"""How many letters are read, and the paths that end there."""

_NONE: Scores = {}
_NOMINAL = ("NN", "NE", "FM", "XY")
"""Beginnings of the tags of nouns, names and what may be one."""
_BEGIN: State = 1
_BEAM = 3
"""How many states at a letter are surely carried on."""
_SLACK = 1.0
"""How much less likely than the next one others may be."""
_WHOLE = 4.6
"""Taken off an analysis that makes the whole word one unknown morpheme."""
_LONGEST = 24
_ENDING = 4
_SHORT = 3
_COMMON = 9
"""Letters that beginnings of words have which are remembered."""
_REMEMBERED = 30_000


class Morphology:
    """The model of one language."""

    def __init__(self, file: str) -> None:
        """`file` is the name of a model that HanTa ships, such as "morphmodel_ger.pgz"."""
        _, names, endings, lengths, base, rare, after, morphemes, *_, case, _, _, _, seen = _load(file)
        self._names: dict[int, str] = names
        self._seen: dict[str, list[tuple[int, float]]] = seen
        self._case: dict[int, dict[bool, float]] = case
        self._morphemes = _turned({tag: known for tag, known in morphemes.items() if tag > 0})
        self._endings = _turned({tag: endings[tag] for tag in rare if tag in endings})
        self._lengths = {tag: [base + rare[tag] + length for length in lengths[tag]] for tag in rare}
        self._inner = {_state(*last): _ways(last[1], steps, set(self._lengths)) for last, steps in after.items()}
        self._final = {
            _state(*last): [((last[1], -tag), score) for tag, score in followers.items() if tag < 0]
            for last, followers in after.items()
        }
        self._begun: dict[bool, dict[str, list[Path]]] = {True: {}, False: {}}
        self._guess = lru_cache(maxsize=None)(self._guessed)
        self._endings_of = lru_cache(maxsize=50_000)(self._telling)

    def tags(self, word: str) -> list[tuple[str, float]]:
        """The tags of a lower-case word as HanTa names them, with the logarithms of their likelihoods, best first."""
        return self._named(self._seen.get(word) or self._read(word, guessing=True))

    def likely(self, word: str, margin: float) -> list[tuple[str, float]]:
        """Those of `tags` that are less likely than the first by `margin` at most; in a quarter of the time for words
        of known morphemes that can be no nouns, as guesses at the same morphemes add next to nothing."""
        known = self._seen.get(word) or self._read(word, guessing=False)
        best = _best(self._named(known), margin)
        told = bool(best) and not any(tag.startswith(_NOMINAL) for tag, _ in best)
        return best if told or word in self._seen else _best(self.tags(word), margin)

    def _named(self, scored: list[tuple[int, float]]) -> list[tuple[str, float]]:
        found = [(self._names[tag], score + self._case[tag][False]) for tag, score in scored]
        return sorted(found, key=lambda pair: pair[1], reverse=True)

    def _read(self, word: str, *, guessing: bool) -> list[tuple[int, float]]:
        """The tags of a word that the model has not seen; `guessing`: with morphemes that it does not know."""
        places: list[Place] = [(0, [(0.0, *self._inner[_BEGIN])])]
        for end in range(1, len(word)):
            paths = self._paths(word, end, places, guessing)
            if paths:
                places.append((end, paths))
        best: dict[tuple[int, int], float] = {}
        for state, score in self._row(word, len(word), places, guessing).items():
            for last, more in self._final.get(state, ()):
                best[last] = max(score + more, best.get(last, -math.inf))
        summed: Scores = {}
        for (_, tag), score in best.items():
            summed[tag] = _sum(summed[tag], score) if tag in summed else score
        return list(summed.items())

    def _paths(self, word: str, end: int, places: list[Place], guessing: bool) -> list[Path]:
        """The paths that end behind the first `end` letters; those of common beginnings are remembered."""
        begin, begun = word[:end], self._begun[guessing]
        if begin in begun and len(word) > _SHORT:
            return begun[begin]
        row = _pruned(self._row(word, end, places, guessing))
        paths = [(score, *self._inner[state]) for state, score in row.items() if state in self._inner]
        if end <= _COMMON and len(word) > _SHORT:
            if len(begun) >= _REMEMBERED:
                begun.clear()
            begun[begin] = paths
        return paths

    def _row(self, word: str, end: int, places: list[Place], guessing: bool) -> Row:
        """The states behind the first `end` letters."""
        row: Row = {}
        endings = self._endings_of(word[max(0, end - _ENDING - 1) : end]) if guessing else []
        least = _SHORT if len(word) > _SHORT else 1
        for start, paths in places:
            size, morphemes = end - start, self._morphemes.get(word[start:end], _NONE)
            if guessing and size >= least:
                guessed = self._guess(endings[size - 1 if size <= _ENDING else -1], size, size == len(word))
                _go_unknown(row, paths, guessed, morphemes)
            if morphemes:
                _go_known(row, paths, morphemes)
        return row

    def _telling(self, letters: str) -> list[str]:
        """For a morpheme of one letter, of two and so on: the longest of its endings that tells something."""
        endings = [""]
        for size in range(1, len(letters)):
            ending = letters[-size:]
            endings.append(ending if ending in self._endings else endings[-1])
        return endings

    def _guessed(self, ending: str, length: int, whole: bool) -> Scores:
        """What an unknown morpheme of so many letters can be; `whole` where it is the whole word."""
        found: Scores = {}
        for tag, score in self._endings[ending].items():
            total = self._lengths[tag][min(length, _LONGEST)] + score
            if total > -math.inf:
                found[tag] = total - _WHOLE if whole else total
        return found


def _best(tags: list[tuple[str, float]], margin: float) -> list[tuple[str, float]]:
    return [(tag, score) for tag, score in tags if tags[0][1] - score <= margin]


def _state(before: int, last: int) -> State:
    return before << 16 | last


def _ways(last: int, steps: Scores, unknown: set[int]) -> tuple[Ways, tuple[tuple[int, State, float], ...]]:
    """The ways on from a morpheme with the tag `last`, and those that a morpheme with an `unknown` tag can go."""
    ways = {tag: (_state(last, tag), score) for tag, score in steps.items() if tag > 0}
    return ways, tuple((tag, *way) for tag, way in ways.items() if tag in unknown)


def _go_known(row: Row, paths: list[Path], morphemes: Scores) -> None:
    """Adds the states that known morphemes lead to."""
    for tag, score in morphemes.items():
        for before, ways, _ in paths:
            if tag in ways:
                state, more = ways[tag]
                total = before + more + score
                if state not in row or total > row[state]:
                    row[state] = total


def _go_unknown(row: Row, paths: list[Path], guessed: Scores, known: Scores) -> None:
    """Adds the states that an unknown morpheme leads to, with the tags that it is not known to have."""
    for before, _, unknown in paths:
        for tag, state, more in unknown:
            if tag in guessed and tag not in known:
                total = before + more + guessed[tag]
                if state not in row or total > row[state]:
                    row[state] = total


def _pruned(row: Row) -> Row:
    """The states that are carried on."""
    if len(row) <= _BEAM:
        return row
    bound = sorted(row.values(), reverse=True)[_BEAM] - _SLACK
    return {state: score for state, score in row.items() if score >= bound}


def _sum(one: float, other: float) -> float:
    """The logarithm of the sum of two likelihoods."""
    return max(one, other) + math.log1p(math.exp(-abs(one - other)))


def _turned(by_tag: dict[int, dict[str, float]]) -> dict[str, Scores]:
    """Scores by letters and tag, from scores by tag and letters."""
    found: dict[str, Scores] = {}
    for tag, scores in by_tag.items():
        for letters, score in scores.items():
            found.setdefault(letters, {})[tag] = score
    return found


class _Reader(pickle.Unpickler):
    """Reads plain values, numpy's numbers as plain ones too: without loading numpy, or running what a file names."""

    def find_class(self, module: str, name: str) -> Any:
        """What stands for a class or function of the file."""
        if module.partition(".")[0] == "numpy" and name in _PLAIN:
            return _PLAIN[name]
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a model")


class _NumberType:
    """Takes the place of numpy's type of 64-bit numbers."""

    def __init__(self, *_: object) -> None:
        pass

    def __setstate__(self, _: object) -> None:
        pass


def _number(_: _NumberType, octets: bytes) -> float:
    (value,) = struct.unpack("<d", octets)
    return float(value)


_PLAIN = {"dtype": _NumberType, "scalar": _number}


def _load(file: str) -> Any:
    with gzip.open(str(files("HanTa") / file)) as packed:
        return _Reader(packed).load()
