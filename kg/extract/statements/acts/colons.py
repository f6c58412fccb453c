"""What somebody says behind a colon, whatever verb leads to it: "Härter urteilte X: Das sei ein Fehler"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kg.extract.statements.common.cues import cue_span
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.meaning.stance import turned
from kg.extract.statements.speakers.somebody import NAMING, speaks
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.words.clause_kinds import cue_like, deep
from kg.extract.statements.words.content import sentence_end
from kg.model import Clause, ClauseKind, Mode, Mood, Span, Stance

__all__ = ["colons"]

_TELLING = frozenset({Stance.CRITICISES, Stance.WARNS, Stance.DEMANDS})


def colons(page: Page, cues: frozenset[Span | None]) -> Iterator[Found]:
    """Every clause in the subjunctive of report behind a colon, where somebody acts in the clause before it; the verb
    there is its cue, unless it is already one of the `cues` of other statements."""
    for clause in page.text.clauses:
        lead = _lead(page, clause)
        if lead is None or lead.finite is None or not page.prose(clause.first) or page.spoken[clause.first]:
            continue
        to_be = page.token(lead.finite).lemma in page.words("to be")
        told_to = page.token(lead.finite).lemma in page.words("obliging") or (to_be and _with_zu(page, lead))
        voice = None if lead.passive or told_to else subject(page, lead)
        content = page.span(clause.first, sentence_end(page, clause.first))
        if voice is not None and content is not None and _somebody(page, voice) and not _told_by_another(page, clause):
            stance = _by_noun(page, lead) or turned(page, Stance.ASSERTS, "sagen", content)
            sure, verb = Decimal("0.7"), cue_span(page, lead)
            bare = len(lead.verbs) == 1 and page.token(lead.finite).tag == "VAFIN"
            cue = None if bare or verb in cues else verb
            yield Found(lead.last - 1, content, voice, stance, Mode.INDIRECT, cue, "speech/behind colon", sure, rank=5)


def _by_noun(page: Page, lead: Clause) -> Stance | None:
    """As in "Scharfe Kritik übte Holm: Das reiche nicht": what the noun of saying makes of the words behind it."""
    objects = (p for p in page.phrases_in(lead) if p.preposition is None and "acc" in p.cases)
    rows = (of_noun(page, phrase.head) for phrase in objects)
    return next((row.stance for row in rows if row is not None and row.stance in _TELLING), None)


def _with_zu(page: Page, clause: Clause) -> bool:
    """As in "Kranz ist eines nicht vorzuwerfen": he does nothing."""
    return any(page.token(place).tag in {"PTKZU", "VVIZU"} for place in page.own(clause))


def _lead(page: Page, clause: Clause) -> Clause | None:
    """The main clause whose colon opens this one."""
    weak = page.form(clause.finite or clause.first) in page.words("weak subjunctive")
    told = clause.mood is Mood.SUBJUNCTIVE_1 or (clause.mood is Mood.SUBJUNCTIVE_2 and (not weak or deep(page, clause)))
    if not told or clause.kind is not ClauseKind.MAIN or page.form(clause.first - 1) != ":":
        return None
    if page.form(clause.first) in page.words("negation") and page.form(clause.first + 1) in page.words("that"):
        return None  # "Nicht dass Geld fehlte, aber …"
    return next((other for other in page.around(clause) if _leads(other, clause)), None)


def _told_by_another(page: Page, clause: Clause) -> bool:
    """Whether a cue or frame of its own follows, or somebody says "I": the one before the colon does not say it."""
    behind = range(clause.first, page.sentence(clause.first).last)
    cues = any(cue_like(page, other) for other in page.around(clause) if other.first > clause.first)
    return cues or any(
        page.form(p) in page.words("so") | page.words("according to") | page.words("I or we") for p in behind
    )


def _leads(other: Clause, clause: Clause) -> bool:
    return other.kind is ClauseKind.MAIN and other.parent is None and other.last == clause.first - 1


def _somebody(page: Page, voice: Voice) -> bool:
    places = range(voice.first, voice.last)
    named = any(m.form in NAMING for place in places for m in page.named.get(place, ()))
    return voice.pronoun or named or any(speaks(page, place) for place in places)
