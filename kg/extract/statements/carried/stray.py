"""Sentences in the subjunctive of report behind a sentence that says nothing itself: who is still heard in them."""

from __future__ import annotations

from decimal import Decimal

from kg.extract.statements.carried.another import named_somebody, told_by_another
from kg.extract.statements.carried.reported import commands
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page, place_of
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.meaning.stance import turned
from kg.extract.statements.speakers.authors import writer
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.words.clause_kinds import SUBJUNCTIVE, cue_like, deep, noted
from kg.model import ActorKind, Clause, ClauseKind, Mode, Mood, Role, Sentence, Stance

__all__ = ["alone", "stray"]

_REACH = 3
"""How many sentences after a statement its speaker may be heard again."""


def stray(page: Page, sentence: Sentence, last: Found | None, demnach: int | None) -> Found | None:
    """A report without a cue, or with "demnach": who acted in the sentence before is heard, else who spoke last."""
    if sentence.number == 0 or not (demnach is not None or _reported(page, sentence)):
        return None
    content = page.span(sentence.first, sentence.last)
    if content is None or told_by_another(page, sentence):
        return None
    near = last is not None and _near(page, last, sentence)
    wrote = None if demnach is None else writer(page, sentence, far=1)
    voice = wrote or _actor(page, _before(page, sentence), sentence, alone=not near or _apart(page, last, sentence))
    state = voice is not None and any(actor.kind is ActorKind.STATE for actor in voice.actors)
    if state and demnach is not None and wrote is None:
        return None
    if voice is None and not near:
        return None
    if voice is not None and demnach is not None:
        voice = voice._replace(span=page.token(demnach).span)
    return Found(
        sentence.first,
        content,
        voice,
        turned(page, Stance.ASSERTS, "sagen", content),
        Mode.INDIRECT,
        None if demnach is None else page.token(demnach).span,
        "carried/stray" if demnach is None else "frames/demnach",
        Decimal("0.5"),
        carried=True,
        rank=4,
    )


def alone(page: Page, sentence: Sentence, last: Found | None) -> Found | None:
    """A sentence in quotation marks that nobody is said to say: who acted in the one before, else who spoke last."""
    if last is None or sentence.number == 0 or not _near(page, last, sentence):
        return None
    if last.mode is Mode.DIRECT and sentence.number - page.sentence(last.at).number <= 1:
        return None
    for mark in page.speeches:
        if mark.first - 1 == sentence.first and mark.last >= sentence.last - 2:
            voice = _actor(page, _before(page, sentence), sentence, alone=False)
            stance = turned(page, Stance.ASSERTS, None, mark.inner)
            rule, sure = "carried/alone", Decimal("0.5")
            return Found(mark.first, mark.inner, voice, stance, Mode.DIRECT, None, rule, sure, carried=True, rank=4)
    return None


def _reported(page: Page, sentence: Sentence) -> bool:
    """Whether its first main clause is in the present subjunctive, and not one of wishing or of somebody's "ich"."""
    main = next((clause for clause in page.clauses_in(sentence) if _told(page, clause)), None)
    if main is None or page.form(sentence.last - 1) == "?" or commands(page, main):
        return False
    would = main.mood is Mood.SUBJUNCTIVE_2 and page.form(main.finite or main.first) not in page.words(
        "weak subjunctive"
    )
    if main.mood is not Mood.SUBJUNCTIVE_1 and not (would and deep(page, main)):
        return False
    begins = main.finite == sentence.first or noted(page, main)
    wished = page.form(main.finite or main.first) in page.words("imperative subjunctive") and begins
    own = any(page.form(place) in page.words("first person") for place in range(sentence.first, sentence.last))
    return not wished and not own


def _told(page: Page, clause: Clause) -> bool:
    main = clause.kind is ClauseKind.MAIN and clause.parent is None
    return main and clause.finite is not None and not page.spoken[clause.first]


def _apart(page: Page, last: Found | None, sentence: Sentence) -> bool:
    """Whether who spoke last did so in another paragraph."""
    return last is not None and page.sentence(place_of(page, last.content.end - 1)).paragraph != sentence.paragraph


def _near(page: Page, last: Found, sentence: Sentence) -> bool:
    there = page.sentence(place_of(page, last.content.end - 1))
    further = 0 if last.cue is None and last.carried else 1
    return sentence.paragraph - there.paragraph <= further and sentence.number - there.number <= _REACH


def _before(page: Page, sentence: Sentence) -> Sentence:
    """The last sentence before that is not itself in the subjunctive."""
    before = page.text.sentences[sentence.number - 1]
    while before.number > 0 and any(_told(page, c) and c.mood in SUBJUNCTIVE for c in page.clauses_in(before)):
        before = page.text.sentences[before.number - 1]
    return before


def _actor(page: Page, before: Sentence, sentence: Sentence, *, alone: bool) -> Voice | None:
    """Who acts in the sentence before, where it is a person, or somebody who can speak and nobody spoke yet."""
    if before.role is not Role.PROSE or before.paragraph != sentence.paragraph:
        return None
    mains = [clause for clause in page.clauses_in(before) if _told(page, clause)]
    cues = [clause for clause in page.clauses_in(before) if cue_like(page, clause)]
    mains = cues[-1:] or mains
    voices = (subject(page, clause) for clause in reversed(mains) if not clause.passive)
    voice = next((found for found in voices if found is not None), None)
    if voice is None:
        return None
    person = any(actor.kind is ActorKind.PERSON for actor in voice.actors)
    if alone:
        return voice if voice.pronoun or (named_somebody(page, voice) and (person or _one(page, voice))) else None
    return voice if person else None


def _one(page: Page, voice: Voice) -> bool:
    """Whether a description is of one office or body that acts: not "die Soldaten", "der Kammer" of "die Frage der
    Kammer"; a group that has not spoken is rarely heard in what follows."""
    owned = page.token(voice.first).tag == "ART" and page.token(voice.first - 1).tag in {"NN", "NE"}
    known = any(actor.registered for actor in voice.actors)
    return not owned and (known or not voice.plural)
