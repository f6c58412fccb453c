"""Runs a peer's benchmark, the Dataset of Quotation Attribution in German News Articles (Petersen-Frey and Biemann,
LREC-COLING 2024), with the scripts that come with it.

    python benchmarks/quotes.py FOLDER [--split dev] [--types T,T,…] [--json]

FOLDER holds the split's JSON files (dev/), export_text.py, from_graph.py and score.py. The texts get the dates of their
manifest, a graph is built of them in memory, and the scripts turn it into predictions and score these. The data set is
CC BY-NC-SA 4.0: for measuring only; nothing of it is kept.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from kg.evaluate.building import quads_of
from kg.model import Article, PartialDate
from kg.pipeline import Options

TYPES = "Direct,Indirect,IndirectFreeIndirect"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", default="dev", choices=["dev", "test"])
    parser.add_argument("--types", default=TYPES, help="which gold quotations count")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    parser.add_argument("--keep", type=Path, help="a folder for texts, graph and predictions, to look at them")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        work = arguments.keep or Path(scratch)
        work.mkdir(parents=True, exist_ok=True)
        print(run(arguments.folder, arguments.split, work, types=arguments.types, as_json=arguments.json), end="")


def run(folder: Path, split: str, work: Path, *, types: str = TYPES, as_json: bool = False) -> str:
    """What the benchmark's scorer says, with intermediate files in `work`."""
    gold, texts, graph, predictions = folder / split, work / "texts", work / "graph.nq", work / "predictions.jsonl"
    script(folder / "export_text.py", texts, "--gold", gold, "--ids")
    with graph.open("wb") as out:
        serialize(quads_of(articles(texts), Options()), output=out, format=RdfFormat.N_QUADS)
    script(folder / "from_graph.py", graph, gold, "-o", predictions)
    options = ["--json", "-"] if as_json else []
    return script(folder / "score.py", "--gold", gold, "--pred", predictions, "--types", types, *options)


def articles(texts: Path) -> Iterator[Article]:
    """The exported texts, dated by their manifest."""
    with (texts / "manifest.tsv").open(encoding="utf-8", newline="") as manifest:
        for row in csv.DictReader(manifest, delimiter="\t"):
            published = PartialDate(row["date"]) if row["date"] else None
            path = texts / row["file"]
            yield Article(id=path.stem, text=path.read_bytes().decode("utf-8"), published=published)


def script(path: Path, *arguments: object) -> str:
    """What one of the benchmark's scripts prints."""
    command = [sys.executable, str(path), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
