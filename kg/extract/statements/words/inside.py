"""Frames in the middle of a clause, which tell it as a whole: "Die Brücke ist laut X gesperrt"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.speakers.subjects import subject
from kg.extract.statements.words.content import scant, spanning
from kg.extract.statements.words.met import Met
from kg.extract.statements.words.torn import Parts, quotes
from kg.lang.saying import FrameKind
from kg.model import Clause, ClauseKind, Phrase, Span

__all__ = ["inside", "with_antecedent"]

_BOUNDS = frozenset({"ADV", "ADJD", "KOKOM", "PIAT", "APPR"})
"""Tags of what bounds a number in front of it: "mehr als", "bis zu"."""
_PREDICATES = frozenset({"VVPP", "ADJD"})
_WORDS = 5
"""Words that tell something without what stands before them: not "wieder freigelassen"."""
_SOME = 0.25
"""The share of a clause that words behind a frame have at least, where they tell the news alone."""


def inside(page: Page, frame: Met, top: Clause, parts: Parts) -> Span | None:
    """What a frame inside of a clause tells: all of it, or the words behind the frame that tell the news in full; None
    where it leads the clause or stands behind it."""
    front, behind = parts
    if front is None or behind is None or top.finite is None or frame.row.kind is FrameKind.INSERTED:
        return None
    main = top.kind is ClauseKind.MAIN and top.finite < frame.first
    if not (main or top.kind is ClauseKind.SUBORDINATE) or quotes(page, behind):
        return None
    parted = main and spanning(front, behind) is None and not scant(page, behind)
    news = parted and _news(page, frame, top, front, behind)
    return behind if news else _whole(page, top, front, behind)


def _whole(page: Page, top: Clause, front: Span, behind: Span) -> Span:
    """All of a clause; of "Im Gegenzug bekommt der Koch nach Angaben der Gewerkschaft drei Küchen und eine Halle",
    where a link and the doer stand in front, the words behind the frame, if they tell something and are longer."""
    whole = Span(front.start, behind.end)
    length = behind.end - behind.start
    enough = page.text.place_of(behind.end - 1) - page.text.place_of(behind.start) >= _WORDS - 1
    parted = enough and front.end - front.start <= length < (whole.end - whole.start) / 2
    return behind if parted and _links(page, top, front) else whole


def _links(page: Page, top: Clause, front: Span) -> bool:
    """As in "Im Gegenzug liefert Riga": a circumstance, a full verb and its subject."""
    voice = subject(page, top)
    full = top.finite is not None and page.token(top.finite).tag == "VVFIN"
    return full and _aside(page, front) and voice is not None and page.token(voice.first).start < front.end


def _news(page: Page, frame: Met, top: Clause, front: Span, behind: Span) -> bool:
    """As in "Bei dem Brand wurden laut X zwei Kräne zerstört", "Die Marine hat nach eigenen Angaben Minen geborgen":
    whether only when, where or who speaks stands in front."""
    if frame.origin.own:
        voice = subject(page, top)
        return voice is not None and page.token(voice.first).start == front.start
    share = (behind.end - behind.start) / (behind.end - front.start)
    led = _aside(page, front)
    stated = page.token(page.text.place_of(front.start)).tag in _PREDICATES
    done = top.finite is not None and page.token(top.finite).lemma in page.words("having")  # "Riga hat laut X 30 Boote"
    return (led or stated or done) and share >= _SOME and _counted(page, frame, behind)


def _counted(page: Page, frame: Met, behind: Span) -> bool:
    """As in "am Abend mindestens 30 Häuser zerstört": whether words begin with a number, but for the day, and go on."""
    last = page.text.place_of(behind.end - 1) + 1
    date = next((date for date in page.mentions.dates if frame.last <= date.first <= frame.last + 1), None)
    place = frame.last if date is None else date.last
    while place < last and page.token(place).tag in _BOUNDS:
        place += 1
    number = page.phrase_of[place] if place < last else -1
    return number >= 0 and _number(page, place) and page.text.phrases[number].last < last


def _number(page: Page, place: int) -> bool:
    """Whether a number stands at a place: "30", "Millionen"."""
    return page.token(place).tag == "CARD" or page.form(place) in page.words("many")


def with_antecedent(page: Page, frame: Met, clause: Clause, told: Span) -> Span:
    """What a frame in a relative clause tells, with the noun that the clause is about: "die Mischung, die laut X gegen
    das Gesetz verstößt"."""
    head = clause.first - 2
    number = page.phrase_of[head] if page.form(head + 1) == "," else -1
    if frame.origin.own or number < 0 or clause.opener != clause.first or told.start < page.token(frame.last).start:
        return told
    phrase = page.text.phrases[number]
    if phrase.head != head or _other_noun(page, clause, phrase):
        return told
    return Span(page.token(phrase.first + (phrase.preposition == phrase.first)).start, told.end)


def _other_noun(page: Page, clause: Clause, phrase: Phrase) -> bool:
    """As in "kam ins Haus, der laut X krank ist": a relative pronoun that cannot stand for the noun before it."""
    number = page.phrase_of[clause.first]
    gender = page.text.phrases[number].gender if number >= 0 else None
    contracted = page.token(phrase.first).tag == "APPRART"  # its gender is open
    return contracted or (None not in {gender, phrase.gender} and gender != phrase.gender)


def _aside(page: Page, words: Span) -> bool:
    """Whether words begin with a circumstance, so that who did it stands behind; not "zwischen 10 und 20 Boote"."""
    begin = page.text.place_of(words.start)
    counted = "CARD" in {page.token(begin + 1).tag, page.token(begin + 2).tag}
    return page.token(begin).tag in {"APPR", "APPRART", "ADV"} and not counted
