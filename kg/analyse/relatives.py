"""Relative clauses: whether the first word of a stretch is a relative pronoun, by what stands before and behind it."""

from __future__ import annotations

from kg.analyse.finite import never_ends, second_field, sure_verb, verbal
from kg.analyse.tagger import Word

__all__ = ["ends_in_verb", "relative"]

_NOT_BEHIND_ARTICLES = frozenset({"PPER", "PRF", "ART", "APPR", "APPRART", "PPOSAT", "NE", "ADV", "PDAT", "PIAT"})
_CLOSING = frozenset({"VVPP", "VVINF", "VAPP", "VAINF", "PTKVZ"})
"""Tags of what closes a clause behind its finite verb."""


def relative(words: list[Word], body: list[int]) -> bool:
    """As in ", die Russland unterstützen" against ", die Regierung zögere": verb last, no article that fits."""
    if words[body[0] - 1].form not in {",", "–"} and words[body[0] - 1].tag != "KON" and words[body[0] - 2].form != ",":
        return False
    if not ends_in_verb(words, body) or (len(body) > 1 and words[body[-2]].tag == "PTKZU"):
        return False
    if words[body[-1]].can[0] == "VVIZU" or second_field(words, body) or never_ends(words, body):
        return False
    if len(body) <= 2:
        return len(body) == 2 and words[body[1]].tag.startswith("V")
    word, following = words[body[0]], words[body[1]]
    if "ART" not in word.can or following.tag in _NOT_BEHIND_ARTICLES:
        return True
    sure = not {"VAINF", "VVINF", "VMINF"} & set(words[body[-1]].can)
    comma = body[0] - 2 if sure and words[body[0] - 1].tag == "APPR" else body[0] - 1  # "ein Krieg, in dem Moskau …"
    before = words[comma - 1] if comma > 0 else None
    ended = {"VVPP", "VVINF", "PTKVZ"} if comma < body[0] - 1 else set()  # "nach dem Gipfel verschärft, bei dem …"
    after_noun = before is not None and before.tag in {"NN", "NE", "CARD", *ended}
    phrase = 1
    while phrase < len(body) and words[body[phrase]].tag in {"ADJA", "NN", "NE", "CARD", "ADJD", "TRUNC", "KON"}:
        phrase += 1
    bare = phrase == 1 and not sure_verb(words, body[1])
    bare = bare or (after_noun and phrase == len(body) - 1 and _counts_anew(words, body))
    bare = bare or (comma < body[0] - 1 and after_noun and 2 < phrase == len(body) - 1)  # "von dem Minsk Drohnen bezog"
    adjoins = phrase == len(body) - 2 and before is not None and before.tag.endswith("FIN")
    closed = (adjoins or _after_whole_clause(words, comma)) and _helped(words, body)
    return (
        bare
        or closed
        or (after_noun and phrase < len(body) and not sure_verb(words, body[phrase]) and verbal(words, body[-1]))
    )


def _after_whole_clause(words: list[Word], comma: int) -> bool:
    """As in "hatten über den Pakt gesprochen, den Minsk verkündet hat": a clause that its last verb closes; not behind
    ", von allen gelobt,", which parts one."""
    place = comma - 1
    if place < 0 or words[place].tag not in _CLOSING:
        return False
    while place >= 0 and words[place].tag[0] != "$":
        if words[place].tag.endswith("FIN"):
            return True
        place -= 1
    return False


def _counts_anew(words: list[Word], body: list[int]) -> bool:
    """Whether a number stands between two nouns, so that no article governs all: ", dem Minsk 100 Boote lieferte"."""
    tags = ["NN" if words[place].tag == "NE" else words[place].tag for place in body]
    return any(tags[at : at + 3] == ["NN", "CARD", "NN"] for at in range(1, len(tags) - 2))


def _helped(words: list[Word], body: list[int]) -> bool:
    """Whether it ends in an infinitive or participle and its helping verb: ", das den Markt beherrschen werde"."""
    helping = words[body[-1]].can[0] in {"VAFIN", "VMFIN"}
    return helping and words[body[-2]].tag in {"VVINF", "VVPP"}


def ends_in_verb(words: list[Word], body: list[int]) -> bool:
    """Whether the stretch ends in a verb, or runs on behind a comma without one so far."""
    return verbal(words, body[-1]) or not any(sure_verb(words, place) for place in body)
