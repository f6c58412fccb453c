"""Casualties: whose people were killed, wounded or lost, how many, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.claims.casualties.conflict import in_conflict, spheres
from kg.extract.claims.casualties.counts import counter, more_counts
from kg.extract.claims.casualties.days import day_of
from kg.extract.claims.casualties.denials import denied_counts
from kg.extract.claims.casualties.drafts import Roles, told_exactly
from kg.extract.claims.casualties.gaps import gapped
from kg.extract.claims.casualties.guests import without_guests
from kg.extract.claims.casualties.lands import by_lands
from kg.extract.claims.casualties.owners import Before, among_told, sent_before
from kg.extract.claims.casualties.placed import is_crime, is_made_up
from kg.extract.claims.casualties.referred import referred_counts
from kg.extract.claims.casualties.roles import all_roles, part_roles
from kg.extract.claims.casualties.side import counted_out
from kg.extract.claims.common.claimants import Voice, voices
from kg.extract.claims.common.contingent import contingent, first_told
from kg.extract.claims.common.drafts import Desk, both_bounds, evidence, judged
from kg.extract.claims.grammar.frames import Frames, How, Match, chain_after, matches
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.numbers import number_of
from kg.lang import Language
from kg.lang.casualties import CasualtyRow
from kg.lang.frames import Need
from kg.model import Casualties, CasualtyType, Clause, Deployment, Modality, Mood, Span, Stance

__all__ = ["casualties"]


@cache
def _frames(language: Language) -> Frames[CasualtyRow]:
    return Frames.of(language.table(CasualtyRow).values())


_NEAR = 3
"""Tokens between two participles that "oder" joins."""


def casualties(desk: Desk, moved: Sequence[Deployment] = ()) -> tuple[Casualties, ...]:
    """The casualties of an article in the order of the text; `moved`: its deployments, for "3000 von ihnen"."""
    found: list[Casualties] = []
    told = matches(desk.scene, _frames(desk.language))
    if not told:
        return ()
    known, group = spheres(desk.scene), contingent(desk.scene, moved)
    since, last = first_told(desk.scene, moved, group), len(desk.scene.text.tokens)
    for match, after in zip(told, [*(m.at for m in told[1:]), last], strict=False):
        row = match.row
        if not isinstance(row, CasualtyRow) or any(_and(desk, other, match) for other in told if other.at < match.at):
            continue
        kind = CasualtyType.LOSSES if _either(desk, match, told) else row.type
        kind = among_told(desk, match, found) or kind if row.type is CasualtyType.LOSSES else kind
        sure = in_conflict(desk.scene, match.at, known, losses=not row.victims or _is_loss(desk, match))
        sure = None if sure and is_crime(desk.scene, match.at) else sure
        sure = False if is_made_up(desk.scene, match.at) else sure
        abroad = group if since <= desk.scene.text.sentences[desk.scene.sentence_of(match.at).number].end else None
        for one in _roles(desk, match, row, sure, Before(found, moved, abroad)):
            for some in (one, part_roles(desk, match, one, after)):
                if some is not None and _counts(row, some, sure) and not _taken(desk, match, found, kind, some):
                    found += list(_claims(desk, match, row, some, kind))
    more = more_counts(desk, found)
    more += [c for c in gapped(desk, found) if not any(_is_same(c, f) for f in more)]
    more += by_lands(desk, told)
    again = referred_counts(desk, told, Before(found, moved, group))
    more += [c for c in again if not any(_is_same(c, f) for f in found)]
    every = [*told_exactly(desk, found), *more]
    return tuple(
        sorted(without_guests(desk, [*every, *denied_counts(desk, every)]), key=lambda claim: claim.evidence.start)
    )


def _is_same(one: Casualties, other: Casualties) -> bool:
    """Whether two are made of the same number in the same words."""
    return other.evidence.overlaps(one.evidence) and other.number == one.number


def _roles(desk: Desk, match: Match, row: CasualtyRow, sure: bool | None, before: Before) -> Iterator[Roles]:
    """The roles of a match that counts; `sure`: whether it is about a conflict, None where that is only likely."""
    if sure is False or (
        row.denied and not any(desk.scene.is_a(p, "hardly") for p in desk.scene.own_tokens(match.clause))
    ):
        return
    for one in all_roles(desk, match, row, before):
        yield _of_whole(desk, match, _of_deployed(desk, match, one, before.moved), before.hurt)


def _of_whole(desk: Desk, match: Match, roles: Roles, hurt: Sequence[Casualties]) -> Roles:
    """ "verlor 4000 Mann, darunter 600 Tote": the dead counted out of losses are of the same people."""
    noun, last = match.nominal, hurt[-1] if hurt else None
    if last is None or noun is None or match.how is not How.NOUN or noun.quantity is None or noun.owners:
        return roles
    opens = noun.quantity.first - 1
    here = desk.scene.sentence_of(match.at).span
    told = last.type is CasualtyType.LOSSES and last.number is not None and here.overlaps(last.evidence)
    among = opens > 0 and desk.scene.is_a(opens, "among") and last.of is not None
    return roles._replace(of=last.of) if told and among and not chain_after(desk.scene, noun)[:1] else roles


def _is_loss(desk: Desk, match: Match) -> bool:
    """ "die nordkoreanischen Verluste"."""
    return match.nominal is not None and match.how is How.NOUN and desk.scene.is_noun(match.nominal, "loss")


def _counts(row: CasualtyRow, roles: Roles, sure: bool | None) -> bool:
    """Whether it is told whose they are, or that they are strangers in a conflict."""
    return roles.of is not None or not (Need.FOREIGN in row.needs or not sure or not roles.strangers)


def _either(desk: Desk, match: Match, told: Sequence[Match]) -> bool:
    """As in "getötet oder verwundet", "3000 Tote und Verletzte": one number for both is the losses."""
    joined = any(_or(desk, match, other) or _and(desk, match, other) for other in told if other.at != match.at)
    return joined or (match.how is How.VERB and _beside(desk, match.at))


def _beside(desk: Desk, position: int) -> bool:
    """ "tot oder verwundet", "gefallen oder verletzt": another word for hurt behind or before an "oder"."""
    scene, hurt = desk.scene, desk.scene.words.jobs["hurt"]
    pairs = [(position - 1, position - 2), (position + 1, position + 2)]
    if state := _state_told(desk, position):
        pairs += [(state + 3, state + 4), (state + 1, state + 2)]
    near = [(joint, other) for joint, other in pairs if 0 <= other < len(scene.lemmas) and scene.is_a(joint, "or")]
    return any({scene.lemmas[other], scene.text.tokens[other].form.lower()} & hurt for _, other in near)


def _state_told(desk: Desk, position: int) -> int:
    """The position of "tot" behind "sind", of which others are told as well ("tot, verwundet oder gefangen")."""
    clause = desk.scene.clause_at(position)
    own = desk.scene.own_tokens(clause) if clause is not None and desk.scene.is_a(position, "be") else ()
    return next((p for p in own if p > position and desk.scene.lemmas[p] in desk.scene.words.jobs["hurt"]), 0)


def _or(desk: Desk, match: Match, other: Match) -> bool:
    low, high = sorted((match.at, other.at))
    if high - low > _NEAR or match.how is not other.how or match.how is How.NOUN:
        return False
    between = range(low + 1, high)
    if match.how is How.PARTICIPLE:
        return match.nominal is other.nominal and not any(desk.scene.text.tokens[p].tag == "CARD" for p in between)
    return any(desk.scene.is_a(place, "or") for place in between)


def _and(desk: Desk, match: Match, other: Match) -> bool:
    first, second = match.nominal, other.nominal
    if first is None or second is None or match.how is not How.NOUN or other.how is not How.NOUN:
        return False
    number = number_of(desk.scene, first, match.clause)
    counted = number is not None or _holds(desk, first)
    alone = counted and second.coordinated and second.quantity is None and second.first == second.head
    return alone and 0 < second.first - first.last <= 1 and {match.row, other.row} != {match.row}


def _holds(desk: Desk, noun: Nominal) -> bool:
    """ "„mehrere Hundert“ Tote", "Hunderte Tote": whether a word for many stands before a noun."""
    sentence = desk.scene.nominals[desk.scene.sentence_of(noun.first).number]
    before = next((n for n in sentence if 0 <= noun.first - n.last <= 1), None)
    return before is not None and before.people is not None and before.people.holds


def _taken(desk: Desk, match: Match, found: list[Casualties], kind: CasualtyType, roles: Roles) -> bool:
    """Whether the same words have given a claim of this type already, "verletzt oder getötet" the one of both."""
    here, number = desk.scene.text.tokens[match.at].span, roles.amount.number
    at = here if kind is CasualtyType.LOSSES and number is not None and match.how is How.VERB else roles.core
    same = [f for f in found[-4:] if f.type is kind and (f.evidence.contains(roles.core) or f.evidence.contains(at))]
    return any(f.number == number and (number is not None or f.of == roles.of) for f in same)


def _of_deployed(desk: Desk, match: Match, roles: Roles, moved: Sequence[Deployment]) -> Roles:
    """ "3000 von ihnen" after a deployment: those who were sent."""
    if roles.of is not None or not counted_out(desk, match):
        return roles
    return roles._replace(of=sent_before(desk, match.at, Before([], moved)))


def _claims(desk: Desk, match: Match, row: CasualtyRow, roles: Roles, kind: CasualtyType) -> Iterator[Casualties]:
    for told, voice in _judged(desk, match, row, roles):
        if not voice.claimants and _is_superseded(desk, match.clause):
            continue
        modality = Modality.DENIED if roles.none else told
        for size in both_bounds(roles.amount):
            yield Casualties(
                key="",
                claimants=voice.claimants or counter(desk, match),
                statement=voice.key,
                number=size.number,
                qualifier=size.qualifier,
                minimum=size.minimum,
                maximum=size.maximum,
                modality=modality,
                when=day_of(desk.scene, match.clause),
                evidence=_words(desk, match, roles, voice),
                rule=row.rule,
                of=roles.of,
                type=kind,
            )


def _is_superseded(desk: Desk, clause: Clause) -> bool:
    """ "Zunächst war von 40 Toten die Rede": a number that nobody answers for and that no longer holds."""
    scene, own = desk.scene, desk.scene.own_tokens(clause)
    spoken = clause.lemma in scene.words.jobs["figures"] or any(scene.is_a(p, "speech") for p in own)
    return spoken and any(scene.is_a(p, "at-first") for p in own)


def _judged(desk: Desk, match: Match, row: CasualtyRow, roles: Roles) -> Iterator[tuple[Modality, Voice]]:
    """How sure the casualties are for each side that tells of them; those that are planned are none."""
    scene, clause = desk.scene, match.clause
    if match.how is How.NOUN and _is_no_speech(desk, clause):
        verbs = [scene.text.tokens[p].start for p in clause.verbs]
        every = [s for v in voices(scene, roles.core) for s in v.statements]
        told = [s for s in every if s.cue is None or s.cue.start not in verbs]
        doubted = clause.mood in {Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2}
        denied = any(s.stance is Stance.DENIES for s in told)
        yield Modality.DENIED if denied else Modality.ALLEGED if doubted else Modality.FACT, Voice(tuple(told), denied)
        return
    for modality, voice in judged(desk, match, roles.core, explicit=roles.explicit, told=True):
        if row.denied:
            doubted = clause.mood in {Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2}
            yield Modality.ALLEGED if doubted else Modality.FACT, voice
        elif modality is not Modality.PLANNED:
            yield modality, voice
        elif match.how is How.VERB and clause.finite is not None and scene.is_a(clause.finite, "become"):
            yield Modality.POSSIBLE, voice


def _is_no_speech(desk: Desk, clause: Clause) -> bool:
    """ "Der Angriff forderte drei Tote", "hat drei Tote zu beklagen": verbs that say nothing here."""
    words = desk.scene.words.jobs
    bewails = clause.lemma in words["mourn"] and any(
        desk.scene.text.tokens[p].tag == "PTKZU" for p in desk.scene.own_tokens(clause)
    )
    return clause.lemma in words["claim-lives"] or bewails


def _words(desk: Desk, match: Match, roles: Roles, voice: Voice) -> Span:
    if roles.apart:
        return desk.scene.text.span(min(roles.positions), max(roles.positions) + 1)
    return evidence(desk, match, roles.positions, voice)
