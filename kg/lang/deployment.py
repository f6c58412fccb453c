"""How German tells that people are sent, stationed, moved or trained abroad (`deployment.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from kg.lang.frames import FrameRow

__all__ = ["DeploymentRow", "People"]


class People(StrEnum):
    """Where the people who are deployed stand in an active clause."""

    OBJECT = "object"
    """Somebody sends them; in the passive they are the subject."""
    SUBJECT = "subject"
    """They come, stay or fight themselves."""
    NONE = "none"
    """The word itself implies them ("Truppenentsendung")."""


@dataclass(frozen=True, kw_only=True)
class DeploymentRow(FrameRow):
    """One way to tell of a deployment."""

    TABLE: ClassVar[str] = "deployment"

    people: People = People.OBJECT
    sends: bool = True
    """Whether the subject of the active verb is the sender; false for "einsetzen", which a host may do as well."""
    brings: bool = False
    """Whether the people may stand after "mit" ("beteiligt sich mit 250 Soldaten an …")."""
    aids: bool = False
    """Whether the object is the host ("unterstützt Russland mit Soldaten")."""
    after: tuple[str, ...] = ()
    """Other prepositions that the people may stand after ("sprach von 130 Mann", "auf 300 Soldaten aufstocken")."""
    hosts: bool = False
    """Whether the subject is the host ("empfing 100 Ausbilder")."""
    anyone: bool = False
    """Whether citizens count as well as soldiers ("chinesische Staatsbürger kämpfen")."""
    resumes: bool = False
    """Whether "die Soldaten" of a deployment told before need no place ("Die Soldaten seien am Montag gelandet")."""
    bare: bool = False
    """Whether people and place alone are enough where somebody tells of them ("Videos von … Soldaten in …")."""
    joins: bool = False
    """Whether it is a part in a war by itself ("Beteiligung")."""
    stays: bool = False
    """Whether with people and no place it leads to no country ("der Einsatz seiner Soldaten")."""
    reaches: bool = False
    """Whether the object is where the people come to ("erreichen")."""
    leaves: bool = False
    """Whether the object is the country that is left ("verlassen")."""
