"""Phrases before a verb that name who speaks, or what they are called together, and so no object."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.model import Clause, ClauseKind, Phrase

__all__ = ["of_the_speakers"]


def of_the_speakers(page: Page, clause: Clause, phrase: Phrase, voice: Voice) -> bool:
    """As in "Die drei Werke Halm und Kranz haben …", "Halm, Kranz und Hafenwacht fordern Geld", "Kranz von der Werft
    sprach …"."""
    return (
        _before_them(page, clause, phrase, voice)
        or _behind_them(page, clause, phrase, voice)
        or _their_own(clause, phrase, voice)
    )


def _before_them(page: Page, clause: Clause, phrase: Phrase, voice: Voice) -> bool:
    """As in "Die drei Werke Halm, Kranz und Holm haben …": nothing but names stands between it and the speaker."""
    between = range(phrase.last, voice.first)
    fronted = clause.finite is not None and phrase.last <= voice.first < clause.finite
    return fronted and all(page.form(p) == "," or page.token(p).tag == "NE" or page.named.get(p) for p in between)


def _behind_them(page: Page, clause: Clause, phrase: Phrase, voice: Voice) -> bool:
    """As in "Die Werft, Rotes Ruder und Hafenwacht fordern Geld": who speaks too, behind the first of the speakers."""
    between = range(voice.last, phrase.first)
    joined = clause.finite is not None and voice.last < phrase.first and phrase.last == clause.finite
    listed = joined and page.token(phrase.first - 1).tag == "KON" and voice.first == clause.first
    return listed and all(page.form(p) == "," or page.token(p).tag in {"KON", "NE", "NN", "ADJA"} for p in between)


def _their_own(clause: Clause, phrase: Phrase, voice: Voice) -> bool:
    """As in "Otto Kranz von der Werft sprach in Riga": one constituent alone stands before the verb, so that a phrase
    behind the speaker there tells more of who speaks."""
    led = clause.kind is ClauseKind.MAIN and voice.first == clause.first and phrase.preposition is not None
    return led and clause.finite is not None and voice.last <= phrase.first and phrase.last <= clause.finite
