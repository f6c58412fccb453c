"""What a speaker does: the row's stance, turned by negation, neutral verbs by the words of what is said."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.meaning.modals import able, about_its, growing, needed, sent, unable, will_become
from kg.extract.statements.meaning.worded import of_words
from kg.lang.saying import SayingVerb
from kg.model import Clause, ClauseKind, MentionForm, Mood, Span, Stance

__all__ = ["negated", "of_verb", "turned"]

_OF_ITSELF = frozenset({Stance.EXPECTS, Stance.WARNS, Stance.CRITICISES, Stance.DEMANDS, Stance.ANNOUNCES})
_CLOSING = frozenset('“”«»"')
_NEGATABLE = frozenset({Stance.CONFIRMS, Stance.DENIES})


def negated(page: Page, clause: Clause) -> bool:
    """Whether the clause itself holds a word of negation; in "ein nicht genannter Offizier" it belongs to the noun."""
    words = page.words("negation")
    return any(page.form(place) in words and not _of_another(page, place) for place in page.own(clause))


def _of_another(page: Page, place: int) -> bool:
    """As in "ein nicht genannter Offizier", "nicht nur mit Regen", "„Niemand“, sagte er", "so klar wie noch nie": what
    is denied is not the verb."""
    behind = page.token(place + 1)
    if page.has("as", (place - 1, place - 2)):
        return True
    if behind.form in _CLOSING and page.form(place + 2) == ",":
        return True
    denies = page.token(place).tag == "PTKNEG"
    return denies and (behind.tag == "ADJA" or page.form(place + 1) in page.words("not only"))


def _disbelieved(page: Page, clause: Clause, content: Span | None) -> bool:
    """As in "glaubt nicht, dass es brennt", "rechnet kaum mit Hilfe"; not "rechnet mit keiner Wende", where the words
    themselves deny."""
    words = page.words("negation") | page.words("hardly")
    denying = (place for place in page.own(clause) if page.form(place) in words and not _of_another(page, place))
    return content is not None and any(not content.contains(page.token(place).span) for place in denying)


def _denied(page: Page, row: SayingVerb, clause: Clause, content: Span | None) -> Stance | None:
    """What a word of negation makes of a cue verb; None where there is none, or it changes nothing."""
    if row.stance is Stance.ASSERTS and clause.lemma in page.words("refusing") and clause.lemma not in row.infinitives:
        return Stance.DECLINES
    untold = any(page.token(place).lemma in page.words("neither told") for place in clause.verbs)
    if untold and page.has("neither", page.own(clause)):
        return Stance.DECLINES
    if row.negated is Stance.DENIES:
        return Stance.DENIES if _disbelieved(page, clause, content) else None
    if not negated(page, clause) or set(row.needs) & page.words("negation"):
        return None
    modal = clause.finite is not None and page.token(clause.finite).lemma in page.words("willing")
    silent = (modal and row.stance is Stance.ASSERTS) or row.stance in _NEGATABLE
    declines = silent or clause.lemma in page.words("confirming")
    return row.negated or (Stance.DECLINES if declines else None)


def of_verb(page: Page, row: SayingVerb, clause: Clause, content: Span | None) -> Stance:
    """The stance of a cue verb in its clause."""
    denied = _denied(page, row, clause, content)
    if denied is not None:
        return denied
    if content is None:
        return row.stance
    if row.stance is Stance.DENIES and _to_be_told(page, content):
        return Stance.DECLINES
    stance = turned(page, row.stance, clause.lemma if row.verbs else row.infinitives[0], content)
    if row.future is None:
        return stance
    return row.future if stance is Stance.EXPECTS or _scheduled(page, content) else stance


def _to_be_told(page: Page, content: Span) -> bool:
    """As in "lehnte es ab, die Zahl zu nennen"."""
    clause = page.text.clauses[page.clause_of[page.text.place_of(content.end - 1)]]
    return clause.kind is ClauseKind.INFINITIVE and clause.lemma in page.words("to be told")


def _scheduled(page: Page, content: Span) -> bool:
    """As in "gab bekannt, die Truppen sollten im Mai abziehen": what is to happen."""
    clause = _first_told(page, content)
    return clause is not None and page.form(clause.finite or clause.first) in page.words("is to")


def turned(page: Page, stance: Stance, verb: str | None, content: Span) -> Stance:
    """An assertion is what its words make it: a warning, a confirmation, an expectation, an announcement."""
    if stance is not Stance.ASSERTS:
        return stance
    worded, mood = of_words(page, verb, content), _of_mood(page, content)
    return mood if mood is Stance.DEMANDS and worded is Stance.CONFIRMS else worded or mood or stance


def _first_told(page: Page, content: Span) -> Clause | None:
    """The first clause of the content that is neither a condition nor a relative clause."""
    for clause in page.clauses_over(content):
        if clause.finite is None or clause.kind not in {ClauseKind.MAIN, ClauseKind.SUBORDINATE}:
            continue
        if content.start <= page.token(clause.finite).start < content.end and not _condition(page, clause):
            return clause
    return None


def _of_mood(page: Page, content: Span) -> Stance | None:
    """What mood and modal verb make of it: expectation, demand, or plan of one's own ("wir werden", "er wolle")."""
    if _plans(page, content):
        return Stance.ANNOUNCES
    clause = _first_told(page, content)
    if clause is None or clause.finite is None:
        return None
    form = page.form(clause.finite)
    if _confirms(page, clause):
        return None if negated(page, clause) else Stance.CONFIRMS
    return Stance.ANNOUNCES if _intends(page, clause) else _of_modal(page, clause, form)


def _plans(page: Page, content: Span) -> bool:
    """As in "betonte, Waffen liefern zu wollen"; not "behauptete, ihn gesehen haben zu wollen"."""
    number = page.clause_of[page.text.place_of(content.start)]
    clause = page.text.clauses[number] if number >= 0 else None
    if clause is None or clause.kind is not ClauseKind.INFINITIVE or clause.opener is not None:
        return False
    tags = {page.token(place).tag for place in clause.verbs}
    wanted = any(page.token(place).lemma in page.words("wishing") for place in clause.verbs)
    return wanted and not {"VAINF", "VVPP"} <= tags


def _of_modal(page: Page, clause: Clause, form: str) -> Stance | None:
    """What a modal verb or the future of a clause makes of it; `form` is its finite verb."""
    itself = _says_itself(page, clause)
    if itself is not None:
        return itself
    if growing(page, clause):
        return Stance.EXPECTS
    if form in page.words("must") and _must(page, clause, form):
        return Stance.EXPECTS if _reckons(page, clause) else Stance.DEMANDS
    turns = form in page.words("future") and clause.lemma in page.words("become") and len(clause.verbs) == 1
    said = form in page.words("is said") and will_become(page, clause)
    may = (
        _may_well_be(page, clause)
        or (form in page.words("possible") and not unable(page, clause, form, none=negated(page, clause)))
        or (form in page.words("may be") and _may(page, clause))
    )
    if may or said or (turns and not negated(page, clause)):
        return Stance.EXPECTS
    if form in page.words("future") and not clause.passive and _infinitive(page, clause):
        return Stance.ANNOUNCES if _self(page, clause) else Stance.EXPECTS
    return None


def _may(page: Page, clause: Clause) -> bool:
    """As in "die Zahl könne steigen": it may be so; not "man könne helfen", "wer gehe, könne auch bleiben"."""
    alone = clause.first == page.sentence(clause.first).first or page.form(clause.first - 1) != ","
    if negated(page, clause) or _self(page, clause) or clause.passive or able(page, clause):
        return False
    return alone or not _asked(page, clause)


def _may_well_be(page: Page, clause: Clause) -> bool:
    """As in "Denkbar sei auch ein Tausch"."""
    called = page.form(clause.first) in page.words("may well be") and clause.finite == clause.first + 1
    return called and clause.lemma in page.words("to be") and len(clause.verbs) == 1 and not negated(page, clause)


def _asked(page: Page, clause: Clause) -> bool:
    """Whether the clause before is its subject: "wer gehe, könne bleiben"."""
    return clause.finite == clause.first


def _intends(page: Page, clause: Clause) -> bool:
    lemma = page.token(clause.finite or clause.first).lemma
    first = lemma in page.words("intending") and _first_person(page, clause)
    return first or (lemma in page.words("wishing") and _self(page, clause))


def _confirms(page: Page, clause: Clause) -> bool:
    """As in "wir können bestätigen, dass …": the act that the speaker says he can do."""
    acts = any(row.stance is Stance.CONFIRMS and not row.needs for row in page.verbs.get(clause.lemma, ()))
    able = clause.finite is not None and page.token(clause.finite).tag == "VMFIN"
    return acts and able and clause.mood is not Mood.SUBJUNCTIVE_2 and _self(page, clause)


def _says_itself(page: Page, clause: Clause) -> Stance | None:
    """As in "er erwarte …", "wir fürchten …": the act that the words themselves tell of the speaker."""
    assert clause.finite is not None
    if page.token(clause.finite).tag != "VVFIN" or negated(page, clause):
        return None
    beside = {page.form(clause.finite - 1), page.form(clause.finite + 1)}
    single = page.form(clause.finite)[-1] == "e" and clause.mood is Mood.SUBJUNCTIVE_1
    if not (beside & page.words("I or we") or (single and beside & page.words("oneself"))):
        return None
    rows = (row for row in page.verbs.get(clause.lemma, ()) if not row.needs and about_its(page, clause, row))
    stance = next((row.stance for row in rows), None)
    return stance if stance in _OF_ITSELF else None


def _must(page: Page, clause: Clause, form: str) -> bool:
    """Whether somebody else must do it: "Europa müsse handeln", "niemand dürfe fehlen"."""
    asked = bool({page.form(clause.opener or clause.first), page.form(clause.first)} & page.words("question"))
    if asked or page.has("the speaker", page.own(clause)):
        return False
    if form in page.words("is said") and not _somebody(page, clause):
        return False
    if needed(page, clause, form, none=negated(page, clause)) or sent(page, clause, form):
        return False
    if clause.passive and any(_condition(page, other) for other in page.around(clause)):
        return False
    tags = [page.token(place).tag for place in clause.verbs]
    done = tags[-1] == "VAINF" and tags[-2][1:] in {"VPP", "APP"} and not clause.passive  # "müssen es gewesen sein"
    return not done and (form not in page.words("must not") or negated(page, clause))


def _reckons(page: Page, clause: Clause) -> bool:
    """As in "wir müssen damit rechnen, dass …": what must be done is to expect something."""
    rows = [row for row in page.verbs.get(clause.lemma, ()) if row.stance is Stance.EXPECTS]
    return any(page.form(place) in row.needs for row in rows for place in page.own(clause))


def _somebody(page: Page, clause: Clause) -> bool:
    """Whether somebody is named who acts: "Kiew solle warten", not "die Reise solle beginnen"."""
    for phrase in page.phrases_in(clause):
        if phrase.preposition is None and "nom" in phrase.cases:
            named = any(m.form is not MentionForm.ADJECTIVE for m in page.named.get(phrase.head, ()))
            return named or page.token(phrase.head).tag in {"PDS", "PPER"}
    return False


def _condition(page: Page, clause: Clause) -> bool:
    """As in "falls das stimmt", "sollte das stimmen"."""
    if clause.finite is not None and clause.finite == clause.first:
        return page.form(clause.finite) in page.words("weak subjunctive")
    return clause.opener is not None and page.form(clause.opener) in page.words("if")


def _first_person(page: Page, clause: Clause) -> bool:
    return page.has("first person", page.own(clause))


def _self(page: Page, clause: Clause) -> bool:
    """Whether a pronoun that means the speaker is the subject: "man werde helfen", "er werde kommen"."""
    return page.has("oneself", page.own(clause))


def _infinitive(page: Page, clause: Clause) -> bool:
    return any(page.token(place).tag == "VVINF" for place in clause.verbs if place != clause.finite)
