"""What a clause does to the event that its verb tells of: modal verb, negation, governor, and its form."""

from __future__ import annotations

from kg.extract.claims.grammar.ahead import is_ahead, to_come
from kg.extract.claims.grammar.forms import form_effects
from kg.extract.claims.grammar.idioms import idiom_in, only, spelled_out
from kg.extract.claims.grammar.modality import Effect, Signs
from kg.extract.claims.grammar.scene import Scene
from kg.model import Clause, ClauseKind, Mood

__all__ = ["clause_effects", "complement_effects", "predicate_effects"]

_SKIPPED = frozenset({"$,", "$(", "PAV", "PROAV", "ADV", "PTKVZ"})
"""Tags of what may stand between a noun and its complement clause; before an infinitive a participle, too."""


def clause_effects(scene: Scene, clause: Clause, known: Signs, *, ought: Effect) -> set[Effect]:
    """What the clause itself and the verbs that it hangs on do to an event told by its verb."""
    found = form_effects(scene, clause, known) | _modal(scene, clause, known, ought) | _adverbs(scene, clause, known)
    decided = False
    for above in _governors(scene, clause):
        effects = _governed(scene, above, known)
        found |= effects if not decided else effects & {Effect.DROP, Effect.DENIED}
        decided = decided or bool(effects)
    refused = _is_principle(scene, clause)
    if clause.kind is ClauseKind.INFINITIVE and not (decided or refused) and not _realised(scene, clause, known):
        found.add(Effect.DROP)
    if is_ahead(scene, clause):
        found.add(Effect.PLANNED)
    if _is_praised(scene, clause):
        found.discard(Effect.ALLEGED)
    return found | _conditioned(scene, clause, known) | _noun_above(scene, clause, known)


def _is_praised(scene: Scene, clause: Clause) -> bool:
    """ "dankte den Männern, die dort gekämpft hätten": what somebody is thanked for has happened."""
    relative = clause.kind is ClauseKind.RELATIVE and clause.parent is not None
    return relative and scene.text.clauses[clause.parent or 0].lemma in scene.words.jobs["praise"]


def _is_principle(scene: Scene, clause: Clause) -> bool:
    """ "hält an seiner Linie fest, keine Waffen abzugeben": what somebody stays with, who does not do it."""
    above = scene.text.clauses[clause.parent] if clause.parent is not None else None
    if above is None or clause.kind is not ClauseKind.INFINITIVE or above.lemma not in scene.words.jobs["stick-to"]:
        return False
    return any(scene.is_a(p, "no") or scene.is_a(p, "not") for p in scene.own_tokens(clause))


def complement_effects(scene: Scene, clause: Clause, known: Signs) -> set[Effect]:
    """What the verbs above a complement clause do to a noun in it ("rechnet damit, dass die Zahl der … steigt")."""
    found = [_governed(scene, above, known) for above in _governors(scene, clause)[:1]]
    return {effect for effects in found for effect in effects} & {Effect.PLANNED, Effect.POSSIBLE}


def _realised(scene: Scene, clause: Clause, known: Signs) -> bool:
    """Whether an infinitive tells what has happened: a perfect one, or after "begann damit", "meldete"."""
    above = scene.text.clauses[clause.parent] if clause.parent is not None else None
    told = above is not None and above.lemma in known.verbs
    return told or _perfect(scene, clause) or bool(_noun_above(scene, clause, known))


def _noun_above(scene: Scene, clause: Clause, known: Signs) -> set[Effect]:
    """ "der Plan, … zu entsenden", "Berichte, dass …": the noun that a complement clause hangs on."""
    if clause.kind not in {ClauseKind.INFINITIVE, ClauseKind.SUBORDINATE} or clause.parent is None:
        return set()
    last = clause.first - 1
    skipped = _SKIPPED | {"VVPP"} if clause.kind is ClauseKind.INFINITIVE else _SKIPPED
    while last > 0 and scene.text.tokens[last].tag in skipped:
        last -= 1
    if scene.is_a(last - 1, "beyond"):
        return {Effect.CONFIRMED}
    entry = known.nouns.get(scene.lemma(last))
    if entry is not None and any(scene.is_a(p, "no") for p in range(max(last - 2, 0), last)):
        return {Effect.DROP if entry[1] in {Effect.DROP, Effect.CONFIRMED} else Effect.DENIED}
    return {entry[1]} - {Effect.FACT} if entry is not None and not entry[0].background else set()


def _conditioned(scene: Scene, clause: Clause, known: Signs) -> set[Effect]:
    """A clause inside a condition is one itself, a relative clause too."""
    while clause.parent is not None:
        clause = scene.text.clauses[clause.parent]
        if clause.opener is not None and scene.lemma(clause.opener) in known.conjunctions:
            return {Effect.DROP}
    return set()


def _modal(scene: Scene, clause: Clause, known: Signs, ought: Effect) -> set[Effect]:
    modals = [p for p in clause.verbs if scene.text.tokens[p].tag.startswith("VM")]
    if clause.finite is None and not modals:
        return set()
    at, words = modals[-1] if modals else clause.verbs[-1], scene.words.jobs
    finite, likes = scene.lemma(at), scene.text.tokens[at].form.lower() in words["would-like"]
    if finite in words["ought"]:
        return {_ought(scene, clause, known, ought)}
    if finite in words["want"] or likes:
        return {Effect.ALLEGED if _perfect(scene, clause) else Effect.PLANNED}
    if finite in words["can"]:
        return set() if _could(scene, clause) else {Effect.POSSIBLE}
    if finite in words["must"]:
        return set() if _had_to(scene, clause) else {Effect.DROP}
    if clause.finite is not None and _comes(scene, clause.finite) and _infinitive(scene, clause):
        would = clause.mood is Mood.SUBJUNCTIVE_2 and not (to_come(scene, clause) or _soon(scene, clause, known))
        return {Effect.POSSIBLE if would else Effect.PLANNED}
    return set()


def _comes(scene: Scene, finite: int) -> bool:
    """Whether a form of "werden" can tell of what is to come: not "wurden verlegt und nehmen dort teil"."""
    return scene.is_a(finite, "become") and scene.text.tokens[finite].form.lower() not in scene.words.jobs["became"]


def _had_to(scene: Scene, clause: Clause) -> bool:
    """ "mussten ins Krankenhaus", "haben … hinnehmen müssen": what somebody had to do has happened."""
    perfect = clause.finite is not None and scene.text.tokens[clause.finite].tag == "VAFIN"
    if perfect and clause.mood is Mood.INDICATIVE and scene.is_a(clause.finite or 0, "perfect"):
        return True
    return _could(scene, clause)


def _could(scene: Scene, clause: Clause) -> bool:
    """ "konnten gerettet werden", "mussten gehen": a modal verb in the past."""
    return any(scene.text.tokens[p].form.lower() in scene.words.jobs["had-to"] for p in clause.verbs)


def _ought(scene: Scene, clause: Clause, known: Signs, ought: Effect) -> Effect:
    times = {known.time[lemma] for p in scene.own_tokens(clause) if (lemma := scene.lemma(p)) in known.time}
    if Effect.PLANNED in times or to_come(scene, clause):
        return Effect.PLANNED
    return Effect.ALLEGED if times or _perfect(scene, clause) else ought


def _soon(scene: Scene, clause: Clause, known: Signs) -> bool:
    """Whether an adverb puts the clause into the future ("bald würden es 900 sein")."""
    return any(known.time.get(scene.lemma(p)) is Effect.PLANNED for p in scene.own_tokens(clause))


def _perfect(scene: Scene, clause: Clause) -> bool:
    """Whether the infinitive is a perfect one ("geschickt haben"), or the participle with "sein"."""
    helping = [p for p in clause.verbs if p != clause.finite and scene.text.tokens[p].tag in {"VAINF", "VAFIN"}]
    perfect = [p for p in helping if scene.is_a(p, "perfect")]
    same = any(scene.text.tokens[p - 1].tag == "VVINF" and p - 1 in clause.verbs for p in perfect)
    return bool(perfect) and (same or any(scene.text.tokens[p].tag in {"VVPP", "VAPP"} for p in clause.verbs))


def _infinitive(scene: Scene, clause: Clause) -> bool:
    tags = [scene.text.tokens[p].tag for p in clause.verbs if p != clause.finite]
    return "VVINF" in tags or "VAINF" in tags


def _adverbs(scene: Scene, clause: Clause, known: Signs) -> set[Effect]:
    found: set[Effect] = set()
    for position in scene.own_tokens(clause):
        lemma = scene.lemma(position)
        if (effect := known.adverbs.get(lemma)) is not None and scene.text.tokens[position].tag != "ADJA":
            found.add(effect)
        elif (lemma in scene.words.jobs["not"] and not only(scene, position)) or _is_nobody(scene, position):
            found.add(Effect.DENIED)
    spelled = spelled_out(scene, clause)
    return found | {effect for phrase, effect in known.phrases if phrase in spelled}


def _is_nobody(scene: Scene, position: int) -> bool:
    """ "Niemand habe …", "keiner will …"."""
    return scene.text.tokens[position].tag == "PIS" and scene.is_a(position, "nobody")


def _governors(scene: Scene, clause: Clause) -> list[Clause]:
    """The clauses that a complement clause hangs on, nearest first; a relative clause hangs on a noun, not a verb."""
    found: list[Clause] = []
    if clause.parent is None and clause.kind is ClauseKind.SUBORDINATE:
        last = scene.sentence_of(clause.first).last
        after = [c for c in scene.text.clauses if clause.last <= c.first < last and c.kind is ClauseKind.MAIN]
        return after[:1]
    while clause.parent is not None and clause.kind is not ClauseKind.RELATIVE and len(found) < 4:
        clause = scene.text.clauses[clause.parent]
        found.append(clause)
    return found


def _governed(scene: Scene, above: Clause, known: Signs) -> set[Effect]:
    idiom = idiom_in(scene, above, known)
    if idiom is not None:
        return {idiom[1]} - {Effect.FACT}
    entry = known.verbs.get(above.lemma)
    found = {entry[1]} if entry is not None else set()
    negated = Effect.DENIED in _adverbs(scene, above, known)
    if found and negated and found & {Effect.PLANNED, Effect.POSSIBLE}:
        return {Effect.DENIED if above.lemma in scene.words.jobs["of-self"] else Effect.DROP}
    if found & {Effect.CONFIRMED, Effect.DENIED} and negated:
        return {Effect.DROP}
    return (found or predicate_effects(scene, above, known)) - {Effect.FACT}


def predicate_effects(scene: Scene, above: Clause, known: Signs) -> set[Effect]:
    """ "Denkbar sei, dass …", "Eine Verlegung ist möglich"."""
    if above.lemma not in scene.words.jobs["be"]:
        return set()
    lemmas = (scene.lemma(p) for p in scene.own_tokens(above))
    return {known.adjectives[lemma] for lemma in lemmas if lemma in known.adjectives}
