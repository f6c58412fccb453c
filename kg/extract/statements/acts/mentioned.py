"""Nouns of saying that say nothing where they stand: "unter Verdacht", "mit den Worten zitiert", "in dem Bericht"."""

from __future__ import annotations

from kg.extract.statements.common.cues import rows_of
from kg.extract.statements.common.page import Page
from kg.lang.saying import SayingNoun
from kg.model import Clause, Phrase, Stance

__all__ = ["only_mentioned"]


def only_mentioned(page: Page, phrase: Phrase, row: SayingNoun) -> bool:
    """Whether what stands behind a noun of saying is not its words: it is borne, quoted, past, or tells only where."""
    return _borne(page, phrase) or _quoted(page, phrase) or _placed(page, phrase) or _past(page, phrase, row)


def _borne(page: Page, phrase: Phrase) -> bool:
    """As in "stand unter Verdacht": whom it is about, not who has it."""
    return phrase.preposition is not None and page.form(phrase.preposition) in page.words("under")


def _placed(page: Page, phrase: Phrase) -> bool:
    """As in "bestreitet in dem Bericht, dass …": what the verb tells, and the noun only where."""
    inside = phrase.preposition is not None and page.token(phrase.preposition).lemma in page.words("in a text")
    return inside and any("clause" in row.takes for row in rows_of(page, _home(page, phrase)))


def _past(page: Page, phrase: Phrase, row: SayingNoun) -> bool:
    """As in "Der Plan der Bahn war es, zu bauen": what was meant once is not announced."""
    home = _home(page, phrase)
    been = home.finite is not None and page.form(home.finite) in page.words("has been")
    return row.stance is Stance.ANNOUNCES and been and len(home.verbs) == 1


def _quoted(page: Page, phrase: Phrase) -> bool:
    """As in "wird mit den Worten zitiert, …": the verb tells whose words they are."""
    number = page.clause_of[phrase.head]
    clause = page.text.clauses[number] if number >= 0 else None
    return clause is not None and clause.passive and clause.lemma in page.words("quoting")


def _home(page: Page, phrase: Phrase) -> Clause:
    return page.text.clauses[max(0, page.clause_of[phrase.head])]
