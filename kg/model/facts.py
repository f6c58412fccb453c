"""The facts of an article, as `extract` makes them and `describe` writes them.

Keys ("s1", "c1", "a1") number the facts of one article in the order of the text and tie them to each other; they never
leave the process: IRIs are made of hashes and offsets in `describe`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kg.model.actors import Actor, Place
from kg.model.dates import PartialDate
from kg.model.text import Article, Span
from kg.model.vocabulary import CasualtyType, Modality, Mode, Personnel, Qualifier, Stance, Topic

__all__ = [
    "Agreement",
    "ArmsTransfer",
    "ArticleFacts",
    "Casualties",
    "Claim",
    "Deployment",
    "Item",
    "Statement",
    "Violation",
]

CERTAIN = Decimal("0.9")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One act of saying, in one article."""

    key: str
    speakers: tuple[str, ...]
    """Actor ids, in the order of the text."""
    stance: Stance
    mode: Mode
    content: Span
    speaker: Span | None
    """The words that name the speaker of this statement."""
    cue: Span | None
    said_on: PartialDate | None
    topics: tuple[Topic, ...]
    via: tuple[str, ...] = ()
    """Actor ids of the media through which it reached the article."""
    relays: str | None = None
    """Key of the statement of another speaker that this one passes on."""
    continues: str | None = None
    """Key of the statement that this one carries on without a cue of its own."""
    rule: str
    """Id of the table row or construction that made it: "saying/bestätigen", "frame/laut"."""
    certainty: Decimal = CERTAIN
    """How sure the program is, 0 to 1."""
    reason: str | None = None
    """Why a pronoun or description was taken for its speaker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What all claims share: one proposition about an event, as one source or the article itself puts it."""

    key: str
    claimants: tuple[str, ...]
    """Actor ids; empty where the article speaks in its own voice."""
    statement: str | None
    """Key of the statement that carries it."""
    number: int | None = None
    qualifier: Qualifier | None = None
    minimum: int | None = None
    maximum: int | None = None
    modality: Modality
    when: PartialDate | None = None
    evidence: Span
    rule: str
    certainty: Decimal = CERTAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment(Claim):
    """People sent, stationed, moved or trained abroad."""

    sender: str | None
    host: str | None
    places: tuple[str, ...] = ()
    """Place ids."""
    personnel: Personnel | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A good as the text names it, and its concept where one is known ("ammunition")."""

    span: Span
    concept: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmsTransfer(Claim):
    """Weapons, munitions, other goods or know-how given."""

    supplier: str | None
    recipient: str | None
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualties(Claim):
    """Dead, wounded, losses."""

    of: str | None
    """Actor id: whose people."""
    type: CasualtyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Claim):
    """A pact, treaty or other agreement; one per agreement and article."""

    parties: tuple[str, ...]
    signatories: tuple[str, ...] = ()
    type: str
    """English, a few words."""
    signed: PartialDate | None = None
    place: str | None = None
    """Place id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFacts:
    """All that one article says."""

    article: Article
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    """Deployments, arms transfers, casualties and agreements, in the order of the text."""
    actors: tuple[Actor, ...]
    """Every actor that a fact names, each once, by id."""
    places: tuple[Place, ...]
    """Every place that a fact names, each once, by id."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One result of SHACL validation."""

    severity: str
    """"Violation", "Warning" or "Info"."""
    focus: str
    """IRI of the node."""
    path: str | None
    message: str
    shape: str
