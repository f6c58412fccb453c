"""Which team "die Forscher" means: "Forscher um Hanna Holm", "Biologen der Universität Halm" of a sentence before."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.kinds import described
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import may_be_several
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.owned import owner_begins
from kg.extract.statements.speakers.somebody import speaks
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.speakers.voices import voice_of
from kg.model import Actor, ActorKind, MentionForm, Phrase

__all__ = ["team_meant"]

_REACH = 24
"""How many sentences a team is looked for."""
_NOBODY = frozenset({ActorKind.PERSON, ActorKind.STATE})


def team_meant(page: Page, voice: Voice) -> Actor | None:
    """The nearest team before that is told apart by its head, its house or its place: "Forscher der Universität Halm".

    None where the description is of one person or of others, or where unnamed fellows of somebody stand between.
    """
    noun = _noun(page, voice)
    if noun is None:
        return None
    above: Actor | None = None
    for phrase in _before(page, voice):
        head = page.token(phrase.head).lemma.lower()
        told = _people_of(page, phrase, head)
        if told is not None or head.endswith(tuple(page.words("fellows"))):
            return told
        if not _is_team(page, head, noun) or phrase.plural is _is_group(page, head):
            continue
        found = voice_of(page, _without_preposition(phrase), None)
        if found is not None and _told_apart(page, phrase, found) and _may_be(found, voice):
            if page.prose(phrase.head):
                return found.actors[0]
            above = above or found.actors[0]  # a headline is cut short
    return above


def _people_of(page: Page, phrase: Phrase, head: str) -> Actor | None:
    """As in "Kranz und sein Team", "Kranz hat mit Kollegen gemessen", "Holms Team": whose fellows they are."""
    if not (head.endswith(tuple(page.words("fellows"))) or _is_group(page, head)) or not page.prose(phrase.head):
        return None
    owner = _owner(page, phrase)
    (team,) = page.words("team around")
    return None if owner is None else described(f"{team} {owner.label_de}")


def _owner(page: Page, phrase: Phrase) -> Actor | None:
    """The person whose name stands before the noun in the genitive, else who acts with "mit" or "und" and fellows."""
    before = owner_begins(page, phrase.head - 1)
    names = [
        m for m in page.named.get(before, ()) if m.form is MentionForm.NAME and m.last in {before + 1, phrase.head}
    ]
    if names or page.token(before).tag == "NE":
        return next((m.actor for m in names if m.actor.kind is ActorKind.PERSON), None)
    led = phrase.preposition is not None and page.form(phrase.preposition) in page.words("with")
    joined = page.token(phrase.head - 1).tag == "PPOSAT" and page.token(phrase.head - 2).tag == "KON"
    number = page.clause_of[phrase.head] if led or joined else -1
    told = subject(page, page.text.clauses[number]) if number >= 0 else None
    people = () if told is None or told.pronoun else told.actors[:1]
    return next((actor for actor in people if actor.kind is ActorKind.PERSON), None)


def _noun(page: Page, voice: Voice) -> str | None:
    """The noun of "die Forscher", "nach Angaben der Forscher"; None for one person and for others."""
    if voice.last - voice.first != 2 or page.form(voice.first) not in page.words("the"):
        return None
    if len(voice.actors) != 1 or voice.actors[0].kind is not ActorKind.GROUP or voice.actors[0].registered:
        return None
    noun = page.token(voice.first + 1).lemma.lower()
    if "-" in noun:
        return None  # "das Halm-Team"
    several = voice.plural or may_be_several(page, voice.first)
    researchers = noun.endswith(tuple(page.words("researchers"))) and several
    return noun if researchers or _is_group(page, noun) else None


def _is_group(page: Page, noun: str) -> bool:
    return noun.endswith(tuple(page.words("teams")))


def _is_team(page: Page, head: str, noun: str) -> bool:
    """Whether somebody called by one noun may be meant by the other: "Biologen" by "Forscher", no "Chemiker"."""
    if head == noun or (_is_group(page, head) and not head.endswith(noun)):
        return True
    general = noun in page.words("researchers in general") or _is_group(page, noun)
    research = head.endswith(tuple(page.words("researchers")))
    return research and (general or head in page.words("researchers in general") or head.endswith(noun))


def _before(page: Page, voice: Voice) -> Iterator[Phrase]:
    """The noun phrases before the voice, the nearest first."""
    first = page.text.sentences[max(page.sentence(voice.first).number - _REACH, 0)].first
    last = -1
    for place in range(voice.first - 1, first - 1, -1):
        number = page.phrase_of[place]
        if number not in {-1, last}:
            last = number
            yield page.text.phrases[number]


def _without_preposition(phrase: Phrase) -> Phrase:
    return phrase if phrase.preposition is None else phrase._replace(first=phrase.preposition + 1, preposition=None)


def _told_apart(page: Page, phrase: Phrase, found: Voice) -> bool:
    """Whether a name, a house or "um" stands behind the noun, or a place or people before it: "Wiener Psychologen"."""
    behind = range(phrase.head + 1, found.last)
    if any(page.named.get(place) or page.token(place).tag == "NE" or speaks(page, place) for place in behind):
        return True
    if any(page.token(place).tag == "ADJA" and _of_place(page, place) for place in range(phrase.first, phrase.head)):
        return True
    part = page.token(phrase.head).form.rpartition("-")[0]
    return bool(part) and bool(page.named.get(phrase.head)) and part[-1].isupper()


def _of_place(page: Page, place: int) -> bool:
    capital = page.token(place).form[0].isupper() and page.sentence(place).first != place
    return capital or bool(page.named.get(place))


def _may_be(found: Voice, voice: Voice) -> bool:
    """Whether a phrase names others than the bare noun; "Forscher der Uni Halm und der Uni Bonn" are one team."""
    first, several = found.actors[:1], len(found.actors) > 1
    named = bool(first) and not found.pronoun and first != voice.actors and first[0].kind not in _NOBODY
    return named and not (several and first[0].kind is not ActorKind.GROUP)
