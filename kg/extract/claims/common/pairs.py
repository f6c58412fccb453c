"""Who agrees with whom where the words leave it open: "beide Länder", "mit London besteht ein Abkommen"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, pairwise

from kg.extract.claims.common.context import partner
from kg.extract.claims.grammar.frames import chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import seated
from kg.model import Actor, ActorKind, Clause

__all__ = [
    "both",
    "both_sign",
    "leading",
    "pair_of",
    "party",
    "party_of",
    "persons_of",
    "represented",
    "rulers",
    "seats",
    "several",
]

_PARTIES = frozenset({ActorKind.STATE, ActorKind.ALLIANCE, ActorKind.INTERNATIONAL_ORGANISATION})
_GROUPS = frozenset({ActorKind.GROUP, ActorKind.ORGANISATION})
_BACK = 3
"""Sentences that are looked through for the two that "beide Länder" means."""


def party(scene: Scene, actor: Actor | None) -> str | None:
    """The state, alliance or group that an actor agrees for: a parliament, a ministry or a person for their state."""
    for _ in range(4):
        if actor is None or actor.kind in _PARTIES:
            return None if actor is None else actor.id
        if actor.acts_for is None:
            return actor.id if actor.kind in _GROUPS and actor.registered else None
        if actor.acts_for not in scene.actors:
            return actor.acts_for
        actor = scene.actors[actor.acts_for]
    return None


def party_of(scene: Scene, nominal: Nominal) -> str | None:
    """The party that a noun phrase names: an actor, "die Regierung in …"."""
    if nominal.actor is not None:
        return party(scene, nominal.actor.actor)
    return seated(scene, nominal)


def seats(scene: Scene, nominal: Nominal) -> list[str]:
    """The states of "die Führungen in Moskau und Pjöngjang"."""
    inner = any(scene.is_a(p, "land") for p in range(nominal.first, nominal.head))
    if inner and nominal.place is not None and nominal.actor is not None and nominal.place.place.country is not None:
        return [nominal.place.place.country]
    if nominal.lemma not in scene.words.jobs["land"] or nominal.determiner is None:
        return []
    behind = [n for n in chain_after(scene, nominal) if n.place is not None or n.actor is not None]
    return [state for n in behind if (state := _state(scene, n)) is not None]


def represented(scene: Scene, inside: Sequence[Nominal]) -> list[Nominal]:
    """The states whose people act: "die Präsidenten Perus, Chiles und Kubas", "Vertreter von Kenia und Uganda"."""
    for nominal in inside:
        if (
            nominal.preposition is not None
            or nominal.actor is not None
            or not ("nom" in nominal.cases or not nominal.cases)
        ):
            continue
        if scene.is_noun(nominal, "agreeing") or scene.is_noun(nominal, "envoy"):
            listed = _list_after(scene, nominal)
            if len(listed) > 1:
                return listed
    return []


def _list_after(scene: Scene, nominal: Nominal) -> list[Nominal]:
    """The states that follow a noun as its genitives, behind "von" or "aus", or as its names."""
    listed: list[Nominal] = []
    for one in chain_after(scene, nominal):
        opens = one.attached if not listed else one.coordinated
        source = one.preposition is None or scene.is_a(one.preposition, "source")
        if not opens or not source or (one.actor is None and one.place is None):
            break
        listed.append(one)
    return listed


def both(scene: Scene, nominal: Nominal) -> bool:
    """Whether a noun phrase is "beide Länder", "die beiden Staaten", "die zwei Partner"."""
    words = range(nominal.first, nominal.head)
    return scene.is_noun(nominal, "agreeing") and any(scene.is_a(p, "both") for p in words)


def pair_of(scene: Scene, position: int) -> tuple[str, ...]:
    """The two states that "beide Länder" means at a position: those named before it, else those named together most."""
    found: list[str] = []
    for named in _before(scene, position):
        joined = _joined(scene, named)
        if joined and not found:
            return joined
        found += [s for n in reversed(named) if (s := _state(scene, n)) is not None and s not in found]
    common = _commonest(scene, among=set(found)) or _commonest(scene)
    if set(common) & set(found):
        return common
    if len(found) == 2:
        return tuple(sorted(found))
    other = partner(scene, found[0]) if len(found) == 1 else None
    return tuple(sorted((found[0], other))) if other is not None else common


def _before(scene: Scene, position: int) -> list[list[Nominal]]:
    """The noun phrases before a position, of its sentence and of those right before it, the nearest sentence first."""
    last = scene.sentence_of(position).number
    numbers = range(last, max(last - _BACK, 0) - 1, -1)
    named = [[n for n in scene.nominals[number] if n.head < position and not n.pronoun] for number in numbers]
    return [[n for n in inside if not _is_source(scene, n)] for inside in named]


def _is_source(scene: Scene, nominal: Nominal) -> bool:
    """Whether a noun phrase only names who says it ("nach Angaben aus Washington")."""
    at = scene.text.tokens[nominal.head].span
    return any(s.speaker is not None and s.speaker.contains(at) for s in scene.statements)


def rulers(scene: Scene, states: tuple[str, ...]) -> tuple[str, ...]:
    """The persons whom the article names most of those who act for each of some states themselves."""
    counted = Counter(
        (mention.actor.acts_for, mention.actor.id)
        for mention in scene.mentions.actors
        if mention.actor.kind is ActorKind.PERSON and mention.actor.acts_for in states
    )
    first = {state: person for (state, person), _ in reversed(counted.most_common())}
    return tuple(first[state] for state in states if state in first)


def both_sign(scene: Scene, clause: Clause) -> bool:
    """ "den beide unterzeichnet hatten": two who were named before, not "beide Länder"."""
    heads = {n.head for n in scene.inside(clause)}
    pronouns = [p for p in scene.own_tokens(clause) if scene.is_a(p, "both") and p not in heads]
    return any(not any(n.first <= p < n.last for n in scene.inside(clause)) for p in pronouns)


def persons_of(scene: Scene, states: tuple[str, ...], position: int) -> tuple[str, ...]:
    """The persons named last before a position who act for each of some states; none unless there is one for each."""
    found: dict[str, str] = {}
    for mention in reversed(scene.mentions.actors):
        state = party(scene, mention.actor) if mention.actor.kind is ActorKind.PERSON else None
        if mention.last <= position and state in states and state is not None:
            found.setdefault(state, mention.actor.id)
    return tuple(found[state] for state in states) if len(found) == len(states) else ()


def several(scene: Scene, position: int) -> tuple[str, ...]:
    """The states that "sie" or "die drei Länder" means: those last named with "und" between them."""
    for named in _before(scene, position):
        for end in range(len(named) - 1, 0, -1):
            begin = end
            while begin > 0 and named[begin].coordinated:
                begin -= 1
            states = {_state(scene, n) for n in named[begin : end + 1]} - {None}
            if end > begin and len(states) == end - begin + 1:
                return tuple(sorted(state for state in states if state is not None))
    return ()


def _joined(scene: Scene, nominals: list[Nominal]) -> tuple[str, ...]:
    """The two states that a sentence names last with "und" between them."""
    for before, after in reversed(list(pairwise(nominals))):
        states = {_state(scene, before), _state(scene, after)} - {None}
        if after.coordinated and len(states) == 2:
            return tuple(sorted(s for s in states if s is not None))
    return ()


def _state(scene: Scene, nominal: Nominal) -> str | None:
    found = party_of(scene, nominal)
    if found is None and nominal.owners:
        found = party(scene, nominal.owners[0].actor)
    if found is None and nominal.place is not None:
        return nominal.place.place.country
    actor = scene.actors.get(found or "")
    return found if actor is None or actor.kind is ActorKind.STATE else None


def _commonest(scene: Scene, *, among: set[str] | None = None) -> tuple[str, ...]:
    """The two states that most sentences of the article name together; none where another pair is as common."""
    pairs: Counter[tuple[str, str]] = Counter()
    for sentence in scene.nominals:
        named = {s for n in sentence if (s := _state(scene, n)) is not None}
        states = sorted(named if among is None else named & among)
        pairs.update(combinations(states, 2))
    ranked = pairs.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return ()
    return ranked[0][0]


def leading(scene: Scene, position: int, *, other_than: str) -> str | None:
    """The state that a paragraph, or else the article, names more often than any other."""
    paragraph = scene.sentence_of(position).paragraph
    here = [s for s in scene.text.sentences if s.paragraph == paragraph]
    for sentences in (here, list(scene.text.sentences)):
        counted = Counter(
            state
            for sentence in sentences
            for nominal in scene.nominals[sentence.number]
            if (state := _state(scene, nominal)) is not None and state != other_than
        )
        ranked = counted.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            return ranked[0][0]
    return None
