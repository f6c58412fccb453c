"""Indirect speech at a verb of saying: dass-clauses, verb-second clauses before and behind, zu-infinitives."""

from __future__ import annotations

from itertools import takewhile

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.words.brief import brief
from kg.extract.statements.words.clause_kinds import (
    SUBJUNCTIVE,
    Complement,
    asked,
    is_that,
    open_question,
    verb_first,
)
from kg.extract.statements.words.content import behind_opener, valued
from kg.extract.statements.words.infinitives import below, infinitive
from kg.extract.statements.words.judged import judged, parted
from kg.extract.statements.words.preceding import before
from kg.extract.statements.words.second import first_field, second
from kg.extract.statements.words.through import carried_through, first_of
from kg.lang.saying import SayingVerb
from kg.model import Clause, ClauseKind, Mood, Phrase, Stance

__all__ = ["complement", "with_coordinates"]

_ACTS = frozenset({Stance.DEMANDS, Stance.ANNOUNCES, Stance.WARNS, Stance.EXPECTS})
"""Stances of an act that is told by its object."""
_MEASURED = frozenset({"ADJA", "ADJD", "ADV", "PIAT"})
"""Tags behind "so" of what is told how much of."""


def complement(page: Page, clause: Clause, row: SayingVerb) -> Complement | None:
    """The complement of a cue clause that its row takes; the first that is there."""
    if "judged" in row.takes:
        return judged(page, clause, row)
    found = None
    if "clause" in row.takes:
        found = _fuller(page, clause, _that(page, clause) or second(page, clause)) or _ahead(page, clause, row)
    elif {"dass", "fact"} & row.takes:
        found = _that(page, clause)
    if found is not None and _open(page, row, found):
        return None
    if found is not None and found.how == "second" and page.form(clause.last) == ":":
        return _behind_colon(page, clause, row, found)
    if found is not None and found.how == "second" and _told_already(page, clause, row):
        found = None
    if "zu" in row.takes and (found is None or found.how == "second"):
        found = first_of(infinitive(page, clause, row), found)
    alone = found is None or found.how == "before" or clause.mood in SUBJUNCTIVE
    return found if found is None or alone else carried_through(page, clause, found)


def _behind_colon(page: Page, clause: Clause, row: SayingVerb, found: Complement) -> Complement | None:
    """What is `found` behind a colon, unless an infinitive or an object before it tells what is said or done."""
    aim = infinitive(page, clause, row) if "zu" in row.takes else None
    if aim is not None:
        return aim
    object_said = _has_object(page, clause) if row.stance is Stance.DENIES else _explained(page, clause, row)
    return None if row.weak or object_said or _idiom(page, clause, row) else found


def _fuller(page: Page, clause: Clause, found: Complement | None) -> Complement | None:
    """As in "Das Haus sei leer, sagte X, nun suche man Mieter": of what stands around a cue the longer part."""
    if found is None or not verb_first(page, clause) or page.form(clause.last) == ":":
        return found
    told = subject(page, clause)
    if told is None or clause.finite is None or told.first < clause.finite or clause.mood in SUBJUNCTIVE:
        return found
    opener = page.form(page.text.place_of(found.content.start) - 1)
    front = before(page, clause) if clause.parent is None and opener not in page.words("that") else None
    return front or found


def _ahead(page: Page, clause: Clause, row: SayingVerb) -> Complement | None:
    """What stands before the cue; an infinitive behind it comes first ("zögerte, kündigte an, zu gehen")."""
    return (
        (infinitive(page, clause, row) if "zu" in row.takes else None)
        or before(page, clause)
        or brief(page, clause, row)
    )


def _open(page: Page, row: SayingVerb, found: Complement) -> bool:
    """As in "entscheiden, ob …", "überlegt, wo …", "fand heraus, wie …": a question is no plan and no finding."""
    whether = found.how == "that" and page.form(page.text.place_of(found.content.start) - 1) in page.words("whether")
    asks = open_question(page, found)
    return ("fact" in row.takes and asks) or (row.stance is Stance.ANNOUNCES and (whether or asks))


def _that(page: Page, clause: Clause) -> Complement | None:
    """A clause with "dass", "ob" or a question word that hangs on the cue, or stands before it."""
    openers = page.words("that") | page.words("question")
    given = any(_given(page, phrase) for phrase in page.phrases_in(clause))
    for child in () if given else below(page, clause):
        behind = clause.finite is None or child.first > clause.finite or clause.opener is not None
        told = page.form(child.opener or 0) in page.words("as") and _tells(page, child)
        held = told or _of_infinitive(page, clause, child)
        held = held or page.form(child.first - 2) in page.words("question asked") or parted(page, clause, child)
        beside = page.form(child.first + 1) in page.words("but")  # "…, was aber Sorgen weckte"
        placed = page.form(child.first) in page.words("where")  # "fand ein Heim, wo sie bekannt wurde"
        beside = beside or (placed and _has_thing(page, clause)) or _adds(page, clause, child) or _follows(page, child)
        if is_that(page, child, openers) and behind and not (held or beside) and not first_field(page, child):
            content = behind_opener(page, with_coordinates(page, child))
            return None if content is None else Complement(content, "that")
    before = _previous(page, clause)
    if before is not None and before.parent is None and asked(page, before) and verb_first(page, clause):
        content = behind_opener(page, before)
        return None if content is None else Complement(content, "that")
    return None


def _tells(page: Page, clause: Clause) -> bool:
    """As in "wie er sagt", "wie es in dem Brief heißt": a clause that names a source, and is no question."""
    return clause.lemma in page.verbs or (clause.lemma in page.words("be called") and page.has("it", page.own(clause)))


def _of_infinitive(page: Page, clause: Clause, child: Clause) -> bool:
    """As in "versprach, darauf zu achten, dass …": the clause is what the infinitive is about."""
    parent = None if child.parent in {None, clause.number} else page.text.clauses[child.parent or 0]
    return parent is not None and parent.kind is ClauseKind.INFINITIVE and parent.opener is None


def _adds(page: Page, clause: Clause, child: Clause) -> bool:
    """As in "hat mich als Narren bezeichnet, wofür er sich entschuldigte": what the article tells of the act."""
    linked = page.form(child.first) in page.words("by which") and child.mood is Mood.INDICATIVE
    return linked and any(
        p.preposition is None and "acc" in p.cases and "nom" not in p.cases for p in page.phrases_in(clause)
    )


def _follows(page: Page, child: Clause) -> bool:
    """As in "sprach so leise, dass es niemand hörte": what comes of it; not "sagte so klar wie nie, dass …", "hat so
    laut gesagt, dass …", "sagte so oft, dass …"."""
    before = child.first - 1
    near = list(
        takewhile(lambda p: page.token(p).tag[0] not in "$V", range(before - 1, page.sentence(before).first, -1))
    )
    led = (p for p in near if page.form(p) in page.words("to such a degree") and page.token(p + 1).tag in _MEASURED)
    degree = next(led, None)
    often = degree == before - 2 and page.token(before - 1).tag == "ADV"
    return degree is not None and not often and not page.has("as", near)


def _has_object(page: Page, clause: Clause) -> bool:
    """As in "bestritt den Einsatz: Das sei …": what is denied stands before the colon."""
    return any(phrase.preposition is None and phrase.cases == {"acc"} for phrase in page.phrases_in(clause))


def _explained(page: Page, clause: Clause, row: SayingVerb) -> bool:
    """As in "forderte einen Stopp: So geht es nicht", "sprach sich für Hilfe aus: Die Not ist groß": what is demanded,
    announced or feared stands before the colon, and the article tells more; not "…: Wir helfen"."""
    following = next((other for other in page.around(clause) if other.first > clause.last), None)
    if row.stance not in _ACTS or following is None or following.mood in SUBJUNCTIVE:
        return False
    if page.has("I or we", range(following.first, page.sentence(clause.first).last)):
        return False
    phrases = page.phrases_in(clause)
    leads = {page.form(phrase.preposition) for phrase in phrases if phrase.preposition is not None}
    if any(lead in row.takes for lead in leads):
        return True
    voice = subject(page, clause) if "object" in row.takes else None
    others = (p for p in phrases if voice is not None and not voice.first <= p.head < voice.last)
    objects = (p for p in others if p.preposition is None and "acc" in p.cases and not page.dated(p.head))
    return any(page.token(phrase.head).tag == "NN" for phrase in objects)


def _has_thing(page: Page, clause: Clause) -> bool:
    """Whether a noun that may be an object, but not only the subject, stands in the clause."""
    things = [p for p in page.phrases_in(clause) if p.preposition is None and "acc" in p.cases]
    return any(page.token(phrase.head).tag == "NN" for phrase in things) and len(things) > 1


def _idiom(page: Page, clause: Clause, row: SayingVerb) -> bool:
    """As in "schrieb Geschichte: …": with such an object the verb says nothing."""
    bare = (phrase for phrase in page.phrases_in(clause) if phrase.preposition is None)
    return "object" not in row.takes and any(page.form(phrase.head) in page.words("no words") for phrase in bare)


def _told_already(page: Page, clause: Clause, row: SayingVerb) -> bool:
    """As in "berichtete von Ruhe, ein Vermerk klingt anders": a clause in the indicative is no more of what is told."""
    following = next((other for other in page.around(clause) if other.first > clause.last), None)
    if "amount" in row.takes and any(valued(page, clause, phrase.last) for phrase in page.phrases_in(clause)):
        return True  # "schätzte den Wert auf 90 Kronen, hinzu kämen Zinsen"
    own = following is not None and following.mood not in SUBJUNCTIVE and page.form(clause.last) == ","
    prepositions = (page.form(p.preposition) for p in page.phrases_in(clause) if p.preposition is not None)
    return own and any(word in row.takes or f"prep:{word}" in row.takes for word in prepositions)


def _given(page: Page, phrase: Phrase) -> bool:
    """As in "lehnte ab mit dem Hinweis, dass …": the clause tells what the noun says, not what the verb does."""
    lead = page.form(phrase.preposition) if phrase.preposition is not None else ""
    row = of_noun(page, phrase.head) if lead in page.words("with") else None
    return row is not None and row.complement


def with_coordinates(page: Page, clause: Clause) -> Clause:
    """The clause stretched over "und dass …" beside it."""
    last = clause.last
    for other in page.around(clause):
        beside = other.parent == clause.parent and other.kind is clause.kind and other.first <= last + 2
        if beside and other.first >= last and page.token(other.first).tag == "KON":
            last = other.last
    return clause._replace(last=last)


def _previous(page: Page, clause: Clause) -> Clause | None:
    earlier = [other for other in page.around(clause) if other.number < clause.number]
    return earlier[-1] if earlier else None
