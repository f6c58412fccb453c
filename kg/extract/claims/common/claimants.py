"""Who says a claim: the speakers of the statements whose content holds it; nobody where the article itself speaks."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.claims.grammar.scene import Scene
from kg.model import Clause, ClauseKind, Span, Stance, Statement

__all__ = ["Voice", "each_own", "voices"]

_GAP = 10
"""Characters that may stand between a noun and the clause that hangs on it ("Berichte zurück, wonach")."""

_FRAMES = "frames/"
_REACH = 300
"""Characters between a frame and the words of its clause."""


class Voice(NamedTuple):
    """One side that puts a claim: the article itself (no statements), those who say it, or those who deny it."""

    statements: tuple[Statement, ...]
    denies: bool

    @property
    def claimants(self) -> tuple[str, ...]:
        """The speakers of all statements, each once, in the order of the statements."""
        return tuple(dict.fromkeys(speaker for s in self.statements for speaker in s.speakers))

    @property
    def key(self) -> str | None:
        """The statement that carries the claim: the one with the shortest content."""
        if not self.statements:
            return None
        return min(self.statements, key=lambda s: s.content.end - s.content.start).key


def voices(scene: Scene, core: Span, clause: Clause | None = None) -> tuple[Voice, ...]:
    """The sides that put a claim whose core words stand at `core`: those who say it apart from those who deny it.

    A frame inside the clause ("sind laut X 3000 gefallen") puts all of it, though the content is its longer part.
    Where some only decline to say and others say it, the others count. A statement on a noun that the claim's `clause`
    hangs on ("Berichte, wonach …") carries it too.
    """
    carriers = [
        s for s in scene.statements if s.content.overlaps(core) or _opens(scene, s, clause) or _framed(scene, s, core)
    ]
    carriers = [s for s in carriers if not any(_is_apart(scene, s, other) for other in carriers)]
    deny = tuple(s for s in carriers if s.stance is Stance.DENIES)
    say = tuple(s for s in carriers if s.stance is not Stance.DENIES and not any(_inside(s, d) for d in deny))
    firm = tuple(s for s in say if s.stance not in {Stance.DECLINES, Stance.DEMANDS})
    sides = [Voice(firm or say, False)] if say or not deny else []
    return (*sides, Voice(deny, True)) if deny else tuple(sides)


def _is_apart(scene: Scene, frame: Statement, other: Statement) -> bool:
    """Whether a frame ends before what another says in a main clause of its own ("Laut X starben 14 Menschen, Y meldete
    einen Toten")."""
    cue, last = other.cue, frame.cue
    if cue is None or last is None or not frame.rule.startswith(_FRAMES) or not frame.content.contains(cue):
        return False
    clause = scene.clause_at(scene.text.place_of(cue.start))
    main = clause is not None and clause.kind is ClauseKind.MAIN and clause.parent is None
    return main and clause is not None and not scene.text.span(clause.first, clause.last).overlaps(last)


def _inside(one: Statement, denial: Statement) -> bool:
    """Whether somebody is quoted only inside a denial ("winkte ab: Ihre Länder hätten nicht vor, …")."""
    speaker = one.speaker
    return (
        one is not denial
        and denial.content.contains(one.content)
        and (speaker is not None and denial.content.contains(speaker))
    )


def _opens(scene: Scene, statement: Statement, clause: Clause | None) -> bool:
    if clause is None or clause.parent is None:
        return False
    start = scene.text.tokens[clause.first].start
    above = scene.text.clauses[clause.parent]
    if not scene.text.tokens[above.first].start <= statement.content.start < statement.content.end <= start:
        return False
    cue = statement.cue
    end = cue.end if cue is not None and statement.content.end <= cue.start < start else statement.content.end
    return start - end <= _GAP


def _framed(scene: Scene, statement: Statement, core: Span) -> bool:
    """Whether a frame such as "laut X" stands in the very clause of the core, beside the longer part of the content."""
    cue = statement.cue
    if cue is None or not statement.rule.startswith(_FRAMES) or abs(cue.start - core.start) > _REACH:
        return False
    framed, told = (_home(scene, at) for at in (cue, core))
    if framed is None or told is None:
        return False
    return framed == told or _beside(scene, scene.text.clauses[framed], scene.text.clauses[told])


def _beside(scene: Scene, framed: Clause, told: Clause) -> bool:
    """As in "starben laut X 28 Menschen, mehr als 130 wurden verletzt": the next main clause without a turn or source
    of its own."""
    mains = framed.kind is told.kind is ClauseKind.MAIN and framed.parent is None and told.parent is None
    tokens = scene.text.tokens
    if not mains or told.first < framed.last or scene.sentence_of(told.first) != scene.sentence_of(framed.first):
        return False
    turns = {token.lemma.lower() for token in tokens[framed.last - 1 : min(told.first + 2, len(tokens))]}
    start, end = tokens[framed.last - 1].start, tokens[told.last - 1].end
    another = any(s.cue is not None and start < s.cue.start < end for s in scene.statements)
    return not another and turns.isdisjoint(scene.words.jobs["turn"])


def _home(scene: Scene, span: Span) -> int | None:
    """The number of the innermost clause that a stretch begins in."""
    clause = scene.clause_at(scene.text.place_of(span.start))
    return None if clause is None else clause.number


def each_own(scene: Scene, voice: Voice, doer: str | None, others: tuple[str, ...]) -> tuple[str, ...]:
    """Who puts a claim about one of several doers: of "Italien und Polen lehnen … ab" each for itself."""
    powers = [scene.power(scene.actors.get(claimant)) for claimant in voice.claimants]
    strange = {power for power in powers if power not in {doer, *others}}
    if not others or len(powers) < 2 or len(strange) > 1 or doer not in powers:
        return voice.claimants
    return tuple(c for c, power in zip(voice.claimants, powers, strict=True) if power == doer)
