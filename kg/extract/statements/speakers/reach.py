"""Where the words end that belong to a noun phrase: genitives, appositions, names in a row, what "und" adds."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.speakers.somebody import NAMING, personal, speaks
from kg.extract.statements.speakers.wanted import wanted
from kg.model import ActorKind, ActorMention, Clause, MentionForm, Phrase

_MEDIA = frozenset({ActorKind.MEDIA_ORGANISATION, ActorKind.NEWS_AGENCY})

__all__ = ["apposed", "aside_end", "listed", "name_at", "reach"]


def reach(page: Page, phrase: Phrase, clause: Clause | None) -> int:
    """Where the words end that belong to a phrase: genitives, appositions, what "und" adds."""
    last = max([phrase.last, *(m.last for m in page.named.get(phrase.head, ()) if m.form in NAMING)])
    limit = page.sentence(phrase.head).last
    while last < limit:
        further = (
            _genitive(page, last, limit)
            or _field(page, last, limit)
            or _of_somebody(page, last, limit)
            or _member(page, last, limit)
            or _from(page, last, limit)
            or _apposition(page, last, limit, clause)
        )
        if further is None or further <= last:
            break
        last = further
    return last


def _genitive(page: Page, place: int, limit: int) -> int | None:
    """A genitive phrase right behind, or a bracket with an abbreviation."""
    if page.form(place) == "(" and place + 2 < limit:
        close = next((p for p in range(place + 1, min(place + 5, limit)) if page.form(p) == ")"), None)
        return None if close is None else close + 1
    number = page.phrase_of[place]
    if number < 0:
        return None
    phrase = page.text.phrases[number]
    if phrase.first < place < phrase.last:
        return phrase.last if _names_the_noun(page, place, phrase) else None
    if _ends_name(page, place) or _cites(page, phrase):
        return None
    if page.form(place) in page.words("addressed") and (_ends_person(page, place) or _addressee(page, place, phrase)):
        return None
    genitive = (
        phrase.first == place and phrase.preposition is None and "gen" in phrase.cases and "nom" not in phrase.cases
    )
    named = (
        phrase.first == place
        and phrase.preposition is None
        and page.form(place) in page.words("his article")
        and "gen" in phrase.cases
        and not wanted(page, phrase)
    )
    return max([phrase.last, *(m.last for m in page.named.get(phrase.head, ()))]) if genitive or named else None


def _field(page: Page, place: int, limit: int) -> int | None:
    """As in "das Zentrum für Luft- und Raumfahrt": what an institute, an office, a society is for."""
    body = page.token(place - 1)
    if page.form(place) not in page.words("held for") or not body.form.lower().endswith(
        tuple(page.words("for a field"))
    ):
        return None
    number = page.phrase_at(place + 1) if place + 1 < limit else -1
    if (
        number < 0
        or any(date.first == place + 1 for date in page.mentions.dates)
        or page.token(place + 1).tag in {"ART", "PPOSAT", "CARD", "PPER", "PIAT"}
    ):
        return None
    last = page.text.phrases[number].last
    if page.form(last - 1).endswith(("e", "er", "es")) and last < limit and _bare_noun(page, last):
        last = page.text.phrases[page.phrase_of[last]].last
    while last + 1 < limit and page.token(last).tag == "KON" and _bare_noun(page, last + 1):
        last = page.text.phrases[page.phrase_of[last + 1]].last
    return last


def _bare_noun(page: Page, place: int) -> bool:
    number = page.phrase_of[place]
    return number >= 0 and page.text.phrases[number].first == place and page.token(place).tag in {"NN", "NE", "ADJA"}


def _ends_name(page: Page, place: int) -> bool:
    """As in "dient laut der Nato der Abwehr", "will Riga vier der Busse kaufen": no genitive belongs to a name."""
    named = page.named.get(place - 1, ())
    plain = any(m.last == place and m.form is MentionForm.NAME and m.actor.registered for m in named)
    return plain and page.token(place).tag in {"ART", "CARD"} and not any(m.last > place for m in named)


def _cites(page: Page, phrase: Phrase) -> bool:
    """As in "nach Ansicht des Gerichts des „Aufrufs zur Gewalt“ schuldig": words are quoted, nobody is named."""
    named = bool(page.named.get(phrase.head))
    return not named and any(phrase.first < mark.first <= phrase.head for mark in page.text.quotations)


def _of_somebody(page: Page, place: int, limit: int) -> int | None:
    """As in "das Büro von Kranz": whose it is."""
    if page.form(place) not in page.words("of") or page.form(place - 1) not in page.words("somebody's office"):
        return None
    names = (m for p in range(place + 1, min(place + 4, limit)) for m in page.named.get(p, ()) if m.form in NAMING)
    return next((m.last for m in names if m.actor.kind is ActorKind.PERSON), None)


def _from(page: Page, place: int, limit: int) -> int | None:
    """As in "Kranz von der SPD und Holm von der CDU": where somebody is from, if another person is joined behind it."""
    end = aside_end(page, place)
    if end == place or end + 1 >= limit or page.token(end).tag != "KON" or not _ends_person(page, place):
        return None
    joined = any(m.actor.kind is ActorKind.PERSON for m in page.named.get(end + 1, ()))
    return end if joined else None


def aside_end(page: Page, place: int) -> int:
    """Where "(SPD)" or "von der SPD" ends that begins at a position; the position where neither stands."""
    last = len(page.text.tokens)
    if page.form(place) == "(":
        return next((p + 1 for p in range(place + 1, min(place + 5, last)) if page.form(p) == ")"), place)
    if page.form(place) not in page.words("of") or place + 1 >= last:
        return place
    number = page.phrase_at(place + 1)
    return place if number < 0 else page.text.phrases[number].last


def _names_the_noun(page: Page, place: int, phrase: Phrase) -> bool:
    """As in "Fachleute der Firma Halmsky": what is named stands behind its kind in the same phrase."""
    named = all(page.token(p).tag in {"NN", "NE"} for p in range(place, phrase.last))
    ends = page.token(phrase.last - 1).tag == "NE" and page.token(place - 1).tag == "NN"
    goes_on = page.token(phrase.last).tag == "KON"
    return named and ends and not goes_on and not any(m.actor.kind in _MEDIA for m in page.named.get(phrase.head, ()))


def _ends_person(page: Page, place: int) -> bool:
    """Whether a person's name ends right before: "Jan Kranz der Zeitung" addresses the paper."""
    return any(m.last == place and m.actor.kind is ActorKind.PERSON for m in page.named.get(place - 1, ()))


def _addressee(page: Page, place: int, phrase: Phrase) -> bool:
    """As in "sagte der Politiker der Zeitung Halmblick": a medium behind somebody who is not of it."""
    own = page.token(place - 1).lemma.lower().endswith(tuple(page.words("of the press")))
    medium = any(m.actor.kind in _MEDIA for m in page.named.get(phrase.head, ()))
    return medium and not own and (personal(page, place - 1) or speaks(page, place - 1))


def _member(page: Page, place: int, limit: int) -> int | None:
    """As in "und" or "sowie" and another phrase that names an actor."""
    if place + 2 >= limit or page.form(place) in page.words("but"):
        return None
    if page.form(place) == ",":
        return listed(page, place, limit)
    pair = page.form(place) in page.words("as being") and page.form(place + 1) in page.words("also")
    if page.token(place).tag != "KON" and not pair:
        return None
    number = page.phrase_of[place + 1 + pair]
    if number < 0:
        return None
    phrase = page.text.phrases[number]
    if phrase.preposition is not None and not pair:
        return None
    named = any(m.form in NAMING for m in page.named.get(phrase.head, ()))
    known = named or speaks(page, phrase.head)
    if not known and not (phrase.last < limit and page.token(phrase.last).tag.endswith("FIN")):
        return None
    return max([phrase.last, *(m.last for m in page.named.get(phrase.head, ()))])


def listed(page: Page, place: int, limit: int) -> int | None:
    """As in "Deutschland, Frankreich und Polen": a bare name between commas that "und" ends."""
    before, following = page.phrase_of[place - 1], page.phrase_at(place + 1)
    if before < 0 or following < 0:
        return None
    phrase = page.text.phrases[following]
    bare = [item for item in (page.text.phrases[before], phrase) if _bare_name(page, item)]
    ends = phrase.last < limit and (page.token(phrase.last).tag == "KON" or page.form(phrase.last) == ",")
    return phrase.last if len(bare) == 2 and ends else None


def _bare_name(page: Page, phrase: Phrase) -> bool:
    """A name without more words, or one of the registry with its article: "den USA"."""
    named = page.named.get(phrase.head, ())
    begin = phrase.first if phrase.preposition is None else phrase.preposition + 1
    article = page.token(begin).tag == "ART"
    known = any(m.actor.registered and m.form is MentionForm.NAME and m.first <= begin + 1 for m in named)
    return bool(named) and (phrase.last - phrase.first == 1 or (article and known))


def _apposition(page: Page, place: int, limit: int, clause: Clause | None) -> int | None:
    """As in ", der US-Botschafter …," between commas, or at the end of the clause."""
    if place + 1 >= limit or page.form(place) != "," or page.phrase_at(place + 1) < 0:
        return None
    phrase = page.text.phrases[page.phrase_at(place + 1)]
    if phrase.first != place + 1 or phrase.preposition is not None or page.token(phrase.head).tag not in {"NN", "NE"}:
        return None
    if clause is not None and "nom" not in phrase.cases:
        return None
    medium = any(m.actor.kind in _MEDIA for m in page.named.get(phrase.head, ()))
    if medium and page.form(phrase.first) in page.words("addressed") and _ends_person(page, place):
        return None
    last = phrase.last
    while last < limit and page.form(last) not in {",", ":", ";", ".", "–", "„", '"', "»", "!", "?"}:
        if page.token(last).tag.endswith("FIN"):
            return None
        last += 1
    if (page.form(last) == "," or (page.form(last) == "." and not _broken_off(page, place))) and not any(
        page.token(p).tag.startswith(("V", "PTKVZ")) for p in range(place, last)
    ):
        return last
    return None


def _broken_off(page: Page, place: int) -> bool:
    """As in "Dies sei, sagte X, der älteste Fund": what stands before the cue wants what follows it."""
    opens = max(page.sentence(place).first + 1, place - 8)
    comma = next((other for other in range(place - 1, opens, -1) if page.form(other) == ","), 0)
    return comma > 0 and page.unfinished(comma - 1)


_FAR = 14
"""How many words of a post may stand before the name of who holds it."""


def apposed(page: Page, place: int, limit: int) -> tuple[int, int]:
    """The person's name in "die Leiterin des Hauses für alte Musik, Hanna Holm, …", from behind what is read of the
    post; an empty stretch where none stands there."""
    for comma in range(place, min(place + _FAR, limit - 1)):
        if page.form(comma) in {"(", ")"} or page.form(comma - 1) == "(":
            continue
        if page.form(comma) == ",":
            ends = (2, 3) if page.token(comma + 1).tag == "ART" else ()  # "der Däne Otto Kranz"
            name = next((m for step in (1, *ends) if (m := name_at(page, comma + step)) is not None), None)
            return (place, place) if name is None else (name.first, name.last)
        if page.token(comma).tag.startswith(("V", "KOU", "PREL")) or page.form(comma) in {".", ":", ";", "(", "–"}:
            break
    return place, place


def name_at(page: Page, place: int) -> ActorMention | None:
    """The person whose name, or title with name, begins at a position."""
    names = (m for m in page.named.get(place, ()) if m.first == place and m.form is MentionForm.NAME)
    return next((m for m in names if m.actor.kind is ActorKind.PERSON), None)
