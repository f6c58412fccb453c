"""Clauses that an insertion or a coordination has torn apart, joined again.

"Sie sollen, trotz aller Zweifel, dabei geholfen haben", "Dort sollen 100 Soldaten und 20 Helfer stationiert werden": a
main clause with nothing but a modal or helping verb, and after it a part that ends in the infinitives it waits for.
"""

from __future__ import annotations

from dataclasses import replace

from kg.extract.claims.wordlists import Words
from kg.model import Clause, ClauseKind, Text

__all__ = ["rejoined"]

_HELPERS = ("ought", "want", "can", "must", "become", "perfect")


def rejoined(text: Text, words: Words) -> Text:
    """The text with torn clauses joined: the first part grows, the second keeps its number and no verbs."""
    helpers = frozenset(lemma for job in _HELPERS for lemma in words.jobs[job])
    clauses = list(text.clauses)
    for after in text.clauses:
        before = _torn_before(text, clauses, after, helpers) if _is_tail(text, after) else None
        if before is not None:
            verbs = (*before.verbs, *after.verbs)
            clauses[before.number] = before._replace(
                last=max(before.last, after.last), verbs=verbs, lemma=after.lemma, passive=after.passive
            )
            clauses[after.number] = after._replace(
                parent=before.number, finite=None, verbs=(), lemma="", last=after.first
            )
    return replace(text, clauses=tuple(clauses)) if clauses != list(text.clauses) else text


def _is_tail(text: Text, clause: Clause) -> bool:
    """Whether a "main clause" ends in its verbs, as only the tail of another can."""
    if clause.kind is not ClauseKind.MAIN or clause.finite is None or len(clause.verbs) < 2:
        return False
    full = any(text.tokens[p].tag in {"VVPP", "VVINF", "VVIZU"} for p in clause.verbs)
    return full and clause.finite == clause.verbs[-1] and clause.verbs[0] > clause.first


def _torn_before(text: Text, clauses: list[Clause], tail: Clause, helpers: frozenset[str]) -> Clause | None:
    """The main clause of the same sentence before the tail that has only a helping verb."""
    first = text.sentence_at(tail.first).first
    for clause in reversed(clauses[: tail.number]):
        if clause.first < first:
            return None
        alone = clause.finite is not None and not any(text.tokens[p].tag.startswith("VV") for p in clause.verbs)
        if clause.kind is ClauseKind.MAIN and clause.last <= tail.first:
            return clause if alone and text.tokens[clause.finite or 0].lemma.lower() in helpers else None
    return None
