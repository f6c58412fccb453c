"""Sentences whose verb does not tell whether they report, by those around them that do."""

from __future__ import annotations

from kg.extract.statements.carried.another import told_by_another
from kg.extract.statements.common.cues import rows_of
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.model import Clause, ClauseKind, Mode, Mood, Role, Sentence

__all__ = ["at_present", "between", "guesses_on", "told_alike"]

_TYING = frozenset({"PPER", "PDS", "PDAT", "PPOSAT", "PROAV", "PAV"})


def told_alike(page: Page, sentence: Sentence) -> bool:
    """Whether the sentence before is itself told in the subjunctive of report."""
    before = page.text.sentences[sentence.number - 1]
    return any(clause.mood is Mood.SUBJUNCTIVE_1 for clause in page.clauses_in(before))


def between(page: Page, sentence: Sentence, tops: list[Clause], current: Found) -> bool:
    """As in "Es sei still. Die Leute warteten ab. Auch fehle Brot.": a form that past and subjunctive share, behind
    words that are told and before a sentence in the subjunctive."""
    main = _main(tops)
    if main is None or main.mood is not Mood.INDICATIVE or page.token(main.finite or 0).tag != "VVFIN":
        return False
    told = _shared(page, main) and not _acts(page, sentence) and _ties(page, main)
    return told and (told_alike(page, sentence) or _behind(page, sentence, current)) and _reported_next(page, sentence)


def at_present(page: Page, sentence: Sentence, tops: list[Clause], current: Found) -> bool:
    """As in "…, sagte er. Mittlerweile fehlten 90 Mann.": a form that past and subjunctive share, with a word that bars
    the past, or one that adds to what is carried on ("Beide verhandelten zudem über …")."""
    main = _main(tops)
    if main is None or main.mood is not Mood.INDICATIVE or page.token(main.finite or 0).tag != "VVFIN":
        return False
    own, bars = page.own(main), page.words("in these days")
    bars = bars | page.words("since") if current.mode is Mode.INDIRECT else bars
    now = any(page.form(place) in bars for place in own)
    adds = current.carried and page.has("besides", own)
    there = page.sentence(page.text.place_of(current.content.end - 1)).number == sentence.number - 1
    return _shared(page, main) and there and (now or adds) and not _cued(page, sentence) and not _past(page, main)


def _shared(page: Page, main: Clause) -> bool:
    """Whether past and subjunctive share the form of its verb: "warteten", "hielten"; not "halten"."""
    verb = page.token(main.finite or main.first)
    return verb.form.lower() != verb.lemma and verb.form.endswith(tuple(page.words("past endings")))


def _cued(page: Page, sentence: Sentence) -> bool:
    return any(rows_of(page, clause) for clause in page.clauses_in(sentence))


def _past(page: Page, main: Clause) -> bool:
    """Whether a date tells when it was; one behind "seit" goes on to the present."""
    places = set(page.own(main))
    dates = (date for date in page.mentions.dates if date.first in places)
    return any(page.form(date.first - 1) not in page.words("since") for date in dates)


def _acts(page: Page, sentence: Sentence) -> bool:
    """Whether a verb of saying stands in it: it has a speaker of its own."""
    return any(page.token(place).lemma in page.verbs for place in range(sentence.first, sentence.last))


def _ties(page: Page, main: Clause) -> bool:
    """Whether a word points at what was said: "sie", "diese", "ihre", "darauf"; not "Sirenen heulten"."""
    return any(page.token(place).tag in _TYING for place in page.own(main))


def _behind(page: Page, sentence: Sentence, current: Found) -> bool:
    """Whether the sentence before holds the words that are told."""
    there = page.sentence(page.text.place_of(current.content.end - 1)).number
    return there == sentence.number - 1 and current.mode is Mode.INDIRECT


def _reported_next(page: Page, sentence: Sentence) -> bool:
    """Whether the next sentence of the paragraph goes on in the subjunctive and names nobody who says it."""
    if sentence.number + 1 >= len(page.text.sentences):
        return False
    following = page.text.sentences[sentence.number + 1]
    if following.paragraph != sentence.paragraph or following.role is not Role.PROSE:
        return False
    main = _main([clause for clause in page.clauses_in(following) if clause.parent is None])
    told = main is not None and main.mood is Mood.SUBJUNCTIVE_1 and not page.spoken[main.first]
    return told and not told_by_another(page, following)


def guesses_on(page: Page, sentence: Sentence, tops: list[Clause]) -> bool:
    """As in "Das Land liefere Raketen. Je nach Lage könnten es mehr werden.": not "Das könnte falsch sein"."""
    main = _main(tops)
    if main is None or main.finite is None or page.form(main.finite) not in page.words("possible"):
        return False
    comment = page.token(main.first).tag == "PDS" or page.form(main.first) in page.words("contrasting")
    return not comment and told_alike(page, sentence) and _reported_next(page, sentence)


def _main(tops: list[Clause]) -> Clause | None:
    return next((clause for clause in tops if clause.kind is ClauseKind.MAIN and clause.finite is not None), None)
