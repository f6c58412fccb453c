"""What is given: weapons and other goods in a run of noun phrases or in the first part of a compound."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.extract.claims.arms.goods_counts import counts_apart, quantity_of
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match, chain_after
from kg.extract.claims.grammar.nominals import Nominal, in_genitive
from kg.extract.claims.grammar.numbers import numbers_before
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.wordlists import Words
from kg.lang.items import ItemRow
from kg.model import Actor, ActorKind, Item, QuantityMention, Span

__all__ = ["NO_GOODS", "Goods", "allies_of", "compound_goods", "counted", "goods_before", "goods_in", "weapon_in"]

_JOINING = 2
"""Letters that join the parts of a compound, or stand before a hyphen, at most."""


class Goods(NamedTuple):
    """What is given."""

    items: tuple[Item, ...]
    phrases: tuple[Nominal, ...]
    positions: tuple[int, ...]
    arms: bool
    """Whether a weapon is among them."""
    number: QuantityMention | None = None
    """Their number, where no phrase of theirs has it ("weitere 14")."""


NO_GOODS = Goods((), (), (), False)
"""What somebody gives that no words name."""


def goods_in(desk: Desk, phrases: Iterable[Nominal]) -> Goods | None:
    """The goods that noun phrases name; other goods than weapons count only in an article about a conflict."""
    named = [n for n in phrases if n.item is not None]
    named = [n for n in named if n.item is not None and (n.item.arms or _about_conflict(desk.scene))]
    named = [n for n in named if not any(_is_purpose(desk.scene, one, n) for one in named)]
    given = [n for n in named if not (n.determiner is not None and desk.scene.is_a(n.determiner, "no"))]
    named = given or named
    held = [n for n in named if n.item is not None and n.item.key != "containers"]
    both = any(n.quantity is not None for n in held) and any(n.quantity is not None for n in named if n not in held)
    named = named if both else held or named
    if not named:
        return None
    items = tuple(_item(desk.scene, n, n.item) for n in named if n.item is not None)
    positions = tuple(p for n in named for p in (_start(n), n.last - 1))
    return Goods(items, tuple(named), positions, any(n.item.arms for n in named if n.item is not None))


class Part(NamedTuple):
    """Goods that one number counts."""

    items: tuple[Item, ...]
    quantity: QuantityMention | None


def counted(desk: Desk, goods: Goods) -> list[Part]:
    """Goods by their numbers; all together where at most one is counted."""
    if goods.number is not None:
        return [Part(goods.items, goods.number)]
    numbers: list[QuantityMention | None] = []
    for phrase in goods.phrases:
        equal = numbers and any(desk.scene.is_a(p, "as-many") for p in range(phrase.first - 1, phrase.head))
        numbers.append(numbers[-1] if equal else quantity_of(desk, phrase))
    before = _before(desk, goods)
    if sum(n is not None and n.number is not None for n in numbers) < 2:
        return [*before, *_around_one(desk, goods, numbers)]
    single = zip(goods.items, numbers, strict=True)
    parts = [Part((item,), number) for item, number in single if number is not None]
    plain = zip(goods.items, numbers, goods.phrases, strict=True)
    rest = tuple(item for item, number, n in plain if number is None and (n.coordinated or not n.attached))
    return [*before, *parts, Part(rest, None)] if rest else [*before, *parts]


def _before(desk: Desk, goods: Goods) -> list[Part]:
    """As many of the goods as numbers before theirs tell ("erst 30, später weitere 50 Panzer")."""
    if len(goods.items) != len(goods.phrases):
        return []
    both = zip(goods.items, goods.phrases, strict=True)
    return [Part((item,), number) for item, phrase in both for number in numbers_before(desk.scene, phrase)]


def _around_one(desk: Desk, goods: Goods, numbers: list[QuantityMention | None]) -> list[Part]:
    """Goods of which at most one has a number: together, but for those that it cannot count."""
    if len(goods.phrases) != len(goods.items):
        return [Part(goods.items, next((n for n in numbers if n is not None), None))]
    apart = counts_apart(desk, goods.phrases, numbers)
    counted_too = tuple(item for item, other in zip(goods.items, apart, strict=True) if not other)
    rest = tuple(item for item, other in zip(goods.items, apart, strict=True) if other)
    told = zip(numbers, apart, strict=True)
    number = next((n for n, other in told if n is not None and not other), None)
    return [Part(counted_too, number), *([Part(rest, None)] if rest else [])]


def _start(nominal: Nominal) -> int:
    return min(nominal.first, nominal.quantity.first) if nominal.quantity is not None else nominal.first


def _item(scene: Scene, nominal: Nominal, row: ItemRow) -> Item:
    """The words of a good: adjectives and noun, with what says what it is for ("Technologie für Raketen")."""
    tokens = scene.text.tokens
    first = nominal.head
    if first >= nominal.last:  # "20 deutsche und 30 polnische Panzer"
        return Item(scene.text.span(first, first + 1), row.key)
    while first > nominal.first and tokens[first - 1].tag in {"ADJA", "TRUNC", "NE", "NN"}:
        if tokens[first - 1].tag in {"NE", "NN"} and tokens[first].tag == "ADJA":
            break
        first -= 1
    if any(mention.last > first for mention in nominal.owners):
        first = max(mention.last for mention in nominal.owners if mention.last <= nominal.head + 1)
        first = min(first, nominal.head)
    return Item(scene.text.span(first, _purpose_end(scene, nominal, row)), row.key)


def _is_purpose(scene: Scene, whole: Nominal, nominal: Nominal) -> bool:
    """ "Bauteile für Drohnen": whether a phrase only tells what other goods are for."""
    row = whole.item
    return row is not None and whole.last <= nominal.first < _purpose_end(scene, whole, row)


def _purpose_end(scene: Scene, nominal: Nominal, row: ItemRow) -> int:
    after = chain_after(scene, nominal)
    if row.arms or not after or after[0].preposition is None or not scene.is_a(after[0].preposition, "purpose"):
        return nominal.last
    return after[0].last


def compound_goods(desk: Desk, noun: Nominal, nouns: Iterable[str]) -> Goods | None:
    """The goods in the first part of a compound that ends in one of some nouns: "Waffen" of "Waffenlieferungen"."""
    token = desk.scene.text.tokens[noun.head]
    for last in nouns:
        row = weapon_in(desk.scene.words, token.form.lower(), last)
        if row is not None:
            first = token.form[: _cut(token.form.lower(), last)]
            span = Span(token.start, token.start + len(first))
            return Goods((Item(_unjoined(desk, span, first), row.key),), (noun,), (noun.head,), True)
    return None


def weapon_in(words: Words, noun: str, last: str) -> ItemRow | None:
    """The weapon in the first part of a noun in small letters whose last part is `last`, None where there is none."""
    first = noun[: _cut(noun, last)]
    row = words.goods.nearest(first) if len(first) > _JOINING else None
    return row if row is not None and row.arms else None


def _cut(noun: str, last: str) -> int:
    """How many letters the first part of a compound has, without a hyphen."""
    return len(noun[: max(noun.rfind(last.removeprefix("-")), 0)].rstrip("-"))


def _unjoined(desk: Desk, span: Span, first: str) -> Span:
    """The first part of a compound without the letter that only joins it ("Munitions-")."""
    joined = first.endswith("s") and desk.scene.words.goods.get(first[:-1].lower()) is not None
    return Span(span.start, span.end - joined)


def _about_conflict(scene: Scene) -> bool:
    """Whether the article names a weapon or another word of war at all."""
    words = scene.words
    return any(
        (n.item is not None and n.item.arms) or ((row := words.spheres.get(n.lemma)) is not None and row.conflict)
        for sentence in scene.nominals
        for n in sentence
    )


def goods_before(desk: Desk, match: Match) -> Goods | None:
    """The weapons named in the sentence before a verb without goods of its own ("Waffenproduzenten … beliefert")."""
    scene = desk.scene
    for noun in reversed(scene.nominals[scene.sentence_of(match.at).number]):
        if noun.head >= match.at or noun.pronoun:
            continue
        if noun.item is not None and noun.item.arms:
            return goods_in(desk, [noun])
        token = scene.text.tokens[noun.head]
        cuts = range(4, len(token.form) - 3)
        part = next(
            (c for c in reversed(cuts) if (r := scene.words.goods.get(token.lemma[:c].lower())) and r.arms), None
        )
        if part is not None:
            return Goods((Item(Span(token.start, token.start + part)),), (noun,), (noun.head,), True)
    return None


def allies_of(scene: Scene, nominal: Nominal) -> Actor | None:
    """ "die Verbündeten der Ukraine": a group under its description; None for any other noun phrase."""
    if nominal.lemma not in scene.words.jobs["allies"]:
        return None
    after = chain_after(scene, nominal)[:1]
    named = next((n.actor.actor for n in after if n.actor is not None and n.preposition is None), None)
    if named is None or _is_called(scene, nominal, after[0]):
        return None
    word = scene.words.labels["allies"]
    form = scene.text.tokens[nominal.head].form
    return Actor(
        id=f"x-group-{named.id}-{word}",
        kind=ActorKind.GROUP,
        label_en=f"{named.label_en}'s {word}",
        label_de=f"{form} {scene.text.words(scene.text.span(after[0].first, after[0].last))}",
        registered=False,
    )


def _is_called(scene: Scene, nominal: Nominal, name: Nominal) -> bool:
    """ "seinem Partner Putin": whether a name behind tells who the one ally is, not whose ally."""
    bare = name.first == name.head and not in_genitive(scene.text, name)
    article = scene.text.tokens[nominal.determiner].form.lower() if nominal.determiner is not None else ""
    return bare and article not in scene.words.jobs["plural-dative"]
