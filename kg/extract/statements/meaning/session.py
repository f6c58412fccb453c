"""The day of a session that an article is about or tells of: whoever speaks there speaks on that day."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.statements.common.page import Page
from kg.extract.statements.speakers.resolved import Resolved
from kg.model import ActorKind, ClauseKind, Mood, PartialDate, Role, Sentence

__all__ = ["at_session", "session_day"]

_LEAD = 2
"""Sentences at the beginning of an article that tell what it is about."""
_AGAIN = 2
"""How often the session is named again at least, for the article to be about it."""
_PARAGRAPHS = 3
"""Paragraphs from there to what delegates say."""
_TITLE = 2
"""Words of a title before a name, at most."""
_FAR = 10
"""Sentences from where the article tells of a session to what is said there."""


def session_day(page: Page) -> PartialDate | None:
    """The one day on which the lead lets a council sit; None where the article is not about its session."""
    prose = [sentence for sentence in page.text.sentences if sentence.role is Role.PROSE]
    for sentence in prose[:_LEAD]:
        if _named(page, sentence) and sum(_named(page, other) for other in prose[_LEAD:]) >= _AGAIN:
            days = _days(page, sentence)
            return days.pop() if len(days) == 1 else None
    return None


def _session_before(page: Page, one: Resolved) -> PartialDate | None:
    """As in "Der UN-Sicherheitsrat befasste sich am Montag damit. Botschafter Otto Kranz sprach von Lügen": the one day
    of a session told of before, in the paragraph of the act or, for a delegate, in one of those before it."""
    here = page.sentence(one.found.at)
    earliest = here.paragraph - _PARAGRAPHS if _delegate(page, one) else here.paragraph
    for number in range(here.number - 1, max(here.number - _FAR, 0) - 1, -1):
        sentence = page.text.sentences[number]
        if sentence.role is not Role.PROSE or sentence.paragraph < earliest:
            return None
        days = _days(page, sentence)
        if days:
            sat = (_named(page, sentence) and _sits(page, sentence)) or _told_before(page, sentence)
            return days.pop() if len(days) == 1 and sat else None
    return None


def _told_before(page: Page, sentence: Sentence) -> bool:
    """As in "Im Sicherheitsrat gab es Streit. Der Botschafter Otto Kranz warnte am Montag …": whether a delegate acts
    that day right behind a sentence of the session."""
    last = page.text.sentences[sentence.number - 1] if sentence.number else None
    if last is None or last.paragraph != sentence.paragraph or not _named(page, last) or _days(page, last):
        return False
    return _calls_delegate(page, range(sentence.first, sentence.last))


def _delegate(page: Page, one: Resolved) -> bool:
    """Whether the speaker is called a delegate, here or where he was named before: "sagte Kranz"."""
    ids = {actor.id for actor in one.voice.actors}
    named = (m.first for m in page.mentions.actors if m.first <= one.voice.first and m.actor.id in ids)
    titles = (place for first in (*named, one.voice.first) for place in range(max(first - _TITLE, 0), first + 1))
    return _calls_delegate(page, (*titles, *range(one.voice.first, one.voice.last)))


def _calls_delegate(page: Page, places: Iterable[int]) -> bool:
    """Whether one of the tokens is "Botschafter", "UN-Botschafter" or the like; not "Stellvertreter"."""
    return any(page.form(place).rpartition("-")[2] in page.words("delegates") for place in places)


def _sits(page: Page, sentence: Sentence) -> bool:
    """Whether its main clause tells in the past tense that they sat: "beriet", not "will beraten"."""
    mains = (c for c in page.clauses_in(sentence) if c.kind is ClauseKind.MAIN and c.finite is not None)
    sat = (clause for clause in mains if clause.lemma in page.words("sitting") and len(clause.verbs) == 1)
    return any(page.token(clause.verbs[0]).tag == "VVFIN" and not _present(page, clause.verbs[0]) for clause in sat)


def _days(page: Page, sentence: Sentence) -> set[PartialDate]:
    """The days of a sentence, in the article's own words."""
    dates = (date for date in page.mentions.dates if sentence.first <= date.first < sentence.last)
    return {date.when for date in dates if date.when.is_day and _told(page, date.first)}


def _named(page: Page, sentence: Sentence) -> bool:
    ends = tuple(page.words("session"))
    return any(page.token(place).lemma.lower().endswith(ends) for place in range(sentence.first, sentence.last))


def _told(page: Page, place: int) -> bool:
    number = page.clause_of[place]
    return number >= 0 and not page.spoken[place] and page.text.clauses[number].mood is Mood.INDICATIVE


def at_session(page: Page, one: Resolved, day: PartialDate | None) -> PartialDate | None:
    """That day, or the one of a session told of right before, for an act in the past tense of a person, told without
    another day or time."""
    found = one.found
    framed = found.rule.startswith(("frames/", "wanting/")) and found.rule != "frames/so"
    if found.cue is None or framed or page.clause_of[found.at] < 0:
        return None
    if not all(actor.kind is ActorKind.PERSON for actor in one.voice.actors):
        return None
    clause = page.text.clauses[page.clause_of[found.at]]
    own = page.own(clause)
    dated = any(date.first in own for date in page.mentions.dates)
    present = clause.finite is not None and _present(page, clause.finite)
    other = page.has("at another time", own)
    past = found.rule == "frames/so" or not present
    return (day or _session_before(page, one)) if past and not dated and not other else None


def _present(page: Page, finite: int) -> bool:
    """Whether a verb tells of now: "warnt", "spricht"; not "tat"."""
    form, stem = page.form(finite), page.token(finite).lemma.removesuffix("n").removesuffix("e")
    return form in {f"{stem}t", f"{stem}et"} or form in page.words("present forms")
