"""Which state or group a noun phrase or a pronoun means in a clause that tells of a transfer."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.claims.arms.goods import allies_of
from kg.extract.claims.arms.sides import regime
from kg.extract.claims.common.bands import fighters
from kg.extract.claims.common.context import land_before
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.clause_parts import accusing
from kg.extract.claims.grammar.frames import Match, chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.origin import no_friend, state_by_adjective
from kg.extract.claims.grammar.slots import acting_before, owner, seated, subject
from kg.model import Actor, ActorKind, Mode, Stance, Statement

__all__ = [
    "acting",
    "heading",
    "holds_source",
    "meant_by_pronoun",
    "power_of",
    "prepositional",
    "speaker_state",
    "where_party",
]


_GIVERS = frozenset({"agent", "source"})
"""Jobs of prepositions behind which a company counts for its state ("vom russischen Hersteller")."""


def power_of(desk: Desk, nominal: Nominal | None) -> str | None:
    """The state or group that a noun phrase means; "die Verbündeten der Ukraine" are a group of their own."""
    if nominal is None:
        return None
    if (group := allies_of(desk.scene, nominal)) is not None:
        return group.id
    if nominal.owners and (fighting := fighters(desk.scene, nominal)) is not None:
        return fighting
    named = _named(desk, nominal, nominal.actor.actor) if nominal.actor is not None else None
    if nominal.actor is not None and desk.scene.is_noun(nominal, "parliament"):
        named = nominal.actor.actor.acts_for or named
    named = no_friend(desk.scene, nominal, named)
    known = None if nominal.lemma in desk.scene.words.jobs["half"] else named
    known = known or seated(desk.scene, nominal) or _by_place(desk, nominal)
    return known or (regime(desk) if desk.scene.is_noun(nominal, "regime") and nominal.determiner is not None else None)


def _named(desk: Desk, nominal: Nominal, actor: Actor) -> str | None:
    """The state or group of an actor; "die schwedische Firma X" that no registry knows acts for itself alone."""
    adjective = state_by_adjective(desk.scene, nominal.first, nominal.head)
    called = adjective is not None and any(_is_company(desk, p) for p in range(nominal.first, nominal.head))
    company = called and actor.kind is ActorKind.ORGANISATION and not actor.registered
    return actor.id if company else desk.scene.power(actor)


def _is_company(desk: Desk, position: int) -> bool:
    lemma = desk.scene.nouns[position]
    words = desk.scene.words.jobs["company"]
    return lemma in words or any(f"-{lemma[cut:]}" in words for cut in range(1, len(lemma) - 2))


def _by_place(desk: Desk, nominal: Nominal) -> str | None:
    """By the place that a phrase names, by "das Land", by an adjective ("die russische Industrie")."""
    if nominal.place is not None:
        return nominal.place.place.country
    if nominal.lemma in desk.scene.words.jobs["country"] and nominal.determiner is not None:
        one = desk.scene.text.tokens[nominal.head].form.lower().removesuffix("s").removesuffix("e") == nominal.lemma
        return land_before(desk.scene, nominal.first) if one else None
    if nominal.actor is None and nominal.item is None and nominal.people is None:
        called = next((n for n in chain_after(desk.scene, nominal)[:1] if n.preposition is None), None)
        if called is not None and called.place is not None and called.actor is None:
            return called.place.place.country
    to = nominal.preposition is None or desk.scene.is_a(nominal.preposition, "to-goods")
    return owner(desk.scene, nominal) if nominal.people is not None or (to and nominal.item is None) else None


def acting(desk: Desk, nominal: Nominal | None) -> str | None:
    """The state of who acts, also of a company or minister known by an adjective ("chinesische Firmen, die …")."""
    return power_of(desk, nominal) or (owner(desk.scene, nominal) if nominal is not None else None)


def prepositional(desk: Desk, inside: Iterable[Nominal], job: str) -> Nominal | None:
    """The first noun phrase for a state or group that a preposition of a job of `claim_words.toml` governs."""
    whole = tuple(inside)
    for nominal in whole:
        if nominal.preposition is None or nominal.item is not None or not desk.scene.is_a(nominal.preposition, job):
            continue
        loose = _only_where(desk, nominal)
        loose = loose or (job == "recipient" and _by_words(desk, nominal))
        loose = loose or (job in {*_GIVERS, "out-of"} and _informs(desk, nominal))
        inner = any(n.first < nominal.first and nominal.last <= n.head for n in whole)
        who = acting(desk, nominal) if job in _GIVERS else power_of(desk, nominal)
        if not (loose or inner) and who is not None:
            return nominal
    return None


def heading(desk: Desk, inside: Iterable[Nominal]) -> Nominal | None:
    """ "in Richtung Russland": whereto somebody or something is on the way."""
    ways = (n for n in inside if desk.scene.is_a(n.head, "goal") and not n.pronoun)
    after = (next(iter(chain_after(desk.scene, n)), None) for n in ways)
    return next((n for n in after if n is not None and n.preposition is None and power_of(desk, n) is not None), None)


def _informs(desk: Desk, nominal: Nominal) -> bool:
    """Whether a phrase belongs to who says it ("nach Erkenntnissen aus Kiew")."""
    here = desk.scene.text.span(nominal.first, nominal.last)
    said = (s.speaker for s in desk.scene.statements if s.speaker is not None)
    return nominal.attached and any(words.overlaps(here) for words in said)


def _by_words(desk: Desk, nominal: Nominal) -> bool:
    """Whether "nach" tells by whose words or behind whom ("nach den USA der größte"), not whereto."""
    assert nominal.preposition is not None
    if not desk.scene.is_a(nominal.preposition, "goal"):
        return False
    if desk.scene.text.tokens[nominal.preposition + 1].tag == "ART":
        return True
    if nominal.place is not None:
        return False
    return nominal.actor is not None and nominal.actor.actor.kind is not ActorKind.STATE


def _only_where(desk: Desk, nominal: Nominal) -> bool:
    """Whether "in" tells where, not whereto ("in Graz", but "in die Ukraine")."""
    assert nominal.preposition is not None
    return desk.scene.is_a(nominal.preposition, "in") and nominal.cases != frozenset({"acc"})


def where_party(desk: Desk, inside: Iterable[Nominal]) -> Nominal | None:
    """The first noun phrase for a state after "in", where the place stands for a party ("in Schweden bestellt")."""
    scene = desk.scene
    places = (n for n in inside if n.preposition is not None and scene.is_a(n.preposition, "in"))
    return next((n for n in places if n.item is None and power_of(desk, n) is not None), None)


def holds_source(desk: Desk, top: Nominal) -> bool:
    """ "erhält das Regime von den Russen": whether "von" inside a description tells from whom it gets something."""
    nouns = [p for p in range(top.first, top.head) if desk.scene.nouns[p] in desk.scene.words.jobs["that-land"]]
    return any(desk.scene.is_a(p + 1, "source") for p in nouns)


_OF_OTHERS = frozenset({Stance.EXPECTS, Stance.WARNS, Stance.CRITICISES})
"""What is said of the acts of others."""


def speaker_state(desk: Desk, match: Match, *, own: bool = False) -> str | None:
    """The state of whoever says it ("Wir würden die Lieferung von Waffen …"); `own`: only of own acts."""
    here = desk.scene.text.tokens[match.at].span
    for statement in desk.scene.statements:
        if statement.content.contains(here) and statement.speakers and not (own and _is_of_others(desk, statement)):
            power = desk.scene.power(desk.scene.actors.get(statement.speakers[0]))
            known = desk.scene.actors.get(power or "")
            return None if known is not None and known.kind is ActorKind.ORGANISATION else power
    return None


def _is_of_others(desk: Desk, statement: Statement) -> bool:
    """Whether a statement, or the one that it carries on, tells of what others may do."""
    if statement.stance in _OF_OTHERS:
        return True
    before = [s for s in desk.scene.statements if s.content.start < statement.content.start]
    last = before[-1] if before and statement.cue is None else None
    return last is not None and last.speakers == statement.speakers and last.stance in _OF_OTHERS


def meant_by_pronoun(desk: Desk, match: Match) -> str | None:
    """The state of "er", "es" or "sie" as the subject: "es" is the state told of before, else who speaks."""
    if accusing(desk.scene, match.clause) is not None:
        return power_of(desk, subject(desk.scene, match.clause))
    inside = desk.scene.inside(match.clause)
    if any(_is_they(desk, n) for n in inside) and _is_plural(desk, match):
        return _firms_before(desk, match)
    told = any(n.lemma in desk.scene.words.jobs["it"] | desk.scene.words.jobs["they"] for n in inside if n.pronoun)
    before = acting_before(desk.scene, match.clause.first) if told else None
    speaks = speaker_state(desk, match) or _of_above(desk, match, inside)
    if told and _in_quotes(desk, match):
        return before
    himself = not _in_quotes(desk, match) and _person_speaks(desk, match)
    return before if before is not None and (speaks is None or not himself) else speaks


def _of_above(desk: Desk, match: Match, inside: Iterable[Nominal]) -> str | None:
    """ "Seoul prüft, ob man Waffen liefert": who does what the clause hangs on."""
    one = any(n.pronoun and n.lemma in desk.scene.words.jobs["self"] for n in inside)
    above = desk.scene.text.clauses[match.clause.parent] if one and match.clause.parent is not None else None
    return power_of(desk, subject(desk.scene, above)) if above is not None else None


def _person_speaks(desk: Desk, match: Match) -> bool:
    """Whether a person says it, whom "er" can mean, no state."""
    here = desk.scene.text.tokens[match.at].span
    said = (s for s in desk.scene.statements if s.content.contains(here) and s.speakers)
    speaker = next((desk.scene.actors.get(s.speakers[0]) for s in said), None)
    return speaker is not None and speaker.kind is ActorKind.PERSON


def _is_they(desk: Desk, nominal: Nominal) -> bool:
    return nominal.lemma in desk.scene.words.jobs["they"] and desk.scene.text.tokens[nominal.head].tag == "PPER"


def _is_plural(desk: Desk, match: Match) -> bool:
    finite = match.clause.finite
    return finite is not None and desk.scene.text.tokens[finite].form.endswith("n")


def _firms_before(desk: Desk, match: Match) -> str | None:
    """The state of the companies that "sie" means; of two states or people, which the words leave open, none."""
    number = desk.scene.sentence_of(match.clause.first).number
    named = [n for s in desk.scene.nominals[max(number - 1, 0) : number + 1] for n in s]
    before = [n for n in named if n.last <= match.clause.first and _is_company(desk, n.head)]
    return owner(desk.scene, before[-1]) if before else None


def _in_quotes(desk: Desk, match: Match) -> bool:
    """Whether the words are quoted, so that "er" is not who speaks."""
    here = desk.scene.text.tokens[match.at].span
    told = (s for s in desk.scene.statements if s.content.contains(here))
    return any(s.mode is Mode.DIRECT for s in told)
