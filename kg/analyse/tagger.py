"""One tag for each word, from what it can be and what stands beside it; verbs are settled later, clause by clause."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.analyse.candidates import NAMED, candidates
from kg.analyse.forms import lemma_of, mood_of, reading, verb_lemma
from kg.analyse.naming import name_again, name_inside
from kg.analyse.tokens import Piece
from kg.analyse.words import Form, Word
from kg.lang import Language
from kg.lang.memory import Memory
from kg.lang.words import Correlatives
from kg.model import Mood

__all__ = ["NOMINAL", "Word", "tagged"]

NOMINAL = frozenset({"NN", "NE", "CARD", "TRUNC"})
_ATTRIBUTE = frozenset({"ADJA", "ART", "PPOSAT", "PDAT", "PIAT", *NOMINAL})
_CLOSES = frozenset({"PTKVZ", "VVINF", "VAINF", "VMINF", "$.", "$,", "KON"})
_OPENS_PHRASE = frozenset({*_ATTRIBUTE, "PPER", "PRF", "PIS", "PRELS", "PDS", "APPRART"})
_NOMINALISED = frozenset({"ADJA", "VVFIN", "VVPP", "VVINF", "VVIMP"})
_ASIDE = frozenset({"KON", "ADV"})
_ELSE = frozenset({"KOKOM", "KON", "ADV"})
_WAITING = frozenset({"ART", "PPOSAT", "PDAT"})
_PAST, _HELPING = frozenset({"VVFIN", "VVPP"}), frozenset({"VAFIN", "VMFIN"})
_FIELD = 8  # words behind a first word that is looked at again
_ADJECTIVE_ENDINGS = ("e", "en", "em", "er", "es")


def tagged(pieces: list[Piece], starts: set[int], language: Language) -> list[Word]:
    """The words of a text with tags; `starts` holds the offsets at which a sentence or quotation begins."""
    inner, opening = _forms(language)
    words = [
        Word(piece, opening[piece.form], True) if piece.start in starts else Word(piece, inner[piece.form], False)
        for piece in pieces
    ]
    waiting = False
    for place, word in enumerate(words):
        if waiting or word.determines or not word.tag:
            waiting = _settle(words, place, language, waiting=waiting)
    name_again(words)
    name_inside(words, language)
    _unpaired(words, language)
    return words


def _settle(words: list[Word], place: int, language: Language, *, waiting: bool) -> bool:
    """Gives a word its tag and lemma; whether a determiner `waiting` for its noun still does so behind the word."""
    word, several = words[place], not words[place].tag
    before = words[place - 1] if place else None
    following = words[place + 1] if place + 1 < len(words) else None
    if several:
        word.tag = word.can[-1] if _rather_noun(words, place) else _choose(word, before, following)
        if word.tag == "ADJA" and "VVFIN" in word.can and _behind_name(words, place):
            word.tag = "VVFIN"
        if word.tag == "VVFIN" and "ADJA" in word.can and _graded(words, place):
            word.tag = "ADJA"
    closed = word.tag == "ART" and "PDS" in word.can and _closed_off(words, place)
    if closed or (word.tag == "PDAT" and _stands_alone(words, place)):
        word.tag = "PDS"
    attribute = waiting and "ADJA" in word.can and word.form[0].isalpha()
    if attribute and following is not None and _before_noun(following.can, following):
        word.tag, waiting = "ADJA", False
    if several:
        word.lemma = _lemma(word.form, word.tag, language)
    return _waits(word, following, waiting=waiting) if waiting or word.determines else waiting


@cache
def _firsts(language: Language) -> dict[str, str]:
    """The first parts of conjunctions of two by their second parts."""
    return {row.second: row.first for row in language.table(Correlatives).values()}


def _unpaired(words: list[Word], language: Language) -> None:
    """As in "hätte noch schlimmer kommen können": the second part of a conjunction is an adverb without the first."""
    firsts, open_parts = _firsts(language), set[str]()
    for word in words:
        if word.tag == "$.":
            open_parts.clear()
        elif word.tag == "KON":
            open_parts.add(word.low)
            if firsts.get(word.low, word.low) not in open_parts:
                word.tag = "ADV"


def _stands_alone(words: list[Word], place: int) -> bool:
    """As in "Diese bestätigte, …": a verb and the end of the stretch follow, no noun."""
    behind = words[place + 1 : place + 3]
    return len(behind) == 2 and "VVFIN" in behind[0].can and behind[1].can[0][0] == "$"


def _closed_off(words: list[Word], place: int) -> bool:
    """As in "will das nicht bestätigen", "schließt das nicht aus": no noun is to come behind the negation."""
    behind = words[place + 1 : place + 3]
    return len(behind) == 2 and behind[0].can[0] == "PTKNEG" and behind[1].can[0] in _CLOSES


def _waits(word: Word, following: Word | None, *, waiting: bool) -> bool:
    """Whether a determiner still waits for its noun over an inserted phrase ("eine mit der Sache vertraute Person")."""
    if word.tag[0] == "$" or word.tag.endswith("FIN"):
        return False
    if following is None:
        return waiting
    led = following.can[0] in {"APPR", "APPRART"}
    if word.tag == "CARD":
        return waiting and led  # "die 900 nach Mali verlegten Soldaten"
    return waiting or (word.determines and (led or following.can[0] == "CARD"))


@cache
def _forms(language: Language) -> tuple[Memory[str, Form], Memory[str, Form]]:
    """What forms can be inside a sentence and at its beginning."""
    return (
        Memory(lambda form: _known(form, False, language), 100_000),
        Memory(lambda form: _known(form, True, language), 50_000),
    )


def _known(form: str, first: bool, language: Language) -> Form:
    low, can = form.lower(), candidates(form, first, language)
    subjunctive = "VVFIN" in can and mood_of(low, language) is not Mood.INDICATIVE
    tag, lemma = (can[0], _lemma(form, can[0], language)) if len(can) == 1 else ("", low)
    return Form(low, can, subjunctive, not _WAITING.isdisjoint(can), tag, lemma)


def _choose(word: Word, before: Word | None, following: Word | None) -> str:
    if word.first and word.form[0].isupper() and word.can[0] in _NOMINALISED and following and _helps(following):
        return "VVPP" if "VVPP" in word.can and following.can[0] == "VAFIN" else word.can[-1]
    for tag in word.can:
        if _fits(tag, word, before, following):
            return tag
    return word.can[0]


def _rather_noun(words: list[Word], place: int) -> bool:
    """As in "Anzeige wegen Betrugs wurde erstattet": with another finite verb behind it, the first word is none."""
    word = words[place]
    if not (word.first and word.subjunctive and word.form[0].isupper() and word.can[-1] in NAMED):
        return False
    behind = [other.can for other in words[place + 1 : place + 1 + _FIELD]]
    participle = bool(behind) and not _PAST.isdisjoint(behind[0]) and "ADJA" not in behind[0]
    stops = (can[0] for can in behind if can[0][0] == "$" or can[0] in _HELPING or can == ("VVFIN",))
    return participle or next(stops, "$")[0] != "$"


def _behind_name(words: list[Word], place: int) -> bool:
    """As in "Japan aber entsandte 12 Ausbilder": a name and one small word open the sentence or clause."""
    if place < 2 or words[place - 1].tag not in _ASIDE or words[place - 2].tag not in NAMED:
        return False
    return words[place - 2].first or (place > 2 and words[place - 3].tag == "$,")


def _graded(words: list[Word], place: int) -> bool:
    """As in "zum Schutz der schwach verteidigten Stadt": an article, no relative pronoun, and a noun around it."""
    if place < 3 or words[place - 1].tag != "ADJD" or words[place - 2].tag != "ART" or place + 1 >= len(words):
        return False
    led = words[place - 3].tag == "APPR" and words[place - 4].tag == "$,"
    relative = led or words[place - 3].tag == "$,"
    following = words[place + 1]
    return not relative and following.can[0] in NOMINAL and following.form[0].isupper()


def _helps(word: Word) -> bool:
    """A finite verb behind the first word: the first word is no verb."""
    return word.can[0] in _HELPING or (word.can[0] == "VVFIN" and "ADJA" not in word.can)


def _fits(tag: str, word: Word, before: Word | None, following: Word | None) -> bool:
    """Whether a reading agrees with its neighbours; readings are tried in their own order."""
    after = following.can if following is not None else ()
    if tag in {"ART", "PDAT", "PPOSAT", "PIAT"}:
        return _attributive(after, following)
    if tag == "VAINF" and "PPOSAT" in word.can:
        return not _attributive(after, following)
    if tag in {"APPR", "APPRART"}:
        return _prepositional(word, after, following)
    if tag == "ADJA":
        return word.low.endswith(_ADJECTIVE_ENDINGS) and _before_noun(after, following)
    if tag == "PTKZU":
        return bool({"VVINF", "VAINF", "VMINF"} & set(after)) and following is not None and following.form[0].islower()
    if tag.startswith("VV") and "ADJA" in word.can and not word.first:
        named = after[:1] == ("NE",) and before is not None and before.tag in _ASIDE  # "am Freitag aber erklärte X"
        return named or not (_before_noun(after, following) and _in_noun_phrase(before))
    return _joins(tag, word)


def _joins(tag: str, word: Word) -> bool:
    """What opens a clause is settled with the clauses: until then "als" compares, "damit" is an adverb."""
    if tag == "KOUS" or (tag == "PWAV" and "KOKOM" in word.can and not word.first):
        return not _ELSE & set(word.can)
    return tag != "PRELS"


def _prepositional(word: Word, after: tuple[str, ...], following: Word | None) -> bool:
    """Before something that can open a phrase; "zu" not before a word that is an infinitive in the first place."""
    if "PTKZU" in word.can and after[:1] == ("VVINF",):
        return False
    behind = bool(_OPENS_PHRASE & set(after)) or ("APPR" in after and "KOUI" not in word.can)  # "bis zu"
    return behind or (following is not None and _opens(following))


def _attributive(after: tuple[str, ...], following: Word | None) -> bool:
    if following is None:
        return False
    return bool(_ATTRIBUTE & set(after)) or (bool(after) and after[0] in {"ADV", "ADJD", "PTKNEG"}) or _opens(following)


def _opens(following: Word) -> bool:
    return following.form[0] in "„“\"»«‚'"


def _before_noun(after: tuple[str, ...], following: Word | None) -> bool:
    return bool(after) and (
        after[0] in NOMINAL or "ADJA" in after or after[0] == "KON" or (following is not None and _opens(following))
    )


def _in_noun_phrase(before: Word | None) -> bool:
    return before is not None and (
        before.tag in {"ART", "PDAT", "PPOSAT", "PIAT", "ADJA", "APPRART", "APPR", "CARD", "KON", "ADV"}
    )


@lru_cache(maxsize=100_000)
def _lemma(form: str, tag: str, language: Language) -> str:
    if tag[0] == "$" or tag in {"CARD", "NE"}:
        return form
    if tag in NOMINAL:
        lemma = form if _is_participle(form, language) else lemma_of(form, language)
        return lemma[:1].upper() + lemma[1:]
    low = form.lower()
    return verb_lemma(low, tag, language) if tag.startswith("V") else lemma_of(low, language)


def _is_participle(form: str, language: Language) -> bool:
    """As in "die Angeklagte": a participle for a noun, which the dictionary has without its ending."""
    stem = lemma_of(form, language).lower()
    if form.lower() != f"{stem}e" or not stem.endswith(("t", "en")):
        return False
    tags = reading(stem, language).tags
    return tags[0] in {"VVPP", "ADJD"} and "NN" not in tags
