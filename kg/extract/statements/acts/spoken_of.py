"""What a text or a capital speaks of: "In dem Bericht ist von 40 Panzern die Rede", "Die Rede ist von 40 Panzern"."""

from __future__ import annotations

from decimal import Decimal

from kg.extract.statements.acts.told import told_in
from kg.extract.statements.common.cues import cue_span
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.meaning.stance import negated, turned
from kg.extract.statements.speakers.origins import behind
from kg.extract.statements.speakers.somebody import speaks
from kg.extract.statements.words.content import object_words
from kg.model import Clause, ClauseKind, Mode, Phrase, Span, Stance

__all__ = ["spoken_of"]


def spoken_of(page: Page, clause: Clause) -> Found | None:
    """What is spoken of, by whose text or capital the clause names, or by the one who spoke before."""
    talk = _talk(page, clause)
    place = _place(page, clause)
    if talk is None or clause.finite is None or negated(page, clause):
        return None
    if clause.kind is not ClauseKind.MAIN and place is None:
        return None
    about = _about(page, clause)
    content = None if about is None else _words(page, clause, about, talk)
    voice = place if about is None or place is not None else told_in(page, clause, about)
    if content is None or (voice is not None and not _somebody(page, voice)):
        return None
    pointed = talk < clause.finite or page.has("in it", page.own(clause))
    if voice is None and not pointed:
        return None
    stance, cue = turned(page, Stance.ASSERTS, "sprechen", content), cue_span(page, clause)
    sure = Decimal("0.7")
    return Found(clause.finite, content, voice, stance, Mode.INDIRECT, cue, "speech/called", sure, rank=4)


def _words(page: Page, clause: Clause, about: Phrase, talk: int) -> Span | None:
    """What is spoken of, up to "die Rede" where it stands before that."""
    words = object_words(page, clause, about, drop_preposition=True, stops=(page.token(talk).form,))
    end = page.token(talk - 2).end
    return words._replace(end=end) if words is not None and words.start < end < words.end else words


def _place(page: Page, clause: Clause) -> Voice | None:
    """As in "Man ist in Seoul vorsichtiger, wo von 40 Toten die Rede war": where a clause with "wo" is."""
    if clause.opener is None or clause.first < 2 or page.form(clause.opener) not in page.words("where"):
        return None
    number = page.phrase_of[clause.first - 2]
    phrase = page.text.phrases[number] if number >= 0 and page.form(clause.first - 1) == "," else None
    if (
        phrase is None
        or phrase.preposition is None
        or page.form(phrase.preposition) not in page.words("places of words")
    ):
        return None
    origin = behind(page, phrase.preposition + 1, needs_noun=False)
    return None if origin is None else origin.voice


def _talk(page: Page, clause: Clause) -> int | None:
    """Where "die Rede" stands with a form of "sein"."""
    if clause.lemma not in page.words("to be"):
        return None
    own = page.own(clause)
    return next((p for p in own if page.form(p) in page.words("talk") and page.form(p - 1) in page.words("the")), None)


def _about(page: Page, clause: Clause) -> Phrase | None:
    led = (phrase for phrase in page.phrases_in(clause) if phrase.preposition is not None)
    talked = (phrase for phrase in led if page.form(phrase.preposition or 0) in page.words("talked of"))
    phrases = [phrase for phrase in talked if not page.dated(phrase.head)]
    behind = (phrase for phrase in phrases if clause.finite is None or phrase.first > clause.finite)
    return next(behind, phrases[0] if phrases else None)


def _somebody(page: Page, voice: Voice) -> bool:
    places = range(voice.first, voice.last)
    if any(actor.registered for actor in voice.actors):
        return True
    return any(page.named.get(p) or speaks(page, p) or of_noun(page, p) is not None for p in places)
