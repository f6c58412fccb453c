"""Who speaks: the words that name a speaker, and the actors whom they name."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from kg.extract.statements.page import Page
from kg.extract.statements.reach import listed, reach
from kg.extract.statements.somebody import NAMING, name_begins
from kg.extract.statements.unknown import group
from kg.model import Actor, ActorMention, Clause, Phrase, Span

__all__ = ["Voice", "plural_verb", "source", "voice_of"]

_SURE = Decimal("0.9")


_GUESS = Decimal("0.6")


_SINGULAR = frozenset({"kann", "bin", "will"})


class Voice(NamedTuple):
    """Words that name a speaker, and whom they name; no actors where that is still open (a pronoun)."""

    span: Span
    first: int
    last: int
    actors: tuple[Actor, ...]
    pronoun: bool
    plural: bool
    gender: str | None
    certainty: Decimal = _SURE
    reason: str | None = None


def plural_verb(page: Page, place: int | None) -> bool | None:
    """Whether a finite verb is plural; None where there is none."""
    if place is None:
        return None
    form = page.form(place)
    return (form.endswith("n") and form not in _SINGULAR) or form in {"sind", "seid"}


def voice_of(page: Page, phrase: Phrase, clause: Clause | None) -> Voice | None:
    """The voice of a phrase with all that belongs to it: title, name, apposition, genitive, and what "und" adds."""
    head = page.token(phrase.head)
    begin = phrase.first if phrase.preposition is None or name_begins(page, phrase) else (phrase.preposition or 0) + 1
    if head.tag in {"PPER", "PDS", "PRELS", "PIS"}:
        return _pronoun(page, phrase, clause)
    begin = min([begin, *(m.first for m in page.named.get(phrase.head, ()) if m.form in NAMING)])
    last = reach(page, phrase, clause)
    actors = _actors(page, begin, last)
    span = page.span(begin, last)
    if span is None:
        return None
    plural = bool(phrase.plural) or len(actors) > 1
    gender = next((m.gender for m in page.named.get(phrase.head, ()) if m.gender), phrase.gender)
    if actors:
        return Voice(span, begin, last, actors, pronoun=False, plural=plural, gender=gender)
    unknown = group(page, begin, last, phrase)
    if unknown is None:
        return None
    return Voice(span, begin, last, (unknown,), pronoun=False, plural=plural, gender=gender, certainty=_GUESS)


def _pronoun(page: Page, phrase: Phrase, clause: Clause | None) -> Voice | None:
    head = page.token(phrase.head)
    if head.tag == "PRELS" and clause is not None and clause.parent is not None:
        return _antecedent(page, clause)
    plural = clause is not None and bool(plural_verb(page, clause.finite))
    form = head.form.lower()
    gender = "m" if form in page.words("masculine") else "f" if form in page.words("feminine") else None
    begins = page.token(phrase.head - 1).tag[0] == "$" if phrase.head else True
    polite = head.form[0].isupper() and not begins and page.sentence(phrase.head).first != phrase.head
    if form not in page.words("person pronouns") or polite:
        return None
    return Voice(head.span, phrase.head, phrase.head + 1, (), pronoun=True, plural=plural, gender=gender)


def _antecedent(page: Page, clause: Clause) -> Voice | None:
    """The phrase that a relative clause follows."""
    place = clause.first - 1
    while place > 0 and page.token(place).form in {",", "“", '"', ")", "»", "«"}:
        place -= 1
    number = page.phrase_of[place]
    return None if number < 0 else voice_of(page, page.text.phrases[number], None)


def _actors(page: Page, first: int, last: int) -> tuple[Actor, ...]:
    """The actors named at the heads of a stretch: the outermost mentions, an apposition's only where nothing else."""
    found: list[ActorMention] = []
    for place in range(first, last):
        if found and (page.form(place) == "(" or (page.form(place) == "," and listed(page, place, last) is None)):
            break
        for mention in page.named.get(place, ()):
            if (
                mention.first == place
                and mention.form in NAMING
                and not _inside(mention, found)
                and not _agent(page, mention, first, last)
            ):
                found.append(mention)
    if not found:
        found = [
            mention
            for place in range(first, last)
            for mention in page.named.get(place, ())
            if mention.first == place and mention.form in NAMING
        ][:1]
    return tuple(dict.fromkeys(mention.actor for mention in found if not _genitive_of(page, mention, first)))


def _agent(page: Page, mention: ActorMention, first: int, last: int) -> bool:
    """As in "die von der SPD abgesetzte Stadträtin": a name behind a preposition inside the phrase is not its head."""
    before = [page.token(place).tag for place in range(max(first, mention.first - 2), mention.first)]
    behind = page.token(mention.last).tag if mention.last < last else ""
    return any(tag in {"APPR", "APPRART"} for tag in before) and behind in {"ADJA", "ADV", "ADJD"}


def _inside(mention: ActorMention, found: list[ActorMention]) -> bool:
    return any(
        other.first <= mention.first and mention.last <= other.last and other.span != mention.span for other in found
    )


def _genitive_of(page: Page, mention: ActorMention, first: int) -> bool:
    """Whether a mention only tells whose body it is that the phrase before it names."""
    number = page.phrase_of[mention.first]
    if mention.first == first or number < 0:
        return False
    phrase = page.text.phrases[number]
    before = page.token(phrase.first - 1) if phrase.first else None
    if before is None or phrase.first <= first:
        return False
    return before.tag in {"NN", "NE"} and page.phrase_of[phrase.first - 1] >= 0


def source(page: Page, place: int, *, limit: int) -> Voice | None:
    """The voice of the phrase that begins at a position, as behind "laut" or "von"."""
    number = page.phrase_of[place] if place < limit else -1
    if number < 0:
        return None
    phrase = page.text.phrases[number]
    if phrase.head < place:
        return None
    voice = voice_of(page, phrase._replace(first=place, preposition=None), None)
    return None if voice is None or voice.pronoun else voice
