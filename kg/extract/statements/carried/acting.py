"""Who acts in a sentence that says nothing itself, and so may be heard in the next one."""

from __future__ import annotations

from functools import cache

from kg.extract.statements.carried.another import named_somebody
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import NAMING, personal
from kg.extract.statements.speakers.speakers import who_acts
from kg.extract.statements.words.clause_kinds import cue_like
from kg.lang import Language
from kg.lang.words import PassiveForms
from kg.model import ActorKind, Clause, ClauseKind, Role, Sentence

__all__ = ["acting", "told"]


def told(page: Page, clause: Clause) -> bool:
    """Whether a clause is a main one with a verb, outside of quoted speech."""
    main = clause.kind is ClauseKind.MAIN and clause.parent is None
    return main and clause.finite is not None and not page.spoken[clause.first]


def acting(page: Page, before: Sentence, sentence: Sentence, *, alone: bool) -> Voice | None:
    """Who acts in the sentence before, where it is a person; `alone`: or somebody who can speak, as nobody spoke."""
    if before.role is not Role.PROSE or before.paragraph != sentence.paragraph:
        return None
    mains = [clause for clause in page.clauses_in(before) if told(page, clause)]
    cues = [clause for clause in page.clauses_in(before) if cue_like(page, clause)]
    for clause in reversed(cues[-1:] or mains):
        voice = who_acts(page, clause) if _acts(page, clause) else None
        if voice is not None:
            return voice if _person(page, clause, voice) or (alone and _heard(page, clause, voice)) else None
    return None


def _acts(page: Page, clause: Clause) -> bool:
    """Not of "wurde befragt", "waren gehandelt worden", nor of "soll befragt haben", which others tell of him."""
    participles = _participles(page.language)
    undergone = any(page.form(place) in participles for place in range(clause.first, clause.last))
    reported = clause.finite is not None and page.form(clause.finite) in page.words("is said")
    return not (clause.passive or undergone or reported)


def _person(page: Page, clause: Clause, voice: Voice) -> bool:
    """Whether one person acts, by name, or by a description with a verb of saying: "Die Reporterin fasste zusammen"."""
    if any(actor.kind is ActorKind.PERSON for actor in voice.actors):
        return True
    described = any(personal(page, place) for place in range(voice.first, min(voice.first + 2, voice.last)))
    sure = cue_like(page, clause) or page.form(voice.first) in page.words("the")
    return described and sure and not voice.plural and not voice.pronoun and clause.lemma in page.verbs


def _heard(page: Page, clause: Clause, voice: Voice) -> bool:
    if voice.pronoun:
        return True
    there = page.has("it", page.own(clause))  # "Es braucht eine Behörde"
    return not there and named_somebody(page, voice) and _one(page, voice)


def _one(page: Page, voice: Voice) -> bool:
    """Whether a description is of one office or body that acts: not "die Soldaten", "seine Eltern", "eine Behörde", nor
    "der Kammer" of "die Frage der Kammer"; a group that has not spoken is rarely heard in what follows."""
    owned = page.token(voice.first).tag == "ART" and page.token(voice.first - 1).tag in {"NN", "NE"}
    known = any(actor.registered for actor in voice.actors)
    definite = page.form(voice.first) in page.words("the") or _named(page, voice)
    return not owned and (known or (definite and not voice.plural))


def _named(page: Page, voice: Voice) -> bool:
    return any(m.form in NAMING for place in range(voice.first, voice.last) for m in page.named.get(place, ()))


@cache
def _participles(language: Language) -> frozenset[str]:
    return frozenset(row.participle for row in language.table(PassiveForms).values())
