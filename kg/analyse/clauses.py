"""Clauses of a sentence: what is main, what hangs on it, where each begins and ends, which verbs it has.

A shallow parse by topological fields (Drach 1937; Höhle 1986): a subordinate clause runs from its opening word to its
finite verb and over all that hangs on it; an unfinished clause is taken up again after an inserted one; "und" with a
second finite verb at the end is a clause beside the first, under the same opening word.
"""

from __future__ import annotations

from kg.analyse.finite import own_verb
from kg.analyse.growing import Open, begun, taken_up, telling, told_again
from kg.analyse.lists import lists_joined
from kg.analyse.openers import announced, resolved_openers
from kg.analyse.segments import Segment, segments
from kg.analyse.tagger import Word
from kg.analyse.verbs import separated, verb_group
from kg.analyse.within import back_to, goes_back, is_report, led_by_so
from kg.lang import Language
from kg.model import Clause, ClauseKind

__all__ = ["clauses"]

_STOPS = frozenset({";", ":", ".", "!", "?", "…"})
_DEPTH = 20  # deeper nesting is no German: what lies further out is not taken up again
_VERB_LAST = frozenset({ClauseKind.SUBORDINATE, ClauseKind.RELATIVE})


def clauses(words: list[Word], places: list[int], start: int, language: Language) -> list[Clause]:
    """The clauses of one unit, in the order in which they open; numbers count from `start`."""
    built, stack = list[Open](), list[Open]()
    tells = telling(language)
    found = lists_joined(announced(resolved_openers(segments(words, places), words), words, tells, language), words)
    for place, segment in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        if not _insert(segment, following, words, built, stack, language):
            _place(segment, words, built, stack, language)
        del stack[:-_DEPTH]
    for clause in reversed(built):
        if clause.parent is not None:
            clause.parent.reach.extend((min(clause.reach), max(clause.reach)))
    return [_finish(clause, words, start, language) for clause in built]


def _insert(
    segment: Segment,
    following: Segment | None,
    words: list[Word],
    built: list[Open],
    stack: list[Open],
    language: Language,
) -> bool:
    """As in "Die Lage, sagte er, sei ernst": a main clause inside one that goes on."""
    depth = _wanting(stack)
    if depth is None or stack[depth].kind is not ClauseKind.MAIN or segment.wall != "," or segment.kind is not None:
        return False
    if following is None or following.wall != "," or segment.finite is None or not segment.sure or segment.coordinated:
        return False
    goes_on = following.kind is None and following.sure and following.finite == following.places[0]
    told = segment.finite == segment.places[led_by_so(segment, words, language)] or words[segment.finite].subjunctive
    own = not told or own_verb(words, segment.places, segment.finite, following.places, telling(language))
    if not goes_on or (own and not is_report(segment, stack[depth].places, words, language)):
        return False
    begun(built, ClauseKind.MAIN, stack[depth]).take(segment)
    return True


def _place(segment: Segment, words: list[Word], built: list[Open], stack: list[Open], language: Language) -> None:
    if segment.wall in _STOPS or _dateline(segment, words, stack):
        stack.clear()
    again = told_again(segment, words, built, language)
    if again is not None:
        stack[:] = [again.again(built, segment)]
    elif segment.kind is not None:
        _open_below(segment, words, built, stack)
    elif segment.finite is not None and (segment.sure or not stack or _begins(segment, stack)):
        _resume_or_begin(segment, words, built, stack, language)
    elif segment.zu:
        _infinitive(segment, built, stack)
    elif not _saturate(segment, words, stack) and not _prefixed(segment, words, stack, language):
        _append(segment, words, built, stack, language)


def _begins(segment: Segment, stack: list[Open]) -> bool:
    """As in "Wie X mitteilte, fehlen Granaten": the verb right behind a clause that fills the first field."""
    fronted = stack[0].kind in _VERB_LAST and segment.wall == "," and segment.finite == segment.places[0]
    return fronted or _wanting(stack) is not None


def _dateline(segment: Segment, words: list[Word], stack: list[Open]) -> bool:
    """As in "Kursk, Russland – Nordkorea hat …": a few words without a verb, a dash, and a sentence of its own."""
    if segment.wall not in {"–", "—", "-"} or len(stack) != 1 or stack[0].done or stack[0].opener is not None:
        return False
    begins = segment.finite is not None and segment.finite > segment.places[0]
    return begins and len(stack[0].places) <= 6 and words[segment.places[0]].form[0].isupper()


def _saturate(segment: Segment, words: list[Word], stack: list[Open]) -> bool:
    """A participle or infinitive goes to the clause whose helping verb still waits for it."""
    if not any(words[place].tag in {"VVPP", "VVINF", "VAPP", "VAINF"} for place in segment.places):
        return False
    for depth in range(len(stack) - 1, -1, -1):
        clause = stack[depth]
        full = any(words[place].tag in {"VVPP", "VVINF", "VAPP"} for place in clause.places)
        if clause.finite is not None and words[clause.finite].can[0] in {"VAFIN", "VMFIN"} and not full:
            back_to(stack, depth)
            clause.take(segment)
            return True
    return False


def _prefixed(segment: Segment, words: list[Word], stack: list[Open], language: Language) -> bool:
    """A preposition at the end of a stretch is a separated prefix: it goes to the clause whose full verb is finite.

    So does the prefix alone, or with "darauf", behind an apposition: "teilte der Leiter, Otto Kranz, mit".
    """
    last = words[segment.places[-1]]
    alone = len(segment.places) == 1 or words[segment.places[0]].tag == "ADV"
    if not alone and (last.can[0] not in {"APPR", "PTKVZ", "ART"} or len(segment.places) < 2):
        return False
    for depth in range(len(stack) - 1, -1, -1):
        finite = stack[depth].finite
        if finite is not None and words[finite].tag == "VVFIN" and stack[depth].kind is ClauseKind.MAIN:
            if alone and not separated(words[finite], last, language):
                continue
            back_to(stack, depth)
            stack[depth].take(segment)
            return True
    return False


def _open_below(segment: Segment, words: list[Word], built: list[Open], stack: list[Open]) -> None:
    """A clause with an opening word hangs on the innermost one; after "und" beside the last of its kind."""
    assert segment.kind is not None
    if segment.coordinated:
        while stack and stack[-1].done and stack[-1].kind is segment.kind:
            stack.pop()
    clause = begun(built, segment.kind, stack[-1] if stack else None, segment.opener)
    clause.take(segment)
    if segment.opener is not None:
        tag = "PRELS" if segment.kind is ClauseKind.RELATIVE else "KOUS"
        if tag in words[segment.opener].can:
            words[segment.opener].tag = tag
    stack.append(clause)


def _wanting(stack: list[Open]) -> int | None:
    """How deep the innermost clause lies that still lacks its verb."""
    for depth in range(len(stack) - 1, -1, -1):
        if not stack[depth].done and stack[depth].kind is not ClauseKind.FRAGMENT:
            return depth
    return None


def _resume_or_begin(
    segment: Segment, words: list[Word], built: list[Open], stack: list[Open], language: Language
) -> None:
    depth = _wanting(stack)
    carries_on = segment.coordinated and bool(stack) and stack[-1].kind in _VERB_LAST and _verb_last(segment, words)
    carries_on = carries_on and not _back_above(segment, words, stack)
    if carries_on and (depth is None or segment.wall == ""):
        if stack[-1].done:
            stack.append(stack.pop().beside(built))
        stack[-1].take(segment)
        return
    resumed = taken_up(segment, words, stack, language) if depth is None else not _inserted(segment, stack[depth])
    if resumed:
        del stack[(depth or 0) + 1 :]
    else:
        if depth is None and not (len(stack) == 1 and is_report(segment, stack[0].places, words, language)):
            stack.clear()
        stack.append(begun(built, ClauseKind.MAIN))
    stack[-1].take(segment)


def _back_above(segment: Segment, words: list[Word], stack: list[Open]) -> bool:
    """As in "sagte, dass sie bleibe, und versprach: …": a bare verb in another mood goes on with the main clause."""
    reported = stack[-1].finite
    if reported is None or segment.finite is None or len(stack) < 2 or len(segment.places) > 2:
        return False
    below = stack[-2].kind is ClauseKind.MAIN and stack[-2].done
    return below and words[reported].subjunctive and not words[segment.finite].subjunctive


def _inserted(segment: Segment, clause: Open) -> bool:
    """A sentence of its own in brackets or between dashes: the clause around it still waits for its verb."""
    if segment.finite is None or not segment.sure or segment.finite == segment.places[0]:
        return False
    return clause.kind is ClauseKind.MAIN and segment.wall in {"(", "–", "—"}


def _verb_last(segment: Segment, words: list[Word]) -> bool:
    """Whether the finite verb stands at the end, as in a verb-last clause that "und" carries on."""
    if segment.finite is None or len(segment.places) < 3:
        return segment.finite is not None
    behind = [place for place in segment.places if place > segment.finite]
    return all(words[place].tag.startswith("V") for place in behind) and segment.finite > segment.places[1]


def _infinitive(segment: Segment, built: list[Open], stack: list[Open]) -> None:
    fragments = [clause.kind is ClauseKind.FRAGMENT for clause in stack]
    if fragments[-2:] == [True, False] and stack[-1].done:
        stack.pop()
    if stack and stack[-1].kind is ClauseKind.FRAGMENT:
        stack[-1].kind = ClauseKind.INFINITIVE
        stack[-1].take(segment)
        return
    depth = _wanting(stack)
    if depth is not None and stack[depth].kind is not ClauseKind.INFINITIVE and segment.wall == "":
        stack[depth].take(segment)
        return
    if segment.coordinated and stack and stack[-1].kind is ClauseKind.INFINITIVE:
        stack[-1].take(segment)
        return
    stack.append(begun(built, ClauseKind.INFINITIVE, stack[-1] if stack else None))
    stack[-1].take(segment)


def _append(segment: Segment, words: list[Word], built: list[Open], stack: list[Open], language: Language) -> None:
    """Words without a verb: an apposition or list member of the clause that lacks its verb, else a fragment."""
    depth = len(stack) - 2 if goes_back(segment, words, stack, language) else _wanting(stack)
    if depth is not None:
        back_to(stack, depth)
        stack[-1].take(segment)
        return
    parent = stack[-1] if stack else None
    if segment.wall in {")", "]"}:
        while len(stack) > 1 and stack[-1].kind is ClauseKind.FRAGMENT:
            stack.pop()
        parent = stack[-1] if stack else None
    if parent is not None and (segment.coordinated or segment.wall in {")", "]"}):
        parent.take(segment)
        return
    whole = parent is None and segment.wall in {"", ";"}
    stack.append(begun(built, ClauseKind.MAIN if whole else ClauseKind.FRAGMENT, parent))
    stack[-1].take(segment)


def _finish(clause: Open, words: list[Word], start: int, language: Language) -> Clause:
    kind = clause.kind
    if kind is ClauseKind.MAIN and clause.finite is None:
        kind = ClauseKind.FRAGMENT
    group = verb_group(words, clause.places, clause.finite, language)
    parent = None if clause.parent is None else start + clause.parent.number
    return Clause(
        start + clause.number, kind, min(clause.reach), max(clause.reach), parent, clause.opener, clause.finite,
        group.places, group.lemma, group.mood, group.passive,
    )  # fmt: skip
