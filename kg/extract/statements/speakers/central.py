"""Whom a description means that nothing else tells: the person whom the article is about."""

from __future__ import annotations

from collections import Counter

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import may_be_several
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.leading import leading
from kg.extract.statements.speakers.somebody import definite, gender_told, in_case, may_hold, personal
from kg.model import Actor, ActorKind, MentionForm

__all__ = ["central"]

_NAMED = frozenset({MentionForm.NAME, MentionForm.OFFICE})
_BETWEEN = frozenset({"ADJA", "ADV", "ADJD"})
_OFTEN = 2
"""In how many sentences somebody is named or speaks at least that an article is about."""
_REACH = 4
"""How many sentences it looks back for another called by the noun."""


def central(page: Page, voice: Voice, spoken: list[Voice]) -> Actor | None:
    """As in "Kranz baut Orgeln. … Kranz sammelt sie. … Es sei schwer, sagte der Musiker": the person named in twice as
    many sentences before as any other; None where the article tells of another whom the noun names."""
    head = _head(page, voice)
    if head is None or _another(page, voice, head):
        return None
    gender = gender_told(page, voice, page.token(head).lemma)
    told = _told(page, voice, spoken)
    first = leading(told, _OFTEN)
    if first is None or first.gender not in {None, gender}:
        return None
    fits = gender in {"m", first.gender} or len(told) == 1
    return first if fits and may_hold(page, first, page.token(head).lemma.lower()) else None


def _head(page: Page, voice: Voice) -> int | None:
    """The noun of a definite description of one person, with adjectives alone before it and nothing behind."""
    if voice.plural or voice.pronoun or len(voice.actors) != 1 or voice.actors[0].kind is not ActorKind.GROUP:
        return None
    head = _end(page, voice) - 1
    if head <= voice.first or not definite(page, voice.first) or not _describes(page, head):
        return None
    inner = range(voice.first + 1, head)
    plain = all(page.token(place).tag in _BETWEEN for place in inner)
    several = not page.token(head).lemma.endswith("in") and may_be_several(page, voice.first)
    known = any(_is_named(page, place) for place in (*inner, head))
    return head if plain and not several and not known else None


def _end(page: Page, voice: Voice) -> int:
    """Where the noun ends that a phrase with a preposition may follow which belongs to the verb: "Verständnis hat der
    Physiker für das Thema"."""
    if page.token(voice.first + 1).tag != "NN" or page.token(voice.first + 2).tag != "APPR":
        return voice.last
    named = any(_is_named(page, place) for place in range(voice.first + 2, voice.last))
    return voice.last if named else voice.first + 2


def _is_named(page: Page, place: int) -> bool:
    return any(mention.form is not MentionForm.DESCRIPTION for mention in page.named.get(place, ()))


def _describes(page: Page, head: int) -> bool:
    """Whether a noun tells what one person is, whoever it is: no spokesman, no part in a case, no post of one."""
    lemma = page.token(head).lemma.lower()
    if lemma in page.words("young people"):
        return True
    many = in_case(page, lemma) or lemma in page.words("man or woman") or lemma.endswith(tuple(page.words("spokesmen")))
    return personal(page, head) and not many and not lemma.endswith(tuple(page.words("posts of one")))


def _told(page: Page, voice: Voice, spoken: list[Voice]) -> Counter[Actor]:
    """In how many sentences before a description each person is named or speaks."""
    places = [(m.actor, m.first) for m in page.mentions.actors if m.form in _NAMED and m.first < voice.first]
    places += [(actor, other.first) for other in spoken for actor in other.actors if other.first < voice.first]
    known = {actor.id: actor for actor, _ in places}
    told = {(actor.id, page.sentence(first).number) for actor, first in places if actor.kind is ActorKind.PERSON}
    return Counter(known[id_] for id_, _ in told)


def _another(page: Page, voice: Voice, head: int) -> bool:
    """Whether the article tells of somebody else by the noun before: "ein Musiker"."""
    noun = page.token(head).lemma.lower()
    first = page.text.sentences[max(page.sentence(voice.first).number - _REACH, 0)].first
    places = (place for place in range(first, voice.first) if page.token(place).lemma.lower() == noun)
    phrases = (page.text.phrases[page.phrase_of[place]] for place in places if page.phrase_of[place] >= 0)
    return any(page.form(phrase.first) in page.words("a, in any case") for phrase in phrases)
