"""Whether a clause puts its event after the day of the article ("übergibt in den nächsten Wochen")."""

from __future__ import annotations

from kg.extract.claims.grammar.scene import Scene
from kg.model import Clause, Mood

__all__ = ["is_ahead", "to_come"]


def to_come(scene: Scene, clause: Clause) -> bool:
    """Whether a date of the clause ends after the day of the article ("bis Ende 2027")."""
    today = scene.text.article.reference
    if today is None or today.latest is None:
        return False
    dates = [d.when for d in scene.mentions.dates if scene.clause_of[d.first] == clause.number]
    return any(when.latest is not None and when.latest > today.latest for when in dates)


def is_ahead(scene: Scene, clause: Clause) -> bool:
    """Whether a clause in the present tense tells of a time to come."""
    return _is_present(scene, clause) and (_later(scene, clause) or _in_next(scene, clause))


def _later(scene: Scene, clause: Clause) -> bool:
    """Whether a date of the clause begins after the day of the article, or "noch" puts it into what is left of one."""
    today = scene.text.article.reference
    last = today.latest if today is not None else None
    for date in scene.mentions.dates if last is not None else ():
        if scene.clause_of[date.first] != clause.number or last is None:
            continue
        still = any(scene.is_a(p, "still") for p in range(max(date.first - 2, clause.first), date.first))
        bound = date.when.latest if still else date.when.earliest
        if bound is not None and bound > last:
            return True
    return False


def _is_present(scene: Scene, clause: Clause) -> bool:
    if clause.finite is None or clause.mood is not Mood.INDICATIVE:
        return False
    token = scene.text.tokens[clause.finite]
    form = token.form.lower()
    if clause.passive:
        return scene.is_a(clause.finite, "become") and form in scene.words.jobs["becomes"]
    alone = token.tag == "VVFIN" and not any(scene.text.tokens[p].tag[:3] in {"VVP", "VVI"} for p in clause.verbs)
    return alone and (form.endswith("t") or clause.lemma.endswith(form))


def _in_next(scene: Scene, clause: Clause) -> bool:
    """ "in den nächsten Wochen", "kommenden Monat"."""
    spans = (n for n in scene.inside(clause) if n.lemma in scene.words.jobs["time-span"])
    return any(scene.is_a(p, "coming") for n in spans for p in range(n.first, n.head))
