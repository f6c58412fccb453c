"""What somebody has or lacks to go by: "Dem Ministerium liegen keine Erkenntnisse über Opfer vor"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.meaning.stance import negated
from kg.extract.statements.speakers.somebody import speaks
from kg.extract.statements.speakers.voices import voice_of
from kg.extract.statements.words.clause_kinds import is_that
from kg.extract.statements.words.content import behind_opener, object_words
from kg.model import Clause, Mode, Phrase, Stance

__all__ = ["known"]


def known(page: Page) -> Iterator[Found]:
    """Every clause that tells what findings lie before whom; that none do is no answer, that proof does confirms."""
    for clause in page.text.clauses:
        if clause.finite is None or clause.lemma not in page.words("lie before") or not page.prose(clause.first):
            continue
        phrases = [phrase for phrase in page.phrases_in(clause) if phrase.preposition is None]
        findings = next((phrase for phrase in phrases if _is(page, phrase, "findings")), None)
        voice = None if findings is None else _before_whom(page, phrases, findings)
        if findings is not None and voice is not None and not page.spoken[clause.finite]:
            yield from _told(page, clause, findings, voice)


def _is(page: Page, phrase: Phrase, group: str) -> bool:
    return page.token(phrase.head).lemma.lower().endswith(tuple(page.words(group)))


def _before_whom(page: Page, phrases: list[Phrase], findings: Phrase) -> Voice | None:
    """Whom the dative names: "der Regierung", "Berlin"."""
    for phrase in phrases:
        somebody = page.named.get(phrase.head) or speaks(page, phrase.head)
        if phrase is not findings and "dat" in phrase.cases and somebody:
            return voice_of(page, phrase, None)
    return None


def _told(page: Page, clause: Clause, findings: Phrase, voice: Voice) -> Iterator[Found]:
    that = next((child for child in page.children(clause) if is_that(page, child, page.words("that"))), None)
    words = object_words(page, clause, findings, drop_preposition=False)
    content = words if that is None else behind_opener(page, that)
    if content is None or clause.finite is None:
        return
    stance = Stance.CONFIRMS if _is(page, findings, "proof") else Stance.ASSERTS
    stance = Stance.DECLINES if negated(page, clause) else stance
    mode = Mode.REPORTED if that is None else Mode.INDIRECT
    cue = page.text.span(clause.finite, clause.finite + 1)
    yield Found(clause.finite, content, voice, stance, mode, cue, "speech/known", rank=5)
