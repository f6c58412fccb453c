"""Verb-second clauses behind a cue: "X sagte, die Lage sei ernst"."""

from __future__ import annotations

from kg.extract.statements.common.cues import rows_of
from kg.extract.statements.common.page import Page
from kg.extract.statements.words.clause_kinds import SUBJUNCTIVE, Complement, deep, followed, verb_first, verb_last
from kg.extract.statements.words.content import through_quotes
from kg.extract.statements.words.ends import before_cue, last_spoken
from kg.extract.statements.words.preceding import shares_subject
from kg.model import Clause, ClauseKind, Mood, Phrase

__all__ = ["first_field", "second"]

_CLOSING = frozenset(')“”"«’‘')
_ADVERBS = frozenset({"ADV", "ADJD", "PROAV", "PAV"})
_SUBJECT_TAGS = frozenset({"ART", "NN", "NE", "PPER", "ADJA", "CARD", "PPOSAT", "PDAT", "PIAT", "PIS", "PDS", "APPR"})


def second(page: Page, clause: Clause) -> Complement | None:
    """As in "X sagte, die Lage sei ernst": the clause behind the comma and what follows."""
    if clause.opener is not None and clause.kind is ClauseKind.MAIN:
        return None
    begin = clause.last + (page.form(clause.last) in _CLOSING)
    if page.form(begin) not in {",", ":"} or page.spoken[begin]:
        return None
    following = [other for other in page.around(clause) if other.first > clause.first and other.parent is None]
    nearest = next((other for other in following if other.first >= begin), None)
    if nearest is None:
        nearest = next((child for child in page.children(clause) if child.first == begin + 1), None)
        following = []
    if (
        nearest is None
        or not _adjoins(page, clause, begin, nearest)
        or not _spoken_like(page, clause, nearest, page.form(begin))
    ):
        return None
    lead = next((child for child in page.children(clause) if _led_by(page, clause, child, nearest)), None)
    aside = verb_first(page, clause) and shares_subject(page, nearest)
    if lead is None and verb_first(page, nearest) and (aside or not followed(page, nearest)):
        return None
    last = last_spoken(page, nearest, following, page.sentence(begin).last)
    whole = (
        page.form(begin) == ":" and nearest.mood is not Mood.SUBJUNCTIVE_1 and not _told_on(page, nearest, following)
    )
    last = max(last, before_cue(page, nearest, following)) if whole else last
    content = page.span(begin + 1 if lead is None else lead.first, through_quotes(page, last))
    return None if content is None else Complement(content, "second")


def _told_on(page: Page, first: Clause, following: list[Clause]) -> bool:
    """Whether words in the second subjunctive are a report, and not "Ein Sieg wäre gut gewesen, aber er blieb aus"."""
    if first.mood is not Mood.SUBJUNCTIVE_2:
        return False
    joined = (c for c in following if c.first >= first.last and page.token(c.first).tag == "KON")
    return not any(c.kind is ClauseKind.MAIN and c.mood is Mood.INDICATIVE for c in joined)


def _led_by(page: Page, cue: Clause, child: Clause, nearest: Clause) -> bool:
    """As in "sagte, wenn es regne, falle es aus": the clause between the cue and the verb that it opens."""
    behind = cue.finite is not None and child.first > cue.finite
    return behind and child.last + 1 == nearest.first and first_field(page, child)


def _adjoins(page: Page, clause: Clause, begin: int, nearest: Clause) -> bool:
    """Whether only clauses that belong to it stand between the cue and the clause ("wer …, könne …")."""
    if nearest.first <= begin + 1:
        return True
    between = [child for child in page.children(clause) if child.first == begin + 1]
    fits = bool(between) and between[0].kind is ClauseKind.SUBORDINATE and between[0].last + 1 >= nearest.first
    return fits and nearest.mood in SUBJUNCTIVE


def _spoken_like(page: Page, cue: Clause, clause: Clause, mark: str) -> bool:
    if clause.kind is ClauseKind.FRAGMENT:
        return any(page.spoken[place] for place in range(clause.last, min(clause.last + 3, len(page.spoken))))
    if clause.kind is ClauseKind.SUBORDINATE:
        return any(other.mood in SUBJUNCTIVE for other in page.around(clause) if other.first >= clause.last)
    if clause.kind is not ClauseKind.MAIN or page.token(clause.first).tag == "KON" or verb_last(page, clause):
        return False
    if clause.mood in SUBJUNCTIVE or mark == ":" or deep(page, clause) or _supposes(page, clause):
        return True
    if page.has("conceding", page.own(cue)) and page.has("contrary", page.own(clause)):
        return False  # "X hielt zwar dagegen, Y war aber stärker"
    told = page.token(clause.first).tag != "PPER" and any(not row.weak for row in rows_of(page, clause))
    opens = page.token(_over_limit(page, clause)).tag in _SUBJECT_TAGS or _plural_told(page, clause)
    return not told and opens and _bare_cue(page, cue)


def _supposes(page: Page, clause: Clause) -> bool:
    """As in "X sagte, sollten sie kommen, seien sie Ziele": a condition by the verb in front, and what follows."""
    lead = page.form(clause.first) in page.words("supposing") and clause.finite == clause.first
    then = next((other for other in page.around(clause) if other.first == clause.last + 1), None)
    return lead and then is not None and verb_first(page, then) and then.mood in SUBJUNCTIVE


def _over_limit(page: Page, clause: Clause) -> int:
    """Where a clause begins behind "rund", "etwa" before a number: "sagte, rund 40 Prozent stammten daher"."""
    place = clause.first
    while place + 1 < clause.last and page.form(place) in page.words("limits a number"):
        place += 1
    return place if page.token(place).tag == "CARD" else clause.first


def _plural_told(page: Page, clause: Clause) -> bool:
    """As in "X sagte, insgesamt warteten dort 90 Mann": behind an adverb a form that past and subjunctive share."""
    place = clause.finite
    if place is None or place != clause.first + 1 or page.token(clause.first).tag not in _ADVERBS:
        return False
    verb = page.token(place)
    return (
        verb.tag == "VVFIN"
        and page.form(place).endswith(tuple(page.words("past endings")))
        and page.form(place) != verb.lemma
    )


def _addressed(page: Page, cue: Clause, phrase: Phrase) -> bool:
    """As in "sagte der Agentur X, …", "sagte er dem Blatt, …": whom something is said to."""
    if page.token(phrase.first).tag == "$(":
        return True  # "der Zeitung „Tag“"
    before = page.token(phrase.first - 1)
    free = phrase.first - 1 == cue.finite or before.tag in {"NE", "PPER"}
    return free and "dat" in phrase.cases and not phrase.cases & {"acc", "nom"}


def _bare_cue(page: Page, cue: Clause) -> bool:
    """Whether nothing but subject, day and place stands in the cue clause: "X sagt am Abend, die Lage ist ernst"."""
    own = page.own(cue)
    if cue.kind is ClauseKind.INFINITIVE:
        return cue.opener is None and all(phrase.preposition is not None for phrase in page.phrases_in(cue))
    if not own or cue.finite is None or cue.passive:
        return False
    behind = [phrase for phrase in page.phrases_in(cue) if phrase.first > cue.finite and phrase.preposition is None]
    behind = [phrase for phrase in behind if not _addressed(page, cue, phrase)]
    free = [phrase for phrase in behind if not any(d.first <= phrase.head < d.last for d in page.mentions.dates)]
    inverted = cue.finite == own[0] or page.token(own[0]).tag in {"APPR", "APPRART", "ADV"}
    return len(free) <= inverted


def first_field(page: Page, child: Clause) -> bool:
    """As in "sagte, wer lüge, fliege auf": a clause that is part of a verb-second one."""
    if child.kind not in {ClauseKind.SUBORDINATE, ClauseKind.INFINITIVE} or page.form(child.last) != ",":
        return False
    return any(
        other.first == child.last + 1 and verb_first(page, other) and other.mood in SUBJUNCTIVE
        for other in page.around(child)
    )
