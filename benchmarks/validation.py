"""What describing and validating an article costs, and what the screen before pySHACL saves.

    python benchmarks/validation.py [--articles N] [--statements N] [--flaws SHARE]

Made-up articles of about 500 words: by default 16 statements and 8 claims each, and one article in five with a flaw
that pySHACL has to report.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from pyoxigraph import Quad

from kg.describe import describe, describe_registry
from kg.model import (
    Actor,
    ActorKind,
    Article,
    ArticleFacts,
    Deployment,
    Modality,
    Mode,
    PartialDate,
    Qualifier,
    Span,
    Stance,
    Statement,
    Topic,
)
from kg.validate import nodes, validate

T = TypeVar("T")
SENTENCE = "Der Sprecher Nummer {0} sagte am Montag, rund {0} Soldaten seien nach langer Fahrt im Osten angekommen. "
ACTORS = [
    Actor(id=name, kind=ActorKind.STATE, label_en=name.title(), label_de=name.title()) for name in ("north", "south")
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--statements", type=int, default=16)
    parser.add_argument("--flaws", type=float, default=0.2, help="share of articles with a flaw")
    arguments = parser.parse_args()
    registry = nodes(describe_registry(ACTORS, []))
    every = round(1 / arguments.flaws) if arguments.flaws else 0
    facts = [made(n, arguments.statements, flawed=bool(every) and n % every == 0) for n in range(arguments.articles)]
    seconds, graphs = timed(lambda: [list(describe(each)) for each in facts])
    print(f"quads per article         {sum(map(len, graphs)) / len(graphs):.0f}")
    print(f"describe                  {seconds / len(facts) * 1e3:.2f} ms an article")
    validate(graphs[0], registry=registry)  # parses the shapes
    for label, screened, share in (("screen, then pySHACL", True, 1), ("pySHACL on every node", False, 20)):
        chosen = list(zip(facts, graphs, strict=True))[:: share or 1]
        seconds, found = timed(lambda chosen=chosen, screened=screened: results(chosen, registry, screened))
        print(f"{label:25} {seconds / len(chosen) * 1e3:.2f} ms an article, {found} results in {len(chosen)}")


def results(chosen: list[tuple[ArticleFacts, list[Quad]]], registry: dict, screened: bool) -> int:
    return sum(
        len(validate(graph, registry=registry, text=facts.article.text, screened=screened)) for facts, graph in chosen
    )


def timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def made(number: int, statements: int, *, flawed: bool) -> ArticleFacts:
    """An article with so many statements, every second with a claim; the flaw is a deployment without host."""
    sentences = [SENTENCE.format(n + 1) for n in range(statements)]
    article = Article(
        id=f"bench-{number}",
        text=f"{number}: " + "".join(sentences) * 2,
        published=PartialDate("2024-10-28"),
        publisher="Blatt",
    )
    said = tuple(statement(article, n) for n in range(statements))
    claims = tuple(claim(article, n, host=None if flawed and not n else "south") for n in range(0, statements, 2))
    return ArticleFacts(article=article, statements=said, claims=claims, actors=tuple(ACTORS), places=())


def place(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def statement(article: Article, n: int) -> Statement:
    begin = article.text.index(SENTENCE.format(n + 1))
    content = place(article, f"rund {n + 1} Soldaten seien nach langer Fahrt im Osten angekommen")
    return Statement(
        key=f"s{n}",
        speakers=("north",),
        stance=Stance.ASSERTS,
        mode=Mode.INDIRECT,
        content=content,
        speaker=Span(begin, begin + len(f"Der Sprecher Nummer {n + 1}")),
        cue=Span(begin + len(f"Der Sprecher Nummer {n + 1} "), begin + len(f"Der Sprecher Nummer {n + 1} sagte")),
        said_on=PartialDate("2024-10-28"),
        topics=(Topic.DEPLOYMENT,),
        rule="saying/sagen",
    )


def claim(article: Article, n: int, *, host: str | None) -> Deployment:
    return Deployment(
        key=f"c{n}",
        claimants=("north",),
        statement=f"s{n}",
        number=n + 1,
        qualifier=Qualifier.ABOUT,
        modality=Modality.ALLEGED,
        evidence=place(article, f"rund {n + 1} Soldaten seien nach langer Fahrt im Osten angekommen"),
        sender="north",
        host=host,
        rule="deployment/ankommen",
        certainty=Decimal("0.8"),
    )


if __name__ == "__main__":
    main()
