"""Days that a statement takes from what stands around it: the same speaker goes on, or a meeting was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.statements.found import Found
from kg.extract.statements.page import Page, place_of
from kg.extract.statements.resolved import Resolved
from kg.extract.statements.said import said_on
from kg.model import ActorKind, Mood, PartialDate, Phrase, Role, Sentence, Stance, Statement

__all__ = ["dated_back", "day_of"]

_RELAY = "frames/unter Berufung"
_INSERTED = frozenset({"frames/so", "frames/demnach"})
"""Frames that go on with what was said, as a verb of saying does."""
_FAR = 3
"""Sentences between two statements of one speaker, for the second to take its day from the first."""


def day_of(page: Page, one: Resolved, before: Sequence[Statement]) -> PartialDate | None:
    """The day of a statement: told with it, that of the meeting before it, or of the statement before it."""
    found = one.found
    own = said_on(page, found) or _of_occasion(page, found) or _of_doing(page, one, before)
    if own is not None or not before:
        return own
    if found.rule == "speech/colon" and _adjoins(page, before[-1], found):
        return before[-1].said_on
    relayed = [other for other in before if other is before[-1] or other.content == before[-1].content]
    if found.carried and found.cue is None:
        return next((other.said_on for other in reversed(relayed) if other.said_on is not None), None)
    speakers = ({actor.id for actor in one.voice.actors}, {actor.acts_for for actor in one.voice.actors})
    same = next((other for other in reversed(relayed) if set(other.speakers) in speakers), None)
    framed = found.rule.startswith("frames/") and found.rule not in _INSERTED
    return None if same is None or framed or not _goes_on(page, same, found) else same.said_on


def _of_doing(page: Page, one: Resolved, before: Sequence[Statement]) -> PartialDate | None:
    """As in "X klang am Montag anders. „…“, sagte er": the day of what the sentence before tells of the speaker."""
    found = one.found
    sentence = page.sentence(min(found.at, place_of(page, found.content.start)))
    follows = found.rule == "frames/demnach"
    framed = found.rule.startswith("frames/") and not follows
    if framed or (found.carried and found.cue is None) or sentence.number == 0:
        return None
    last = page.text.sentences[sentence.number - 1]
    told = any(last.start <= other.content.start < last.end for other in before)
    if last.paragraph != sentence.paragraph or told or not (follows or _about(page, last, one)):
        return None
    days = _days_told(page, last, found)
    return days[0] if len(days) == 1 else None


def _about(page: Page, sentence: Sentence, one: Resolved) -> bool:
    """Whether a sentence names the one who speaks behind it as "er" or "sie"."""
    ids = {actor.id for actor in one.voice.actors if actor.kind is ActorKind.PERSON}
    named = (m for m in page.mentions.actors if sentence.first <= m.first < sentence.last)
    return one.voice.pronoun and any(mention.actor.id in ids for mention in named)


def _goes_on(page: Page, before: Statement, found: Found) -> bool:
    """Whether an act follows the one before it at once: near by, and not told as one of another time."""
    if found.carried:
        return True
    here, there = (page.sentence(place_of(page, span.start)) for span in (found.content, before.content))
    if here.number - there.number > _FAR or here.paragraph - there.paragraph > 1:
        return False
    number = page.clause_of[found.at]
    if number < 0:
        return True
    clause = page.text.clauses[number]
    lasting = found.stance is Stance.EXPECTS and clause.finite is not None and page.form(clause.finite)[-1:] == "t"
    return not lasting and not any(page.form(place) in page.words("at another time") for place in page.own(clause))


def _adjoins(page: Page, last: Statement, found: Found) -> bool:
    """Whether a statement stands in the sentence before, in the same paragraph."""
    here, there = (page.sentence(place_of(page, span.start)) for span in (found.content, last.content))
    return here.paragraph == there.paragraph and here.number - there.number <= 1


def _of_occasion(page: Page, found: Found) -> PartialDate | None:
    """As in "X traf Y am Montag. Nach dem Treffen sagte er, …": the day of what the sentences before told."""
    aside = found.carried or found.rule.startswith((_RELAY, "wanting/"))
    if found.cue is None or aside or not _after_occasion(page, found):
        return None
    sentence = page.sentence(found.at)
    for number in range(sentence.number, max(sentence.number - _FAR, -1), -1):
        other = page.text.sentences[number]
        if other.paragraph != sentence.paragraph:
            return None
        days = _days_told(page, other, found)
        if days:
            return days[0] if len(set(days)) == 1 else None
    return None


def _after_occasion(page: Page, found: Found) -> bool:
    """Whether the cue's clause refers to a meeting or a speech that is known: "nach dem Treffen", "dabei"."""
    number = page.clause_of[found.at]
    own = page.own(page.text.clauses[number]) if number >= 0 else []
    if any(page.form(place) in page.words("on that occasion") for place in own):
        return True
    ends = tuple(page.words("occasion"))
    phrases = page.phrases_in(page.text.clauses[number]) if number >= 0 else []
    return any(page.token(p.head).lemma.lower().endswith(ends) and _known(page, p) for p in phrases)


def _known(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase with its preposition points to what was told: "nach dem Treffen", not "nach einem Treffen"."""
    if phrase.preposition is None:
        return page.form(phrase.first) in page.words("the") and page.form(phrase.first - 1) in page.words(
            "at an occasion"
        )
    preposition = page.form(phrase.preposition)
    definite = any(page.form(place) in page.words("the") for place in range(phrase.first, phrase.head))
    return preposition in page.words("at an occasion, the") or (
        definite and preposition in page.words("at an occasion")
    )


def _days_told(page: Page, sentence: Sentence, found: Found) -> list[PartialDate]:
    """The days in the article's own words of a sentence, besides those of the words that are said."""
    days: list[PartialDate] = []
    for date in page.mentions.dates:
        if not sentence.first <= date.first < sentence.last or page.spoken[date.first]:
            continue
        number = page.clause_of[date.first]
        mood = page.text.clauses[number].mood if number >= 0 else None
        inside = found.content.start <= date.span.start < found.content.end
        if mood is not Mood.SUBJUNCTIVE_1 and not inside and page.form(date.first - 1) not in page.words("not at"):
            days.append(date.when.widened())
    return days


def dated_back(page: Page, built: list[Statement]) -> list[Statement]:
    """An act without a day takes that of the next sentence, where the same speaker goes on in the same paragraph."""
    dated = list(built)
    for place in range(len(dated) - 2, -1, -1):
        one, following = dated[place], dated[place + 1]
        if one.said_on is None and one.cue is not None and following.said_on is not None:
            here, there = (page.sentence(place_of(page, item.content.start)) for item in (one, following))
            near = there.number - here.number == 1 and here.paragraph == there.paragraph
            apart = one.rule.startswith(("frames/", "wanting/"))
            leads = place == 0 and _leads(page, one)
            if near and not apart and (one.speakers == following.speakers or leads):
                dated[place] = replace(one, said_on=following.said_on)
    return dated


def _leads(page: Page, one: Statement) -> bool:
    """Whether an act opens the article in the perfect ("X hat eingeräumt, …"): what follows tells when."""
    sentence = page.sentence(place_of(page, one.content.start))
    first = next((s for s in page.text.sentences if s.role is Role.PROSE), None)
    at = None if one.cue is None else page.clause_of[place_of(page, one.cue.start)]
    finite = None if at is None or at < 0 else page.text.clauses[at].finite
    return sentence == first and finite is not None and page.form(finite) in page.words("has")
