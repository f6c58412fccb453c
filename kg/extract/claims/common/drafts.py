"""What the kinds of claims share: from a match to modality, voices, number and date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kg.extract.claims.common.claimants import Voice, voices
from kg.extract.claims.grammar.fellows import fellows
from kg.extract.claims.grammar.frames import How, Match, cover
from kg.extract.claims.grammar.governors import govern
from kg.extract.claims.grammar.modality import Effect, Signs, stance_effects, verdict
from kg.extract.claims.grammar.mood import clause_effects, complement_effects
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import subject
from kg.lang import Language
from kg.model import (
    Clause,
    ClauseKind,
    Modality,
    Mood,
    PartialDate,
    Qualifier,
    QuantityMention,
    Span,
    Stance,
    Statement,
)

__all__ = ["NO_AMOUNT", "Amount", "Desk", "amount", "amounts", "both_bounds", "date_in", "evidence", "judged"]


@dataclass(frozen=True, slots=True)
class Desk:
    """What every reader of claims works with."""

    scene: Scene
    signs: Signs
    language: Language
    pairs: tuple[tuple[str, str], ...] = ()
    """States of which one has sent people to the other, as the article tells."""


class Amount(NamedTuple):
    """A number as a claim has it."""

    number: int | None
    qualifier: Qualifier | None
    minimum: int | None
    maximum: int | None


NO_AMOUNT = Amount(None, None, None, None)


def amount(quantity: QuantityMention | None) -> Amount:
    """The number, qualifier and bounds of a quantity; all None where there is none."""
    if quantity is None:
        return NO_AMOUNT
    qualifier = quantity.qualifier if quantity.number is not None else None
    return Amount(quantity.number, qualifier, quantity.minimum, quantity.maximum)


def amounts(quantity: QuantityMention | None) -> tuple[Amount, ...]:
    """The numbers of a quantity as claims have them: a range is two, from and up to."""
    return both_bounds(amount(quantity))


def both_bounds(size: Amount) -> tuple[Amount, ...]:
    """A number; of a range its two bounds."""
    low, high = size.minimum, size.maximum
    if size.number is not None or low is None or high is None:
        return (size,)
    return (Amount(low, Qualifier.AT_LEAST, low, None), Amount(high, Qualifier.UP_TO, None, high))


def date_in(scene: Scene, clause: Clause, *, first: int | None = None, last: int | None = None) -> PartialDate | None:
    """The first date that stands in the clause itself (or between two of its tokens)."""
    low, high = first if first is not None else clause.first, last if last is not None else clause.last
    for date in scene.mentions.dates:
        if low <= date.first < high and scene.clause_of[date.first] == clause.number:
            return date.when
    return None


def evidence(desk: Desk, match: Match, positions: Iterable[int], voice: Voice) -> Span:
    """The words that hold a claim: its roles in the clause; a denial takes in the denying words of the sentence."""
    span = cover(desk.scene, positions, inside=match.clause)
    sentence = desk.scene.sentence_of(match.at).span
    words = [s for one in voice.statements if voice.denies for s in (one.cue, one.speaker) if s is not None]
    near = [s for s in words if sentence.contains(s)]
    return Span(min([span.start, *(s.start for s in near)]), max([span.end, *(s.end for s in near)]))


class Judged(NamedTuple):
    """A claim's modality as one side puts it."""

    modality: Modality
    voice: Voice


def judged(
    desk: Desk, match: Match, core: Span, *, explicit: bool, giver: str | None = None, told: bool = False
) -> Iterator[Judged]:
    """The modality of a match for each side that puts it.

    `core`: the words that a statement must hold to carry the claim; `explicit`: whether a noun phrase names all roles
    itself, so that it counts as background too; `giver`: who sends or supplies, so that only their own refusal counts;
    `told`: whether an estimate ("schätzt, dass …") tells of what has happened, which only its mood can doubt.
    """
    own = _own_effects(desk, match, core, explicit=explicit)
    if own is None or (match.nominal is not None and _refused_by_another(desk, match.nominal, giver)):
        return
    left_open = match.how is How.VERB and _is_left_open(desk, match.clause)
    sides = voices(desk.scene, core, match.clause if match.how is How.VERB else None)
    reported = told and bool(own & {Effect.ALLEGED, Effect.DENIED})
    if reported and Effect.DROP not in own - _told_by_noun(match, own) and _only_declined(sides):
        yield Judged(Modality.ALLEGED, Voice((), False))
        return
    if _is_given(match):
        sides = tuple(voice if _says(voice) else Voice((), False) for voice in sides)
    for voice in sides:
        firm = [s for s in voice.statements if match.how is How.VERB or not _counts(desk, s)]
        firm = [s for s in firm if not (told and s.stance is Stance.EXPECTS)]
        firm = [s for s in firm if not (left_open and s.stance is Stance.DECLINES)]
        said = stance_effects(firm, desk.scene, desk.signs, future=_future(desk.scene, match))
        effects = own | (said - {Effect.DROP} if match.row.asks else said)
        if voice.denies:
            effects = (effects - {Effect.DROP}) | {Effect.DENIED}
        elif any(s.stance is Stance.DENIES and not _says_same(voice, s) for v in sides for s in v.statements):
            effects = effects - {Effect.DENIED}
        modality = verdict(effects if not _is_to_cease(desk, match, voice) else effects - {Effect.DROP, Effect.DENIED})
        if modality is not None:
            yield Judged(modality, voice)


def _says_same(voice: Voice, denial: Statement) -> bool:
    """Whether a denial is but another cue for the same words ("X widersprach: Es gebe keine, sagte sein Sprecher")."""
    return any(statement.content.overlaps(denial.content) for statement in voice.statements)


def _is_to_cease(desk: Desk, match: Match, voice: Voice) -> bool:
    """ "keine Soldaten mehr zu schicken", "nicht länger": who demands it tells that it is done."""
    if not any(s.stance is Stance.DEMANDS for s in voice.statements):
        return False
    own, scene = desk.scene.own_tokens(match.clause), desk.scene
    denied = [p for p in own if scene.is_a(p, "no") or scene.is_a(p, "not")]
    return match.how is How.VERB and any(scene.is_a(p, "any-more") for p in own if denied and p > denied[0])


def _is_left_open(desk: Desk, clause: Clause) -> bool:
    """Whether "ob" opens a clause and counts as a sign of what could be: who leaves it open says it could."""
    return clause.opener is not None and desk.scene.lemma(clause.opener) in desk.signs.adverbs


def _told_by_noun(match: Match, own: set[Effect]) -> set[Effect]:
    """The effects of a noun's clause, whose verb tells only that nobody comments on it."""
    return own if match.how is not How.VERB else set()


def _only_declined(sides: tuple[Voice, ...]) -> bool:
    """Whether all who speak of a report only will not comment on it: it is told all the same."""
    told = [statement for voice in sides for statement in voice.statements]
    return bool(told) and all(statement.stance is Stance.DECLINES for statement in told)


def _is_definite(desk: Desk, nominal: Nominal) -> bool:
    """Whether a phrase with "die" takes it for granted that there is what it names."""
    determiner = nominal.determiner
    return determiner is not None and desk.scene.is_a(determiner, "the")


def _is_given(match: Match) -> bool:
    """Whether a relative clause or a participle tells what is taken for granted ("fordert den Abzug der in Mali
    stationierten Soldaten")."""
    relative = match.clause.kind is ClauseKind.RELATIVE and match.clause.mood is Mood.INDICATIVE
    return match.how is How.PARTICIPLE or (match.how is How.VERB and relative)


def _says(voice: Voice) -> bool:
    """Whether somebody tells that it is so, not only demands something about it."""
    mute = {Stance.DEMANDS, Stance.DECLINES}
    return voice.denies or not voice.statements or any(s.stance not in mute for s in voice.statements)


def _counts(desk: Desk, statement: Statement) -> bool:
    """Whether a statement puts a number at something ("bezifferte die Verluste auf"), which doubts no event."""
    cue = statement.cue
    sentence = desk.scene.text.sentences
    inside = next((s for s in sentence if cue is not None and s.start <= cue.start < s.end), None)
    if cue is None or inside is None or statement.stance is not Stance.EXPECTS:
        return False
    tokens = desk.scene.text.tokens[inside.first : inside.last]
    return any(t.start == cue.start and desk.scene.is_a(t.position, "count") for t in tokens)


def _refused_by_another(desk: Desk, nominal: Nominal, giver: str | None) -> bool:
    above = govern(desk.scene, nominal, desk.signs)
    top = subject(desk.scene, above.clause) if above.own and above.clause is not None else None
    if not above.own:
        return False
    if top is None:
        here = desk.scene.text.tokens[nominal.head].span
        said = [s for s in desk.scene.statements if s.content.contains(here) and s.stance is Stance.DENIES]
        return giver not in {desk.scene.power(desk.scene.actors.get(s)) for one in said for s in one.speakers}
    if top.actor is None:
        return True
    powers = {desk.scene.power(actor) for actor in (top.actor.actor, *fellows(desk.scene, top))}
    return giver not in powers


def _own_effects(desk: Desk, match: Match, core: Span, *, explicit: bool) -> set[Effect] | None:
    scene = desk.scene
    if match.how is How.VERB:
        planned = {Effect.PLANNED} if match.row.plan or (match.row.ahead and _future(scene, match)) else set()
        planned |= {Effect.POSSIBLE} if match.row.maybe else set()
        planned |= {Effect.DENIED} if match.row.denies else set()
        told = clause_effects(scene, match.clause, desk.signs, ought=Effect(match.row.ought.value))
        return planned | told | _negated(scene, match.clause, core)
    assert match.nominal is not None
    above = govern(scene, match.nominal, desk.signs)
    if match.how is How.PARTICIPLE and _is_definite(desk, match.nominal):
        promised = {Effect.PLANNED} if match.row.plan else set()
        return promised | set(above.effects) & {Effect.ALLEGED, Effect.DENIED}
    if not above.told and not explicit:
        return None
    clause = match.clause
    hangs = clause.kind is ClauseKind.SUBORDINATE and not above.effects & {Effect.DROP, Effect.DENIED}
    if not above.told and clause.mood in {Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2}:
        return {*above.effects, Effect.ALLEGED}
    return set(above.effects) | (complement_effects(scene, clause, desk.signs) if hangs else set())


def _negated(scene: Scene, clause: Clause, core: Span) -> set[Effect]:
    """ "kein" inside the words that a claim is about, "weder" anywhere in the clause."""
    tokens = scene.text.tokens
    own = scene.own_tokens(clause)
    none = (p for p in own if scene.is_a(p, "no") and core.contains(tokens[p].span))
    return {Effect.DENIED for p in own if scene.is_a(p, "neither")} | {Effect.DENIED for _ in none}


def _future(scene: Scene, match: Match) -> bool:
    """Whether the words put the event into the present or later: the present tense of a verb that is not a state."""
    clause = match.clause
    if match.how is not How.VERB or clause.finite is None or match.row.ought is Modality.ALLEGED:
        return False
    token = scene.text.tokens[clause.finite]
    return token.tag == "VVFIN" and (token.form.endswith("t") or clause.lemma.endswith(token.form.lower()))
