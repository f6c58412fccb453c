"""Acts of several that "und" joins: forms that finite verb and infinitive share."""

from __future__ import annotations

from kg.analyse.tagger import Word

__all__ = ["several_go_on"]

_HELPING = frozenset({"VAFIN", "VMFIN"})
_BOTH = frozenset({"VVFIN", "VVINF"})
_MARKS = frozenset({",", ":"})
_OBJECTS = frozenset(
    {"ART", "ADJA", "PIAT", "CARD", "PPOSAT", "PDAT", "NN", "NE", "APPR", "APPRART", "ADV", "PPER", "PRF"}
)
"""Tags of what stands behind a verb, and never behind an infinitive, which ends its clause."""


def several_go_on(words: list[Word], left: list[int], right: list[int]) -> int | None:
    """As in "Die Leute warnen vor Regen und fordern ein Dach": the verb before "und", where another goes on behind it.

    Not where a helping verb waits for an infinitive, nor "Kinder lernen lesen und schreiben".
    """
    verb, behind = words[right[0]], words[min(right[0] + 1, len(words) - 1)]
    if not set(verb.can) >= _BOTH or verb.tag not in _BOTH or not verb.form[0].islower():
        return None
    acts = next((place for place in left[:-1] if words[place].tag in _BOTH and _of_several(words[place])), None)
    helped = any(words[place].tag in _HELPING for place in left)
    goes_on = "VVINF" not in words[left[-1]].can and (behind.tag in _OBJECTS or behind.form in _MARKS)
    return acts if goes_on and not helped else None


def _of_several(word: Word) -> bool:
    return "VVFIN" in word.can and word.form[0].islower() and word.form.endswith("n")
