"""Whom a medium quotes: "zitierte die Agentur den Gouverneur", "zitierte ihn Tass", "aus einer Erklärung der Y"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.origins import behind
from kg.extract.statements.speakers.somebody import speaks
from kg.extract.statements.speakers.speakers import speaker_of
from kg.extract.statements.speakers.voices import source
from kg.model import Clause, Phrase

__all__ = ["cited"]


def cited(page: Page, clause: Clause, medium: Voice | None) -> tuple[Voice | None, Voice | None]:
    """The speaker of an act and who passes it on; of a verb that does not quote the speaker alone."""
    if clause.lemma not in page.words("quoting"):
        return medium, None
    if clause.passive:
        agent = speaker_of(page, clause)
        return medium, None if agent is None or medium is None or agent.first == medium.first else agent
    quoted = _object(page, clause, medium) or _document(page, clause)
    if quoted is not None and medium is not None and medium.pronoun and not quoted.pronoun:
        return medium, quoted  # "zitierte sie die Agentur": it is the medium that quotes
    return (medium, None) if quoted is None else (quoted, medium)


def _object(page: Page, clause: Clause, medium: Voice | None) -> Voice | None:
    for phrase in page.phrases_in(clause):
        mine = medium is not None and medium.first <= phrase.head < medium.last
        if mine or phrase.preposition is not None or "acc" not in phrase.cases:
            continue
        if page.token(phrase.head).tag == "PPER":
            return _pronoun(page, phrase)
        if page.named.get(phrase.head) or speaks(page, phrase.head):
            return source(page, phrase.first, limit=clause.last)
    return None


def _pronoun(page: Page, phrase: Phrase) -> Voice | None:
    """As in "zitierte ihn die Agentur": a person to be looked up."""
    form = page.form(phrase.head)
    if form not in page.words("quoted persons"):
        return None
    gender = "f" if form in page.words("feminine") else "m"
    span = page.token(phrase.head).span
    return Voice(span, phrase.head, phrase.head + 1, (), pronoun=True, plural=False, gender=gender)


def _document(page: Page, clause: Clause) -> Voice | None:
    """As in "aus einer Erklärung der Kommission": whose words the medium reads out."""
    for phrase in page.phrases_in(clause):
        if phrase.preposition is None or page.form(phrase.preposition) not in page.words("out of"):
            continue
        origin = behind(page, phrase.preposition + 1, needs_noun=False) if of_noun(page, phrase.head) else None
        if origin is not None and origin.voice is not None and not origin.back and not origin.voice.pronoun:
            return origin.voice
    return None
