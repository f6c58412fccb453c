"""Whom the sentence before a pronoun tells of: its subject, or whom a pronoun there means in its turn."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.agreement import agrees, fits
from kg.extract.statements.speakers.speakers import who_acts
from kg.model import Actor, ActorKind, Clause, ClauseKind, MentionForm

__all__ = ["acting_before", "farther", "source_beside", "still_told", "subject_before"]

_CHAIN = 3
"""How many sentences in a row may tell of somebody by a pronoun."""
_TITLE = 6
"""How many words behind a preposition a name stands at most."""


def subject_before(page: Page, voice: Voice, here: int) -> Voice | None:
    """The subject of the last main clause of the sentence before, or of a cue that closes it."""
    for clause in _main_before(page, here):
        found = who_acts(page, clause)
        if found is not None and not found.pronoun and found.plural == voice.plural:
            return found
    return None


def acting_before(page: Page, here: int) -> set[Actor]:
    """As in "X habe Y einbestellt, teilte Z mit": X and Z, the subjects of the main clauses of the sentence before."""
    voices = (who_acts(page, clause) for clause in _main_before(page, here))
    return {actor for voice in voices if voice is not None and not voice.pronoun for actor in voice.actors[:1]}


def still_told(page: Page, voice: Voice, here: int) -> Voice | None:
    """As in "Hanna Holm kam an. Dort traf sie Eva Kern. …, sagte sie": the subject before the one that a pronoun
    is."""
    paragraph = page.sentence(voice.first).paragraph
    for number in range(here, max(here - _CHAIN, 0), -1):
        if page.text.sentences[number - 1].paragraph != paragraph or not _by_pronoun(page, voice, number):
            return None
        found = subject_before(page, voice, number - 1)
        if found is not None:
            return found if _may_mean(page, voice, found) else None
    return None


def farther(page: Page, voice: Voice, here: int) -> Voice | None:
    """The person who is the subject two sentences before in the same paragraph."""
    found = subject_before(page, voice, here - 1)
    return found if found is not None and _may_mean(page, voice, found) else None


def _may_mean(page: Page, voice: Voice, found: Voice) -> bool:
    """Whether a pronoun may mean a subject before: a person of the same paragraph, of its number and gender."""
    person = all(actor.kind is ActorKind.PERSON for actor in found.actors)
    near = page.sentence(voice.first).paragraph == page.sentence(found.first).paragraph
    return person and near and agrees(voice, found)


def source_beside(page: Page, voice: Voice) -> Actor | None:
    """As in "Das ist laut Kranz falsch, wie er sagte", "Für Kranz ist das falsch, wie …": who is named there."""
    first = page.sentence(voice.first).first
    for place in range(voice.first - 1, first - 1, -1):
        source = page.form(place) in page.words("according to") or (
            place == first and page.form(place) in page.words("for whom")
        )
        if source and page.token(place).tag == "APPR":
            named = (
                m for p in range(place + 1, place + _TITLE) for m in page.named.get(p, ()) if m.last <= voice.first
            )
            people = (m for m in named if m.actor.kind is ActorKind.PERSON and m.form is MentionForm.NAME)
            return next((mention.actor for mention in people if fits(voice, mention)), None)
    return None


def _by_pronoun(page: Page, voice: Voice, here: int) -> bool:
    """Whether a pronoun of the same gender and number is the subject of the last main clause before."""
    for clause in _main_before(page, here):
        found = who_acts(page, clause)
        if found is not None:
            return found.pronoun and found.plural == voice.plural and found.gender == voice.gender
    return False


def _main_before(page: Page, here: int) -> list[Clause]:
    """The main clauses of the sentence before, the last first, with a cue that looks like a participle."""
    clauses = page.clauses_in(page.text.sentences[here - 1]) if here > 0 else ()
    told = [c for c in reversed(clauses) if c.finite is not None and not page.spoken[c.finite]]
    return [clause for clause in told if clause.kind is ClauseKind.MAIN or _cut_off(page, clause)]


def _cut_off(page: Page, clause: Clause) -> bool:
    """As in "…, kommentiert Kranz, Holms Anwalt": a cue that looks like a participle."""
    return clause.kind is ClauseKind.FRAGMENT and clause.finite == clause.first and clause.lemma in page.verbs
