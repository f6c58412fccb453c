"""Names of organisations whose words show it by standing together: before a verb, or twice without an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kg.model import Actor, ActorKind, MentionForm
from kg.recognise.hits import Hit
from kg.recognise.nameshapes import is_day
from kg.recognise.owners import is_genitive_hit
from kg.recognise.runs import is_role
from kg.recognise.scan import Scan
from kg.recognise.unknown import unknown

__all__ = ["OrganisationName", "pairs", "papers"]

_WORDS = frozenset({"NE", "NN", "FM", "XY"})
_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
_DETERMINERS = frozenset({"ART", "APPRART", "PPOSAT", "PIAT", "PDAT", "ADJA", "CARD", "PRELAT"})
_OFTEN = 2


class OrganisationName(NamedTuple):
    """The name of an organisation in the text."""

    first: int
    last: int
    actor: Actor


def papers(scan: Scan) -> Iterator[OrganisationName]:
    """Foreign papers whose name a known one only begins: "Kenia Halm Tribune"."""
    for hit in scan.hits.values():
        last = _paper_end(scan, hit)
        if last > hit.last:
            name = scan.text.words(scan.text.span(hit.first, last))
            yield OrganisationName(hit.first, last, unknown(ActorKind.MEDIA_ORGANISATION, name))


def _paper_end(scan: Scan, hit: Hit) -> int:
    """Where such a name ends; the end of the known one otherwise."""
    end = hit.last
    while end < len(scan.tokens) and end < hit.last + 2 and scan.tokens[end].tag in _WORDS:
        end += 1
        if scan.joined(end - 1, "ending a paper"):
            return end
    return hit.last


def pairs(scan: Scan, taken: set[int]) -> Iterator[OrganisationName]:
    """Two words that are one name wherever the article has them: before a verb stands one part of a sentence alone,
    and two nouns without an article that meet again belong together."""
    words = {token.form for token in scan.capitals}
    found = [token for token in scan.capitals if _pair_at(scan, token.position, taken)]
    places = [token.position for token in found if token.form[-1] != "s" or token.form[:-1] not in words]
    forms = {place: (scan.tokens[place].form, scan.tokens[place + 1].form) for place in places}
    often = Counter(forms.values())
    again = {place for place in places if often[forms[place]] >= _OFTEN and place not in scan.hits}
    sure = {forms[place] for place in places if place in again or _before_verb(scan, place)}
    for place in places:
        if forms[place] in sure:
            actor = unknown(ActorKind.ORGANISATION, " ".join(forms[place]))
            yield OrganisationName(place, place + 2, actor)


def _pair_at(scan: Scan, place: int, taken: set[int]) -> bool:
    """Whether two words with a capital stand there that may be a name: the first no German noun, nothing before it."""
    if place + 1 == len(scan.tokens):
        return False
    first, second = scan.tokens[place], scan.tokens[place + 1]
    if first.tag not in _WORDS or second.tag not in _WORDS or not second.form[0].isupper():
        return False
    state = _is_state(scan, place)
    if place + 1 >= scan.text.sentence_at(place).last or (place in taken and not state) or place + 1 in taken:
        return False
    if first.form.isupper() or not (first.form.isalpha() and second.form.isalpha()):
        return False
    return (state or _foreign(scan, place)) and _free(scan, place) and _closing(scan, place + 1)


def _is_state(scan: Scan, place: int) -> bool:
    """As in "Japan Halmtec": a state, not in the genitive, before a word that is no German noun."""
    hit = scan.hits.get(place)
    if hit is None or hit.last != place + 1 or hit.meanings[0].form is not MentionForm.NAME:
        return False
    actor = scan.lexicon.gazetteer.actors.get(hit.meanings[0].key)
    own = actor is not None and actor.kind is ActorKind.STATE and not is_genitive_hit(scan, place)
    return own and not scan.common_noun(place + 1)


def _foreign(scan: Scan, place: int) -> bool:
    """Whether a word is nothing that the tables know and no German noun by its ending; "Ars" is no genitive of "Ar"."""
    token = scan.tokens[place]
    if place in scan.senses or place in scan.hits or place in scan.states or token.form.lower() in scan.lexicon.closed:
        return False
    german = scan.common_noun(place) and (token.form != f"{token.lemma}s" or len(token.form) > len("Ars"))
    genitive = token.tag == "NE" and token.form.endswith("s") and token.lemma == token.form[:-1]
    day = is_day(scan, token.form) or scan.joined(place, "time")
    return not german and not genitive and not day and not is_role(scan, place)


def _free(scan: Scan, place: int) -> bool:
    """Whether neither an article nor another name stands before a word."""
    if scan.text.sentence_at(place).first == place:
        return True
    before = scan.tokens[place - 1]
    return before.tag not in _DETERMINERS and not (before.form[0].isupper() and before.tag in _WORDS)


def _closing(scan: Scan, place: int) -> bool:
    """Whether a word may end such a name: no day, no title, nothing longer behind it."""
    token = scan.tokens[place]
    behind = scan.tokens[place + 1] if place + 1 < len(scan.tokens) else None
    longer = behind is not None and behind.form[0].isupper() and behind.tag in _WORDS
    known = place in scan.senses or place in scan.states or place in scan.hits
    return not longer and not known and not is_day(scan, token.form)


def _before_verb(scan: Scan, place: int) -> bool:
    """Whether the two words alone, or behind a preposition, stand before the verb that is second in its sentence."""
    begin = scan.text.sentence_at(place).first
    led = place == begin or (place == begin + 1 and scan.tokens[begin].tag == "APPR")
    behind = place + 2
    name = place in scan.hits or scan.tokens[place].tag != "NN" or scan.tokens[place + 1].tag != "NN"
    return led and name and behind < len(scan.tokens) and scan.tokens[behind].tag in _FINITE
