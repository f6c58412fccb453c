"""Acts that several objects tell together: "machte den Rat für den Schaden verantwortlich", "begründete es mit Not"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.lang.saying import SayingVerb
from kg.model import Clause, Phrase, Span

__all__ = ["ground", "together"]

_CLOSING = frozenset({"VVPP", "VVINF", "VAPP", "VAINF", "VAFIN", "VMFIN", "PTKVZ"})


def together(page: Page, clause: Clause, row: SayingVerb, voice: Voice) -> Span | None:
    """As in "machte den Rat für den Schaden verantwortlich", "gab den Banken die Schuld": from the first object to the
    end; the whole clause, where one stands before the verb."""
    if "several" not in row.takes or clause.passive or clause.finite is None:
        return None
    objects = [phrase for phrase in page.phrases_in(clause) if _governed(page, phrase, row, voice)]
    return page.span(objects[0].first, _end(page, clause)) if len(objects) > 1 else None


def ground(page: Page, clause: Clause, row: SayingVerb, voice: Voice) -> Span | None:
    """As in "Dass es teuer wird, begründete X mit Steuern", "Den Plan begründete X mit Not", "X begründete dies mit
    Not": the reason, behind the verb."""
    if clause.finite is None or not any(taken.startswith("ground:") for taken in row.takes):
        return None
    phrases, begins = page.phrases_in(clause), page.own(clause)[:1] == (clause.finite,)
    thing = any(p.last <= clause.finite and _bare(p, voice) and "acc" in p.cases for p in phrases[:1])
    thing = thing or any(_bare(p, voice) and page.token(p.head).tag == "PDS" for p in phrases)
    lead = next((p.preposition for p in phrases if p.first >= clause.finite and _grounds(page, p, row)), None)
    return page.span(lead, _end(page, clause)) if lead is not None and (begins or thing) else None


def _grounds(page: Page, phrase: Phrase, row: SayingVerb) -> bool:
    return phrase.preposition is not None and f"ground:{page.form(phrase.preposition)}" in row.takes


def _governed(page: Page, phrase: Phrase, row: SayingVerb, voice: Voice) -> bool:
    """Whether a phrase is an object of the act: bare and not its subject, or with a preposition that the row takes."""
    if page.dated(phrase.head):
        return False
    bare = _bare(phrase, voice) and bool(phrase.cases & {"acc", "dat"})
    return bare or (phrase.preposition is not None and page.form(phrase.preposition) in row.takes)


def _bare(phrase: Phrase, voice: Voice) -> bool:
    return phrase.preposition is None and not voice.first <= phrase.head < voice.last


def _end(page: Page, clause: Clause) -> int:
    """The end of the clause without the verbs that close it."""
    last, own = clause.last, set(page.own(clause))
    while last - 1 in own and page.token(last - 1).tag in _CLOSING:
        last -= 1
    return last
