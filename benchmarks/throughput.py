"""What each stage of the pipeline costs, in processor time on one core, and how many articles a second that makes.

    taskset -c 0 python benchmarks/throughput.py FILE [--limit N] [--digest]

FILE is .jsonl (a record with `id` and `text` a line) or a .csv of `category;text` lines as 10kGNAD has them. Tables and
models are loaded once; that is told apart. Rates are given per article as it is and per 500 words. The yardstick is a
fixed loop, timed between the articles: where the machine has other work it takes longer, and so does everything else.
`--digest` prints the SHA-256 of all graphs as N-Quads: a change for speed alone leaves it as it was.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import ParamSpec, TypeVar

from pyoxigraph import RdfFormat, serialize

from kg.analyse import analyse
from kg.corpus import BATCH
from kg.describe import describe, describe_text
from kg.describe.iris import Iris
from kg.extract import extract
from kg.model import Article
from kg.pipeline import Options, build_article, run_of, tools_of
from kg.read import read as read_paths
from kg.recognise import recognise
from kg.resolve import resolve
from kg.store import Replacement, Store
from kg.validate import validate

P = ParamSpec("P")
R = TypeVar("R")

WORDS = 500
EVERY = 10


class Bench:
    """Works through articles as `kg build` does, with a clock beside each stage."""

    def __init__(self, folder: Path) -> None:
        self.options = Options()
        self.seconds: Counter[str] = Counter()
        self.counts: Counter[str] = Counter()
        self.digest = hashlib.sha256()
        self.store = Store.writing(folder, base=self.options.base)
        self.ready: list[Replacement] = []

    def timed(self, stage: str, work: Callable[P, R], *arguments: P.args, **options: P.kwargs) -> R:
        """What `work` returns; its time goes on the stage's account."""
        start = time.process_time()
        result = work(*arguments, **options)
        self.seconds[stage] += time.process_time() - start
        return result

    def work(self, article: Article) -> None:
        """One article through all stages behind reading."""
        tools, base, run = tools_of(self.options), self.options.base, run_of(self.options)
        text = self.timed("analyse", analyse, article, tools.language)
        mentions = self.timed("recognise", recognise, text, tools.language, tools.gazetteer)
        found = self.timed("extract", extract, text, mentions, tools.language)
        facts = self.timed("resolve", resolve, found, tools.gazetteer, tools.judgements)
        quads = self.timed("describe", lambda: list(describe(facts, base=base, run=run)))
        results = self.timed("validate", validate, quads, registry=tools.registry, text=article.text)
        beside = list(describe_text(article, base=base))
        self.ready.append((Iris(base).article_graph(article.id), quads, beside))
        if len(self.ready) >= BATCH:
            self.keep()
        self.digest.update(serialize(quads, format=RdfFormat.N_QUADS) or b"")
        self.counts.update(articles=1, words=len(article.text.split()), statements=len(facts.statements))
        self.counts.update(claims=len(facts.claims), broken=any(each.severity == "Violation" for each in results))

    def keep(self) -> None:
        """Stores what is ready."""
        self.timed("store", self.store.replace_all, self.ready)
        self.ready.clear()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--limit", type=int, help="only so many articles")
    parser.add_argument("--digest", action="store_true", help="print the SHA-256 of all graphs")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        bench, yardstick = Bench(Path(folder)), Counter[str]()
        articles = islice(read(arguments.file), arguments.limit)
        first = bench.timed("read", next, articles)
        start = time.process_time()
        build_article(first, bench.options)
        loading = time.process_time() - start
        bench.work(first)
        for number, article in enumerate(clocked(articles, bench)):
            bench.work(article)
            if number % EVERY == 0:
                yardstick.update(seconds=loop(), times=1)
        bench.keep()
        bench.timed("store", bench.store.flush)
    report(bench, loading, yardstick)
    if arguments.digest:
        print(f"digest              {bench.digest.hexdigest()}")


def report(bench: Bench, loading: float, yardstick: Counter[str]) -> None:
    articles, words = bench.counts["articles"], bench.counts["words"]
    total = sum(bench.seconds.values())
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"articles            {articles}, {words // articles} words each")
    for stage, seconds in bench.seconds.items():
        print(f"  {stage:18}{seconds / articles * 1e3:.2f} ms an article")
    print(f"  all               {total / articles * 1e3:.2f} ms; of {WORDS} words {total / words * WORDS * 1e3:.2f} ms")
    print(f"articles a second   {articles / total:.1f}; of {WORDS} words {words / WORDS / total:.1f}")
    print(f"loading, once       {loading:.2f} s with the first article")
    print(f"statements, claims  {bench.counts['statements']}, {bench.counts['claims']}")
    print(f"not publishable     {bench.counts['broken']}")
    print(f"memory at its peak  {megabytes} MB")
    if yardstick["times"]:
        print(f"yardstick           {yardstick['seconds'] / yardstick['times'] * 1e3:.1f} ms")


def read(path: Path) -> Iterator[Article]:
    """The articles of a file; those of 10kGNAD are named by their line and undated."""
    if path.suffix == ".csv":
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield Article(id=f"{path.stem}-{number}", text=unquoted(line.partition(";")[2]))
    else:
        yield from (item for item in read_paths([path]) if isinstance(item, Article))


def unquoted(field: str) -> str:
    """A field of 10kGNAD without the single quotes around those that have a semicolon."""
    quoted = len(field) > 1 and field[0] == field[-1] == "'"
    return field[1:-1].replace("''", "'") if quoted else field


def clocked(articles: Iterable[Article], bench: Bench) -> Iterator[Article]:
    """The articles, with the time that reading takes on its account."""
    rest = iter(articles)
    while (article := bench.timed("read", next, rest, None)) is not None:
        yield article


def loop() -> float:
    """The processor seconds of a fixed piece of work."""
    start = time.process_time()
    counts: Counter[str] = Counter()
    for number in range(20_000):
        counts[f"w{number % 5000}"] += 1
    return time.process_time() - start


if __name__ == "__main__":
    main()
