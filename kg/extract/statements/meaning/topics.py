"""What a statement is about: by the stems of its words, else by what stands around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from kg.extract.statements.common.page import Page
from kg.lang import Language
from kg.lang.memory import Memory
from kg.lang.saying import TopicWords
from kg.model import Role, Span, Topic

__all__ = ["main_topic", "names_topic", "topics"]

_WORD = re.compile(r"[\w-]+")
_BEGIN = 4
"""Letters that all stems have at least."""
_SHORT = 4
"""Tokens of words that can say nothing of their own: "die Frage", "dazu"."""
_BACK = 2
"""Sentences before a statement whose topic it may go on with."""
_NEAR = 8
"""Sentences of a paragraph before and behind one, at most."""
_SURELY = 3
"""In how many sentences of a paragraph its topic is named, for it to need no other."""
_OFTEN = 6
"""How often words of a topic must be met for it to be that of the article; sure ones count twice."""


class _Stems(NamedTuple):
    topic: Topic
    strong: frozenset[str]
    weak: frozenset[str]


@cache
def _rows(language: Language) -> tuple[_Stems, ...]:
    rows = language.table(TopicWords).values()
    return tuple(_Stems(row.topic, frozenset(row.stems), frozenset(row.weak)) for row in rows)


def topics(
    page: Page, content: Span, before: tuple[Topic, ...], main: Callable[[], tuple[Topic, ...]], *, carried: bool
) -> tuple[Topic, ...]:
    """The topics that the words name; words that name none surely take those of what they point back to, of the
    statement that they carry on, or of the article, which `main` is asked for."""
    strong, weak = _named(page, content)
    if any(topic is not Topic.OTHER for topic in strong):
        return tuple(dict.fromkeys((*strong, *weak)))
    first, last = page.text.place_of(content.start), page.text.place_of(content.end - 1)
    if strong and not weak and not _points(page, first, last):
        return strong
    pointed = _pointed(page, content, first, last)
    back = (*pointed, *main()) if pointed else before if carried or _points(page, first, last) else ()
    own = () if weak or last - first < _SHORT else (Topic.OTHER,)
    near = () if back else _just_before(page, first)
    around = back or (*near, *_around(page, first, (lambda: ()) if near else main))
    return tuple(dict.fromkeys((*strong, *weak, *around, *own))) or (Topic.OTHER,)


def _just_before(page: Page, place: int) -> tuple[Topic, ...]:
    """The topics of the nearest words that name some surely: those beside the content, or a sentence or two before."""
    here = page.sentence(place)
    for number in range(here.number, max(here.number - _BACK, 0) - 1, -1):
        sentence = page.text.sentences[number]
        if sentence.paragraph != here.paragraph:
            break
        strong, _ = _named(page, Span(sentence.start, sentence.end))
        if any(topic is not Topic.OTHER for topic in strong):
            return tuple(topic for topic in strong if topic is not Topic.OTHER)
    return ()


def _around(page: Page, place: int, main: Callable[[], tuple[Topic, ...]]) -> tuple[Topic, ...]:
    """The topic that most sentences of the paragraph, with the headline over it, are surely about; beside one that few
    of them tell that of the article."""
    here = page.sentence(place)
    counted: Counter[Topic] = Counter()
    for number in range(max(0, here.number - _NEAR), min(here.number + _NEAR, len(page.text.sentences))):
        sentence = page.text.sentences[number]
        heads = sentence.role is Role.HEADLINE and sentence.paragraph == here.paragraph - 1
        if sentence.paragraph == here.paragraph or heads:
            counted.update(topic for topic in _named(page, Span(sentence.start, sentence.end))[0])
    del counted[Topic.OTHER]
    ranked = counted.most_common(1)
    return (*(topic for topic, _ in ranked), *(main() if not ranked or ranked[0][1] < _SURELY else ()))


def _pointed(page: Page, content: Span, first: int, last: int) -> tuple[Topic, ...]:
    """The topics of the sentences that a statement points back to."""
    if not _points(page, first, last):
        return ()
    back = page.text.sentences[max(0, page.sentence(first).number - 2)]
    strong, _ = _named(page, Span(back.start, max(content.start, back.start)))
    return tuple(topic for topic in strong if topic is not Topic.OTHER)


def main_topic(page: Page) -> tuple[Topic, ...]:
    """The topic that most sentences of the article are about; none where it is about none of them often."""
    counted: Counter[Topic] = Counter()
    for sentence in page.text.sentences:
        if sentence.role in {Role.PROSE, Role.HEADLINE}:
            strong, weak = _named(page, Span(sentence.start, sentence.end))
            counted.update(topic for topic in (*strong, *strong, *weak) if topic is not Topic.OTHER)
    ranked = counted.most_common(1)
    return (ranked[0][0],) if ranked and ranked[0][1] >= _OFTEN else ()


def names_topic(page: Page, content: Span) -> bool:
    """Whether words name or may mean anything but other matters."""
    return any(topic is not Topic.OTHER for named in _named(page, content) for topic in named)


def _points(page: Page, first: int, last: int) -> bool:
    """Whether the words point back: "diese Meldung", "dies", "weitere Details"."""
    nouns = tuple(page.words("pointing nouns"))
    return any(
        page.form(place) in page.words("pointing") or page.token(place).lemma.lower().endswith(nouns)
        for place in range(first, last + 1)
    )


def _named(page: Page, span: Span) -> tuple[tuple[Topic, ...], tuple[Topic, ...]]:
    """The topics that the words name surely, and those that they may mean."""
    return _of_words(page.text.words(span), page.language)


@lru_cache(maxsize=256)
def _of_words(said: str, language: Language) -> tuple[tuple[Topic, ...], tuple[Topic, ...]]:
    """Remembered for as long as an article is read: its sentences are asked for again and again."""
    parts = _WORD.findall(said.lower())
    words, near = f" {' '.join(parts)} ", _near(language)
    stems = {stem for part in parts for stem in near[part]}
    met = {stem for stem in stems if stem in words}
    met.update(stem for stem in _astride(language) if stem in words)
    rows = _rows(language) if met else ()
    strong = dict.fromkeys(row.topic for row in rows if not met.isdisjoint(row.strong))
    return tuple(strong), tuple(row.topic for row in rows if not met.isdisjoint(row.weak))


@cache
def _near(language: Language) -> Memory[str, tuple[str, ...]]:
    """The stems that stand in a word and the spaces around it, or may begin there."""
    begins = _begins(language)

    def stems_near(word: str) -> tuple[str, ...]:
        spaced = f" {word} "
        met = begins.keys() & [spaced[at : at + _BEGIN] for at in range(len(spaced) - _BEGIN + 1)]
        stems = (stem for begin in met for stem in begins[begin])
        return tuple([stem for stem in stems if stem in spaced or " " in stem[1:-1]])

    return Memory(stems_near, 50_000)


@cache
def _astride(language: Language) -> tuple[str, ...]:
    """The stems that begin with the end of a word and the beginning of the next."""
    return tuple(stem for begin, stems in _begins(language).items() if " " in begin[1:-1] for stem in stems)


@cache
def _begins(language: Language) -> dict[str, tuple[str, ...]]:
    """All stems by how they begin: most words have no beginning of a stem in them."""
    found: dict[str, tuple[str, ...]] = {}
    for stem in sorted({stem for row in _rows(language) for stem in row.strong | row.weak}):
        assert len(stem) >= _BEGIN, stem
        found[stem[:_BEGIN]] = (*found.get(stem[:_BEGIN], ()), stem)
    return found
