"""Days that a statement takes from what stands around it: the same speaker goes on, or a meeting was told before."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.meaning.pointed_back import told_behind
from kg.extract.statements.meaning.said import said_on
from kg.extract.statements.meaning.textdays import adjoins, of_text
from kg.extract.statements.speakers.authors import AUTHOR
from kg.extract.statements.speakers.documents import WRITTEN
from kg.extract.statements.speakers.resolved import Resolved
from kg.extract.statements.speakers.speakers import who_acts
from kg.model import ActorKind, ClauseKind, Mood, PartialDate, Phrase, Sentence, Span, Stance, Statement

__all__ = ["anew", "day_of"]

_RELAY = "frames/unter Berufung"
_INSERTED = frozenset({"frames/so", "frames/demnach"})
"""Frames that go on with what was said, as a verb of saying does."""
_ASIDE = frozenset({ClauseKind.RELATIVE, ClauseKind.SUBORDINATE})
_FAR = 3
"""Sentences between two statements of one speaker, for the second to take its day from the first."""


def day_of(page: Page, one: Resolved, before: Sequence[Statement]) -> PartialDate | None:
    """The day of a statement: told with it, that of the meeting before it, or of the statement before it."""
    found = one.found
    own = said_on(page, found) or _of_occasion(page, found) or told_behind(page, one)
    if own is not None or _quoted(page, found):
        return own
    if one.voice.reason in {WRITTEN, AUTHOR}:
        return of_text(page, one, before)
    if found.carried and found.cue is None:
        return _of_carried(page, one, before)
    doing = _before_colon(page, one) or _of_doing(page, one, before)
    if doing is not None or not before:
        return doing
    if found.rule == "speech/colon" and adjoins(page, before[-1], found):
        return before[-1].said_on
    relayed = [other for other in before[-2:] if other is before[-1] or other.content == before[-1].content]
    same = next((other for other in reversed(relayed) if _is_by(other, one)), None)
    framed = _framed(one) and not (same is before[-1] and _a_person(one) and adjoins(page, same, found))
    return None if same is None or framed or not _goes_on(page, same, found) else same.said_on


def _quoted(page: Page, found: Found) -> bool:
    """As in "zitierte ihn die Agentur": words that a medium quotes may be of another day than what is told."""
    number = page.clause_of[found.at]
    return found.cue is not None and number >= 0 and page.text.clauses[number].lemma in page.words("quoting")


def _is_by(other: Statement, one: Resolved) -> bool:
    """Whether a statement is by the same speaker, or by the one for whom that one speaks."""
    actors = one.voice.actors
    return set(other.speakers) in ({actor.id for actor in actors}, {actor.acts_for for actor in actors})


def _framed(one: Resolved) -> bool:
    """Whether a source is cited whose words may be of any time; "nach seinen Worten" goes on with what was said."""
    rule = one.found.rule
    return rule.startswith("frames/") and rule not in _INSERTED and not one.voice.pronoun


def _of_carried(page: Page, one: Resolved, before: Sequence[Statement]) -> PartialDate | None:
    """The day of the same speaker's words that are carried on, past what is told inside of them; else that of
    what is told of the speaker, or the last day."""
    near = [other for other in before if other is before[-1] or adjoins(page, other, one.found)]
    own = [other for other in near if _is_by(other, one)]
    last = before[-2:] if len(before) > 1 and before[-2].content == before[-1].content else before[-1:]
    doing = None if own else _of_doing(page, one, before)
    return doing or next((other.said_on for other in reversed(own or last) if other.said_on is not None), None)


def _of_doing(page: Page, one: Resolved, before: Sequence[Statement]) -> PartialDate | None:
    """As in "X klang am Montag anders. „…“, sagte er": the day of what the sentences before tell of the speaker."""
    found = one.found
    sentence = page.sentence(min(found.at, page.text.place_of(found.content.start)))
    follows = found.rule == "frames/demnach"
    if (_framed(one) and not follows) or _lasts(page, found) or _at_other_time(page, found) or anew(page, found):
        return None
    for back in range(1, min(sentence.number, _FAR) + 1):
        last = page.text.sentences[sentence.number - back]
        if last.paragraph != sentence.paragraph:
            return None
        days = _days_told(page, last, [found.content, *(other.content for other in before)])
        if days:
            fits = _about(page, last, one, before) or (back == 1 and (follows or _attends(page, last, one)))
            single = len(set(days)) == 1 or (follows and back == 1)
            return days[-1] if single and fits else None
    return None


def _before_colon(page: Page, one: Resolved) -> PartialDate | None:
    """As in "X legte am Freitag nach: Das sei falsch, schrieb er": the day before the colon, of the same person."""
    colon = page.text.place_of(one.found.content.start) - 1
    colon -= page.form(colon) != ":"
    number = page.clause_of[colon - 1] if colon > 0 and page.form(colon) == ":" else -1
    if number < 0 or page.sentence(colon).number != page.sentence(one.found.at).number:
        return None
    lead = page.text.clauses[number]
    acts = who_acts(page, lead) if one.found.at > colon and one.voice.pronoun else None
    if acts is None or acts.actors != one.voice.actors:
        return None
    days = [date.when.widened() for date in page.mentions.dates if lead.first <= date.first < colon]
    return days[0] if len(set(days)) == 1 else None


def _attends(page: Page, sentence: Sentence, one: Resolved) -> bool:
    """As in "In Riga berieten am Montag 30 Minister. X sagte …": a person speaks right behind a meeting of many."""
    if not one.voice.actors or not _a_person(one):
        return False
    return _before_hearers(page, one.found) or any(
        clause.lemma in page.words("conferring") and clause.kind is ClauseKind.MAIN
        for clause in page.clauses_in(sentence)
    )


def _a_person(one: Resolved) -> bool:
    return all(actor.kind is ActorKind.PERSON for actor in one.voice.actors)


def _before_hearers(page: Page, found: Found) -> bool:
    """As in "sagte X vor den Abgeordneten": at an occasion, though it is not named."""
    number = page.clause_of[found.at]
    phrases = page.phrases_in(page.text.clauses[number]) if number >= 0 and found.cue is not None else []
    led = (phrase for phrase in phrases if phrase.preposition is not None)
    return any(
        page.form(p.preposition or 0) in page.words("in front of") and page.form(p.head) in page.words("hearers")
        for p in led
    )


def _about(page: Page, sentence: Sentence, one: Resolved, before: Sequence[Statement]) -> bool:
    """Whether a sentence tells something of the speaker in the article's own words: a person's name, or whom a
    pronoun takes up."""
    actors = one.voice.actors
    if not one.voice.pronoun and not all(actor.kind is ActorKind.PERSON for actor in actors):
        return False
    named = {
        mention.actor.id
        for mention in page.mentions.actors
        if sentence.first <= mention.first < sentence.last
        and not any(other.content.start <= mention.span.start < other.content.end for other in before)
    }
    return bool(actors) and all(actor.id in named for actor in actors)


def _goes_on(page: Page, before: Statement, found: Found) -> bool:
    """Whether an act follows the one before it at once: near by, and not told as one of another time."""
    if found.carried:
        return True
    here, there = (page.sentence(page.text.place_of(span.start)) for span in (found.content, before.content))
    if here.number - there.number > _FAR or here.paragraph - there.paragraph > 1:
        return False
    return not _lasts(page, found) and not _at_other_time(page, found)


def _lasts(page: Page, found: Found) -> bool:
    """As in "rechnet damit": what somebody expects is told in the present, of no day."""
    number = page.clause_of[found.at]
    finite = None if number < 0 else page.text.clauses[number].finite
    own = found.stance is Stance.EXPECTS and not found.rule.startswith("speech/")
    return own and finite is not None and page.form(finite)[-1:] == "t"


def _at_other_time(page: Page, found: Found) -> bool:
    """Whether the cue's clause tells of another time: "zuvor", "bisher"."""
    number = page.clause_of[found.at]
    own = () if number < 0 or found.cue is None else page.own(page.text.clauses[number])
    said = found.content
    told = (place for place in own if not said.contains(page.token(place).span))
    return page.has("at another time", told)


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
        days = _days_told(page, other, [found.content])
        if days:
            return days[0] if len(set(days)) == 1 else None
    return None


def _after_occasion(page: Page, found: Found) -> bool:
    """Whether the cue's clause refers to a meeting or a speech that is known: "nach dem Treffen", "dabei"."""
    number = page.clause_of[found.at]
    own = page.own(page.text.clauses[number]) if number >= 0 else []
    if page.has("on that occasion", own):
        return True
    return any(_known(page, phrase) for phrase in _occasions(page, found))


def _occasions(page: Page, found: Found) -> list[Phrase]:
    """The phrases of the cue's clause that name a meeting, a speech or the like."""
    number, ends = page.clause_of[found.at], tuple(page.words("occasion"))
    phrases = page.phrases_in(page.text.clauses[number]) if number >= 0 and found.cue is not None else []
    return [phrase for phrase in phrases if page.token(phrase.head).lemma.lower().endswith(ends)]


def anew(page: Page, found: Found) -> bool:
    """As in "nach einem Gespräch": a meeting that was not told of before."""
    return any(
        page.form(place) in page.words("a, in any case")
        for phrase in _occasions(page, found)
        for place in range(phrase.first, phrase.head)
    )


def _known(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase with its preposition points to what was told: "nach dem Treffen", not "nach einem Treffen"."""
    if phrase.preposition is None:
        return page.form(phrase.first) in page.words("the") and page.form(phrase.first - 1) in page.words(
            "at an occasion"
        )
    preposition = page.form(phrase.preposition)
    definite = page.has("the", range(phrase.first, phrase.head))
    return preposition in page.words("at an occasion, the") or (
        definite and preposition in page.words("at an occasion")
    )


def _days_told(page: Page, sentence: Sentence, said: Sequence[Span]) -> list[PartialDate]:
    """The days in the article's own words of a sentence, besides those of the words that are said."""
    days: list[PartialDate] = []
    for date in page.mentions.dates:
        if not sentence.first <= date.first < sentence.last or page.spoken[date.first]:
            continue
        number = page.clause_of[date.first]
        clause = page.text.clauses[number] if number >= 0 else None
        inside = any(span.contains(date.span) for span in said)
        aside = clause is not None and (clause.mood is Mood.SUBJUNCTIVE_1 or clause.kind in _ASIDE)
        if not aside and not inside and page.form(date.first - 1) not in page.words("not at"):
            days.append(date.when.widened())
    return days
