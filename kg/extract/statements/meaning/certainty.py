"""How sure the program is of a statement: how often one like it was right when people read the articles themselves."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.model import ActorKind, Stance

__all__ = ["certainty_of", "signs_of"]

_POINTS: Mapping[str, int] = MappingProxyType(
    {
        "length few words": 1,
        "length long": -1,
        "length one word": -8,
        "length sentence": 7,
        "length short": 4,
        "mode direct": 3,
        "mode indirect": -6,
        "mode reported": 5,
        "no verb": -12,
        "resolved": -2,
        "rule called": -2,
        "rule carried": 2,
        "rule frames": -3,
        "rule interview": 11,
        "rule saying": 3,
        "rule saying_nouns": -4,
        "rule speech": -4,
        "rule sure 0.5": -3,
        "rule sure 0.6": -1,
        "rule sure 0.7": 1,
        "rule sure 0.8": 2,
        "rule sure 0.9": 4,
        "rule wanting": -1,
        "several": -3,
        "stance announces": -2,
        "stance asserts": 1,
        "stance confirms": -1,
        "stance criticises": 1,
        "stance declines": -2,
        "stance demands": 3,
        "stance denies": -3,
        "stance expects": 3,
        "stance warns": 1,
        "who group": -6,
        "who person": 10,
        "who person by one name": -5,
        "who registered": 3,
    }
)
"""Ten times the log odds by which a sign makes it likelier that a statement is right: logistic regression on those of a
thousand newspaper articles, each looked up in its article, before what was wrong there was mended, so that they hold
for articles that nobody has read (`python benchmarks/judged.py FILE --fit`, docs/evaluation.md)."""
_START = 10
_STEPS = (-99, -4, -1, 1, 3, 5, 7, 10, 12, 16, 19, 25)
"""The least points for each of `_SURE`; half way between the odds that two of them stand for."""
_SURE = tuple(Decimal(hundredths) / 100 for hundredths in (30, 40, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95))
"""How sure a statement can be."""
_LENGTHS = ((1, "one word"), (4, "few words"), (7, "short"), (30, "sentence"))
_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN", "PTKZU", "VVIZU"})


def certainty_of(sheet: Page, found: Found, voice: Voice, stance: Stance) -> Decimal:
    """The share of statements with the same signs that were right in speaker and content, 0 to 1."""
    points = _START + sum(_POINTS.get(sign, 0) for sign in signs_of(sheet, found, voice, stance))
    return _SURE[bisect_right(_STEPS, points) - 1]


def signs_of(sheet: Page, found: Found, voice: Voice, stance: Stance) -> Iterator[str]:
    """What tells how sure a statement is: the rule that found it, who speaks, how that was made out, and its words."""
    family, _, name = found.rule.partition("/")
    yield f"rule {name if name in {'interview', 'called'} else family}"
    yield f"rule sure {min(found.certainty, voice.certainty)}"
    yield f"who {_who(voice)}"
    yield f"stance {stance}"
    yield f"mode {found.mode}"
    if len(voice.actors) > 1:
        yield "several"
    if voice.reason is not None and not found.carried:
        yield "resolved"
    yield from _words(sheet, found)


def _who(voice: Voice) -> str:
    kinds = {actor.kind for actor in voice.actors}
    if kinds == {ActorKind.PERSON}:
        full = all(actor.registered or " " in actor.label_de for actor in voice.actors)
        return "person" if full else "person by one name"
    if all(actor.registered for actor in voice.actors):
        return "registered"
    return "group" if ActorKind.GROUP in kinds else "body"


def _words(sheet: Page, found: Found) -> Iterator[str]:
    text = sheet.text
    first, last = text.place_of(found.content.start), text.place_of(found.content.end - 1) + 1
    words = sum(text.tokens[place].form[:1].isalnum() for place in range(first, last))
    yield f"length {next((name for most, name in _LENGTHS if words <= most), 'long')}"
    if not any(text.tokens[place].tag in _FINITE for place in range(first, last)):
        yield "no verb"
