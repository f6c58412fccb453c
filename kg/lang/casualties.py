"""How German tells of dead, wounded and losses (`casualties.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.lang.frames import FrameRow
from kg.model.vocabulary import CasualtyType

__all__ = ["CasualtyRow"]


@dataclass(frozen=True, kw_only=True)
class CasualtyRow(FrameRow):
    """One way to tell of casualties."""

    TABLE: ClassVar[str] = "casualties"

    type: CasualtyType
    victims: bool = True
    """Whether the people of the clause are the victims; false where the subject has the losses."""
    denied: bool = False
    """Whether it tells of casualties only where it is denied ("überlebte nicht")."""
    people: bool = False
    """Whether only people suffer it, so that whatever it counts are people."""
    units: bool = False
    """Whether it tells of whole units alone, not of those who are counted one by one."""
