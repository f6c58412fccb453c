"""What a clause is beside a cue: a dass-clause, a question, a cue with its verb first."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.statements.common.cues import rows_of
from kg.extract.statements.common.page import Page
from kg.model import Clause, ClauseKind, Mood, Span

__all__ = [
    "SUBJUNCTIVE",
    "Complement",
    "about",
    "asked",
    "cue_like",
    "deep",
    "followed",
    "is_that",
    "noted",
    "open_question",
    "tells_what",
    "verb_first",
    "verb_last",
]

SUBJUNCTIVE = frozenset({Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2})


class Complement(NamedTuple):
    """The words that a cue governs, and how."""

    content: Span
    how: str
    """Where they stand: "that", "second", "before", "zu"."""


def is_that(page: Page, clause: Clause, openers: frozenset[str]) -> bool:
    """Whether the clause begins with one of the words; "so dass" does not count."""
    return (
        clause.kind is ClauseKind.SUBORDINATE
        and page.form((clause.opener or 0) - 1) not in page.words("so")
        and clause.opener is not None
        and clause.opener <= clause.first + 1
        and page.form(clause.opener) in openers
    )


def asked(page: Page, clause: Clause) -> bool:
    """A dass- or ob-clause, or a question that is not "wie X sagte"."""
    openers = page.words("that") | page.words("question")
    as_said = page.form(clause.opener or 0) in page.words("as") and bool(rows_of(page, clause))
    return is_that(page, clause, openers) and not (as_said or about(page, clause))


def about(page: Page, clause: Clause) -> bool:
    """As in "Was das Geld betrifft, sagte Kranz: …": what the words are about, not the words."""
    what = page.form(clause.opener or 0) in page.words("that which")
    return what and clause.kind is ClauseKind.SUBORDINATE and clause.lemma in page.words("concerning")


def open_question(page: Page, found: Complement) -> bool:
    """As in "hat nachgewiesen, ob …": what nobody knows yet; not "Wie im Mai werde gebaut, kündigte er an"."""
    place = page.text.place_of(found.content.start)
    asks = page.form(place) in page.words("question") | page.words("whether")
    return asks and not (page.form(place) in page.words("as") and page.token(place + 1).tag in {"APPR", "APPRART"})


def verb_first(page: Page, clause: Clause) -> bool:
    """Whether the finite verb opens the clause: ", sagte er"."""
    own = page.own(clause)
    if own[:1] and page.form(own[0]) in page.words("so") and page.form(own[0] - 1) == ",":
        own = own[1:]  # ", so fürchtet er,"
    return bool(own) and clause.finite is not None and clause.finite == own[0] and clause.kind is ClauseKind.MAIN


_CLOSES = frozenset({"clause", "quote"})
"""What a verb takes that can close what somebody says."""


def cue_like(page: Page, clause: Clause) -> bool:
    """Whether it looks like ", sagte er": a verb of saying that stands first, in the indicative."""
    told = clause.mood not in SUBJUNCTIVE and verb_first(page, clause)
    return told and clause.lemma in page.verbs and any(_CLOSES & row.takes for row in rows_of(page, clause))


def deep(page: Page, main: Clause) -> bool:
    """Whether a clause that hangs on this one is in the subjunctive of report."""
    return any(
        other.mood is Mood.SUBJUNCTIVE_1 and main.first <= other.first < main.last and other.number != main.number
        for other in page.around(main)
    )


def noted(page: Page, clause: Clause) -> bool:
    """As in "Betont sei, dass …", "Einmal mehr sei gesagt, …": the writer's own word."""
    participle = bool(clause.verbs) and any(page.token(place).tag == "VVPP" for place in clause.verbs)
    return participle and clause.lemma in page.words("noting")


def verb_last(page: Page, clause: Clause) -> bool:
    """As in "das den Markt beherrschen werde": what looks like a main clause is a relative one."""
    last = clause.finite
    behind = last is None or any(page.token(place).tag[0] != "$" for place in range(last + 1, clause.last))
    return not behind and page.token((last or 1) - 1).tag in {"VVINF", "VVPP"} and last != clause.first


def followed(page: Page, clause: Clause) -> bool:
    """A verb-first clause that is a condition is followed by its main clause."""
    return any(other.first >= clause.last and other.parent is None for other in page.around(clause))


def tells_what(page: Page, clause: Clause) -> bool:
    """As in "sieht Hinweise, dass er floh", "lobte die Absicht, zu sparen": what the noun right before it is about."""
    before = clause.first - 2
    if page.form(before) in page.words("standing for a clause"):
        before -= 1
    parted = page.form(clause.first - 1) in {",", "("}  # "Kranz (SPD), die Steuer zu senken"
    noun = parted and page.token(before).tag in {"NN", "NE"}
    plain = clause.kind is ClauseKind.INFINITIVE and clause.opener is None
    bare = before == clause.first - 2 and page.form(before) not in page.words("question asked")
    openers = page.words("that") if bare else page.words("that") | page.words("question")
    asks = clause.opener == clause.first and page.form(clause.first) in openers
    return noun and (plain or asks)
