"""How German tells that weapons, other goods or know-how are given (`arms_transfer.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from kg.lang.frames import FrameRow

__all__ = ["ArmsTransferRow", "Pattern"]


class Pattern(StrEnum):
    """Which part of the clause is supplier, recipient and item."""

    GIVE = "give"
    """The subject gives something (accusative) to somebody (dative, "an", "nach")."""
    SUPPLY = "supply"
    """The subject supplies somebody (accusative) "mit" something."""
    GET = "get"
    """The subject gets something "von" or "aus"."""
    MOVE = "move"
    """The goods are the subject and go "an", "nach" somebody, "aus", "von" somebody."""
    STEM = "stem"
    """The goods are the subject and come "aus" somewhere; whoever uses them got them from there."""
    AGAIN = "again"
    """A number of goods told before ("weitere 14 sollen folgen")."""
    HELP = "help"
    """The subject helps somebody (dative, accusative) to make something."""
    ASK = "ask"
    """The subject wants something "von" somebody, or asks somebody (accusative) "um" something."""
    AIDED = "aided"
    """Somebody makes something with the help of somebody else."""
    ANY = "any"
    """Any verb beside weapons and two parties, read by grammar alone."""
    FOR = "for"
    """Goods of foreign make with a recipient behind them."""
    MADE = "made"
    """Goods of foreign make, in an article that tells whom their maker arms."""
    STATIONED = "stationed"
    """Weapons of one state are put up, or stand, in another."""
    PAID = "paid"
    """Goods that something told before is the payment for."""
    FIRE = "fire"
    """A weapon of foreign make is used: whoever made it has given it to whoever uses it."""


@dataclass(frozen=True, kw_only=True)
class ArmsTransferRow(FrameRow):
    """One way to tell of a transfer."""

    TABLE: ClassVar[str] = "arms_transfer"

    alone: tuple[str, ...] = ()
    """Verbs that need no goods beside them where the sentence has named weapons ("beliefern")."""
    market: bool = False
    """Whether "in" names where the goods come from ("in Schweden bestellt")."""
    off: bool = False
    """Whether whoever gives is an object without preposition ("kaufte Polen 40 Panzer ab")."""
    others: bool = False
    """Whether the goods may be others than those told before ("das Paket umfasst")."""
    whole: bool = False
    """Whether the clause names what the goods are a part of ("zu dem Paket gehören")."""
    shared: bool = False
    """Whether "mit" names who gets the goods ("teilt Technik mit Teheran")."""
    lump: bool = False
    """Whether the clause names what holds the goods or stands for them ("das Paket umfasst", "sie enthält")."""
    returns: bool = False
    """Whether the verb itself tells that it is for something else ("bezahlt mit Technik")."""
    uncounted: bool = False
    """Whether goods without a number take up a transfer too ("es geht um Raketen")."""
    pattern: Pattern = Pattern.GIVE
