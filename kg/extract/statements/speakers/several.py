"""Whom "beide Länder", "die beiden Präsidenten", "die drei Minister" mean: as many as were told of before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.lists import NUMBERS
from kg.extract.statements.speakers.reach import apposed, name_at
from kg.extract.statements.speakers.somebody import in_case, personal
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.speakers.voices import voice_of
from kg.model import Actor, ActorKind, MentionForm, Sentence

__all__ = ["all_meant", "both_meant", "each_meant", "together"]

_REACH = 4
"""How many sentences it looks back."""
_COUNTED = 3
"""Words of "die drei Länder"."""
_NO_BODIES = frozenset({ActorKind.PERSON, ActorKind.STATE})


def each_meant(page: Page, voice: Voice, meant: Callable[[Voice], Voice | None]) -> Voice | None:
    """As in "der Konzern und das Ministerium": whom each of the parts that "und" joins means; None where no part means
    another than it names."""
    cuts = [place for place in range(voice.first, voice.last) if page.token(place).tag == "KON"]
    if len(voice.actors) < 2 or len(cuts) + 1 != len(voice.actors):
        return None
    found: list[Actor] = []
    bounds = zip((voice.first, *(cut + 1 for cut in cuts)), (*cuts, voice.last), strict=True)
    for actor, (first, last) in zip(voice.actors, bounds, strict=True):
        if actor.registered or actor.kind is ActorKind.PERSON or first == last:
            found.append(actor)
            continue
        part = _part(page, voice, actor, first, last)
        told = meant(part)
        found.append(_apposed(page, part) or (actor if told is None or len(told.actors) != 1 else told.actors[0]))
    if found == list(voice.actors):
        return None
    reason = "each of those who speak together"
    return voice._replace(actors=tuple(dict.fromkeys(found)), reason=reason, certainty=Decimal("0.6"))


def _part(page: Page, voice: Voice, actor: Actor, first: int, last: int) -> Voice:
    number = page.phrase_of[first]
    plural = number >= 0 and page.text.phrases[number].plural is True
    span = page.text.span(first, last)
    return voice._replace(span=span, first=first, last=last, actors=(actor,), plural=plural, gender=None)


def _apposed(page: Page, part: Voice) -> Actor | None:
    """As in "Kranz und der Klubchef im Rat, Otto Holm,": who is named behind the post."""
    if part.plural or not any(personal(page, place) for place in range(part.first, part.last)):
        return None
    first, last = apposed(page, part.last, page.sentence(part.first).last)
    name = name_at(page, first) if last > first else None
    return None if name is None else name.actor


def all_meant(page: Page, voice: Voice, spoken: list[Voice]) -> Voice | None:
    """As in "die drei Länder": as many as spoke together before."""
    words = {page.form(place) for place in range(voice.first, voice.last)}
    counts = (number for group, number in NUMBERS.items() if words & page.words(group))
    number = next(counts, None) if page.form(voice.first) in page.words("the") else None
    if number is None or voice.last - voice.first != _COUNTED:
        return None
    here = page.sentence(voice.first).number
    before = [said for said in spoken if here - page.sentence(said.first).number <= _REACH]
    for told in (*reversed(before), *_acting(page, here)):
        if len(told.actors) == number:
            reason = "as many as spoke or acted together before"
            return voice._replace(actors=told.actors, reason=reason, certainty=Decimal("0.6"))
    return None


def together(page: Page, voice: Voice, spoken: list[Voice]) -> Voice | None:
    """As in "Kranz und Holm warnten. … versprachen die Politiker", "… kündigte das Duo an": the people who spoke or
    acted together in one of the two sentences before."""
    if voice.last - voice.first != 2 or page.form(voice.first) not in page.words("the"):
        return None
    noun = page.token(voice.first + 1).lemma.lower()
    pair = noun in page.words("pairs")
    people = voice.plural and personal(page, voice.first + 1) and not in_case(page, noun)
    if not (pair or people) or any(actor.registered for actor in voice.actors):
        return None
    here = page.sentence(voice.first).number
    before = [said for said in spoken if 0 < here - page.sentence(said.first).number <= 2]
    for told in (*reversed(before), *_acting(page, here)):
        if len(told.actors) > 1 and all(actor.kind is ActorKind.PERSON for actor in told.actors):
            if pair and len(told.actors) > 2:
                return None
            reason = "who spoke or acted together right before"
            return voice._replace(actors=told.actors, reason=reason, certainty=Decimal("0.6"))
    return None


def _acting(page: Page, here: int) -> Iterator[Voice]:
    """The subjects of the main clauses of the two sentences before one, the last first."""
    for sentence in reversed(page.text.sentences[max(here - 2, 0) : here]):
        for clause in reversed(page.clauses_in(sentence)):
            told = subject(page, clause) if clause.parent is None else None
            if told is not None:
                yield told


def both_meant(page: Page, voice: Voice) -> Voice | None:
    """As in "beide Länder", "die beiden Präsidenten", "beide Parteien": two states or bodies that acted together, else
    the last two of them named before."""
    if not page.has("both", range(voice.first, voice.last)):
        return None
    if any(actor.registered for actor in voice.actors):
        return None
    lemmas = [page.token(place).lemma.lower() for place in range(voice.first, voice.last)]
    if any(lemma in page.words("pairs of bodies") for lemma in lemmas):
        return _both_bodies(page, voice)
    states = any(lemma in page.words("countries") for lemma in lemmas)
    kind = ActorKind.STATE if states else ActorKind.PERSON
    here = page.sentence(voice.first).number
    acting = _acting(page, here) if voice.pronoun or states else iter(())
    pair = next(filter(_two_states, acting) if states else acting, None)
    if pair is not None and pair.actors and (states or _of_things(page, pair)):
        return voice._replace(actors=pair.actors, reason="the two told of before", certainty=Decimal("0.6"))
    known = {mention.actor.id: mention.actor for mention in page.mentions.actors}
    found: list[Actor] = []
    for mention in reversed(page.mentions.actors):
        near = mention.first < voice.first and here - page.sentence(mention.first).number <= _REACH
        actor = known.get(mention.actor.acts_for or "") if states and mention.actor.kind is not kind else mention.actor
        if near and actor is not None and actor.kind is kind and actor not in found:
            found.append(actor)
        if len(found) == 2:
            reason = "the last two named before"
            return voice._replace(actors=(found[1], found[0]), reason=reason, certainty=Decimal("0.6"))
    return None


def _both_bodies(page: Page, voice: Voice) -> Voice | None:
    """As in "Merkur und Volta bauen. Beide Firmen …": the two bodies that "und" joins in the nearest of the two
    sentences before that tells of any, else the only two named there; not of a longer row."""
    here = page.sentence(voice.first).number
    other = {ActorKind.PERSON} if page.has("two sides", range(voice.first, voice.last)) else _NO_BODIES
    for sentence in reversed(page.text.sentences[max(here - 2, 0) : here]):
        told = (each for each in _told(page, sentence) if len(each.actors) > 1 and not _things(page, each))
        pair = next((each for each in told if not any(actor.kind in other for actor in each.actors)), None)
        row = pair is not None and page.form(pair.first - 1) == ","
        found = _bodies(page, sentence) if pair is None else pair.actors
        if found:
            two = voice._replace(actors=found, reason="the two told of before", certainty=Decimal("0.6"))
            return two if len(found) == 2 and not row else None
    return None


def _things(page: Page, told: Voice) -> bool:
    """As in "die Löhne und Preise": groups of several; "Merkur und Volta" stand as in the dictionary."""
    lemmas = {page.token(place).lemma for place in range(told.first, told.last)}
    return any(a.kind is ActorKind.GROUP and not a.registered and a.label_de not in lemmas for a in told.actors)


def _told(page: Page, sentence: Sentence) -> Iterator[Voice]:
    """Whom the clauses and the noun phrases of a sentence tell of."""
    subjects = (subject(page, clause) for clause in page.clauses_in(sentence))
    numbers = dict.fromkeys(page.phrase_of[place] for place in range(sentence.first, sentence.last))
    phrases = (voice_of(page, page.text.phrases[number], None) for number in numbers if number >= 0)
    yield from (told for told in (*subjects, *phrases) if told is not None)


def _bodies(page: Page, sentence: Sentence) -> tuple[Actor, ...]:
    """The bodies named in a sentence, in order."""
    named = (m for m in page.mentions.actors if sentence.first <= m.first < sentence.last)
    bodies = (m.actor for m in named if m.form is MentionForm.NAME)
    return tuple(dict.fromkeys(actor for actor in bodies if actor.kind not in _NO_BODIES))


def _two_states(pair: Voice) -> bool:
    """As in "Indien und Pakistan einigten sich in Genf. Beide Länder …": two states told of together."""
    return [actor.kind for actor in pair.actors] == [ActorKind.STATE] * 2


def _of_things(page: Page, pair: Voice) -> bool:
    """As in "Die beiden Parteien siegten. Beide fordern …": two told of together that are no persons."""
    told = page.has("both", range(pair.first, pair.last))
    people = any(personal(page, p) for p in range(pair.first, pair.last))
    return told and not people and all(actor.kind is not ActorKind.PERSON for actor in pair.actors)
