"""Turns a table of articles into JSON Lines for `kg build`.

    python benchmarks/corpus.py ARTICLES.csv OUT.jsonl [--limit N]

The table has one article a line, `category;text`, without a header; quotation marks around a text are dropped, those in
it stay. Ids are the table's name and the line's number. OUT may be "-" for standard output.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

QUOTES = "'\""


def articles(lines: Iterable[str], name: str) -> Iterator[dict[str, str]]:
    """The records of a table's lines; lines without a text are passed over."""
    for number, line in enumerate(lines, start=1):
        category, separator, text = line.rstrip("\r\n").partition(";")
        if separator and text.strip(QUOTES).strip():
            yield {"id": f"{name}-{number:05}", "text": unquoted(text), "category": category}


def unquoted(text: str) -> str:
    """The text without one pair of quotation marks around it."""
    if len(text) > 1 and text[0] == text[-1] and text[0] in QUOTES:
        return text[1:-1]
    return text


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="A table of articles (category;text) as JSON Lines for kg build.")
    parser.add_argument("table", type=Path, help="the table, one article a line")
    parser.add_argument("out", help='the .jsonl file to write, or "-"')
    parser.add_argument("--limit", type=int, default=None, metavar="N", help="the first N articles only")
    chosen = parser.parse_args(arguments)
    with ExitStack() as stack:
        try:
            lines = stack.enter_context(chosen.table.open(encoding="utf-8", newline="\n"))
        except OSError as fault:
            parser.error(f"{chosen.table}: {fault.strerror}")
        out = sys.stdout if chosen.out == "-" else stack.enter_context(Path(chosen.out).open("w", encoding="utf-8"))
        count = 0
        for record in islice(articles(lines, chosen.table.stem), chosen.limit):
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
            count += 1
    print(f"{count} articles", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
