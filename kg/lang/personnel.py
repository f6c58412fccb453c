"""Who is deployed: nouns for soldiers, officers, instructors … (`personnel.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.lang.tables import Row
from kg.model.vocabulary import Personnel

__all__ = ["PersonnelRow"]


@dataclass(frozen=True, kw_only=True)
class PersonnelRow(Row):
    """Nouns for one sort of people."""

    TABLE: ClassVar[str] = "personnel"

    nouns: tuple[str, ...]
    """Lemmas in lower case; "-soldat" is the last part of a compound."""
    personnel: Personnel | None = None
    """None for a noun that only holds others ("Delegation", "Zehntausende") or for civilians."""
    holds: bool = False
    """Whether the people stand after it ("eine Gruppe von Ausbildern")."""
    civilian: bool = False
    """Whether it names victims only, never people who are deployed ("Zivilist", "Mensch")."""
    of: str = ""
    """Id of the actor whose people they are by name ("Bundeswehrsoldat")."""
    stateless: bool = False
    """Whether the country where they are is not theirs by itself ("Rebell", "Terrorist")."""
    called: str = ""
    """What the group of such fighters is called, in the plural ("Rebellen"); nothing where no group is meant."""
    body: bool = False
    """Whether one of it is not one person ("Einheit", "Brigade"), so that its number counts nobody."""
    home: bool = False
    """Whether they belong where they are ("Polizist"), unless sent somewhere."""
