"""To whom a pronoun or a sentence without a speaker belongs; what stays open is left out."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from kg.extract.statements.descriptions import meant
from kg.extract.statements.found import Found
from kg.extract.statements.page import Page, place_of
from kg.extract.statements.stance import of_noun
from kg.extract.statements.subjects import subject
from kg.extract.statements.unknown import unresolved
from kg.extract.statements.voices import Voice
from kg.model import Actor, ActorKind, ActorMention, Clause, ClauseKind, MentionForm

__all__ = ["Resolved", "once", "resolved"]

_REACH = 4
"""How many sentences a pronoun looks back."""
_NAMING = frozenset({MentionForm.NAME, MentionForm.OFFICE, MentionForm.DESCRIPTION, MentionForm.METONYM})


class Resolved(NamedTuple):
    """A statement with a speaker who is somebody."""

    found: Found
    voice: Voice


def resolved(page: Page, found: list[Found]) -> list[Resolved]:
    """The statements whose speakers are known, in order; the others are dropped."""
    spoken: list[Resolved] = []
    for one in found:
        voice = _voice(page, one, spoken)
        if voice is not None and voice.actors:
            spoken.append(Resolved(one, voice))
    return spoken


def once(spoken: list[Resolved]) -> list[Resolved]:
    """Without the weaker of two readings of the same words by the same speakers."""
    kept: list[Resolved] = []
    for one in sorted(spoken, key=lambda r: (r.found.rank, r.found.content, r.found.at)):
        if not any(_double(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda r: (r.found.content.start, r.found.at, r.found.rank))


def _double(one: Resolved, other: Resolved) -> bool:
    same = set(one.voice.actors) & set(other.voice.actors)
    return bool(same) and one.found.content.overlaps(other.found.content)


def _voice(page: Page, one: Found, spoken: list[Resolved]) -> Voice | None:
    if one.voice is None:
        own = None if one.carried else _owner(page, one)
        if own is not None:
            return own
        told = next((each for each in reversed(spoken) if not each.found.relays), spoken[-1] if spoken else None)
        if told is None or (one.rule == "speech/called" and not _goes_on(page, one, told)):
            return None
        return told.voice._replace(certainty=Decimal("0.7"), reason="carried on from the statement before")
    if not one.voice.pronoun:
        before = [earlier.voice for earlier in spoken]
        return _both(page, one.voice) or meant(page, one.voice, before) or one.voice
    return _pronoun(page, one, one.voice, spoken)


def _both(page: Page, voice: Voice) -> Voice | None:
    """As in "beide Länder", "die beiden Präsidenten": the last two states or persons named before."""
    if not any(page.form(place) in page.words("both") for place in range(voice.first, voice.last)):
        return None
    if any(actor.registered for actor in voice.actors):
        return None
    states = any(page.token(place).lemma.lower() in page.words("countries") for place in range(voice.first, voice.last))
    kind = ActorKind.STATE if states else ActorKind.PERSON
    here = page.sentence(voice.first).number
    known = {mention.actor.id: mention.actor for mention in page.mentions.actors}
    found: list[Actor] = []
    for mention in reversed(page.mentions.actors):
        near = mention.first < voice.first and here - page.sentence(mention.first).number <= _REACH
        actor = known.get(mention.actor.acts_for or "") if states and mention.actor.kind is not kind else mention.actor
        if near and actor is not None and actor.kind is kind and actor not in found:
            found.append(actor)
        if len(found) == 2:
            return _taken(voice, (found[1], found[0]), "the last two named before", Decimal("0.6"))
    return None


def _owner(page: Page, one: Found) -> Voice | None:
    """As in "nach eigenen Angaben": the subject of the clause; "hieß es" without a source: nobody new."""
    if one.rule.startswith("speech/"):
        return None
    number = page.clause_of[one.at]
    clause: Clause | None = page.text.clauses[number] if number >= 0 else None
    return None if clause is None else subject(page, clause)


def _goes_on(page: Page, one: Found, told: Resolved) -> bool:
    """Whether "hieß es" without a source goes on with who spoke right before.

    A person does so only in writing or with "weiter"; behind "ein Text, in dem es heißt" the text speaks.
    """
    number = page.clause_of[one.at]
    clause = page.text.clauses[number] if number >= 0 else None
    if clause is None or clause.kind is ClauseKind.RELATIVE:
        return False
    written = any(phrase.preposition is not None and of_noun(page, phrase.head) for phrase in page.phrases_in(clause))
    further = written or any(page.form(place) in page.words("going on") for place in page.own(clause))
    end = max(told.found.at, place_of(page, told.found.content.end - 1))
    distance = page.sentence(place_of(page, one.content.start)).number - page.sentence(end).number
    person = any(actor.kind is ActorKind.PERSON for actor in told.voice.actors)
    return distance <= (_REACH - 1 if further else 2) and (further or not person)


def _pronoun(page: Page, one: Found, voice: Voice, spoken: list[Resolved]) -> Voice | None:
    """Whom a pronoun means, by nearness: who spoke last, the subject before, an earlier speaker, a name before."""
    here = page.sentence(voice.first).number
    inside = {m.actor for m in page.mentions.actors if one.content.contains(m.span)}
    earlier = [
        said for said in reversed(spoken) if said.voice.first < voice.first and not set(said.voice.actors) & inside
    ]
    for said in earlier:
        distance = here - page.sentence(said.voice.first).number
        if distance <= 1 and _agrees(voice, said.voice.actors, said.voice.gender):
            return _taken(voice, said.voice.actors, "the speaker before, by number and gender", Decimal("0.7"))
    before = _subject_before(page, voice, here)
    if before is not None and not set(before.actors) & inside and _agrees(voice, before.actors, before.gender):
        return _taken(voice, before.actors, "the subject of the sentence before", Decimal("0.6"))
    for said in earlier:
        distance = here - page.sentence(said.voice.first).number
        if distance <= _REACH + 2 and _agrees(voice, said.voice.actors, said.voice.gender):
            return _taken(voice, said.voice.actors, "an earlier speaker, by number and gender", Decimal("0.6"))
    named = _named_before(page, voice, here, inside)
    if named is not None:
        return _taken(voice, (named,), "the nearest actor named, by number and gender", Decimal("0.5"))
    return _taken(voice, (unresolved(page, voice.first),), "nobody before agrees in number and gender", Decimal("0.3"))


def _subject_before(page: Page, voice: Voice, here: int) -> Voice | None:
    """The subject of the last main clause of the sentence before."""
    if here == 0:
        return None
    clauses = page.clauses_in(page.text.sentences[here - 1])
    for clause in reversed(clauses):
        if clause.kind is ClauseKind.MAIN and clause.finite is not None and not page.spoken[clause.finite]:
            found = subject(page, clause)
            if found is not None and not found.pronoun and found.plural == voice.plural:
                return found
    return None


def _named_before(page: Page, voice: Voice, here: int, inside: set[Actor]) -> Actor | None:
    for mention in reversed(page.mentions.actors):
        if mention.first >= voice.first or mention.form not in _NAMING or mention.actor in inside:
            continue
        if here - page.sentence(mention.first).number > _REACH:
            return None
        if _fits(voice, mention):
            return mention.actor
    return None


def _taken(voice: Voice, actors: tuple[Actor, ...], reason: str, certainty: Decimal) -> Voice:
    return voice._replace(actors=actors, reason=reason, certainty=certainty)


def _agrees(voice: Voice, actors: tuple[Actor, ...], gender: str | None) -> bool:
    plural = len(actors) > 1 or (len(actors) == 1 and actors[0].kind is ActorKind.GROUP)
    if voice.plural:
        return plural
    if len(actors) != 1:
        return False
    known = actors[0].gender or gender
    if actors[0].kind is not ActorKind.PERSON and voice.gender == "m" and known != "m":
        return False
    return voice.gender is None or known is None or known == voice.gender


def _fits(voice: Voice, mention: ActorMention) -> bool:
    if voice.plural != mention.plural:
        return False
    known = mention.actor.gender or mention.gender
    if mention.actor.kind is ActorKind.PERSON:
        return known is None or voice.gender is None or known == voice.gender
    return known is not None and known == voice.gender
