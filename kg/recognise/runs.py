"""Where a name of several words begins and ends that no table knows: "Western Digital", "IG Metall"."""

from __future__ import annotations

from kg.lang.nouns import Groups
from kg.recognise.nameshapes import is_day
from kg.recognise.scan import Scan

__all__ = ["begins_firm", "firm_begin", "glued", "is_role", "over_particles", "tells_town", "widened", "with_number"]

_WORDS = frozenset({"NE", "NN", "FM", "XY"})
_FOREIGN = frozenset({"NE", "FM", "XY"})
_DETERMINERS = frozenset({"ART", "APPRART", "PPOSAT", "PIAT", "PDAT", "ADJA", "CARD", "PRELAT"})
_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
_SHORT_FIGURE = 3
_LONGEST_FIRM = 4
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
    end = over_particles(scan, _right(scan, begin, last, taken))
    return begin, end + (end not in taken and end < len(scan.tokens) and _with_particle(scan, end))


def over_particles(scan: Scan, end: int) -> int:
    """Goes on over "do Norte", "dello Sport" behind a foreign name, and over a word that is no German one."""
    tokens = scan.tokens
    before = tokens[end - 1].tag if end else ""
    while end + 1 < len(tokens) and before in _FOREIGN and tokens[end].form in scan.joints["inside a foreign name"]:
        after = end + 1
        while after + 1 < len(tokens) and tokens[after].form.islower() and tokens[after].tag == "FM":
            after += 1
        foreign = tokens[end].tag in _FOREIGN or tokens[after].tag in _FOREIGN
        if not foreign or not tokens[after].form[0].isupper() or is_day(scan, tokens[after].form):
            return end
        end = after + 1 + _closes(scan, after + 1)
    return end


def _closes(scan: Scan, place: int) -> bool:
    """Whether one more word of a name stands there alone: "Folha de São Paulo"."""
    return _is_word(scan, place) and place + 1 < len(scan.tokens) and not scan.tokens[place + 1].form[0].isupper()


def with_number(scan: Scan, end: int) -> int:
    """Goes on over the figure of a department: "die MA 48"; not where what is counted follows."""
    tokens = scan.tokens
    figure = end < len(tokens) and tokens[end].form.isdigit() and len(tokens[end].form) <= _SHORT_FIGURE
    alone = end + 1 >= len(tokens) or tokens[end + 1].tag[0] in "$VKP" or tokens[end + 1].tag == "APPR"
    return end + (figure and alone and scan.joined(end - 2, "article"))


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
    return not german and token.form.lower() not in scan.lexicon.closed


def firm_begin(scan: Scan, position: int, taken: set[int], *, bare: bool) -> int:
    """Where the name of a firm begins that is called by somebody's name or a place: "Otto Halm GmbH", "Flughafen Wien
    AG"; `bare`: only its legal form stands at the position."""
    tokens = scan.tokens
    start = max(scan.text.sentence_at(position).first, position - _LONGEST_FIRM)
    begin = position
    while begin > start:
        token = tokens[begin - 1]
        free = begin - 1 not in taken or (bare and begin - 1 in scan.hits)
        part = free and token.form[0].isupper() and not is_day(scan, token.form)
        if not part or not ((bare and token.tag in _WORDS | {"ADJA"}) or token.form in scan.lexicon.genders):
            break
        begin -= 1
    return begin


def glued(scan: Scan, place: int) -> bool:
    """As in "des Blogs 4to7Mac": a name that begins with a figure and is cut in two."""
    first, second = scan.tokens[place : place + 2]
    figures = first.form[0].isdigit() and first.form[-1].isalpha() and second.form[0].isdigit()
    return figures and first.end == second.start and any(letter.isupper() for letter in second.form)


def begins_firm(scan: Scan, place: int) -> bool:
    """As in "General Motors": a rank or title that begins the name of a firm."""
    return place + 1 < len(scan.tokens) and scan.tokens[place + 1].form in scan.lexicon.designators


def tells_town(scan: Scan, place: int) -> bool:
    """As in "in Halmer Justizkreisen": the adjective of a town, tagged as a name, right before a noun for sources."""
    sense = scan.senses.get(place + 1)
    sources = sense is not None and isinstance(sense.row, Groups) and place not in scan.senses
    return sources and scan.tokens[place].tag in {"NE", "NN"} and scan.lexicon.is_seat(scan.tokens[place].form)
