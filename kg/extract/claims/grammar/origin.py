"""States in a name or beside one: "der niederländische Ministerpräsident Mark Rutte", "will Polen der Ukraine …"."""

from __future__ import annotations

from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.model import ActorKind

__all__ = [
    "after_state",
    "are_foes",
    "attacked",
    "half",
    "known_state",
    "land_meant",
    "made_there",
    "no_friend",
    "own_lands",
    "state_by_adjective",
]


def state_by_adjective(scene: Scene, first: int, last: int) -> str | None:
    """The state of the first adjective of origin between two token positions."""
    for position in range(first, last):
        token = scene.text.tokens[position]
        if token.tag == "ADJA":
            word = token.form.lower()
            found = next((state for stem, state in scene.words.origins if word.startswith(stem)), None)
            if found is not None:
                return found
    return None


def after_state(scene: Scene, nominal: Nominal) -> bool:
    """Whether a bare name of a state or person stands before it, which takes no genitive ("will Polen der Ukraine …
    liefern")."""
    before = [n for n in scene.nominals[scene.sentence_of(nominal.first).number] if n.last == nominal.first]
    state = before[0].actor if before and before[0].determiner is None and before[0].preposition is None else None
    return state is not None and state.actor.kind in {ActorKind.STATE, ActorKind.PERSON}


def own_lands(scene: Scene, nominal: Nominal) -> list[str]:
    """ "ihre Länder": those of all who say it."""
    determiner = nominal.determiner
    own = determiner is not None and scene.text.tokens[determiner].tag == "PPOSAT"
    if not own or nominal.lemma not in scene.words.jobs["country"]:
        return []
    here = scene.text.tokens[nominal.head].span
    says = [s.speakers for s in scene.statements if s.content.contains(here)]
    powers = (scene.power(scene.actors.get(speaker)) for speaker in (says[0] if says else ()))
    return [power for power in dict.fromkeys(powers) if power is not None]


def known_state(scene: Scene, power: str | None) -> str | None:
    """A power, if it is a state or somebody whom the article names."""
    return power if power in scene.actors or any(power == state for _, state in scene.words.origins) else None


def are_foes(scene: Scene, one: str | None, other: str | None) -> bool:
    """Whether two states are at war with each other, so that soldiers of one in the other are no news of their own."""
    known = ((scene.actors.get(one or ""), other), (scene.actors.get(other or ""), one))
    return any(actor is not None and state in actor.foes for actor, state in known)


def half(scene: Scene, nominal: Nominal) -> str | None:
    """ "der Norden" in an article on Nordkorea: the one state whose name begins like it."""
    stem = nominal.lemma.removesuffix("en")
    states = [a.id for a in scene.actors.values() if a.kind is ActorKind.STATE and a.label_de.lower().startswith(stem)]
    return states[0] if len(states) == 1 else None


def attacked(scene: Scene) -> frozenset[str]:
    """The states at war with most backers among those that the article names, and these."""
    at_war = [a for a in scene.actors.values() if a.foes and any(foe in scene.actors for foe in a.foes)]
    free = max(at_war, key=lambda a: len(a.backers), default=None)
    return frozenset({free.id, *free.backers}) if free is not None else frozenset()


def land_meant(scene: Scene, nominal: Nominal, found: str | None) -> str | None:
    """What "das Land", "das Regime" means of whom a clause before was about."""
    return _not_own(scene, nominal, no_friend(scene, nominal, found))


def no_friend(scene: Scene, nominal: Nominal, found: str | None) -> str | None:
    """What a description means, but for "das Regime" as a state that arms one that was attacked."""
    return None if scene.is_noun(nominal, "regime") and found in attacked(scene) else found


def _not_own(scene: Scene, nominal: Nominal, found: str | None) -> str | None:
    """As in "X kündigte in Riga an, das Land werde …": who speaks calls the own land "sein Land", and means
    the one named beside it; not where the text has named the own one."""
    here = scene.text.tokens[nominal.head].span
    told = next((s for s in scene.statements if s.speakers and s.content.contains(here)), None)
    speaker = None if told is None else scene.actors.get(told.speakers[0])
    if found is None or speaker is None or scene.power(speaker) != found:
        return found
    number = scene.sentence_of(nominal.head).number
    near = [
        n for sentence in scene.nominals[max(number - 1, 0) : number + 1] for n in sentence if n.head < nominal.head
    ]
    if any(n.actor is not None and n.actor.actor.id == found for n in near):
        return found
    beside = (n for n in reversed(near) if n.head >= scene.text.sentences[number].first)
    return next((land for n in beside if (land := _land(scene, n)) is not None and land != found), None)


def _land(scene: Scene, nominal: Nominal) -> str | None:
    if nominal.place is not None:
        return nominal.place.place.country
    return None if nominal.actor is None else scene.power(nominal.actor.actor)


def made_there(scene: Scene, nominal: Nominal) -> str | None:
    """ "in Polen gebaute Drohnen", "eine aus Polen stammende Drohne": the state where goods were made, or come from,
    that a participle tells of."""
    made, come = scene.words.jobs["make-verb"] | scene.words.jobs["made"], scene.words.jobs["stemming"]
    first = nominal.first if nominal.attached else nominal.first + 1
    for position in range(first, nominal.head) if nominal.item is not None else ():
        lemma = scene.lemma(position)
        if lemma in made or lemma in come:
            named = (n for n in scene.nominals[scene.sentence_of(first).number] if n.last == position)
            where, job = next(named, None), "in" if lemma in made else "source"
            there = where is not None and where.preposition is not None and scene.is_a(where.preposition, job)
            return where.place.place.country if there and where is not None and where.place is not None else None
    return None
