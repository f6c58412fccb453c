"""How many goods: which of several one number counts, and "ein" where it is a number ("mindestens ein System")."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.nominals import Nominal
from kg.model import Qualifier, QuantityMention

__all__ = ["counts_apart", "quantity_of"]


def quantity_of(desk: Desk, phrase: Nominal) -> QuantityMention | None:
    """The number of goods, or of what holds them ("20.000 Schuss Munition")."""
    sentence = desk.scene.nominals[desk.scene.sentence_of(phrase.head).number]
    holder = next((n for n in sentence if n.last == phrase.first and _holds(desk, n)), None)
    held = holder.quantity if holder is not None and phrase.attached else None
    return _out_of(desk, phrase) or phrase.quantity or held or _single(desk, phrase) or _put_at(desk, phrase)


def _out_of(desk: Desk, phrase: Nominal) -> QuantityMention | None:
    """ "zehn von 31 Panzern", "zwei der 31 Panzer": the number before that of the whole."""
    inner = _before_whole(desk, phrase)
    if inner is not None:
        return inner
    start = phrase.preposition if phrase.preposition is not None else phrase.first
    whole = phrase.quantity is not None and (phrase.preposition is None or desk.scene.is_a(phrase.preposition, "of"))
    if not whole or (phrase.preposition is None and phrase.determiner != phrase.first):
        return None
    return next((q for q in desk.scene.mentions.quantities if q.last == start and q.number is not None), None)


def _before_whole(desk: Desk, phrase: Nominal) -> QuantityMention | None:
    """ "die ersten zehn der 50 Panzer": the number inside a phrase before the article of the whole."""
    whole, tokens = phrase.quantity, desk.scene.text.tokens
    before = (q for q in desk.scene.mentions.quantities if whole is not None and phrase.first <= q.first < whole.first)
    return next((q for q in before if q.number is not None and tokens[q.last].tag == "ART"), None)


def _put_at(desk: Desk, phrase: Nominal) -> QuantityMention | None:
    """ "schätzt die Zahl der Granaten auf zwei Millionen": a number alone that a clause puts its goods at."""
    scene = desk.scene
    clause = scene.clause_at(phrase.head)
    if clause is None or phrase.item is None or clause.lemma not in scene.words.jobs["put-number"]:
        return None
    tokens = scene.text.tokens
    for quantity in scene.mentions.quantities:
        here = scene.clause_of[quantity.first] == clause.number and quantity.number is not None
        bare = quantity.last >= len(tokens) or tokens[quantity.last].tag not in {"NN", "NE", "ADJA"}
        if here and bare and any(scene.is_a(p, "put-at") for p in range(max(quantity.first - 2, 0), quantity.first)):
            return quantity
    return None


def _holds(desk: Desk, nominal: Nominal) -> bool:
    """ "Schuss", "Tonnen": what other goods are counted in."""
    return (nominal.people is not None and nominal.people.holds) or desk.scene.is_noun(nominal, "measure")


def _single(desk: Desk, phrase: Nominal) -> QuantityMention | None:
    """One, where "ein" is more than an article: "mindestens ein System", "ein weiteres", "eines seiner Systeme"."""
    article = phrase.determiner
    if article is None or not desk.scene.is_a(article, "one") or phrase.people is not None:
        return None
    if desk.scene.is_noun(phrase, "package"):
        return None
    least = article > 0 and desk.scene.is_a(article - 1, "at-least-one")
    exact = any(desk.scene.is_a(p, "one-more") for p in range(article + 1, phrase.head))
    exact = exact or desk.scene.text.tokens[article + 1].tag == "PPOSAT"
    if not (least or exact):
        return None
    first = article - 1 if least else article
    span = desk.scene.text.span(first, article + 1)
    qualifier = Qualifier.AT_LEAST if least else Qualifier.EXACTLY
    return QuantityMention(span, first, article + 1, 1, qualifier, 1, None if least else 1)


def counts_apart(desk: Desk, phrases: Sequence[Nominal], numbers: Sequence[QuantityMention | None]) -> list[bool]:
    """Which of some goods the only number of them does not count: a mass, what comes "neben" or "sowie" others, or
    whatever stands beside a single one or before it."""
    one = next((n for n in numbers if n is not None), None)
    alone = one is not None and one.number == 1
    exact = any(n is not None and n.number is not None for n in numbers)
    return [
        (number is None and one is not None and (alone or _is_before(phrase, one) or _is_beside(desk, phrase)))
        or (number is not None and number.number is None and exact)
        for phrase, number in zip(phrases, numbers, strict=True)
    ]


def _is_held(desk: Desk, phrase: Nominal) -> bool:
    """ "Container mit Munition": counted by what they are in."""
    return phrase.preposition is not None and desk.scene.is_a(phrase.preposition, "with")


def _is_beside(desk: Desk, phrase: Nominal) -> bool:
    if desk.scene.is_noun(phrase, "mass") and not _is_held(desk, phrase):
        return True
    tokens, first = desk.scene.text.tokens, phrase.first
    if (
        first > 1 and tokens[first - 1].tag == "KON" and tokens[first - 2].tag == "$,"
    ):  # "…, darunter Mörser, und Panzer"
        return True
    return any(desk.scene.is_a(p, "besides") for p in range(max(phrase.first - 1, 0), phrase.head))


def _is_before(phrase: Nominal, one: QuantityMention) -> bool:
    """ "Raketen sowie 220 Haubitzen": goods in front of a number."""
    return one.number is not None and phrase.last <= one.first
