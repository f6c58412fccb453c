"""Casualties: whose people were killed, wounded or lost, how many, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.claims.casualty_roles import Roles, all_roles
from kg.extract.claims.conflict import in_conflict, spheres
from kg.extract.claims.drafts import Desk, date_in, evidence, judged
from kg.extract.claims.frames import Frames, How, Match, matches
from kg.lang import Language
from kg.lang.casualties import CasualtyRow
from kg.model import Casualties, CasualtyType, Deployment, Modality

__all__ = ["casualties"]


@cache
def _frames(language: Language) -> Frames[CasualtyRow]:
    return Frames.of(language.table(CasualtyRow).values())


_NEAR = 3
"""Tokens between two participles that "oder" joins."""


def casualties(desk: Desk, moved: Sequence[Deployment] = ()) -> tuple[Casualties, ...]:
    """The casualties of an article in the order of the text; `moved`: its deployments, for "3000 von ihnen"."""
    found: list[Casualties] = []
    told = matches(desk.scene, _frames(desk.language))
    known = spheres(desk.scene) if told else ()
    for match in told:
        row = match.row
        if not isinstance(row, CasualtyRow) or not in_conflict(desk.scene, match.at, known, losses=not row.victims):
            continue
        for one in all_roles(desk, match, row, found):
            roles = _of_deployed(desk, match, one, moved)
            kind = CasualtyType.LOSSES if _either(desk, match, told) else row.type
            if not _taken(found, kind, roles):
                found += list(_claims(desk, match, row, roles, kind))
    return tuple(found)


def _either(desk: Desk, match: Match, told: Sequence[Match]) -> bool:
    """As in "getötet oder verwundet": one number for both is the losses."""
    scene = desk.scene
    for other in told:
        low, high = sorted((match.at, other.at))
        if 0 < high - low <= _NEAR and any(scene.is_a(place, "or") for place in range(low + 1, high)):
            return all(one.how is How.VERB for one in (match, other))
    return False


def _taken(found: list[Casualties], kind: CasualtyType, roles: Roles) -> bool:
    """Whether the same words have given a claim of this type already."""
    same = [f for f in found[-4:] if f.type is kind and f.evidence.contains(roles.core)]
    return any(f.number == roles.amount.number for f in same)


def _of_deployed(desk: Desk, match: Match, roles: Roles, moved: Sequence[Deployment]) -> Roles:
    """ "3000 von ihnen" after a deployment: those who were sent."""
    scene = desk.scene
    inside = scene.inside(match.clause)
    parts = [n for n in inside if n.preposition is not None and (n.pronoun or n.people is not None)]
    if roles.of is not None or not any(n.preposition is not None and scene.is_a(n.preposition, "of") for n in parts):
        return roles
    earliest = scene.text.sentences[max(scene.sentence_of(match.at).number - 2, 0)].start
    near = [one.sender for one in moved if earliest <= one.evidence.start < scene.text.tokens[match.at].start]
    return roles._replace(of=near[-1] if near else None)


def _claims(desk: Desk, match: Match, row: CasualtyRow, roles: Roles, kind: CasualtyType) -> Iterator[Casualties]:
    for modality, voice in judged(desk, match, roles.core, explicit=roles.explicit):
        if modality is Modality.PLANNED:
            continue
        yield Casualties(
            key="",
            claimants=voice.claimants,
            statement=voice.key,
            number=roles.amount.number,
            qualifier=roles.amount.qualifier,
            minimum=roles.amount.minimum,
            maximum=roles.amount.maximum,
            modality=modality,
            when=date_in(desk.scene, match.clause),
            evidence=evidence(desk, match, roles.positions, voice),
            rule=row.rule,
            of=roles.of,
            type=kind,
        )
