"""What the rest of an article tells of a name: who is called by one part of it is somebody, and how it is spelt."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Actor, ActorKind
from kg.recognise.nameshapes import namelike
from kg.recognise.pairs import pair_at
from kg.recognise.scan import Scan
from kg.recognise.surnames import DETERMINERS, PersonName, known, named
from kg.recognise.unknown import unknown

__all__ = ["Elsewhere", "in_base_form"]

_NAMES = frozenset({"NE", "NN", "FM", "XY"})
_FIRST_WORDS = _NAMES | {"ADJD"}
"""What the first word of a sentence may be tagged as though it is a foreign first name."""
_LAST_WORDS = frozenset({"NE", "NN"})
_AGES = range(1, 3)
"""How many figures an age has."""


class Elsewhere:
    """Which words stand alone as names somewhere in an article, and which have an article before them."""

    def __init__(self, scan: Scan, taken: set[int]) -> None:
        self._scan = scan
        self.alone: dict[str, list[int]] = {}
        self.nouns: set[str] = set()
        self._ages = frozenset(t.position for t in scan.tokens if t.form == "(" and _is_age(scan, t.position))
        for token in scan.capitals:
            place = token.position
            before = scan.tokens[place - 1].tag if place else ""
            if before in DETERMINERS and token.tag != "NE":
                self.nouns.add(token.form)
            elif place not in taken and not self._beside(place):
                self.alone.setdefault(token.form, []).append(place)

    def _beside(self, place: int) -> bool:
        """Whether another word with a capital stands right before or behind that may belong to it."""
        tokens = self._scan.tokens
        opens = self._scan.text.sentence_at(place).first == place
        left = not opens and tokens[place - 1].form[0].isupper() and tokens[place - 1].tag in _NAMES
        right = place + 1 < len(tokens) and tokens[place + 1].form[0].isupper() and tokens[place + 1].tag == "NE"
        return left or right

    def is_called(self, form: str) -> bool:
        """Whether somebody or something is called by this word alone, in the genitive as well."""
        return form in self.alone or f"{form}s" in self.alone

    def named_at(self, position: int, taken: set[int], full: dict[str, Actor]) -> PersonName | None:
        """Somebody whom an age in brackets or the bare last name elsewhere shows to be one."""
        if known(self._scan.tokens[position].form, full) is not None:
            return None
        return self._aged_at(position, taken) or self._pair_at(position, taken)

    def tagged_at(self, position: int, taken: set[int], full: dict[str, Actor]) -> PersonName | None:
        """Two or three words that are names by their tags; a genitive before a noun is none."""
        return None if self._owner(self._scan.tokens[position].form) else pair_at(self._scan, position, taken, full)

    def _pair_at(self, position: int, taken: set[int]) -> PersonName | None:
        """Somebody whose first name no table has, but whose last name stands alone elsewhere: "Erez Halm … so Halm"."""
        scan, after = self._scan, position + 1
        if after >= len(scan.tokens) or scan.tokens[after].tag not in _LAST_WORDS:
            return None
        if after in taken or scan.text.sentence_at(position).last <= after:
            return None
        last = scan.tokens[after]
        noun = scan.tokens[position].tag == "NE" and last.tag == "NN" and not scan.common_noun(after)
        fits = (last.tag == "NE" or noun) and namelike(scan, after) and after not in scan.hits
        if not fits or not self._surname(last.form) or not self._first(position):
            return None
        form = scan.tokens[position].form
        behind = scan.tokens[after + 1] if after + 1 < len(scan.tokens) else last
        genitive = self._base(last.form) != last.form
        if (
            not genitive
            and behind is not last
            and behind.form[0].isupper()
            and behind.tag in _NAMES
            and after + 1 not in scan.senses
        ):
            return None
        if form.lower().endswith((*scan.joints["role ending"], *scan.joints["trade ending"])):
            return None
        label = " ".join((form, self._base(last.form)))
        return PersonName(position, after + 1, unknown(ActorKind.PERSON, label))

    def _surname(self, form: str) -> bool:
        base = self._base(form)
        return self.is_called(base) and base not in self.nouns and len(base) > 2

    def _base(self, form: str) -> str:
        return form[:-1] if form.endswith("s") and form not in self.alone and form[:-1] in self.alone else form

    def _first(self, position: int) -> bool:
        """Whether a word may be a first name: nothing that an article stands before anywhere, no firm's first word."""
        scan = self._scan
        token = scan.tokens[position]
        form, opens = token.form, scan.text.sentence_at(position).first == position
        if not form.isalpha() or form.isupper() or position in scan.senses or position in scan.hits:
            return False
        if position in scan.states or form in self.nouns or form in self.alone or scan.common_noun(position):
            return False
        if form.lower() in scan.lexicon.closed or form in scan.lexicon.particles or self._owner(form):
            return False
        if scan.joined(position, "foreign article") or (not opens and self._inside(position)):
            return False
        return token.tag in (_FIRST_WORDS if opens else _NAMES) and namelike(scan, position)

    def _owner(self, form: str) -> bool:
        """As in "Halms Garten": a name in the genitive that stands alone elsewhere."""
        return form.endswith("s") and form[:-1] in self.alone

    def _inside(self, position: int) -> bool:
        """Whether an article or another name before a word makes it a noun or the middle of a longer name."""
        before = self._scan.tokens[position - 1]
        name = before.tag == "NE" and before.form[0].isupper() and namelike(self._scan, position - 1)
        return before.tag in DETERMINERS or name

    def _aged_at(self, position: int, taken: set[int]) -> PersonName | None:
        """Somebody whose age stands in brackets right behind the name: "Aysha (35) sagte", "Zainab Halm (25)"."""
        if self._ages.isdisjoint(range(position + 1, position + 4)):
            return None
        scan = self._scan
        end = position + 1
        while end < position + 3 and end not in taken and namelike(scan, end) and scan.tokens[end].tag in _NAMES:
            end += 1
        if end not in self._ages or not self._whoever(position):
            return None
        return named(scan, position, end)

    def _whoever(self, position: int) -> bool:
        """Whether a word that stands alone may name somebody: no noun of the tables, nothing with an article."""
        scan = self._scan
        before = scan.tokens[position - 1].tag if position else ""
        form = scan.tokens[position].form
        known = (
            position in scan.senses
            or position in scan.hits
            or form in self.nouns
            or form.lower() in scan.lexicon.closed
        )
        return not known and before not in DETERMINERS and namelike(scan, position) and not scan.common_noun(position)


def _is_age(scan: Scan, place: int) -> bool:
    """Whether "(35)" or "(35, …)" stands there."""
    forms = [token.form for token in scan.tokens[place : place + 3]]
    bracket = len(forms) == 3 and forms[0] == "(" and forms[2] in {")", ","}
    return bracket and forms[1].isdigit() and len(forms[1]) in _AGES


def in_base_form(scan: Scan, names: Iterable[PersonName], words: Elsewhere) -> list[PersonName]:
    """Names that stand in the genitive alone ("Heinz Halms Garten … sagte Halm", "Heinz Halms Worten zufolge"), as they
    are called."""
    changed: list[PersonName] = []
    for name in names:
        last = scan.tokens[name.last - 1].form
        alone = name.last - name.first > 1 and not name.actor.registered and last.endswith("s")
        owns = last not in words.alone and scan.joined(name.last, "words of somebody")
        if alone and (owns or last[:-1] in words.alone) and last[:-1] not in scan.lexicon.genders:
            actor = unknown(ActorKind.PERSON, name.actor.label_de[:-1], gender=name.actor.gender)
            changed.append(name._replace(actor=actor))
    return changed
