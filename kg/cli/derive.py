"""`kg derive`: what the articles say together, made again."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.cli.console import put_json, say
from kg.cli.options import DEFAULT_STORE, JsonOption, JudgementsOption, QuietOption, StoreOption, judgements_file

if TYPE_CHECKING:
    from kg.derive.rebuild import Rebuilt

__all__ = ["derive", "in_words"]


def derive(
    *,
    judgements: JudgementsOption = None,
    store: StoreOption = DEFAULT_STORE,
    quiet: QuietOption = False,
    as_json: JsonOption = False,
) -> None:
    """Bring the claims of all articles together again: events, contradictions, sources, positions.

    Only the derived graph is made anew; kg build does it at its end.
    """
    from kg.derive.rebuild import rebuild
    from kg.resolve.judgements import read_judgements
    from kg.store import Store

    chosen = judgements_file(judgements)
    judged = read_judgements(chosen) if chosen else ()
    made = rebuild(Store.writing(store, base=Store.reading(store).base), judged)
    if as_json:
        put_json(asdict(made) | {"unused": [judgement.words for judgement in made.unused]})
    say(in_words(made), quiet=quiet or as_json)


def in_words(made: Rebuilt) -> str:
    """One line on what was found, and one on each judgement that fits nothing."""
    line = (
        f"{made.events} events ({made.merged} of several claims), {made.contradictions} contradictions, "
        f"{made.positions} positions, {made.copies} near copies"
    )
    unused = (f"a judgement names what is not there: {', '.join(each.of)}: {each.words}" for each in made.unused)
    return "\n".join([line, *unused])
