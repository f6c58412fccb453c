"""Those of several joined by "und" whom no name tells: "Anrainer und die Polizei", "Armee und Sanitäter"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.speakers.somebody import NAMING, names_thing, personal, speaks, weak_dative
from kg.extract.statements.speakers.unknown import group
from kg.model import Actor, Phrase

__all__ = ["with_unnamed"]


def with_unnamed(page: Page, actors: tuple[Actor, ...], first: int, last: int) -> tuple[Actor, ...]:
    """The actors of a stretch of words with those beside a word that joins who are only described, in their order."""
    found = list(actors)
    for place in range(first + 1, last - 1):
        if page.token(place).tag != "KON":
            continue
        left, right = _phrase(page, place - 1), _phrase(page, place + 1)
        if left is None or right is None or left.last != place or right.first != place + 1:
            continue
        if left.first <= first and _is_described(page, left) and _is_named(page, right):
            found[:0] = _described(page, left._replace(first=max(left.first, first)))
        elif right.last <= last and _is_described(page, right) and _begins(page, left, first):
            found += _described(page, right)
    return tuple(dict.fromkeys(found))


def _phrase(page: Page, place: int) -> Phrase | None:
    number = page.phrase_of[place]
    return None if number < 0 else page.text.phrases[number]


def _described(page: Page, phrase: Phrase) -> list[Actor]:
    cases = frozenset({"dat"}) if weak_dative(page, phrase) else phrase.cases
    actor = group(page, phrase.first, phrase.last, phrase._replace(preposition=None, cases=cases))
    return [] if actor is None else [actor]


def _is_described(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase tells who somebody is, not by a name and not by whose it is: "seine Frau" is hers or his."""
    if page.token(phrase.head).tag != "NN" or _is_named(page, phrase) or names_thing(page, phrase):
        return False
    owned = any(page.token(place).tag == "PPOSAT" for place in range(phrase.first, phrase.head))
    return not owned and (personal(page, phrase.head) or speaks(page, phrase.head))


def _is_named(page: Page, phrase: Phrase) -> bool:
    return any(mention.form in NAMING for mention in page.named.get(phrase.head, ()))


def _begins(page: Page, phrase: Phrase, first: int) -> bool:
    """Whether a phrase is the first of the stretch and names who speaks, not whose speaker somebody is."""
    return phrase.first <= first and all(m.first >= phrase.first for m in page.named.get(phrase.head, ()))
