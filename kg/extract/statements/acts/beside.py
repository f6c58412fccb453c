"""What is said beside a clause whatever its verb: "Das reiche, winkte X ab", "X staunte, er wisse von nichts"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kg.extract.statements.acts.reasons import doer
from kg.extract.statements.common.cues import rows_of
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.meaning.stance import turned
from kg.extract.statements.words.clause_kinds import noted
from kg.model import Clause, ClauseKind, Mode, Mood, Span, Stance

__all__ = ["beside"]

_SURE = Decimal("0.6")


def beside(page: Page, found: list[Found], *, closing: bool = False) -> Iterator[Found]:
    """Main clauses in the subjunctive of report that none of the given statements holds, with somebody's act right
    behind or before them; `closing`: only where it closes their sentence."""
    for clause in page.text.clauses:
        if clause.mood is not Mood.SUBJUNCTIVE_1 or not _own(page, clause) or noted(page, clause):
            continue
        acting = _behind(page, clause) or (None if closing else _before(page, clause))
        voice = None if acting is None else doer(page, acting)
        content = _content(page, clause)
        if acting is None or voice is None or content is None or content.contains(voice.span):
            continue
        told = acting.first > clause.first and any(one.at == acting.finite for one in found)  # "Dies sei, sagte X, …"
        if not told and not any(content.overlaps(one.content) for one in found):
            stance = turned(page, Stance.ASSERTS, "sagen", content)
            cue = None if acting.finite is None or acting.first < clause.first else page.token(acting.finite).span
            at = clause.first if acting.finite is None else acting.finite
            yield Found(at, content, voice, stance, Mode.INDIRECT, cue, "speech/beside", _SURE, rank=5)


def _own(page: Page, clause: Clause) -> bool:
    """Whether it is a main clause of the article, not in the first person and not behind "und"."""
    if clause.kind is not ClauseKind.MAIN or clause.parent is not None or not page.prose(clause.first):
        return False
    mine = page.has("first person", page.own(clause))
    return not mine and not page.spoken[clause.first] and page.token(clause.first).tag != "KON"


def _content(page: Page, clause: Clause) -> Span | None:
    return page.span(clause.first, clause.last)


def _behind(page: Page, clause: Clause) -> Clause | None:
    """As in "Das reiche, winkte X ab": a verb first behind the comma, and nothing after its clause."""
    last = page.sentence(clause.first).last
    for other in page.around(clause):
        if other.first == clause.last + 1 and page.form(clause.last) == ",":
            lead = other.first + (page.form(other.first) in page.words("so"))
            told = other.finite == lead and page.token(lead).tag == "VVFIN" and other.kind is ClauseKind.MAIN
            return (
                other
                if told and (lead > other.first or not _weak(page, other)) and _acts(other) and other.last >= last - 1
                else None
            )
    return None


def _before(page: Page, clause: Clause) -> Clause | None:
    """As in "X zeigte sich erstaunt, er wisse von nichts": nothing but a comma between."""
    unless = clause.finite is not None and page.form(clause.finite + 1) in page.words("but")
    noun = any(of_noun(page, place) is not None for place in range(max(clause.first - 4, 0), clause.first))
    if page.form(clause.first - 1) != "," or clause.finite == clause.first or unless or noun:
        return None
    for other in page.around(clause):
        if other.last == clause.first - 1 and other.kind is ClauseKind.MAIN and other.parent is None:
            return other if _acts(other) and not _weak(page, other) else None
    return None


def _weak(page: Page, clause: Clause) -> bool:
    """Whether its verb says something only of certain speakers: "glaubte", "findet"."""
    return any(row.weak for row in rows_of(page, clause))


def _acts(clause: Clause) -> bool:
    return clause.mood is Mood.INDICATIVE and not clause.passive
