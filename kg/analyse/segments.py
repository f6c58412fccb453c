"""Stretches between commas, colons, dashes and quotation marks: the building blocks of clauses."""

from __future__ import annotations

from kg.analyse.finite import (
    behind_subject,
    both_finite,
    finite_verb,
    goes_on,
    helped_by_modal,
    pointing,
    second_field,
    sure_verb,
    told_behind,
    told_on,
    verbal,
)
from kg.analyse.relatives import ends_in_verb, relative
from kg.analyse.several import several_go_on
from kg.analyse.tagger import Word
from kg.model import ClauseKind
from kg.model.record import Record, record

__all__ = ["Segment", "segments"]

_DASHES = frozenset("–—-")
_WALLS = frozenset({",", ";", ":", "(", ")", "[", "]", "|", *_DASHES})
_MARKS = frozenset("„“”\"»«‚‘’›‹'")
_VERB_LAST = frozenset({ClauseKind.SUBORDINATE, ClauseKind.RELATIVE})


@record
class Segment(Record):
    """Tokens between two walls, and what they say about the clause that they belong to."""

    places: tuple[int, ...]
    wall: str
    """The mark before it: one of `,;:()–` or "" at the beginning."""
    kind: ClauseKind | None
    """What its opening word makes it; None where no word opens a clause."""
    opener: int | None
    finite: int | None
    sure: bool
    """Whether the finite verb can be nothing else."""
    zu: bool
    """Whether it holds a zu-infinitive."""
    coordinated: bool
    """Whether "und", "oder", "aber" stand at its beginning."""


def segments(words: list[Word], places: list[int]) -> list[Segment]:
    """Cuts a unit at its walls and at coordinated clauses."""
    found: list[Segment] = []
    wall, current = "", list[int]()
    for place in places:
        form = words[place].form
        if form in _WALLS or words[place].tag == "$.":
            _add(found, words, current, wall)
            quoted = not current and wall == ":"  # "X nannte es falsch: „…“, sagte er"
            wall, current = wall if quoted else form, []
        elif form not in _MARKS:
            current.append(place)
    _add(found, words, current, wall)
    verbless = bool(found) and all(other.finite is None or other.kind is not None for other in found)
    verb = pointing(words, list(found[0].places)) if verbless and found[0].kind is None else None
    if verb is not None:
        found[0] = found[0]._replace(finite=verb, sure=True)
    for number, segment in enumerate(found[1:], start=1):
        lone = segment.kind is None and segment.finite is None and segment.wall == ","
        acting = behind_subject(words, list(segment.places)) if lone else None
        if acting is not None:
            found[number] = segment._replace(finite=acting, sure=True)
    return found


def _add(found: list[Segment], words: list[Word], places: list[int], wall: str) -> None:
    if not places:
        return
    cut = _coordination(words, places)
    if cut is None:
        found.append(_segment(words, places, wall))
    else:
        found.append(_segment(words, places[:cut], wall))
        _add(found, words, places[cut:], "")


def _coordination(words: list[Word], places: list[int]) -> int | None:
    """Where "und" joins two clauses that each have a finite verb."""
    joints = [at for at in range(1, len(places) - 1) if words[places[at]].tag == "KON"]
    verb_last = bool(joints) and _opener(words, places)[0] in _VERB_LAST
    for cut in joints:
        left, right = places[:cut], places[cut + 1 :]
        if _joins_nouns(words, right) or helped_by_modal(words, left, right):
            continue
        if verb_last and both_finite(words, left, right):
            words[right[-1]].tag, words[right[-1]].can = "VVFIN", ("VVFIN",)
            return cut
        if _past_infinitive(words, left, right):
            return cut
        acting = None if verb_last else several_go_on(words, left, right)
        if acting is not None:
            for place in (acting, right[0]):
                words[place].tag, words[place].can = "VVFIN", ("VVFIN",)
            return cut
        if _has_verb(words, left, right) and (
            any(sure_verb(words, place) for place in right)
            or _opener(words, right)[0] is not None
            or goes_on(words, left, right[0])
        ):
            return cut
    return None


def _past_infinitive(words: list[Word], left: list[int], right: list[int]) -> bool:
    """As in "die Fähre zu retten und angekündigt": behind the infinitive, the participle of the clause around it."""
    ended = words[left[-1]].can[0] == "VVIZU" or words[left[-1] - 1].tag == "PTKZU"
    again = "VVPP" in words[right[-1]].can and "VVINF" not in words[right[-1]].can
    return ended and again and not any(verbal(words, place) for place in right[:-1])


def _joins_nouns(words: list[Word], right: list[int]) -> bool:
    """As in "X nannte den Pakt zwischen A und B falsch und forderte …": the verb stands right behind the next "und"."""
    first = next((at for at, place in enumerate(right) if sure_verb(words, place)), 0)
    return first > 1 and words[right[first - 1]].tag == "KON"


def _has_verb(words: list[Word], left: list[int], right: list[int]) -> bool:
    """Whether the left side has a finite verb; a doubtful one counts before a sure one, and last before "und ob"."""
    if any(sure_verb(words, place) for place in left):
        return True
    doubtful = [place for place in left if "VVFIN" in words[place].can]
    if not doubtful or not right:
        return False
    return sure_verb(words, right[0]) or (
        left[-1] in doubtful and {_opener(words, left)[0], _opener(words, right)[0]} <= _VERB_LAST
    )


def _segment(words: list[Word], places: list[int], wall: str) -> Segment:
    coordinated = words[places[0]].tag == "KON"
    body = places[1:] if coordinated and len(places) > 1 else places
    kind, opener = _opener(words, body)
    zu = any(words[place].tag == "PTKZU" or words[place].can[0] == "VVIZU" for place in body)
    finite, sure = finite_verb(words, body, last=kind in _VERB_LAST)
    if kind is ClauseKind.INFINITIVE and not zu:
        kind, opener = None, None
    if coordinated and kind is None and finite is not None and told_on(words, body, finite, wall):
        sure = sure or {"VVFIN", "VVPP"} <= set(words[finite].can)
    if not coordinated and kind is None and finite is not None:
        sure = sure or told_behind(words, body, finite, wall)
    return Segment(tuple(places), wall, kind, opener, finite, sure, zu, coordinated)


def _opener(words: list[Word], body: list[int]) -> tuple[ClauseKind | None, int | None]:
    """The kind of clause that the first words open, and the position of the opening word."""
    if not body:
        return None, None
    head = words[body[0]]
    if "KOUI" in head.can and any(words[place].tag == "PTKZU" or "VVIZU" in words[place].can for place in body):
        return ClauseKind.INFINITIVE, body[0]
    skip = 1 if head.tag in {"APPR", "APPRART", "ADV"} and len(body) > 1 and "KOUS" not in head.can else 0
    word = words[body[skip]]
    adverb = len(word.can) > 1 and _second(words, body[skip:])  # "Damit hat Moskau …"
    alone = skip == 1 and len(body) == 2  # "Je nachdem, …"
    if (
        "KOUS" in word.can
        and not (adverb or alone)
        and (skip == 0 or head.tag == "ADV")
        and _subordinates(words, body[skip:])
    ):
        return ClauseKind.SUBORDINATE, body[skip]
    if "PWAV" in word.can and _subordinates(words, body[skip:]) and not _second(words, body[skip:]):
        return ClauseKind.SUBORDINATE, body[skip]
    led = skip == 0 or head.tag != "ADV" or verbal(words, body[-1])  # "…, so der Sender am Montag"
    may = led and "PRELS" in word.can and body[0] > 0 and not word.form[0].isupper()
    if may and relative(words, body[skip:]):
        return ClauseKind.RELATIVE, body[skip]
    return None, None


def _subordinates(words: list[Word], body: list[int]) -> bool:
    """A conjunction that is nothing else always opens; one that may be a preposition needs a verb at the end."""
    if words[body[0]].can == ("KOUS",):
        return True
    if {"APPR", "KOKOM"} & set(words[body[0]].can):
        more = len(body) > 2 and words[body[1]].tag == "CARD" and words[body[0] - 1].tag == "ADV"  # "mehr als 200"
        if [words[place].tag for place in body[1:3]] == ["APPR", "CARD"]:  # "bis zu 900 Mann schicken"
            return False
        early = any(sure_verb(words, place) for place in body[:-3])
        ends = verbal(words, body[-1]) and (words[body[-1]].can[0] != "VVPP" or len(words[body[-1]].can) > 1)
        behind = words[body[0] - 1].form in {")", "]"}  # "hat Holm (40) seit Mai Boote verkauft"
        early = early or behind or second_field(words, body)  # "Als Lohn solle Minsk …"
        return len(body) > 2 and ends and not (early or more or words[body[-2]].tag == "PTKZU")
    return ends_in_verb(words, body)


def _second(words: list[Word], body: list[int]) -> bool:
    """Whether the finite verb stands right behind the question word: a direct question."""
    return len(body) > 2 and sure_verb(words, body[1])
