"""Which words are said: complements, sentences around a frame, objects of an act."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.words.begins import number_begin, with_conjunct, with_lead
from kg.extract.statements.words.clause_kinds import tells_what
from kg.extract.statements.words.followed import with_followers
from kg.extract.statements.words.rejoined import ending
from kg.model import Clause, ClauseKind, Phrase, Span

__all__ = [
    "around_cue",
    "behind_opener",
    "longer",
    "object_words",
    "scant",
    "sentence_end",
    "spanning",
    "through_quotes",
    "valued",
    "weightier",
]

_LOOSE = frozenset({"ADV", "ADJD", "PTKNEG", "KON", "PIAT", "$,", "KOKOM", "KOUS"})
_MOST, _HALF, _LEAST, _SLIGHT = 0.6, 0.5, 0.25, 0.12
"""Shares of what is said with a cue inside it: a front that carries it all, a part that is half of it, the least that
says something, and a cue that is too short to matter ("demnach", "ihm zufolge")."""
_BOUNDING = frozenset({"ADV", "ADJD", "KOKOM", "PIAT", "PIS", "APPR"})
"""Tags of what stands before a number and bounds it: "mehr als", "bis zu", "rund"."""
_VERBAL = ("VVPP", "VVINF", "VVIZU", "PTKVZ", "PTKZU", "VAPP", "VAINF", "VMINF", "VVFIN", "VAFIN", "VMFIN")


def behind_opener(page: Page, clause: Clause) -> Span | None:
    """A dass- or ob-clause without its conjunction; a question clause whole."""
    assert clause.opener is not None
    asks = page.form(clause.opener) in page.words("whether")
    paired = asks and page.token(clause.opener + 1).tag == "KON"  # "ob und wann"
    drop = page.form(clause.opener) in page.words("that") and not paired
    first = clause.opener + 1 if drop else clause.opener
    last = min(clause.last, ending(page, clause)) if clause == page.text.clauses[clause.number] else clause.last
    return page.span(first, _before_frame(page, first, through_quotes(page, last)))


def through_quotes(page: Page, last: int) -> int:
    """The position after quoted speech that begins right at `last` and goes on with it ("sagte, das sei „…“")."""
    for mark in page.speeches:
        if last <= mark.first <= last + 1 + (page.form(last) == ",") and not _cued(page, mark.last + 1):
            return mark.last + 1
    return last


def _cued(page: Page, place: int) -> bool:
    """Whether a finite verb follows the quotation: it has a cue of its own."""
    place += page.form(place) == ","
    return place < len(page.text.tokens) and page.token(place).tag.endswith("FIN") and page.form(place - 1) == ","


def _before_frame(page: Page, first: int, last: int) -> int:
    """Where an inserted ", so X" at the end begins: it is not part of what is said."""
    for place in range(first + 2, last):
        if page.form(place) in page.words("so") and page.form(place - 1) == ",":
            number = page.clause_of[place]
            if number >= 0 and page.text.clauses[number].first == place and page.text.clauses[number].finite is None:
                return place - 1
    return last


def sentence_end(page: Page, place: int) -> int:
    """The position after the last token of the sentence, or of the quoted speech that the place stands in."""
    last = page.sentence(place).last
    while last > place and page.token(last - 1).tag == "$.":
        last -= 1
    return last


def longer(one: Span | None, other: Span | None) -> Span | None:
    """The longer of two stretches; the second where they are alike."""
    if one is None or other is None:
        return one if other is None else other
    return one if one.end - one.start > other.end - other.start else other


def spanning(one: Span | None, other: Span | None) -> Span | None:
    """Both parts with the cue between them, where it or all but one part is short ("hat laut X 500 Boote gekauft")."""
    if one is None or other is None:
        return None
    both = Span(one.start, other.end)
    size = both.end - both.start
    front, back = (one.end - one.start) / size, (other.end - other.start) / size
    carried = front >= _MOST or (front >= _HALF and back < _LEAST)
    return both if back >= _HALF or carried or 1 - front - back <= _SLIGHT else None


def weightier(one: Span | None, other: Span | None) -> Span | None:
    """The part behind a frame, where a German sentence tells what is new, unless it is next to nothing."""
    if one is None or other is None:
        return longer(one, other)
    return other if other.end - other.start >= _LEAST * (other.end - one.start) else longer(one, other)


def around_cue(one: Span | None, other: Span | None) -> Span | None:
    """What stands around an inserted cue: both parts with the cue, if it is short beside the longer one, else that."""
    return spanning(one, other) or longer(one, other)


def scant(page: Page, content: Span) -> bool:
    """Whether nothing but verbs or a pronoun is left: "… laut Kammer erst am Abend bekannt ⟦werden⟧"."""
    first, last = page.text.place_of(content.start), page.text.place_of(content.end - 1) + 1
    return all(page.token(place).tag[0] == "V" or page.token(place).tag == "PDS" for place in range(first, last))


def object_words(
    page: Page, clause: Clause, phrase: Phrase, *, drop_preposition: bool, stops: tuple[str, ...] = ()
) -> Span | None:
    """An object with all that belongs to it, up to the verbs that close the clause or a phrase of the `stops`."""
    begin = phrase.first
    if drop_preposition and phrase.preposition is not None and page.token(phrase.preposition).tag == "APPR":
        begin = phrase.preposition + 1
    if page.token(begin).tag == "CARD" and phrase.preposition is None:
        begin = number_begin(page, begin)
    begin = with_conjunct(page, clause, phrase, with_lead(page, begin))
    if clause.finite is not None and phrase.last <= clause.finite:
        end = min((place for place in clause.verbs if place >= phrase.last), default=clause.finite)
        bound = page.form(end - 1) in stops and page.token(end - 2).tag != "KOKOM"  # "der sich dazu ⟦bekannt⟧ hat"
        return page.span(begin, _before_inquiry(page, phrase, end - (bound and end - 1 > phrase.first)))
    alone = page.token(phrase.head).tag == "PDS" and valued(page, clause, phrase.last) is None  # "wies das am Montag …"
    end = phrase.last if alone else _object_end(page, clause, phrase, stops)
    end = _before_inquiry(page, phrase, end)
    if end > phrase.last + 1 and page.form(end - 1) in page.words("to the utmost"):
        end -= 2
    while end > phrase.last and page.token(end - 1).tag in _LOOSE and valued(page, clause, phrase.last) is None:
        end -= 1
    end -= end > phrase.last and page.form(end - 1) == ","
    return page.span(begin, with_followers(page, end))


def _before_inquiry(page: Page, phrase: Phrase, end: int) -> int:
    """Where an object ends before "auf Anfrage", also with "nicht" behind it."""
    place = end - (page.token(end - 1).tag == "PTKNEG")
    return place - 2 if place > phrase.last + 1 and page.form(place - 1) in page.words("inquiry") else end


def _object_end(page: Page, clause: Clause, phrase: Phrase, stops: tuple[str, ...]) -> int:
    end = _with_list(page, clause)
    own = set(page.own(clause))
    value = valued(page, clause, phrase.last) or 0
    for place in range(phrase.last, end):
        manner = _manner(page, place) or (clause.lemma not in page.words("judging") and _met(page, place))
        aside = place > value and (_dated(page, place) or manner or (not value and _stops(page, place, stops)))
        verbal = page.token(place).tag in _VERBAL and place != value + 1 and not _predicate(page, clause, place, value)
        if place in own and (verbal or aside):
            return place - (aside and place - 1 >= phrase.last and page.token(place - 1).tag in {"APPR", "APPRART"})
        inside = value < place < clause.last and place not in own and page.clause_of[place] >= 0
        if inside and _leaves(page, place, clause) and not _hangs(page, place, phrase):
            return place
    return end


def _predicate(page: Page, clause: Clause, place: int, value: int) -> bool:
    """As in "hält die Fusion für rechtlich nicht gedeckt": a participle of what an object is called, not of the act."""
    participle = page.token(place).tag == "VVPP" and page.token(place).lemma != clause.lemma
    return participle and 0 < value < place


def valued(page: Page, clause: Clause, first: int) -> int | None:
    """Where behind an object "als Verbrechen" or "auf 4.000" begins: what it is called or counted."""
    for place in reversed(page.own(clause)):
        if place < first:
            return None
        named = page.form(place) in page.words("as being") and page.token(place).tag == "KOKOM"
        if named and page.token(min(place + 1, clause.last)).tag != "CARD":
            return place
        if page.form(place) in page.words("held for") and clause.lemma in page.words("holding"):
            return place
        behind = (p for p in range(place + 1, min(place + 5, clause.last)) if page.token(p).tag not in _BOUNDING)
        with_it = clause.lemma in page.words("giving a number")
        onto = page.words("onto") | page.words("with") if with_it else page.words("onto")
        number = next(behind, None) if page.form(place) in onto else None
        if number is not None and (page.token(number).tag == "CARD" or page.form(number) in page.words("many")):
            return place
    return None


def _stops(page: Page, place: int, stops: tuple[str, ...]) -> bool:
    number = page.phrase_of[place]
    if number < 0 or not stops:
        return page.token(place).tag == "APPR" and page.form(place + 1) in stops  # "von sich"
    phrase = page.text.phrases[number]
    return phrase.first == place and page.token(phrase.head).form in stops


def _manner(page: Page, place: int) -> bool:
    """Whether "in einer Erklärung" begins here: it tells how the act was done."""
    number = page.phrase_of[place]
    if number < 0 or page.form(place) not in page.words("places of words"):
        return False
    phrase = page.text.phrases[number]
    return phrase.first == place and of_noun(page, phrase.head) is not None


def _met(page: Page, place: int) -> bool:
    """Whether "bei einem Treffen" begins here: it tells where the act was done."""
    number = page.phrase_of[place]
    if number < 0 or page.form(place) not in page.words("at a meeting"):
        return False
    phrase = page.text.phrases[number]
    return phrase.first == place and page.token(phrase.head).lemma.lower().endswith(tuple(page.words("meetings")))


def _dated(page: Page, place: int) -> bool:
    """Whether a date begins here: it tells when the act was, not what it is about, as in "den Vertrag vom Mai"."""
    return page.form(place - 1) not in page.words("contracted von") and any(
        date.first == place for date in page.mentions.dates
    )


def _with_list(page: Page, clause: Clause) -> int:
    """The end of the clause, or of what a colon adds to its last phrase."""
    if page.form(clause.last) == ":" and not page.spoken[min(clause.last + 2, len(page.spoken) - 1)]:
        following = page.clause_of[clause.last + 1] if clause.last + 1 < len(page.clause_of) else -1
        if following >= 0 and page.text.clauses[following].kind is ClauseKind.FRAGMENT:
            return page.text.clauses[following].last
    return clause.last


def _hangs(page: Page, place: int, phrase: Phrase) -> bool:
    """Whether a clause tells what the object is; what a noun of saying tells is a statement of its own."""
    return of_noun(page, phrase.head) is None and tells_what(page, page.text.clauses[page.clause_of[place]])


def _leaves(page: Page, place: int, main: Clause) -> bool:
    """Whether a clause hangs beside the object rather than on it, also "fordert Geld, Riga zögert"."""
    clause = page.text.clauses[page.clause_of[place]]
    whole = clause.finite is not None and page.token(clause.first).tag != "APPR"  # not ", an der viele teilnehmen"
    part = clause.kind is ClauseKind.RELATIVE or (clause.kind is ClauseKind.FRAGMENT and not whole)
    return not part and clause.first == place and clause.parent in {None, main.number}
