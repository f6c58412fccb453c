"""The verbs of a clause: finite verb, participles, infinitives, separated prefix, and what they make together."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from kg.analyse.forms import known_word, mood_of, verb_lemma
from kg.analyse.future import is_future
from kg.analyse.tagger import Word
from kg.lang import Language
from kg.lang.words import PassiveForms, SeparablePrefixes
from kg.model import Mood
from kg.model.record import Record, record

__all__ = ["VerbGroup", "left_to_modal", "separated", "verb_group"]

_VERBAL = frozenset({"VV", "VA", "VM"})
"""The beginnings of the tags of verbs."""
_PARTICIPLES = frozenset({"VVPP", "VAPP", "VMPP"})
_INFINITIVES = frozenset({"VVINF", "VAINF", "VMINF", "VVIZU"})


@record
class VerbGroup(Record):
    """What the verbs of one clause make together."""

    places: tuple[int, ...]
    lemma: str
    mood: Mood | None
    passive: bool


def left_to_modal(words: list[Word], language: Language) -> None:
    """As in "soll 40 Panzer enthalten": what ends a sentence whose modal verb has no infinitive yet is one."""
    waiting = False
    for word, following in pairwise(words):
        if word.tag in _INFINITIVES or word.tag == "$.":
            waiting = False
        elif word.tag == "VMFIN":
            waiting = True
        elif waiting and word.tag == "ADJD" and following.tag == "$." and "VVINF" in word.can:
            word.tag, word.lemma = "VVINF", verb_lemma(word.low, "VVINF", language)


def verb_group(words: list[Word], places: list[int], finite: int | None, language: Language) -> VerbGroup:
    """Settles the tags of the clause's verbs and gathers them; `places` are its own tokens, in order."""
    for place in places:
        if place == finite or words[place].tag[0] == "V":
            _settle(words, place, finite, language)
    if finite is not None:
        _settle_future(words, places, finite, language)
    verbs = [place for place in places if words[place].tag[:2] in _VERBAL]
    prefix = _prefix(words, places, finite, language)
    mood = None if finite is None else mood_of(words[finite].low, language)
    full = _full_verb(words, verbs, finite)
    lemma = "" if full is None else words[full].lemma
    if prefix is not None and full == finite:
        words[prefix].tag = "PTKVZ"
        lemma = words[prefix].low + lemma
        verbs = sorted({*verbs, prefix})
    return VerbGroup(tuple(verbs), lemma, mood, _passive(words, verbs, language))


def _settle(words: list[Word], place: int, finite: int | None, language: Language) -> None:
    """A word that can be several verb forms is the finite one, or what the helping verb asks for."""
    word = words[place]
    verbal = [tag for tag in word.can if tag[:2] in _VERBAL]
    if place == finite:
        word.tag = next((tag for tag in word.can if tag.endswith("FIN")), "VVFIN")
    elif finite is not None and _attribute(words, place):
        word.tag = "ADJA"
    elif verbal:
        after_zu = place > 0 and words[place - 1].tag == "PTKZU"
        wanted = _INFINITIVES if after_zu else _INFINITIVES | _PARTICIPLES
        if finite is not None and words[finite].low in _pasts(language) and _PARTICIPLES & {*verbal}:
            wanted = _PARTICIPLES
        if finite is not None or after_zu:
            word.tag = next((tag for tag in verbal if tag in wanted), word.tag)
    word.lemma = verb_lemma(word.low, word.tag, language)


def _settle_future(words: list[Word], places: list[int], finite: int, language: Language) -> None:
    """What looks like a participle of the passive may be what somebody will do."""
    for place in places:
        if words[place].tag == "VVPP" and is_future(words, places, finite, place, language):
            words[place].tag, words[place].lemma = "VVINF", words[place].low


@cache
def _pasts(language: Language) -> frozenset[str]:
    return frozenset(form for row in language.table(PassiveForms).values() for form in row.past)


def _attribute(words: list[Word], place: int) -> bool:
    """ "sagte der als Anführer bezeichnete Mann": what might be a second finite verb stands before its noun."""
    word = words[place]
    if word.tag != "VVFIN" or "ADJA" not in word.can or place + 1 == len(words):
        return False
    return words[place + 1].tag in {"NN", "NE", "ADJA"}


def _prefix(words: list[Word], places: list[int], finite: int | None, language: Language) -> int | None:
    """The separated prefix: a known one at the end of the clause or before its comma, not followed by a noun phrase."""
    if finite is None or not words[finite].tag.startswith(("VV", "VA")):
        return None
    for place in reversed(places):
        if place <= finite:
            return None
        word = words[place]
        if _ends_field(words, place, places) and separated(words[finite], word, language):
            return place
    return None


def separated(finite: Word, word: Word, language: Language) -> bool:
    """Whether the word is a prefix that a verb has lost to the end of its clause: "mit" of "teilte"."""
    if word.form != word.low or word.low not in _prefixes(language):
        return False
    return known_word(word.low + verb_lemma(finite.low, "VVFIN", language), language)


@cache
def _prefixes(language: Language) -> frozenset[str]:
    return frozenset(form for row in language.table(SeparablePrefixes).values() for form in row.words)


def _ends_field(words: list[Word], place: int, places: list[int]) -> bool:
    """Nothing behind it, or only what may stand behind the verb: a comma, a colon, an und-clause."""
    following = place + 1
    if following >= len(words) or following not in places:
        return True
    return words[following].tag in {"KON", "KOKOM", "APPR", "APPRART", "ADV"} and words[place].tag != "APPR"


def _full_verb(words: list[Word], verbs: list[int], finite: int | None) -> int | None:
    """The verb that carries the meaning: the last participle or infinitive of a full verb, else the finite one."""
    if finite is not None and words[finite].tag == "VVFIN":
        return finite
    rest = [place for place in verbs if place != finite and words[place].tag.startswith("VV")]
    if rest:
        behind = [place for place in rest if finite is None or place > finite]
        return (behind or rest)[-1]
    if finite is not None:
        return finite
    return verbs[-1] if verbs else None


def _passive(words: list[Word], verbs: list[int], language: Language) -> bool:
    """A participle of a full verb with a form of the auxiliary of the passive."""
    if not any(words[place].tag == "VVPP" for place in verbs):
        return False
    helpers = language.table(PassiveForms).values()
    return any(
        words[place].lemma == row.infinitive or words[place].low == row.participle
        for row in helpers
        for place in verbs
        if words[place].tag.startswith("VA")
    )
