"""Which cases, number and gender the endings of a noun phrase leave open."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.analyse.tagger import Word
from kg.lang import Language
from kg.lang.words import Determiner, FeminineNouns, PluralEnds

__all__ = ["DETERMINERS", "PRONOUNS", "readings", "told"]

DETERMINERS = frozenset({"ART", "PDAT", "PPOSAT", "PIAT", "APPRART"})
PRONOUNS = frozenset({"PPER", "PIS", "PDS", "PRELS"})
_OPEN = frozenset(f"{case}.{kind}" for case in ("nom", "gen", "dat", "acc") for kind in ("m", "f", "n", "pl"))
_OBLIQUE = frozenset(reading for reading in _OPEN if not reading.startswith("nom"))
_THEM = frozenset({"acc.m", "dat.pl"})
_CHANGED = "\u00e4\u00f6\u00fc"
"""Letters that tell several from one: "Anwälte"."""
_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_GENITIVE = ("s", "n", "x", "z", "ß")
"""How masculine nouns end behind a strong adjective with "-en" in another case than the accusative."""
_HIS = frozenset({"nom.m", "gen.f"})
"""What "der" and "dieser" leave open."""


@lru_cache(maxsize=4096)
def told(open_: frozenset[str]) -> tuple[frozenset[str], bool | None, str | None]:
    """The cases that readings leave open, number and gender where they agree on one."""
    numbers = {reading.endswith(".pl") for reading in open_}
    genders = {reading.partition(".")[2] for reading in open_} - {"pl"}
    return (
        frozenset(reading.partition(".")[0] for reading in open_),
        numbers.pop() if len(numbers) == 1 else None,
        genders.pop() if len(genders) == 1 else None,
    )


def readings(words: list[Word], first: int, head: int, preposition: int | None, language: Language) -> frozenset[str]:
    """What determiner, adjectives and noun leave open: "nom.m", "dat.pl"; all that a preposition or none allows."""
    forms, endings = _table(language)
    allowed = _OBLIQUE if preposition is not None else _OPEN
    for place in range(first, head + 1):
        word = words[place]
        if place == preposition:
            continue
        if word.tag in DETERMINERS or word.tag in PRONOUNS:
            one_of = forms.get(f"{word.low} {words[min(place + 1, head)].low}")
            if one_of is not None:
                return one_of & allowed or allowed  # the noun behind "einer der" is another's case
            known = forms.get(word.low)
            if known is None:
                return allowed
            known = _behind_der(known, words, place, head, language) if known >= _HIS else known
            return _narrowed(known & allowed, words, (place, head), language) or allowed
        if word.tag == "ADJA" and word.form[0].isalpha():
            return _narrowed(_strong(word, words[head], endings) & allowed, words, (head, head), language) or allowed
    if words[head].tag == "NN" and words[head].form != words[head].lemma and not words[head].low.endswith("s"):
        return frozenset(reading for reading in allowed if reading.endswith(".pl")) or allowed
    return allowed


def _strong(adjective: Word, noun: Word, endings: dict[str, frozenset[str]]) -> frozenset[str]:
    """What a strong adjective leaves open before its noun: "neuer Minister" acts, "neuer Männer" does not."""
    known = next((endings[end] for end in ("em", "en", "er", "es", "e") if adjective.low.endswith(end)), _OPEN)
    if noun.tag != "NN":
        return known
    if {"nom.m", "gen.pl"} <= known and noun.form != noun.lemma:
        return known & {"gen.pl"}
    if {"acc.m", "gen.m"} <= known and not noun.low.endswith(_GENITIVE):
        return known & {"acc.m"}  # "gegenseitigen Beistand"
    return known


def _behind_der(
    known: frozenset[str], words: list[Word], determiner: int, head: int, language: Language
) -> frozenset[str]:
    """As in "der zweite Mann", which acts, and "der Regierung", "der Truppen", which do not."""
    begin = _behind_attribute(words, determiner + 1, head)
    following = words[min(begin, head)]
    noun = next((word for word in words[begin:head] if word.tag in {"NN", "NE"}), words[head])
    if following.tag == "ADJA" and following.low.endswith("e"):
        return known & {"nom.m"}
    endings, others = _feminine(language)
    changed = any(noun.low.count(letter) > noun.lemma.lower().count(letter) for letter in _CHANGED)
    if noun.tag == "NN" and (changed or noun.form in {noun.lemma + "n", noun.lemma + "en"}):
        return known - {"nom.m"} if noun.lemma.endswith("e") else known & {"gen.pl"}  # "der Angeklagten"
    feminine = noun.tag == "NN" and noun.low.endswith(endings) and not noun.low.endswith(others)
    return known & {"gen.f", "dat.f"} if feminine else known


def _behind_attribute(words: list[Word], place: int, head: int) -> int:
    """As in "der für Häfen zuständige Minister": where the last adjective stands before which a preposition opens a
    long attribute; the same position where none does."""
    if place >= head or words[place].tag not in _PREPOSITIONS:
        return place
    return next((other for other in range(head - 1, place, -1) if words[other].tag == "ADJA"), place)


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
def _feminine(language: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Endings of feminine nouns, and those among them of nouns that are not."""
    rows = language.table(FeminineNouns).values()
    return tuple(end for row in rows for end in row.endings), tuple(end for row in rows for end in row.others)


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
