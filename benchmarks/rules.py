"""How often each rule makes a fact over a corpus: those that fire wildly come first, those that never fire last.

    python benchmarks/rules.py FILE [--limit N] [--wild 20]

FILE as in throughput.py. A rule is wild where it makes more than `--wild` facts in one article. Rows of tables that no
fact names (titles, months, …) are not rules and are left out.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from collections import Counter
from itertools import islice
from pathlib import Path

from throughput import read

import kg.lang
from kg.lang import Row, language
from kg.pipeline import Options, facts_of, tools_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--wild", type=int, default=20)
    arguments = parser.parse_args()
    tools = tools_of(Options())
    fired: Counter[str] = Counter()
    most: dict[str, tuple[int, str]] = {}
    for article in islice(read(arguments.file), arguments.limit):
        facts = facts_of(article, tools)
        here = Counter(fact.rule for fact in (*facts.statements, *facts.claims))
        fired += here
        for rule, number in here.items():
            most[rule] = max(most.get(rule, (0, "")), (number, article.id))
    for rule, number in fired.most_common():
        wild = f"  {most[rule][0]} in {most[rule][1]}" if most[rule][0] > arguments.wild else ""
        print(f"{number:6} {rule}{wild}")
    tables = {rule.split("/")[0] for rule in fired}
    never = sorted(rules(tables) - fired.keys())
    print(f"{len(fired)} rules fired; {len(never)} did not:", *never, sep="\n       ")


def rules(tables: set[str]) -> set[str]:
    """The ids of all rows of the tables of these names."""
    for module in pkgutil.iter_modules(kg.lang.__path__):
        importlib.import_module(f"kg.lang.{module.name}")
    found: set[str] = set()
    kinds: list[type[Row]] = list(Row.__subclasses__())
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        if getattr(kind, "TABLE", "") in tables:
            found |= {row.rule for row in language("de").table(kind).values()}
    return found


if __name__ == "__main__":
    main()
