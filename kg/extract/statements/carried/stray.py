"""Sentences in the subjunctive of report behind a sentence that says nothing itself: who is still heard in them."""

from __future__ import annotations

from decimal import Decimal

from kg.extract.statements.carried.acting import acting, told
from kg.extract.statements.carried.another import told_by_another, version, whose_words
from kg.extract.statements.carried.reported import commands
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.meaning.stance import turned
from kg.extract.statements.speakers.authors import writer
from kg.extract.statements.words.clause_kinds import SUBJUNCTIVE, deep, noted
from kg.model import ActorKind, Clause, Mode, Mood, Sentence, Stance

__all__ = ["alone", "stray"]

_PLANS = "wanting/"
"""What somebody wants is told by the article; nobody speaks."""
_REACH = 3
"""How many sentences after a statement its speaker may be heard again."""


def stray(page: Page, sentence: Sentence, last: Found | None, demnach: int | None) -> Found | None:
    """A report without a cue, or with "demnach": who acted in the sentence before is heard, else who spoke last."""
    if sentence.number == 0 or not (demnach is not None or _reported(page, sentence)):
        return None
    content = page.span(sentence.first + (demnach == sentence.first), sentence.last)
    if content is None or told_by_another(page, sentence) or version(page, _opening(page, sentence)):
        return None
    near = last is not None and not last.rule.startswith(_PLANS) and _near(page, last, sentence)
    wrote = None if demnach is None else writer(page, sentence, far=1)
    free = not near or _apart(page, last, sentence) or _argued(page, sentence)
    before = _before(page, sentence)
    headed = whose_words(page, _opening(page, sentence)) or whose_words(page, before)
    voice = wrote or headed or acting(page, before, sentence, alone=free)
    state = voice is not None and any(actor.kind is ActorKind.STATE for actor in voice.actors)
    if state and demnach is not None and wrote is None:
        return None
    if voice is None and not near:
        return None
    if voice is not None and demnach is not None:
        voice = voice._replace(span=page.token(demnach).span)
    return Found(
        sentence.first,
        content,
        voice,
        turned(page, Stance.ASSERTS, "sagen", content),
        Mode.INDIRECT,
        None if demnach is None else page.token(demnach).span,
        "carried/stray" if demnach is None else "frames/demnach",
        Decimal("0.5"),
        carried=True,
        rank=4,
    )


def alone(page: Page, sentence: Sentence, last: Found | None) -> Found | None:
    """A sentence in quotation marks that nobody is said to say: who acted in the one before, else who spoke last."""
    if last is None or sentence.number == 0 or not _near(page, last, sentence):
        return None
    if last.mode is Mode.DIRECT and sentence.number - page.sentence(last.at).number <= 1:
        return None
    for mark in page.speeches:
        if mark.first - 1 == sentence.first and mark.last >= sentence.last - 2:
            voice = acting(page, _before(page, sentence), sentence, alone=False)
            stance = turned(page, Stance.ASSERTS, None, mark.inner)
            rule, sure = "carried/alone", Decimal("0.5")
            return Found(mark.first, mark.inner, voice, stance, Mode.DIRECT, None, rule, sure, carried=True, rank=4)
    return None


def _reported(page: Page, sentence: Sentence) -> bool:
    """Whether its first main clause is in the present subjunctive, and not one of wishing or of somebody's "ich"."""
    main = next((clause for clause in page.clauses_in(sentence) if told(page, clause)), None)
    if main is None or page.form(sentence.last - 1) == "?" or commands(page, main) or _played(page, main):
        return False
    would = main.mood is Mood.SUBJUNCTIVE_2 and page.form(main.finite or main.first) not in page.words(
        "weak subjunctive"
    )
    if main.mood is not Mood.SUBJUNCTIVE_1 and not (would and deep(page, main)):
        return False
    begins = main.finite == sentence.first or noted(page, main)
    wished = page.form(main.finite or main.first) in page.words("imperative subjunctive") and begins
    own = page.has("first person", range(sentence.first, sentence.last))
    return not wished and not own


def _played(page: Page, main: Clause) -> bool:
    """As in "52. Minute: Flanke Holm, Kranz trifft": a noun behind a colon that looks like a verb of report."""
    behind = (other for other in page.around(main) if other.parent is None and other.first >= main.last)
    condition = any(other.finite == other.first for other in behind)  # "Alle wissen: Komme er, bleibe nichts"
    return main.finite == main.first and page.form(main.first - 1) == ":" and not condition


def _apart(page: Page, last: Found | None, sentence: Sentence) -> bool:
    """Whether who spoke last did so in another paragraph."""
    return last is not None and page.sentence(page.text.place_of(last.content.end - 1)).paragraph != sentence.paragraph


def _near(page: Page, last: Found, sentence: Sentence) -> bool:
    there = page.sentence(page.text.place_of(last.content.end - 1))
    further = 0 if last.cue is None and last.carried else 1
    return sentence.paragraph - there.paragraph <= further and sentence.number - there.number <= _REACH


def _argued(page: Page, sentence: Sentence) -> bool:
    """As in "Mit der Begründung, es fehle Geld": it goes on with what the sentence before tells that somebody did."""
    number = page.phrase_of[sentence.first]
    phrase = page.text.phrases[number] if number >= 0 else None
    return phrase is not None and phrase.preposition is not None and of_noun(page, phrase.head) is not None


def _opening(page: Page, sentence: Sentence) -> Sentence:
    """The first of the sentences in the subjunctive that go before a sentence without a break."""
    before = _before(page, sentence)
    return page.text.sentences[min(before.number + 1, sentence.number)]


def _before(page: Page, sentence: Sentence) -> Sentence:
    """The last sentence before that is not itself in the subjunctive."""
    before = page.text.sentences[sentence.number - 1]
    while before.number > 0 and any(told(page, c) and c.mood in SUBJUNCTIVE for c in page.clauses_in(before)):
        before = page.text.sentences[before.number - 1]
    return before
