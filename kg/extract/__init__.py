"""extract: analysed text and mentions into the facts of one article."""

from __future__ import annotations

from kg.extract.claims import claims
from kg.extract.kinds import renamed, with_kinds
from kg.extract.statements import statements
from kg.lang import Language
from kg.model import Actor, Agreement, ArticleFacts, Claim, Deployment, Mentions, Statement, Text
from kg.model.facts import ArmsTransfer, Casualties

__all__ = ["extract"]


def extract(text: Text, mentions: Mentions, language: Language) -> ArticleFacts:
    """The statements and claims of an article, with every actor and place that they name, each once, by id."""
    spoken, speakers = statements(text, mentions, language)
    found = claims(text, mentions, spoken, language)
    actors = {mention.actor.id: mention.actor for mention in mentions.actors}
    actors |= {actor.id: actor for actor in (*speakers, *found.actors)}
    bodies = with_kinds(actors, language)
    spoken, claimed = renamed(spoken, bodies), renamed(found.claims, bodies)
    actors |= {actor.id: actor for actor in bodies.values()}
    places = {mention.place.id: mention.place for mention in mentions.places}
    places |= {place.id: place for place in found.places}
    return ArticleFacts(
        article=text.article,
        statements=spoken,
        claims=claimed,
        actors=_used(actors, _actor_ids(spoken, claimed)),
        places=tuple(places[key] for key in sorted(_place_ids(claimed)) if key in places),
    )


def _used(actors: dict[str, Actor], ids: set[str]) -> tuple[Actor, ...]:
    """The actors that facts name; an unregistered one with the state that it acts for, where the text names that."""
    ids = ids | {actors[key].acts_for or key for key in ids if key in actors}
    return tuple(actors[key] for key in sorted(ids) if key in actors)


def _actor_ids(spoken: tuple[Statement, ...], found: tuple[Claim, ...]) -> set[str]:
    ids = {actor for statement in spoken for actor in (*statement.speakers, *statement.via)}
    for claim in found:
        ids.update(claim.claimants)
        match claim:
            case Deployment():
                roles: tuple[str | None, ...] = (claim.sender, claim.host)
            case ArmsTransfer():
                roles = (claim.supplier, claim.recipient)
            case Casualties():
                roles = (claim.of,)
            case Agreement():
                roles = (*claim.parties, *claim.signatories)
            case _:
                roles = ()
        ids.update(role for role in roles if role is not None)
    return ids


def _place_ids(found: tuple[Claim, ...]) -> set[str]:
    ids: set[str] = set()
    for claim in found:
        if isinstance(claim, Deployment):
            ids.update(claim.places)
        elif isinstance(claim, Agreement) and claim.place is not None:
            ids.add(claim.place)
    return ids
