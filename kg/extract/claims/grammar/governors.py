"""What governs a noun that tells of an event: the verb that takes it as object or subject, the noun that it hangs on.

"bestätigte den Einsatz", "Berichte über die Stationierung", "der Einsatz wurde angeordnet" tell that the event is (or
is not, or may be) so; in "profitiert vom Einsatz" nothing does, and the noun is background.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.claims.grammar.forms import as_if, form_effects
from kg.extract.claims.grammar.idioms import idiom_in, is_negative_idiom
from kg.extract.claims.grammar.modality import Effect, Signs
from kg.extract.claims.grammar.mood import clause_effects, predicate_effects
from kg.extract.claims.grammar.nominals import Nominal, in_genitive
from kg.extract.claims.grammar.scene import Scene
from kg.lang.modality import ModalityRow
from kg.model import Clause, ClauseKind, Mood

__all__ = ["Government", "govern"]


class Government(NamedTuple):
    """What stands above a noun."""

    own: bool
    """Whether it counts only where the subject of the clause would do it itself ("lehnt … ab")."""
    effects: frozenset[Effect]
    told: bool
    """Whether a governor tells of the event at all; otherwise the noun is background."""
    clause: Clause | None
    """The clause whose verb governs it, where one does."""


def govern(scene: Scene, nominal: Nominal, known: Signs) -> Government:
    """The effects of all that governs a noun phrase, and of the adjectives in front of it."""
    effects = {
        known.adjectives[lemma]
        for position in range(nominal.first, nominal.head)
        if (lemma := _adjective(scene, position, known)) is not None
    }
    top, by_nouns, background = _climb(scene, nominal, known)
    clause = _clause_above(scene, top)
    by_verb = _by_verb(scene, top, clause, known) if clause is not None and not background else None
    if clause is not None and by_verb is None and _would_be(scene, top, clause, known):
        by_verb = {Effect.POSSIBLE}
    if clause is not None and by_verb is None and not background and _is_absent(scene, top, clause):
        by_verb = {Effect.DENIED}
    if clause is not None and by_verb is None and not background and _is_first(top, clause):
        by_verb = predicate_effects(scene, clause, known) or None
    if clause is not None and by_nouns and by_verb is None and _is_negated(scene, top, clause):
        by_nouns = {Effect.DENIED if Effect.CONFIRMED not in by_nouns and Effect.DROP not in by_nouns else Effect.DROP}
    told = bool(by_nouns) or by_verb is not None
    if clause is not None and not told and Effect.DROP in form_effects(scene, clause, known):
        effects.add(Effect.DROP)
    if clause is not None and as_if(scene, clause):
        effects.add(Effect.DROP)
    own = (
        by_verb is not None and clause is not None and clause.lemma in known.verbs and known.verbs[clause.lemma][0].own
    )
    effects |= by_nouns | (by_verb or set())
    return Government(own, frozenset(effects), told, clause if by_verb is not None else None)


def _adjective(scene: Scene, position: int, known: Signs) -> str | None:
    """The adjective of the table that stands at a position, whatever ending its lemma has kept ("geplante")."""
    lemma = scene.lemma(position)
    return next((form for cut in range(3) if (form := lemma[: len(lemma) - cut]) in known.adjectives), None)


def _is_negated(scene: Scene, top: Nominal, clause: Clause) -> bool:
    """ "Anzeichen dafür gibt es nicht", "Es gibt keine Hinweise auf …"."""
    before = [scene.is_a(p, "no") for p in range(max(top.first - 1, 0), top.head)]
    return any(before) or any(scene.is_a(p, "not") for p in scene.own_tokens(clause))


def _is_absent(scene: Scene, top: Nominal, clause: Clause) -> bool:
    """ "Es gebe keinerlei Lieferung", "Eine Entsendung gibt es nicht": that there is none."""
    there = clause.lemma in scene.words.jobs["exist"] and top.preposition is None and not top.attached
    return there and _is_negated(scene, top, clause)


def _would_be(scene: Scene, top: Nominal, clause: Clause, known: Signs) -> bool:
    """ "Ein Einsatz wäre eine Eskalation": told as what may come, outside a condition."""
    first = top.preposition is None and clause.finite is not None and top.first < clause.finite and not top.attached
    may = clause.mood is Mood.SUBJUNCTIVE_2 and clause.kind is ClauseKind.MAIN and "nom" in top.cases
    lasts = clause.lemma in scene.words.jobs["be"] or (
        clause.finite is not None and scene.is_a(clause.finite, "become")
    )
    return first and may and lasts and not form_effects(scene, clause, known) & {Effect.DROP}


def _is_first(top: Nominal, clause: Clause) -> bool:
    """Whether a noun phrase can be the subject of which an adjective tells ("Eine Verlegung sei denkbar")."""
    return top.preposition is None and not top.attached and "nom" in top.cases and clause.finite is not None


def _climb(scene: Scene, nominal: Nominal, known: Signs) -> tuple[Nominal, set[Effect], bool]:
    """From the noun over the nouns that it hangs on ("Berichte über Videos von …") to the one that the verb governs.

    The last value: whether it hangs on a noun that makes it background ("als Reaktion auf").
    """
    effects: set[Effect] = set()
    sentence = scene.nominals[scene.sentence_of(nominal.first).number]
    place = sentence.index(nominal)
    while sentence[place].attached and place > 0 and not _stands_bare(scene, sentence[place]):
        entry = known.nouns.get(sentence[place - 1].lemma)
        if entry is None:
            break
        if entry[0].background:
            return sentence[place], effects, True
        effects.add(entry[1])
        place -= 1
    return sentence[place], effects, False


def _stands_bare(scene: Scene, nominal: Nominal) -> bool:
    """Whether nothing ties a noun to the one before it ("räumte nach dem Gefecht Verluste ein")."""
    return nominal.first == nominal.head and nominal.preposition is None and not in_genitive(scene.text, nominal)


def _clause_above(scene: Scene, nominal: Nominal) -> Clause | None:
    """The clause of the noun; of a fragment after a colon, the clause before it in the sentence."""
    clause = scene.clause_at(nominal.head)
    if clause is None or clause.kind is not ClauseKind.FRAGMENT:
        return clause
    if clause.parent is not None:
        return scene.text.clauses[clause.parent]
    first = scene.sentence_of(nominal.first).first
    above = [c for c in scene.text.clauses if first <= c.first < clause.first and c.parent is None]
    before = [c for c in above if c.finite is not None]
    return before[-1] if before else clause


def _by_verb(scene: Scene, top: Nominal, clause: Clause, known: Signs) -> set[Effect] | None:
    """The effects of a verb that takes the noun; None where the verb says nothing about the event."""
    idiom = idiom_in(scene, clause, known)
    entry = idiom or known.verbs.get(clause.lemma)
    if entry is None or not _takes(scene, entry[0], top):
        return None
    row, effect = entry
    shows = clause.lemma in scene.words.jobs["show"] and any(scene.is_a(p, "ought") for p in clause.verbs)
    above = clause_effects(scene, clause, known, ought=Effect.ALLEGED if shows else Effect.PLANNED)
    if row.key == "happen":
        return above
    if (turned := _turned(scene, top, clause, (idiom is not None, effect, above), known)) is not None:
        return {turned}
    if effect is Effect.DENIED and idiom is None and any(scene.is_a(p, "not") for p in scene.own_tokens(clause)):
        return {Effect.DROP}
    if effect is Effect.FACT:
        return above - (set() if shows else {Effect.ALLEGED})
    return {effect} | (above & {Effect.DROP})


def _turned(
    scene: Scene, top: Nominal, clause: Clause, sign: tuple[bool, Effect, set[Effect]], known: Signs
) -> Effect | None:
    """What a "nicht" or "keine" makes of a verb's or an idiom's effect; None without one. `sign`: whether an idiom has
    the effect, the effect, and those of the clause."""
    by_idiom, effect, above = sign
    weighed = effect is Effect.POSSIBLE and clause.lemma in scene.words.jobs["of-self"]
    if Effect.DENIED in above and not by_idiom:
        return Effect.DENIED if effect is Effect.PLANNED or weighed else Effect.DROP
    if Effect.DENIED in above and effect is Effect.POSSIBLE and not is_negative_idiom(scene, clause, known):
        return Effect.DENIED
    none = any(scene.is_a(p, "no") for p in range(top.first, top.head))
    return _of_none(scene, clause, effect) if none and not above & {Effect.DENIED, Effect.DROP} else None


def _of_none(scene: Scene, clause: Clause, effect: Effect) -> Effect | None:
    """ "plant keine Lieferung", "erwägt keine Lieferung", "schließt keine Lieferung aus": what a verb makes of none."""
    if effect is Effect.PLANNED:
        return Effect.DENIED
    if clause.lemma not in scene.words.jobs["of-self"]:
        return None
    return {Effect.POSSIBLE: Effect.DENIED, Effect.DENIED: Effect.POSSIBLE}.get(effect)


def _takes(scene: Scene, row: ModalityRow, top: Nominal) -> bool:
    if top.preposition is None:
        return not (top.attached and "gen" in top.cases and "nom" not in top.cases and "acc" not in top.cases)
    return scene.lemma(top.preposition) in row.prepositions
