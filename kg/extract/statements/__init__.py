"""Statements: every act of saying in an article, with its speaker, stance, words and day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.extract.statements.acts.acts import acts
from kg.extract.statements.acts.afterwards import afterwards
from kg.extract.statements.acts.backward import backward
from kg.extract.statements.acts.bare import bare
from kg.extract.statements.acts.beside import beside
from kg.extract.statements.acts.colons import colons
from kg.extract.statements.acts.counted import counted
from kg.extract.statements.acts.gapped import with_gapped
from kg.extract.statements.acts.interview import answered
from kg.extract.statements.acts.known import known
from kg.extract.statements.acts.nouns import nouns
from kg.extract.statements.acts.own import own_stance
from kg.extract.statements.acts.reasons import reasons
from kg.extract.statements.acts.silence import silence
from kg.extract.statements.acts.sources import sources
from kg.extract.statements.acts.speech import speech
from kg.extract.statements.acts.twice import cued_once
from kg.extract.statements.acts.wanting import PLAN, intending, wanting
from kg.extract.statements.carried.carried import carried
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page, page
from kg.extract.statements.meaning.backdated import dated_back
from kg.extract.statements.meaning.certainty import certainty_of
from kg.extract.statements.meaning.dating import day_of
from kg.extract.statements.meaning.lasting import lasting
from kg.extract.statements.meaning.meeting import again_that_day, at_meeting, in_the_evening
from kg.extract.statements.meaning.session import at_session, session_day
from kg.extract.statements.meaning.topics import main_topic, topics
from kg.extract.statements.speakers.bare import with_names
from kg.extract.statements.speakers.relays import relays
from kg.extract.statements.speakers.resolved import Resolved, once, resolved
from kg.extract.statements.words.empty import says_nothing
from kg.extract.statements.words.nested import merged, not_carried
from kg.extract.statements.words.trimmed import trimmed
from kg.lang import Language
from kg.model import Actor, Mentions, PartialDate, Stance, Statement, Text, Topic

__all__ = ["statements"]


def statements(
    text: Text, mentions: Mentions, language: Language
) -> tuple[tuple[Statement, ...], tuple[Actor, ...]]:  # fmt: skip
    """The statements of an article in the order of the text, and every actor that they name."""
    sheet = page(text, mentions, language)
    framed = list(sources(sheet))
    told = [
        *speech(sheet),
        *framed,
        *acts(sheet),
        *wanting(sheet),
        *nouns(sheet),
        *silence(sheet),
        *known(sheet),
        *bare(sheet),
        *backward(sheet, framed),
        *afterwards(sheet),
        *intending(sheet),
        *counted(sheet),
    ]
    told = [one for one in told if not (one.rank == PLAN and any(_frames(other, one) for other in told))]
    cued = merged(sheet, _distinct([*told, *colons(sheet, frozenset(one.cue for one in told))]))
    cued = [trimmed(sheet, one) for one in with_gapped(sheet, cued)]
    cued = [*cued, *beside(sheet, cued, closing=True)]
    found = sorted([*cued, *relays(sheet, cued)], key=_order)
    more = [trimmed(sheet, one) for one in carried(sheet, found)]
    found = not_carried(found, more)
    found = sorted(answered(sheet, [*found, *more, *relays(sheet, more)]), key=_order)
    found = sorted([*found, *reasons(sheet, found), *beside(sheet, found)], key=_order)
    spoken = [one for one in once(resolved(sheet, found)) if not says_nothing(sheet, one.found)]
    spoken = with_names(sheet, cued_once(sheet, spoken))
    return _built(sheet, spoken), _actors(spoken)


def _frames(frame: Found, plan: Found) -> bool:
    """As in "Polen will laut Medien Panzer liefern": the plan is what another source tells."""
    return frame.rule.startswith("frames/") and frame.voice is not None and plan.content.contains(frame.voice.span)


def _order(found: Found) -> tuple[int, int, int]:
    return (found.content.start, found.at, found.rank)


def _distinct(found: list[Found]) -> list[Found]:
    """Of several readings of the same words at the same cue, or by the same speaker, the surest stays."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.rank, f.at, f.content)):
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=_order)


def _same(one: Found, other: Found) -> bool:
    if one.at == other.at or (one.cue is not None and one.cue == other.cue):
        return True
    if not one.content.overlaps(other.content):
        return False
    if one.rule.startswith("saying_nouns/") and one.content == other.content and other.stance is Stance.ASSERTS:
        return True
    if (other.rank == 1 or one.rank == PLAN) and other.content.contains(one.content):
        return True
    if one.voice is None or other.voice is None or one.voice.pronoun:
        return False
    return one.voice.actors == other.voice.actors


def _built(sheet: Page, spoken: list[Resolved]) -> tuple[Statement, ...]:
    built: list[Statement] = []
    last_topics: tuple[Topic, ...] = ()
    main = cache(lambda: main_topic(sheet))
    session = session_day(sheet) if spoken else None
    for number, one in enumerate(spoken, start=1):
        before = spoken[number - 2] if number > 1 else None
        last_topics = topics(sheet, one.found.content, last_topics, main, carried=one.found.carried)
        day = day_of(sheet, one, built[-4:]) or at_session(sheet, one, session) or at_meeting(sheet, one)
        day = day or in_the_evening(sheet, one, built) or again_that_day(sheet, one, built)
        built.append(_statement(sheet, one, built, before, last_topics, day))
    return tuple(_relaying(spoken, dated_back(sheet, built)))


def _statement(
    sheet: Page,
    one: Resolved,
    built: list[Statement],
    before: Resolved | None,
    about: tuple[Topic, ...],
    day: PartialDate | None,
) -> Statement:
    found = one.found
    stance = lasting(sheet, one, own_stance(sheet, found, one.voice.actors), before, built[-1] if built else None)
    return Statement(
        key=f"s{len(built) + 1}",
        speakers=tuple(actor.id for actor in one.voice.actors),
        stance=stance,
        mode=found.mode,
        content=found.content,
        speaker=one.voice.span,
        cue=found.cue,
        said_on=day,
        topics=about,
        via=() if found.via is None else tuple(actor.id for actor in found.via.actors),
        relays=None,
        continues=built[-1].key if found.carried and found.cue is None and built and before is not None else None,
        rule=found.rule,
        certainty=certainty_of(sheet, found, one.voice, stance),
        reason=one.voice.reason,
    )


def _relaying(spoken: list[Resolved], built: list[Statement]) -> Iterator[Statement]:
    """The same statements; one whose words are those of a source behind it names that source's statement."""
    pairs = tuple(zip(spoken, built, strict=True))
    told = {one.found.content: each.key for one, each in pairs if not one.found.beside}
    behind = {one.found.content: each.key for one, each in pairs if one.found.relays}
    for one, statement in pairs:
        source = (told if one.found.passes_on else {} if one.found.relays else behind).get(statement.content)
        yield statement if source is None else replace(statement, relays=source)


def _actors(spoken: list[Resolved]) -> tuple[Actor, ...]:
    named = {actor.id: actor for one in spoken for actor in one.voice.actors}
    for one in spoken:
        if one.found.via is not None:
            named |= {actor.id: actor for actor in one.found.via.actors}
    return tuple(named[key] for key in sorted(named))
