"""Idioms and negations that tell how sure an event is: "in Betracht ziehen", "nicht ausschließen", "nicht nur"."""

from __future__ import annotations

from kg.extract.claims.grammar.modality import Effect, Signs
from kg.extract.claims.grammar.nominative import is_set_apart
from kg.extract.claims.grammar.scene import Scene
from kg.lang.modality import ModalityRow
from kg.model import Clause

__all__ = ["idiom_in", "is_negative_idiom", "only", "spelled_out"]


def idiom_in(scene: Scene, clause: Clause, known: Signs) -> tuple[ModalityRow, Effect] | None:
    """The row and effect of an idiom that stands in the clause ("in Betracht", "nicht aus")."""
    spelled = spelled_out(scene, clause)
    return next(((row, effect) for idiom, row, effect in known.idioms if idiom in spelled), None)


def is_negative_idiom(scene: Scene, clause: Clause, known: Signs) -> bool:
    """Whether the "nicht" or "kein" of the clause is a part of its idiom ("schließt nicht aus", "ist kein Tabu")."""
    spelled = spelled_out(scene, clause)
    words = scene.words.jobs["not"] | scene.words.jobs["no"]
    found = (idiom.split() for idiom, _, _ in known.idioms if idiom in spelled)
    return any(word.startswith(tuple(words)) for idiom in found for word in idiom)


def spelled_out(scene: Scene, clause: Clause) -> str:
    """The clause's own words in lower case between single spaces, quotation marks left out."""
    tokens = (scene.text.tokens[p] for p in scene.own_tokens(clause))
    return " " + " ".join(t.form.lower() for t in tokens if t.tag != "$(") + " "


def only(scene: Scene, position: int) -> bool:
    """Whether a "nicht" negates less than the event: "nicht nur", "nicht zuletzt", ", nicht aber"."""
    tokens = scene.text.tokens
    after = scene.lemma(position + 1) if position + 1 < len(tokens) else ""
    if position + 1 < len(tokens) and (tokens[position + 1].tag == "ADJA" or _corrects(scene, position)):
        return True
    apart = tokens[position - 1].form == "," and not _goes_on(scene, position)
    return after in scene.words.jobs["only"] or after in scene.words.jobs["but"] or apart


def _corrects(scene: Scene, position: int) -> bool:
    """ "nicht 900, sondern 1200", "Nicht Polen, sondern …": whether only a number or who acts is denied, and another
    put in its place."""
    last = scene.sentence_of(position).last
    named = (n for n in scene.nominals[scene.sentence_of(position).number] if n.first == position + 1)
    if any(is_set_apart(scene, n) for n in named):
        return True
    number = next((q for q in scene.mentions.quantities if q.first == position + 1), None)
    return number is not None and any(scene.is_a(p, "but") for p in range(number.last, min(number.last + 4, last)))


def _goes_on(scene: Scene, position: int) -> bool:
    """ "wird die Panzer, die es hat, nicht liefern", "liefert die, die es hat, nicht": whether a clause only goes
    on behind another one, to its verb or end, or to a preposition."""
    clause = scene.clause_at(position)
    inner = clause is not None and position > 1 and scene.clause_of[position - 2] != clause.number
    after = scene.text.tokens[position + 1].tag if position + 1 < len(scene.text.tokens) else "$."
    ends = after.startswith(("$", "APPR"))
    return inner and clause is not None and (ends or any(verb > position for verb in clause.verbs))
