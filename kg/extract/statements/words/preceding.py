"""What is said before its cue: "Die Lage sei ernst, sagte X", "Die Lage, sagte X, sei ernst"."""

from __future__ import annotations

from kg.extract.statements.common.cues import rows_of
from kg.extract.statements.common.page import Page
from kg.extract.statements.speakers.somebody import is_mute
from kg.extract.statements.speakers.speakers import goes_on, shared
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.speakers.voices import plural_verb
from kg.extract.statements.words.begins import behind_colon
from kg.extract.statements.words.clause_kinds import SUBJUNCTIVE, Complement, asked, cue_like, verb_first
from kg.extract.statements.words.content import around_cue, sentence_end
from kg.model import Clause, ClauseKind, Span

__all__ = ["before", "shares_subject"]


def before(page: Page, clause: Clause) -> Complement | None:
    """As in "Die Lage sei ernst, sagte X": what stands before the cue in its sentence."""
    tests = (_opened, _joined, _has_another, _unable)
    if not verb_first(page, clause) or any(test(page, clause) for test in tests):
        return None
    if clause.parent is not None:
        return _around(page, clause, page.text.clauses[clause.parent])
    begin, resumed = _begin(page, clause), _resumed(page, clause)
    opened = _fronted(page, clause)
    content = opened if begin is None else page.span(begin, clause.first - 1)
    if content is None:
        return None
    if resumed is not None and (opened is not None or _broken(page, clause, content, resumed)):
        return Complement(Span(content.start, resumed.end), "before")
    return Complement(max(content, resumed or content, key=lambda span: span.end - span.start), "before")


def _broken(page: Page, clause: Clause, front: Span, behind: Span) -> bool:
    """As in "Otto müsse, sagte X, gehen", "Er habe nun, sagte X, genug": only both parts tell something; not "Er habe,
    sagte X, von dem Plan keine Kenntnis", where the longer part goes on."""
    place = clause.first - 2
    carries = page.token(place).tag != "ADV" and behind.end - behind.start > front.end - front.start
    return page.unfinished(place) and not carries


def _unable(page: Page, clause: Clause) -> bool:
    """As in "man prüfe das, könne sie aber nicht bestätigen": "sie" is what cannot be confirmed."""
    modal = clause.finite is not None and page.token(clause.finite).tag == "VMFIN"
    return modal and clause.mood in SUBJUNCTIVE and page.has("negation", page.own(clause))


def _has_another(page: Page, clause: Clause) -> bool:
    """As in "er malt, schreibt Gedichte": a further act, whose subject stands before and its object behind it."""
    told = subject(page, clause)
    if told is None or clause.finite is None or told.first >= clause.first or clause.parent is not None:
        return False
    objects = (p for p in page.phrases_in(clause) if p.preposition is None and p.first > clause.finite)
    return any("acc" in phrase.cases and page.token(phrase.head).tag == "NN" for phrase in objects)


def _fronted(page: Page, clause: Clause) -> Span | None:
    """As in "Wenn es regne, sagte X, falle alles aus": the clause before the cue that opens the one behind it."""
    opens = page.sentence(clause.first).first
    front = next((c for c in page.around(clause) if c.first == opens and c.last + 1 == clause.first), None)
    behind = next((c for c in page.around(clause) if c.first == clause.last + 1), None)
    if front is None or front.kind is not ClauseKind.SUBORDINATE or behind is None:
        return None
    told = verb_first(page, behind) and behind.mood in SUBJUNCTIVE
    return page.span(front.first, front.last) if told else None


def _opened(page: Page, clause: Clause) -> bool:
    """As in "wer frage, antworte sich selbst": the clause before is the first part of this one, which is no cue."""
    subordinate = {ClauseKind.SUBORDINATE, ClauseKind.INFINITIVE}
    before = any(other.last + 1 == clause.first and other.kind in subordinate for other in page.around(clause))
    return clause.mood in SUBJUNCTIVE and before


def _joined(page: Page, clause: Clause) -> bool:
    """As in "X lobte den Plan, kündigte Hilfe an und …": a clause whose subject stands in the one before it."""
    if clause.mood in SUBJUNCTIVE or clause.finite is None or not goes_on(page, clause):
        return False
    plural = plural_verb(page, clause.finite)
    bare = (phrase for phrase in page.phrases_in(clause) if phrase.preposition is None and "nom" in phrase.cases)
    if any(plural is None or phrase.plural in {None, plural} for phrase in bare):
        return False
    before = next((other for other in page.around(clause) if other.last == clause.first - 1), None)
    told = before is not None and before.kind is ClauseKind.MAIN and before.mood not in SUBJUNCTIVE
    return told and shared(page, clause) is not None


def _begin(page: Page, clause: Clause) -> int | None:
    """Where the words begin that a cue closes; None where what stands before it cannot be said or is quoted."""
    sentence = page.sentence(clause.first)
    if page.form(clause.first - 1) not in {",", "–", "-"} or clause.first - 1 <= sentence.first:
        return None
    earlier = [other for other in page.around(clause) if other.last <= clause.first and other.parent is None]
    cues = [other.last for other in earlier if cue_like(page, other) and other.first > sentence.first]
    begin = cues[-1] if cues else behind_colon(page, sentence.first, clause.first)
    said = any(_stands_alone(page, other) and other.first >= begin for other in earlier)
    quoted = any(page.spoken[place] for place in range(begin, clause.first - 1))
    return begin if said and not quoted else None


def _around(page: Page, clause: Clause, outer: Clause) -> Complement | None:
    """As in "Die Lage, sagte X, sei ernst": the longer part of the clause into which the cue is put."""
    if clause.kind is not ClauseKind.MAIN or outer.kind is not ClauseKind.MAIN or _listed(page, clause, outer):
        return None
    content = around_cue(page.span(outer.first, clause.first), page.span(clause.last, outer.last))
    return None if content is None else Complement(content, "before")


def _listed(page: Page, clause: Clause, outer: Clause) -> bool:
    """As in "Der Gesandte, Otto Kranz, begrüßte die Idee, verlangte aber mehr": two acts of who stands before them."""
    told = subject(page, clause)
    if told is None or page.phrase_of[told.last - 1] < 0 or page.token(told.first).tag != "ART":
        return False
    thing = "acc" in page.text.phrases[page.phrase_of[told.last - 1]].cases
    return thing and outer.mood not in SUBJUNCTIVE and bool(rows_of(page, outer) and rows_of(page, clause))


def _stands_alone(page: Page, clause: Clause) -> bool:
    """What can be said before the cue: a main clause, a dass-clause, an infinitive; no "während …"."""
    if clause.kind is ClauseKind.SUBORDINATE:
        return asked(page, clause)
    if clause.first == page.sentence(clause.first).first and page.form(clause.finite or -1) in page.words("supposing"):
        return not verb_first(page, clause)
    return clause.kind is ClauseKind.MAIN or (clause.kind is ClauseKind.INFINITIVE and clause.opener is None)


def _resumed(page: Page, clause: Clause) -> Span | None:
    """As in "Die Lage, sagte X, sei ernst", "Dies sei, sagte X, ein Fund": what goes on behind the inserted cue."""
    if page.unfinished(clause.first - 2) and clause.last >= sentence_end(page, clause.first):
        comma = next((place for place in range(clause.first + 2, clause.last) if page.form(place) == ","), None)
        return None if comma is None else page.span(comma + 1, clause.last)
    following = next((other for other in page.around(clause) if other.first > clause.last), None)
    if page.form(clause.last) != "," or (following is not None and shares_subject(page, following)):
        return None
    if following is not None and _told_besides(page, clause, following):
        return None
    return page.span(clause.last + 1, sentence_end(page, clause.first))


def _told_besides(page: Page, clause: Clause, following: Clause) -> bool:
    """As in "…, sagte X, dessen Elf gewann", "…, sagte X, kurz nachdem er kam", "…, sagte X, und er lachte": what the
    article tells, or another part of what is said."""
    if following.first > clause.last + 2 or following.mood in SUBJUNCTIVE:
        return False
    place = first = following.first
    while page.token(place).tag in {"ADV", "ADJD"}:
        place += 1
    timed = page.form(place) in page.words("at which time") and page.token(place).tag == "KOUS"
    relative = following.kind is ClauseKind.RELATIVE or page.token(first).tag in {"PRELS", "PRELAT"}
    return timed or relative or page.token(first).tag == "KON"


def shares_subject(page: Page, clause: Clause) -> bool:
    """As in "…, sagte X, will aber warten": what the speaker does besides, told by the article."""
    own = page.own(clause)
    elided = len(own) > 1 and page.token(own[0]).tag == "KON" and clause.finite == own[1]  # "…, sagte X, und lobte …"
    if not (verb_first(page, clause) or elided) or clause.mood in SUBJUNCTIVE:
        return False
    voice = subject(page, clause)
    return (
        voice is None
        or voice.first < clause.first
        or (is_mute(page, voice) and goes_on(page, clause) and bool(rows_of(page, clause)))
    )
