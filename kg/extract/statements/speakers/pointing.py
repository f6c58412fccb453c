"""Whom a pronoun means that is not the subject of the sentence before: "Diese" who is named last, "Er" its object."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.agreement import fits
from kg.extract.statements.speakers.somebody import personal, speaks
from kg.extract.statements.speakers.voices import voice_of
from kg.model import Actor, ActorKind, Phrase

__all__ = ["acted_on", "backed_by", "pointed"]

_TITLE = 4
"""How many words behind "von" a name stands at most."""


def pointed(page: Page, voice: Voice, here: int) -> Voice | None:
    """The last phrase for somebody in the sentence before, or in this one where the pronoun stands in a subordinate
    clause; None where the pronoun is none that points there."""
    if not page.form(voice.first).startswith(tuple(page.words("pointing back"))):
        return None
    below = page.clause_of[voice.first] >= 0 and page.text.clauses[page.clause_of[voice.first]].opener is not None
    inside = below and page.sentence(voice.first).first + 1 < voice.first - 1
    if here <= 0 and not inside:
        return None
    sentence = page.text.sentences[here if inside else here - 1]
    last = voice.first if inside else sentence.last
    for place in range(last - 1, sentence.first - 1, -1):
        number = page.phrase_of[place]
        phrase = page.text.phrases[number] if number >= 0 else None
        if phrase is None or phrase.head != place or page.spoken[place]:
            continue
        if not (page.named.get(place) or speaks(page, place) or personal(page, place)):
            continue
        fits = phrase.plural is None or phrase.plural == voice.plural
        found = voice_of(page, phrase, None) if fits else None
        if found is not None and not found.pronoun:
            one = len(found.actors) == 1 and found.actors[0].kind is ActorKind.PERSON
            return None if one and voice.plural else found._replace(plural=voice.plural)
    return None


def acted_on(page: Page, voice: Voice, here: int) -> Voice | None:
    """As in "Die Polizei fasste einen 28-jährigen Koch. Er sagte, …": the one man on whom somebody else acts."""
    if here <= 0 or voice.plural or voice.gender != "m":
        return None
    before = page.text.sentences[here - 1]
    phrases = {page.phrase_of[place] for place in range(before.first, before.last) if not page.spoken[place]} - {-1}
    men = [phrase for phrase in (page.text.phrases[number] for number in sorted(phrases)) if _man(page, phrase)]
    found = voice_of(page, men[0], None) if len(men) == 1 else None
    return None if found is None or found.pronoun or len(found.actors) != 1 else found._replace(gender="m")


def backed_by(page: Page, voice: Voice, here: int) -> tuple[Actor, ...]:
    """As in "Unterstützung erhielt Holm von Parteichef Kranz. Er sagte, …": the person behind "von"."""
    for clause in page.clauses_in(page.text.sentences[here - 1]) if here > 0 and not voice.plural else ():
        own = page.own(clause)
        gets = clause.lemma in page.words("getting") and clause.parent is None and page.has("praise or blame", own)
        for place in own if gets else ():
            if page.form(place) in page.words("from whom"):
                behind = [m for p in range(place + 1, place + _TITLE) for m in page.named.get(p, ())]
                return tuple(m.actor for m in behind if m.actor.kind is ActorKind.PERSON and fits(voice, m))[:1]
    return ()


def _man(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase with "einen" or "einem" is of a person: by its noun, or by an age."""
    forms = [page.form(place) for place in range(phrase.first, phrase.head)]
    aged = any(form.endswith(tuple(page.words("of an age"))) for form in forms)
    led = not page.words("led as a man").isdisjoint(forms)
    return led and page.token(phrase.head).tag in {"NN", "NE"} and (aged or personal(page, phrase.head))
