"""Names of the gazetteer in a text, and which of several bodies of one name an article means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from kg.gazetteer import Gazetteer
from kg.model import ActorKind
from kg.model.record import Record, record
from kg.recognise.nametree import Meaning

__all__ = ["Hit", "at_home", "shown_states", "states_of"]


@record
class Hit(Record):
    """A name of the gazetteer in the text."""

    first: int
    last: int
    meanings: tuple[Meaning, ...]


def at_home(hits: dict[int, Hit], states: Mapping[int, str], gazetteer: Gazetteer) -> dict[int, Hit]:
    """The names, those of bodies of several states ("Grüne", "Bundesregierung") with that of the state first that the
    article tells most of."""
    several = {place: hit for place, hit in hits.items() if len(_homes(hit, gazetteer)) > 1}
    if not several:
        return hits
    shown = shown_states({p: hit for p, hit in hits.items() if p not in several}, states, gazetteer)
    return hits | {place: _sorted(hit, shown, gazetteer) for place, hit in several.items()}


def shown_states(hits: Mapping[int, Hit], states: Mapping[int, str], gazetteer: Gazetteer) -> Counter[str]:
    """How often names and adjectives show each state."""
    shown = Counter(states.values())
    shown.update(state for hit in hits.values() for state in states_of(hit, gazetteer) if state)
    return shown


def _homes(hit: Hit, gazetteer: Gazetteer) -> set[str]:
    """The states of the bodies that a name may mean."""
    if len(hit.meanings) == 1:
        return set()
    actors = [gazetteer.actors.get(meaning.key) for meaning in hit.meanings]
    return {actor.acts_for for actor in actors if actor and actor.kind is not ActorKind.PERSON and actor.acts_for}


def states_of(hit: Hit, gazetteer: Gazetteer) -> Iterator[str]:
    """The state that a name shows the article to tell of: itself, that of a body or person, that of a town."""
    key = hit.meanings[0].key
    actor, place = gazetteer.actors.get(key), gazetteer.places.get(key)
    if actor is not None:
        yield actor.id if actor.kind is ActorKind.STATE else actor.acts_for or ""
    elif place is not None:
        yield place.country or ""


def _sorted(hit: Hit, shown: Counter[str], gazetteer: Gazetteer) -> Hit:
    homes = {m.key: a.acts_for for m in hit.meanings if (a := gazetteer.actors.get(m.key)) is not None}
    return hit._replace(meanings=tuple(sorted(hit.meanings, key=lambda m: -shown[homes.get(m.key) or ""])))
