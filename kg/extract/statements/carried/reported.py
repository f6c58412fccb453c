"""Whether a sentence is told as somebody's words: by the mood of its first main clause."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.words.clause_kinds import deep, noted
from kg.model import Clause, ClauseKind, Mood, Sentence

__all__ = ["commands", "goes_on", "outermost", "reports", "supposes"]


def outermost(page: Page, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence that hang on no other, outside of quoted speech."""
    return [clause for clause in page.clauses_in(sentence) if clause.parent is None and not page.spoken[clause.first]]


def reports(page: Page, tops: list[Clause], *, near: bool = True) -> bool:
    """Whether the sentence is told as somebody's words: its first main clause is in the subjunctive of report."""
    mains = [clause for clause in tops if clause.kind is ClauseKind.MAIN and clause.finite is not None]
    first = mains[0] if mains else None
    if len(mains) > 1 and mains[0].finite == mains[0].first:
        mains = mains[1:]
    main = mains[0] if mains else None
    if main is None or main.finite is None:
        return False
    form = page.form(main.finite)
    if main.mood is Mood.SUBJUNCTIVE_1:
        return not _wished(page, main)
    if form in page.words("is said"):
        rumoured = page.form(main.first) in page.words("rumoured")
        return near and not rumoured and _links(page, main)
    if main.mood is Mood.INDICATIVE and page.token(main.finite).tag == "VVFIN":
        alike = deep(page, main) and main.lemma not in page.verbs and _past(page, main)
        return near and (alike or _joined(page, main))
    if main.mood is Mood.SUBJUNCTIVE_2:
        if main is not first and not near:
            return False
        more = near and (goes_on(page, main) or _guesses(page, main))
        return form not in page.words("weak subjunctive") or deep(page, main) or more
    return False


def _wished(page: Page, main: Clause) -> bool:
    """As in "Es lebe der König", "Gesagt sei, …", "Versuche es": the present subjunctive of a wish or an order."""
    begins = main.finite == main.first == page.sentence(main.first).first
    wish = page.form(main.finite or main.first) in page.words("imperative subjunctive")
    return commands(page, main) or (wish and (begins or noted(page, main)))


def commands(page: Page, main: Clause) -> bool:
    """As in "Versuche einmal zu schweigen": a full verb in "e" without a subject is no report."""
    if main.finite is None or main.passive or page.token(main.finite).tag != "VVFIN":
        return False
    own = page.own(main)
    somebody = any(page.token(place).tag in {"PPER", "PIS", "PDS", "PRELS", "CARD"} for place in own)
    acts = any(phrase.preposition is None and "nom" in phrase.cases for phrase in page.phrases_in(main))
    clauses = any(other.parent == main.number or other.last < main.first for other in page.around(main))
    return not (somebody or acts or clauses or page.form(main.last) == ":")


def supposes(page: Page, tops: list[Clause]) -> bool:
    """Whether the sentence rather tells what would be: "Das wäre das erste Mal" is as good as said by the article,
    where "hätten" and "würden" stand for forms of report that look like the indicative."""
    main = next((clause for clause in tops if clause.kind is ClauseKind.MAIN and clause.finite is not None), None)
    if main is None or main.finite is None or main.mood is not Mood.SUBJUNCTIVE_2 or deep(page, main):
        return False
    if goes_on(page, main):
        return False
    plural = page.form(main.finite).endswith("n")
    mine = page.has("first person", page.own(main))
    return not plural and not mine


def goes_on(page: Page, main: Clause) -> bool:
    """As in "Außerdem könnten …", "Egal, ob es regne – …": more of what is reported."""
    own = page.own(main)
    adds = page.has("besides", own)
    mixed = any(clause.mood is Mood.SUBJUNCTIVE_1 for clause in page.clauses_in(page.sentence(main.first)))
    return adds or mixed


def _guesses(page: Page, main: Clause) -> bool:
    """As in "In ihnen könnten sich 90 Raketen befunden haben": the source before goes on to guess about them."""
    lead = range(main.first, min(main.first + 2, main.last))
    back = page.has("in it", page.own(main))
    tied = back or any(page.token(place).tag in {"PDS", "PDAT", "PPER"} for place in lead)
    perfect = page.token(main.verbs[-1]).tag in {"VAINF", "VAFIN"} and len(main.verbs) > 2
    return tied and perfect


def _joined(page: Page, main: Clause) -> bool:
    """As in "Sie trügen Mäntel und seien kaum zu sehen": what is joined to it is in the subjunctive of report."""
    following = (clause for clause in page.around(main) if clause.first in {main.last, main.last + 1})
    return any(c.mood is Mood.SUBJUNCTIVE_1 and page.token(c.first).tag == "KON" for c in following)


def _past(page: Page, main: Clause) -> bool:
    """Whether its verb has a form that past and subjunctive share: "pflegten"."""
    return main.finite is not None and page.form(main.finite).endswith(tuple(page.words("past endings")))


def _links(page: Page, main: Clause) -> bool:
    """As in "soll" of report: a perfect infinitive, or words that tie the sentence to the one before."""
    tags = [page.token(place).tag for place in main.verbs]
    lead = page.token(main.first)
    tied = lead.tag in {"PDS", "PDAT", "PPER"} or any(
        page.form(place) in page.words("adding") for place in page.own(main)
    )
    last = page.token(main.verbs[-1])
    adds = lead.tag in {"PDS", "PDAT", "PPER"} or page.form(main.first) in page.words("adding")
    if main.passive and last.lemma in page.words("become") and not adds:
        return False
    perfect = tags[-1] == "VAINF" and last.form != main.lemma and last.lemma not in page.words("become")
    return ("VVPP" in tags and perfect) or tied
