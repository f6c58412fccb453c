"""Which ministry "das Ministerium" is where none is named before: that of the minister told of."""

from __future__ import annotations

from kg.lang.nouns import Bodies, Offices, Titles
from kg.model import ActorKind
from kg.recognise.context import Context
from kg.recognise.described import Described, described
from kg.recognise.lexicon import Sense

__all__ = ["belongs_to_somebody", "ministry_phrase"]

_REACH = 6
"""How many sentences a minister is looked for."""


def ministry_phrase(context: Context, phrase: Described) -> Described | None:
    """The phrase as though it told which ministry it is: "Innenministerium" of "Innenministerin Holm … das
    Ministerium", with the state of the minister; None where no minister stands before or several in one sentence."""
    row = phrase.sense.row
    general = isinstance(row, Bodies) and row.general and row.kind is ActorKind.MINISTRY
    if not general or phrase.sense.part or phrase.reading.plural:
        return None
    text = context.scan.text
    here = text.sentence_at(phrase.head).number
    for sentence in reversed(text.sentences[max(here - _REACH, 0) : here + 1]):
        last = min(sentence.last, phrase.head)
        found = {place: noun for place in range(sentence.first, last) if (noun := _ministry(context, place))}
        if found:
            return _told(context, phrase, min(found), found[min(found)]) if len(set(found.values())) == 1 else None
    return None


def _told(context: Context, phrase: Described, minister: int, noun: str) -> Described | None:
    sense = context.scan.lexicon.sense(noun)
    if sense is None or not isinstance(sense.row, Bodies):
        return None
    owners = described(context.scan, minister, context.people).owners
    return phrase._replace(sense=sense, reading=sense.readings[0], owners=owners[:1])


def _ministry(context: Context, place: int) -> str | None:
    """The noun of a minister's house: "Verkehrsministerium" of "Verkehrsministerin"; None of a prime minister."""
    scan = context.scan
    sense = scan.senses.get(place)
    if sense is None or not isinstance(sense.row, Offices | Titles):
        return None
    noun = _whole(sense)
    minister = next((end for end in scan.joints["minister ending"] if noun.lower().endswith(end)), "")
    part = noun[: len(noun) - len(minister)]
    if not minister or not part.isalpha() or part.lower().startswith(scan.joints["minister without a ministry"]):
        return None
    return part + scan.first_of("ministry ending")


def _whole(sense: Sense) -> str:
    """The noun with the first part of its compound."""
    return sense.part + sense.readings[0].nominative


def belongs_to_somebody(context: Context, phrase: Described) -> bool:
    """As in "Holms Ministerium": a name in the genitive stands right before the noun."""
    name = context.people_ends.get(phrase.first)
    return name is not None and context.scan.tokens[name.last - 1].form.endswith(
        context.scan.joints["genitive of a name"]
    )
