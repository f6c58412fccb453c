"""An unnamed somebody of a body that the article names: "Sprecher (russisches Innenministerium)", with other names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.kinds import described
from kg.extract.statements.common.page import Page
from kg.model import Actor

__all__ = ["spoken_for"]

_DECLINED = "declined adjective"
_PARTS = 3
"""Words of the name of a body whose first alone is declined, at most."""
_BARE = ("s", "ß", "x", "z")
"""How nouns end whose genitive cannot be told from the noun alone."""


def spoken_for(page: Page, actor: Actor, words: str, body: Actor) -> Actor:
    """The `actor` known by some words ("Vertreter") as one of a body: the body in brackets; also called what the
    article calls him or her ("Vertreter des Generalstabs"), and with the body in the genitive."""
    told = described(f"{words} ({body.label_de})")
    others = [f"{words} {form}" for form in _genitive(page, body.label_de)]
    literal = [actor.label_de] if " " in actor.label_de else []
    aliases = tuple(dict.fromkeys([*actor.aliases, *literal, *others]))
    return replace(actor, id=told.id, label_en=told.label_en, label_de=told.label_de, aliases=aliases)


def _genitive(page: Page, name: str) -> Iterator[str]:
    """As in "des russischen Innenministeriums", of a name that begins with an adjective."""
    first, *rest = name.split()
    if not 0 < len(rest) < _PARTS or rest[0].endswith(_BARE):
        return
    (of_it,), (of_her,), (declined,) = (page.words(key) for key in ("of a man or thing", "of a woman", _DECLINED))
    for article, ending, added in ((of_it, "adjective behind des", "s"), (of_her, "adjective behind der", "")):
        stem = next((first.removesuffix(end) for end in page.words(ending) if first.endswith(end)), None)
        if stem is not None:
            yield " ".join([article, stem + declined, rest[0] + added, *rest[1:]])
