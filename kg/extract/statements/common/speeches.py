"""Which quotations hold speech: not titles, names and scare quotes."""

from __future__ import annotations

from collections.abc import Mapping

from kg.lang.saying import SayingVerb
from kg.model import Quotation, Text

__all__ = ["is_speech"]

_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
_BETWEEN = frozenset({"ADV", "ADJD", "PPER", "$."})
"""Tags of what stands between a verb of saying and speech: "riefen sie immer wieder „…“"."""
_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "APPRART"})
_APART = 4
"""Tokens between them, at most."""


def is_speech(text: Text, mark: Quotation, verbs: Mapping[str, tuple[SayingVerb, ...]], writes: frozenset[str]) -> bool:
    """Whether a quotation has a finite verb, ends like a sentence or stands right beside a verb of saying; `verbs`:
    the rows of saying by infinitive, `writes`: the verbs that have titles as well as words."""
    inner = text.tokens[mark.first : mark.last]
    leads = mark.first < 2 or text.tokens[mark.first - 2].form == ":"
    leads = leads or text.sentence_at(mark.first).first == mark.first - 1
    after = text.tokens[mark.last + 1].form if mark.last + 1 < len(text.tokens) else ""
    if len(inner) > 1 and ((leads and after == "," and _cued(text, mark.last + 2)) or _said(text, mark, verbs, writes)):
        return True
    if len(inner) < 3 or (text.tokens[min(mark.last + 1, len(text.tokens) - 1)].form == ")" and mark.first > 2):
        return False
    if mark.first > 1 and text.tokens[mark.first - 2].tag in _DETERMINERS:
        return False  # "von einem „Angriff, den niemand vergisst“"
    if inner[-1].form in {"!", "?"} or (inner[-1].form == "." and len(inner) > 3):
        return True
    finite = any(token.tag in _FINITE for token in inner)
    before = text.tokens[mark.first - 2].form if mark.first > 1 else ""
    return finite and (len(inner) > 3 or before == ":" or after == ",")


def _cued(text: Text, place: int) -> bool:
    """As in "„Viel Lärm, wenig Nutzen“, schrieb er": a verb of telling follows."""
    return place < len(text.tokens) and text.tokens[place].tag == "VVFIN"


def _said(text: Text, mark: Quotation, verbs: Mapping[str, tuple[SayingVerb, ...]], writes: frozenset[str]) -> bool:
    """As in "Die Menge rief immer wieder „Nieder mit den Steuern“": a verb that tells nothing but words."""
    if not text.tokens[mark.first].form[0].isupper():
        return False
    back = range(mark.first - 2, max(mark.first - 3 - _APART, -1), -1)
    verb = next((text.tokens[place] for place in back if text.tokens[place].tag not in _BETWEEN), None)
    rows = verbs.get(verb.lemma, ()) if verb is not None and verb.tag == "VVFIN" and verb.lemma not in writes else ()
    return any("quote" in row.takes and "object" not in row.takes and not row.needs for row in rows)
