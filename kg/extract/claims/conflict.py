"""Whether people were hurt in a conflict, and which country was struck."""

from __future__ import annotations

from kg.extract.claims.nominals import Nominal
from kg.extract.claims.scene import Scene
from kg.extract.claims.slots import where
from kg.model import Role, Sentence

__all__ = ["in_conflict", "struck_country"]


def in_conflict(scene: Scene, position: int, *, losses: bool) -> bool:
    """Whether the sentence of a token, or else the two before it, speak of a conflict and not of an accident or money.

    Losses without people need a conflict in the article alone, where nothing in the sentence speaks of business.
    """
    sentence = scene.sentence_of(position)
    here = _sphere(scene, sentence)
    if here is not None:
        return here
    before = [
        s for s in scene.text.sentences[max(sentence.number - 2, 0) : sentence.number] if s.role is not Role.CLUTTER
    ]
    for other in reversed(before):
        if (sphere := _sphere(scene, other)) is not None:
            return sphere
    return losses and any(_sphere(scene, s) for s in scene.text.sentences)


def _sphere(scene: Scene, sentence: Sentence) -> bool | None:
    """True for a conflict, False for accidents, crime and business, None where no word tells."""
    signs = {
        row.conflict for n in scene.nominals[sentence.number] if (row := scene.words.spheres.get(n.lemma)) is not None
    }
    return None if not signs else False not in signs


def struck_country(scene: Scene, position: int) -> str | None:
    """The country where it happened: the nearest one that a location names, in the clause, the sentence, or the two
    sentences before."""
    clause = scene.clause_at(position)
    sentence = scene.sentence_of(position)
    if clause is not None and (host := where(scene, scene.inside(clause)).host) is not None:
        return host
    for other in reversed(scene.text.sentences[max(sentence.number - 2, 0) : sentence.number + 1]):
        if (host := _last_place(scene.nominals[other.number], scene)) is not None:
            return host
    return None


def _last_place(nominals: tuple[Nominal, ...], scene: Scene) -> str | None:
    return where(scene, nominals).host
