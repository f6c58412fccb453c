"""What a modal verb of report tells besides a demand or a guess: an ability, a need, an order to those who are sent."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.speakers.somebody import speaks
from kg.lang.saying import SayingVerb
from kg.model import Clause, MentionForm

__all__ = ["able", "about_its", "growing", "needed", "sent", "unable", "will_become"]


def able(page: Page, clause: Clause) -> bool:
    """Whether somebody is able to do it: "Kiew könne ihn tauschen"; not "Kiew könne ihn getauscht haben"."""
    done = [page.token(place).tag for place in clause.verbs][-1:] != ["VVINF"]
    heads = (p.head for p in page.phrases_in(clause) if p.preposition is None and "nom" in p.cases)
    head = next(heads, None)
    if done or head is None or clause.lemma in page.words("changing"):
        return False
    return speaks(page, head) or any(m.form is not MentionForm.ADJECTIVE for m in page.named.get(head, ()))


def unable(page: Page, clause: Clause, form: str, *, none: bool) -> bool:
    """Whether it is the plural of report of "kann nicht": "Waffen könnten ihn nicht aufhalten"."""
    return form in page.words("able in report") and not clause.passive and none


def needed(page: Page, clause: Clause, form: str, *, none: bool) -> bool:
    """Whether somebody or nobody needs a thing: "die Truppe brauche Zeit", "es brauche kein Votum"; not "es brauche
    Zeit", which is a demand."""
    if form not in page.words("needing"):
        return False
    assert clause.finite is not None
    beside = {page.form(clause.finite - 1), page.form(clause.finite + 1)}
    return none or not beside & page.words("one or it")


def sent(page: Page, clause: Clause, form: str) -> bool:
    """Whether it is what those who are sent are to do, in report: "die Pioniere sollten Minen räumen"."""
    people = tuple(page.words("sent people"))
    heads = (p.head for p in page.phrases_in(clause) if p.preposition is None and "nom" in p.cases)
    return form in page.words("are to") and page.token(next(heads, clause.first)).lemma.lower().endswith(people)


def will_become(page: Page, clause: Clause) -> bool:
    """As in "Es soll wärmer werden"."""
    return page.form(clause.verbs[-1]) in page.words("become") and not clause.passive


def growing(page: Page, clause: Clause) -> bool:
    """As in "Bis Mai sollten es 400 werden": nobody is asked to do it."""
    finite = clause.first if clause.finite is None else clause.finite
    shall = page.token(finite).lemma in page.words("is said") and page.has("it", (finite - 1, finite + 1))
    return shall and will_become(page, clause)


def about_its(page: Page, clause: Clause, row: SayingVerb) -> bool:
    """As in "man prüfe die Lieferung", not "man prüfe den Fall": whether an object stands there that a strict row
    wants."""
    nouns = (page.token(place).lemma for place in page.own(clause) if page.token(place).tag == "NN")
    return not row.strict or any(row.wants(noun) for noun in nouns)
