"""Acts that go on: what is said right behind a reproach, a warning, a plan or a denial may be such a one too."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.meaning.stance import negated
from kg.extract.statements.speakers.resolved import Resolved
from kg.model import Actor, Mode, Span, Stance, Statement

__all__ = ["lasting"]

_BLAMING = frozenset({Stance.CRITICISES, Stance.WARNS})


def lasting(page: Page, one: Resolved, stance: Stance, before: Resolved | None, last: Statement | None) -> Stance:
    """The stance of words behind the statement before, where they assert and are of its speaker or of his side."""
    if last is None or before is None or stance is not Stance.ASSERTS:
        return stance
    found, alike = one.found, last.speakers == tuple(actor.id for actor in one.voice.actors)
    if not _near(page, found.content, last.content) or found.mode is Mode.REPORTED:
        return stance
    if last.stance is Stance.DENIES:
        own = alike or bool(_sides(one.voice.actors) & _sides(before.voice.actors))
        told = found.cue is not None and not found.rule.startswith("frames/")
        return (
            Stance.DENIES if own and told and last.mode is Mode.REPORTED and _nothing(page, found.content) else stance
        )
    if alike and found.carried and last.stance is Stance.ANNOUNCES and _planned(page, found.content):
        return Stance.ANNOUNCES
    if not alike or found.mode is not Mode.DIRECT:
        return stance
    we = _of_oneself(page, found.content)
    if last.stance in _BLAMING and (found.cue is None or not we):
        return last.stance
    return Stance.ANNOUNCES if last.stance is Stance.ANNOUNCES and we else stance


def _near(page: Page, words: Span, before: Span) -> bool:
    here, there = (page.sentence(page.text.place_of(span.start)) for span in (words, before))
    return here.paragraph == there.paragraph and here.number - there.number <= 1


def _sides(actors: tuple[Actor, ...]) -> set[str]:
    """The speakers and those for whom they act."""
    return {actor.id for actor in actors} | {actor.acts_for for actor in actors if actor.acts_for is not None}


def _nothing(page: Page, content: Span) -> bool:
    """Whether the first clause tells what is not so: "man habe nichts geliefert"."""
    clause = next((c for c in page.clauses_over(content) if c.finite is not None), None)
    return clause is not None and negated(page, clause)


def _planned(page: Page, content: Span) -> bool:
    """As in "Die ersten Busse würden bald eintreffen": what is to happen of what was announced."""
    clause = next((c for c in page.clauses_over(content) if c.finite is not None), None)
    return clause is not None and page.form(clause.finite or clause.first) in page.words("is planned")


def _of_oneself(page: Page, content: Span) -> bool:
    first, last = page.text.place_of(content.start), page.text.place_of(content.end - 1)
    return page.has("I or we", range(first, last + 1))
