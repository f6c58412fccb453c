"""The noun phrases of a text as the frames of claims see them: whose people, how many, of what sort, where.

Built from tags and mentions; `Text.phrases` gives the case. A phrase is one noun, name or pronoun with what belongs to
it on its left; a genitive or prepositional phrase after it is a phrase of its own that is `attached`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, overload

from kg.extract.claims.mention_index import Index, actor_at, index_of, names_actor, owners_in, quantity_at
from kg.extract.claims.wordlists import Words
from kg.lang.items import ItemRow
from kg.lang.personnel import PersonnelRow
from kg.model import ActorMention, Mentions, PlaceMention, QuantityMention, Text, Token

__all__ = ["Nominal", "Nominals", "in_genitive", "noun_lemma"]

_HEADS = frozenset({"NN", "NE", "NNA", "FM", "XY"})
_PRONOUNS = frozenset({"PPER", "PDS", "PRELS", "PIS", "PRF"})
_DETERMINERS = frozenset({"ART", "PDAT", "PPOSAT", "PIAT", "PIDAT", "PRELAT", "PWAT"})
_INSIDE = frozenset({"PTKNEG", "ADJA", "CARD", "ADJD", "ADV", "TRUNC", "PIS", "PIAT", "PIDAT"})
_QUOTES = frozenset("„“”\"»«‚‘'›‹")


class Nominal(NamedTuple):
    """A noun phrase."""

    first: int
    last: int
    head: int
    lemma: str
    """The head's lemma in lower case."""
    preposition: int | None
    """Position of the preposition that governs it; of the first member of a coordination for the others."""
    determiner: int | None
    cases: frozenset[str]
    pronoun: bool
    coordinated: bool
    """Whether it follows "und" or a comma and shares the preposition before."""
    attached: bool
    """Whether it follows the noun phrase before it without anything between."""
    actor: ActorMention | None
    """The actor that the head names."""
    owners: tuple[ActorMention, ...]
    """Actors named by adjectives, compounds or a genitive in front: "nordkoreanische", "US-", "Nordkoreas"."""
    place: PlaceMention | None
    quantity: QuantityMention | None
    people: PersonnelRow | None
    item: ItemRow | None


class _Pending(NamedTuple):
    """What has been read of a phrase whose head is still to come."""

    first: int
    preposition: int | None
    determiner: int | None


class Nominals(Sequence[tuple[Nominal, ...]]):
    """The noun phrases of every sentence, by sentence number; each sentence is read when first asked for."""

    def __init__(self, text: Text, mentions: Mentions, words: Words) -> None:
        self._text = text
        self._words = words
        self._index = index_of(text, mentions)
        self._read: list[tuple[Nominal, ...] | None] = [None] * len(text.sentences)

    def __len__(self) -> int:
        return len(self._read)

    @overload
    def __getitem__(self, number: int) -> tuple[Nominal, ...]: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[tuple[Nominal, ...]]: ...
    def __getitem__(self, number: int | slice) -> tuple[Nominal, ...] | Sequence[tuple[Nominal, ...]]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        found = self._read[number]
        if found is None:
            sentence = self._text.sentences[number]
            found = tuple(_sentence(self._text, sentence.first, sentence.last, self._index, self._words))
            self._read[number] = found
        return found


def _sentence(text: Text, first: int, last: int, index: Index, words: Words) -> list[Nominal]:
    found: list[Nominal] = []
    stack: list[_Pending] = []
    position = first
    while position < last:
        token = text.tokens[position]
        if position in index.dates:
            stack, position = [], index.dates[position]
            continue
        if _is_head(text, token, index):
            pending = stack.pop() if stack else _Pending(position, None, None)
            end = _end(position, last, index)
            found.append(_nominal(text, pending, (position, end), found[-1] if found else None, (index, words)))
            position = end
            continue
        if position in index.quantities and token.tag == "APPR":
            stack = stack or [_Pending(position, None, None)]
        else:
            stack = _shift(stack, token, position) if not _is_set_phrase(text, position) else []
        position += 1
    return found


def _is_set_phrase(text: Text, position: int) -> bool:
    """Whether a preposition ends a phrase such as "nach wie vor", so that it governs nothing."""
    tags = [token.tag for token in text.tokens[max(position - 2, 0) : position + 1]]
    return tags == ["APPR", "KOKOM", "APPR"]


def _is_head(text: Text, token: Token, index: Index) -> bool:
    position = token.position
    if token.tag == "PDS" and text.tokens[min(position + 1, len(text.tokens) - 1)].tag == "APPR":
        return False
    if token.tag in _HEADS or token.tag in _PRONOUNS or _is_noun(text, token):
        return True
    return any(names_actor(mention) and mention.last - 1 == position for mention in index.actors.get(position, ()))


def _is_noun(text: Text, token: Token) -> bool:
    """Whether an adjective stands for a noun: with a capital and no noun after it ("mindestens 20 Verletzte")."""
    if token.tag != "ADJA" or not token.form[0].isupper() or token.position + 1 == len(text.tokens):
        return False
    return text.tokens[token.position + 1].tag not in {*_HEADS, "ADJA", "CARD", "TRUNC", "ADJD"}


def _end(position: int, last: int, index: Index) -> int:
    """The position after the head: a name of several tokens is one head."""
    ends = [m.last for m in index.actors.get(position, ()) if names_actor(m)]
    if place := index.places.get(position):
        ends.append(place.last)
    return min(last, max([position + 1, *ends]))


def _shift(stack: list[_Pending], token: Token, position: int) -> list[_Pending]:
    """The phrases that wait for a head after one more token; a preposition inside one opens another."""
    tag = token.tag
    if tag in {"APPR", "APPRART"}:
        waits = stack if stack and stack[-1].preposition != position - 1 else stack[:-1]
        return [*waits, _Pending(position, position, position if tag == "APPRART" else None)]
    if tag in _DETERMINERS or tag in _PRONOUNS:
        if stack and stack[-1].determiner is None:
            return [*stack[:-1], stack[-1]._replace(determiner=position)]
        return stack or [_Pending(position, None, position)]
    if tag in _INSIDE or token.form in _QUOTES or tag == "$(":
        return stack or ([_Pending(position, None, None)] if tag in {"ADJA", "CARD", "TRUNC"} else stack)
    if tag == "KON" and stack:
        return stack
    return []


def _nominal(
    text: Text, pending: _Pending, heads: tuple[int, int], before: Nominal | None, look: tuple[Index, Words]
) -> Nominal:
    (head, end), (index, words) = heads, look
    last_head = end - 1
    token = text.tokens[head if text.tokens[head].tag in _PRONOUNS else last_head]
    lemma = noun_lemma(token)
    joined = before is not None and _joined(text, before, pending.first, index.starts)
    joined = joined and before is not None and _is_joint(text, before, pending, words)
    attached = before is not None and not before.pronoun and _adjacent(text, before.last, pending.first)
    quantity = quantity_at(index, pending.first, last_head)
    preposition = pending.preposition
    if quantity is not None and preposition is not None and quantity.first <= preposition < quantity.last:
        preposition = None
    if preposition is None and joined and before is not None:
        preposition = before.preposition
    if preposition is None and attached and before is not None and _is_name_in_front(text, before, pending):
        preposition = before.preposition
    if preposition is None and end < len(text.tokens) and text.tokens[end].lemma.lower() in words.jobs["after"]:
        preposition = end
    people, item = _sorts(token, lemma, quantity, words)
    return Nominal(
        first=pending.first,
        last=end,
        head=last_head,
        lemma=lemma,
        preposition=preposition,
        determiner=pending.determiner,
        cases=index.cases.get(head) or index.cases.get(last_head, frozenset()),
        pronoun=token.tag in _PRONOUNS,
        coordinated=joined,
        attached=attached,
        actor=actor_at(index, last_head),
        owners=owners_in(text, index, pending.first, last_head),
        place=index.places.get(last_head),
        quantity=quantity,
        people=people,
        item=item,
    )


def _sorts(
    token: Token, lemma: str, quantity: QuantityMention | None, words: Words
) -> tuple[PersonnelRow | None, ItemRow | None]:
    """The sort of people and the good that a noun names; soldiers are no goods ("Techniker")."""
    if token.tag in _PRONOUNS:
        return None, None
    people = words.people.nearest(_counted(token, lemma, quantity, words))
    return people, words.item(lemma) if people is None or people.personnel is None else None


def _counted(token: Token, lemma: str, quantity: QuantityMention | None, words: Words) -> str:
    """As in "12.000 Mann": people counted in a noun that keeps its singular are troops."""
    several = quantity is not None and max(quantity.number or 0, quantity.minimum or 0, quantity.maximum or 0) > 1
    heads = words.jobs["heads"]
    return f"{lemma}-{token.form.lower()}" if several and token.form.lower() in heads else lemma


def _is_name_in_front(text: Text, before: Nominal, pending: _Pending) -> bool:
    """ "von Nordkoreas Soldaten": the preposition before the name governs the noun."""
    return before.actor is not None and pending.determiner is None and in_genitive(text, before)


def in_genitive(text: Text, nominal: Nominal) -> bool:
    """Whether a name ends in the "s" of the genitive, not in one of its own ("Belarus", "Paris")."""
    form = text.tokens[nominal.head].form
    labels = [nominal.actor.actor.label_de] if nominal.actor is not None else []
    labels += [nominal.place.place.label_de] if nominal.place is not None else []
    return form.endswith("s") and not any(label.endswith(form) for label in labels)


def noun_lemma(token: Token) -> str:
    """The lemma in lower case and today's spelling; an adjective that stands for a noun keeps its form."""
    return (token.form if token.tag == "ADJA" else token.lemma).lower().replace("ß", "ss")


def _joined(text: Text, before: Nominal, first: int, starts: frozenset[int]) -> bool:
    """Whether only "und", "sowie" or a comma stands between two noun phrases."""
    between = [t for t in text.tokens[before.last : first] if t.form not in _QUOTES]
    if not any(t.tag in {"KON", "$,"} for t in between) or any(p in starts for p in range(before.last, first + 1)):
        return False
    return len(between) <= 2 and all(t.tag in {"KON", "$,", "ADV"} for t in between)


def _is_joint(text: Text, before: Nominal, pending: _Pending, words: Words) -> bool:
    """Whether a comma or a word such as "und" stands between, not "noch" or "aber"."""
    between = text.tokens[before.last : pending.first]
    return any(t.tag == "$," or t.lemma.lower() in words.jobs["joint"] for t in between)


def _adjacent(text: Text, end: int, first: int) -> bool:
    return all(t.form in _QUOTES or t.form in "()" for t in text.tokens[end:first])
