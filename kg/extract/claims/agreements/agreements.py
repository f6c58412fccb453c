"""Agreements: which parties, signed by whom, when and where, gathered from the sentences of an article.

Every mention of an agreement in prose gives what its clause, its sentence and the visit or summit told right before it
say; mentions with the same parties are one agreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from kg.extract.claims.agreements.acts import acts
from kg.extract.claims.agreements.known import between, is_unmade, leading_pair
from kg.extract.claims.agreements.mentions import Mention, followed, mention_of
from kg.extract.claims.agreements.owners import stands
from kg.extract.claims.agreements.types import english_type, heads
from kg.extract.claims.common.claimants import voices
from kg.extract.claims.common.drafts import Desk, date_in
from kg.extract.claims.grammar.forms import form_effects
from kg.extract.claims.grammar.governors import govern
from kg.extract.claims.grammar.modality import Effect, stance_effects, verdict
from kg.extract.claims.grammar.mood import clause_effects
from kg.lang.agreement import Tie
from kg.model import Agreement, Clause, ClauseKind, Modality, Mood, PartialDate, PlaceKind, Role, Sentence, Span

__all__ = ["agreements"]

T = TypeVar("T")

_NONE = frozenset({Modality.DENIED, Modality.POSSIBLE})
"""What is only possible, or denied, is no agreement."""
_YEAR = len("2024")
_SOON = 2
"""Sentences behind a mention in which it may be told on."""


def agreements(desk: Desk, dealt: Sequence[tuple[str, str]] = ()) -> tuple[Agreement, ...]:
    """The agreements of an article, one for each set of parties, in the order of their best mention.

    `dealt`: the two states of each deployment and transfer that the article tells.
    """
    pair = leading_pair(dealt)
    told = _next_ones(desk, [between(desk, mention, pair) for mention in _mentions(desk)])
    mentions = sorted([*told, *acts(desk)], key=lambda mention: mention.first)
    groups: dict[frozenset[str], list[Mention]] = {}
    for mention in mentions:
        if len(mention.parties) > 1 and (mention.signs or not mention.row.loose or _agreed(mention)):
            groups.setdefault(frozenset(mention.parties), []).append(mention)
    for mention in mentions:
        fitting = [key for key in groups if key >= set(mention.parties)]
        if len(mention.parties) < 2 and mention.signs and len(fitting) == 1:
            groups[fitting[0]].append(mention._replace(parties=tuple(sorted(fitting[0]))))
    parts = [part for group in groups.values() for half in _by_plan(desk, group) for part in _by_year(half)]
    open_yet = _negotiated(desk, mentions)
    parts = [[m._replace(tie=Tie.NEGOTIATES) if m in open_yet else m for m in part] for part in parts]
    found = [claim for part in parts if (claim := _merged(desk, part)) is not None]
    return tuple(sorted(found, key=lambda claim: claim.evidence))


def _next_ones(desk: Desk, mentions: list[Mention]) -> list[Mention]:
    """The mentions, those of "2022 folgte ein Abkommen" with the parties who signed the one before."""
    found = mentions[:1]
    for mention in mentions[1:]:
        clause, last = desk.scene.clause_at(mention.noun.head) or mention.clause, found[-1]
        follows = clause.lemma in desk.scene.words.jobs["succeed"] and not mention.parties and last.signs
        new = mention.noun.determiner is not None and desk.scene.is_a(mention.noun.determiner, "a")
        new = new and mention.noun.preposition is None and _is_near(desk, last, mention)
        found.append(_next_one(desk, mention, clause, last.parties) if follows and new else mention)
    return found


def _next_one(desk: Desk, mention: Mention, clause: Clause, parties: tuple[str, ...]) -> Mention:
    """A mention with what the clause in which it follows another tells of the signing."""
    cities = (n.place.place for n in desk.scene.inside(clause) if n.place is not None)
    where = next((city.id for city in cities if city.kind is PlaceKind.CITY), None)
    when, first = date_in(desk.scene, clause), min(mention.first, clause.first)
    return mention._replace(parties=parties, tie=Tie.SIGNS, clause=clause, signed=when, place=where, first=first)


def _is_near(desk: Desk, last: Mention, mention: Mention) -> bool:
    """Whether a mention stands in the sentence right behind another."""
    first, second = (desk.scene.sentence_of(m.noun.head).number for m in (last, mention))
    return second - first <= 1


def _by_plan(desk: Desk, group: list[Mention]) -> list[list[Mention]]:
    """What is signed apart from another that is still to be signed ("wollen einen neuen Vertrag schließen")."""
    told = [m for m in group if m.signs and _judged(desk, m)[0] is Modality.PLANNED]
    fresh = [m for m in told if m.noun.determiner is not None and desk.scene.is_a(m.noun.determiner, "a")]
    rest = [m for m in group if m not in fresh]
    return [half for half in (rest, fresh) if half] if any(m.signs and m not in told for m in rest) else [group]


def _by_year(group: list[Mention]) -> list[list[Mention]]:
    """The mentions of each agreement of the same parties: one for each year of signing that is told."""
    years: dict[str, list[Mention]] = {}
    for mention in group:
        if mention.signs and mention.signed is not None:
            years.setdefault(mention.signed.edtf[:_YEAR], []).append(mention)
    rest = [mention for mention in group if not (mention.signs and mention.signed is not None)]
    first, *others = years.values() or [[]]
    return [[*first, *rest], *others]


def _negotiated(desk: Desk, mentions: Sequence[Mention]) -> list[Mention]:
    """Those that do not tell how they came about, where the article tells of talks on one of that kind alone."""
    unmade = [m for m in mentions if _is_fresh(desk, m) or is_unmade(desk.scene, m.noun)]
    rows = {m.row.english for m in unmade}
    made = {m.row.english for m in mentions if m.tie is not None and m.tie is not Tie.NEGOTIATES}
    known = [m for m in mentions if m.tie is None and m.signed is None and m not in unmade]
    return [m for m in known if m.row.english in rows - made]


def _is_fresh(desk: Desk, mention: Mention) -> bool:
    """ "verhandeln über ein Abkommen"; who speaks about the one that is known tells of no talks."""
    at = mention.noun.determiner
    return mention.tie is Tie.NEGOTIATES and (at is None or desk.scene.is_a(at, "a"))


def _agreed(mention: Mention) -> bool:
    return mention.tie is Tie.CONCLUDES


def _mentions(desk: Desk) -> list[Mention]:
    """All mentions in the order of the text, each with what the sentences right behind it add."""
    found: list[Mention] = []
    index = heads(desk.language)
    named = desk.scene.nouns_in(index)
    for sentence in desk.scene.text.sentences:
        if not _read(desk, sentence):
            continue
        last = found[-1] if found else None
        if last is not None and 0 < sentence.number - desk.scene.sentence_of(last.noun.head).number <= _SOON:
            found[-1] = followed(desk, last, sentence) or last
        words = desk.scene.nouns[sentence.first : sentence.last]
        if named.isdisjoint(words):
            continue
        for noun in desk.scene.nominals[sentence.number]:
            row = index.nearest(noun.lemma)
            if row is not None and (mention := mention_of(desk, noun, row)) is not None:
                found.append(mention)
    return found


def _read(desk: Desk, sentence: Sentence) -> bool:
    """Whether a sentence is prose, or stands in a lead, where the place of a signing may be told."""
    lead = sentence.role is Role.HEADLINE and desk.scene.text.tokens[sentence.last - 1].form == "."
    return sentence.role is Role.PROSE or lead


def _merged(desk: Desk, group: list[Mention]) -> Agreement | None:
    """One agreement of all mentions with the same parties; the one that tells of the signing gives the evidence."""
    best = max(group, key=lambda m: (m.signs, len(m.signatories), m.signed is not None, -m.first))
    modality, claimants, key = _judged(desk, best)
    if modality is None or modality in _NONE:
        return None
    return Agreement(
        key="",
        claimants=claimants,
        statement=key,
        modality=modality,
        evidence=_evidence(desk, best),
        rule=best.row.rule,
        parties=best.parties,
        signatories=tuple(dict.fromkeys(person for m in group for person in m.signatories)),
        type=english_type(desk, best.noun) or best.row.english,
        signed=None if modality is Modality.PLANNED else _widened(_first(m.signed for m in [best, *group])),
        place=_first(m.place for m in [best, *group]),
    )


def _widened(when: PartialDate | None) -> PartialDate | None:
    """A date as the day, month or year that holds it."""
    return None if when is None else when.widened()


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _evidence(desk: Desk, mention: Mention) -> Span:
    text, last = desk.scene.text, mention.last
    while last - 1 > mention.noun.head and text.tokens[last - 1].tag.startswith("$"):
        last -= 1
    return text.span(mention.first, last)


def _is_done(desk: Desk, mention: Mention) -> bool:
    """Whether a relative clause tells that it has been signed: no condition or question around it changes that."""
    clause, tokens = mention.clause, desk.scene.text.tokens
    perfect = any(tokens[p].tag == "VVPP" for p in clause.verbs)
    told = clause.kind is ClauseKind.RELATIVE and clause.mood is Mood.INDICATIVE
    return mention.signs and told and perfect


def _judged(desk: Desk, mention: Mention) -> tuple[Modality | None, tuple[str, ...], str | None]:
    scene, clause = desk.scene, mention.clause
    voice = voices(scene, scene.text.tokens[mention.noun.head].span)[0]
    above = scene.clause_at(mention.noun.head)
    effects = set() if mention.tie is not None else set(govern(scene, mention.noun, desk.signs).effects)
    effects |= form_effects(scene, above, desk.signs) & {Effect.DROP} if above is not None else set()
    if mention.tie is Tie.NEGOTIATES or (not mention.signs and is_unmade(desk.scene, mention.noun)):
        effects |= {Effect.PLANNED}
    elif mention.tie in {Tie.SIGNS, Tie.HOLDS, Tie.CONCLUDES} and clause.finite is not None and not mention.attribute:
        effects |= clause_effects(scene, clause, desk.signs, ought=Effect.PLANNED)
    given = mention.tie is None and stands(scene, mention.noun)
    if given or (above is not None and above.number != clause.number and _is_done(desk, mention)):
        effects -= {Effect.DROP}
    effects |= stance_effects(voice.statements, scene, desk.signs, future=False) - {Effect.DROP}
    return verdict(effects), voice.claimants, voice.key
