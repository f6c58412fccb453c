"""Agreements: which parties, signed by whom, when and where, gathered from the sentences of an article.

Every mention of an agreement in prose gives what its clause, its sentence and the visit or summit told right before it
say; mentions with the same parties are one agreement.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.claims.agreement_types import english_type, heads, signing
from kg.extract.claims.claimants import voices
from kg.extract.claims.drafts import Desk
from kg.extract.claims.frames import chain_after
from kg.extract.claims.governors import govern
from kg.extract.claims.meetings import Meeting, city_of, meeting_before
from kg.extract.claims.modality import Effect, stance_effects, verdict
from kg.extract.claims.mood import clause_effects, form_effects
from kg.extract.claims.nominals import Nominal
from kg.extract.claims.scene import Scene
from kg.extract.claims.slots import continued, parties
from kg.lang.agreement import AgreementRow
from kg.model import ActorKind, Agreement, Clause, ClauseKind, Modality, PartialDate, Role, Span

__all__ = ["agreements"]


_NEAR = 5
_LONGEST = 60
"""Tokens of a clause at most; longer ones are lists of headlines."""


class _Mention(NamedTuple):
    """One mention of an agreement, with what it tells."""

    noun: Nominal
    row: AgreementRow
    parties: tuple[str, ...]
    signatories: tuple[str, ...]
    signed: PartialDate | None
    place: str | None
    evidence: Span
    signs: bool


def agreements(desk: Desk) -> tuple[Agreement, ...]:
    """The agreements of an article, one for each set of parties, in the order of their best mention."""
    groups: dict[frozenset[str], list[_Mention]] = {}
    index = heads(desk.language)
    named = desk.scene.nouns_in(index)
    for sentence in desk.scene.text.sentences:
        words = desk.scene.nouns[sentence.first : sentence.last]
        if sentence.role is not Role.PROSE or named.isdisjoint(words):
            continue
        for noun in desk.scene.nominals[sentence.number]:
            row = index.nearest(noun.lemma)
            if row is not None and (mention := _mention(desk, noun, row)) is not None:
                groups.setdefault(frozenset(mention.parties), []).append(mention)
    found = [claim for group in groups.values() if (claim := _merged(desk, group)) is not None]
    return tuple(sorted(found, key=lambda claim: claim.evidence))


def _mention(desk: Desk, noun: Nominal, row: AgreementRow) -> _Mention | None:
    scene = desk.scene
    clause = scene.clause_at(noun.head)
    if clause is None:
        return None
    behind = _relative(desk, noun)
    clause = behind or clause
    by = noun.preposition is not None and clause.passive and scene.is_a(noun.preposition, "agent")
    verb = signing(desk.language).get(clause.lemma)
    free = behind is not None or noun.preposition is None or by
    if verb is not None and not free and scene.lemma(noun.preposition or 0) not in verb.prepositions:
        verb = None
    meeting = meeting_before(scene, clause)
    people = _signers(scene, clause, meeting) if verb is not None else ()
    named = _named(scene, noun, clause, people, meeting) if verb is not None else _named_by(scene, noun, clause)
    if len(named) < 2 or clause.last - clause.first > _LONGEST:
        return None
    signs = verb is not None
    place = (_place(scene, clause) or meeting.place) if signs else None
    when = _date(scene, noun, clause, signs=signs) or (meeting.when if signs else None)
    country = meeting.country if signs and place is None else None
    place = place or city_of(scene, country)
    first = min(noun.first, clause.first, meeting.first if signs and meeting.used else noun.first)
    evidence = scene.text.span(first, max(noun.last, _end(scene, clause)))
    signatories = tuple(dict.fromkeys(people)) if verb is not None and verb.signs else ()
    return _Mention(noun, row, named, signatories, when, place, evidence, signs)


def _relative(desk: Desk, noun: Nominal) -> Clause | None:
    """ "der Pakt, den X mit Y geschlossen hat": the clause behind the noun that tells of the signing."""
    scene = desk.scene
    for clause in scene.text.clauses:
        if clause.kind is not ClauseKind.RELATIVE or not noun.last <= clause.first <= noun.last + _NEAR:
            continue
        opener = scene.text.tokens[clause.first]
        free = not any(t.tag.startswith("V") or t.form == "," for t in scene.text.tokens[noun.last : clause.first - 1])
        if opener.tag == "PRELS" and free and clause.lemma in signing(desk.language):
            return clause
    return None


def _end(scene: Scene, clause: Clause) -> int:
    last = clause.last
    while last - 1 > clause.first and scene.text.tokens[last - 1].tag.startswith("$"):
        last -= 1
    return last


def _signers(scene: Scene, clause: Clause, meeting: Meeting) -> tuple[str, ...]:
    """The persons who sign: the subjects of the clause or of the one that it continues, or "die beiden" who met."""
    for one in (clause, continued(scene, clause)):
        if one is None:
            continue
        named = [n.actor.actor for n in parties(scene, scene.inside(one)) if n.actor is not None]
        free = [a for a in named if a.kind is ActorKind.PERSON or scene.power(a) is not None]
        persons = [actor.id for actor in free if actor.kind is ActorKind.PERSON]
        if persons:
            return (*persons, *_partners(scene, clause))
        if any(scene.is_a(p, "both") for p in scene.own_tokens(one)) and len(meeting.persons) >= 2:
            return meeting.persons[-2:]
        if free:
            return ()
    pronoun = any(n.pronoun and "nom" in n.cases for n in scene.inside(clause))
    return meeting.persons[:1] if pronoun and not clause.passive else ()


def _partners(scene: Scene, clause: Clause) -> list[str]:
    """The persons with whom somebody signs ("mit Präsident Macron")."""
    other = [n for n in scene.inside(clause) if n.preposition is not None and scene.is_a(n.preposition, "with")]
    return [n.actor.actor.id for n in other if n.actor is not None and n.actor.actor.kind is ActorKind.PERSON]


def _named(scene: Scene, noun: Nominal, clause: Clause, signers: tuple[str, ...], meeting: Meeting) -> tuple[str, ...]:
    """The parties: of the noun ("mit", "zwischen"), of the clause, of the signatories, of the country they met in."""
    own = _named_by(scene, noun, clause)
    if len(own) > 1:
        return own
    found = [scene.power(scene.actors[person]) for person in signers if person in scene.actors]
    inside = scene.inside(clause)
    for nominal in [*chain_after(scene, noun), *inside]:
        with_or_between = nominal.preposition is not None and (
            scene.is_a(nominal.preposition, "with") or scene.is_a(nominal.preposition, "between")
        )
        by = nominal.preposition is not None and clause.passive and scene.is_a(nominal.preposition, "agent")
        if (with_or_between or by) and nominal.actor is not None:
            found.append(scene.power(nominal.actor.actor))
    found += [scene.power(n.actor.actor) for n in parties(scene, inside) if n.actor is not None and not n.attached]
    found += _pair_before(scene, clause)
    for mention in noun.owners:
        found.append(scene.power(mention.actor))
    distinct = tuple(dict.fromkeys(p for p in found if p is not None))
    if len(distinct) == 1 and meeting.used and meeting.country is not None:
        distinct = tuple(dict.fromkeys([*distinct, meeting.country]))
    if not distinct and any(scene.is_a(p, "both") for p in scene.own_tokens(clause)):
        country = (meeting.country,) if meeting.country is not None else ()
        distinct = tuple(dict.fromkeys([*meeting.powers, *country]))[-2:]
    return tuple(sorted(distinct))


def _named_by(scene: Scene, noun: Nominal, clause: Clause) -> tuple[str, ...]:
    """The parties that the noun names: "zwischen X und Y"; "eines Abkommens mit X" and who the clause is about."""
    chain = chain_after(scene, noun)
    between = [n for n in chain if n.preposition is not None and scene.is_a(n.preposition, "between")]
    if between:
        powers = [scene.power(n.actor.actor) if n.actor is not None else None for n in between]
        return tuple(sorted({p for p in powers if p is not None})) if None not in powers else ()
    other = [n for n in chain[:1] if n.preposition is not None and scene.is_a(n.preposition, "with")]
    if not other or other[0].actor is None or not _indefinite(scene, noun):
        return ()
    inside = [n for n in scene.inside(clause) if n.actor is not None and n.first < noun.first]
    own = [n for n in inside if n.preposition is None or (clause.passive and scene.is_a(n.preposition, "agent"))]
    powers = [scene.power(n.actor.actor) for n in [*own[:1], *other] if n.actor is not None]
    return tuple(sorted({p for p in powers if p is not None}))


def _indefinite(scene: Scene, noun: Nominal) -> bool:
    return noun.determiner is None or scene.is_a(noun.determiner, "a")


def _pair_before(scene: Scene, clause: Clause) -> list[str | None]:
    """ "die Zusammenarbeit zwischen X und Y, die durch einen Pakt besiegelt wurde"."""
    if clause.opener is None:
        return []
    sentence = scene.nominals[scene.sentence_of(clause.first).number]
    return [
        scene.power(n.actor.actor)
        for n in sentence
        if n.last <= clause.first
        and n.actor is not None
        and n.preposition is not None
        and scene.is_a(n.preposition, "between")
    ]


def _place(scene: Scene, clause: Clause) -> str | None:
    for nominal in scene.inside(clause):
        if nominal.place is not None and nominal.preposition is not None and scene.is_a(nominal.preposition, "place"):
            return nominal.place.place.id
    return None


def _date(scene: Scene, noun: Nominal, clause: Clause, *, signs: bool) -> PartialDate | None:
    """When it was signed: the date in the clause that tells of it, or right behind the noun ("vom Juni 2024")."""
    sentence = scene.sentence_of(noun.head)
    for date in scene.mentions.dates:
        if not sentence.first <= date.first < sentence.last:
            continue
        behind = noun.last <= date.first <= noun.last + 1
        if behind or (signs and scene.clause_of[date.first] == clause.number):
            return date.when
    return None


def _merged(desk: Desk, group: list[_Mention]) -> Agreement | None:
    """One agreement of all mentions with the same parties; the one that tells of the signing gives the evidence."""
    best = max(group, key=lambda m: (m.signs, len(m.signatories), m.signed is not None, -m.evidence.start))
    modality, claimants, key = _judged(desk, best)
    if modality is None:
        return None
    return Agreement(
        key="",
        claimants=claimants,
        statement=key,
        modality=modality,
        evidence=best.evidence,
        rule=best.row.rule,
        parties=best.parties,
        signatories=tuple(dict.fromkeys(person for m in group for person in m.signatories)),
        type=english_type(desk, best.noun),
        signed=next((m.signed for m in [best, *group] if m.signed is not None), None),
        place=next((m.place for m in [best, *group] if m.place is not None), None),
    )


def _judged(desk: Desk, mention: _Mention) -> tuple[Modality | None, tuple[str, ...], str | None]:
    scene = desk.scene
    clause = scene.clause_at(mention.noun.head)
    core = scene.text.tokens[mention.noun.head].span
    voice = voices(scene, core)[0]
    effects = set() if mention.signs else set(govern(scene, mention.noun, desk.signs).effects)
    effects |= form_effects(scene, clause, desk.signs) & {Effect.DROP} if clause is not None else set()
    if mention.signs and clause is not None:
        effects |= clause_effects(scene, clause, desk.signs, ought=Effect.PLANNED)
    effects |= stance_effects(voice.statements, scene, desk.signs, future=False) - {Effect.DROP}
    return verdict(effects), voice.claimants, voice.key
