"""What somebody is heard to say in a clause beside what he does: "hob das Urteil auf, weil die Frist versäumt sei"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.meaning.stance import turned
from kg.extract.statements.speakers.somebody import NAMING, speaks
from kg.extract.statements.speakers.speakers import speaker_of
from kg.model import Clause, ClauseKind, Mode, Mood, Span, Stance

__all__ = ["doer", "reasons"]

_SURE = Decimal("0.6")
_OWN = frozenset({Stance.DEMANDS, Stance.ANNOUNCES})
"""The stance of nouns that tell what their speaker wants: "einen Vorschlag, der …"."""
_ADVERBS = frozenset({"ADV", "PAV", "PROAV", "$,"})
_FAR = 6
"""How many words before a relative clause the noun stands, at most, of which it tells."""


def reasons(page: Page, found: list[Found]) -> Iterator[Found]:
    """Reasons, conditions and relative clauses in the subjunctive of report that hang on what somebody does and that
    none of the given statements holds: they are the words of the one who does it."""
    for clause in page.text.clauses:
        if clause.finite is None or clause.parent is None or page.spoken[clause.finite] or not page.prose(clause.first):
            continue
        parent = page.text.clauses[clause.parent]
        told = parent.kind is ClauseKind.MAIN and parent.mood is Mood.INDICATIVE and parent.parent is None
        content = _content(page, clause) if told and _reported(page, clause) else None
        content = None if content is None else _before_others(page, clause, content, found)
        if content is None or any(content.overlaps(one.content) for one in found):
            continue
        if any(_joins(page, other, clause) for other in page.around(clause)):
            continue
        act = next((one for one in found if page.clause_of[one.at] == parent.number and one.cue is not None), None)
        voice = doer(page, parent) if act is None else act.voice
        whole = None if voice is None else _with_object(page, parent, clause, content, voice)
        if whole is not None and not any(whole.overlaps(one.content) for one in found):
            content = whole
        elif whole is not None and clause.kind is ClauseKind.RELATIVE:
            continue  # what it tells of is said before
        if voice is not None and voice.last <= clause.first:
            stance = turned(page, Stance.ASSERTS, "sagen", content)
            yield Found(clause.first, content, voice, stance, Mode.INDIRECT, None, "speech/reason", _SURE, rank=5)


def _reported(page: Page, clause: Clause) -> bool:
    """Whether it gives a reason or a condition, or tells of a noun, and only somebody's words have its mood."""
    if clause.mood is not Mood.SUBJUNCTIVE_1 and clause.mood is not Mood.SUBJUNCTIVE_2:
        return False
    led = clause.kind is ClauseKind.SUBORDINATE and page.form(clause.opener or 0) in page.words("because")
    mine = page.has("first person", page.own(clause))
    passive = led and clause.passive and clause.mood is Mood.SUBJUNCTIVE_2  # "weil sie geprüft würden": no condition
    return not mine and (passive or (clause.mood is Mood.SUBJUNCTIVE_1 and (led or _relative(page, clause))))


def _before_others(page: Page, clause: Clause, content: Span, found: list[Found]) -> Span | None:
    """The words up to those of another statement behind its verb: "…, der helfe, was laut X teuer wird"."""
    behind = [one.content.start for one in found if one.content.overlaps(content)]
    verb = page.token(max(clause.verbs)).end
    if not behind or min(behind) < verb:
        return content
    inner = min((other.first for other in page.children(clause) if other.first > max(clause.verbs)), default=None)
    return content if inner is None else page.span(page.text.place_of(content.start), inner)


def _relative(page: Page, clause: Clause) -> bool:
    """Whether it tells more of a noun than what that says: not of "Berichte, die …" or "Berichte, denen zufolge …"."""
    nouns = (of_noun(page, place) for place in range(max(clause.first - _FAR, 0), clause.first))
    told = any(noun is not None and noun.stance not in _OWN for noun in nouns)
    return clause.kind is ClauseKind.RELATIVE and page.token(clause.first).tag == "PRELS" and not told


def _content(page: Page, clause: Clause) -> Span | None:
    """The words of the clause, without "weil" but with "falls"."""
    condition = clause.opener is None or page.form(clause.opener) in page.words("if")
    whole = clause.kind is ClauseKind.RELATIVE or condition
    joined = next((other for other in page.around(clause) if _joins(page, clause, other)), clause)
    return page.span(clause.first if whole else (clause.opener or 0) + 1, joined.last)


def _with_object(page: Page, parent: Clause, clause: Clause, content: Span, voice: Voice) -> Span | None:
    """As in "Kranz bringt den Wandel ins Spiel, der alles verstärke", "sieht den Plan gefährdet, weil Geld fehle": the
    words from what the clause tells of."""
    judges = clause.kind is ClauseKind.RELATIVE or parent.lemma in page.words("looking at")
    if not judges or parent.finite is None or parent.finite > clause.first:
        return None
    behind = range(max(parent.finite + 1, voice.last), clause.first - 1)
    begin = next((place for place in behind if page.token(place).tag not in _ADVERBS), None)
    if begin is not None and page.token(begin).tag == "APPR" and parent.lemma in page.verbs:
        begin += 1  # "warnte vor Leuten, die …"
    return None if begin is None else page.span(begin, page.text.place_of(content.end - 1) + 1)


def _joins(page: Page, clause: Clause, other: Clause) -> bool:
    """As in "falls er komme und bleibe": the second clause goes on with the first."""
    alike = other.parent == clause.parent and other.kind is clause.kind and other.mood is clause.mood
    return alike and clause.last <= other.first <= clause.last + 1 and page.token(other.first).tag == "KON"


def doer(page: Page, clause: Clause) -> Voice | None:
    """Who does what the clause tells, if it is somebody who can give a reason."""
    voice = speaker_of(page, clause)
    if voice is None or voice.pronoun:
        return voice
    places = range(voice.first, voice.last)
    known = any(speaks(page, p) or any(m.form in NAMING for m in page.named.get(p, ())) for p in places)
    return voice if known else None
