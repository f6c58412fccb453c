"""For whom an unnamed spokesman speaks: "eine Sprecherin" behind words of a body, "der Ministeriumssprecher"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.firms import firm_acting
from kg.extract.statements.speakers.spoken_for import spoken_for
from kg.extract.statements.speakers.subjects import subject
from kg.model import Actor, ActorKind, MentionForm, Mood, Span

__all__ = ["spokesman"]

_SOON = 2
"""How many sentences lie at most between the body and its spokesman."""
_REACH = 8
"""How many sentences a compound looks back for the body of its first part."""
_NEAR = 4
"""How many sentences back a body is looked for that nobody speaks for or acts as."""
_BODIES = frozenset(
    {ActorKind.MINISTRY, ActorKind.GOVERNMENT, ActorKind.ORGANISATION, ActorKind.INTERNATIONAL_ORGANISATION}
)
_NAMING = frozenset({MentionForm.NAME, MentionForm.DESCRIPTION})


def spokesman(page: Page, voice: Voice, spoken: list[Voice], said: Span) -> Voice | None:
    """The voice with the body that a bare "ein Sprecher" or "der Ministeriumssprecher" speaks for: of that body one who
    spoke before, else "Sprecher (Halmnet)"; None for others and where no body is sure to be meant."""
    part = _part(page, voice)
    if part is None:
        return None
    known = _before(page, voice, spoken, part)
    if known is None:
        body = _named(page, voice, part) if part in page.words("parts of bodies") else None
        if not part or part in page.words("firms"):
            body = _acting(page, voice, spoken, said) or _told_of(page, voice, said)
        known = _again(voice, spoken, part) if body is None else _of(page, voice.actors[0], body)
    return None if known is None else voice._replace(actors=(known,), reason="for the body told of right before")


def _part(page: Page, voice: Voice) -> str | None:
    """What stands before "Sprecher" in the noun of a voice that is nothing but it and an article; "" for those at the
    head of a body: "der Parteivorstand"."""
    if voice.pronoun or voice.plural or len(voice.actors) != 1 or voice.actors[0].kind is not ActorKind.GROUP:
        return None
    place = voice.last - 1
    if voice.last - voice.first > 2 or voice.actors[0].label_de != page.token(place).form:
        return None
    lemma = page.token(place).lemma.lower()
    if lemma in page.words("heads of a body"):
        return ""
    noun = next((word for word in page.words("spokesmen") if lemma.endswith(word)), None)
    if noun is None:
        return None
    part = lemma.removesuffix(noun).rstrip("-")
    return "" if part in page.words("press and media") else part.removesuffix("s")


def _before(page: Page, voice: Voice, spoken: list[Voice], part: str) -> Actor | None:
    """Who spoke before as "Sprecher des Finanzministeriums", where "der Ministeriumssprecher" goes on."""
    if page.form(voice.first) not in page.words("the"):
        return None
    noun = page.token(voice.last - 1).lemma.lower()
    for other in reversed(spoken):
        label = other.actors[0].label_de if other.actors else ""
        same = label.lower().split(" ")[0] in {noun, noun.removeprefix(part).removeprefix("s")}
        if same and label != voice.actors[0].label_de and part in label.lower():
            return other.actors[0] if other.actors[0].kind is ActorKind.GROUP else None
    return None


def _again(voice: Voice, spoken: list[Voice], part: str) -> Actor | None:
    """The only one before of whom it is told for which body he or she speaks: "eine Sprecherin (Halmnet)"."""
    label = voice.actors[0].label_de
    same = {other.actors[0] for other in spoken if other.actors and other.actors[0].label_de.startswith(f"{label} ")}
    return same.pop() if not part and len(same) == 1 else None


def _named(page: Page, voice: Voice, part: str) -> Actor | None:
    """The one body whose noun ends in the first part, in the nearest sentence before that has any."""
    here = page.sentence(voice.first).number
    for sentence in reversed(page.text.sentences[max(0, here - _REACH) : here + 1]):
        first, last = sentence.first, min(sentence.last, voice.first)
        mentions = (m for m in page.mentions.actors if first <= m.first < last and m.form in _NAMING)
        found = {m.actor for m in mentions if m.actor.kind in _BODIES and _is_one(m.actor, part)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _is_one(actor: Actor, part: str) -> bool:
    """Whether a body's noun ends in a word, and more than the word names it."""
    words = actor.label_de.lower().split()
    return actor.label_de.lower() != part and any(word.endswith(part) for word in words)


def _acting(page: Page, voice: Voice, spoken: list[Voice], said: Span) -> Actor | None:
    """Who spoke or acted last before, where that is a body: no person, state or medium."""
    here = page.sentence(voice.first).number
    for number in range(here, max(here - _SOON, 0) - 1, -1):
        for other in _telling(page, number, voice, spoken):
            if said.overlaps(other.span) or len(other.actors) != 1:
                continue
            actor = other.actors[0]
            return actor if actor.kind in _BODIES else None
    return None


def _told_of(page: Page, voice: Voice, said: Span) -> Actor | None:
    """The firm that acts or the one body that is named in the nearest sentence before that has any."""
    here = page.sentence(voice.first).number
    for number in range(here, max(here - _NEAR, -1), -1):
        firm = firm_acting(page, number, voice)
        if firm is not None and firm.kind is ActorKind.ORGANISATION:
            return firm
        found = _bodies(page, number, voice, said)
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _bodies(page: Page, number: int, voice: Voice, said: Span) -> set[Actor]:
    """The bodies that a sentence names before a voice, outside the words said."""
    sentence = page.text.sentences[number]
    first, last = sentence.first, min(sentence.last, voice.first)
    mentions = (m for m in page.mentions.actors if first <= m.first < last and m.form in _NAMING)
    return {m.actor for m in mentions if m.actor.kind in _BODIES and not said.overlaps(m.span)}


def _telling(page: Page, number: int, voice: Voice, spoken: list[Voice]) -> Iterator[Voice]:
    """Who speaks in a sentence before a position, then who acts in its main clauses, each time the last first."""
    sentence = page.text.sentences[number]
    last = min(sentence.last, voice.first)
    yield from (other for other in reversed(spoken) if sentence.first <= other.first < last)
    for clause in reversed(page.clauses_in(sentence)):
        told = clause.parent is None and clause.mood is Mood.INDICATIVE and clause.first < voice.first
        other = subject(page, clause) if told and not page.spoken[clause.first] else None
        if other is not None and other.last <= voice.first and not other.pronoun:
            yield other


def _of(page: Page, actor: Actor, body: Actor) -> Actor:
    return spoken_for(page, actor, actor.label_de, body)
