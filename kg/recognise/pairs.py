"""Personal names of two or three words that only their tags or commas show."""

from __future__ import annotations

from kg.lang.nouns import Offices, Titles
from kg.model import Actor
from kg.recognise.nameshapes import name_end, namelike
from kg.recognise.runs import is_role
from kg.recognise.scan import Scan
from kg.recognise.surnames import DETERMINERS, PersonName, known, named

__all__ = ["pair_at"]

_POST = 9
"""How many words of a post stand before its holder's name at most."""


def pair_at(scan: Scan, position: int, taken: set[int], full: dict[str, Actor]) -> PersonName | None:
    """Two or three words that are names by their tags; none of them a surname known from elsewhere in the article."""
    token = scan.tokens[position]
    shown = token.tag == "NE" or _between_commas(scan, position) or _like_adjective(scan, position)
    if not shown or not namelike(scan, position):
        return None
    if _follows(scan, position) or is_role(scan, position):
        return None
    end = name_end(scan, position, taken)
    if end == position + 1 and token.form in scan.lexicon.genders:
        return named(scan, position, end)
    if end == position + 1 and _whole_apposition(scan, position, end + 1):
        end += 1
    names = [token for token in scan.tokens[position:end] if token.form[0].isupper()]
    if not 2 <= len(names) <= 3 or not all(name.form.removesuffix(".").isalpha() for name in names):
        return None
    if names[-1].form.lower().endswith(scan.joints["abstract ending"]):
        return None
    if any(name.tag != "NE" for name in names[token.tag != "NE" :]) and not _whole_apposition(scan, position, end):
        return None
    return None if any(known(token.form, full) for token in names) else named(scan, position, end)


def _between_commas(scan: Scan, position: int) -> bool:
    """As in "der Sprecher, Giorgos Halm, …": an unknown noun and a name by its tag, as an apposition."""
    if position == 0 or scan.tokens[position - 1].form != ",":
        return False
    apart = any(token.form == "," for token in scan.tokens[position + 2 : position + 4])
    return apart and scan.tokens[position].tag == "NN" and not scan.common_noun(position)


def _follows(scan: Scan, position: int) -> bool:
    """Whether a word of a noun phrase or of a firm's name stands before: "die Studie Halm Global Safety Care"."""
    before = scan.tokens[position - 1] if position else None
    return before is not None and (before.tag in DETERMINERS or before.form in scan.lexicon.designators)


def _like_adjective(scan: Scan, position: int) -> bool:
    """As in "Aurelie Halm sagte": a first name that looks like an adjective, which no base form is known of."""
    token = scan.tokens[position]
    opens = scan.text.sentence_at(position).first == position
    return opens and token.tag == "ADJA" and token.lemma == token.form.lower()


def _whole_apposition(scan: Scan, first: int, last: int) -> bool:
    """As in "der Gesandte für Sport, Ibrahima Fall, …": a name by its tag and a word behind it, between commas."""
    tokens = scan.tokens
    apart = first > 0 and last < len(tokens) and tokens[first - 1].form == tokens[last].form == ","
    post = apart and any(isinstance(scan.senses[p].row, Offices | Titles) for p in _before(scan, first))
    return bool(post) and tokens[first].tag == "NE" and last - first == 2 and namelike(scan, last - 1)


def _before(scan: Scan, first: int) -> list[int]:
    """The places of nouns of the tables in the phrase before a comma."""
    start = scan.text.sentence_at(first).first
    return [place for place in range(max(start, first - _POST), first) if place in scan.senses]
