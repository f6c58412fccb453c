"""Reads the noun phrases of each sentence from tags and mentions."""

from __future__ import annotations

from kg.extract.claims.grammar.by_sentence import BySentence
from kg.extract.claims.grammar.mention_index import Index, index_of, names_actor, owners_in, quantity_at
from kg.extract.claims.grammar.nominals import HEADS, PRONOUNS, QUOTES, Nominal, Pending, nominal_of
from kg.extract.claims.grammar.wordlists import Words
from kg.model import Mentions, Text, Token

__all__ = ["Nominals"]

_DETERMINERS = frozenset({"ART", "PDAT", "PPOSAT", "PIAT", "PIDAT", "PRELAT", "PWAT"})
_INSIDE = frozenset({"PTKNEG", "ADJA", "CARD", "ADJD", "ADV", "TRUNC", "PIS", "PIAT", "PIDAT"})
_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_INNER_CASES = frozenset({"dat", "gen"})


class Nominals(BySentence):
    """The noun phrases of a text, read from its tags and mentions."""

    def __init__(self, text: Text, mentions: Mentions, words: Words) -> None:
        super().__init__(len(text.sentences))
        self._text = text
        self._words = words
        self._index = index_of(text, mentions)

    def read(self, number: int) -> tuple[Nominal, ...]:
        """The noun phrases of one sentence."""
        sentence = self._text.sentences[number]
        found = _sentence(self._text, sentence.first, sentence.last, self._index, self._words)
        return tuple(_governed_before(_governed_behind(found)))


def _sentence(text: Text, first: int, last: int, index: Index, words: Words) -> list[Nominal]:
    found: list[Nominal] = []
    stack: list[Pending] = []
    position = first
    while position < last:
        token = text.tokens[position]
        if position in index.dates:
            stack, position = [], index.dates[position]
            continue
        if _is_head(text, token, index) and not _is_whose(text, token, words):
            pending = stack.pop() if stack else Pending(position, None, None)
            heads, look = (position, _end(position, last, index)), (index, words)
            if (joint := _joint(text, pending, position, index)) is not None:
                whole = nominal_of(text, pending, heads, found[-1] if found else None, look)
                found.append(_first_part(text, whole, joint, index))
                pending = Pending(joint + 1, pending.preposition, None)
            nominal = nominal_of(text, pending, heads, found[-1] if found else None, look)
            found.append(nominal._replace(cases=_INNER_CASES) if _is_inner(pending, stack) else nominal)
            position = heads[1]
            continue
        if position in index.quantities and token.tag == "APPR":
            stack = stack or [Pending(position, None, None)]
        else:
            stack = stack[:-1] if token.tag == "ART" and _is_counted(text, stack) else stack
            opens = _opens_inner(text, stack, token, words)
            stack = [] if token.tag == "APPR" and _is_set_phrase(text, position) else _shift(stack, token, opens)
        position += 1
    return found


def _governed_behind(found: list[Nominal]) -> list[Nominal]:
    """The noun phrases, all those joined before a word such as "zufolge" governed by it ("Riga und Oslo zufolge")."""
    for place in range(len(found) - 1, 0, -1):
        after = found[place]
        if after.coordinated and after.preposition is not None and after.preposition >= after.last:
            found[place - 1] = found[place - 1]._replace(preposition=after.preposition)
    return found


def _governed_before(found: list[Nominal]) -> list[Nominal]:
    """The noun phrases, a bare name joined to one with a preposition governed by it ("aus Riga und Oslo")."""
    for place in range(1, len(found)):
        before, after = found[place - 1], found[place]
        bare = after.first == after.head and after.actor is not None and before.actor is not None
        if after.coordinated and bare and after.preposition is None and before.last + 1 == after.first:
            found[place] = after._replace(preposition=before.preposition)
    return found


def _joint(text: Text, pending: Pending, head: int, index: Index) -> int | None:
    """Where "und" joins what belongs to one noun, each part with its owner ("300 iranische und 40 syrische Männer")."""
    for place in range(pending.first + 1, head - 1):
        if text.tokens[place].tag == "KON" and text.tokens[place - 1].tag == "ADJA" == text.tokens[head - 1].tag:
            both = owners_in(text, index, pending.first, place), owners_in(text, index, place + 1, head)
            counted = any(at in index.quantities for at in range(place + 1, head))
            return place if counted and all(both) and both[0][-1].actor != both[1][-1].actor else None
    return None


def _first_part(text: Text, whole: Nominal, joint: int, index: Index) -> Nominal:
    """The part before "und", which has its noun behind it."""
    own, number = owners_in(text, index, whole.first, joint), quantity_at(index, whole.first, joint)
    return whole._replace(last=joint, owners=own, quantity=number)


def _is_inner(pending: Pending, waiting: list[Pending]) -> bool:
    """Whether an article opened a phrase inside another ("die der Armee unterstellten Soldaten")."""
    return bool(waiting) and pending.preposition is None and pending.determiner == pending.first


def _is_counted(text: Text, stack: list[Pending]) -> bool:
    """Whether only a number waits for a head, which an article behind it leaves alone ("gab drei der Armee")."""
    return bool(stack) and stack[-1].preposition is None and text.tokens[stack[-1].first].tag == "CARD"


def _is_set_phrase(text: Text, position: int) -> bool:
    """Whether a preposition ends a phrase such as "nach wie vor", so that it governs nothing."""
    return [token.tag for token in text.tokens[max(position - 2, 0) : position]] == ["APPR", "KOKOM"]


def _is_whose(text: Text, token: Token, words: Words) -> bool:
    """ "bei dessen Programm", "anderes Gerät": a pronoun before the noun that it belongs to."""
    if token.position + 1 >= len(text.tokens):
        return False
    after = text.tokens[token.position + 1].tag
    if token.tag == "PIS":
        before = text.tokens[max(token.position - 1, 0)].lemma.lower()
        return after == "NN" and token.form.lower() in words.jobs["other"] and before not in words.jobs["under"]
    return token.form.lower() in words.jobs["whose"] and after in {*HEADS, "ADJA", "CARD"}


def _is_head(text: Text, token: Token, index: Index) -> bool:
    position = token.position
    if token.tag == "PDS" and text.tokens[min(position + 1, len(text.tokens) - 1)].tag in _PREPOSITIONS:
        return False
    if token.tag in HEADS or token.tag in PRONOUNS or (token.tag == "ADJA" and _is_noun(text, token)):
        return True
    mentions = index.actors.get(position)
    return mentions is not None and any(names_actor(one) and one.last - 1 == position for one in mentions)


def _is_noun(text: Text, token: Token) -> bool:
    """Whether an adjective stands for a noun: with a capital and no noun after it ("mindestens 20 Verletzte")."""
    if not token.form[0].isupper() or token.position + 1 == len(text.tokens):
        return False
    return text.tokens[token.position + 1].tag not in {*HEADS, "ADJA", "CARD", "TRUNC", "ADJD"}


def _end(position: int, last: int, index: Index) -> int:
    """The position after the head: a name of several tokens is one head."""
    ends = [m.last for m in index.actors.get(position, ()) if names_actor(m)]
    if place := index.places.get(position):
        ends.append(place.last)
    return min(last, max([position + 1, *ends]))


def _opens_inner(text: Text, stack: list[Pending], token: Token, words: Words) -> bool:
    """Whether an article stands inside a phrase that has "die" already, right behind it or behind a noun inside."""
    own = stack[-1].determiner if stack and token.tag == "ART" else None
    before = token.position - 1
    near = own is not None and (before == own or text.tokens[before].tag in HEADS)
    return near and own is not None and text.tokens[own].lemma.lower() in words.jobs["the"]


def _shift(stack: list[Pending], token: Token, inner: bool) -> list[Pending]:
    """The phrases that wait for a head after one more token; a preposition inside one opens another, and so does an
    article (`inner`)."""
    tag, position = token.tag, token.position
    if tag in {"APPR", "APPRART"}:
        waits = stack if stack and stack[-1].preposition != position - 1 else stack[:-1]
        return [*waits, Pending(position, position, position if tag == "APPRART" else None)]
    if tag in _DETERMINERS or tag in PRONOUNS:
        if inner:
            return [*stack, Pending(position, None, position)]
        if stack and stack[-1].determiner is None:
            return [*stack[:-1], stack[-1]._replace(determiner=position)]
        return stack or [Pending(position, None, position)]
    if tag in _INSIDE or token.form in QUOTES or tag == "$(":
        return stack or ([Pending(position, None, None)] if tag in {"ADJA", "CARD", "TRUNC"} else stack)
    if tag == "KON" and stack:
        return stack
    return []
