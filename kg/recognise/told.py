"""People whom only what is told of them shows to be any: "sagt Halma", "Ode Halma, selbst Flüchtling, …"."""

from __future__ import annotations

from collections.abc import Collection

from kg.lang.nouns import Offices, Organisations, Titles
from kg.model import ActorKind
from kg.recognise.elsewhere import Elsewhere
from kg.recognise.nameshapes import namelike
from kg.recognise.runs import is_role
from kg.recognise.scan import Scan
from kg.recognise.surnames import DETERMINERS, PersonName, folded
from kg.recognise.unknown import unknown

__all__ = ["Told", "may_be_firm"]

_NAMES = frozenset({"NE", "NN", "FM", "XY"})
_SUBJECTS = frozenset({"NE", "NN", "PPER", "PIS", "FM"})
_PUNCTUATION = frozenset({"$,", "$(", "$."})
_MOST = 3
"""How many words such a name has at most."""
_SHORTEST = 2


class Told:
    """The names of an article that it tells something of which only a human being does or is."""

    def __init__(self, scan: Scan, words: Elsewhere, full: Collection[str], taken: Collection[int]) -> None:
        self._scan = scan
        self._words = words
        self._full = full
        self._taken = frozenset(taken)
        human = scan.lexicon.human
        self._hints = frozenset([token.position for token in scan.tokens if token.form == "," or token.form in human])

    def _is_body(self, form: str) -> bool:
        """Whether the article uses a word as the name of a body: behind an article, "Hersteller", before "AG", ", das";
        in "Halm-Werk"; or as the first word of a longer name."""
        places = [token.position for token in self._scan.capitals if token.form == form]
        part = any(token.form.startswith(f"{form}-") for token in self._scan.capitals)
        return part or any(self._of_body(place) or self._begins(place) for place in places)

    def _of_body(self, place: int) -> bool:
        tokens, scan = self._scan.tokens, self._scan
        before = tokens[place - 1] if place else None
        if before is not None and (before.tag in {"ART", "APPRART"} or may_be_firm(scan, place - 1)):
            return True
        behind = [token.form for token in tokens[place + 1 : place + 3]]
        if behind and behind[0] in scan.lexicon.designators:
            return True
        return behind == [",", "das"] or self._joined_to_body(place)

    def _begins(self, place: int) -> bool:
        """Whether another name by its tag follows: the word is the first of a longer name."""
        if place in self._taken or place + 1 >= self._scan.text.sentence_at(place).last:
            return False
        return self._scan.tokens[place + 1].tag == "NE" and namelike(self._scan, place + 1)

    def _joined_to_body(self, place: int) -> bool:
        """As in "Halmflix und Amazon": beside a body that the registry knows."""
        hits, ends = self._scan.hits, self._scan.ends
        beside = [hits.get(place + 2) if self._scan.joined(place + 1, "and") else None]
        beside.append(ends.get(place - 1) if self._scan.joined(place - 1, "and") else None)
        actors = self._scan.lexicon.gazetteer.actors
        found = [actors.get(hit.meanings[0].key) for hit in beside if hit is not None]
        return any(actor is not None and actor.kind not in {ActorKind.PERSON, ActorKind.STATE} for actor in found)

    def at(self, position: int, taken: set[int]) -> PersonName | None:
        """Somebody whose name begins at a position."""
        if not self._hinted(position) or not self._may_begin(position):
            return None
        end = self._end(position, taken)
        if not (self._says(position, end) or self._is_somebody(position, end)) or self._goes_on(position, end, taken):
            return None
        if end == position + 1 and self._is_body(self._scan.tokens[position].form):
            return None
        label = " ".join(token.form for token in self._scan.tokens[position:end])
        return PersonName(position, end, unknown(ActorKind.PERSON, label))

    def _hinted(self, place: int) -> bool:
        """Whether such a verb or a comma stands near: few words are asked for more."""
        return not self._hints.isdisjoint(range(place - 2, place + _MOST + 1))

    def _may_begin(self, place: int) -> bool:
        scan, token = self._scan, self._scan.tokens[place]
        form = token.form
        opens = token.tag == "ADJD" and scan.text.sentence_at(place).first == place
        if not (token.tag in _NAMES or opens) or len(form) < _SHORTEST or not namelike(scan, place):
            return False
        if place in scan.hits or scan.common_noun(place) or form.lower() in scan.lexicon.closed:
            return False
        known = form in scan.lexicon.particles or form in self._full or folded(form) in self._full
        known = known or scan.joined(place, "foreign article") or is_role(scan, place)
        noun = token.tag == "NN" and (form in self._words.nouns or form != token.lemma)
        return not known and not noun and (place == 0 or scan.tokens[place - 1].tag not in DETERMINERS)

    def _goes_on(self, first: int, last: int, taken: set[int]) -> bool:
        """Whether the name is but a part: another follows ("sagte Produzent Halm"), or it is somebody's ("Halms")."""
        tokens = self._scan.tokens
        behind = last < len(tokens) and tokens[last].form[0].isupper() and tokens[last].tag in _NAMES
        form = tokens[last - 1].form
        named = behind and (last in taken or tokens[last].tag == "NE" or tokens[last].form in self._full)
        return named or (form.endswith("s") and self._words.is_called(form[:-1]))

    def _end(self, first: int, taken: set[int]) -> int:
        tokens, end = self._scan.tokens, first + 1
        limit = min(self._scan.text.sentence_at(first).last, first + _MOST)
        while end < limit and end not in taken and tokens[end].tag == "NE" and namelike(self._scan, end):
            end += 1
        return end

    def _says(self, first: int, last: int) -> bool:
        """Whether the name is the subject of a verb that only people are: "sagte Halma", "wie Halma erzählt"."""
        scan, tokens = self._scan, self._scan.tokens
        verb = first - 1 - (first > 0 and self._is_trade(first - 1))
        if verb >= 0 and tokens[verb].form in scan.lexicon.human:
            ahead = tokens[verb - 1] if verb else None
            sure = tokens[first].tag != "NN" or last - first > 1
            if ahead is None or ahead.tag not in _SUBJECTS:
                return sure or ahead is None or ahead.tag in {*_PUNCTUATION, "PDS"}
        if last >= len(tokens) or tokens[last].form not in scan.lexicon.human:
            return False
        ahead = tokens[first - 1] if first > scan.text.sentence_at(first).first else None
        if ahead is not None and ahead.form == "wie":
            return True
        return tokens[first].tag == "NE" and (ahead is None or ahead.tag in _PUNCTUATION)

    def _is_trade(self, place: int) -> bool:
        token = self._scan.tokens[place]
        trade = token.tag in {"NN", "NE"} and (place in self._scan.senses or is_role(self._scan, place))
        return trade and not may_be_firm(self._scan, place)

    def _is_somebody(self, first: int, last: int) -> bool:
        """Whether an apposition tells what somebody is: "Halma, Obfrau des Vereins,", "Halma, selbst Flüchtling,"."""
        scan, tokens = self._scan, self._scan.tokens
        opens = scan.text.sentence_at(first).first == first
        if last >= len(tokens) or tokens[last].form != "," or not (opens or tokens[first].tag == "NE"):
            return False
        place = last + 1
        limit = min(scan.text.sentence_at(first).last - 1, place + 4)
        while place < limit and tokens[place].tag in {"ART", "ADJA", "ADV", "CARD"}:
            place += 1
        sense = scan.senses.get(place)
        if sense is None or not isinstance(sense.row, Titles | Offices) or may_be_firm(scan, place):
            return False
        one = any(not reading.plural for reading in sense.readings)
        return one and not tokens[place + 1].form[0].isupper()


def may_be_firm(scan: Scan, place: int, *, single: bool = True) -> bool:
    """Whether a noun stands before the names of firms as well: "Konkurrent Halm"; some, as "Investor", before single
    words alone."""
    if place in scan.senses and isinstance(scan.senses[place].row, Organisations):
        return True
    form = scan.tokens[place].form
    ends = scan.joints["firm ending"] + (scan.joints["firm or somebody ending"] if single else ())
    abroad = scan.joined(place, "parent or daughter") and place - 1 in scan.states
    return form[0].isupper() and (form.lower().endswith(ends) or abroad)
