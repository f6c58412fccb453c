"""Indirect speech at a verb of saying: dass-clauses, verb-second clauses before and behind, zu-infinitives."""

from __future__ import annotations

from kg.extract.statements.common.cues import rows_of
from kg.extract.statements.common.page import Page, place_of
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.words.clause_kinds import (
    SUBJUNCTIVE,
    Complement,
    asked,
    deep,
    followed,
    is_that,
    open_question,
    verb_first,
    verb_last,
)
from kg.extract.statements.words.content import behind_opener, through_quotes, valued
from kg.extract.statements.words.ends import before_cue, last_spoken
from kg.extract.statements.words.infinitives import below, infinitive
from kg.extract.statements.words.judged import judged, parted
from kg.extract.statements.words.preceding import before, shares_subject
from kg.extract.statements.words.through import carried_through, first_of
from kg.lang.saying import SayingVerb
from kg.model import Clause, ClauseKind, Phrase, Stance

__all__ = ["complement"]

_CLOSING = frozenset(')“”"«’‘')
_ADVERBS = frozenset({"ADV", "ADJD", "PROAV", "PAV"})
_SUBJECT_TAGS = frozenset({"ART", "NN", "NE", "PPER", "ADJA", "CARD", "PPOSAT", "PDAT", "PIAT", "PIS", "PDS", "APPR"})


def complement(page: Page, clause: Clause, row: SayingVerb) -> Complement | None:
    """The complement of a cue clause that its row takes; the first that is there."""
    if "judged" in row.takes:
        return judged(page, clause, row)
    found = None
    if "clause" in row.takes:
        found = _fuller(page, clause, _that(page, clause) or _second(page, clause)) or _ahead(page, clause, row)
    elif {"dass", "fact"} & row.takes:
        found = _that(page, clause)
        found = None if found and "fact" in row.takes and open_question(page, found) else found
    if found is not None and row.stance is Stance.ANNOUNCES and _open(page, found):
        return None
    if found is not None and found.how == "second" and page.form(clause.last) == ":":
        object_said = row.stance is Stance.DENIES and _has_object(page, clause)
        return None if row.weak or object_said or _idiom(page, clause, row) else found
    if found is not None and found.how == "second" and _told_already(page, clause, row):
        found = None
    if "zu" in row.takes and (found is None or found.how == "second"):
        found = first_of(infinitive(page, clause), found)
    alone = found is None or found.how == "before" or clause.mood in SUBJUNCTIVE
    return found if found is None or alone else carried_through(page, clause, found)


def _fuller(page: Page, clause: Clause, found: Complement | None) -> Complement | None:
    """As in "Das Haus sei leer, sagte X, nun suche man Mieter": of what stands around a cue the longer part."""
    if found is None or not verb_first(page, clause) or page.form(clause.last) == ":":
        return found
    told = subject(page, clause)
    if told is None or clause.finite is None or told.first < clause.finite or clause.mood in SUBJUNCTIVE:
        return found
    opener = page.form(place_of(page, found.content.start) - 1)
    front = before(page, clause) if clause.parent is None and opener not in page.words("that") else None
    return front or found


def _ahead(page: Page, clause: Clause, row: SayingVerb) -> Complement | None:
    """What stands before the cue; an infinitive behind it comes first ("zögerte, kündigte an, zu gehen")."""
    behind = infinitive(page, clause) if "zu" in row.takes else None
    return behind or before(page, clause)


def _open(page: Page, found: Complement) -> bool:
    """As in "entscheiden, ob …": a question is no plan."""
    return found.how == "that" and page.form(place_of(page, found.content.start) - 1) in page.words("whether")


def _that(page: Page, clause: Clause) -> Complement | None:
    """A clause with "dass", "ob" or a question word that hangs on the cue, or stands before it."""
    openers = page.words("that") | page.words("question")
    given = any(_given(page, phrase) for phrase in page.phrases_in(clause))
    for child in () if given else below(page, clause):
        behind = clause.finite is None or child.first > clause.finite or clause.opener is not None
        told = page.form(child.opener or 0) in page.words("as") and child.lemma in page.verbs
        held = told or _of_infinitive(page, clause, child)
        held = held or page.form(child.first - 2) in page.words("question asked") or parted(page, clause, child)
        beside = page.form(child.first + 1) in page.words("but")  # "…, was aber Sorgen weckte"
        placed = page.form(child.first) in page.words("where")  # "fand ein Heim, wo sie bekannt wurde"
        beside = beside or (placed and _has_thing(page, clause))
        if is_that(page, child, openers) and behind and not (held or beside) and not _first_field(page, child):
            content = behind_opener(page, _with_coordinates(page, child))
            return None if content is None else Complement(content, "that")
    before = _previous(page, clause)
    if before is not None and before.parent is None and asked(page, before) and verb_first(page, clause):
        content = behind_opener(page, before)
        return None if content is None else Complement(content, "that")
    return None


def _of_infinitive(page: Page, clause: Clause, child: Clause) -> bool:
    """As in "versprach, darauf zu achten, dass …": the clause is what the infinitive is about."""
    parent = None if child.parent in {None, clause.number} else page.text.clauses[child.parent or 0]
    return parent is not None and parent.kind is ClauseKind.INFINITIVE and parent.opener is None


def _has_object(page: Page, clause: Clause) -> bool:
    """As in "bestritt den Einsatz: Das sei …": what is denied stands before the colon."""
    return any(phrase.preposition is None and phrase.cases == {"acc"} for phrase in page.phrases_in(clause))


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


def _first_field(page: Page, child: Clause) -> bool:
    """As in "sagte, wer lüge, fliege auf": a clause that is part of a verb-second one."""
    if child.kind not in {ClauseKind.SUBORDINATE, ClauseKind.INFINITIVE} or page.form(child.last) != ",":
        return False
    return any(
        other.first == child.last + 1 and verb_first(page, other) and other.mood in SUBJUNCTIVE
        for other in page.around(child)
    )


def _with_coordinates(page: Page, clause: Clause) -> Clause:
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


def _second(page: Page, clause: Clause) -> Complement | None:
    """As in "X sagte, die Lage sei ernst": the clause behind the comma and what follows."""
    if clause.opener is not None and clause.kind is ClauseKind.MAIN:
        return None
    begin = clause.last + (page.form(clause.last) in _CLOSING)
    if page.form(begin) not in {",", ":"} or page.spoken[begin]:
        return None
    following = [other for other in page.around(clause) if other.first > clause.first and other.parent is None]
    nearest = next((other for other in following if other.first >= begin), None)
    if nearest is None:
        nearest = next((child for child in page.children(clause) if child.first == begin + 1), None)
        following = []
    if (
        nearest is None
        or not _adjoins(page, clause, begin, nearest)
        or not _spoken_like(page, clause, nearest, page.form(begin))
    ):
        return None
    lead = next((child for child in page.children(clause) if _led_by(page, clause, child, nearest)), None)
    aside = verb_first(page, clause) and shares_subject(page, nearest)
    if lead is None and verb_first(page, nearest) and (aside or not followed(page, nearest)):
        return None
    last = last_spoken(page, nearest, following, page.sentence(begin).last)
    whole = page.form(begin) == ":" and nearest.mood not in SUBJUNCTIVE
    last = max(last, before_cue(page, nearest, following)) if whole else last
    content = page.span(begin + 1 if lead is None else lead.first, through_quotes(page, last))
    return None if content is None else Complement(content, "second")


def _led_by(page: Page, cue: Clause, child: Clause, nearest: Clause) -> bool:
    """As in "sagte, wenn es regne, falle es aus": the clause between the cue and the verb that it opens."""
    behind = cue.finite is not None and child.first > cue.finite
    return behind and child.last + 1 == nearest.first and _first_field(page, child)


def _adjoins(page: Page, clause: Clause, begin: int, nearest: Clause) -> bool:
    """Whether only clauses that belong to it stand between the cue and the clause ("wer …, könne …")."""
    if nearest.first <= begin + 1:
        return True
    between = [child for child in page.children(clause) if child.first == begin + 1]
    fits = bool(between) and between[0].kind is ClauseKind.SUBORDINATE and between[0].last + 1 >= nearest.first
    return fits and nearest.mood in SUBJUNCTIVE


def _spoken_like(page: Page, cue: Clause, clause: Clause, mark: str) -> bool:
    if clause.kind is ClauseKind.FRAGMENT:
        return any(page.spoken[place] for place in range(clause.last, min(clause.last + 3, len(page.spoken))))
    if clause.kind is ClauseKind.SUBORDINATE:
        return any(other.mood in SUBJUNCTIVE for other in page.around(clause) if other.first >= clause.last)
    if clause.kind is not ClauseKind.MAIN or page.token(clause.first).tag == "KON" or verb_last(page, clause):
        return False
    if clause.mood in SUBJUNCTIVE or mark == ":" or deep(page, clause):
        return True
    told = page.token(clause.first).tag != "PPER" and any(not row.weak for row in rows_of(page, clause))
    opens = page.token(clause.first).tag in _SUBJECT_TAGS or _plural_told(page, clause)
    return not told and opens and _bare_cue(page, cue)


def _plural_told(page: Page, clause: Clause) -> bool:
    """As in "X sagte, insgesamt warteten dort 90 Mann": behind an adverb a form that past and subjunctive share."""
    place = clause.finite
    if place is None or place != clause.first + 1 or page.token(clause.first).tag not in _ADVERBS:
        return False
    verb = page.token(place)
    return (
        verb.tag == "VVFIN"
        and page.form(place).endswith(tuple(page.words("past endings")))
        and page.form(place) != verb.lemma
    )


def _bare_cue(page: Page, cue: Clause) -> bool:
    """Whether nothing but subject, day and place stands in the cue clause: "X sagt am Abend, die Lage ist ernst"."""
    own = page.own(cue)
    if cue.kind is ClauseKind.INFINITIVE:
        return cue.opener is None and all(phrase.preposition is not None for phrase in page.phrases_in(cue))
    if not own or cue.finite is None or cue.passive:
        return False
    behind = [phrase for phrase in page.phrases_in(cue) if phrase.first > cue.finite and phrase.preposition is None]
    free = [phrase for phrase in behind if not any(d.first <= phrase.head < d.last for d in page.mentions.dates)]
    inverted = cue.finite == own[0] or page.token(own[0]).tag in {"APPR", "APPRART", "ADV"}
    return len(free) <= inverted
