"""Deployments by mere presence: people of one country in the same clause as a place in another, whatever the verb.

The last resort: read where no verb or noun of the tables has told of the people, and only for what is new.
"""

from __future__ import annotations

from kg.extract.claims.common.claimants import voices
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.common.strangers import of_others
from kg.extract.claims.deployments.dispatch import dispatched
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.helpers import helper
from kg.extract.claims.deployments.hosts import handed, place_before, reached
from kg.extract.claims.deployments.natives import at_war
from kg.extract.claims.deployments.people import extent
from kg.extract.claims.deployments.roles import Roles
from kg.extract.claims.grammar.frames import How, Match, chain_after
from kg.extract.claims.grammar.location import Where, where
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import is_genitive, owner
from kg.model import ActorKind, Clause, Personnel

__all__ = ["bystanders", "is_plain"]

_NEAR = 3
"""Sentences in which "die Soldaten" are still those of a deployment."""
_FRAMES = "frames/"
"""Of "laut X", which stands in the clause of what X says."""
_STRONG = frozenset({Personnel.SOLDIERS, Personnel.OFFICERS, Personnel.GENERALS, Personnel.INSTRUCTORS})
_STOP = ("withdraw", "meeting", "flee")
_BATTLE = ("attack", "fight", "strike")
_HARM = ("hurt", "harm", "caught")


def bystanders(desk: Desk, match: Match, found: list[Found]) -> tuple[Match, Roles] | None:
    """The match and roles of people who are told to be somewhere abroad; None where nothing tells it."""
    scene, people, clause = desk.scene, match.nominal, match.clause
    if people is not None and (among := _among(desk, people, clause, found)) is not None:
        return match, among
    sends = dispatched(desk, people, clause, found) if people is not None else None
    sender = sends or ((owner(scene, people) or _resumed(desk, people, found)) if people is not None else None)
    helps = None
    if people is not None and sender is None and not found:
        sender = helps = helper(desk, people, clause, where(scene, scene.inside(clause)).host)
    troops = people is not None and (helps is not None or _are_troops(desk, people, found))
    if people is None or sender is None or not troops or not is_plain(scene, people, clause):
        return None
    place = _place(desk, match, sender, found)
    if place.host is None and sends is not None:
        place = handed(scene, scene.inside(clause), place)
    if place.host is None and sends is not None:
        place = _lent(desk, people, sender, place, found)
    if (
        place.host in {None, sender}
        or _are_elsewhere(scene, people, place, found)
        or _is_told(scene, sender, place, people, found)
    ):
        return None
    if _fights(scene, people, clause) and not any(
        (f.claim.sender, f.claim.host) == (sender, place.host) for f in found
    ):
        return None
    verbs = clause.verbs or (match.at,)
    told = match._replace(how=How.VERB, at=verbs[-1])
    positions = (*extent(people), *place.positions, *verbs)
    return told, Roles(people, sender, place, positions, True, True)


def _lent(desk: Desk, people: Nominal, sender: str, place: Where, found: list[Found]) -> Where:
    """The place of more people whom somebody sends: where the last ones of theirs are."""
    near = range(max(people.first - 2, 0), people.head)
    more = any(desk.scene.is_a(p, job) for p in near for job in ("further", "ordinal", "again"))
    same = [f.claim.host for f in found if f.claim.sender == sender and f.claim.host is not None]
    return place._replace(host=same[-1]) if more and same else place


def _resumed(desk: Desk, people: Nominal, found: list[Found]) -> str | None:
    """Whose "die Soldaten" are: those of the deployment told in the sentences right before."""
    scene = desk.scene
    number = scene.sentence_of(people.first).number
    near = bool(found) and found[-1].core.start >= scene.text.sentences[max(number - _NEAR, 0)].start
    plain = people.people is not None and not people.people.holds and not of_others(desk, people)
    clause = scene.clause_at(people.head)
    behind = clause is not None and clause.finite is not None and clause.finite < people.first
    told = {None, found[-1].claim.host} if near and behind else {None}
    plain = plain and where(scene, [people, *chain_after(scene, people)]).host in told
    return found[-1].claim.sender if near and plain else None


def _among(desk: Desk, people: Nominal, clause: Clause, found: list[Found]) -> Roles | None:
    """The roles of "Darunter 40 Offiziere." right behind a deployment: those of the deployment."""
    sentence = desk.scene.sentence_of(clause.first)
    listed = clause.finite is None and desk.scene.is_a(sentence.first, "also") and people.quantity is not None
    if not listed or not found or sentence.number == 0:
        return None
    last = found[-1].claim
    if found[-1].core.start < desk.scene.text.sentences[sentence.number - 1].start:
        return None
    return Roles(people, last.sender, Where(last.host, (), False, ()), extent(people), True, True)


def _are_troops(desk: Desk, people: Nominal, found: list[Found]) -> bool:
    """Whether several soldiers stand in the clause themselves; others only where somebody is deployed anyway."""
    scene = desk.scene
    named = people.actor is not None and people.actor.actor.kind is ActorKind.PERSON
    whole = people.lemma in scene.words.jobs["whole-forces"]
    if named or whole or _is_one(scene, people) or _is_remote(scene, people):
        return False
    row = people.people
    if row is None:
        return at_war(scene, people) or _are_under_fire(scene, people, found) or _are_those(scene, people, found)
    return row.personnel in _STRONG or bool(found)


def _are_those(scene: Scene, people: Nominal, found: list[Found]) -> bool:
    """ "die Ruander", "kein einziger Ruander", whose soldiers were told to be abroad."""
    named = people.actor is not None and people.determiner is not None
    plural = named and people.actor is not None and people.actor.plural
    known = plural and scene.is_a(people.determiner or 0, "the")
    known = known or (named and scene.is_a(people.determiner or 0, "no"))
    return known and any(f.claim.sender == owner(scene, people) for f in found)


def _are_elsewhere(scene: Scene, people: Nominal, place: Where, found: list[Found]) -> bool:
    """Whether "die Ruander" of whom no war is told are in another country than those told before."""
    if people.determiner is not None and scene.is_a(people.determiner, "no"):
        return False
    told = {f.claim.host for f in found if f.claim.sender == owner(scene, people)}
    named = people.people is None and people.determiner is not None and people.quantity is None
    return named and place.host not in told and not at_war(scene, people)


def _are_under_fire(scene: Scene, people: Nominal, found: list[Found]) -> bool:
    """Whether citizens whose soldiers were told to be abroad are shot at ("Ruander gerieten unter Feuer")."""
    known = (
        people.actor is not None and people.actor.plural and any(f.claim.sender == owner(scene, people) for f in found)
    )
    here = scene.sentence_of(people.first)
    return known and any(scene.is_a(p, job) for p in range(here.first, here.last) for job in ("under-fire", "strike"))


def _is_one(scene: Scene, people: Nominal) -> bool:
    """ "ein Soldat", "der Offizier"."""
    row, determiner = people.people, people.determiner
    if people.quantity is not None or determiner is None or (row is not None and row.body):
        return False
    bare = scene.text.tokens[people.head].form.lower() == people.lemma and row is not None
    return scene.is_a(determiner, "a") or bare


def _is_remote(scene: Scene, people: Nominal) -> bool:
    """Whether they only belong to another noun or are what is talked about ("über", "wegen", "für")."""
    if people.first and scene.text.tokens[people.first - 1].tag == "KOKOM" and people.quantity is None:
        return True
    sentence = scene.nominals[scene.sentence_of(people.first).number]
    before = next((n for n in sentence if n.last == people.first), None)
    held = before is not None and before.people is not None
    if is_genitive(scene, people) and not held:
        return True
    return people.preposition is not None and not scene.is_a(people.preposition, "beside")


def is_plain(scene: Scene, people: Nominal, clause: Clause) -> bool:
    """Whether nobody is hurt, caught or on a visit in a clause, and nobody speaks in it; who is attacked is there."""
    own = scene.own_tokens(clause)
    sentence = scene.sentence_of(clause.first)
    harmed = any(scene.is_a(p, job) for p in range(sentence.first, sentence.last) for job in _HARM)
    if harmed or not own or any(scene.is_a(p, job) for p in own for job in _STOP):
        return False
    if any(clause.lemma in scene.words.jobs[job] for job in ("reckon", "figures")):
        return True
    spans = [scene.text.tokens[p].span for p in own]
    cues = [s.cue for s in scene.statements if s.cue is not None and not s.rule.startswith(_FRAMES)]
    return not any(cue.overlaps(span) for cue in cues for span in spans)


def _fights(scene: Scene, people: Nominal, clause: Clause) -> bool:
    """Whether people attack, which they may do from afar."""
    if clause.passive and people.preposition is None:
        return False
    return any(scene.is_a(p, job) for p in scene.own_tokens(clause) for job in _BATTLE)


def _place(desk: Desk, match: Match, sender: str, found: list[Found]) -> Where:
    scene, people, clause = desk.scene, match.nominal, match.clause
    assert people is not None
    inside = [n for n in scene.inside(clause) if n != people]
    free = [n for n in inside if not _is_of_event(scene, inside, n)]
    place = where(scene, [people, *chain_after(scene, people)])
    if place.host is None:
        place = where(scene, free)
    if place.host is None:
        place = place_before(scene, clause) or reached(desk, match, place, sender, found)
    return place


def _is_of_event(scene: Scene, inside: list[Nominal], nominal: Nominal) -> bool:
    """Whether a place belongs to something else that happens there ("bei einem Treffen in Riga")."""
    before = next((n for n in inside if n.last == nominal.first), None) if nominal.attached else None
    if before is None or scene.speaks(before):
        return False
    country = nominal.place.place.country if nominal.place is not None else None
    if before.actor is not None:
        return country is None or scene.power(before.actor.actor) != country
    return any(before.lemma in scene.words.jobs[job] for job in ("meeting", "land"))


def _is_told(scene: Scene, sender: str, place: Where, people: Nominal, found: list[Found]) -> bool:
    """Whether the article has told it already, and nothing of it is new, who tells it neither."""
    same = [f.claim for f in found if f.claim.rule and f.claim.sender == sender and f.claim.host == place.host]
    if people.quantity is None:
        says = {who for voice in voices(scene, scene.text.span(people.first, people.last)) for who in voice.claimants}
        same = [claim for claim in same if says <= set(claim.claimants)] if place.places else same
        told = {place for claim in same for place in claim.places}
        return bool(same) and {one.id for one in place.places} <= told
    return any(claim.number == people.quantity.number for claim in same)
