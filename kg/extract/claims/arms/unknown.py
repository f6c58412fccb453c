"""Who gets something whom the words name, but nobody knows: "den Rebellen", "keiner der Seiten", "seinen Partnern"."""

from __future__ import annotations

from kg.extract.claims.arms.powers import power_of
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import antecedent, owner, subject
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.model import ClauseKind

__all__ = ["names_unknown", "nobody"]


def names_unknown(desk: Desk, match: Match) -> bool:
    """Whether the clause names people who get it, but nobody knows whose they are ("den Rebellen")."""
    if nobody(desk, match) is not None:
        return True
    if _gets_unknown(desk, match) or _asks_allies(desk, match):
        return True
    named = [n for n in desk.scene.inside(match.clause) if _is_unknown(desk, n)]
    return any(n.preposition is None or desk.scene.is_a(n.preposition, "recipient") for n in named)


def _asks_allies(desk: Desk, match: Match) -> bool:
    """ "bat die Partner um sieben Systeme": whether those who are asked are named, but not who they are."""
    asks = isinstance(match.row, ArmsTransferRow) and match.row.pattern is Pattern.ASK
    free = (n for n in desk.scene.inside(match.clause) if asks and n.preposition is None and n.determiner is not None)
    return any(n.lemma in desk.scene.words.jobs["allies"] and power_of(desk, n) is None for n in free)


def _gets_unknown(desk: Desk, match: Match) -> bool:
    """Whether a relative clause tells what somebody gets whom its pronoun stands for and nobody knows."""
    gets = isinstance(match.row, ArmsTransferRow) and match.row.pattern is Pattern.GET
    clause = match.clause
    relative = gets and clause.kind is ClauseKind.RELATIVE and desk.scene.text.tokens[clause.first].tag == "PRELS"
    if not relative or subject(desk.scene, clause) is not None:
        return False
    before = antecedent(desk.scene, clause)
    return before is not None and before.item is None and power_of(desk, before) is None


def nobody(desk: Desk, match: Match) -> Nominal | None:
    """ "keiner der Kriegsparteien", "an keine der beiden Seiten": the phrase that says that none gets it."""
    for nominal in desk.scene.inside(match.clause):
        free = nominal.preposition is None or desk.scene.is_a(nominal.preposition, "recipient")
        if free and nominal.actor is not None and desk.scene.is_a(max(nominal.first - 1, 0), "no"):
            return nominal._replace(first=nominal.first - 1)
        sides = desk.scene.is_noun(nominal, "forces") or desk.scene.is_noun(nominal, "agreeing")
        if free and sides and any(desk.scene.is_a(p, "no") for p in range(nominal.first, nominal.head)):
            return nominal
    return None


def _is_unknown(desk: Desk, nominal: Nominal) -> bool:
    if nominal.actor is None and not nominal.owners and desk.scene.is_noun(nominal, "militia"):
        return True
    if nominal.people is not None:
        return nominal.people.stateless or _of_stranger(desk, nominal)
    if nominal.determiner is None or nominal.lemma not in desk.scene.words.jobs["allies"]:
        return False
    theirs = desk.scene.text.tokens[nominal.determiner]
    return theirs.tag == "PPOSAT" and theirs.form.lower() in desk.scene.words.jobs["plural-dative"]


def _of_stranger(desk: Desk, nominal: Nominal) -> bool:
    """ "General Burhans Truppen": whose owner is named, but belongs to no state that is known."""
    bare = nominal.preposition is None and nominal.determiner is None and nominal.quantity is None
    before = [n for n in desk.scene.nominals[desk.scene.sentence_of(nominal.head).number] if n.last == nominal.first]
    named = (nominal.owners and nominal.owners[0].actor) or next((n.actor.actor for n in before if n.actor), None)
    return bare and bool(named) and owner(desk.scene, nominal) is None and power_of(desk, nominal) is None
