"""What an act calls its object, and whether it gives words: "nannte den Plan einen Fehler", "sprach von 300 Toten"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import personal
from kg.extract.statements.words.content import object_words, valued
from kg.lang.saying import SayingVerb
from kg.model import Clause, Mode, Phrase, Quotation, Span, Stance

__all__ = ["called_behind", "is_called", "mode_of", "naming", "over_additions", "qualified"]

_NAMES = frozenset({"naming", "als"})
_PRONOUNS = frozenset({"PDS", "PPER", "PIS"})
_FINITE = frozenset({"CARD", "VVFIN", "VAFIN", "VMFIN"})
_CLOSE = 6
"""How many words stand between an object with its additions and what it is called at most."""
_ANSWERS = frozenset({Stance.DENIES, Stance.CONFIRMS, Stance.DECLINES})


def called_behind(page: Page, clause: Clause, row: SayingVerb, voice: Voice) -> Span | None:
    """As in "Den Plan bezeichnete er als „Akt der Feigheit“": what an object before the verb is called behind it."""
    number = page.phrase_of[clause.first]
    phrase = page.text.phrases[number] if number >= 0 else None
    if clause.finite is None or not row.takes & _NAMES:
        return None
    pointed = _pointed(page, clause, row)
    if pointed is not None:
        return _what(page, clause, pointed)
    if phrase is None or phrase.last > clause.finite:
        return None
    if phrase.preposition is not None or "acc" not in phrase.cases or voice.first <= phrase.head < voice.last:
        return None
    as_what = _as_what(page, clause) if "als" in row.takes and row.stance not in _ANSWERS else None
    named = _what(page, clause, max(voice.last, clause.finite + 1)) if "naming" in row.takes else None
    return as_what or _in_quotes(page, clause, clause.finite) or named


def _pointed(page: Page, clause: Clause, row: SayingVerb) -> int | None:
    """As in "nannte dies einen Fehler": where what a pronoun is called may begin."""
    alone = (p for p in page.own(clause) if p > (clause.finite or clause.last) and page.token(p).tag in _PRONOUNS)
    told = next((p for p in alone if page.form(p) in page.words("that object")), None)
    return told + 1 if told is not None and "naming" in row.takes else None


def _what(page: Page, clause: Clause, begin: int) -> Span | None:
    """What something is called behind a place: "… nannte er am Abend eine Gefahr für alle"."""
    place = over_additions(page, begin)
    number = page.phrase_of[place] if place < clause.last else -1
    phrase = page.text.phrases[number] if number >= 0 else None
    if phrase is None or phrase.first != place or page.form(place) not in page.words("a") or "acc" not in phrase.cases:
        return None
    return object_words(page, clause, phrase, drop_preposition=False)


def over_additions(page: Page, place: int) -> int:
    """The position behind adverbs, names, and phrases with a preposition or in the genitive that begin at a place."""
    while place < len(page.phrase_of):
        number = page.phrase_of[place]
        phrase = page.text.phrases[number] if number >= 0 else None
        added = phrase is not None and phrase.first == place and _adds(phrase)
        if phrase is not None and added:
            place = phrase.last
        elif page.token(place).tag == "ADV" or (phrase is not None and page.named.get(place)):
            place += 1
        else:
            break
    return place


def _adds(phrase: Phrase) -> bool:
    return phrase.preposition is not None or ("gen" in phrase.cases and "acc" not in phrase.cases)


def _as_what(page: Page, clause: Clause) -> Span | None:
    own = [place for place in page.own(clause) if place > (clause.finite or clause.first)]
    called = next((place for place in own if page.form(place) in page.words("as being")), None)
    if called is None:
        return None
    closing = (p for p in own if p > called and page.token(p).tag in {"VVPP", "VVINF", "PTKVZ"})
    return page.span(called + 1, next(closing, clause.last))


def _in_quotes(page: Page, clause: Clause, finite: int) -> Span | None:
    mark = next((m for m in page.text.quotations if finite < m.first < clause.last and m.depth == 0), None)
    if mark is None:
        return None
    number = page.phrase_of[mark.first]
    begin = mark.first - 1
    return page.span(begin if number < 0 else min(page.text.phrases[number].first, begin), mark.last + 1)


def mode_of(page: Page, clause: Clause, row: SayingVerb, content: Span) -> Mode:
    """Whether the object gives words: it is called something, or an act of words holds quoted ones, a verb, a count."""
    if _worded(page, clause, content):
        return Mode.INDIRECT
    first, last = page.text.place_of(content.start), page.text.place_of(content.end - 1) + 1
    said = row.takes & _NAMES or valued(page, clause, first) is not None
    quoted = any(content.contains(mark.inner) for mark in page.text.quotations)
    tags = {page.token(place).tag for place in range(first, last) if page.form(place) not in page.words("both")}
    if quoted and row.takes & _NAMES:
        return Mode.INDIRECT
    counted = any(first <= number.first < last for number in page.mentions.quantities)
    told = said or quoted or counted or bool(tags & _FINITE)
    return row.mode if told else Mode.REPORTED


def _worded(page: Page, clause: Clause, content: Span) -> bool:
    """As in "kritisierte den Beschluss als „gefährlich“": the object is called something in the speaker's own words."""
    begin = page.text.place_of(content.start)
    called = valued(page, clause, begin) if page.clause_of[begin] == clause.number else None
    if called is None:
        return False
    start = page.token(called).start
    return any(start < mark.inner.start < content.end for mark in page.text.quotations)


def is_called(page: Page, phrase: Phrase) -> bool:
    """As in "nannte den Präsidenten einen Diktator": behind the object and what stands beside it what it is called."""
    place = over_additions(page, phrase.last)
    number = page.phrase_of[place]
    other = page.text.phrases[number] if number >= 0 else None
    pointed = page.token(phrase.first).tag in {"ART", "PDAT", "PPOSAT", "PPER", "NE"}
    named = other is not None and other.first == place and other.preposition is None and "acc" in other.cases
    thing = other is not None and not personal(page, phrase.head) and page.token(place).tag == "ART"
    opens = page.form(place) in page.words("a") or (thing and page.form(place) in page.words("the"))
    opens = opens or _bare(page, phrase, other)
    return pointed and named and opens and page.form(phrase.first) not in page.words("a")


def _bare(page: Page, phrase: Phrase, other: Phrase | None) -> bool:
    """As in "nannte die Vorwürfe haltlose Gerüchte": a common noun without an article behind a thing with one."""
    if other is None or page.token(phrase.first).tag not in {"ART", "PDAT", "PPOSAT"} or personal(page, phrase.head):
        return False
    plain = page.token(other.first).tag in {"ADJA", "NN"} and page.token(other.head).tag == "NN"
    return plain and not page.named.get(other.head)


def naming(page: Page, phrase: Phrase) -> Span | None:
    """As in "nannte die Entsendung „einen Fehler“": the object and what it is called."""
    ends = [mark.last + 1 for mark in page.text.quotations if _near(page, phrase, mark)]
    return page.span(phrase.first, _with_joined(page, ends[0])) if ends else None


def _with_joined(page: Page, end: int) -> int:
    """Where quoted words end with those that "und" joins to them: "„falsch“ und „äußerst gefährlich“"."""
    for mark in page.text.quotations:
        if mark.first == end + 2 and mark.depth == 0 and page.token(end).tag in {"KON", "$,"}:
            end = mark.last + 1
    return end


def qualified(page: Page, phrase: Phrase) -> Span | None:
    """As in "nannte das Gespräch offen und nützlich": the object and the adjectives behind it."""
    place = end = phrase.last
    while page.token(place).tag in {"ADV", "ADJD", "KON", "PTKNEG"} or page.form(place) == ",":
        place += 1
        end = place if page.token(place - 1).tag == "ADJD" else end
    closed = page.token(place).tag[:1] == "$" or page.token(place).tag in {"KOUS", "VVPP", "VVINF", "APPR"}
    return page.span(phrase.first, end) if end > phrase.last and closed else None


def _near(page: Page, phrase: Phrase, mark: Quotation) -> bool:
    """Whether words in quotation marks stand behind the object in its sentence, past when and where it is called so."""
    begin = over_additions(page, phrase.last)
    return phrase.last <= mark.first <= min(begin + _CLOSE, page.sentence(phrase.first).last - 1)
