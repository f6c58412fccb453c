"""Goods that stand apart from the verb that tells of them: before a colon, or in the answer to a question."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.claims.arms.goods_names import with_list, with_names
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.model import Clause, ClauseKind

__all__ = ["answered", "named_apart", "purposed"]


def named_apart(desk: Desk, clause: Clause) -> list[Nominal]:
    """The goods of a list that ends in a colon right before a clause ("Granaten und Raketen: So viel hat …"), or of
    the answer to the question that it asks ("Was bekommt Kim? Flugabwehrraketen und Öl")."""
    part = _list_before(desk, clause) or _answer(desk, clause)
    return [n for n in with_names(desk, with_list(desk, part)) if n.item is not None] if part is not None else []


def answered(desk: Desk, match: Match) -> Match:
    """A match in a question with the part that answers it for its clause; any other match as it is."""
    part = _answer(desk, match.clause)
    return match._replace(clause=part) if part is not None else match


def _list_before(desk: Desk, clause: Clause) -> Clause | None:
    tokens, scene = desk.scene.text.tokens, desk.scene
    if clause.first == 0 or tokens[clause.first - 1].form != ":":
        return None
    before = (c for c in scene.text.clauses if c.last in {clause.first - 1, clause.first} and not c.verbs)
    part = next(before, None)
    named = scene.inside(part) if part is not None else ()
    return part if named and all(n.preposition is None or n.quantity is not None for n in named) else None


def _answer(desk: Desk, clause: Clause) -> Clause | None:
    """The part without a verb that the sentence behind a question for goods opens with."""
    scene = desk.scene
    sentence = scene.sentence_of(clause.first)
    asks = clause.first < clause.last and any(scene.is_a(p, "what") for p in range(clause.first, clause.first + 2))
    open_yet = scene.text.tokens[sentence.last - 1].form == "?" or clause.first == sentence.first
    if not asks or not open_yet or sentence.last >= len(scene.text.tokens):
        return None
    behind = next((c for c in scene.text.clauses if c.first >= sentence.last), None)
    if behind is None or behind.first != sentence.last or (behind.verbs and not _names(desk, behind)):
        return None
    return behind if behind.verbs or behind.kind is ClauseKind.FRAGMENT else None


def _names(desk: Desk, clause: Clause) -> bool:
    """ "Abgeordnete berichteten von Reis und Öl": whether a clause does no more than name goods."""
    scene = desk.scene
    bound = [n for n in scene.inside(clause) if n.preposition is not None and scene.is_a(n.preposition, "of")]
    return clause.lemma in scene.words.jobs["name-goods"] and any(n.item is not None for n in bound)


def purposed(desk: Desk, match: Match) -> tuple[Desk, Match]:
    """ "damit Washington Waffen liefern kann": what others do something for could be, or with "konnte" has been."""
    opener = match.clause.opener
    if opener is None or not desk.scene.is_a(opener, "so-that") or desk.scene.text.tokens[opener].tag != "KOUS":
        return desk, match
    signs = replace(desk.signs, conjunctions=desk.signs.conjunctions - desk.scene.words.jobs["so-that"])
    done = any(desk.scene.text.tokens[p].form.lower() in desk.scene.words.jobs["had-to"] for p in match.clause.verbs)
    return replace(desk, signs=signs), match if done else match._replace(row=replace(match.row, maybe=True))
