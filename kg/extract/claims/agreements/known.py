"""The agreement of the two states that an article is about, where a mention leaves its parties to the reader: "die
Grundlage ist der Beistandspakt vom Juni"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.extract.claims.agreements.mentions import Mention
from kg.extract.claims.agreements.owners import genitives
from kg.extract.claims.agreements.types import english_rows
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.common.pairs import party
from kg.extract.claims.grammar.frames import chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.lang.agreement import Tie
from kg.model import PartialDate

__all__ = ["between", "is_unmade", "leading_pair"]

_OFTEN = 2
"""How often they must deal with each other, and how many times as often as any other two."""


def leading_pair(dealt: Sequence[tuple[str, str]]) -> frozenset[str]:
    """The two states of whose dealings an article tells most by far; empty where there are none."""
    ranked = Counter(frozenset(pair) for pair in dealt if pair[0] != pair[1]).most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (ranked[1:] and ranked[0][1] < _OFTEN * ranked[1][1]):
        return frozenset()
    return ranked[0][0]


def between(desk: Desk, mention: Mention, pair: frozenset[str]) -> Mention:
    """The mention with the article's two states for parties, where it names nobody else and is of the kind that two
    states make."""
    if not pair or len(mention.parties) > 1 or not pair.issuperset(mention.parties) or mention.row.loose:
        return mention
    if not (_is_allied(desk, mention.noun) and _is_known(desk, mention)) or _names_others(desk, mention, pair):
        return mention
    if _dated(desk, mention.noun) is None and _is_of_speaker(desk, mention, pair):
        return mention
    when = mention.signed or _dated(desk, mention.noun)
    return mention._replace(parties=tuple(sorted(pair)), signed=when)


def _is_allied(desk: Desk, noun: Nominal) -> bool:
    """Whether it is told to be about mutual help, a partnership or the like."""
    return any(row.allied for row in english_rows(desk, noun))


def _is_known(desk: Desk, mention: Mention) -> bool:
    """Whether it is taken for known, or told when it was made."""
    determiner = mention.noun.determiner
    if mention.tie is Tie.NEGOTIATES:
        return False
    known = determiner is not None and (desk.scene.is_a(determiner, "the") or desk.scene.is_a(determiner, "this"))
    return known or mention.signed is not None or _dated(desk, mention.noun) is not None


def _is_of_speaker(desk: Desk, mention: Mention, pair: frozenset[str]) -> bool:
    """Whether somebody of another state speaks of it, who can mean one of their own."""
    scene, here = desk.scene, desk.scene.text.tokens[mention.noun.head].span
    says = {one for s in scene.statements if s.content.contains(here) for one in s.speakers}
    return not pair.issuperset(power for one in says if (power := scene.power(scene.actors.get(one))) is not None)


def _dated(desk: Desk, noun: Nominal) -> PartialDate | None:
    """As in "der Pakt vom Juni", "ein Vertrag über Freundschaft vom Juni"."""
    end = max([noun.last, *(n.last for n in chain_after(desk.scene, noun)[:1])])
    return next((date.when for date in desk.scene.mentions.dates if noun.first < date.first <= end + 1), None)


def _names_others(desk: Desk, mention: Mention, pair: frozenset[str]) -> bool:
    """Whether somebody else acts in the clause, unless it is told which agreement it is, or the noun is somebody's."""
    scene, noun = desk.scene, mention.noun
    free = [n for n in scene.inside(mention.clause) if n.preposition is None and not n.attached]
    acting = free if _dated(desk, noun) is None else []
    named = [party(scene, n.actor.actor) for n in [*acting, *chain_after(scene, noun)[:2]] if n.actor is not None]
    return not pair.issuperset(one for one in named if one is not None)


def is_unmade(scene: Scene, noun: Nominal) -> bool:
    """Whether it is still to be made: "Verhandlungen über ein Abkommen", "ein Vertrag steht noch aus"."""
    sentence = scene.nominals[scene.sentence_of(noun.first).number]
    before = next((n for n in sentence if n.last == noun.first), None) if noun.attached else None
    if before is not None and before.lemma in scene.words.jobs["towards"]:
        return True
    clause, determiner = scene.clause_at(noun.head), noun.determiner
    fresh = scene.is_a(determiner, "a") if determiner is not None else not genitives(scene, noun)
    if clause is not None and any(_is_ahead(scene, n) for n in scene.inside(clause)):
        return True
    return fresh and clause is not None and clause.lemma in scene.words.jobs["unmade"]


def _is_ahead(scene: Scene, nominal: Nominal) -> bool:
    """ "(steht) kurz vor dem Abschluss", "vor der Unterzeichnung"."""
    at = nominal.preposition
    return at is not None and scene.is_a(at, "ahead-of") and scene.is_noun(nominal, "signing")
