"""Where reported words end: at the article's own voice, at another cue, with what a colon opened."""

from __future__ import annotations

from kg.extract.statements.common.cues import rows_of
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.words.clause_kinds import SUBJUNCTIVE, cue_like
from kg.extract.statements.words.content import sentence_end
from kg.extract.statements.words.preceding import shares_subject
from kg.model import Clause, ClauseKind, Mood, Phrase, Span

__all__ = ["before_cue", "before_speaker", "last_spoken"]

_ADVERBIAL = frozenset({"ADV", "PTKNEG", "KON"})


def _bare_predicate(page: Page, clause: Clause) -> bool:
    """As in "…, muss aber nicht so sein": it shares the subject of the clause before."""
    return not rows_of(page, clause) and shares_subject(page, clause)


def before_cue(page: Page, first: Clause, following: list[Clause]) -> int:
    """Where words in the indicative behind a colon end: with the sentence, or before another cue."""
    cue = next((other for other in following if other.first > first.first and cue_like(page, other)), None)
    return sentence_end(page, first.first) if cue is None else cue.first - 1


def last_spoken(page: Page, first: Clause, following: list[Clause], limit: int) -> int:
    """Where the reported words end: at a clause in the article's own indicative or at another cue."""
    last = limit if first.kind is ClauseKind.FRAGMENT else first.last
    for other in following:
        if other.first < first.last:
            last = max(last, other.last)
            continue
        coordinated = page.token(other.first).tag == "KON"
        alike = first.mood not in SUBJUNCTIVE and (coordinated or _bare_predicate(page, other))
        alike = alike or (coordinated and _like_subjunctive(page, other))
        own_voice = other.mood not in SUBJUNCTIVE and not alike and not _infinitives(page, first, other)
        if own_voice and other.kind is ClauseKind.MAIN:
            break
        if cue_like(page, other) or _of_its_own(page, other):
            break
        last = max(last, other.last)
    return min(last, sentence_end(page, first.first))


def _of_its_own(page: Page, clause: Clause) -> bool:
    """As in "sagte, es brenne; man lösche schon": behind a semicolon a second sentence is reported."""
    parted = page.form(clause.first - 1) == ";" and clause.kind is ClauseKind.MAIN and clause.parent is None
    return parted and clause.mood is Mood.SUBJUNCTIVE_1 and page.token(clause.first).tag != "KON"


def _like_subjunctive(page: Page, clause: Clause) -> bool:
    """As in "sie seien müde und wollten heim": a verb right behind "und" whose past and subjunctive are alike."""
    place = clause.first + 1
    verb = page.token(place)
    past = page.form(place).endswith(tuple(page.words("past endings"))) and page.form(place) != verb.lemma
    return clause.finite == place and past and verb.tag in {"VVFIN", "VMFIN"} and not rows_of(page, clause)


def _infinitives(page: Page, first: Clause, other: Clause) -> bool:
    """As in "sie würden Fehler einsehen, um Hilfe bitten": further infinitives of the first clause's modal verb."""
    modal = first.finite is not None and page.token(first.finite).tag in {"VMFIN", "VAFIN"}
    last = page.token(other.last - 1)
    return modal and other.opener is None and other.finite == other.last - 1 and last.form == last.lemma


def before_speaker(page: Page, clause: Clause, words: Span, phrase: Phrase, voice: Voice) -> Span:
    """The words of an object without the speaker behind it: "Bestätigt hat den Einsatz bisher nur Moskau"."""
    fronted = page.token(clause.first).tag == "VVPP" and clause.finite == clause.first + 1
    if not fronted or voice.first < phrase.last or not words.contains(voice.span):
        return words
    end = voice.first
    while end > phrase.last and page.token(end - 1).tag in _ADVERBIAL:
        end -= 1
    return page.span(phrase.first, end) or words
