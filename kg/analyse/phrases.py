"""Noun phrases: preposition, determiner, adjectives, head; with the cases that their endings leave open."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.analyse.tagger import Word
from kg.lang import Language
from kg.lang.words import Determiner, PluralEnds
from kg.model import Phrase

__all__ = ["phrases"]

_DETERMINERS = frozenset({"ART", "PDAT", "PPOSAT", "PIAT", "APPRART"})
_PRONOUNS = frozenset({"PPER", "PIS", "PDS", "PRELS"})
_HEADS = frozenset({"NN", "NE"})
_INNER = frozenset({"ADJA", "CARD", "TRUNC"})
_NOMINAL = _HEADS | _INNER
_BEFORE_PARTICIPLE = frozenset({"APPR", "APPRART", "PRF", "ADV", "ADJD", "KOKOM", "PTKNEG"})
"""What can follow the determiner of "einem am Montag veröffentlichten Interview"."""
_OPEN = frozenset(f"{case}.{kind}" for case in ("nom", "gen", "dat", "acc") for kind in ("m", "f", "n", "pl"))
_ADJECTIVAL = ("er", "es", "en", "e")
_THEM = frozenset({"acc.m", "dat.pl"})
_OBLIQUE = frozenset(reading for reading in _OPEN if not reading.startswith("nom"))
_QUOTES = frozenset("„“”\"»«‚‘’›‹'")
_FIRST = frozenset({"APPR", "ADV", *_DETERMINERS, *_PRONOUNS, *_HEADS, *_INNER})
"""What a phrase can begin with, beside a quotation mark and what may be an article."""


def phrases(words: list[Word], bounds: list[tuple[int, int]], language: Language) -> tuple[Phrase, ...]:
    """The noun phrases of all sentences, given as half-open position bounds, in the order of the text."""
    found: list[Phrase] = []
    for first, last in bounds:
        place = first
        while place < last:
            word = words[place]
            begins = word.tag in _FIRST or "ART" in word.can or word.form in _QUOTES
            phrase = _phrase(words, place, last, language) if begins else None
            if phrase is None:
                place += 1
            else:
                found.append(phrase)
                place = phrase.last
    return tuple(found)


def _phrase(words: list[Word], first: int, last: int, language: Language) -> Phrase | None:
    place = first
    preposition = None
    if words[place].tag in {"APPR", "APPRART"}:
        preposition = None if _limits(words, place, last) else place
        place += words[place].tag == "APPR"
        place += 2 * _bounded(words, place, last) + _ranged(words, place, last)
    if place < last and "ART" in words[place].can and _participle(words, place + 1, place, last) is not None:
        words[place].tag = "ART"
    if place < last and words[place].tag in _PRONOUNS:
        return _made(words, (first, place + 1, place), preposition, language)
    begin = place
    while place < last and _belongs(words, place, begin, last):
        place += 1
        inner = _participle(words, place, begin, last)
        place = place if inner is None else inner
    if place == last or words[place].tag not in _HEADS:
        return None
    head = place
    while head + 1 < last and words[head + 1].tag in _HEADS and not _two(words[begin], words[head], words[head + 1]):
        head += 1
    return _made(words, (first, head + 1, head), preposition, language)


def _two(opening: Word, word: Word, following: Word) -> bool:
    """As in "nach Ansicht von Experten Devisen", "nach Angaben des Ministeriums Kredite": a noun in the plural, or in
    the genitive of the article before, is no title with the noun behind it as its name."""
    if not all(each.tag == "NN" and each.form != each.lemma for each in (word, following)):
        return False
    genitive = opening.tag in _DETERMINERS and opening.low.endswith("es") and word.low.endswith("s")
    if genitive:
        return following.low.endswith(("e", "n", "er"))
    return word.low.endswith("n") and following.low.endswith("n")


def _limits(words: list[Word], place: int, last: int) -> bool:
    """As in "bis zu 40 Soldaten": the two prepositions bound the number and govern no case."""
    twice = words[place].tag == "APPR" and place > 0 and words[place - 1].tag == "APPR"
    return twice and place + 1 < last and words[place + 1].tag == "CARD"


def _bounded(words: list[Word], place: int, last: int) -> bool:
    """As in "von mehr als 40 Soldaten": a bound of the number stands before it."""
    if place + 2 >= last or words[place + 1].tag != "KOKOM":
        return False
    return words[place].tag in {"ADV", "ADJD", "PIAT", "PIS"} and words[place + 2].tag == "CARD"


def _ranged(words: list[Word], place: int, last: int) -> int:
    """As in "von mindestens 3.000 bis 4.000 Soldaten": how many words stand before the second number."""
    skip = int(words[place].tag == "ADV") if place < last else 0
    span = words[place + skip : min(place + skip + 3, last)]
    ranged = len(span) == 3 and span[0].tag == span[2].tag == "CARD" and "APPR" in span[1].can
    return skip + 2 if ranged and len(span[1].can) > 1 else 0


def _participle(words: list[Word], place: int, begin: int, last: int) -> int | None:
    """As in "einem am Montag veröffentlichten Interview": where the closing participle stands."""
    if place != begin + 1 or place >= last or words[place].tag not in _BEFORE_PARTICIPLE:
        return None
    if _DETERMINERS.isdisjoint((words[begin].tag, *words[begin].can)) or _inflected(words, place, last):
        return None
    for ahead in range(place, min(place + 9, last - 1)):
        if words[ahead].tag.endswith("FIN") or words[ahead].tag in {"$,", "$.", "KOUS", "PPER"}:
            return None
        if words[ahead].tag == "ADJA" and ahead > place and words[ahead + 1].tag in _NOMINAL:
            before = words[ahead - 1].tag
            if before in {"NN", "NE", "ADV", "ADJD", "CARD", "APPR", "PTKNEG"} and words[begin].tag != "PRELS":
                return ahead
    return None


def _inflected(words: list[Word], place: int, last: int) -> bool:
    """As in "ein ranghoher Militär": an adjective between article and noun that the tagger has not known."""
    if not 0 < place < last - 1 or words[place].tag != "ADJD" or words[place + 1].tag not in _HEADS:
        return False
    return words[place - 1].tag in _DETERMINERS and words[place].low.endswith(_ADJECTIVAL)


def _belongs(words: list[Word], place: int, begin: int, last: int) -> bool:
    """Whether a word can stand between the beginning of a phrase and its head."""
    word = words[place]
    if word.tag in _DETERMINERS or word.tag in _INNER:
        return True
    opened = begin > 0 and words[begin - 1].tag == "APPR" and word.tag in {"ADV", "ADJD"}
    inside = place > begin or word.form in _QUOTES or opened
    following = words[place + 1] if place + 1 < last else None
    if following is None or not inside:
        return False
    if word.form in _QUOTES:
        graded = following.tag in {"ADV", "ADJD"} and place + 2 < last and words[place + 2].tag == "ADJA"
        behind = words[begin - 1].tag == "APPR" and following.tag == "PIAT"
        return following.tag in _NOMINAL or graded or behind
    if word.tag in {"ADV", "ADJD", "PTKNEG"}:
        compared = opened and following.tag == "PIAT"
        return following.tag in {"ADJA", "CARD"} or compared or _inflected(words, place, last)
    if word.tag == "KON" or word.form == ",":
        joined = _NOMINAL if word.tag == "KON" else _INNER
        return words[place - 1].tag in {"ADJA", "TRUNC", "CARD"} and following.tag in joined
    return False


def _made(words: list[Word], ends: tuple[int, int, int], preposition: int | None, language: Language) -> Phrase:
    first, last, head = ends
    cases, plural, gender = _told(_readings(words, first, head, preposition, language))
    before = words[first:head]
    counted = bool(before) and any(word.tag == "CARD" and word.form not in {"1", "ein"} for word in before)
    return Phrase(
        first, last, head, preposition, cases, True if counted else plural, None if counted else gender
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _told(readings: frozenset[str]) -> tuple[frozenset[str], bool | None, str | None]:
    """The cases that readings leave open, number and gender where they agree on one."""
    numbers = {reading.endswith(".pl") for reading in readings}
    genders = {reading.partition(".")[2] for reading in readings} - {"pl"}
    return (
        frozenset(reading.partition(".")[0] for reading in readings),
        numbers.pop() if len(numbers) == 1 else None,
        genders.pop() if len(genders) == 1 else None,
    )


def _readings(words: list[Word], first: int, head: int, preposition: int | None, language: Language) -> frozenset[str]:
    forms, endings = _table(language)
    allowed = _OBLIQUE if preposition is not None else _OPEN
    for place in range(first, head + 1):
        word = words[place]
        if place == preposition:
            continue
        if word.tag in _DETERMINERS or word.tag in _PRONOUNS:
            known = forms.get(word.low)
            if known is None:
                return allowed
            return _narrowed(known & allowed, words, (place, head), language) or allowed
        if word.tag == "ADJA" and word.form[0].isalpha():
            known = next((endings[end] for end in ("em", "en", "er", "es", "e") if word.low.endswith(end)), _OPEN)
            if {"nom.m", "gen.pl"} <= known and words[head].tag == "NN" and words[head].form != words[head].lemma:
                known &= {"gen.pl"}
            return _narrowed(known & allowed, words, (head, head), language) or allowed
    if words[head].tag == "NN" and words[head].form != words[head].lemma and not words[head].low.endswith("s"):
        return frozenset(reading for reading in allowed if reading.endswith(".pl")) or allowed
    return allowed


def _narrowed(readings: frozenset[str], words: list[Word], ends: tuple[int, int], language: Language) -> frozenset[str]:
    """As in "die russischen Truppen": a weak adjective or a plural form of the noun after "die" tells the number."""
    determiner, head = ends
    if readings == _THEM and words[head].tag == "NN":
        return readings & _plural_or_not(words[head].form, words[head].lemma)
    following = words[determiner + 1] if determiner < head else None
    weak = following is not None and following.tag == "ADJA" and following.low.endswith("en")
    if weak and "nom.m" in readings and words[determiner].tag == "ART":
        return readings - {"nom.m"}
    if {"nom.n", "gen.n"} <= readings and words[head].form != words[head].lemma and words[head].low.endswith("s"):
        return readings & {"gen.m", "gen.n"}
    if not {"nom.f", "nom.pl"} <= readings:
        return readings
    many, both = _plural_ends(language)
    plural = words[head].tag == "NN" and words[head].lemma != words[head].form
    if following is not None and following.tag in {"ADJA", "PIAT"}:
        plural = following.low.endswith("en")
    elif not plural and words[head].low.endswith(both):
        return readings
    keep = ".pl" if plural or words[head].low.endswith(many) else ".f"
    return frozenset(reading for reading in readings if reading.endswith(keep))


def _plural_or_not(form: str, lemma: str) -> frozenset[str]:
    """What "den" is before a noun: singular before its plain form, plural before another one."""
    if form == lemma or not (form.endswith("n") or form == lemma + "s"):
        return frozenset({"acc.m"})
    weak = form in {lemma + "n", lemma + "en"} and not lemma.endswith(("er", "el"))
    return _THEM if weak else frozenset({"dat.pl"})


@cache
def _plural_ends(language: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ends of nouns that are many, and of those that may be one or many."""
    rows = language.table(PluralEnds).values()
    many, both = (tuple(end for row in rows if row.both is told for end in row.ends) for told in (False, True))
    return many, both


@cache
def _table(language: Language) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Readings by whole form, and by strong adjective ending."""
    forms: dict[str, frozenset[str]] = {}
    endings: dict[str, frozenset[str]] = {}
    for row in language.table(Determiner).values():
        readings = frozenset(row.readings)
        for form in (*row.words, *(stem + row.ending for stem in row.stems)):
            forms[form] = forms.get(form, frozenset()) | readings
        if not row.words and not row.stems:
            endings[row.ending] = readings
    return forms, endings
