"""To whom a pronoun or a sentence without a speaker belongs; what stays open is left out."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from kg.extract.statements.descriptions import meant
from kg.extract.statements.found import Found
from kg.extract.statements.page import Page
from kg.extract.statements.unknown import unresolved
from kg.extract.statements.voices import Voice, subject
from kg.model import Actor, ActorKind, ActorMention, Clause, MentionForm

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
        return _carried_voice(spoken) if spoken else None
    if not one.voice.pronoun:
        before = [earlier.voice for earlier in spoken]
        return _both(page, one.voice) or meant(page, one.voice, before) or one.voice
    return _pronoun(page, one.voice, spoken)


def _both(page: Page, voice: Voice) -> Voice | None:
    """ "beide Länder", "die beiden Präsidenten": the last two states or persons named before."""
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
    """ "nach eigenen Angaben": the subject of the clause; "hieß es" without a source: nobody new."""
    if one.rule.startswith("speech/"):
        return None
    number = page.clause_of[one.at]
    clause: Clause | None = page.text.clauses[number] if number >= 0 else None
    return None if clause is None else subject(page, clause)


def _carried_voice(spoken: list[Resolved]) -> Voice:
    told = next((one for one in reversed(spoken) if not one.found.relays), spoken[-1])
    return told.voice._replace(certainty=Decimal("0.7"), reason="carried on from the statement before")


def _pronoun(page: Page, voice: Voice, spoken: list[Resolved]) -> Voice | None:
    """The nearest speaker before that agrees in number and gender, else the nearest person or body named."""
    here = page.sentence(voice.first).number
    for earlier in reversed(spoken):
        near = here - page.sentence(earlier.voice.first).number <= _REACH + 2
        if near and earlier.voice.first < voice.first and _agrees(voice, earlier.voice.actors, earlier.voice.gender):
            return _taken(voice, earlier.voice.actors, "the speaker before, by number and gender", Decimal("0.7"))
    for mention in reversed(page.mentions.actors):
        if mention.first >= voice.first or mention.form not in _NAMING:
            continue
        if here - page.sentence(mention.first).number > _REACH:
            break
        if _fits(voice, mention):
            return _taken(voice, (mention.actor,), "the nearest actor named, by number and gender", Decimal("0.5"))
    return _taken(voice, (unresolved(page, voice.first),), "nobody before agrees in number and gender", Decimal("0.3"))


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
