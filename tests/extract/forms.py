"""Names of states in all cases, for sentences that are put together from them."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["STATES", "State", "sentence"]


class State(NamedTuple):
    """How a state is named in a sentence."""

    id: str
    nominative: str
    dative: str
    accusative: str
    genitive: str
    to: str
    """With "an"."""
    of: str
    """With "von"."""
    into: str
    inside: str
    out_of: str
    relative: str
    to_whom: str
    adjective: str
    """Without its ending."""
    plural: bool = False

    def verb(self, singular: str, plural: str) -> str:
        """The form of a verb of which the state is the subject."""
        return plural if self.plural else singular


STATES = (
    State("north-korea", "Nordkorea", "Nordkorea", "Nordkorea", "Nordkoreas", "an Nordkorea", "von Nordkorea",
          "nach Nordkorea", "in Nordkorea", "aus Nordkorea", "das", "dem", "nordkoreanisch"),
    State("iran", "der Iran", "dem Iran", "den Iran", "des Iran", "an den Iran", "vom Iran",
          "in den Iran", "im Iran", "aus dem Iran", "der", "dem", "iranisch"),
    State("ukraine", "die Ukraine", "der Ukraine", "die Ukraine", "der Ukraine", "an die Ukraine", "von der Ukraine",
          "in die Ukraine", "in der Ukraine", "aus der Ukraine", "die", "der", "ukrainisch"),
    State("usa", "die USA", "den USA", "die USA", "der USA", "an die USA", "von den USA",
          "in die USA", "in den USA", "aus den USA", "die", "denen", "amerikanisch", plural=True),
    State("turkey", "die Türkei", "der Türkei", "die Türkei", "der Türkei", "an die Türkei", "von der Türkei",
          "in die Türkei", "in der Türkei", "aus der Türkei", "die", "der", "türkisch"),
    State("poland", "Polen", "Polen", "Polen", "Polens", "an Polen", "von Polen",
          "nach Polen", "in Polen", "aus Polen", "das", "dem", "polnisch"),
)  # fmt: skip


def sentence(words: str) -> str:
    """The words with a capital at the beginning."""
    return words[0].upper() + words[1:]
