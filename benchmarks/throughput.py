"""How many articles a second the whole pipeline works through on one core, validation included, and in what memory.

    python benchmarks/throughput.py FILE [--limit N]

FILE is .jsonl (a record with `id` and `text` a line) or a .csv of `category;text` lines as 10kGNAD has them. The first
articles warm up and are not counted. Rates are given per article as it is and per 500 words.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from kg.model import Article, PartialDate
from kg.pipeline import Options, build_article

WARM_UP = 5
WORDS = 500


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--limit", type=int, help="only so many articles")
    arguments = parser.parse_args()
    articles = list(islice(read(arguments.file), arguments.limit))
    options = Options()
    for article in articles[:WARM_UP]:
        build_article(article, options)
    start = time.process_time()
    built = [build_article(article, options) for article in articles]
    seconds = time.process_time() - start
    words = sum(len(article.text.split()) for article in articles)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"articles            {len(articles)}, {words // len(articles)} words each")
    print(f"articles a second   {len(articles) / seconds:.1f}; of {WORDS} words {words / WORDS / seconds:.1f}")
    print(f"statements, claims  {sum(each.statements for each in built)}, {sum(each.claims for each in built)}")
    print(f"not publishable     {sum(not each.publishable for each in built)}")
    print(f"memory at its peak  {megabytes} MB")


def read(path: Path) -> Iterator[Article]:
    """The articles of a file; those of 10kGNAD are named by their line and undated."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if path.suffix == ".csv":
            yield Article(id=f"{path.stem}-{number}", text=line.partition(";")[2])
        else:
            record = json.loads(line)
            published = PartialDate(record["published"]) if record.get("published") else None
            yield Article(id=str(record["id"]), text=record["text"], published=published)


if __name__ == "__main__":
    main()
