"""An actor for a speaker whom neither the registry nor the names of the article know: kept under its description."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.kinds import described
from kg.extract.statements.common.page import Page
from kg.extract.statements.speakers.somebody import personal, speaks
from kg.model import Actor, ActorKind, Phrase

__all__ = ["group", "one_of_several", "stranger", "unresolved"]

_NAMES = frozenset({"NE", "NN", "FM"})
_NAME_LENGTHS = range(2, 5)
"""Words of a name."""
_BRACKETED = 3
"""Words of a short name in brackets with these."""
_ARTICLES = frozenset({"ART", "PDAT", "PPOSAT"})
_ASIDE = frozenset({"APPR", "APPRART", "ADV", "PTKNEG", "PRF"})
"""What stands between an article and a participle alone."""
_CHANGED = "\u00e4\u00f6\u00fc"
"""Letters that tell several from one."""
_WEAK = re.compile(r"e[nm]?$")
"""The ending of an adjective behind an article."""


def group(page: Page, first: int, last: int, phrase: Phrase) -> Actor | None:
    """A collective source under the words of its phrase without the article; None where no noun names it."""
    if page.token(phrase.head).tag not in {"NN", "NE"} or page.form(phrase.head) in page.words("person pronouns"):
        return None
    begin = first
    while begin < phrase.head and page.token(begin).tag in _ARTICLES:
        begin += 1
    begin = _behind_participle(page, begin, phrase.head)
    end = next((place for place in range(phrase.head + 1, last) if page.form(place) == ","), last)
    end = next((place for place in range(begin + 1, end) if page.dated(place)), end)
    end = _before_short_name(page, phrase.head, end)
    name = next(
        (place + 1 for place in range(phrase.head + 1, end) if page.form(place) in page.words("by the name of")), end
    )
    if name < end and not personal(page, phrase.head):
        return described(page.text.words(page.text.span(name, end)))
    words = page.text.words(page.text.span(phrase.head, end))
    words = words.replace(page.token(phrase.head).form, _like_adjective(page, phrase), 1)
    if page.form(phrase.first) in page.words("genitive articles"):
        words = words.replace(page.token(phrase.head).form, _nominative(page, phrase.head), 1)
    before = _attributes(page, phrase, begin)
    return described(" ".join(f"{before} {words}".split()).strip('„“”"»« '))


def _before_short_name(page: Page, head: int, end: int) -> int:
    """As in "der Wiener Holzverbund (WHV)": where the words end before the short name in brackets, "end" else."""
    closes = end - head > _BRACKETED and page.form(end - 1) == ")" and page.form(end - _BRACKETED) == "("
    return end - _BRACKETED if closes else end


def stranger(page: Page, phrase: Phrase, last: int) -> Actor | None:
    """Who is named behind a post by what nothing else shows to be a name: "der Leiter des Amtes, Elizardo Sanchez"."""
    comma = next((place for place in range(last - 1, phrase.head, -1) if page.form(place) == ","), last)
    name = range(comma + 1, last)
    if len(name) not in _NAME_LENGTHS or phrase.plural or not personal(page, phrase.head):
        return None
    for place in name:
        token = page.token(place)
        if token.tag not in _NAMES or not token.form[0].isupper() or speaks(page, place) or personal(page, place):
            return None
    words = page.text.words(page.text.span(comma + 1, last))
    actor = described(words)
    gender = "f" if page.token(phrase.head).lemma.endswith("in") else "m"
    return replace(actor, id=actor.id.replace("group", "person", 1), kind=ActorKind.PERSON, gender=gender)


def _like_adjective(page: Page, phrase: Phrase) -> str:
    """A noun that declines like an adjective as without an article: "Befragte" of "die Befragten", "20-Jähriger"."""
    form, article = page.token(phrase.head).form, page.form(phrase.first)
    stem = form.removesuffix("n").removesuffix("e")
    led = phrase.first < phrase.head and page.token(phrase.first).tag in {"ART", "APPRART", "PDAT"}
    if _many_dative(page, phrase):
        return form.removesuffix("n")
    if not led or stem == form or not f"{stem.lower()}e".endswith(tuple(page.words("nouns like adjectives"))):
        return form
    weak = form.endswith("n")
    man = article in page.words("genitive articles") or article in page.words("his dative")
    man = man or (not weak and article in page.words("his article"))
    return f"{stem}er" if man else f"{stem}e"


def _many_dative(page: Page, phrase: Phrase) -> bool:
    """As in "laut Anrainern", "in den Städten": the ending of several in the dative, which no other case has."""
    head = page.token(phrase.head)
    low, lemma = head.form.lower(), head.lemma.lower()
    several = low.endswith(("ern", "eln")) and lemma != low and lemma == low[:-1]
    changed = low.endswith("en") and any(low.count(letter) > lemma.count(letter) for letter in _CHANGED)
    dative = "dat" in phrase.cases and "nom" not in phrase.cases
    return head.tag == "NN" and dative and (several or changed)


def _attributes(page: Page, phrase: Phrase, begin: int) -> str:
    """What stands before the noun, adjectives as without an article: "Nationaler" of "des Nationalen Dienstes"."""
    places = range(begin, phrase.head)
    ending = _strong(page, phrase)
    if not places or not ending or any(page.token(place).tag not in {"ADJA", "NN", "NE"} for place in places):
        return page.text.words(page.text.span(begin, phrase.head)) if places else ""
    return " ".join(_WEAK.sub(ending, page.token(p).form) if _declines(page, p) else page.token(p).form for p in places)


def _declines(page: Page, place: int) -> bool:
    token = page.token(place)
    return token.tag == "ADJA" or token.form.lower().rstrip("nm").endswith(tuple(page.words("adjectives of names")))


def _strong(page: Page, phrase: Phrase) -> str:
    """The ending of an adjective without article before the noun in the nominative; "" where nothing tells it."""
    if phrase.plural or phrase.gender == "f" or _many_dative(page, phrase):
        return "e"
    head = page.token(phrase.head)
    article = page.form(phrase.first) in page.words("his article") and "nom" in phrase.cases
    masculine = phrase.gender == "m" or article or head.lemma.lower().endswith(tuple(page.words("masculine bodies")))
    neuter = phrase.gender == "n" or head.lemma.lower().endswith(tuple(page.words("neuter bodies")))
    many = phrase.plural is None and head.form.removesuffix("s") not in {head.lemma, head.lemma.removesuffix("s")}
    return "" if many or masculine == neuter else "er" if masculine else "es"


def _behind_participle(page: Page, first: int, head: int) -> int:
    """As in "die von der Behörde vorgelegten Zahlen": what is said of them by the way is no part of a name; it tells
    all of "eine mit der Sache vertraute Person"."""
    if all(page.token(place).tag not in _ASIDE for place in range(first, head)):
        return first
    attributes = [place for place in range(first, head) if page.token(place).tag == "ADJA"]
    insight = bool(attributes) and page.form(attributes[-1]) in page.words("in the know")
    return attributes[-1] + 1 if attributes and not insight else first


def _nominative(page: Page, place: int) -> str:
    """A noun in the genitive as it is called: "Dienstes" is "Dienst"."""
    token = page.token(place)
    if token.form.startswith(token.lemma) and token.form.removeprefix(token.lemma) in {"s", "es"}:
        return token.lemma
    bodies = (*page.words("masculine bodies"), *page.words("neuter bodies"))
    ending = next((end for end in ("es", "s") if token.form.removesuffix(end).endswith(bodies)), "")
    weak = token.form.endswith(tuple(page.words("weak genitives")))
    return token.form.removesuffix("en" if weak else ending)


def one_of_several(page: Page, first: int, last: int, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """One whom words tell only as "eine der Zeuginnen", "einem der Helfer": not all of them; others as they are."""
    led = page.form(first) in page.words("one of them") and first + 2 < last and page.token(first + 1).tag == "ART"
    unnamed = len(actors) == 1 and actors[0].kind is ActorKind.GROUP and not actors[0].registered
    if not (led and unnamed):
        return actors
    words = page.text.words(page.text.span(first + 1, last))
    (his,), (hers,) = page.words("one man of them"), page.words("one woman of them")
    woman = page.form(first) == hers or page.form(last - 1).endswith(tuple(page.words("women")))
    told = described(f"{hers if woman else his} {words}")
    return (replace(actors[0], id=told.id, label_en=told.label_en, label_de=told.label_de),)


def unresolved(page: Page, place: int) -> Actor:
    """A speaker whom only a pronoun names and whom nothing before explains: one of this place in this article alone."""
    word = page.token(place).form.lower()
    key = f"x-group-{page.text.article.sha256[:8]}-{page.token(place).start}"
    return Actor(id=key, kind=ActorKind.GROUP, label_en=word, label_de=word, registered=False)
