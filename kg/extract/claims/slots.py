"""The slots that frames fill: whose people or goods, where to, which noun phrase is the subject."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.extract.claims.frames import chain_after
from kg.extract.claims.nominals import Nominal
from kg.extract.claims.scene import Scene
from kg.model import ActorKind, Clause, ClauseKind, Place, PlaceKind

__all__ = ["Where", "antecedent", "continued", "is_genitive", "owner", "parties", "seated", "subject", "where"]

_DASHES = frozenset("-–—")
_SIDES = ("east", "west", "north", "south")


class Where(NamedTuple):
    """Where something happens or leads to."""

    host: str | None
    """Id of the state."""
    places: tuple[Place, ...]
    theatre: bool
    """Whether it is only a war by name ("in den Ukraine-Krieg"), which fixes no country."""
    positions: tuple[int, ...]


NOWHERE = Where(None, (), False, ())


def owner(scene: Scene, nominal: Nominal) -> str | None:
    """Whose the people or goods of a noun phrase are: by adjective, compound, genitive or "aus"."""
    for mention in nominal.owners:
        if (power := scene.power(mention.actor)) is not None:
            return power
    if nominal.actor is not None and (nominal.people is not None or nominal.actor.plural):
        return scene.power(nominal.actor.actor)
    if (before := _genitive_before(scene, nominal)) is not None:
        return before
    for follower in chain_after(scene, nominal)[:2]:
        genitive = follower.preposition is None and follower.attached and follower.quantity is None
        source = follower.preposition is not None and scene.is_a(follower.preposition, "source")
        if (genitive or source) and follower.actor is not None and follower.people is None:
            return scene.power(follower.actor.actor)
        if not (genitive or source) or (follower.item is None and follower.people is None):
            break
    return None


def _genitive_before(scene: Scene, nominal: Nominal) -> str | None:
    """ "Nordkoreas Soldaten", "Kims Truppen": a name in the genitive right before."""
    if nominal.determiner is not None or nominal.preposition is not None or not nominal.attached:
        return None
    sentence = scene.nominals[scene.sentence_of(nominal.first).number]
    before = sentence[sentence.index(nominal) - 1]
    if before.actor is None or not scene.text.tokens[before.head].form.endswith("s"):
        return None
    return scene.power(before.actor.actor)


def where(scene: Scene, nominals: Iterable[Nominal]) -> Where:
    """The country and places that location phrases name; a goal counts before a mere place."""
    found: list[tuple[bool, Nominal, str | None, Place | None]] = []
    theatre: list[int] = []
    previous: Nominal | None = None
    chained = False
    for nominal in nominals:
        chained = _locates(scene, nominal, previous, chained)
        if chained and (spot := _spot(scene, nominal)) is not None:
            host, named = spot
            place = named if named is not None and named.id != host else _part(scene, previous, nominal) or named
            found.append((_is_goal(scene, nominal), nominal, host, place))
        elif chained and nominal.owners and _is_war(scene, nominal):
            theatre.append(nominal.head)
        previous = nominal
    hosts = [host for goal, _, host, _ in found if host is not None and goal] or [h for _, _, h, _ in found if h]
    if not hosts:
        return Where(None, (), bool(theatre), tuple(theatre))
    host = hosts[0]
    places = [p for _, _, h, p in found if p is not None and h == host and p.kind is not PlaceKind.COUNTRY]
    positions = [p for _, n, h, _ in found if h == host for p in (n.first, n.head)]
    return Where(host, tuple(dict.fromkeys(places)), False, tuple(positions))


def _locates(scene: Scene, nominal: Nominal, previous: Nominal | None, chained: bool) -> bool:
    """Whether a noun phrase tells where: by its preposition, or as a genitive of one that does."""
    if nominal.lemma in scene.words.jobs["side"]:
        return False
    if nominal.preposition is not None:
        if scene.is_a(nominal.preposition, "place"):
            return True
        near = previous is not None and chained and scene.is_noun(previous, "near")
        return near and scene.is_a(nominal.preposition, "of")
    return chained and nominal.attached and not nominal.pronoun


def _spot(scene: Scene, nominal: Nominal) -> tuple[str | None, Place | None] | None:
    if nominal.place is not None:
        place = nominal.place.place
        host = place.country or (place.id if place.kind is PlaceKind.COUNTRY else None)
        return host, place
    if nominal.actor is not None and nominal.actor.actor.kind is ActorKind.STATE:
        return nominal.actor.actor.id, None
    if nominal.actor is not None and nominal.actor.actor.kind in {ActorKind.GOVERNMENT, ActorKind.ORGANISATION}:
        namesake = _namesake(scene, nominal)
        return (namesake.country, namesake) if namesake is not None else None
    for mention in nominal.owners:
        if mention.actor.kind is ActorKind.STATE and scene.is_noun(nominal, "near"):
            return mention.actor.id, None
    return None


def _part(scene: Scene, previous: Nominal | None, nominal: Nominal) -> Place | None:
    """ "im Osten Russlands": a part of a country under a name of its own."""
    if previous is None or not nominal.attached or nominal.preposition is not None or nominal.actor is None:
        return None
    country = nominal.actor.actor
    side = next((job for job in _SIDES if previous.lemma in scene.words.jobs[job]), None)
    if side is None or country.kind is not ActorKind.STATE:
        return None
    label = f"{scene.words.labels[side]} {country.label_en}"
    return Place(
        id=f"x-place-{side}-{country.id}",
        kind=PlaceKind.REGION,
        label_en=label,
        label_de=scene.text.words(scene.text.span(previous.head, nominal.last)),
        country=country.id,
    )


def _namesake(scene: Scene, nominal: Nominal) -> Place | None:
    """The place that the article names by the last word of a self-styled state ("Volksrepublik Donezk": Donezk)."""
    word = scene.text.tokens[nominal.head].form
    return next((m.place for m in scene.mentions.places if scene.text.tokens[m.last - 1].form == word), None)


def _is_goal(scene: Scene, nominal: Nominal) -> bool:
    return nominal.preposition is not None and (
        scene.is_a(nominal.preposition, "goal") or nominal.cases == frozenset({"acc"})
    )


def _is_war(scene: Scene, nominal: Nominal) -> bool:
    row = scene.words.spheres.get(nominal.lemma)
    return row is not None and row.conflict


def subject(scene: Scene, clause: Clause) -> Nominal | None:
    """The actor that is the subject of a clause: its own; of a relative clause the noun before it; of an infinitive the
    subject of the clause above."""
    if clause.kind is ClauseKind.INFINITIVE and clause.parent is not None:
        return _controller(scene, scene.text.clauses[clause.parent])
    if clause.kind is ClauseKind.RELATIVE and clause.opener == clause.first:
        before = antecedent(scene, clause) if scene.text.tokens[clause.first].tag == "PRELS" else None
        if before is not None:
            return before if before.actor is not None else None
    after = _dateline_end(scene, clause)
    for nominal in scene.inside(clause):
        free = nominal.preposition is None and not nominal.pronoun and not is_genitive(scene, nominal)
        can = free and nominal.first >= after and nominal.item is None and _can_be_subject(nominal)
        if can and _acts(scene, nominal):
            return nominal
    first = continued(scene, clause)
    return subject(scene, first) if first is not None and not clause.passive else None


def _controller(scene: Scene, above: Clause) -> Nominal | None:
    """Who does what an infinitive tells: the subject of the clause above, or its object ("wirft X vor, … zu haben")."""
    if above.lemma not in scene.words.jobs["object-control"]:
        return subject(scene, above)
    free = parties(scene, scene.inside(above))
    return free[1] if len(free) > 1 and not above.passive else (free[0] if free else None)


def _acts(scene: Scene, nominal: Nominal) -> bool:
    return nominal.actor is not None or seated(scene, nominal) is not None


def seated(scene: Scene, nominal: Nominal) -> str | None:
    """The state of "das Regime in Pjöngjang", "die Regierung Polens"."""
    if nominal.lemma not in scene.words.jobs["land"]:
        return None
    if (power := owner(scene, nominal)) is not None:
        return power
    for follower in chain_after(scene, nominal)[:1]:
        if follower.actor is not None and (follower.preposition is None or scene.is_a(follower.preposition, "in")):
            return scene.power(follower.actor.actor)
        if follower.place is not None:
            return follower.place.place.country
    return None


def _dateline_end(scene: Scene, clause: Clause) -> int:
    """The position after "KURSK, Russland – " at the beginning of a paragraph; the clause's first token without one."""
    tokens = scene.text.tokens
    for position in range(clause.first, min(clause.first + 8, clause.last)):
        if tokens[position].form in _DASHES:
            return position + 1
        if tokens[position].tag.startswith(("V", "ART", "APPR", "P", "ADV")):
            break
    return clause.first


def _can_be_subject(nominal: Nominal) -> bool:
    return not nominal.cases or "nom" in nominal.cases


def is_genitive(scene: Scene, nominal: Nominal) -> bool:
    """Whether a noun phrase is a genitive that belongs to the noun before it."""
    if not nominal.attached or nominal.coordinated:
        return False
    name = nominal.determiner is None and scene.text.tokens[nominal.head].form.endswith("s")
    bare = nominal.first == nominal.head
    return name or (not bare and "gen" in nominal.cases and "acc" not in nominal.cases)


def continued(scene: Scene, clause: Clause) -> Clause | None:
    """The main clause before a clause that shares its subject ("besuchte Kiew und unterzeichnete dort …")."""
    if clause.kind is not ClauseKind.MAIN:
        return None
    if scene.text.tokens[clause.first].tag != "KON" and clause.finite != clause.first:
        return None
    if any(n.pronoun and "nom" in n.cases for n in scene.inside(clause)):
        return None
    first = scene.sentence_of(clause.first).first
    before = [c for c in scene.text.clauses if first <= c.first < clause.first and c.kind is ClauseKind.MAIN]
    return before[-1] if before else None


def antecedent(scene: Scene, clause: Clause) -> Nominal | None:
    """The noun phrase that a relative clause belongs to: the last one before it."""
    sentence = scene.sentence_of(clause.first)
    before = [n for n in scene.nominals[sentence.number] if n.last <= clause.first]
    return before[-1] if before else None


def parties(scene: Scene, nominals: Iterable[Nominal]) -> list[Nominal]:
    """The noun phrases without preposition whose heads name an actor, genitives left out."""
    return [
        n
        for n in nominals
        if n.preposition is None
        and n.actor is not None
        and not n.pronoun
        and n.item is None
        and not is_genitive(scene, n)
    ]
