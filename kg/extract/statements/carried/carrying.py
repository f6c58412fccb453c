"""A sentence that goes on with the statement before it: without a cue, with "demnach", or in quotation marks."""

from __future__ import annotations

from functools import cache

from kg.extract.statements.carried.amid import at_present, between, guesses_on, told_alike
from kg.extract.statements.carried.another import told_by_another
from kg.extract.statements.carried.comment import comments, guessed
from kg.extract.statements.carried.reported import outermost, reports, supposes
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.meaning.stance import turned
from kg.extract.statements.speakers.authors import writer
from kg.lang import Language
from kg.lang.saying import Frame, FrameKind
from kg.model import ActorKind, Clause, ClauseKind, Mode, Sentence, Span, Stance

__all__ = ["carry_on", "carrying_frame", "stance_on"]

_BODIES = frozenset(set(ActorKind) - {ActorKind.PERSON, ActorKind.MEDIA_ORGANISATION})
_OPEN = frozenset({Stance.ASSERTS, Stance.EXPECTS})


def carry_on(page: Page, sentence: Sentence, current: Found | None) -> Found | None:
    """The sentence as a further statement of the speaker of `current`; None where it is none."""
    if current is None or page.form(sentence.last - 1) == "?":
        return None
    if current.mode is not Mode.DIRECT and page.spoken[min(sentence.first + 1, sentence.last - 1)]:
        return _quoted(page, sentence, current)
    tops, demnach = outermost(page, sentence), carrying_frame(page, sentence)
    if not tops or page.spoken[sentence.first + 1 if sentence.first + 1 < sentence.last else sentence.first]:
        return None
    if told_by_another(page, sentence):
        return None
    if demnach is None and not _goes_on(page, sentence, tops, current):
        return None
    begin = sentence.first + (demnach == sentence.first)
    content = page.span(begin, sentence.last)
    if content is None or _in_person(page, tops, current):
        return None
    cue = None if demnach is None else page.token(demnach).span
    rule = "carried/subjunctive" if demnach is None else "frames/demnach"
    stance = stance_on(page, current, content)
    if stance is Stance.ASSERTS and current.stance is Stance.EXPECTS and current.rule.startswith("frames/"):
        stance = Stance.EXPECTS
    return Found(begin, content, None, stance, Mode.INDIRECT, cue, rule, carried=True, rank=4)


def _goes_on(page: Page, sentence: Sentence, tops: list[Clause], current: Found) -> bool:
    """Whether its mood tells that the sentence goes on with the words of `current`."""
    near = page.sentence(page.text.place_of(current.content.end - 1)).paragraph == sentence.paragraph
    told = reports(page, tops, near=near and (current.mode is not Mode.REPORTED or _plan(page, tops, current)))
    if near and not told and _should(page, sentence, tops, current):
        return True
    amid = between(page, sentence, tops, current) or guesses_on(page, sentence, tops)
    if near and (amid or at_present(page, sentence, tops, current)):
        return True
    own = comments(page, sentence, tops, current)
    return told and not own and (not supposes(page, tops) or told_alike(page, sentence))


def _plan(page: Page, tops: list[Clause], current: Found) -> bool:
    """As in "X kündigte 90 Helfer an. Sie sollen im Mai kommen."."""
    finite = next((clause.finite for clause in tops if clause.finite is not None), None)
    plan = current.stance is Stance.ANNOUNCES and finite is not None and page.form(finite) in page.words("is said")
    return plan and page.token(tops[0].first).tag == "PPER"


def _should(page: Page, sentence: Sentence, tops: list[Clause], current: Found) -> bool:
    """As in "Lehrer sollten das wissen": what should be done, right behind what somebody says."""
    main = next((clause for clause in tops if clause.kind is ClauseKind.MAIN and clause.finite is not None), None)
    if main is None or main.finite is None or main.finite == main.first or main.parent is not None:
        return False
    if page.token(main.first).tag == "KON" and main.finite == main.first + 1:
        return False  # "Denn sollten alle gehen, bleibt nichts"
    if guessed(page, main):
        return False
    form = page.form(main.finite)
    before = page.sentence(page.text.place_of(current.content.end - 1)).number
    return form in page.words("should") and (before == sentence.number - 1 or form.endswith("n"))


def _in_person(page: Page, tops: list[Clause], current: Found) -> bool:
    """As in "Ich habe lange gezögert" behind what a body says: somebody else speaks of himself."""
    voice = current.voice
    if voice is None or not any(page.form(place) in page.words("I") for top in tops for place in page.own(top)):
        return False
    cue = page.clause_of[current.at]
    if cue >= 0 and page.has("to me", page.own(page.text.clauses[cue])):
        return True  # "Leute haben mir gesagt, …"
    described = page.token(voice.first).tag in {"ART", "APPRART"}
    return described and any(actor.kind in _BODIES for actor in voice.actors)


def _quoted(page: Page, sentence: Sentence, current: Found) -> Found | None:
    """A sentence wholly in quotation marks behind a statement: the same speaker goes on."""
    for mark in page.speeches:
        whole = mark.first - 1 == sentence.first and mark.last >= sentence.last - 2
        near = page.sentence(page.text.place_of(current.content.end - 1)).paragraph == sentence.paragraph
        if whole and near:
            stance = turned(page, Stance.ASSERTS, "sagen", mark.inner)
            return Found(
                mark.first, mark.inner, None, stance, Mode.DIRECT, None, "carried/quoted", carried=True, rank=4
            )
    return None


def stance_on(page: Page, current: Found, content: Span) -> Stance:
    """A denial goes on as a denial, a plan as a plan; everything else is what its own words make it."""
    first, last = page.text.place_of(content.start), page.text.place_of(content.end - 1)
    refuses = page.has("negation", range(first, last + 1))
    if current.stance is Stance.DENIES and refuses:
        return Stance.DENIES
    stance = turned(page, Stance.ASSERTS, "sagen", content)
    planned = page.has("is planned", range(first, last + 1))
    return Stance.ANNOUNCES if current.stance is Stance.ANNOUNCES and planned and stance in _OPEN else stance


def carrying_frame(page: Page, sentence: Sentence) -> int | None:
    """Where "demnach" or its like stands near the beginning of the sentence."""
    words = _carrying(page.language)
    last = min(sentence.last, sentence.first + 12)
    if words.isdisjoint(page.forms[sentence.first : last]):
        return None
    for place in range(sentence.first, last):
        if page.form(place) in words and page.token(place).tag == "ADV" and not page.spoken[place]:
            later = page.form(place) in page.words("afterwards")
            return place if not later or _by_text(page, sentence) else None
    return None


def _by_text(page: Page, sentence: Sentence) -> bool:
    """As in "Das Amt legte eine Bilanz vor. Danach sind zwei tot.": what the text says, not what happened next."""
    finite = next((clause.finite for clause in outermost(page, sentence) if clause.finite is not None), None)
    now = finite is not None and page.form(finite) in page.words("as it stands")
    return now and writer(page, sentence, far=1) is not None


@cache
def _carrying(language: Language) -> frozenset[str]:
    rows = language.table(Frame).values()
    return frozenset(word for row in rows if row.kind is FrameKind.CARRIED for word in row.words)
