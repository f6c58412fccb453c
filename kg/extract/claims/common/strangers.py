"""People of whom the words tell that they are somebody's whom no registry knows, and things that are no people."""

from __future__ import annotations

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.clause_parts import is_that_land
from kg.extract.claims.grammar.frames import chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import is_genitive
from kg.model import Clause

__all__ = ["foreign", "of_nobody", "of_others", "of_things", "some_lands", "strange"]


def of_others(desk: Desk, people: Nominal) -> bool:
    """Whether the words tell whose people they are, but nobody knows who that is ("kurdische Kämpfer")."""
    return strange(desk, people) or _is_named_after(desk, people) or _belongs_to_a_name(desk, people)


def strange(desk: Desk, people: Nominal) -> bool:
    """Whether an adjective of origin stands before people that no registry knows ("kurdische", "ausländische")."""
    endings = [word.removeprefix("-") for word in desk.scene.words.jobs["origin"]]
    tokens = desk.scene.text.tokens[people.first : people.last]
    words = [t.lemma.lower().rstrip("e") for t in tokens if t.tag == "ADJA"]
    return any(w.endswith(tuple(endings)) and w not in desk.scene.words.jobs["no-origin"] for w in words)


def of_nobody(desk: Desk, people: Nominal) -> bool:
    """Whether the words tell only that people are foreign ("300 westliche Berater")."""
    return any(desk.scene.is_a(p, "origin") for p in range(people.first, people.head))


def _belongs_to_a_name(desk: Desk, people: Nominal) -> bool:
    """ "Kämpfer des Afrikakorps", "aus verschiedenen Ländern": whose they are is told, but nobody knows it."""
    scene = desk.scene
    for after in chain_after(scene, people)[:1]:
        unknown = after.actor is None and after.place is None and after.people is None and after.attached
        unknown = unknown and not is_that_land(scene, after)
        owned = after.lemma in scene.words.jobs["country"]
        named = after.preposition is None and (owned or scene.text.tokens[after.head].tag == "NE")
        return unknown and (named or (after.preposition is not None and scene.is_a(after.preposition, "source")))
    return False


def _is_named_after(desk: Desk, people: Nominal) -> bool:
    """ "PKK-Kämpfer", "Wagner-Söldner": a compound with a name that nobody knows."""
    first, hyphen, _ = desk.scene.text.tokens[people.head].form.rpartition("-")
    if not hyphen or people.owners or people.actor is not None:
        return False
    return (
        desk.scene.words.people.nearest(first.lower()) is None and first.lower() not in desk.scene.words.jobs["neutral"]
    )


def of_things(scene: Scene, chain: list[Nominal]) -> bool:
    """Whether what is stationed or used is told and is nobody ("die Stationierung von Raketen")."""
    first = chain[0] if chain else None
    if first is not None and first.people is not None and first.people.holds:
        return len(chain) < 2 or chain[1].people is None
    if first is None or first.people is not None or first.actor is not None or first.place is not None:
        return False
    return is_genitive(scene, first) or (first.preposition is not None and scene.is_a(first.preposition, "of"))


def some_lands(scene: Scene, clause: Clause) -> bool:
    """Whether countries that are not named act in a clause ("Mehrere Länder wollen …")."""
    free = [n for n in scene.inside(clause) if n.preposition is None and n.actor is None and n.head > n.first]
    lands = (n for n in free if n.lemma in scene.words.jobs["country"] and "nom" in n.cases)
    return any(scene.text.tokens[n.first].tag in {"PIAT", "PIDAT", "CARD"} for n in lands)


def foreign(desk: Desk, people: Nominal, clause: Clause) -> bool:
    """Whether the words tell only that people or those who send them are foreign."""
    return of_nobody(desk, people) or some_lands(desk.scene, clause)
