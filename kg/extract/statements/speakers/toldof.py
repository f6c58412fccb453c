"""Who is named in what is said, and so is rarely who says it."""

from __future__ import annotations

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.model import Actor, ActorMention, Clause, ClauseKind, MentionForm, Mode

__all__ = ["outer_first", "told_of"]

_HELPING = frozenset({"VMFIN", "VAFIN"})
_LEAD = 2
"""Words between the noun of a post and whose it is, with their article: "Amt des Ministers"."""
_NOUN = 5
"""The rank of what a noun of saying holds."""


def told_of(page: Page, one: Found, voice: Voice) -> set[Actor]:
    """The actors in the words of a statement; in "Kim müsse, sagte er, endlich handeln" those before the cue too."""
    named = {m.actor for m in page.mentions.actors if one.content.contains(m.span) and not _is_post(page, m)}
    begun = _begun(page, one, voice)
    if begun is None:
        return named
    return named | {m.actor for m in page.mentions.actors if begun.first <= m.first < begun.last}


def _is_post(page: Page, mention: ActorMention) -> bool:
    """As in "er gebe das Amt des Ministers ab", "er trete als Minister zurück": the post, whoever holds it."""
    before = range(max(mention.first - _LEAD, 0), mention.first)
    held = any(page.token(place).lemma.lower() in page.words("post held") for place in before)
    return held and mention.form is MentionForm.OFFICE


def _begun(page: Page, one: Found, voice: Voice) -> Clause | None:
    """The main clause before an inserted cue that goes on behind it: its finite verb waits for another."""
    cue = page.text.clauses[page.clause_of[voice.first]] if page.clause_of[voice.first] >= 0 else None
    if cue is None or page.text.place_of(one.content.start) < voice.first:
        return None
    for clause in page.around(cue):
        waits = clause.finite is not None and clause.verbs == (clause.finite,)
        if clause.kind is ClauseKind.MAIN and clause.last in {cue.first, cue.first - 1} and waits:
            return clause if page.token(clause.finite or clause.first).tag in _HELPING else None
    return None


def outer_first(spoken: list[tuple[Found, Voice]]) -> list[tuple[Found, Voice]]:
    """Who spoke, the last first, but behind the others who is told of in another's words."""
    back = spoken[::-1]
    told = [_is_told(known, spoken) for known in back]
    return [*(known for known, is_told in zip(back, told, strict=True) if not is_told),
            *(known for known, is_told in zip(back, told, strict=True) if is_told)]  # fmt: skip


def _is_told(known: tuple[Found, Voice], spoken: list[tuple[Found, Voice]]) -> bool:
    """As in "Die Bereitschaft der Spieler reiche, so Holm": what a noun of saying holds in the words of another."""
    found, voice = known
    if found.rank != _NOUN:
        return False
    others = (other for other, _ in spoken if other is not found and other.mode is not Mode.REPORTED)
    return any(other.content.contains(voice.span) for other in others)
