"""Verbs of saying in a clause: the rows that they can be, and the words that signal the act."""

from __future__ import annotations

from kg.extract.statements.common.once import once
from kg.extract.statements.common.page import Page
from kg.lang.saying import SayingVerb
from kg.model import Clause, ClauseKind, Span

__all__ = ["cue_span", "rows_of"]

_DENIED = 4
"""Words from "nicht" to the verb of a cue, at most."""


@once
def rows_of(page: Page, clause: Clause) -> list[SayingVerb]:
    """The rows that the clause's verb can be, those with words of their own first."""
    if clause.number not in page.saying:
        return []
    rows = [row for lemma in _lemmas(page, clause) for row in page.verbs.get(lemma, ())]
    if not rows:
        return []
    prefixes = {page.form(place) for place in clause.verbs if page.token(place).tag == "PTKVZ"}
    if prefixes and clause.finite is not None:
        bare = page.token(clause.finite).lemma
        rows = [
            row
            for row in rows
            if bare not in row.infinitives or clause.lemma in row.infinitives or not prefixes.isdisjoint(row.needs)
        ]
    other = any(not page.words("not reflexive").isdisjoint(row.infinitives) for row in rows)
    if other or any(row.needs for row in rows):
        own = [*page.own(clause), *_behind_apposition(page, clause)]
        if other and page.has("itself", own):
            rows = [row for row in rows if set(row.needs) & page.words("itself")]
        said = [place for place in own if not _is_not(page, place)]
        forms = {page.form(place) for place in said} | {page.token(place).form for place in said}
        rows = [row for row in rows if _needed(page, row, forms)]
    return sorted(rows, key=lambda row: (not row.needs, set(row.needs) <= page.words("itself")))


def _needed(page: Page, row: SayingVerb, forms: set[str]) -> bool:
    """Whether the words that make the verb one of saying stand in its clause."""
    oneself = not row.reflexive or not forms.isdisjoint(page.words("itself"))
    return oneself and (not row.needs or not forms.isdisjoint(row.needs))


def _is_not(page: Page, place: int) -> bool:
    """As in "zeigte sich nicht besorgt": how somebody is said not to be; "nicht nur" denies nothing."""
    if page.token(place).tag == "PTKNEG":
        return page.form(place + 1) in page.words("not only")
    return page.token(place).tag == "ADJD" and page.form(place - 1) in page.words("negation")


def _behind_apposition(page: Page, clause: Clause) -> list[int]:
    """The end of a clause that commas of an apposition cut off: "Das gab der Minister, X, am Montag bekannt"."""
    within = page.clauses_in(page.sentence(clause.first))
    cut = [c for c in within if c.kind is ClauseKind.FRAGMENT and clause.first < c.first and c.last == clause.last]
    return [place for fragment in cut for place in page.own(fragment)]


def _lemmas(page: Page, clause: Clause) -> list[str]:
    """The full verb, and the participles and infinitives beside it ("weder bestätigen noch dementieren")."""
    tags = {"VVPP", "VVINF", "VVFIN", "VAFIN"}
    said = [place for place in clause.verbs if not _aside(page, place)]
    others = [page.token(place).lemma for place in said if page.token(place).tag in tags]
    if clause.lemma not in page.words("having"):
        others = [lemma for lemma in others if lemma not in page.words("having")]  # "hat Preise für Belege ausgesetzt"
    aside = {page.token(place).lemma for place in clause.verbs if _aside(page, place)}
    own = [clause.lemma] if (said or not clause.verbs) and clause.lemma not in aside else []
    return list(dict.fromkeys([*own, *others]))


def _aside(page: Page, place: int) -> bool:
    """As in "wie berichtet", "besser als erwartet": nobody's act."""
    if page.token(place).tag != "VVPP":
        return False
    before = page.form(place - 1)
    return before in page.words("as") or before in page.words("as being")


def cue_span(page: Page, clause: Clause) -> Span | None:
    """The words that signal the act: a participle, "weder … noch …" whole, else the finite verb."""
    neither = [place for place in page.own(clause) if page.form(place) in page.words("neither")]
    if neither and clause.verbs and neither[0] < clause.verbs[-1]:
        between = range(neither[0], clause.verbs[-1])
        if all(page.token(p).tag.startswith(("V", "KON")) or page.token(p).tag == "KON" for p in between):
            return page.text.span(neither[0], clause.verbs[-1] + 1)
    finite = None if clause.finite is None else page.token(clause.finite)
    says = finite is not None and (finite.lemma in page.verbs or finite.lemma in page.words("letting"))
    full = says and finite is not None and finite.tag == "VVFIN"
    for place in () if full else reversed(clause.verbs):
        if page.token(place).tag in {"VVPP", "VVINF"}:
            return page.text.span(_begin(page, place), place + 1)
    return None if clause.finite is None else page.text.span(clause.finite, _end(page, clause.finite))


def _begin(page: Page, verb: int) -> int:
    """Where a cue that ends in a participle or infinitive begins: "nicht öffentlich sagen", "bekannt gegeben"."""
    if page.form(verb - 1) in page.words("part of a cue"):
        return verb - 1
    places = range(verb - 1, max(verb - _DENIED, page.sentence(verb).first) - 1, -1)
    for place in places:
        if page.token(place).tag == "PTKNEG":
            return place
        if page.token(place).tag not in {"ADV", "ADJD", "PIAT"}:
            break
    return verb


def _end(page: Page, finite: int) -> int:
    """The end of the cue that begins with a finite verb: "hieß es", "geht davon aus"."""
    behind = page.form(finite + 1)
    if page.token(finite).lemma in page.words("be called"):
        return finite + 1 + (behind in page.words("it"))
    if behind not in page.words("taking a fact"):
        return finite + 1
    return finite + 2 + (page.token(finite + 2).tag == "PTKVZ")
