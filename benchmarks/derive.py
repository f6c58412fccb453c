"""How long it takes to bring the claims of many articles together, and whether the time is linear in their number.

    python benchmarks/derive.py [--sizes 1250 2500 5000 10000]

The articles are made up: each has four statements with a claim each, on events that hundreds of others tell of as well,
by sources of a fixed list, on days of one year; every twentieth is a copy of another one's text. What is measured is
processor time: reading the quads, finding everything across the articles, and writing the derived graph.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from pyoxigraph import Quad

from kg.derive import describe_findings
from kg.derive.findings import find
from kg.derive.read import read_corpus
from kg.derive.responses import words_of
from kg.describe import describe, describe_registry, describe_text
from kg.describe.iris import BASE
from kg.lang import language
from kg.model import (
    Actor,
    ActorKind,
    Article,
    ArticleFacts,
    Deployment,
    Modality,
    Mode,
    PartialDate,
    Personnel,
    Span,
    Stance,
    Statement,
    Topic,
)

STATES = [f"state-{number}" for number in range(12)]
SOURCES = [f"source-{number}" for number in range(40)]
PERSONNEL = (Personnel.SOLDIERS, Personnel.OFFICERS, Personnel.ENGINEERS, Personnel.INSTRUCTORS, None)
MODALITIES = (
    *(Modality.FACT,) * 9,
    *(Modality.ALLEGED,) * 5,
    *(Modality.PLANNED, Modality.PLANNED, Modality.PLANNED, Modality.POSSIBLE, Modality.POSSIBLE),
    Modality.DENIED,
)
NUMBERS = (None, None, 1500, 3000, 10000, 12000)
START = date(2024, 1, 1)
WORDS = [f"wort{number}" for number in range(4000)]


def actors() -> list[Actor]:
    states = [Actor(id=name, kind=ActorKind.STATE, label_en=name, label_de=name) for name in STATES]
    sources = [
        Actor(
            id=name,
            kind=(ActorKind.INTELLIGENCE_SERVICE, ActorKind.NEWS_AGENCY, ActorKind.PERSON)[number % 3],
            label_en=name,
            label_de=name,
            acts_for=STATES[number % len(STATES)],
        )
        for number, name in enumerate(SOURCES)
    ]
    return [*states, *sources]


def quads(size: int) -> Iterator[Quad]:
    chance = random.Random(7)
    texts: list[str] = []
    yield from describe_registry(actors(), ())
    for number in range(size):
        copied = number % 20 == 19
        texts.append(texts[number - 7] if copied else " ".join(chance.choices(WORDS, k=300)))
        facts = article(number, texts[number], chance)
        yield from describe(facts)
        yield from describe_text(facts.article)


def article(number: int, text: str, chance: random.Random) -> ArticleFacts:
    day = START + timedelta(days=chance.randrange(366))
    page = Article(id=f"a{number:06}", text=text, published=PartialDate.day(day), publisher=f"paper {number % 50}")
    statements, claims = [], []
    for part in range(4):
        span = Span(part * 60, part * 60 + 50)
        speaker = chance.choice(SOURCES)
        modality = chance.choice(MODALITIES)
        when = PartialDate.day(day - timedelta(days=chance.randrange(40))) if chance.random() < 0.3 else None
        statements.append(
            Statement(
                key=f"s{part}",
                speakers=(speaker,),
                stance=Stance.DENIES
                if modality is Modality.DENIED
                else chance.choice((Stance.ASSERTS, Stance.CONFIRMS)),
                mode=Mode.INDIRECT,
                content=span,
                speaker=None,
                cue=None,
                said_on=None,
                topics=(Topic.DEPLOYMENT,),
                rule="benchmark",
            )
        )
        claims.append(
            Deployment(
                key=f"c{part}",
                claimants=(speaker,),
                statement=f"s{part}",
                number=chance.choice(NUMBERS),
                modality=modality,
                when=when,
                evidence=span,
                rule="benchmark",
                sender=chance.choice(STATES[:4]),
                host=chance.choice((*STATES[4:8], None)),
                personnel=chance.choice(PERSONNEL),
            )
        )
    return ArticleFacts(article=page, statements=tuple(statements), claims=tuple(claims), actors=(), places=())


def measure(size: int) -> tuple[float, float, float, str]:
    given = list(quads(size))
    words = words_of(language("de"))
    start = time.process_time()
    corpus = read_corpus(given)
    read = time.process_time()
    findings = find(corpus, (), words, base=BASE)
    found = time.process_time()
    derived = describe_findings(findings)
    written = time.process_time()
    what = (
        f"{len(corpus.claims):,} claims | {len(findings.events):,} events | {len(findings.copies):,} copies"
        f" | {len(findings.contradictions):,} contradictions | {len(derived):,} quads"
    )
    return read - start, found - read, written - found, what


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1250, 2500, 5000, 10000])
    chosen = parser.parse_args(arguments)
    print("articles | read s | find s | write s | ms an article | what")
    for size in chosen.sizes:
        read, found, written, what = measure(size)
        whole = read + found + written
        print(
            f"{size:8,} | {read:6.2f} | {found:6.2f} | {written:7.2f} | {1000 * whole / size:13.2f} | {what}",
            flush=True,
        )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"largest memory: {memory:,} MiB, generated articles included")
    return 0


if __name__ == "__main__":
    sys.exit(main())
