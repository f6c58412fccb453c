"""What a frame says: the words around it in its clause, or those behind it."""

from __future__ import annotations

from kg.extract.statements.common.cues import rows_of
from kg.extract.statements.common.page import Page
from kg.extract.statements.words.begins import behind_colon
from kg.extract.statements.words.beyond import beyond, coordinated
from kg.extract.statements.words.clause_kinds import asked, cue_like
from kg.extract.statements.words.content import longer, scant, sentence_end, spanning, weightier
from kg.extract.statements.words.inside import inside, with_antecedent
from kg.extract.statements.words.met import Met
from kg.extract.statements.words.torn import Parts, own_figure, quotes, untorn
from kg.lang.saying import FrameKind
from kg.model import Clause, ClauseKind, Mood, Span

__all__ = ["around"]

_VERB_LAST = frozenset({ClauseKind.SUBORDINATE, ClauseKind.RELATIVE})
_FIELDS = frozenset({ClauseKind.SUBORDINATE, ClauseKind.INFINITIVE})
_ASIDES = {"–": "–", "—": "—", "(": ")"}
_ASIDE = 12
"""How many words an aside has at most."""
_MUCH_LONGER = 1.4
"""How many times longer than the words behind a frame those before it are at least, with the subject among them."""


def around(page: Page, frame: Met, clause: Clause) -> Span | None:
    """What stands around the frame in its clause, with a clause before its verb; the longer stretch where it is
    inserted."""
    content = _stretch(page, frame, clause)
    if content is not None and clause.kind is ClauseKind.RELATIVE:
        return with_antecedent(page, frame, clause, content)
    if content is None or clause.finite != clause.first or content.start != page.token(clause.first).start:
        return content
    front = _field(page, clause)  # "Als es brannte, war das Haus laut X leer"
    return content if front is None else Span(page.token(front.first).start, content.end)


def _stretch(page: Page, frame: Met, clause: Clause) -> Span | None:
    """The stretch before or behind the frame."""
    inner = _between_dashes(page, frame) or _report_inside(page, frame) or own_figure(page, frame)
    if inner is not None:
        return inner
    top = _top(page, clause) if frame.row.kind is FrameKind.INSERTED or clause.kind is ClauseKind.FRAGMENT else clause
    sentence = page.sentence(frame.first)
    begin = _fronted(page, top) if top.opener is None else top.opener + 1
    end = sentence_end(page, frame.first)
    if frame.row.kind is FrameKind.INSERTED:
        begin, last = behind_colon(page, sentence.first, frame.first), end
    elif top.kind in {ClauseKind.MAIN, ClauseKind.FRAGMENT}:
        last = _before_another(page, frame.last, end) if _leads(page, frame, begin) else beyond(page, top, end)
    else:
        last = top.last
    if (
        top.kind is ClauseKind.MAIN
        and top.finite is not None
        and frame.last <= top.finite
        and _leads(page, frame, begin)
    ):
        return page.span(frame.last if top.finite == top.last - 1 else top.finite, last)
    joined = frame.first > begin and page.token(frame.first - 1).tag == "KON"  # "soll A getan und laut X B getan haben"
    before_words = None if frame.first <= begin or joined else page.span(begin, frame.first)
    if frame.row.kind is FrameKind.INSERTED and before_words is not None and _relative_behind(page, frame):
        return before_words
    last = _next_end(page, frame, end) if joined and last <= frame.last + 1 else last
    behind_words = page.span(_behind_that(page, frame), last)
    parts = (before_words, behind_words)
    told = inside(page, frame, top, parts)
    if told is not None:
        return told
    both = None if quotes(page, behind_words) else spanning(*parts)
    if None not in parts and top.kind is ClauseKind.MAIN and coordinated(page, top, last):
        both = page.span(begin, last)
    return untorn(page, frame, top, parts, both or _one(page, frame, top, parts))


def _report_inside(page: Page, frame: Met) -> Span | None:
    """As in "Der Rat wollte trösten, die Lage sei gut, so X, und irrte": the report alone, in a sentence of its own."""
    comma = frame.first - 1
    if frame.row.kind is not FrameKind.INSERTED or page.form(comma) != "," or comma < 1:
        return None
    number = page.clause_of[comma - 1]
    told = page.text.clauses[number] if number >= 0 else None
    while told is not None and told.kind is ClauseKind.INFINITIVE and told.parent is not None:
        told = page.text.clauses[told.parent]
    if told is None or told.opener is not None or told.mood is not Mood.SUBJUNCTIVE_1:
        return None
    first = page.text.clauses[page.clause_of[page.sentence(comma).first]]
    own = first.number != told.number and first.kind is ClauseKind.MAIN and first.mood is Mood.INDICATIVE
    if not own or page.form(told.first - 1) != "," or first.finite == first.first:
        return None
    return page.span(_opened_by(page, told), comma)


def _opened_by(page: Page, told: Clause) -> int:
    """Where a clause begins with the one that fills its first field: "Wer lüge, dürfe nicht bleiben"."""
    bare = told.finite == told.first
    front = (other for other in page.around(told) if other.last == told.first - 1 and other.kind in _FIELDS)
    return next((other.first for other in front if bare), told.first)


def _one(page: Page, frame: Met, top: Clause, parts: Parts) -> Span | None:
    """The part before or behind a frame that tells more."""
    before_words, behind_words = parts
    if before_words is not None and behind_words is not None and top.kind in _VERB_LAST:
        front, behind = (words.end - words.start for words in (before_words, behind_words))
        return behind_words if behind * _MUCH_LONGER >= front else before_words
    filled = [words for words in parts if words is not None and not scant(page, words)]
    if len(filled) == 1:
        return filled[0]
    if frame.row.kind is FrameKind.INSERTED:
        return before_words if _closed(page, frame, top, parts) else longer(*parts)
    return weightier(*parts)


def _closed(page: Page, frame: Met, top: Clause, parts: Parts) -> bool:
    """As in "Es gab Verletzte, so X, der Rest blieb heil": the frame closes one sentence before another."""
    if None in parts or top.kind is not ClauseKind.MAIN or top.finite is None or top.finite > frame.first:
        return False
    number = page.clause_of[min(frame.last + 1, len(page.clause_of) - 1)]
    following = page.text.clauses[number] if number >= 0 else top
    return following.parent is None and following.kind is ClauseKind.MAIN and following.first > frame.first


def _fronted(page: Page, clause: Clause) -> int:
    """Where a main clause begins, with the question that fills its first field: "Ob es brennt, ist laut X offen"."""
    front = _field(page, clause)
    joined = page.token(clause.first).tag == "KON" and clause.first > page.sentence(clause.first).first
    bare = clause.first + joined  # "… und sinkt laut X weiter"
    return bare if front is None or not asked(page, front) else front.first


def _field(page: Page, clause: Clause) -> Clause | None:
    """The clause that fills the first field of a main one at the beginning of its sentence."""
    if clause.kind is not ClauseKind.MAIN or clause.finite != clause.first or page.form(clause.first - 1) != ",":
        return None
    opens = page.sentence(clause.first).first
    before = (other for other in page.around(clause) if other.first == opens and other.last == clause.first - 1)
    fills = (other for other in before if other.kind in _FIELDS and not cue_like(page, other))
    return next((other for other in fills if page.form(other.first) not in page.words("contrasting")), None)


def _behind_that(page: Page, frame: Met) -> int:
    """Where the words behind a frame begin: "Klar sei, so X, dass …" without its conjunction."""
    opens = frame.last + (page.form(frame.last) == ",")
    return opens + 1 if page.form(opens) in page.words("that") - page.words("whether") else frame.last


def _next_end(page: Page, frame: Met, end: int) -> int:
    """As in "… und laut Berichten, die neu sind, viel gezahlt haben": where the clause behind the frame ends."""
    tops = (c for c in page.clauses_in(page.sentence(frame.first)) if c.parent is None and c.first >= frame.last)
    return next((clause.last for clause in tops), end)


def _between_dashes(page: Page, frame: Met) -> Span | None:
    """As in "Dort stand ein Mann – laut Zeugen ein Soldat – und wartete": what stands with the frame in an aside."""
    dash = page.form(frame.first - 1)
    if frame.row.kind is not FrameKind.BEFORE or dash not in _ASIDES:
        return None
    end = min(frame.last + _ASIDE, page.sentence(frame.first).last)
    close = next((place for place in range(frame.last, end) if page.form(place) == _ASIDES[dash]), None)
    told = close is None or any(page.token(place).tag.endswith("FIN") for place in range(frame.last, close))
    return None if close is None or told or close <= frame.last else page.span(frame.last, close)


def _relative_behind(page: Page, frame: Met) -> bool:
    """As in ", so X, die …": what follows tells of the speaker."""
    following = page.clause_of[min(frame.last + 1, len(page.clause_of) - 1)]
    return following >= 0 and page.text.clauses[following].kind is ClauseKind.RELATIVE


def _leads(page: Page, frame: Met, begin: int) -> bool:
    """Whether the frame stands at the head of its clause, before the finite verb."""
    return frame.first <= begin + 1


def _before_another(page: Page, first: int, last: int) -> int:
    """Where words end before a semicolon, or a colon behind which another source is named: ": Wie X schreibt, …"."""
    ends = (p for p in range(first, last) if page.form(p) == ";" or (page.form(p) == ":" and _named_anew(page, p + 1)))
    return next(ends, last)


def _named_anew(page: Page, place: int) -> bool:
    number = page.clause_of[place] if page.form(place) in page.words("as") else -1
    clause = page.text.clauses[number] if number >= 0 else None
    return clause is not None and clause.opener == place and bool(rows_of(page, clause))


def _top(page: Page, clause: Clause) -> Clause:
    while clause.parent is not None:
        clause = page.text.clauses[clause.parent]
    return clause
