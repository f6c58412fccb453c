"""Noun phrases: preposition, determiner, adjectives, head; with the cases that their endings leave open."""

from __future__ import annotations

from functools import cache

from kg.analyse.readings import DETERMINERS, PRONOUNS, readings, told
from kg.analyse.tagger import Word
from kg.lang import Language
from kg.lang.dates import DateWords
from kg.model import Phrase

__all__ = ["phrases"]

_HEADS = frozenset({"NN", "NE"})
_INNER = frozenset({"ADJA", "CARD", "TRUNC"})
_NOMINAL = _HEADS | _INNER
_BEFORE_PARTICIPLE = frozenset({"APPR", "APPRART", "PRF", "ADV", "ADJD", "KOKOM", "PTKNEG"})
"""What can follow the determiner of "einem am Montag veröffentlichten Interview"."""
_WITHIN_PARTICIPLE = frozenset({"NN", "NE", "ADV", "ADJD", "CARD", "APPR", "PTKNEG", "PPER"})
"""What can stand before the participle there."""
_ADJECTIVAL = ("er", "es", "en", "e")
_OBLIQUE = ("m", "n", "r")
"""Ends of articles with which "vergangene Woche" does not agree."""
_QUOTES = frozenset("„“”\"»«‚‘’›‹'")
_FIRST = frozenset({"APPR", "ADV", *DETERMINERS, *PRONOUNS, *_HEADS, *_INNER})
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
    if place < last and "ART" in words[place].can and _participle(words, place + 1, place, last, language) is not None:
        words[place].tag = "ART"
    if place < last and words[place].tag in PRONOUNS:
        return _made(words, (first, place + 1, place), preposition, language)
    begin = place
    while place < last and _belongs(words, place, begin, last):
        place += 1
        doubled = place == begin + 1 and place < last and words[place].tag == "ART" == words[begin].tag
        inner = _before_somebody(words, place, last) if doubled else _participle(words, place, begin, last, language)
        place = place if inner is None else inner
    if place == last or words[place].tag not in _HEADS:
        return None
    head = place
    while head + 1 < last and words[head + 1].tag in _HEADS and not _two(words[begin], words[head], words[head + 1]):
        if words[head].form in _calendar(language) and _is_thing(words[head + 1], language):
            break  # "kündigte für Mai Wahlen an"
        head += 1
    return _made(words, (first, head + 1, head), preposition, language)


def _two(opening: Word, word: Word, following: Word) -> bool:
    """As in "nach Ansicht von Experten Devisen", "nach Angaben des Ministeriums Kredite": a noun in the plural, or in
    the genitive of the article before, is no title with the noun behind it as its name."""
    if not all(each.tag == "NN" and each.form != each.lemma for each in (word, following)):
        return False
    genitive = opening.tag in DETERMINERS and opening.low.endswith("es") and word.low.endswith("s")
    if genitive:
        return following.low.endswith(("e", "n", "er"))
    return word.low.endswith("n") and following.low.endswith("n")


def _is_thing(word: Word, language: Language) -> bool:
    """Whether a noun is no time itself: "Montag Abend", "Montag Mai"."""
    return (
        word.tag == "NN" and word.form not in _times(language)[0] and word.low not in _date_words(language)["daypart"]
    )


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


def _participle(words: list[Word], place: int, begin: int, last: int, language: Language) -> int | None:
    """As in "einem am Montag veröffentlichten Interview": where the closing participle stands."""
    if place != _counted(words, begin) + 1 or place >= last:
        return None
    if words[place].tag not in _BEFORE_PARTICIPLE and not _dated(words, place, last, language):
        return place + 1 if place == begin + 2 and _measured(words, place, last) else None
    if DETERMINERS.isdisjoint((words[begin].tag, *words[begin].can)) or _inflected(words, place, last):
        return None
    for ahead in range(place, min(place + 9, last - 1)):
        lone = words[ahead].tag == "PPER" and words[ahead - 1].tag != "APPR"  # not "einen von ihm gelobten Plan"
        if lone or words[ahead].tag.endswith("FIN") or words[ahead].tag in {"$,", "$.", "KOUS"}:
            return None
        if words[ahead].tag == "ADJA" and ahead > place and words[ahead + 1].tag in _NOMINAL:
            before = words[ahead - 1].tag
            by_her = before == "PPOSAT" and "PPER" in words[ahead - 1].can and words[ahead].low.endswith(("e", "en"))
            if (by_her or before in _WITHIN_PARTICIPLE) and words[begin].tag != "PRELS":
                return ahead
    return None


def _measured(words: list[Word], noun: int, last: int) -> bool:
    """As in "dem 40 Seiten umfassenden Papier": whether right behind a noun with a number stands the participle of the
    present that governs it."""
    if noun + 2 >= last or words[noun].tag != "NN" or words[noun + 2].tag not in _NOMINAL:
        return False
    return words[noun + 1].tag == "ADJA" and words[noun + 1].lemma.endswith("end")


def _before_somebody(words: list[Word], place: int, last: int) -> int | None:
    """As in "aus dem der Agentur vorliegenden Papier": where the participle stands behind a second article's name."""
    for ahead in range(place + 2, min(place + 9, last - 1)):
        if words[ahead].tag == "ADJA" and words[ahead].lemma != words[ahead].low and words[ahead + 1].tag in _NOMINAL:
            return ahead if words[ahead].lemma.endswith("en") else None
        if words[ahead].tag not in {"NN", "NE", "$("}:
            return None
    return None


def _counted(words: list[Word], begin: int) -> int:
    """The last of a determiner and the number behind it: "die 900 nach Mali verlegten Soldaten"."""
    return begin + (begin + 1 < len(words) and words[begin + 1].tag == "CARD" and words[begin].tag in DETERMINERS)


def _dated(words: list[Word], place: int, last: int, language: Language) -> bool:
    """As in "einer Mitte Mai vorgelegten Studie", "die vergangene Woche verlegten Truppen": a time without "am"."""
    times, begins = _times(language)
    noun = place + 1
    if noun + 1 >= last or words[noun].form not in times or words[noun + 1].tag in _HEADS:
        return False
    week = words[place].tag == "ADJA" and words[place].low.endswith("e") and words[noun].low.endswith("e")
    return words[place].form in begins or (week and words[place - 1].low.endswith(_OBLIQUE))


@cache
def _calendar(language: Language) -> frozenset[str]:
    """The names of months and weekdays."""
    listed = _date_words(language)
    return listed["month"] | listed["weekday"]


@cache
def _times(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The nouns of time, and the words that tell a part of one: "Anfang", "Mitte"."""
    listed = _date_words(language)
    nouns = (listed[key] for key, row in language.table(DateWords).items() if row.trigger)
    return frozenset[str]().union(*nouns), listed.get("part", frozenset())


@cache
def _date_words(language: Language) -> dict[str, frozenset[str]]:
    """The single words of each row of dates, without what they mean."""
    table = language.table(DateWords)
    return {key: frozenset(" ".join(e.partition("=")[0] for e in row.words).split()) for key, row in table.items()}


def _inflected(words: list[Word], place: int, last: int) -> bool:
    """As in "ein ranghoher Militär": an adjective between article and noun that the tagger has not known."""
    if not 0 < place < last - 1 or words[place].tag != "ADJD" or words[place + 1].tag not in _HEADS:
        return False
    return words[place - 1].tag in DETERMINERS and words[place].low.endswith(_ADJECTIVAL)


def _belongs(words: list[Word], place: int, begin: int, last: int) -> bool:
    """Whether a word can stand between the beginning of a phrase and its head."""
    word = words[place]
    if word.tag in DETERMINERS or word.tag in _INNER:
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
    cases, plural, gender = told(readings(words, first, head, preposition, language))
    numbers = [p for p in range(first, head) if words[p].tag == "CARD" and words[p].form not in {"1", "ein"}]
    counted = any(not _measured(words, place + 1, head + 1) for place in numbers)
    return Phrase(
        first, last, head, preposition, cases, True if counted else plural, None if counted else gender
    )  # fmt: skip
