"""Where a name of several words begins and ends that no table knows: "Western Digital", "IG Metall"."""

from __future__ import annotations

from kg.recognise.nameshapes import is_day
from kg.recognise.scan import Scan

__all__ = ["is_role", "widened"]

_WORDS = frozenset({"NE", "NN", "FM", "XY"})
_DETERMINERS = frozenset({"ART", "APPRART", "PPOSAT", "PIAT", "PDAT", "ADJA", "CARD", "PRELAT"})
_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
_MOST = 2
"""How many words a name is widened by on either side."""


def widened(scan: Scan, first: int, last: int, taken: set[int]) -> tuple[int, int]:
    """The name that a name by its tag or acronym belongs to, from the first to behind the last word.

    Words without article before it are part of it unless they tell what it is ("Konkurrent Halm"); words behind it
    only where the finite verb follows, as before that stands one part of the sentence alone.
    """
    begin = _left(scan, first, taken)
    if first == begin and scan.joined(first, "leading a name"):
        return first, last + (last not in taken and _is_word(scan, last))
    end = _right(scan, begin, last, taken)
    return begin, end + (end not in taken and end < len(scan.tokens) and _with_particle(scan, end))


def is_role(scan: Scan, place: int) -> bool:
    """Whether a word tells what somebody or something is: "Konkurrent", "Jagdethiker"."""
    form = scan.tokens[place].form.lower()
    return form.endswith(scan.joints["role ending"]) and form.removesuffix("e") not in scan.lexicon.genders


def _left(scan: Scan, first: int, taken: set[int]) -> int:
    start = scan.text.sentence_at(first).first
    begin = first
    while begin > max(start, first - _MOST) and begin - 1 not in taken and _is_word(scan, begin - 1):
        begin -= 1
    bare = begin == start or scan.tokens[begin - 1].tag not in _DETERMINERS
    longer = begin > start and first - begin == _MOST and _is_word(scan, begin - 1)
    return begin if bare and not longer else first


def _right(scan: Scan, first: int, last: int, taken: set[int]) -> int:
    sentence = scan.text.sentence_at(first)
    opens = first == sentence.first or (scan.tokens[first - 1].tag == "APPR" and first - 1 == sentence.first)
    end = last
    while opens and end < min(sentence.last, last + _MOST) and end not in taken and _is_word(scan, end):
        end += 1
    return end if end < sentence.last and scan.tokens[end].tag in _FINITE else last


def _with_particle(scan: Scan, place: int) -> bool:
    """As in "Raad al-Hussein": a particle joined to the last part of a name."""
    particle, _, rest = scan.tokens[place].form.partition("-")
    return particle in scan.lexicon.particles and rest[:1].isupper()


def _is_word(scan: Scan, place: int) -> bool:
    """Whether a word may be part of such a name: no noun of the tables, no German noun by its ending, no role."""
    if place >= len(scan.tokens):
        return False
    token = scan.tokens[place]
    if not token.form[0].isupper() or token.tag not in _WORDS or not token.form.isalpha():
        return False
    if place in scan.senses or place in scan.states or place in scan.hits or is_day(scan, token.form):
        return False
    german = scan.common_noun(place) or token.form in scan.lexicon.no_names or is_role(scan, place)
    return not german
