"""The host of a deployment: told by its clause, taken up from before, or left to what the rest of the article tells."""

from __future__ import annotations

from itertools import pairwise

from kg.extract.claims.common.context import is_fought, land_before
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.people import extent
from kg.extract.claims.deployments.served import aided, aided_one, given_forces, serving
from kg.extract.claims.deployments.theatre import land_of_towns
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.location import Where, where
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import own_land, owner, parties
from kg.lang.deployment import DeploymentRow, People
from kg.model import ActorKind, Clause, ClauseKind, Modality

__all__ = ["beside_host", "handed", "hosted", "place_before", "reached", "told_place"]

_REAL = (Modality.FACT, Modality.ALLEGED)
_TAKERS = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.PERSON})
_FORCES = frozenset({ActorKind.ARMED_FORCES})
_HANDED = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, *_FORCES})
_PLACES = 2
"""Noun phrases before a relative clause among which its place stands."""


def told_place(
    desk: Desk, clause: Clause, inside: tuple[Nominal, ...], row: DeploymentRow, known: tuple[Nominal | None, ...]
) -> Where:
    """Where the clause leads to; of a verb of sending the one to whom people are given ("schickt Kiew Ausbilder")."""
    scene = desk.scene
    place = where(scene, inside)
    if place.host is None and (before := place_before(scene, clause)) is not None:
        return before
    if row.reaches and place.host is None:
        return where(scene, inside, bare=True)
    if place.host is None and not place.theatre and row.people is People.OBJECT:
        place = handed(scene, inside, place)
    if row.aids and clause.passive and place.host is None:
        return aided_one(scene, inside, place)
    place = _served(scene, inside, row, place, known)
    if place.host is not None and not row.aids:
        return place
    closed = (place.theatre and not row.aids) or not row.sends or clause.passive or known[0] is None
    return place if closed else _given(scene, inside, place, known)


def _given(scene: Scene, inside: tuple[Nominal, ...], place: Where, known: tuple[Nominal | None, ...]) -> Where:
    """A place with the one to whom people are given."""
    given = [n for n in parties(scene, inside) if n not in known and not n.coordinated and _is_free(scene, n, known)]
    lands = [n.actor.actor for n in given if n.actor is not None and n.actor.actor.kind in _TAKERS]
    if not given and (friend := _friend(scene, inside)) is not None:
        return place._replace(host=friend[1], positions=extent(friend[0]))
    if len(lands) != 1 or len(given) != 1:
        return place
    return place._replace(host=scene.power(lands[0]), positions=extent(given[0]))


def _is_free(scene: Scene, nominal: Nominal, known: tuple[Nominal | None, ...]) -> bool:
    """Whether a noun phrase belongs to none before it: nothing but a dative, right behind who sends, or an apposition
    ("will Kim dem Kreml …", "seinem Verbündeten Russland")."""
    if not nominal.attached or nominal.cases == {"dat"}:
        return True
    before = [n for n in scene.nominals[scene.sentence_of(nominal.first).number] if n.last == nominal.first]
    return any(n in known[:1] or n.lemma in scene.words.jobs["guest"] for n in before)


def _friend(scene: Scene, inside: tuple[Nominal, ...]) -> tuple[Nominal, str] | None:
    """ "schickt seinem Partner im Kreml eine Division": to whom, and whose country that is."""
    for nominal, after in pairwise(inside):
        guest = nominal.preposition is None and "dat" in nominal.cases and nominal.lemma in scene.words.jobs["guest"]
        seat = guest and after.attached and after.preposition is not None and scene.is_a(after.preposition, "in")
        if seat and after.actor is not None and (power := scene.power(after.actor.actor)) is not None:
            return nominal, power
    return None


def _served(
    scene: Scene, inside: tuple[Nominal, ...], row: DeploymentRow, place: Where, known: tuple[Nominal | None, ...]
) -> Where:
    """A place with those for whom people are sent or whom they serve, where nothing else tells where."""
    if place.host is None and not place.theatre:
        place = aided(scene, inside, place)
    if place.host is None and (row.sends or row.aids):
        place = given_forces(scene, inside, place, known, aids=row.aids)
    return place if place.host is not None or place.front else serving(scene, inside, place)


def handed(scene: Scene, inside: tuple[Nominal, ...], place: Where) -> Where:
    """A place with those to whom people are given: "an die russische Armee", "für Haiti"."""
    for nominal in (n for n in inside if n.preposition is not None):
        lent = scene.is_a(nominal.preposition or 0, "for")
        if not (lent or scene.is_a(nominal.preposition or 0, "to-goods")):
            continue
        if (host := _taker(scene, nominal, _HANDED if lent else _FORCES)) is not None:
            return place._replace(host=host, positions=extent(nominal))
    return place


def _taker(scene: Scene, nominal: Nominal, kinds: frozenset[ActorKind]) -> str | None:
    if nominal.actor is not None:
        return scene.power(nominal.actor.actor) if nominal.actor.actor.kind in kinds else None
    return owner(scene, nominal) if nominal.people is not None and nominal.people.body else None


def place_before(scene: Scene, clause: Clause) -> Where | None:
    """The place right before a relative clause that is about it: "in Goma, wo …", "Kursk, um das …"."""
    if not any(_is_there(scene, p) for p in range(clause.first, min(clause.first + 2, clause.last))):
        return None
    sentence = scene.nominals[scene.sentence_of(clause.first).number]
    before = [n for n in sentence if n.last <= clause.first][-_PLACES:]
    places = [n._replace(preposition=None, attached=False) for n in before if n.place is not None]
    found = where(scene, places[-1:], bare=True)
    return found if found.host is not None else None


def _is_there(scene: Scene, position: int) -> bool:
    """Whether a word is "wo", or the pronoun after "in" or another preposition of place."""
    relative = scene.text.tokens[position].tag == "PRELS" and scene.is_a(position - 1, "place")
    return scene.is_a(position, "where") or relative


def reached(desk: Desk, match: Match, place: Where, sender: str | None, found: list[Found]) -> Where:
    """A place with what "dort" and "in dem Land" in the clause take up."""
    scene = desk.scene
    there = any(
        scene.is_a(p, "there-place") and not scene.is_a(p - 1, "source") for p in _own_and_above(scene, match.clause)
    )
    if place.host is not None or not (there or place.here):
        return place
    if (own := _own_country(scene, match.clause)) is not None and own != sender:
        return place._replace(host=own)
    if there and sender is not None and _is_of_home(scene, match.at, sender, found):
        return place._replace(host=sender)
    host = _last_host(found, sender)
    if host is None and any(n.lemma in scene.words.jobs["neighbour-land"] for n in scene.inside(match.clause)):
        near = land_before(scene, match.at, other_than=sender)
        return place._replace(host=_beside(scene, match.clause, sender) or near)
    host = host or _last_told(scene, found, sender) or land_before(scene, match.at, other_than=sender)
    known = found[-1].places if there and found and found[-1].claim.host == host else ()
    return place._replace(host=host, places=known)


def _beside(scene: Scene, clause: Clause, sender: str | None) -> str | None:
    """ "im Nachbarland": the one whose towns the article has named so far."""
    return land_of_towns(scene, sender, scene.sentence_of(clause.first).number + 1) if sender is not None else None


def _is_of_home(scene: Scene, position: int, sender: str, found: list[Found]) -> bool:
    """Whether "dort" is the country of those who are told to be there, to which the sentence right before had others
    sent."""
    before = scene.text.sentences[max(scene.sentence_of(position).number - 1, 0)].start
    return bool(found) and found[-1].core.start >= before and found[-1].claim.host == sender


def _own_and_above(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """The tokens of a clause, and for an infinitive those of the one above ("Dort begannen sie, …")."""
    above = clause.parent if clause.kind is ClauseKind.INFINITIVE else None
    return (*scene.own_tokens(clause), *(scene.own_tokens(scene.text.clauses[above]) if above is not None else ()))


def _own_country(scene: Scene, clause: Clause) -> str | None:
    """ "auf Übungsplätzen seines Landes", "in unserem Land"."""
    lands = [n for n in scene.inside(clause) if n.lemma in scene.words.jobs["country"] and n.determiner is not None]
    own = [n for n in lands if scene.text.tokens[n.determiner or 0].tag == "PPOSAT"]
    return own_land(scene, own[0]) if own else None


def hosted(place: Where, sender: str | None, found: list[Found]) -> tuple[Where, bool]:
    """A place with the host of the last deployment of the same sender where the words name none, and whether the host
    is left open."""
    if place.host is not None or place.theatre:
        return place, False
    same = [f for f in reversed(found) if f.claim.rule and f.claim.sender == sender]
    told = [f.claim for f in same if f.claim.host is not None]
    real = [claim for claim in told if claim.modality in _REAL]
    host = next((claim.host for claim in real or told), None)
    return place._replace(host=host), host is None and not place.front and all(f.open for f in same)


def _last_host(found: list[Found], sender: str | None) -> str | None:
    """The host of the last deployment with the same sender."""
    return next((f.claim.host for f in reversed(found) if f.claim.sender == sender), None)


def _last_told(scene: Scene, found: list[Found], sender: str | None) -> str | None:
    """The host of the last deployment at all; of one that is denied only a host that is named as its place."""
    told = (f for f in reversed(found) if f.claim.modality is not Modality.DENIED or _is_placed(scene, f))
    return next((f.claim.host for f in told if f.claim.host not in {None, sender}), None)


def _is_placed(scene: Scene, one: Found) -> bool:
    """ "schickt keine Soldaten nach Mali", not "nimmt am Krieg gegen Mali nicht mit Soldaten teil"."""
    clause = scene.clause_at(scene.text.place_of(one.core.start))
    named = scene.inside(clause) if clause is not None else ()
    return where(scene, [n for n in named if not is_fought(scene, n)]).host == one.claim.host


def beside_host(desk: Desk, clause: Clause, place: Where, sender: str | None, found: list[Found]) -> Where:
    """A place with the country at whose side people are, if it is where the article has them ("an der Seite russischer
    Truppen")."""
    scene = desk.scene
    if place.host is not None or sender is None:
        return place
    inside = scene.inside(clause)
    sides = [
        place for place, n in enumerate(inside) if n.lemma in scene.words.jobs["side"] and n.preposition is not None
    ]
    near = [n for at in sides for n in inside[at : at + 2]]
    powers = {owner(scene, n) or (scene.power(n.actor.actor) if n.actor is not None else None) for n in near}
    known = [actor for power in powers if power is not None and (actor := scene.actors.get(power)) is not None]
    states = {state for _, state in scene.words.origins}
    rebels = powers.isdisjoint(states) and all(actor.kind is not ActorKind.STATE for actor in known)
    if sides and rebels and place.theatre and not any(n.lemma in scene.words.jobs["war"] for n in inside):
        return place._replace(theatre=False)  # beside rebels: where the article has the same people
    told = {f.claim.host for f in found if f.claim.sender == sender and f.claim.host is not None}
    there = powers & told - {sender}
    if len(there) != 1:
        return place
    return place._replace(host=there.pop(), theatre=False, positions=(near[-1].head,))
