"""What an act of saying is about: its object, the subject of its passive, the sentence before "was X bestreitet"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import personal, speaks
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.words.beneficiary import addressed, asked_of, beneficiary, given_to
from kg.extract.statements.words.calling import is_called, naming, qualified
from kg.extract.statements.words.content import behind_opener, object_words, valued
from kg.extract.statements.words.ends import before_speaker
from kg.extract.statements.words.judged import held
from kg.extract.statements.words.listed import of_the_speakers
from kg.extract.statements.words.taken_up import ANSWERS, pointed_at, refused, that_undergone
from kg.extract.statements.words.trimmed import behind_dateline
from kg.extract.statements.words.undergone import undergone
from kg.lang.saying import SayingVerb
from kg.model import ActorKind, Clause, ClauseKind, Phrase, Span, Stance

__all__ = ["object_of", "strong"]

_POINTING = frozenset({"ADJA", "PIAT", "PDAT"})


def object_of(page: Page, clause: Clause, row: SayingVerb, voice: Voice) -> Span | None:
    """The words of the object that the act is about; of a passive its subject."""
    if "object with als" in row.takes and not any(page.token(place).tag == "KOKOM" for place in page.own(clause)):
        return None
    if clause.passive and row.takes & {"object", "thing"}:
        return None if "thing" in row.takes else _patient(page, clause, row, voice)
    for phrase in _in_order(page, clause, voice):
        if voice.first <= phrase.head < voice.last or _is_date(page, phrase) or _aside(page, clause, phrase, voice):
            continue
        if phrase.preposition is not None:
            if _wanted(page, phrase, row) and not _of_front_noun(page, clause, phrase.preposition):
                told = _according(page, clause, phrase) if row.stance is Stance.ASSERTS else None
                words = object_words(page, clause, phrase, drop_preposition=True, stops=row.needs)
                return told or addressed(page, phrase, words, row, voice)
            continue
        pair = page.has("both", range(voice.first, voice.last))
        given = clause.lemma not in page.words("judging") and beneficiary(page, clause, phrase, voice)
        if _governed(page, phrase, row, strong=pair or (strong(voice) and not voice.pronoun)) and not given:
            words = held(page, clause, phrase, row)
            words = words or object_words(page, clause, phrase, drop_preposition=False, stops=row.needs)
            words = words and before_speaker(page, clause, words, phrase, voice)
            named = naming(page, phrase) or qualified(page, phrase) if "naming" in row.takes else None
            told = named or _told(page, clause, phrase) or refused(page, clause, phrase, row)
            return told or (words and asked_of(page, clause, phrase, words, row))
    return pointed_at(page, clause, row)


def _of_front_noun(page: Page, clause: Clause, preposition: int) -> bool:
    """As in "Im Streit mit Riga droht …": behind a noun before the verb of a main clause it is a part of that."""
    front = clause.kind is ClauseKind.MAIN and clause.first < preposition < (clause.finite or 0)
    return front and page.phrase_of[preposition - 1] >= 0


def _patient(page: Page, clause: Clause, row: SayingVerb, voice: Voice) -> Span | None:
    """The subject of a passive, "das" only of an answer: "Vom Kreml wurde das bestritten"."""
    patient = subject(page, clause)
    if patient is None:
        return that_undergone(page, clause, row, voice)
    return None if patient.pronoun else undergone(page, clause, patient)


def _wanted(page: Page, phrase: Phrase, row: SayingVerb) -> bool:
    """Whether the row takes the preposition of a phrase, with the nouns that it allows."""
    if phrase.preposition is None or (row.strict and "object" not in row.takes and not _one_of(page, phrase, row)):
        return False
    form = page.form(phrase.preposition)
    if row.stance is Stance.EXPECTS and form in page.words("talked of") and _is_somebody(page, phrase):
        return False
    contracted = page.token(phrase.preposition).tag == "APPRART" and _contracted(page, phrase, row)
    return contracted or form in row.takes - {"zu"} or f"prep:{form}" in row.takes


def _is_somebody(page: Page, phrase: Phrase) -> bool:
    """As in "Der Plan ging vom Ministerium aus", not "Sie geht von Brandstiftung aus"."""
    led = phrase.head > phrase.first + 1 or page.token(phrase.first).tag == "APPRART"
    return led and speaks(page, phrase.head)


def _in_order(page: Page, clause: Clause, voice: Voice) -> list[Phrase]:
    """The phrases of a clause: last what a participle in front governs, or one like behind; then those of a list."""
    finite = clause.finite or clause.first
    front = any(place < finite and page.token(place).tag == "VVPP" for place in page.own(clause))
    phrases = page.phrases_in(clause)
    led = {p: page.form(p.preposition) for p in phrases if p.preposition is not None}
    again = {form for phrase, form in led.items() if phrase.first > finite}  # "Vor der Wahl warnte X vor Gewalt"
    ordered = sorted(phrases, key=lambda phrase: phrase.last <= finite and (front or led.get(phrase) in again))
    for child in page.children(clause):
        if child.kind is ClauseKind.FRAGMENT and child.first < voice.last < child.last:
            ordered += [phrase for phrase in page.phrases_in(child) if phrase.first >= voice.last]
    return ordered


def _governed(page: Page, phrase: Phrase, row: SayingVerb, *, strong: bool) -> bool:
    head = page.token(phrase.head)
    reason = "object with als" in row.takes and page.token(phrase.first - 1).tag == "KOKOM"  # "nannte als Grund …"
    if reason or _called_so(page, phrase, row) or _weak_genitive(page, phrase) or _guest(page, phrase, row):
        return False
    pointed = row.stance in ANSWERS or not page.words("holding").isdisjoint(row.infinitives)
    pronoun = head.form.lower() in page.words("that object") and pointed and head.tag in {"PDS", "PIS"}
    if head.tag not in {"NN", "NE"} and not pronoun and not (head.tag == "PPER" and "naming" in row.takes):
        return False
    case = "dat" if "dative" in row.takes else "acc"
    if "naming" in row.takes:
        called = naming(page, phrase) or is_called(page, phrase) or qualified(page, phrase)
        return "acc" in phrase.cases and bool(called)
    if "genitive" in row.takes and "gen" in phrase.cases and "nom" not in phrase.cases:
        return True
    fits = case in phrase.cases or head.tag == "PIS" or (case == "acc" and given_to(page, phrase, row))
    if not row.takes & {"object", "dative", "als", "object with als"} or not fits:
        return False
    known = (strong and not row.strict) or not row.objects or _deed(page, phrase, row) or _worded(page, phrase, row)
    return pronoun or known or _one_of(page, phrase, row) or _counted(page, phrase, row)


def _called_so(page: Page, phrase: Phrase, row: SayingVerb) -> bool:
    """As in "sieht den Plan als Gefahr": what the object is taken for; not "mehr als Gefahren"."""
    before, called = page.form(phrase.first - 2), page.form(phrase.first - 1) in page.words("as being")
    return row.strict and called and before not in page.words("limits a number")


def _guest(page: Page, phrase: Phrase, row: SayingVerb) -> bool:
    """As in "begrüßte den millionsten Gast": who comes is met, not praised."""
    met = page.token(phrase.head).lemma.lower().endswith(tuple(page.words("guests"))) or personal(page, phrase.head)
    return met and row.rule.rpartition("/")[2] in page.words("greeting")


def _counted(page: Page, phrase: Phrase, row: SayingVerb) -> bool:
    """As in "schätzt den Wert auf 90 Millionen": a number says what the object comes to."""
    clause = page.text.clauses[page.clause_of[phrase.head]]
    behind = clause.finite is not None and phrase.first > clause.finite
    return behind and "amount" in row.takes and valued(page, clause, phrase.last) is not None


def _one_of(page: Page, phrase: Phrase, row: SayingVerb) -> bool:
    """Whether the noun is one of those of the row, by its lemma or as it stands there."""
    head = page.token(phrase.head)
    return row.wants(head.lemma) or row.wants(head.form)


def _deed(page: Page, phrase: Phrase, row: SayingVerb) -> bool:
    """As in "er verurteilte den Beschuss": whoever condemns a thing that was done; a court condemns somebody."""
    somebody = page.named.get(phrase.head) or personal(page, phrase.head)
    return row.stance is Stance.CRITICISES and not row.strict and not somebody and _ends_deed(page, phrase.head)


def _worded(page: Page, phrase: Phrase, row: SayingVerb) -> bool:
    """As in "er lobte die „engen Bande“ der Länder": what the act is about is told in its own words."""
    inside = any(phrase.first < mark.first and mark.last <= phrase.last for mark in page.text.quotations)
    return inside and not row.strict


def _ends_deed(page: Page, place: int) -> bool:
    ends = tuple(page.words("things done"))
    return page.token(place).lemma.lower().endswith(ends) or page.form(place).endswith(ends)


def _weak_genitive(page: Page, phrase: Phrase) -> bool:
    """As in "wegen eines von ihm unterschriebenen Vertrags": the end of a phrase that its participle parts."""
    first, head = page.token(phrase.first), page.token(phrase.head)
    return first.tag == "ADJA" and first.form.endswith("en") and head.form in {head.lemma + "s", head.lemma + "es"}


def _is_date(page: Page, phrase: Phrase) -> bool:
    """As in "am Montag", "Mitte März", "zwei Tage zuvor", "auf Anfrage": when, not what it was about."""
    if page.form(phrase.head) in page.words("months") and page.form(phrase.first) in page.words("parts of time"):
        return True
    bare = phrase.first == phrase.head and page.form(phrase.head) in page.words("part of time")
    timed = page.token(phrase.first).tag in _POINTING and page.form(phrase.head) in page.words("stretch of time")
    long = page.token(phrase.head).lemma.lower() in page.words("stretch of time")
    apart = long and page.form(phrase.last) in page.words("before or after")
    told = bare or apart or (timed and phrase.last == phrase.first + 2)
    asked = page.form(phrase.head) in page.words("inquiry") and phrase.preposition == phrase.head - 1
    return told or asked or page.dated(phrase.head)


def _aside(page: Page, clause: Clause, phrase: Phrase, voice: Voice) -> bool:
    """As in "Kranz (SPD)", "Wien – …", "wegen Betrugs und schwerer Untreue", "Als Grund nannte er …": no object."""
    if behind_dateline(page, page.sentence(phrase.first).first, clause.last) > phrase.last:
        return True
    if of_the_speakers(page, clause, phrase, voice) or (
        clause.kind is ClauseKind.RELATIVE and phrase.preposition == clause.first
    ):
        return True
    if page.token(phrase.first - 1).tag == "KOKOM" and (
        phrase.first - 1 == clause.first or _role(page, clause, phrase)
    ):
        return True
    before = page.phrase_of[phrase.first - 2] if phrase.first > 1 else -1
    if page.token(phrase.first - 1).tag == "KON" and before >= 0 and _no_object(page.text.phrases[before]):
        return True
    marks = [page.form(place) for place in range(clause.first, phrase.first) if page.form(place) in {"(", ")"}]
    return marks[-1:] == ["("]


def _role(page: Page, clause: Clause, phrase: Phrase) -> bool:
    """As in "hatte als Parteichef Neuwahlen gefordert": who the speaker is; not "mehr als Parolen", "nannte ihn als
    Partner"."""
    if clause.lemma in page.words("judging"):
        return False
    as_one = page.form(phrase.first - 1) in page.words("as being") and personal(page, phrase.head)
    return as_one and page.form(phrase.first - 2) not in page.words("limits a number")


def _no_object(phrase: Phrase) -> bool:
    """As in "fordert für Schulen und die Lehrer mehr Geld": what "und" joins to it is no object either."""
    return phrase.preposition is not None or "acc" not in phrase.cases


def _contracted(page: Page, phrase: Phrase, row: SayingVerb) -> bool:
    assert phrase.preposition is not None
    form = page.form(phrase.preposition)
    return any(
        form in page.words(f"contracted {preposition}") and {preposition, f"prep:{preposition}"} & row.takes - {"zu"}
        for preposition in ("zu", "von", "vor", "an")
    )


def _told(page: Page, clause: Clause, phrase: Phrase) -> Span | None:
    """As in "Berichte, die besagten, dass …": what the reports say."""
    for child in page.children(clause):
        if child.kind is ClauseKind.RELATIVE and child.lemma in page.words("telling") and child.first >= phrase.last:
            for inner in page.children(child):
                if inner.opener is not None and page.form(inner.opener) in page.words("that"):
                    return behind_opener(page, inner)
    return None


def _according(page: Page, clause: Clause, phrase: Phrase) -> Span | None:
    """As in "berichtete von einer Einigung, wonach …": what the news is."""
    for child in page.children(clause):
        opener = child.opener if child.first >= phrase.last else None
        if opener is not None and page.form(opener) in page.words("according to which"):
            return page.span(opener + 1, child.last)
    return None


def strong(voice: Voice) -> bool:
    """Whether the speaker is a pronoun or an actor of its own, not only a description."""
    return voice.pronoun or any(actor.registered or actor.kind is not ActorKind.GROUP for actor in voice.actors)
