"""The quality gate: what the gold says of the program, against floors that only rise.

    python -m tests.gate                 prints all figures
    python -m tests.gate --update        raises the floors to a little under the figures
    python -m tests.gate --gold "why"    sets the floors anew for changed gold, with the reason

Measured are the annotated articles of tests/gold and seeds, the attribution sentences of tests/extract and, where a
folder `shared` stands beside the checkout, its real articles and its benchmark, by the scorers there.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import RdfFormat, serialize

from kg.evaluate import Gold, evaluate, read_gold
from kg.evaluate.building import quads_of
from kg.model import Article
from kg.pipeline import Options, tools_of
from kg.read import read
from kg.store import Store

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
SENTENCES = ROOT / "tests" / "extract" / "sentences"
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "tests" / "gate.json"
SLACK = 0.005
"""A floor lies so far under its figure that one fact of a few hundred may change sides."""
SLACK_ON_MATCHED = 0.05
"""So far under, where a figure judges what was found only: it may fall a little when more is found."""
ON_MATCHED = frozenset(
    (
        *("speaker", "stance", "mode", "said_on", "said_on_unknown", "cue", "topics"),
        *("claimants", "modality", "qualifier", "places", "signatories", "signed", "agreement_place"),
    )
)

Figures = dict[str, float]


def fingerprint() -> str:
    """A hash of all gold: annotated articles, seeds and sentences, with their names."""
    files = [path for folder in (GOLD, ROOT / "seeds", SENTENCES) for path in sorted(folder.rglob("*.*"))]
    parts = (f"{path.relative_to(ROOT)} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def measured() -> dict[str, Figures]:
    """All figures, by what they are measured on."""
    figures = {"gold": gold_figures(), "sentences": sentence_figures()}
    if (SHARED / "eval" / "score.py").exists():
        figures |= {"real": real_figures(), "benchmark": benchmark_figures()}
    return figures


def articles(folder: Path) -> Iterator[Article]:
    """The articles of a folder; an article that cannot be read fails the gate."""
    for item in read([folder]):
        assert isinstance(item, Article), str(item)
        yield item


def gold_figures() -> Figures:
    """The figures of `kg evaluate` over our own annotated articles."""
    found: list[Article] = [*articles(GOLD), *articles(ROOT / "seeds")]
    golds: Iterable[Gold] = [*read_gold(GOLD), *read_gold(GOLD / "seeds")]
    store = Store.in_memory(quads_of(found, Options()))
    texts = {article.id: article.text for article in found}
    result = evaluate(store, texts, golds, gazetteer=tools_of(Options()).gazetteer)
    return flat(result.figures)


@cache
def sentence_figures() -> Figures:
    """The share of attribution sentences that are read as they are meant."""
    from tests.extract.cases import cases, problems

    bad = sum(bool(problems(case)) for case in cases().values())
    return {"right": round(1 - bad / len(cases()), 3), "number": len(cases())}


def real_figures() -> Figures:
    """What the scorer beside the checkout says of the articles beside it."""
    with tempfile.TemporaryDirectory() as scratch:
        graph = Path(scratch) / "graph.nq"
        with graph.open("wb") as out:
            serialize(quads_of(articles(SHARED / "seeds"), Options()), output=out, format=RdfFormat.N_QUADS)
        told = ran(SHARED / "eval" / "score.py", graph, SHARED / "seeds", SHARED / "gold", "--json")
    return flat(json.loads(told))


def benchmark_figures() -> Figures:
    """What the benchmark's scorer says of its development part."""
    told = json.loads(ran(ROOT / "benchmarks" / "quotes.py", SHARED / "eval" / "quotes", "--json"))
    return {
        "overlap": round(told["quote_overlap"]["F1"], 3),
        "with speaker": round(told["joint"]["head"]["F1"], 3),
        "tokens": round(told["token"]["F1"], 3),
    }


def ran(path: Path, *arguments: object) -> str:
    """What a script prints."""
    command = [sys.executable, str(path), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def flat(figures: dict[str, dict[str, Any]]) -> Figures:
    """One number a figure: F1 of what is found, the share of what is right of it."""
    shares = {name: figure.get("f1", figure.get("acc")) for name, figure in figures.items()}
    return {name: share for name, share in shares.items() if share is not None}


def floors() -> dict[str, Any]:
    """The floors as they stand: {"fingerprint", "floors": {measured on: {figure: floor}}, "history"}."""
    return dict(json.loads(FLOORS.read_text(encoding="utf-8")))


def below(figures: dict[str, Figures], low: dict[str, Figures]) -> list[str]:
    """The figures that are under their floors, or gone."""
    return [
        f"{part}: {name} is {figures[part].get(name, 'gone')}, the floor is {floor}"
        for part in sorted(low.keys() & figures.keys())
        for name, floor in low[part].items()
        if figures[part].get(name, -1) < floor
    ]


def raised(figures: dict[str, Figures], low: dict[str, Figures]) -> dict[str, Figures]:
    """The floors, each at a little under its figure where that is higher."""
    new = {part: dict(named) for part, named in low.items()}
    for part, named in figures.items():
        for name, figure in named.items():
            slack = SLACK_ON_MATCHED if name in ON_MATCHED else SLACK
            reached = figure if name == "number" else max(0.0, math.floor((figure - slack) * 200) / 200)
            floor = new.setdefault(part, {}).get(name, 0)
            new[part][name] = max(floor, reached)
    return new


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--gold", metavar="REASON")
    arguments = parser.parse_args()
    figures, state = measured(), floors()
    for part, named in figures.items():
        low = state["floors"].get(part, {})
        print(
            part, *(f"  {name:22} {figure:<8} floor {low.get(name, '-')}" for name, figure in named.items()), sep="\n"
        )
    if arguments.gold:
        kept = {part: low for part, low in state["floors"].items() if part not in figures}
        state = {"floors": kept, "history": [*state.get("history", []), arguments.gold]}
    elif state.get("fingerprint") != fingerprint():
        print('the gold has changed: look at it, then run with --gold "why"', file=sys.stderr)
        return 1
    bad = below(figures, state["floors"])
    print(*bad, sep="\n", file=sys.stderr)
    if bad or not (arguments.update or arguments.gold):
        return 1 if bad else 0
    state = {"fingerprint": fingerprint(), "floors": raised(figures, state["floors"]), "history": state["history"]}
    FLOORS.write_text(json.dumps(state, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
