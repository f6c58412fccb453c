"""Words that tell how sure an event is (`modality.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.lang.tables import Row
from kg.model.vocabulary import Modality

__all__ = ["ModalityRow"]


@dataclass(frozen=True, kw_only=True)
class ModalityRow(Row):
    """Words of one effect."""

    TABLE: ClassVar[str] = "modality"

    modality: Modality | None = None
    """What the words make of the event; None where no claim is to be written at all."""
    adverbs: tuple[str, ...] = ()
    """Lemmas in lower case, found anywhere in the clause."""
    adjectives: tuple[str, ...] = ()
    """Lemmas in lower case, found before the noun that tells of the event."""
    verbs: tuple[str, ...] = ()
    """Infinitives that govern a clause ("plant, … zu") or the noun itself ("plant die Entsendung")."""
    idioms: tuple[str, ...] = ()
    """Word runs in lower case that do the same ("in betracht")."""
    phrases: tuple[str, ...] = ()
    """Word runs in lower case in the clause itself ("auf keinen fall")."""
    nouns: tuple[str, ...] = ()
    """Nouns that govern it: "Plan", "Berichte über"."""
    prepositions: tuple[str, ...] = ()
    """Prepositions by which the verbs take the noun, beside none at all."""
    conjunctions: tuple[str, ...] = ()
    """Words that open such a clause."""
    own: bool = False
    """Whether it counts only for what the subject would do itself ("lehnt die Lieferung ab")."""
    background: bool = False
    """Whether a noun that hangs on these nouns is told as background, not by the verb ("als Reaktion auf …")."""
    cues: tuple[str, ...] = ()
    """Cue verbs of a statement that make hearsay of what it holds ("will … herausgefunden haben")."""
    time: tuple[str, ...] = ()
    """Adverbs that put a present infinitive into the future or the present ("demnächst", "bereits")."""
