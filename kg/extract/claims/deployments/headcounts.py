"""How many the soldiers are whom an article is about, wherever it only counts them ("ging von gut 900 Soldaten aus").

Read last, when the article has told whose people are where: what no verb, noun or place of a sentence tells is taken
from there, and only where the sentence names nobody else whose soldiers they could be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.claims.common.claimants import voices
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.common.strangers import of_others
from kg.extract.claims.deployments.contingents import is_contingent, is_first, is_size
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.parts import is_counted_out
from kg.extract.claims.deployments.people import extent, is_hurt
from kg.extract.claims.deployments.roles import Roles
from kg.extract.claims.deployments.senders import is_possessed, strange_subject
from kg.extract.claims.deployments.tallies import counter, is_sized, tallies
from kg.extract.claims.deployments.theatre import theatre
from kg.extract.claims.grammar.frames import How, Match, chain_after
from kg.extract.claims.grammar.location import Where, where
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.numbers import is_part, some_of_those
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner
from kg.lang.deployment import DeploymentRow
from kg.model import Clause, Deployment, Personnel, QuantityMention, Role, Sentence, Span

__all__ = ["headcounts"]

_RANKS = frozenset({Personnel.OFFICERS, Personnel.GENERALS})
_OTHERWISE = ("hurt", "harm", "caught", "flee", "withdraw")
_BATTLE = ("attack", "strike")


def headcounts(desk: Desk, told: Sequence[Found]) -> Iterator[tuple[Match, Roles]]:
    """The match and roles of every count of the article's contingent that is not told yet."""
    row = next((r for r in desk.language.table(DeploymentRow).values() if r.bare), None)
    pair = theatre(desk.scene, told)
    if row is None or pair is None:
        return
    sender, host = pair
    counted = _Counted([f.claim for f in told if f.claim.sender == sender])
    for people, clause in _counts(desk.scene, counted):
        place = _place(desk.scene, people, clause, host)
        if place.host not in {None, host} or not _are_theirs(desk, people, clause, sender):
            continue
        if place.host is None and not _is_told_of(desk.scene, people, clause):
            continue
        if _lands(desk.scene, people) - {sender, host} or counted.has(desk.scene, people, clause):
            continue
        another = _is_of_another(people, desk.scene.sentence_of(people.first).span, told, sender)
        if another or is_counted_out(desk.scene, people, clause, told):
            continue
        counted.add(desk.scene, people, clause)
        at = clause.verbs[-1] if clause.verbs else people.head
        how = How.PARTICIPLE if is_first(desk.scene, people) else How.VERB
        yield (
            Match(row, how, at, clause, people if people.lemma else None),
            Roles(
                people,
                sender,
                Where(host, place.places, False, place.positions),
                (*extent(people), *place.positions, at),
                True,
                True,
                lent=True,
                counter=counter(desk.scene, people, clause),
            ),
        )


def _is_of_another(people: Nominal, here: Span, told: Sequence[Found], sender: str) -> bool:
    """Whether the sentence tells the same number of somebody else's people."""
    others = (f.claim for f in told if f.claim.sender != sender and f.claim.evidence.overlaps(here))
    return any(_numbers(people.quantity) & _numbers(claim) for claim in others)


def _place(scene: Scene, people: Nominal, clause: Clause, host: str) -> Where:
    """Where the words put counted people: beside them, else anywhere in the clause if it is where the others are."""
    beside = where(scene, [people, *chain_after(scene, people)])
    around = where(scene, scene.inside(clause)) if beside.host is None else beside
    return around if around.host == host else beside


class _Counted:
    """The numbers that are told already, with who tells them and where."""

    def __init__(self, claims: Sequence[Deployment]) -> None:
        self._told = [(_numbers(c), frozenset(c.claimants), c.evidence) for c in claims if _numbers(c)]

    def has(self, scene: Scene, people: Nominal, clause: Clause) -> bool:
        """Whether a number is told already: in the same sentence, by the same source, or as one that is known."""
        numbers, here = _numbers(people.quantity), scene.sentence_of(people.first).span
        same = [(says, at) for told, says, at in self._told if numbers <= told]
        everything = {number for told, _, _ in self._told for number in told}
        if not numbers <= everything:
            return False
        says = _says(scene, people, clause)
        counts = any(clause.lemma in scene.words.jobs[job] for job in ("reckon", "figures", "confirm"))
        known = people.determiner is not None or not says or not same or not counts
        return known or any(not (says - before) or here.overlaps(at) for before, at in same)

    def add(self, scene: Scene, people: Nominal, clause: Clause) -> None:
        """Takes up a number that is told now."""
        span = scene.text.span(people.first, people.last)
        self._told.append((_numbers(people.quantity), _says(scene, people, clause), span))

    def near(self, sentence: Sentence, before: Sentence) -> bool:
        """Whether this sentence or the one before tells a number."""
        return any(at.overlaps(sentence.span) or at.overlaps(before.span) for _, _, at in self._told)


def _says(scene: Scene, people: Nominal, clause: Clause) -> frozenset[str]:
    span: Span = scene.text.span(people.first, people.last)
    told = frozenset(who for voice in voices(scene, span) for who in voice.claimants)
    alone = counter(scene, people, clause) if not told else None
    return told | ({alone} if alone is not None else frozenset())


def _numbers(counted: Deployment | QuantityMention | None) -> set[int]:
    """Number, minimum and maximum, those that are told."""
    told = (counted.number, counted.minimum, counted.maximum) if counted is not None else ()
    return {number for number in told if number is not None}


def _counts(scene: Scene, counted: _Counted) -> Iterator[tuple[Nominal, Clause]]:
    """The counted soldiers of the prose, in sentences in which nobody is hurt or fights."""
    sentences = scene.text.sentences
    numbered = {scene.sentence_of(q.first).number for q in scene.mentions.quantities if is_size(q) or q.number}
    for sentence in (sentences[number] for number in sorted(numbered)):
        if sentence.role is not Role.PROSE:
            continue
        first = [n for n in scene.nominals[sentence.number] if is_first(scene, n)]
        if _is_otherwise(scene, sentence):
            yield from ((n, c) for n in first if (c := scene.clause_at(n.head)) is not None)
            continue
        for nominal in scene.nominals[sentence.number]:
            clause = scene.clause_at(nominal.head)
            if nominal in first and clause is not None:
                yield nominal, clause
                continue
            if clause is None or any(scene.is_a(p, job) for p in scene.own_tokens(clause) for job in _BATTLE):
                continue
            part = is_part(scene, nominal) or some_of_those(scene, nominal) is not None
            if (
                (is_contingent(nominal) or _leads(scene, nominal, clause))
                and not part
                and _is_free(scene, nominal, clause)
            ):
                yield nominal, clause
        before = sentences[max(sentence.number - 1, 0)]
        told = tallies(scene, sentence, going_on=counted.near(sentence, before))
        yield from ((people, clause) for people, clause in told if people.quantity and is_size(people.quantity))


def _is_otherwise(scene: Scene, sentence: Sentence) -> bool:
    return any(scene.is_a(place, job) for place in range(sentence.first, sentence.last) for job in _OTHERWISE)


def _leads(scene: Scene, nominal: Nominal, clause: Clause) -> bool:
    """Whether a few officers are told to be with the others ("Drei Generäle begleiten die Truppe")."""
    ranks = nominal.people is not None and nominal.people.personnel in _RANKS
    if not ranks or nominal.quantity is None or nominal.preposition is not None or nominal.owners:
        return False
    others = (n for n in scene.inside(clause) if n.determiner is not None and n.people is not None and not n.owners)
    return any(scene.is_a(n.determiner or 0, "the") and n.people is not nominal.people for n in others)


def _is_free(scene: Scene, nominal: Nominal, clause: Clause) -> bool:
    """Whether nothing but "von" governs it, or a body of people or its size is put at it ("schätzt die Truppe auf 900
    Mann", "gab ihre Stärke mit 900 Mann an")."""
    if nominal.preposition is None or scene.is_a(nominal.preposition, "of"):
        return True
    if not scene.is_a(nominal.preposition, "put-at"):
        return False
    bodies = any(n.people is not None and n.people.body for n in scene.inside(clause))
    return (clause.lemma in scene.words.jobs["reckon"] and bodies) or is_sized(scene, clause)


def _are_theirs(desk: Desk, people: Nominal, clause: Clause, sender: str) -> bool:
    """Whether nobody else is named whose soldiers they could be."""
    scene = desk.scene
    whose = owner(scene, people)
    if whose not in {None, sender} or of_others(desk, people) or is_hurt(desk, people):
        return False
    if whose is None and (is_possessed(desk, people) or strange_subject(desk, clause, people)):
        return False
    owns = clause.lemma in scene.words.jobs["comprise"]
    others = [n for n in scene.inside(clause) if n is not people and (owns or not _speaks_here(scene, n, clause))]
    if any(_is_strange(scene, n) for n in others):
        return False
    source = counter(scene, people, clause)
    others = [n for n in others if source is None or n.actor is None or n.actor.actor.id != source]
    if not people.lemma:
        others = [n for n in others if n.preposition is not None or n.first > people.first]
    return all(_is_no_other(scene, n, sender) for n in others)


def _speaks_here(scene: Scene, nominal: Nominal, clause: Clause) -> bool:
    """Whether a noun phrase only tells who says it: with a preposition, or as the subject of the cue."""
    if not scene.speaks(nominal) or nominal.preposition is not None or nominal.attached:
        return scene.speaks(nominal)
    span, own = scene.text.span(nominal.first, nominal.last), scene.text.span(clause.first, clause.last)
    said = (s for s in scene.statements if s.speaker is not None and s.speaker.overlaps(span))
    return any(s.cue is not None and own.overlaps(s.cue) for s in said)


def _is_told_of(scene: Scene, people: Nominal, clause: Clause) -> bool:
    """Whether it is somebody's word how many they are, or the clause only counts, not what any soldiers do."""
    if not clause.verbs or not people.lemma or is_sized(scene, clause) or _says(scene, people, clause):
        return True
    more = any(
        scene.is_a(p, job) for p in range(max(people.first - 2, 0), people.head) for job in ("further", "ordinal")
    )
    return (
        more
        or _leads(scene, people, clause)
        or any(clause.lemma in scene.words.jobs[job] for job in ("reckon", "figures", "be"))
    )


def _is_strange(scene: Scene, nominal: Nominal) -> bool:
    """Whether it is a name that nobody knows, or "der Gegner"."""
    if nominal.lemma in scene.words.jobs["enemy"]:
        return True
    unknown = nominal.actor is None and nominal.place is None and nominal.people is None
    return unknown and scene.text.tokens[nominal.head].tag == "NE"


def _lands(scene: Scene, people: Nominal) -> set[str | None]:
    """The countries of the places that the sentence names, whoever speaks there left out."""
    near = scene.nominals[scene.sentence_of(people.first).number]
    named = (n for n in near if n.preposition is not None and not scene.speaks(n))
    return {n.place.place.country for n in named if n.place is not None}


def _is_no_other(scene: Scene, nominal: Nominal, sender: str) -> bool:
    """Whether a noun phrase names no other power, or one only as a place."""
    powers = {scene.power(m.actor) for m in ((nominal.actor,) if nominal.actor else ()) + nominal.owners}
    return powers <= {None, sender} or (nominal.place is not None and nominal.preposition is not None)
