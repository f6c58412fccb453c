"""Speakers whom a bare word names that no table has: firms and bodies, and people called by their first names."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.resolved import Resolved
from kg.extract.statements.speakers.somebody import is_thing, personal, speaks
from kg.lang import Language
from kg.lang.names import Firstnames
from kg.model import Actor, ActorKind

__all__ = ["with_names"]

_GROUP = "x-group-"
_VERBS = ("saying/", "carried/")
"""Beginnings of the rules whose speaker is a subject."""
_GENDERS = ("m", "f", "u")


def with_names(page: Page, spoken: list[Resolved]) -> list[Resolved]:
    """The same statements; a bare word that is a name is no group. It is so in all the article."""
    known = {one.voice.actors[0].id: _as(page, one.voice) for one in spoken if _is_name(page, one)}
    return [_renamed(one, known) for one in spoken] if known else spoken


def _renamed(one: Resolved, known: dict[str, Actor]) -> Resolved:
    actors = tuple(known.get(actor.id, actor) for actor in one.voice.actors)
    return one if actors == one.voice.actors else one._replace(voice=one.voice._replace(actors=actors))


def _is_name(page: Page, one: Resolved) -> bool:
    """Whether a noun without article is the subject of a verb in the singular, as no German noun stands: "Merkur
    kündigte an"; not "Zeugen kündigten an", "Polizei kündigt an"."""
    voice = one.voice
    single = voice.last - voice.first == 1 and not voice.plural and not voice.pronoun and len(voice.actors) == 1
    if not single or not one.found.rule.startswith(_VERBS) or not page.prose(voice.first):
        return False
    token, before = page.token(voice.first), page.token(voice.first - 1) if voice.first else None
    bare = before is None or before.tag not in {"ART", "APPRART", "ADJA", "PPOSAT", "PIAT", "PDAT", "CARD"}
    actor = voice.actors[0]
    if not bare or not actor.id.startswith(_GROUP) or actor.label_de != token.form or token.form != token.lemma:
        return False
    return not _common(page, voice.first)


def _common(page: Page, place: int) -> bool:
    """Whether the tables know a word as a noun."""
    noun = speaks(page, place) or personal(page, place) or of_noun(page, place) is not None
    return noun or is_thing(page, place) or bool(page.named.get(place))


def _as(page: Page, voice: Voice) -> Actor:
    actor = voice.actors[0]
    gender = _first_names(page.language).get(actor.label_de)
    kind = ActorKind.ORGANISATION if gender is None else ActorKind.PERSON
    id_ = f"x-{kind.value.lower()}-{actor.id.removeprefix(_GROUP)}"
    return replace(actor, id=id_, kind=kind, gender=gender if gender in {"m", "f"} else None)


@cache
def _first_names(language: Language) -> dict[str, str]:
    table = language.table(Firstnames)
    return {name: gender for gender in reversed(_GENDERS) for name in table[gender].names.split()}
