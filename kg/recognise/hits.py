"""Names of the gazetteer in a text, and which of several bodies of one name an article means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from kg.gazetteer import Gazetteer
from kg.model import ActorKind
from kg.model.record import Record, record
from kg.recognise.nametree import Meaning

__all__ = ["Hit", "at_home", "home_state"]

_OFTEN, _FAR_MORE = 4, 4
"""How often a state is shown at least that an article tells of, and how many times as often as any other."""


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
    shown = _shown_states({p: hit for p, hit in hits.items() if p not in several}, states, gazetteer)
    return hits | {place: _sorted(hit, shown, gazetteer) for place, hit in several.items()}


def home_state(hits: Mapping[int, Hit], states: Mapping[int, str], gazetteer: Gazetteer) -> str | None:
    """The one state that nearly all of an article is of."""
    shown = _shown_states(hits, states, gazetteer)
    (state, most), (_, second) = [*shown.most_common(2), *((("", 0),) * 2)][:2]
    return state if state in gazetteer.actors and most >= max(_OFTEN, _FAR_MORE * second) else None


def _shown_states(hits: Mapping[int, Hit], states: Mapping[int, str], gazetteer: Gazetteer) -> Counter[str]:
    """How often names and adjectives show each state."""
    shown = Counter(states.values())
    shown.update(state for hit in hits.values() for state in _shown(hit, gazetteer) if state)
    return shown


def _homes(hit: Hit, gazetteer: Gazetteer) -> set[str]:
    """The states of the bodies that a name may mean."""
    if len(hit.meanings) == 1:
        return set()
    actors = [gazetteer.actors.get(meaning.key) for meaning in hit.meanings]
    return {actor.acts_for for actor in actors if actor and actor.kind is not ActorKind.PERSON and actor.acts_for}


def _shown(hit: Hit, gazetteer: Gazetteer) -> Iterator[str]:
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
