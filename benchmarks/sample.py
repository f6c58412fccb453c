"""Draws statements or claims from articles by a fixed rule, to be judged by reading.

    python benchmarks/sample.py FILE [--number 200] [--kind statements|claims] [--seed WORD]

FILE as in throughput.py. All facts of all articles are put in the order of a hash of the seed, the article and the
place of the fact, and the first are printed with what stands around them: is it one, are its speaker and its words
right? Nobody chooses, and the same draw can be made again.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from throughput import read

from kg.model import ArticleFacts, Claim, Statement
from kg.pipeline import Options, facts_of, tools_of

AROUND = 120


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--kind", choices=["statements", "claims"], default="statements")
    parser.add_argument("--seed", default="first")
    arguments = parser.parse_args()
    tools = tools_of(Options())
    everything = (facts_of(article, tools) for article in read(arguments.file))
    drawn = sorted((key(fact, facts, arguments.seed), shown(fact, facts)) for facts in everything
                   for fact in getattr(facts, arguments.kind))  # fmt: skip
    print(f"{len(drawn)} {arguments.kind} found")
    for number, (_, lines) in enumerate(islice(drawn, arguments.number), 1):
        print(f"{number}. {lines}\n")


def key(fact: Statement | Claim, facts: ArticleFacts, seed: str) -> str:
    """Where a fact stands in the order of the draw."""
    place = fact.content if isinstance(fact, Statement) else fact.evidence
    return hashlib.sha256(f"{seed} {facts.article.id} {place.start} {fact.key}".encode()).hexdigest()


def shown(fact: Statement | Claim, facts: ArticleFacts) -> str:
    """A fact as a person judges it."""
    text = facts.article.text
    span = fact.content if isinstance(fact, Statement) else fact.evidence
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    words = " ".join(f"{before}⟦{span.of(text)}⟧{after}".split())
    return f"{facts.article.id} [{fact.rule}]\n   {' · '.join(values(fact, facts))}\n   {words}"


def values(fact: Statement | Claim, facts: ArticleFacts) -> Iterator[str]:
    if isinstance(fact, Statement):
        yield from (", ".join(fact.speakers) or "nobody", fact.stance, fact.mode)
        yield f"says: {fact.speaker.of(facts.article.text) if fact.speaker else '-'}"
        yield f"cue: {fact.cue.of(facts.article.text) if fact.cue else '-'}"
        return
    yield type(fact).__name__
    hidden = {"key", "rule", "certainty", "evidence", "statement"}
    for name in sorted({each for kind in type(fact).__mro__ for each in getattr(kind, "__slots__", ())} - hidden):
        value = getattr(fact, name)
        if value not in {None, ()}:
            yield f"{name}: {value}"


if __name__ == "__main__":
    main()
