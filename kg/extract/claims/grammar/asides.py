"""Places of what is only told as when or why: "vor dem Einmarsch in die Ukraine", "nach Beratungen in Rom"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.claims.grammar.clause_parts import is_genitive
from kg.extract.claims.grammar.nominals import Nominal, in_genitive
from kg.extract.claims.grammar.scene import Scene

__all__ = ["asides", "beside", "borders", "is_post"]


def asides(scene: Scene, nominals: Sequence[Nominal]) -> frozenset[int]:
    """The heads of the noun phrases that hang on an event told as time or cause; the event's own is not among them."""
    found: set[int] = set()
    hangs = False
    for nominal in nominals:
        tied = nominal.attached and (nominal.preposition is not None or is_genitive(scene, nominal))
        if hangs and tied and nominal.people is None:
            found.add(nominal.head)
            continue
        hangs = _is_occasion(scene, nominal)
    return frozenset(found)


def _is_occasion(scene: Scene, nominal: Nominal) -> bool:
    """ "vor dem Einmarsch", "im Vorfeld", not "vor der Küste"."""
    at = nominal.preposition
    named = nominal.actor is not None or nominal.place is not None or nominal.people is not None
    if at is None or named or nominal.pronoun or nominal.item is not None:
        return False
    if scene.is_noun(nominal, "near") or scene.is_noun(nominal, "country") or scene.is_noun(nominal, "area"):
        return False
    return scene.is_a(at, "occasion") or nominal.lemma in scene.words.jobs["course"]


def borders(scene: Scene, nominal: Nominal, previous: Nominal | None) -> bool:
    """ "im Grenzgebiet zur Ukraine": what an area only lies beside."""
    if previous is None or not nominal.attached or nominal.preposition is None:
        return False
    edge = previous.lemma in scene.words.jobs["front"] or scene.is_noun(previous, "area")
    return edge and scene.is_a(nominal.preposition, "toward")


def beside(scene: Scene, nominal: Nominal, after: Nominal | None) -> bool:
    """ "auf Moskaus Seite": for a power, not in it."""
    side = after is not None and after.attached and after.lemma in scene.words.jobs["side"]
    return side and in_genitive(scene.text, nominal)


def is_post(scene: Scene, nominal: Nominal, previous: Nominal | None) -> bool:
    """ "laut dem Botschafter in Rom": where somebody who speaks has a post, not where it happened."""
    if previous is None or not nominal.attached or previous.last != nominal.first:
        return False
    return scene.is_noun(previous, "posted") and scene.speaks(previous)
