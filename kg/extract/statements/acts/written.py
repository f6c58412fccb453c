"""What a text says in the passive: "In einem Bericht der Behörde wird kritisiert, dass …"."""

from __future__ import annotations

from kg.extract.statements.acts.told import told_in
from kg.extract.statements.common.cues import cue_span, rows_of
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.meaning.stance import of_verb
from kg.extract.statements.words.complements import complement
from kg.model import Clause, ClauseKind, Mode, Mood, Stance

__all__ = ["by_us", "written"]


def written(page: Page, clause: Clause) -> Found | None:
    """The clause as what stands in a text, where its passive has a verb of saying and no other speaker."""
    if not clause.passive or clause.kind is not ClauseKind.MAIN or clause.mood is not Mood.INDICATIVE:
        return None
    rows = [row for row in rows_of(page, clause) if not row.things and row.takes & {"clause", "dass"}]
    if not rows or not _in_text(page, clause):
        return None
    voice: Voice | None = told_in(page, clause)
    found = complement(page, clause, rows[0])
    if found is None or clause.finite is None:
        return None
    stance = of_verb(page, rows[0], clause, found.content)
    cue = cue_span(page, clause)
    return Found(clause.finite, found.content, voice, stance, Mode.INDIRECT, cue, "speech/called", rank=2)


def by_us(page: Page, clause: Clause) -> Found | None:
    """As in "Aber man betont auch, dass …": those who spoke right before say more; what "man" thinks is anybody's."""
    if clause.kind is not ClauseKind.MAIN or clause.mood is not Mood.INDICATIVE or clause.passive:
        return None
    own = page.own(clause)
    ours = next((place for place in own[:3] if page.form(place) in page.words("one of us")), None)
    if ours is None:
        return None
    said = (row for row in rows_of(page, clause) if row.takes >= {"clause", "quote"} and not row.things)
    rows = [row for row in said if row.stance is not Stance.EXPECTS]
    ahead = [page.token(place).tag for place in own if place < ours]
    modal = clause.finite is None or page.token(clause.finite).tag == "VMFIN"
    if (
        not rows
        or modal
        or clause.finite is None
        or not all(tag in {"KON", "ADV"} or tag.endswith("FIN") for tag in ahead)
    ):
        return None
    found = complement(page, clause, rows[0])
    if found is None or found.content.start < page.token(ours).start:
        return None
    stance, cue = of_verb(page, rows[0], clause, found.content), cue_span(page, clause)
    return Found(clause.finite, found.content, None, stance, Mode.INDIRECT, cue, "speech/called", rank=3)


def _in_text(page: Page, clause: Clause) -> bool:
    """Whether it names a text in which the words stand, or points at one."""
    if page.has("in it", page.own(clause)):
        return True
    for phrase in page.phrases_in(clause):
        inside = phrase.preposition is not None and page.form(phrase.preposition) in page.words("inside a text")
        if inside and (of_noun(page, phrase.head) is not None or page.token(phrase.head).tag == "PDS"):
            return True
    return False
