"""Whether case, article and gender let a noun phrase be the subject."""

from __future__ import annotations

from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene

__all__ = ["can_be_subject", "is_set_apart", "must_be_subject"]


def can_be_subject(scene: Scene, nominal: Nominal) -> bool:
    """Whether case and article let a noun phrase be the subject."""
    if is_set_apart(scene, nominal) or nominal.first in scene.sources:
        return False
    if nominal.determiner is not None and _is_feminine(scene, nominal):
        return scene.text.tokens[nominal.determiner].form.lower() in scene.words.jobs["feminine-subject"]
    return not nominal.cases or "nom" in nominal.cases


def must_be_subject(scene: Scene, nominal: Nominal) -> bool:
    """Whether a noun phrase can be nothing but the subject, so that no other is ("Der Norden liefert Moskau …")."""
    clear = "nom" in nominal.cases and "acc" not in nominal.cases and nominal.determiner is not None
    return clear and not _is_feminine(scene, nominal) and (nominal.place is None or nominal.actor is not None)


def _is_feminine(scene: Scene, nominal: Nominal) -> bool:
    """Whether the first noun behind the article is feminine ("die Türkei", "der Armee Malis")."""
    nouns = (p for p in range(nominal.first, nominal.last) if scene.text.tokens[p].tag in {"NN", "NE"})
    first = next(nouns, nominal.head)
    return scene.is_a(first, "feminine") or nominal.lemma in scene.words.jobs["feminine"]


def is_set_apart(scene: Scene, nominal: Nominal) -> bool:
    """ "Anders als Polen …", "Nicht Polen, sondern …": who is only compared, or is not meant."""
    tokens, before = scene.text.tokens, nominal.first - 1
    if before < scene.sentence_of(nominal.first).first or nominal.actor is None:
        return False
    if tokens[before].tag == "KOKOM":
        return True
    behind = nominal.last + 1 < len(tokens) and tokens[nominal.last].tag == "$,"
    return behind and scene.is_a(before, "not") and scene.is_a(nominal.last + 1, "but")
