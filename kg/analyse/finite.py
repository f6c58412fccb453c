"""Which word of a stretch is its finite verb, and how sure that is."""

from __future__ import annotations

from itertools import pairwise

from kg.analyse.tagger import Word

__all__ = [
    "announcing",
    "behind_subject",
    "both_finite",
    "finite_verb",
    "goes_on",
    "helped_by_modal",
    "never_ends",
    "own_verb",
    "pointing",
    "second_field",
    "sure_verb",
    "told_behind",
    "told_on",
    "verbal",
]

_CLOSED_FINITE = frozenset({"VAFIN", "VMFIN"})
_YEAR = 4
"""Figures of a year."""
_OPEN_FINITE = frozenset({"VVFIN"})
_FINITE = _CLOSED_FINITE | _OPEN_FINITE
_MAYBE_FINITE = frozenset({"VVFIN", "VVINF", *_CLOSED_FINITE})
_NO_VERB = frozenset({"ADJA", "ADJD", "NN", "NE"})
_NOT_FINITE = frozenset({"VVPP", "VVINF"})
_WHOLE = 4
"""Words of a sentence that begins with an adverb, at least, if a verb is to be looked for among its adjectives."""
_ADVERBS = frozenset({"ADV", "PROAV", "PAV"})
_SOMEBODY = frozenset({"ART", "NE", "NN", "PPER", "PPOSAT", "PIAT", "PIS", "ADJA"})
_BARE = frozenset({"ADJA", "CARD", "PIAT", "ART", "ADV"})
"""What stands before the noun of a phrase that begins a clause."""
_COMPLEMENTS = frozenset({"VVINF", "VVPP", "VVIZU", "VAINF", "VAPP"})
"""Tags of what a modal verb may have waited for."""
_ENDING = _CLOSED_FINITE | _OPEN_FINITE | {"VVPP", "VVINF"}
_ATTRIBUTES = frozenset({"APPR", "APPRART", "ART", "PPOSAT"})
"""Tags that an attribute behind a noun begins with: "am Fluss", "der Firma"."""
_INSIDE = frozenset({"ADJA", "NN", "NE", "CARD", "TRUNC", "PIS", "PIAT"})
"""Tags of what stands in a noun phrase behind its article."""
_SUBJECTS = frozenset({"PPER", "PIS"})


def told_on(words: list[Word], body: list[int], finite: int, wall: str) -> bool:
    """As in "und fügt hinzu": where a doubtful verb behind "und" is finite."""
    parted = len(body) > 1 and {"APPR", "PTKVZ", "ADV"} & set(words[body[-1]].can)
    return finite == body[0] if wall == "" else wall == "," and (finite > body[0] or bool(parted))


def told_behind(words: list[Word], body: list[int], finite: int, wall: str) -> bool:
    """As in "…, erklärt der Minister", "…, so erklärt er", "…, freut sich X": a doubtful verb behind the comma, or an
    adverb behind it, and somebody."""
    if len(body) > 1 and words[body[0]].tag == "ADV":
        body = body[1:]
    if wall != "," or finite != body[0] or len(body) < 2:
        return False
    behind = body[2] if words[body[1]].tag == "PRF" and len(body) > 2 else body[1]
    return words[behind].tag in _SOMEBODY and "VVFIN" in words[finite].can


def verbal(words: list[Word], place: int) -> bool:
    """Whether a word can be a verb at all."""
    return any(tag.startswith(("VV", "VA", "VM")) for tag in words[place].can) and words[place].tag != "ADJA"


def sure_verb(words: list[Word], place: int) -> bool:
    """Whether a word is a finite verb and nothing else."""
    word = words[place]
    if word.tag[-3:] != "FIN" or (place and words[place - 1].tag == "PTKZU"):
        return False
    if word.tag in _CLOSED_FINITE:
        return True
    return word.tag in _OPEN_FINITE and (word.subjunctive or _NOT_FINITE.isdisjoint(word.can))


def _maybe(words: list[Word], place: int) -> bool:
    word = words[place]
    if word.tag in _NO_VERB or _MAYBE_FINITE.isdisjoint(word.can) or not word.form[:1].islower():
        return False
    return place == 0 or words[place - 1].tag != "PTKZU"


def _pronoun_before(words: list[Word], place: int) -> bool:
    """As in "sie sehen": a personal pronoun before it makes a doubtful form finite."""
    return place > 0 and words[place - 1].tag in _SUBJECTS


def _behind_year(words: list[Word], first: int, place: int) -> bool:
    """As in "Im August 2024 unterzeichneten Polen und Litauen …": no adjective of a phrase, as none has begun."""
    year, word = words[place - 1], words[place]
    counted = year.tag == "CARD" and year.form.isdigit() and len(year.form) == _YEAR
    past = word.tag == "ADJA" and "VVFIN" in word.can and not any("ART" in words[p].can for p in range(first, place))
    return counted and past


def _else_none(words: list[Word], body: list[int], place: int) -> bool:
    """As in "Das Kontingent umfasst 900 Mann": what is rather an adjective acts where nothing else does."""
    word = words[place]
    if word.tag != "ADJD" or "VVFIN" not in word.can or not word.form.endswith("t"):
        return False
    counted = any(words[other].tag in {"NN", "NE", "CARD"} for other in body if other > place)
    return counted and words[place - 1].tag in {"NN", "NE", "PPER", "PDS"}


def _parted(words: list[Word], body: list[int], place: int) -> bool:
    """As in "Riga bereite Schritte vor", "Die Partner verlegten 900 Mann": what is rather an adjective acts where a
    preposition ends the clause, or between a noun and a number."""
    word = words[place]
    parted = place == body[1] and words[body[-1]].tag in {"APPR", "PTKVZ"}
    named = words[place - 1].tag in {"NN", "NE", "PPER"} and (parted or words[place + 1].tag == "CARD")
    return named and word.tag == "ADJA" and "VVFIN" in word.can


def _attributed(words: list[Word], first: int, place: int) -> bool:
    """As in "…, bestätigten mit der Lage vertraute Leute": what looks like the verb belongs to the noun behind it."""
    acts = place > first and "VVFIN" in words[first].can and words[first].form[0].islower()
    nouns = {words[place - 1].tag, words[min(place + 1, len(words) - 1)].tag} <= {"NN", "NE"}
    return acts and nouns and "ADJA" in words[place].can


def finite_verb(words: list[Word], body: list[int], *, last: bool) -> tuple[int | None, bool]:
    """The finite verb: the last candidate of a verb-last clause, else the first sure one, else the first possible."""
    sure = [place for place in body if words[place].tag[-3:] == "FIN" and sure_verb(words, place)]
    if sure and not last:
        return body[0] if _attributed(words, body[0], sure[0]) else sure[0], True
    maybe = [place for place in body if words[place].tag not in _NO_VERB and _maybe(words, place)]
    if last:
        pool = [place for place in (*sure, *maybe) if place >= body[-1] - 3]
        if not pool and verbal(words, body[-1]) and words[body[-1]].form[0].islower():
            pool = [body[-1]]
        return (max(pool), True) if pool else (None, False)
    maybe = maybe or [place for place in body[1:] if _behind_year(words, body[0], place)]
    maybe = maybe or [place for place in body[1:-1] if _else_none(words, body, place) or _parted(words, body, place)]
    return (maybe[0], _pronoun_before(words, maybe[0])) if maybe else (None, False)


def goes_on(words: list[Word], left: list[int], place: int) -> bool:
    """As in "sagte er und fügt hinzu", not "blieb leer und verlassen": what may be a participle is finite."""
    sure = {words[other].tag for other in left if sure_verb(words, other)}
    return sure == _OPEN_FINITE and words[left[-1]].tag != "ADJD" and {"VVFIN", "VVPP"} <= set(words[place].can)


def never_ends(words: list[Word], body: list[int]) -> bool:
    """As in "…, die Verträge über Öl seien unterschrieben": no relative clause, as the helping verb stands before its
    participle; nor "(hatte X,) die Lieferung angekündigt", which ends in nothing else than a participle."""
    if len(body) < 4:
        return False
    last = words[body[-1]]
    if words[body[-2]].tag in _CLOSED_FINITE and last.can[0] in {"VVPP", "VVINF"}:
        return True
    return set(last.can) <= {"VVPP", "ADJD"} and not any(words[place].tag in _FINITE for place in body)


def both_finite(words: list[Word], left: list[int], right: list[int]) -> bool:
    """As in "dass X Rekruten anwirbt und Panzer verlegt": two verbs at the ends, neither waiting for a helping one."""
    first, second = words[left[-1]], words[right[-1]]
    if len(right) < 2 or not {first.tag, second.tag} <= _ENDING or "VVFIN" not in second.can:
        return False
    return sure_verb(words, left[-1]) or ("VVFIN" in first.can and not any(sure_verb(words, p) for p in right[:-1]))


def helped_by_modal(words: list[Word], left: list[int], right: list[int]) -> bool:
    """As in "Bald sollen Panzer und Drohnen geliefert werden": the modal verb has its infinitive behind the "und"."""
    modal = any(words[place].tag == "VMFIN" for place in left)
    last = words[right[-1]]
    if not modal or not {"VAINF", "VMINF"} & set(last.can):
        return False
    waits = not any(words[place].can[0] in _COMPLEMENTS for place in left)
    return waits and not any(sure_verb(words, place) for place in right[:-1])


def _over_phrase(words: list[Word], body: list[int], place: int) -> int:
    while place < len(body) and words[body[place]].tag in _INSIDE:
        place += 1
    return place


def second_field(words: list[Word], body: list[int]) -> bool:
    """Whether a sure finite verb follows the first noun phrase, and more words: ", die Lage am Fluss habe sich …"."""
    place = _over_phrase(words, body, 1)
    while place > 1 and place < len(body) - 2 and words[body[place]].tag in _ATTRIBUTES:
        inner = place + 1 + (words[body[place + 1]].tag in {"ART", "PPOSAT"})
        behind = _over_phrase(words, body, inner)
        if behind == inner:
            break
        place = behind
    ends = words[body[place - 1]].tag in {"NN", "NE", "PIS"}  # "– das alles will der Dienst wissen"
    return 1 < place < len(body) - 1 and sure_verb(words, body[place]) and ends


def own_verb(
    words: list[Word], places: tuple[int, ...], finite: int, following: tuple[int, ...], tells: frozenset[str]
) -> bool:
    """As in "Die Leute, auch Kinder, seien wohlauf, sagte er": the first verb is the clause's own, the second tells.

    `tells` are the verbs of saying of the language.
    """
    word, behind = words[finite], words[following[0]]
    if "VVFIN" not in behind.can or behind.subjunctive:
        return False
    if word.can[0] in _CLOSED_FINITE or (word.subjunctive and finite == places[0]):
        return True
    return bool(_verbs(words, following) & tells) and not _verbs(words, places) & tells


def _verbs(words: list[Word], places: tuple[int, ...]) -> frozenset[str]:
    """What the verb that begins a stretch can be: alone, and with the prefix at the end of the stretch."""
    lemma = words[places[0]].lemma
    return frozenset({lemma, words[places[-1]].low + lemma})


def pointing(words: list[Word], body: list[int]) -> int | None:
    """As in "Das bestätigte Minister Huber", "So versorgte Oslo die Stadt": what looks like an adjective acts.

    The place of the verb, where the stretch has no other and its subject follows.
    """
    for at, following in pairwise(body[1:]):
        before, word, behind = words[at - 1], words[at], words[following]
        lead = at == body[1] and before.first and {"ART", "PDS"} <= set(before.can)
        opened = at == body[1] and before.first and before.tag in _ADVERBS and len(body) > _WHOLE
        if word.tag == "ADJA" and "VVFIN" in word.can and (lead or opened or before.tag in {"NN", "NE"}):
            if behind.tag in _SOMEBODY and behind.form[0].isupper():
                before.tag = "PDS" if lead else before.tag
                word.tag = "VVFIN"
                return at
            return None
    return None


def announcing(words: list[Word], body: tuple[int, ...], tells: frozenset[str]) -> int | None:
    """As in "Zuvor bestätigte Kiew, dass …": a verb of saying behind the adverb that opens a sentence, no adjective."""
    if len(body) < 3 or words[body[0]].tag not in _ADVERBS or not words[body[0]].first:
        return None
    word, behind = words[body[1]], words[body[2]]
    said = word.tag == "ADJA" and "VVFIN" in word.can and word.lemma in tells
    return body[1] if said and behind.form[0].isupper() else None


def behind_subject(words: list[Word], body: list[int]) -> int | None:
    """As in "Huber sagte, die Firmen versorgten Kiew mit Öl": no adjective, as a noun phrase begins the stretch."""
    nouns = [at for at, place in enumerate(body) if words[place].tag in {"NN", "NE"}]
    begins = bool(nouns) and all(words[place].tag in _BARE for place in body[: nouns[0]])
    return pointing(words, body[: nouns[0] + 3]) if begins and len(body) > nouns[0] + 2 else None
