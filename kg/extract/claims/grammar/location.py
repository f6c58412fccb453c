"""Where something happens or leads to: the country and the places that the location phrases of a clause name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from kg.extract.claims.grammar.asides import asides, beside, borders, is_post
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import is_genitive
from kg.model import ActorKind, MentionForm, Place, PlaceKind

__all__ = ["Where", "where"]

_SIDES = ("east", "west", "north", "south")


class Where(NamedTuple):
    """Where something happens or leads to."""

    host: str | None
    """Id of the state."""
    places: tuple[Place, ...]
    theatre: bool
    """Whether it is only a war by name ("in den Ukraine-Krieg"), which fixes no country."""
    positions: tuple[int, ...]
    here: bool = False
    """Whether the phrase takes up a country told before ("in dem Land")."""
    front: bool = False
    """Whether it is a front, a border or the like that names no country ("an der Front")."""


def where(scene: Scene, nominals: Sequence[Nominal], *, bare: bool = False) -> Where:
    """The country and places that location phrases name; a goal counts before a mere place.

    `bare`: whether noun phrases without a preposition tell where as well ("haben Kursk erreicht").
    """
    found: list[tuple[bool, Nominal, str | None, Place | None]] = []
    theatre: list[int] = []
    previous: Nominal | None = None
    chained = False
    for nominal, after in zip_longest(nominals, nominals[1:]):
        reached = bare and nominal.preposition is None and not is_genitive(scene, nominal) and nominal.people is None
        chained = reached or (_locates(scene, nominal, previous, chained) and not beside(scene, nominal, after))
        if chained and (spot := _spot(scene, nominal)) is not None:
            host, named = spot
            place = named if named is not None and named.id != host else _part(scene, previous, nominal) or named
            found.append((_is_goal(scene, nominal), nominal, host, place))
        elif chained and _is_theatre(scene, nominal):
            theatre.append(nominal.head)
        previous = nominal
    hosts = _ranked(found, asides(scene, nominals))
    if not hosts:
        if (area := next((n for n in nominals if _is_area(scene, n)), None)) and (known := _area_before(scene, area)):
            return Where(known.country, (known,), False, (area.first, area.head))
        here = any(_takes_up(scene, nominal) for nominal in nominals)
        theatre += [n.head for n in nominals if n.lemma in scene.words.jobs["side"] and n.preposition is not None]
        theatre += [n.head for n in nominals if _is_for_war(scene, n)]
        front = [n.head for n in nominals if _is_front(scene, n)]
        return Where(None, (), bool(theatre), (*theatre, *front), here, bool(front))
    host = hosts[0]
    places = [p for _, _, h, p in found if p is not None and h == host and p.kind is not PlaceKind.COUNTRY]
    positions = [p for _, n, h, _ in found if h == host for p in (n.first, n.head)]
    return Where(host, tuple(dict.fromkeys(places)), False, tuple(positions))


def _ranked(found: Sequence[tuple[bool, Nominal, str | None, Place | None]], beside: frozenset[int]) -> list[str]:
    """The countries of the places: those of what else is told last, goals before mere places."""
    ranked = sorted(found, key=lambda spot: (spot[1].head in beside, not spot[0]))
    return [host for _, _, host, _ in ranked if host is not None]


def _is_theatre(scene: Scene, nominal: Nominal) -> bool:
    """ "im Krieg", "in den Ukraine-Krieg", not "im Kampfgebiet", which is a front."""
    if nominal.determiner is not None and scene.is_a(nominal.determiner, "a"):
        return False
    named = bool(nominal.owners) and _is_war(scene, nominal)
    return named or (nominal.lemma in scene.words.jobs["war"] and not _is_front(scene, nominal))


def _takes_up(scene: Scene, nominal: Nominal) -> bool:
    """ "in dem Land", "ins Land", "im Norden des Landes"."""
    told = any(scene.text.tokens[p].tag == "ADJA" for p in range(nominal.first, nominal.head))
    if nominal.determiner is None or told or not scene.is_noun(nominal, "country"):
        return False
    return is_genitive(scene, nominal) or (nominal.preposition is not None and scene.is_a(nominal.preposition, "place"))


def _locates(scene: Scene, nominal: Nominal, previous: Nominal | None, chained: bool) -> bool:
    """Whether a noun phrase tells where: by its preposition, or as a genitive of one that does."""
    if nominal.lemma in scene.words.jobs["side"] or _is_nearer(scene, nominal) or _acts(scene, nominal):
        return False
    if nominal.preposition is not None:
        if scene.is_a(nominal.preposition, "place") or _is_base(scene, nominal):
            return not (_is_of_speaker(scene, nominal, previous) or borders(scene, nominal, previous))
        near = previous is not None and chained and scene.is_noun(previous, "near")
        return near and scene.is_a(nominal.preposition, "of")
    if not chained or not nominal.attached or nominal.pronoun or previous is None:
        return False
    side = any(previous.lemma in scene.words.jobs[job] for job in _SIDES)
    apposed = nominal.place is not None and nominal.determiner is None and not is_genitive(scene, nominal)
    return side or apposed or previous.place is not None or scene.is_noun(previous, "near")


def _is_of_speaker(scene: Scene, nominal: Nominal, previous: Nominal | None) -> bool:
    """ "Ein Fachmann in Riga rechnet mit …": where somebody is who speaks or counts."""
    if is_post(scene, nominal, previous):
        return True
    if previous is None or previous.preposition is not None or previous.attached or not nominal.attached:
        return False
    clause = scene.clause_at(previous.head)
    counts = clause is not None and clause.lemma in scene.words.jobs["reckon"] and "nom" in previous.cases
    return (counts and previous.people is None) or scene.speaks(previous)


def _is_base(scene: Scene, nominal: Nominal) -> bool:
    """ "von Kursk aus": from where something is done."""
    behind = min(nominal.last, len(scene.lemmas) - 1)
    return scene.is_a(nominal.preposition or 0, "of") and scene.is_a(behind, "out-of")


def _is_for_war(scene: Scene, nominal: Nominal) -> bool:
    """ "Truppen für den Krieg"."""
    at = nominal.preposition
    return at is not None and scene.is_a(at, "for") and nominal.lemma in scene.words.jobs["war"]


def _is_area(scene: Scene, nominal: Nominal) -> bool:
    """ "in der Grenzregion", "in das Gebiet": one that the article has named."""
    placed = nominal.preposition is not None and scene.is_a(nominal.preposition, "place")
    bare = nominal.place is None and nominal.actor is None and not nominal.owners and nominal.determiner is not None
    plain = nominal.head - nominal.first <= 2 and not any(
        scene.text.tokens[p].tag == "ADJA" for p in range(nominal.first, nominal.head)
    )
    return placed and bare and plain and scene.is_noun(nominal, "area")


def _area_before(scene: Scene, area: Nominal) -> Place | None:
    """The region that the three sentences before have named last, or the only one that the text before has named."""
    number = scene.sentence_of(area.first).number
    first = scene.text.sentences[max(number - 3, 0)].first
    named = (m for m in scene.mentions.places if m.place.kind is PlaceKind.REGION and m.place.country)
    before = [m for m in named if m.first < area.first]
    near = [m.place for m in before if m.first >= first]
    only = {m.place for m in before}
    return near[-1] if near else (only.pop() if len(only) == 1 else None)


def _is_front(scene: Scene, nominal: Nominal) -> bool:
    """ "an der Front", "an Abschnitten der Front", not "über die Grenze"."""
    if nominal.lemma not in scene.words.jobs["front"]:
        return False
    return is_genitive(scene, nominal) if nominal.preposition is None else not scene.is_a(nominal.preposition, "across")


def _acts(scene: Scene, nominal: Nominal) -> bool:
    """ "der von Kiew besetzten Orte": who has done what a participle behind tells."""
    at = nominal.preposition
    if at is None or not scene.is_a(at, "of"):
        return False
    if at and (scene.text.tokens[at - 1].tag in {"ART", "PDAT", "PIAT"} or scene.is_a(at - 1, "the")):
        return True
    after = [t.tag for t in scene.text.tokens[nominal.last : nominal.last + 4] if t.tag not in {"ADV", "ADJD", "CARD"}]
    return len(after) > 1 and after[0] in {"ADJA", "VVPP"} and after[1] in {"ADJA", "NN", "NE"}


def _is_nearer(scene: Scene, nominal: Nominal) -> bool:
    """ "näher an die Ukraine": not in it; "weiter in Belarus" is."""
    before = (nominal.preposition or 0) - 1
    if before < 0 or scene.is_a(before + 1, "in"):
        return False
    land = nominal.actor is not None and nominal.actor.actor.kind is ActorKind.STATE
    if land and scene.lemma(before + 1) in scene.words.jobs["nearer"]:
        return True
    forms = {scene.lemma(before), scene.text.tokens[before].form.lower()}
    return bool(forms & scene.words.jobs["nearer"])


def _spot(scene: Scene, nominal: Nominal) -> tuple[str | None, Place | None] | None:
    if nominal.place is not None:
        place = nominal.place.place
        host = place.country or (place.id if place.kind is PlaceKind.COUNTRY else None)
        return host, place
    if nominal.actor is not None and nominal.actor.actor.kind is ActorKind.STATE:
        return None if nominal.actor.form is MentionForm.DEMONYM else (nominal.actor.actor.id, None)
    if nominal.actor is not None and nominal.actor.actor.kind in {ActorKind.GOVERNMENT, ActorKind.ORGANISATION}:
        namesake = _namesake(scene, nominal)
        return (namesake.country, namesake) if namesake is not None else None
    if not scene.is_noun(nominal, "near"):
        return None
    states = [mention.actor.id for mention in nominal.owners if mention.actor.kind is ActorKind.STATE]
    state = states[0] if states else _by_adjective(scene, nominal)
    return (state, None) if state is not None else None


def _by_adjective(scene: Scene, nominal: Nominal) -> str | None:
    """ "in der nordostukrainischen Stadt …": the country inside an adjective of direction."""
    adjectives = [p for p in range(nominal.first, nominal.head) if scene.text.tokens[p].tag == "ADJA"]
    for position in adjectives:
        word = scene.lemmas[position]
        for stem, state in scene.words.origins:
            if stem in word[2:] and word.startswith(tuple(scene.words.jobs["direction"])):
                return state
    return None


def _part(scene: Scene, previous: Nominal | None, nominal: Nominal) -> Place | None:
    """ "im Osten Russlands": a part of a country under a name of its own."""
    if nominal.actor is None:
        return None
    country = nominal.actor.actor
    inner = [scene.lemma(p) for p in range(nominal.first, nominal.head)]
    if previous is not None and nominal.attached and nominal.preposition is None:
        inner.append(previous.lemma)
    side = next((job for job in _SIDES if scene.words.jobs[job] & set(inner)), None)
    if side is None or country.kind is not ActorKind.STATE:
        return None
    label = f"{scene.words.labels[side]} {country.label_en}"
    return Place(
        id=f"x-place-{side}-{country.id}",
        kind=PlaceKind.REGION,
        label_en=label,
        label_de=scene.text.words(scene.text.span(_side_at(scene, side, nominal), nominal.last)),
        country=country.id,
    )


def _side_at(scene: Scene, side: str, nominal: Nominal) -> int:
    """Where the word for the part of the country stands: the last one before the country's name."""
    return next(p for p in range(nominal.head, -1, -1) if scene.is_a(p, side))


def _namesake(scene: Scene, nominal: Nominal) -> Place | None:
    """The place that the article names by the last word of a self-styled state ("Volksrepublik Donezk": Donezk)."""
    word = scene.text.tokens[nominal.head].form
    return next((m.place for m in scene.mentions.places if scene.text.tokens[m.last - 1].form == word), None)


def _is_goal(scene: Scene, nominal: Nominal) -> bool:
    return nominal.preposition is not None and (
        scene.is_a(nominal.preposition, "goal") or nominal.cases == frozenset({"acc"}) or _is_base(scene, nominal)
    )


def _is_war(scene: Scene, nominal: Nominal) -> bool:
    row = scene.words.spheres.get(nominal.lemma)
    return row is not None and row.conflict
