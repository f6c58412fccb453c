"""Claims of an article: deployments, arms transfers, casualties, agreements, in the order of the text."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from kg.extract.claims.agreements import agreements
from kg.extract.claims.arms import arms_transfers
from kg.extract.claims.casualties import casualties, table_casualties
from kg.extract.claims.common.bands import bands
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments import deployments
from kg.extract.claims.grammar.modality import signs
from kg.extract.claims.grammar.scene import scene
from kg.extract.claims.grammar.wordlists import words
from kg.lang import Language
from kg.model import Actor, ArmsTransfer, Claim, Deployment, Mentions, Place, Statement, Text

__all__ = ["ClaimSet", "claims"]


class ClaimSet(NamedTuple):
    """The claims of an article, and the actors and places that they name beyond the mentions."""

    claims: tuple[Claim, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]


def claims(text: Text, mentions: Mentions, statements: tuple[Statement, ...], language: Language) -> ClaimSet:
    """The claims of an article, keyed c1… and a1… in the order of the text."""
    desk = Desk(scene(text, mentions, statements, words(language)), signs(language), language)
    moved = deployments(desk)
    given = arms_transfers(desk, [f.claim for f in moved])
    hurt = casualties(desk, [f.claim for f in moved])
    drafts: list[Claim] = [*(f.claim for f in moved), *(f.claim for f in given), *hurt, *table_casualties(desk, hurt)]
    keyed = [replace(claim, key=f"c{n}") for n, claim in enumerate(sorted(drafts, key=_position), 1)]
    keyed += [replace(claim, key=f"a{n}") for n, claim in enumerate(agreements(desk, _dealt(drafts)), 1)]
    actors = {actor.id: actor for transfer in given for actor in transfer.actors}
    actors |= bands(desk.scene)
    places = {place.id: place for deployment in moved for place in deployment.places}
    return ClaimSet(tuple(sorted(keyed, key=_position)), tuple(actors.values()), tuple(places.values()))


def _dealt(drafts: list[Claim]) -> list[tuple[str, str]]:
    """The two states of each deployment and transfer."""
    moved = [(c.sender, c.host) for c in drafts if isinstance(c, Deployment)]
    given = [(c.supplier, c.recipient) for c in drafts if isinstance(c, ArmsTransfer)]
    return [(one, other) for one, other in [*moved, *given] if one is not None and other is not None]


def _position(claim: Claim) -> tuple[int, int]:
    return claim.evidence.start, claim.evidence.end
