"""What a sentence carries on that has statements of its own: a clause beside them, an act that a speaker tells."""

from __future__ import annotations

from kg.extract.statements.carried.carrying import carry_on, stance_on
from kg.extract.statements.carried.reported import outermost, reports
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.words.clause_kinds import SUBJUNCTIVE, cue_like
from kg.extract.statements.words.ends import last_spoken
from kg.model import Clause, ClauseKind, Mode, Mood, Sentence, Stance

__all__ = ["within"]

_ACT = 3
"""The rank of an act that a verb of saying tells; frames and direct speech come before."""


def within(page: Page, sentence: Sentence, here: list[Found], current: Found | None) -> tuple[list[Found], bool]:
    """What it carries on beside the statements `here`, and whether the speaker before goes on through all of it."""
    told = _told_too(page, sentence, here, current)
    whole = _acts_within(page, sentence, here, current)
    extra = [] if whole is not None else _rest(page, sentence, here)
    ahead = None if whole is not None or told is not None else _ahead(page, sentence, here)
    return [one for one in (ahead, told, whole, *extra) if one is not None], whole is not None


def _told_too(page: Page, sentence: Sentence, here: list[Found], current: Found | None) -> Found | None:
    """As in "…, was X bestreitet": the sentence that X denies is itself told on the word of the speaker before."""
    if current is None or not all(
        one.mode is Mode.REPORTED and one.at > page.text.place_of(one.content.end - 1) for one in here
    ):
        return None
    tops = outermost(page, sentence)
    if not tops or not reports(page, tops[:1]):
        return None
    return here[0]._replace(
        at=sentence.first,
        voice=None,
        stance=stance_on(page, current, here[0].content),
        mode=Mode.INDIRECT,
        cue=None,
        rule="carried/subjunctive",
        carried=True,
    )


def _tied(page: Page, clause: Clause) -> bool:
    """Whether it is tied to the words before: by "und", "in dessen"."""
    tags = {page.token(place).tag for place in range(clause.first, min(clause.first + 2, clause.last))}
    return page.token(clause.first).tag == "KON" or "PRELS" in tags


def _acts_within(page: Page, sentence: Sentence, here: list[Found], current: Found | None) -> Found | None:
    """As in "Er gehe davon aus, dass …", "Man fordere …": an act that the speaker before tells of himself or others."""
    tops = outermost(page, sentence)
    main = next((clause for clause in tops if clause.kind is ClauseKind.MAIN and clause.finite is not None), None)
    if current is None or main is None or main.mood not in SUBJUNCTIVE or not reports(page, tops):
        return None
    if any(cue_like(page, clause) for clause in page.clauses_in(sentence)):
        return None
    if any(one.cue is None or one.rank < _ACT or not _told_in(page, main, one) for one in here):
        return None
    carry = carry_on(page, sentence, current)
    if carry is None:
        return None
    own = next((one.stance for one in here if one.voice is None or one.voice.pronoun), carry.stance)
    return carry._replace(stance=own if carry.stance is Stance.ASSERTS else carry.stance, rank=_ACT - 1)


def _told_in(page: Page, main: Clause, one: Found) -> bool:
    """Whether an act is the main clause's, or that of a clause in it that is told in the same mood: "eine Schule, die
    sich zum Frieden verpflichte"."""
    number = page.clause_of[one.at]
    if number < 0 or number == main.number:
        return number == main.number
    clause = page.text.clauses[number]
    return clause.kind is ClauseKind.RELATIVE and clause.mood is Mood.SUBJUNCTIVE_1


def _further(page: Page, clause: Clause) -> bool:
    """As in "wies die Kritik zurück; der Handel sei normal": what the speaker of an act says besides."""
    return clause.mood is Mood.SUBJUNCTIVE_1 and page.form(clause.first - 1) in {";", ",", ":", "–"}


def _ahead(page: Page, sentence: Sentence, here: list[Found]) -> Found | None:
    """As in "Die Tat sei geplant; nach Angaben der Polizei stecke …": the same source is heard before the semicolon."""
    first = min(here, key=lambda one: one.content.start)
    tops = outermost(page, sentence)
    if not tops or not first.rule.startswith("frames/") or first.voice is None:
        return None
    clause = tops[0]
    ends = page.form(clause.last) in {";", "–"} and page.token(clause.last).end <= first.content.start
    told = clause.kind is ClauseKind.MAIN and clause.mood is Mood.SUBJUNCTIVE_1 and first.at > clause.last
    content = page.span(clause.first, clause.last)
    if not ends or not told or content is None:
        return None
    return first._replace(
        at=clause.first,
        content=content,
        stance=stance_on(page, first, content),
        cue=None,
        rule="carried/before",
        rank=4,
        carried=True,
    )


def _resumes(page: Page, clause: Clause, here: list[Found]) -> bool:
    """As in "Wer aufgebe, sagte X, verrate alle": the clause before the cue is the first field of the one behind it."""
    opens = page.sentence(clause.first).first
    fields = (c for c in page.around(clause) if c.first == opens and c.kind is ClauseKind.SUBORDINATE)
    starts = {page.token(field.first).start for field in fields}
    return clause.finite == clause.first and any(one.content.start in starts for one in here)


def _shared_out(page: Page, clause: Clause, last: Found) -> bool:
    """Behind "Drei Viertel der Befragten wollen warten": how many of them do what, which is no words of theirs."""
    voice = last.voice
    return (
        voice is not None
        and page.has("shares", page.own(clause))
        and page.has("shares", range(voice.first, voice.last))
    )


def _rest(page: Page, sentence: Sentence, here: list[Found]) -> list[Found]:
    """The main clauses of an attributed sentence that no statement of it covers and that are told in the same way."""
    last, told = here[-1], list(here)
    for clause in outermost(page, sentence):
        act = last.rank == 6 and not _further(page, clause)
        if clause.kind is not ClauseKind.MAIN or clause.finite is None or act or not _behind(page, clause, told):
            continue
        if _tied(page, clause) or not reports(page, [clause]) or _resumes(page, clause, here):
            continue
        if _shared_out(page, clause, last):
            continue
        following = [other for other in page.around(clause) if other.first >= clause.last and other.parent is None]
        content = page.span(clause.first, last_spoken(page, clause, following, clause.last))
        if content is not None:
            stance = stance_on(page, last, content)
            told.append(
                Found(clause.first, content, None, stance, Mode.INDIRECT, None, "carried/clause", carried=True, rank=4)
            )
    return told[len(here) :]


def _behind(page: Page, clause: Clause, told: list[Found]) -> bool:
    """Whether a clause stands behind all that is told of its sentence."""
    start = page.token(clause.first if clause.finite is None else clause.finite).start
    return all(start >= one.content.end for one in told) and clause.first > max(one.at for one in told)
