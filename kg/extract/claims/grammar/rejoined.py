"""Clauses that an insertion or a coordination has torn apart, joined again.

"Sie sollen, trotz aller Zweifel, dabei geholfen haben", "Dort sollen 100 Soldaten und 20 Helfer stationiert werden": a
main clause with nothing but a modal or helping verb, and after it a part that ends in the infinitives it waits for.
"""

from __future__ import annotations

from dataclasses import replace

from kg.extract.claims.grammar.wordlists import Words
from kg.model import Clause, ClauseKind, Text

__all__ = ["rejoined"]

_ADVERBS = frozenset({"ADV", "ADJD", "PAV", "PROAV"})
_RESUMES = frozenset({"APPR", "APPRART", "PTKNEG", "ADV"})
"""What a main clause goes on with behind a relative clause inside it."""
_HELPERS = ("ought", "want", "can", "must", "become", "perfect")


def rejoined(text: Text, words: Words) -> Text:
    """The text with torn clauses joined: the first part grows, the second keeps its number and no verbs."""
    helpers = frozenset(lemma for job in _HELPERS for lemma in words.jobs[job])
    clauses = list(text.clauses)
    for after in text.clauses:
        if not after.verbs:
            whole = _goes_on(text, clauses, after, words)
            if whole is not None:
                _take_in(clauses, whole, after)
            continue
        tail = _is_tail(text, after)
        before = _torn_before(text, clauses, after, words, helpers) if tail else _around(text, clauses, after, words)
        before = before or _cut_off(text, clauses, after, helpers - words.jobs["be"])
        if before is not None:
            _join(clauses, before, after)
    return replace(text, clauses=tuple(clauses)) if clauses != list(text.clauses) else text


def _join(clauses: list[Clause], before: Clause, after: Clause) -> None:
    """Lets a clause grow over its tail, and whatever stands between end before it."""
    for number in range(before.number + 1, after.number):
        between = clauses[number]
        if between.first < after.first < between.last:
            clauses[number] = between._replace(last=after.first)
    clauses[before.number] = before._replace(
        last=max(before.last, after.last),
        verbs=(*before.verbs, *after.verbs),
        lemma=after.lemma,
        passive=after.passive,
    )
    clauses[after.number] = after._replace(parent=before.number, finite=None, verbs=(), lemma="", last=after.first)
    for part in clauses[after.number + 1 :]:
        if part.parent == after.number:
            clauses[part.number] = part._replace(parent=before.number)


def _take_in(clauses: list[Clause], whole: Clause, part: Clause) -> None:
    """Lets a clause have the words of a part without a verb that the clause before it had."""
    for number in range(whole.number + 1, part.number):
        between = clauses[number]
        if between.first < part.first < between.last:
            clauses[number] = between._replace(last=part.first)
    clauses[whole.number] = whole._replace(last=max(whole.last, part.last))
    clauses[part.number] = part._replace(parent=whole.number, last=part.first)


def _goes_on(text: Text, clauses: list[Clause], part: Clause, words: Words) -> Clause | None:
    """The clause to which a part without a verb belongs: the one above a relative clause that ends in its verb right
    before ("liefert die Panzer, die Rom gefordert hat, nicht an Mali"), or the one whose number it goes on from
    ("schickte erst 900, später 1500 Mann")."""
    if part.kind is not ClauseKind.FRAGMENT or part.parent is None or part.first < 2 or part.last - part.first < 1:
        return None
    tokens, before = text.tokens, clauses[part.parent]
    opener = tokens[part.first].form.lower()
    if tokens[part.first - 1].tag != "$," or any(opener in words.jobs[job] for job in ("also", "among")):
        return None
    if before.kind is ClauseKind.MAIN:
        counts = tokens[part.first - 2].tag == "CARD" and tokens[part.first].tag in {"ADV", "CARD"}
        return before if counts and any(t.tag == "CARD" for t in tokens[part.first : part.last]) else None
    if before.kind is not ClauseKind.RELATIVE or before.parent is None:
        return None
    closed = bool(before.verbs) and before.verbs[-1] == part.first - 2
    above = clauses[before.parent]
    whole = closed and above.kind is ClauseKind.MAIN and tokens[part.first].tag in _RESUMES
    return above if whole else None


def _cut_off(text: Text, clauses: list[Clause], tail: Clause, helpers: frozenset[str]) -> Clause | None:
    """The main clause of which nothing but its subject and a helping verb stands before an insertion: what looks like a
    relative clause at the end of the sentence is its rest ("Rom habe, trotz des Verbots, der Miliz Waffen gegeben")."""
    sentence = text.sentence_at(tail.first)
    after = text.tokens[tail.verbs[-1] + 1 : sentence.last]
    if tail.kind is ClauseKind.FRAGMENT and tail.parent is not None and after[:1] and after[0].tag.startswith("$"):
        return _of_list(text, clauses[tail.parent], tail) or _apposed(text, clauses, tail, helpers)
    if tail.kind is not ClauseKind.RELATIVE or not all(token.tag.startswith("$") for token in after):
        return None
    for clause in reversed(clauses[: tail.number]):
        if clause.first < sentence.first:
            return None
        if clause.kind is ClauseKind.MAIN and clause.finite is not None:
            alone = clause.verbs == (clause.finite,) and _breaks_off(text, clause.finite)
            return clause if alone and text.tokens[clause.finite].lemma.lower() in helpers else None
    return None


def _apposed(text: Text, clauses: list[Clause], tail: Clause, helpers: frozenset[str]) -> Clause | None:
    """The main clause with a helping verb alone that goes on behind an apposition ("hat seine Garde, das 1. Korps, nach
    Riga verlegt")."""
    beside = clauses[tail.parent] if tail.parent is not None else None
    if beside is None or beside.kind is not ClauseKind.FRAGMENT or beside.verbs or beside.parent is None:
        return None
    main = clauses[beside.parent]
    alone = main.kind is ClauseKind.MAIN and main.finite is not None and main.verbs == (main.finite,)
    full = len(tail.verbs) == 1 and tail.verbs[0] > tail.first and text.tokens[tail.verbs[0]].form.endswith(("t", "n"))
    return main if alone and full and text.tokens[main.finite or 0].lemma.lower() in helpers else None


def _of_list(text: Text, main: Clause, tail: Clause) -> Clause | None:
    """The main clause with a modal verb alone whose list goes on in a part that ends in its infinitive ("soll Öl, Mehl
    und Getreide schicken")."""
    if main.kind is not ClauseKind.MAIN or main.finite is None or main.verbs != (main.finite,):
        return None
    infinitive = text.tokens[tail.verbs[-1]].form.endswith("n") and tail.verbs[0] > tail.first
    return main if infinitive and text.tokens[main.finite].tag == "VMFIN" else None


def _breaks_off(text: Text, finite: int) -> bool:
    """Whether nothing but adverbs and prepositional phrases stands between a helping verb and the comma behind it."""
    for position in range(finite + 1, len(text.tokens)):
        tag = text.tokens[position].tag
        if tag in {"$,", "APPR", "APPRART"}:
            return tag == "$," or _comma_after(text, position)
        if tag not in _ADVERBS:
            return False
    return False


def _comma_after(text: Text, preposition: int) -> bool:
    """Whether a comma comes before any verb or the end of the sentence."""
    tags = (token.tag for token in text.tokens[preposition:])
    return next((tag for tag in tags if tag[0] in "$V"), "") == "$,"


def _is_tail(text: Text, clause: Clause) -> bool:
    """Whether a "main clause" ends in its verbs, as only the tail of another can."""
    if clause.kind is not ClauseKind.MAIN or clause.finite is None or len(clause.verbs) < 2:
        return False
    full = any(text.tokens[p].tag in {"VVPP", "VVINF", "VVIZU"} for p in clause.verbs)
    return full and clause.finite == clause.verbs[-1] and clause.verbs[0] > clause.first


def _around(text: Text, clauses: list[Clause], tail: Clause, words: Words) -> Clause | None:
    """The main clause with "haben" or a modal verb alone around "so heißt es", which its rest looks
    like a part of ("Rom habe, so heißt es, der Miliz Waffen gegeben")."""
    inner = clauses[tail.parent] if tail.kind is ClauseKind.FRAGMENT and tail.parent is not None else tail
    if inner is tail or inner.number == 0 or tail.verbs[0] == tail.first or not _is_inserted(text, inner, words):
        return None
    main = clauses[inner.number - 1]
    waits = main.kind is ClauseKind.MAIN and main.finite is not None and main.verbs == (main.finite,)
    helpers = frozenset(lemma for job in _HELPERS for lemma in words.jobs[job])
    near = waits and main.last == inner.first - 1 and text.tokens[main.finite or 0].lemma.lower() in helpers
    return main if near else None


def _is_inserted(text: Text, clause: Clause, words: Words) -> bool:
    """ ", so heißt es in dem Bericht"."""
    starts = clause.kind is ClauseKind.MAIN and clause.finite == clause.first + 1 and clause.first > 0
    opener = text.tokens[clause.first].form.lower() in words.jobs["thus"]
    return starts and opener and text.tokens[clause.first - 1].tag == "$,"


def _torn_before(
    text: Text, clauses: list[Clause], tail: Clause, words: Words, helpers: frozenset[str]
) -> Clause | None:
    """The main clause of the same sentence before the tail that has only a helping verb."""
    first = text.sentence_at(tail.first).first
    for clause in reversed(clauses[: tail.number]):
        if clause.first < first:
            return None
        if _is_inserted(text, clause, words):
            continue
        alone = clause.finite is not None and not any(text.tokens[p].tag.startswith("VV") for p in clause.verbs)
        if clause.kind is ClauseKind.MAIN and clause.last <= tail.first:
            return clause if alone and text.tokens[clause.finite or 0].lemma.lower() in helpers else None
    return None
