"""What the form of a clause does to its event: question, condition, mood."""

from __future__ import annotations

from kg.extract.claims.grammar.modality import Effect, Signs
from kg.extract.claims.grammar.scene import Scene
from kg.model import Clause, ClauseKind, Mode, Mood

__all__ = ["as_if", "form_effects"]

_VERBS = "saying/"


def form_effects(scene: Scene, clause: Clause, known: Signs) -> set[Effect]:
    """Question, condition, mood."""
    tokens = scene.text.tokens
    sentence = scene.sentence_of(clause.first)
    found: set[Effect] = set()
    if any(tokens[p].form == "?" for p in range(max(clause.first, sentence.last - 3), sentence.last)):
        found.add(Effect.DROP)
    conditional = clause.opener is not None and scene.lemma(clause.opener) in known.conjunctions
    if conditional and not _weighed(scene, clause, known):
        found.add(Effect.DROP)
    if _opens_with_verb(scene, clause) or _asks(scene, clause) or as_if(scene, clause):
        found.add(Effect.DROP)
    could = clause.finite is not None and scene.is_a(clause.finite, "can")
    if clause.mood is Mood.SUBJUNCTIVE_2 and not could and _conditional(scene, clause, known):
        found.add(Effect.DROP)
    if clause.mood in {Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2} or _reported(scene, clause):
        found.add(Effect.ALLEGED)
    return found


def _reported(scene: Scene, clause: Clause) -> bool:
    """ "40 Prozent stammten daher, sagte er": a form that past and subjunctive share, in words that a verb reports."""
    if clause.kind is not ClauseKind.MAIN or clause.opener is not None or clause.finite is None:
        return False
    verb = scene.text.tokens[clause.finite]
    endings = tuple(scene.words.jobs["past-plural"])
    past = verb.tag == "VVFIN" and verb.form.endswith(endings) and verb.form != verb.lemma
    told = (s for s in scene.statements if s.mode is Mode.INDIRECT and s.rule.startswith(_VERBS))
    return past and any(s.cue is not None and s.content.contains(verb.span) for s in told)


def as_if(scene: Scene, clause: Clause) -> bool:
    """ "als gäbe es keine Soldaten in Mali"."""
    tokens, finite = scene.text.tokens, clause.finite
    opened = finite is not None and finite > 0 and tokens[finite - 1].tag in {"KOKOM", "KOUS"}
    return opened and clause.mood is Mood.SUBJUNCTIVE_2 and scene.is_a((finite or 1) - 1, "as")


def _weighed(scene: Scene, clause: Clause, known: Signs) -> bool:
    """Whether somebody considers it: "prüft, ob Ausbilder nach Mali geschickt werden"."""
    above = scene.text.clauses[clause.parent] if clause.parent is not None else None
    entry = known.verbs.get(above.lemma) if above is not None else None
    opener = clause.opener
    return entry is not None and entry[1] is Effect.POSSIBLE and opener is not None and scene.is_a(opener, "whether")


def _asks(scene: Scene, clause: Clause) -> bool:
    """ "wie viele Menschen getötet wurden"."""
    if clause.kind is not ClauseKind.SUBORDINATE or clause.opener is None or clause.opener + 1 >= clause.last:
        return False
    tag = scene.text.tokens[clause.opener + 1].tag
    return scene.is_a(clause.opener, "how-many") and tag in {"PIAT", "PIDAT", "PIS", "ADV", "ADJD", "ADJA"}


def _opens_with_verb(scene: Scene, clause: Clause) -> bool:
    """Whether a sentence opens with the finite verb of the clause, a quotation mark left out: a question or a condition
    ("Sollte …")."""
    tokens, first = scene.text.tokens, scene.sentence_of(clause.first).first
    while tokens[first].tag == "$(" and first < clause.first + 1:
        first += 1
    return clause.kind is ClauseKind.MAIN and clause.finite is not None and clause.finite - first <= 0


def _conditional(scene: Scene, clause: Clause, known: Signs) -> bool:
    """Whether another clause of the sentence states a condition."""
    sentence = scene.sentence_of(clause.first)
    return any(
        (other.opener is not None and scene.lemma(other.opener) in known.conjunctions) or _opens_with_verb(scene, other)
        for other in scene.text.clauses
        if other.number != clause.number and sentence.first <= other.first < sentence.last
    )
