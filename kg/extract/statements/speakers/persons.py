"""Which person a description without a name means: "der Ökonom", "der Wiener", "die 52-Jährige"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import may_be_several
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import definite, in_case, is_anyone, may_hold, personal
from kg.extract.statements.speakers.subjects import subject
from kg.lang import Language
from kg.lang.sorts import Sorts
from kg.model import Actor, ActorKind, ActorMention, MentionForm, Span

__all__ = ["One", "person_meant"]

_REACH = 8
"""How many sentences a trade looks back for who spoke."""
_NEAR = 3
"""How many sentences a people or an age does."""
_Meant = tuple[Actor, str]


class One(NamedTuple):
    """A description of one person."""

    noun: str
    gender: str | None
    place: int
    last: int
    told: bool
    """Whether it tells a people, an age or a former post: nothing that somebody else is called by as well."""
    said: Span
    """The words said: who is named in them does not speak."""
    state: str | None = None
    """The id of the state of whose people it is one."""


def person_meant(page: Page, one: One, spoken: list[Voice]) -> _Meant | None:
    """The person whom a description means and why, the likeliest first; None where nobody fits or several do."""
    if page.form(one.last) in page.words("belonging to") or not (one.told or _personal(page, one)):
        return None
    barred = {m.actor for m in page.mentions.actors if one.said.contains(m.span)}
    if one.told:
        barred |= {actor for voice in spoken for actor in voice.actors if _otherwise(page, voice, one)}
    finders = _of_told(page, one, spoken) if one.told else _of_trade(page, one, spoken)
    held = (found for found in finders if one.told or may_hold(page, found[0], one.noun))
    barred |= _foreigners(page, one)
    return next(((actor, why) for actor, why in held if actor not in barred), None)


def _otherwise(page: Page, voice: Voice, one: One) -> bool:
    """Whether somebody was called by another people or another age before: "der Wiener" is not "der Däne"."""
    if voice.last - voice.first != 2 or not definite(page, voice.first):
        return False
    noun = page.token(voice.last - 1)
    people = any(m.form is MentionForm.DEMONYM for m in page.named.get(noun.position, ()))
    aged = noun.lemma.lower().endswith(tuple(page.words("aged")))
    same = aged == one.noun.endswith(tuple(page.words("aged")))
    return (people or aged) and same and not noun.lemma.lower().endswith(one.noun)


def _foreigners(page: Page, one: One) -> set[Actor]:
    """Those who are known to act for another state than the people's: "der Russe" is no minister of the USA."""
    if one.state is None:
        return set()
    free = {one.state, *_of_many(page.language)}
    people = (m.actor for m in page.mentions.actors if m.actor.registered and m.actor.acts_for is not None)
    return {actor for actor in people if actor.acts_for not in free and actor.kind is ActorKind.PERSON}


@cache
def _of_many(language: Language) -> frozenset[str]:
    """The ids of bodies whose people are of many states."""
    return frozenset(actor for row in language.table(Sorts).values() if row.of_states for actor in row.actors)


def _of_people(page: Page, one: One) -> Iterator[_Meant]:
    """The one person named in the sentences before who is known to act for the state of the people."""
    here = page.sentence(one.place).number
    near = page.text.sentences[max(0, here - _NEAR)].first
    found = {actor for actor in _people(page, one, near, one.place) if actor.registered and actor.acts_for == one.state}
    if one.state is not None and len(found) == 1:
        yield found.pop(), "the one person named right before who acts for the state"


def _of_told(page: Page, one: One, spoken: list[Voice]) -> Iterator[_Meant]:
    yield from _of_people(page, one)
    yield from _told_last(page, one, [], _NEAR - 1)
    yield from _named_before(page, one)
    yield from _told_last(page, one, spoken, _REACH)
    yield from _only_person(page, one)


def _of_trade(page: Page, one: One, spoken: list[Voice]) -> Iterator[_Meant]:
    if is_anyone(page, one.noun):
        yield from _speaker_last(one, [v for v in spoken if _sentences_between(page, v, one) <= _REACH])
        return
    yield from _told_last(page, one, spoken, _REACH)
    yield from _named_before(page, one)
    yield from _only_person(page, one)
    yield from _only_speaker(one, spoken)


def _only_speaker(one: One, spoken: list[Voice]) -> Iterator[_Meant]:
    """The only person who has spoken in the article so far."""
    found = {voice.actors[0] for voice in spoken if len(voice.actors) == 1 and _is_person(voice, one.gender)}
    if len(found) == 1:
        yield found.pop(), "the only person who spoke before, by gender"


def _personal(page: Page, one: One) -> bool:
    """Whether a noun tells what one person is; "der Forscher" behind "Ansicht" are several, a judge stays a judge."""
    several = one.gender == "m" and may_be_several(page, one.place)
    if several or in_case(page, one.noun):
        return False
    return personal(page, one.last - 1)


def _told_last(page: Page, one: One, spoken: list[Voice], reach: int) -> Iterator[_Meant]:
    """The person who spoke last or was the subject of a sentence last, whichever is nearer."""
    here = page.sentence(one.place).number
    voices = [voice for voice in spoken if _sentences_between(page, voice, one) <= reach]
    for sentence in reversed(page.text.sentences[max(0, here - reach) : here + 1]):
        told = [subject(page, clause) for clause in page.clauses_in(sentence) if clause.parent is None]
        said = [voice for voice in voices if sentence.first <= voice.first < min(sentence.last, one.place)]
        acting = [voice for voice in told if voice is not None and _acts(voice, one)]
        for voice in (*reversed(said), *acting):
            if len(voice.actors) == 1 and _is_person(voice, one.gender):
                yield voice.actors[0], "the last person who spoke or was told of, by gender"
                return


def _acts(voice: Voice, one: One) -> bool:
    """Whether a subject stands before the description and not in what it says."""
    return not voice.pronoun and voice.last <= one.place and not one.said.contains(voice.span)


def _speaker_last(one: One, spoken: list[Voice]) -> Iterator[_Meant]:
    """Of a spokesman, a man or a woman an article may tell of several: he who spoke last."""
    for voice in reversed(spoken):
        if len(voice.actors) == 1 and _is_person(voice, one.gender):
            yield voice.actors[0], "the last person who spoke, by gender"
            return


def _sentences_between(page: Page, voice: Voice, one: One) -> int:
    return page.sentence(one.place).number - page.sentence(voice.first).number


def _is_person(voice: Voice, gender: str | None) -> bool:
    actor = voice.actors[0]
    return actor.kind is ActorKind.PERSON and (actor.gender or voice.gender) in {None, gender}


def _named_before(page: Page, one: One) -> Iterator[_Meant]:
    """The one person whom the nearest of the sentences before names that names any."""
    here = page.sentence(one.place).number
    for sentence in reversed(page.text.sentences[max(0, here - _NEAR) : here]):
        found = set(_people(page, one, sentence.first, sentence.last))
        if found:
            if len(found) == 1:
                yield found.pop(), "the one person named right before, by gender"
            return


def _only_person(page: Page, one: One) -> Iterator[_Meant]:
    """The only person of all whom the article has named so far."""
    found = set(_people(page, one, 0, one.place))
    if len(found) == 1:
        yield found.pop(), "the only person named before, by gender"


def _people(page: Page, one: One, first: int, last: int) -> Iterator[Actor]:
    for mention in page.mentions.actors:
        if first <= mention.first < last and _fits(mention, one.gender):
            yield mention.actor


def _fits(mention: ActorMention, gender: str | None) -> bool:
    person = mention.actor.kind is ActorKind.PERSON and mention.form in {MentionForm.NAME, MentionForm.OFFICE}
    return person and (mention.actor.gender or mention.gender) in {None, gender}
