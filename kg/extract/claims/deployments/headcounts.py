"""How many the soldiers are whom an article is about, wherever it only counts them ("ging von gut 900 Soldaten aus").

Read last, when the article has told whose people are where: what no verb, noun or place of a sentence tells is taken
from there, and only where the sentence names nobody else whose soldiers they could be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.extract.claims.common.contingent import contingent
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.common.strangers import of_others
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.people import extent, is_hurt
from kg.extract.claims.deployments.roles import Roles
from kg.extract.claims.deployments.senders import is_possessed, strange_subject
from kg.extract.claims.grammar.frames import How, Match, chain_after
from kg.extract.claims.grammar.location import Where, where
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner
from kg.lang.deployment import DeploymentRow
from kg.model import Clause, Deployment, QuantityMention, Role, Sentence

__all__ = ["headcounts"]

_OFTEN = 2
"""How many times as often as to another country the article must send them there."""
_FEW, _ARMY = 10, 100_000
"""Fewer are no contingent, more are an army at home."""
_OTHERWISE = ("hurt", "harm", "caught", "flee", "withdraw", "attack", "strike")


def headcounts(desk: Desk, told: Sequence[Found]) -> Iterator[tuple[Match, Roles]]:
    """The match and roles of every count of the article's contingent that is not told yet."""
    row = next((r for r in desk.language.table(DeploymentRow).values() if r.bare), None)
    pair = _pair(desk.scene, told)
    if row is None or pair is None:
        return
    sender, host = pair
    counted = {number for f in told if f.claim.sender == sender for number in _numbers(f.claim)}
    for people, clause in _counted(desk.scene):
        place = where(desk.scene, [people, *chain_after(desk.scene, people)])
        numbers = _numbers(people.quantity)
        if numbers <= counted or place.host not in {None, host} or not _are_theirs(desk, people, clause, sender):
            continue
        if _lands(desk.scene, people) - {sender, host}:
            continue
        counted |= numbers
        at = clause.verbs[-1] if clause.verbs else people.head
        there = Where(host, place.places, False, place.positions)
        yield (
            Match(row, How.VERB, at, clause, people),
            Roles(people, sender, there, (*extent(people), *place.positions, at), True, True, lent=True),
        )


def _pair(scene: Scene, told: Sequence[Found]) -> tuple[str, str] | None:
    """The power whose soldiers the article is about and the country where nearly all of them are."""
    sender = contingent(scene, [f.claim for f in told])
    hosts = Counter(f.claim.host for f in told if f.claim.sender == sender and f.claim.host is not None)
    ranked = hosts.most_common(2)
    if sender is None or not ranked or (ranked[1:] and ranked[0][1] < _OFTEN * ranked[1][1]):
        return None
    host = ranked[0][0]
    return (sender, host) if host is not None and host != sender else None


def _numbers(counted: Deployment | QuantityMention | None) -> set[int]:
    """Number, minimum and maximum, those that are told."""
    told = (counted.number, counted.minimum, counted.maximum) if counted is not None else ()
    return {number for number in told if number is not None}


def _counted(scene: Scene) -> Iterator[tuple[Nominal, Clause]]:
    """The counted soldiers of the prose, in sentences in which nobody is hurt or fights."""
    people = scene.words.people
    known = ((noun, people.nearest(noun)) for noun in people.met(scene.vocabulary))
    soldiers = {noun for noun, row in known if row is not None and row.personnel is not None and not row.civilian}
    soldiers |= scene.words.jobs["heads"]
    for sentence in scene.text.sentences:
        if sentence.role is not Role.PROSE or soldiers.isdisjoint(scene.nouns[sentence.first : sentence.last]):
            continue
        if _is_otherwise(scene, sentence):
            continue
        for nominal in scene.nominals[sentence.number]:
            clause = scene.clause_at(nominal.head)
            if clause is not None and _is_contingent(nominal) and _is_free(scene, nominal, clause):
                yield nominal, clause


def _is_otherwise(scene: Scene, sentence: Sentence) -> bool:
    return any(scene.is_a(place, job) for place in range(sentence.first, sentence.last) for job in _OTHERWISE)


def _is_contingent(nominal: Nominal) -> bool:
    """Whether soldiers are counted in a size that a contingent has."""
    row = nominal.people
    if row is None or row.personnel is None or row.civilian or row.body or nominal.quantity is None:
        return False
    return _FEW <= _size(nominal.quantity) <= _ARMY


def _is_free(scene: Scene, nominal: Nominal, clause: Clause) -> bool:
    """Whether nothing but "von" governs it, or a body of people is put at it ("schätzt die Truppe auf 900 Mann")."""
    if nominal.preposition is None or scene.is_a(nominal.preposition, "of"):
        return True
    put = clause.lemma in scene.words.jobs["reckon"] and scene.is_a(nominal.preposition, "put-at")
    return put and any(n.people is not None and n.people.body for n in scene.inside(clause))


def _size(quantity: QuantityMention) -> int:
    return max(quantity.number or 0, quantity.minimum or 0, quantity.maximum or 0)


def _are_theirs(desk: Desk, people: Nominal, clause: Clause, sender: str) -> bool:
    """Whether nobody else is named whose soldiers they could be."""
    scene = desk.scene
    whose = owner(scene, people)
    if whose not in {None, sender} or of_others(desk, people) or is_hurt(desk, people):
        return False
    if whose is None and (is_possessed(desk, people) or strange_subject(desk, clause, people)):
        return False
    others = (n for n in scene.inside(clause) if n is not people and not scene.speaks(n))
    return all(_is_no_other(scene, n, sender) for n in others)


def _lands(scene: Scene, people: Nominal) -> set[str | None]:
    """The countries of the places that the sentence names, whoever speaks there left out."""
    near = scene.nominals[scene.sentence_of(people.first).number]
    return {n.place.place.country for n in near if n.place is not None and not scene.speaks(n)}


def _is_no_other(scene: Scene, nominal: Nominal, sender: str) -> bool:
    """Whether a noun phrase names no other power, or one only as a place."""
    powers = {scene.power(m.actor) for m in ((nominal.actor,) if nominal.actor else ()) + nominal.owners}
    return powers <= {None, sender} or (nominal.place is not None and nominal.preposition is not None)
