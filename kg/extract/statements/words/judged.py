"""What somebody calls a thing that a clause tells: "nannte es einen Skandal, dass das Geld fehle"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.words.calling import over_additions
from kg.extract.statements.words.clause_kinds import Complement, is_that
from kg.extract.statements.words.content import valued
from kg.lang.saying import SayingVerb
from kg.model import Clause, ClauseKind, Phrase, Span, Stance

__all__ = ["held", "judged", "parted", "with_judgement"]


def judged(page: Page, clause: Clause, row: SayingVerb) -> Complement | None:
    """As in "hält es für falsch, zu warten": the judgement with the clause behind it that "es" stands for."""
    if "judged" not in row.takes or clause.finite is None:
        return None
    told = next((child for child in page.children(clause) if child.first > clause.finite), None)
    begin = None if told is None or not _tells(page, told) else _begin(page, clause, told)
    content = None if told is None or begin is None else page.span(begin, told.last)
    return None if content is None else Complement(content, "that")


def parted(page: Page, clause: Clause, child: Clause) -> bool:
    """As in "hält die Idee, dass der Staat zahlt, für abwegig": what the clause hangs on is judged behind it."""
    called = clause.lemma in page.words("judging") and clause.finite is not None and clause.finite < child.first
    if called and page.form(child.first - 2) in page.words("standing for a clause"):
        return page.token(child.first - 3).tag == "NN"  # "nennt den Sieg einen Beleg dafür, dass …"
    return called and child.last < clause.last and valued(page, clause, child.last) is not None


def held(page: Page, clause: Clause, phrase: Phrase, row: SayingVerb) -> Span | None:
    """As in "Den Plan hält X für falsch": the whole clause, where the object before the verb is judged behind it and
    neither says alone what is held; not "Hilfe hält X für denkbar", which is expected."""
    counted = "amount" in row.takes and row.stance is Stance.ASSERTS
    if clause.finite is None or phrase.last > clause.finite:
        return None
    if clause.lemma not in page.words("holding") and not counted:
        return None
    if valued(page, clause, clause.finite) is None:
        return None
    unlikely = page.has("unlikely", page.own(clause))
    told = row.stance is Stance.ASSERTS or (row.stance is Stance.EXPECTS and unlikely)
    return page.span(phrase.first, clause.last) if told else None


def with_judgement(page: Page, clause: Clause, row: SayingVerb, content: Span) -> Span:
    """As in "Für falsch hält X die Reform": what is said with the judgement before the verb; not "Für wahrscheinlicher
    hält er Regen", which is expected."""
    first = clause.first
    behind = clause.finite is not None and page.token(clause.finite).end <= content.start
    likely = page.has("likely", page.own(clause))
    if not behind or likely or row.stance is not Stance.ASSERTS:
        return content
    for_it = page.form(first) in page.words("held for") and clause.lemma in page.words("holding")
    named = page.token(first).tag == "KOKOM" and page.form(first) in page.words("as being")
    named = named and clause.lemma in page.words("judging") - page.words("judging barely")
    return Span(page.token(first).start, content.end) if for_it or named else content


def _tells(page: Page, child: Clause) -> bool:
    plain = child.kind is ClauseKind.INFINITIVE and child.opener is None
    return plain or is_that(page, child, page.words("that") - page.words("whether"))


def _begin(page: Page, clause: Clause, told: Clause) -> int | None:
    """Where the judgement begins; None where the verb ends behind it ("hat es als Fehler bezeichnet, dass …")."""
    own = [place for place in page.own(clause) if place < told.first - 1]
    it = next((p for p in own if page.form(p) in page.words("it") and p > (clause.finite or p)), None)
    if it is None or own[-1] != told.first - 2 or page.token(own[-1]).tag in {"PTKVZ", "VVINF"}:
        return None
    if len(clause.verbs) > 1 and own[-1] in clause.verbs and page.token(own[-1]).lemma == clause.lemma:
        return None
    value = valued(page, clause, it)
    if value is not None:
        return value + (page.form(value) in page.words("as being"))
    place = over_additions(page, it + 1)
    return place if clause.lemma in page.words("judging barely") and place <= own[-1] else None
