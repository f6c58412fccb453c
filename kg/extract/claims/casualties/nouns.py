"""The roles of casualties told by a noun ("300 Tote") or a participle before one ("gefallene Soldaten")."""

from __future__ import annotations

from kg.extract.claims.casualties.bearers import bearer
from kg.extract.claims.casualties.conflict import is_struck
from kg.extract.claims.casualties.counts import spoken_of
from kg.extract.claims.casualties.drafts import Roles, edges, span_of
from kg.extract.claims.casualties.names import among, strangers
from kg.extract.claims.casualties.numbers import number_told
from kg.extract.claims.casualties.owners import Before, among_told, mourner, teller
from kg.extract.claims.casualties.possessors import honoured
from kg.extract.claims.casualties.side import whose
from kg.extract.claims.casualties.victims import ONE, count, held, hurt
from kg.extract.claims.common.drafts import Amount, Desk
from kg.extract.claims.grammar.frames import How, Match, chain_after
from kg.extract.claims.grammar.governors import govern
from kg.extract.claims.grammar.modality import Effect
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import owner
from kg.lang.casualties import CasualtyRow
from kg.lang.frames import Need
from kg.model import CasualtyType

__all__ = ["noun_roles"]


def noun_roles(desk: Desk, match: Match, row: CasualtyRow, before: Before) -> Roles | None:
    """Whose casualties a noun or participle tells of, and how many; None where it tells of none."""
    scene, noun = desk.scene, match.nominal
    assert noun is not None
    if match.how is How.PARTICIPLE and (not hurt(noun) or match.clause.lemma in scene.words.jobs["kill"]):
        return None
    if row.type is CasualtyType.LOSSES and _told_as(desk, match) and not among_told(desk, match, before.hurt):
        return None
    inner, told = _inner(desk, match), _told_as(desk, match)
    named = owner(scene, noun) or (owner(scene, inner) if inner is not None else None)
    named = named or (bearer(desk, match) if row.type is CasualtyType.LOSSES else None)
    quantity = number_told(desk, match, inner)
    of = (
        named
        or among(desk, match)
        or mourner(desk, match, before)
        or whose(desk, match, inner or noun, before)
        or teller(desk, match)
    )
    of = of or spoken_of(desk, match, before) or honoured(desk, match)
    one = count(desk, inner if told and inner is not None else noun, quantity)
    if one.number is None and inner is not None and _is_death(desk, noun):
        one = _one(desk, inner) or one
    none = quantity is None and _is_none(desk, match)
    counted = quantity is not None or (one.number is not None and match.how is How.NOUN)
    if not (counted or none) and (
        Need.NUMBER in row.needs or not _uncounted(desk, match, row, named, of, before.group)
    ):
        return None
    if (row.type is CasualtyType.LOSSES or none) and of is None:
        return None
    core = span_of(desk, noun.first, noun.last, quantity)
    last = (inner.first, inner.last - 1) if inner is not None else ()
    positions = (*edges(desk, core), *_genitive(desk, noun), *last)
    return Roles(of, one, core, positions, True, strangers=strangers(desk, inner or noun), none=none)


def _inner(desk: Desk, match: Match) -> Nominal | None:
    """The people behind a noun: "den Tod von zwei Soldaten", "unter den Toten ist ein General", "als Gefallene"."""
    scene, noun = desk.scene, match.nominal
    assert noun is not None
    if _told_as(desk, match):
        free = [n for n in scene.inside(match.clause) if n is not noun and n.preposition is None]
        people = [n for n in free if hurt(n) or _is_national(n)]
        verbs = {scene.lemma(p) for p in match.clause.verbs}
        is_one = not (_among(desk, noun) or _is_counted_to(desk, match, noun)) or not verbs.isdisjoint(
            scene.words.jobs["among-verb"]
        )
        told = next((n for n in people if n.first >= noun.last or is_one), None)
        return held(told, scene.inside(match.clause)) if told is not None else None
    chain = chain_after(scene, noun)[:3]
    after = [n for n in chain if hurt(n) or (n.people is not None and n.people.personnel is not None)]
    ranked = bool(chain) and _in_ranks(desk, chain[0])
    return next((n for n in after if n is chain[0] or ranked or _among(desk, n)), None)


def _in_ranks(desk: Desk, nominal: Nominal) -> bool:
    """ "Tote in den Reihen der Armee"."""
    inside = nominal.preposition is not None and desk.scene.is_a(nominal.preposition, "in")
    return inside and desk.scene.is_noun(nominal, "ranks")


def _is_national(nominal: Nominal) -> bool:
    """ "ein 22 Jahre alter Deutscher"."""
    return any(mention.first <= nominal.head < mention.last for mention in nominal.owners)


def _told_as(desk: Desk, match: Match) -> bool:
    """ "Unter den Toten ist …", "als Gefallene erfasst": the dead are told by another noun phrase of the clause."""
    noun, tokens = match.nominal, desk.scene.text.tokens
    if noun is None or match.how is not How.NOUN:
        return False
    under = _among(desk, noun) and not desk.scene.is_a(noun.preposition or 0, "of")
    under = under or _is_counted_to(desk, match, noun)
    return under or (noun.first > 0 and tokens[noun.first - 1].tag == "KOKOM" and noun.first == noun.head)


def _is_counted_to(desk: Desk, match: Match, noun: Nominal) -> bool:
    """ "Zu den Toten zählen zwei Kinder"."""
    to = noun.preposition is not None and desk.scene.is_a(noun.preposition, "toward")
    return to and match.clause.lemma in desk.scene.words.jobs["among-verb"]


def _is_death(desk: Desk, noun: Nominal) -> bool:
    return noun.lemma in desk.scene.words.jobs["death"]


def _one(desk: Desk, people: Nominal) -> Amount | None:
    """ "den Tod des Generals": one, unless only a name tells who."""
    row, at = people.people, people.determiner
    if row is None or row.body or row.holds or people.actor is not None or at is None:
        return None
    return ONE if desk.scene.text.tokens[at].form.lower() in desk.scene.words.jobs["singular-genitive"] else None


def _is_none(desk: Desk, match: Match) -> bool:
    """ "gab es weder Tote noch Verletzte", "keine Toten", "Tote gab es keine"."""
    scene, noun = desk.scene, match.nominal
    assert noun is not None
    if (
        match.how is not How.NOUN
        or noun.preposition is not None
        or match.clause.lemma not in scene.words.jobs["there-is"]
    ):
        return False
    own = [p for p in scene.own_tokens(match.clause) if scene.is_a(p, "no")]
    return any(p < noun.head and noun.first - p <= _FAR for p in own) or match.clause.last - 1 in own


_FAR = 4
"""Tokens that "weder" stands before the nouns that it denies."""


def _uncounted(
    desk: Desk, match: Match, row: CasualtyRow, named: str | None, of: str | None, group: str | None
) -> bool:
    """Whether casualties count without a number: somebody's losses, "die gefallenen Nordkoreaner", what is denied."""
    noun = match.nominal
    assert noun is not None
    above = govern(desk.scene, noun, desk.signs)
    if row.type is CasualtyType.LOSSES:
        if _counted_as_dead(desk, match):
            return False
        if _is_topic(desk, match):
            return False
        admits = above.clause is not None and above.clause.lemma in desk.scene.words.jobs["admit"]
        loss = desk.scene.is_noun(noun, "loss") and _is_told_of(desk, noun) and not _asked(desk, match)
        known = of is not None and of == group and loss
        return named is not None or known or (of is not None and (admits or _is_theirs(desk, noun)))
    if match.how is How.NOUN:
        return of is not None and _some_are_told(desk, match, named)
    if of is None:
        return False
    several = (
        noun.actor.plural if noun.actor is not None else desk.scene.text.tokens[noun.head].form.lower() != noun.lemma
    )
    several = several or noun.determiner is None
    theirs = named is not None or of == group or _is_theirs(desk, noun)
    return (theirs and several) or Effect.DENIED in above.effects


def _is_topic(desk: Desk, match: Match) -> bool:
    """ "Zu den Verlusten machte er keine Angaben", "äußert sich über die Verluste": what is only spoken about."""
    scene, noun = desk.scene, match.nominal
    assert noun is not None
    about = noun.preposition is not None and scene.is_a(noun.preposition, "spoken-about")
    known = about and noun.determiner is not None and scene.is_a(noun.determiner, "the")
    return known and not noun.attached


def _is_told_of(desk: Desk, noun: Nominal) -> bool:
    """ "die Verluste", "Anzeichen für Verluste", not "ohne Verluste"."""
    at = noun.preposition
    return at is None or desk.scene.is_a(at, "told-of-losses") or desk.scene.is_a(at, "after-losses")


def _some_are_told(desk: Desk, match: Match, named: str | None) -> bool:
    """Whether a noun without a number tells of some dead or wounded: "der Tod des Generals", "ihre Toten", "Tote"."""
    noun = match.nominal
    assert noun is not None
    inner = _inner(desk, match)
    if _told_as(desk, match):
        return inner is not None and named is not None
    if _is_death(desk, noun):
        return inner is not None and (named is not None or inner.actor is not None)
    chain = chain_after(desk.scene, noun)[:1]
    ranked = bool(chain) and _in_ranks(desk, chain[0])
    if inner is not None and named is not None and (ranked or _among(desk, inner)) and not noun.coordinated:
        return True
    if ranked and noun.preposition is None and _are_dead(desk, noun):
        return True
    if _is_theirs(desk, noun) or (named is not None and desk.scene.is_a(noun.head, "fallen-noun")):
        return True
    return _some(desk, match)


def _asked(desk: Desk, match: Match) -> bool:
    """ "wie hoch die Verluste sind"."""
    opener = match.clause.opener
    return opener is not None and desk.scene.is_a(opener, "how-many")


def _is_theirs(desk: Desk, noun: Nominal) -> bool:
    return noun.determiner is not None and desk.scene.text.tokens[noun.determiner].tag == "PPOSAT"


def _are_dead(desk: Desk, noun: Nominal) -> bool:
    """ "Tote", "Verletzte", without an article."""
    form = desk.scene.text.tokens[noun.head].form.lower()
    return form in desk.scene.words.jobs["dead-plural"] and noun.determiner is None


def _some(desk: Desk, match: Match) -> bool:
    """ "Tote und Verletzte nach Angriff auf Charkiw": some, where the clause itself tells of what struck them."""
    scene, noun = desk.scene, match.nominal
    if noun is None or not _are_dead(desk, noun):
        return False
    if match.clause.lemma in scene.words.jobs["concede"]:
        return True
    told_of = noun.preposition is not None and scene.is_a(noun.preposition, "of")
    if told_of:
        return match.clause.lemma in scene.words.jobs["reckon"] or is_struck(scene, match.clause)
    return noun.preposition is None and not noun.attached and is_struck(scene, match.clause)


def _counted_as_dead(desk: Desk, match: Match) -> bool:
    """ "Russlands Verluste stiegen auf 700 Tote und Verwundete": the dead tell the number."""
    inside = [n for n in desk.scene.inside(match.clause) if n.first > match.at and n.quantity is not None]
    return any(n.preposition is not None and desk.scene.is_a(n.preposition, "put-at") and not n.people for n in inside)


def _among(desk: Desk, nominal: Nominal) -> bool:
    """ "Tote und Verletzte unter den Soldaten"."""
    return nominal.preposition is not None and desk.scene.is_a(nominal.preposition, "under")


def _genitive(desk: Desk, noun: Nominal) -> tuple[int, ...]:
    """The name in the genitive before or after a noun of losses belongs to the evidence."""
    sentence = desk.scene.nominals[desk.scene.sentence_of(noun.first).number]
    place = sentence.index(noun)
    if noun.attached and place and sentence[place - 1].actor is not None and noun.preposition is None:
        return (sentence[place - 1].head,)
    return tuple(n.last - 1 for n in sentence[place + 1 : place + 2] if n.attached and n.actor is not None)
