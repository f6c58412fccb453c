"""Who holds posts that are told of together: "die Präsidenten der Räte, Otto Kranz und Hanna Holm, …"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.speakers.reach import aside_end, name_at
from kg.extract.statements.speakers.somebody import definite
from kg.model import Actor, ActorKind, ClauseKind, MentionForm, Phrase

__all__ = ["called_behind", "names_behind"]

_FAR = 14
"""How many words of the posts may stand before the names."""


def names_behind(page: Page, phrase: Phrase) -> tuple[int, tuple[Actor, ...]] | None:
    """Where the names end that stand behind a comma and the posts of several, and who they are; None where none do."""
    if phrase.preposition is not None or not definite(page, phrase.first):
        return None
    limit = page.sentence(phrase.head).last
    for comma in range(phrase.last, min(phrase.last + _FAR, limit - 1)):
        if page.form(comma) == "," and name_at(page, comma + 1) is not None:
            return _listed(page, comma + 1, limit)
        if page.token(comma).tag.startswith(("V", "KOU", "PREL", "$.")):
            return None
    return None


def _listed(page: Page, place: int, limit: int) -> tuple[int, tuple[Actor, ...]] | None:
    """The names from a position on, parted by commas and joined by "und", up to a comma, the end or a verb."""
    found: list[Actor] = []
    joined = False
    while (name := name_at(page, place)) is not None:
        found.append(name.actor)
        place = aside_end(page, name.last) if page.form(name.last) == "(" else name.last
        joined = joined or page.token(place).tag == "KON"
        if place + 1 >= limit or not (page.form(place) == "," or page.token(place).tag == "KON"):
            break
        if name_at(page, place + 1) is None:
            break
        place += 1
    ends = page.form(place) in {",", "."} or page.token(place).tag.endswith("FIN")
    return (place, tuple(found)) if joined and ends and len(found) > 1 else None


def called_behind(page: Page, phrase: Phrase) -> Actor | None:
    """As in "den Schweden, der Ole Kranz heißt": who bears the name that the relative clause tells."""
    place = phrase.last + 1
    number = page.clause_of[place] if page.form(phrase.last) == "," and place < len(page.text.tokens) else -1
    clause = page.text.clauses[number] if number >= 0 else None
    bears = clause is not None and clause.first == place and clause.lemma in page.words("bearing a name")
    if clause is None or not bears or clause.kind is not ClauseKind.RELATIVE or clause.finite is None:
        return None
    names = page.named.get(clause.finite - 1, ())
    return next((m.actor for m in names if m.actor.kind is ActorKind.PERSON and m.form is MentionForm.NAME), None)
