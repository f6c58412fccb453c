"""Whom the words of a speaker name: several actors only where words join them, else the one whose words they are."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.speakers.reach import aside_end, listed
from kg.extract.statements.speakers.somebody import NAMING, without_attribute
from kg.model import Actor, ActorKind, ActorMention, MentionForm

__all__ = ["actors_in"]

_COUNTING = frozenset({"CARD", "PIAT"})
"""Tags of what tells how many: "zwei", "viele", "die meisten"."""
_ALONE = frozenset({MentionForm.DESCRIPTION, MentionForm.OFFICE, MentionForm.DEMONYM})


def actors_in(page: Page, first: int, last: int, *, plural: bool | None) -> tuple[Actor, ...]:
    """The actors named at the heads of a stretch: the outermost mentions, an apposition's only where nothing else.

    `plural` is the number of the verb where it is known: of one "Gouverneur und EZB-Rat Kranz" tells Kranz alone.
    """
    heads = _heads(page, first, last, plural=plural)
    if not heads:
        inner = (mention for place in range(first, last) for mention in _at(page, place, plural=plural))
        heads = [mention for mention in inner if not _agent(page, mention, first, last)][:1]
    kept: list[ActorMention] = []
    for mention in heads:
        if not _genitive_of(page, mention, first):
            _add(page, kept, mention, plural=plural)
    return tuple(dict.fromkeys(mention.actor for mention in kept))


def _at(page: Page, place: int, *, plural: bool | None) -> list[ActorMention]:
    """The mentions that begin at a position; one person of a people is not its state."""
    return [
        mention
        for mention in page.named.get(place, ())
        if mention.first == place
        and mention.form in NAMING
        and not (mention.form is MentionForm.DEMONYM and (plural is False or not _as_one_body(page, mention)))
        and not (plural is not True and _of_party(page, mention))
    ]


def _as_one_body(page: Page, mention: ActorMention) -> bool:
    """Whether a people stands for its state: "die Ungarn", not "tausende Ungarn", "viele junge Ungarn"."""
    place = mention.first - 1
    while place > 0 and page.token(place).tag == "ADJA":
        place -= 1
    counted = place >= 0 and (page.token(place).tag in _COUNTING or page.form(place) in page.words("many"))
    return mention.plural and not counted and not _one(page, mention)


def _of_party(page: Page, mention: ActorMention) -> bool:
    """As in "der Grüne", "der Republikaner": one of a party is not the party."""
    party = mention.actor.kind is ActorKind.ORGANISATION and page.form(mention.first) in page.words("party people")
    return party and mention.last == mention.first + 1 and _one(page, mention)


def _one(page: Page, mention: ActorMention) -> bool:
    """As in "so der Niederländer", "einen Ungarn", "den Ungarn, der …": one of a people."""
    led = page.form(mention.first - 1) if mention.first else ""
    man = page.form(mention.last) == "," and page.form(mention.last + 1) in page.words("masculine")
    return led in page.words("masculine") | page.words("led as a man") or (bool(led) and man)


def _heads(page: Page, first: int, last: int, *, plural: bool | None) -> list[ActorMention]:
    found: list[ActorMention] = []
    for place in range(first, last):
        bracket = page.form(place) == "(" and not _goes_on(page, place, last)
        apart = page.form(place) == "," and not _in_brackets(page, place, last) and listed(page, place, last) is None
        apart = apart and not _of_states(page, place, last)
        if found and (bracket or apart):
            break
        for mention in _at(page, place, plural=plural):
            if (
                not _inside(mention, found)
                and not _agent(page, mention, first, last)
                and not _origin(page, mention, found)
            ):
                found.append(mention)
    return found


def _of_states(page: Page, place: int, last: int) -> bool:
    """As in "die Partner USA, Japan und Kanada": a comma between two states of a list that "und" ends."""
    before = any(m.last == place and m.actor.kind is ActorKind.STATE for m in page.named.get(place - 1, ()))
    behind = any(m.actor.kind is ActorKind.STATE for m in page.named.get(place + 1, ()))
    return before and behind and any(page.token(other).tag == "KON" for other in range(place, last))


def _in_brackets(page: Page, place: int, last: int) -> bool:
    """As in "Kranz (SPD, Bremen) und Holm": a comma inside of brackets."""
    marks = (page.form(other) for other in range(place + 1, min(place + 5, last)))
    return next((mark for mark in marks if mark in {"(", ")"}), "") == ")"


def _origin(page: Page, mention: ActorMention, found: list[ActorMention]) -> bool:
    """As in "Kranz von der SPD und Holm": where somebody is from speaks not itself, nor does a party in brackets."""
    if not found or found[-1].actor.kind is not ActorKind.PERSON or mention.actor.kind is ActorKind.PERSON:
        return False
    aside = found[-1].last
    return aside < mention.first <= aside + 2 and mention.last <= aside_end(page, aside)


def _goes_on(page: Page, place: int, last: int) -> bool:
    """As in "Kranz (SPD) und Holm": words that join stand behind the bracket."""
    close = next((other for other in range(place, min(place + 8, last)) if page.form(other) == ")"), last)
    return any(
        page.token(other).tag == "KON" or page.form(other) in page.words("also")
        for other in range(close + 1, min(close + 3, last))
    )


def _add(page: Page, kept: list[ActorMention], mention: ActorMention, *, plural: bool | None) -> None:
    """Adds a mention that words join with the one before, or takes the one of both whose words they are."""
    before = kept[-1] if kept else None
    if before is None or mention.actor == before.actor or mention.first < before.last:
        kept.append(mention)
    elif plural is False and _one_of_two_parts(page, before, mention):
        return
    elif _joins(page, before.last, mention.first):
        if plural is False and _one_person(page, before, mention):
            kept.pop()
        kept.append(mention)
    elif _tells_of(page, before, mention, plural=plural):
        kept[-1] = mention


def _joins(page: Page, first: int, last: int) -> bool:
    """Whether "und", "sowie", "als auch" or a comma stands between."""
    return any(
        page.token(place).tag == "KON" or page.form(place) in {",", "/", "&"} or page.form(place) in page.words("also")
        for place in range(first, last)
    )


def _one_of_two_parts(page: Page, before: ActorMention, mention: ActorMention) -> bool:
    """As in "der Minister und frühere Gründer sagte": one of two parts, the second without an article."""
    bare = page.token(before.last).tag == "KON" and page.token(before.last + 1).tag in {"NN", "ADJA"}
    one = before.actor.kind in {ActorKind.GROUP, ActorKind.PERSON} and mention.form is MentionForm.DESCRIPTION
    return bare and one and mention.actor.kind is ActorKind.GROUP


def _one_person(page: Page, before: ActorMention, mention: ActorMention) -> bool:
    """As in "der Gouverneur und EZB-Rat Kranz": one person of two offices, the second without an article."""
    titled = mention.name.start > mention.span.start or page.token(mention.first - 1).tag in {"NN", "NE"}
    bare = page.token(before.last).tag == "KON" and page.token(before.last + 1).tag in {"NN", "NE"}
    return titled and bare and before.form in _ALONE and mention.actor.kind is ActorKind.PERSON


def _tells_of(page: Page, before: ActorMention, mention: ActorMention, *, plural: bool | None) -> bool:
    """Whether a mention only tells who the next one is: "Kranz' Anwalt Holm", "der Nachbar Polen".

    Otherwise the next one is somebody else, to whom something is said: "empfiehlt Kranz Reisenden".
    """
    behind = mention.first == before.last
    many = before.plural and (plural or of_noun(page, before.last - 1) is not None)
    alone = before.form in _ALONE and not many
    if _ends_in_genitive(page, before) or (alone and mention.form is MentionForm.NAME):
        return True
    person = mention.actor.kind is ActorKind.PERSON and mention.form in {MentionForm.NAME, MentionForm.OFFICE}
    return person and behind and before.actor.kind is not ActorKind.PERSON


def _ends_in_genitive(page: Page, mention: ActorMention) -> bool:
    form = page.token(mention.last - 1).form
    name = mention.actor.label_de.split()[-1]
    return form.endswith(("'", "’")) or (form.endswith("s") and form[:-1] == name)


def _agent(page: Page, mention: ActorMention, first: int, last: int) -> bool:
    """As in "die von der SPD abgesetzte Stadträtin": a name behind a preposition inside the phrase is not its head."""
    before = [page.token(place).tag for place in range(max(first, mention.first - 2), mention.first)]
    paid = page.form(mention.last + 1) in page.words("paid for")  # "eine von der SPD in Auftrag gegebene Studie"
    behind = page.token(mention.last + 2 * paid).tag if mention.last < last else ""
    aside = mention.last <= last and mention.last - 1 not in without_attribute(page, first, last)
    return aside or (any(tag in {"APPR", "APPRART"} for tag in before) and behind in {"ADJA", "ADV", "ADJD"})


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
