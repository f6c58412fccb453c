"""The noun phrases of a text as the frames of claims see them: whose people, how many, of what sort, where.

Built from tags and mentions; `Text.phrases` gives the case. A phrase is one noun, name or pronoun with what belongs to
it on its left; a genitive or prepositional phrase after it is a phrase of its own that is `attached`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from kg.extract.claims.grammar.mention_index import Index, actor_at, owners_in, quantity_at
from kg.extract.claims.grammar.wordlists import Words
from kg.lang.items import ItemRow
from kg.lang.personnel import PersonnelRow
from kg.model import ActorKind, ActorMention, PlaceMention, QuantityMention, Text, Token
from kg.model.record import Record, record

__all__ = ["HEADS", "PRONOUNS", "QUOTES", "Nominal", "Pending", "in_genitive", "land_named", "nominal_of", "noun_lemma"]

HEADS = frozenset({"NN", "NE", "NNA", "FM", "XY"})
PRONOUNS = frozenset({"PPER", "PDS", "PRELS", "PIS", "PRF"})
QUOTES = frozenset("„“”\"»«‚‘'›‹")


@record
class Nominal(Record):
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


class Pending(NamedTuple):
    """What has been read of a phrase whose head is still to come."""

    first: int
    preposition: int | None
    determiner: int | None


def nominal_of(
    text: Text, pending: Pending, heads: tuple[int, int], before: Nominal | None, look: tuple[Index, Words]
) -> Nominal:
    """The noun phrase of what was read before its head; `heads`: the first and behind the last token of the head."""
    (head, end), (index, words) = heads, look
    last_head = end - 1
    token = text.tokens[head if text.tokens[head].tag in PRONOUNS else last_head]
    lemma = noun_lemma(token)
    joined = before is not None and _joined(text, before, pending.first, index.starts)
    joined = joined and before is not None and _is_joint(text, before, pending, words)
    attached = before is not None and not before.pronoun and _adjacent(text, before.last, pending.first)
    preposition = pending.preposition
    quantity = _quantity(text, pending, last_head, look)
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
        pronoun=token.tag in PRONOUNS,
        coordinated=joined,
        attached=attached,
        actor=actor_at(index, last_head),
        owners=owners_in(text, index, pending.first, last_head),
        place=index.places.get(last_head),
        quantity=quantity,
        people=people,
        item=_armed(text, item, range(pending.first, last_head), words),
    )


def land_named(nominal: Nominal) -> str | None:
    """The id of the state that a phrase names or whose place it names."""
    if nominal.place is not None and nominal.place.place.country is not None:
        return nominal.place.place.country
    actor = nominal.actor.actor if nominal.actor is not None else None
    return actor.id if actor is not None and actor.kind is ActorKind.STATE else None


def _quantity(text: Text, pending: Pending, head: int, look: tuple[Index, Words]) -> QuantityMention | None:
    """The number of a phrase; one right before a phrase that tells where counts something else ("8000 in Kursk")."""
    index, words = look
    quantity = quantity_at(index, pending.first, head)
    while quantity is not None and pending.first < quantity.first and _counts_another(text, quantity, head):
        quantity = quantity_at(index, pending.first, quantity.first - 1)
    if quantity is None or not quantity.last == pending.first == pending.preposition:
        return quantity
    return None if text.tokens[pending.first].lemma.lower() in words.jobs["place"] else quantity


def _counts_another(text: Text, quantity: QuantityMention, head: int) -> bool:
    """ "in zwei Schüben verlegte Nordkoreaner": whether a noun inside the phrase is what a number counts."""
    return quantity.last < head and text.tokens[quantity.last].tag in HEADS


def _sorts(
    token: Token, lemma: str, quantity: QuantityMention | None, words: Words
) -> tuple[PersonnelRow | None, ItemRow | None]:
    """The sort of people and the good that a noun names; soldiers are no goods ("Techniker")."""
    if token.tag in PRONOUNS:
        return None, None
    people = words.people.nearest(_counted(token, lemma, quantity, words))
    if people is not None and people.personnel is not None:
        return people, None
    return people, words.item(lemma) or words.item(token.form.lower().replace("ß", "ss"))


def _armed(text: Text, item: ItemRow | None, before: range, words: Words) -> ItemRow | None:
    """A good, which an adjective can make a weapon ("gepanzerte Fahrzeuge")."""
    if item is None or item.arms:
        return item
    forms = [t.form.lower() for t in text.tokens[before.start : before.stop] if t.tag == "ADJA"]
    armed = any({f, f[:-1], f[:-2]} & words.jobs["armed"] for f in forms)
    return replace(item, arms=True) if armed else item


def _counted(token: Token, lemma: str, quantity: QuantityMention | None, words: Words) -> str:
    """As in "12.000 Mann": people counted in a noun that keeps its singular are troops."""
    several = quantity is not None and max(quantity.number or 0, quantity.minimum or 0, quantity.maximum or 0) > 1
    heads = words.jobs["heads"]
    return f"{lemma}-{token.form.lower()}" if several and token.form.lower() in heads else lemma


def _is_name_in_front(text: Text, before: Nominal, pending: Pending) -> bool:
    """ "von Nordkoreas Soldaten": the preposition before the name governs the noun."""
    if before.actor is None or pending.determiner is not None or not in_genitive(text, before):
        return False
    inside = any(token.tag in HEADS for token in text.tokens[before.first : before.head])
    return before.place is None or not inside  # not "im Norden Syriens", which is whole


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
    if before.last >= first:
        return False
    between = [t for t in text.tokens[before.last : first] if t.form not in QUOTES]
    if not any(t.tag in {"KON", "$,"} for t in between) or any(p in starts for p in range(before.last, first + 1)):
        return False
    return len(between) <= 2 and all(t.tag in {"KON", "$,", "ADV"} for t in between)


def _is_joint(text: Text, before: Nominal, pending: Pending, words: Words) -> bool:
    """Whether a comma or a word such as "und" stands between, not "noch" or "aber"."""
    between = text.tokens[before.last : pending.first]
    return any(t.tag == "$," or t.lemma.lower() in words.jobs["joint"] for t in between)


def _adjacent(text: Text, end: int, first: int) -> bool:
    return all(t.form in QUOTES or t.form in "()" for t in text.tokens[end:first])
