"""The closed vocabularies of the graph; every value is the local name of its ontology concept."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "ActorKind",
    "CasualtyType",
    "Modality",
    "Mode",
    "Personnel",
    "PlaceKind",
    "Qualifier",
    "Stance",
    "Topic",
]


class Stance(StrEnum):
    """What the speaker does with the content."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DECLINES = "declines"
    EXPECTS = "expects"
    WARNS = "warns"
    CRITICISES = "criticises"
    DEMANDS = "demands"
    ANNOUNCES = "announces"


class Mode(StrEnum):
    """How the article gives the words."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    REPORTED = "reported"


class Modality(StrEnum):
    """How sure the article is that the event is so."""

    FACT = "fact"
    ALLEGED = "alleged"
    POSSIBLE = "possible"
    PLANNED = "planned"
    DENIED = "denied"


class Qualifier(StrEnum):
    """How a number is meant."""

    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "atLeast"
    UP_TO = "upTo"


class Topic(StrEnum):
    """What a statement is about."""

    DEPLOYMENT = "deployment"
    ARMS_TRANSFER = "armsTransfer"
    CASUALTIES = "casualties"
    AGREEMENT = "agreement"
    TRAINING = "training"
    COMBAT = "combat"
    OTHER = "other"


class Personnel(StrEnum):
    """Who is deployed."""

    SOLDIERS = "soldiers"
    OFFICERS = "officers"
    GENERALS = "generals"
    ENGINEERS = "engineers"
    INSTRUCTORS = "instructors"
    TECHNICIANS = "technicians"
    WORKERS = "workers"


class CasualtyType(StrEnum):
    """What befell the casualties."""

    KILLED = "killed"
    WOUNDED = "wounded"
    LOSSES = "losses"


class ActorKind(StrEnum):
    """The actor classes of the ontology."""

    STATE = "State"
    PERSON = "Person"
    GOVERNMENT = "Government"
    MINISTRY = "Ministry"
    INTELLIGENCE_SERVICE = "IntelligenceService"
    ARMED_FORCES = "ArmedForces"
    ALLIANCE = "Alliance"
    INTERNATIONAL_ORGANISATION = "InternationalOrganisation"
    MEDIA_ORGANISATION = "MediaOrganisation"
    NEWS_AGENCY = "NewsAgency"
    THINK_TANK = "ThinkTank"
    ORGANISATION = "Organisation"
    GROUP = "Group"


class PlaceKind(StrEnum):
    """What sort of place; kept as `dcterms:type` text, all are `kg:Place`."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    FACILITY = "facility"
    FRONT = "front"
