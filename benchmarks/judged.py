"""Statements of newspaper articles that readers have judged: which are still found, how sure the program is of them.

    python benchmarks/judged.py FILE [--show] [--fit]

FILE is 10kGNAD's test part, as in throughput.py. `verdicts.csv` beside this file has a line for each statement that was
looked up in its article: whether speaker and content are right (R), borderline (B) or wrong (W), by the place of the
content and a hash of the speakers. A statement whose content or speaker has changed since counts as not judged.
`--show` lists the right ones that are not found any more; `--fit` prints the points of
`kg/extract/statements/meaning/certainty.py` as these verdicts have them (needs scikit-learn, which kg does not).
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from throughput import read

import kg.extract.statements  # noqa: F401  (a package that a function of the same name hides)
from kg.extract.statements.meaning import certainty
from kg.model import Statement
from kg.pipeline import Options, facts_of, tools_of

VERDICTS = Path(__file__).with_name("verdicts.csv")
DIGITS = 12
ROOM = sys.modules["kg.extract.statements"]


class Place(NamedTuple):
    article: str
    start: int
    end: int
    speakers: str


class Told(NamedTuple):
    place: Place
    sure: str
    signs: tuple[str, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--fit", action="store_true")
    arguments = parser.parse_args()
    judged, told = verdicts(), list(found(arguments.file))
    known = [(one, judged[one.place]) for one in told if one.place in judged]
    count(judged, told)
    calibrate(known)
    if arguments.show:
        now = {one.place for one in told}
        print(*(p for p, verdict in judged.items() if verdict == "R" and p not in now), sep="\n")
    if arguments.fit:
        fit(known)


def verdicts() -> dict[Place, str]:
    """The worse of the two verdicts on each statement."""
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        rows = [(Place(r["article"], int(r["start"]), int(r["end"]), r["speakers"]), r) for r in csv.DictReader(file)]
    return {place: max(row["speaker"], row["content"], key="RBW".index) for place, row in rows}


def found(file: Path) -> Iterator[Told]:
    """The statements of all articles, with the signs of how sure each is."""
    tools, seen = tools_of(Options()), []

    def noted(*arguments: Any) -> Any:
        seen.append(tuple(certainty.signs_of(*arguments)))
        return certainty.certainty_of(*arguments)

    with patch.object(ROOM, "certainty_of", noted):
        for article in read(file):
            seen.clear()
            statements = facts_of(article, tools).statements
            for statement, signs in zip(statements, seen[-len(statements) :], strict=False):
                yield Told(place(article.id, statement), str(statement.certainty), signs)


def place(article: str, statement: Statement) -> Place:
    speakers = hashlib.sha256(" ".join(statement.speakers).encode()).hexdigest()[:DIGITS]
    return Place(article, statement.content.start, statement.content.end, speakers)


def count(judged: dict[Place, str], told: list[Told]) -> None:
    """How many of the judged statements are still found."""
    now = {one.place for one in told}
    by_article = defaultdict(list)
    for one in now:
        by_article[one.article].append(one)
    for verdict, name in (("R", "right"), ("B", "borderline"), ("W", "wrong")):
        places = [place for place, given in judged.items() if given == verdict]
        gone = [place for place in places if place not in now]
        otherwise = sum(any(o.start < p.end and p.start < o.end for o in by_article[p.article]) for p in gone)
        print(f"{name:<12}{len(places):5} judged, {len(places) - len(gone)} as they were, {otherwise} read otherwise")
    print(f"{len(now)} found, {sum(one not in judged for one in now)} of them not judged")


def calibrate(known: list[tuple[Told, str]]) -> None:
    """How often statements were right, by how sure the program is of them."""
    print(f"{'certainty':<12}{'judged':>7}{'right':>7}{'or borderline':>15}")
    for sure in sorted({one.sure for one, _ in known}, reverse=True):
        told = Counter(verdict for one, verdict in known if one.sure == sure)
        number = told.total()
        print(f"{sure:<12}{number:>7}{told['R'] / number:>7.2f}{(told['R'] + told['B']) / number:>15.2f}")


def fit(known: list[tuple[Told, str]]) -> None:
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.metrics import roc_auc_score  # noqa: PLC0415
    from sklearn.model_selection import GroupKFold, cross_val_predict  # noqa: PLC0415

    vectors = DictVectorizer()
    signs = vectors.fit_transform([dict.fromkeys(one.signs, 1) for one, _ in known])
    right = [verdict == "R" for _, verdict in known]
    model = LogisticRegression(C=0.5, max_iter=5000)
    groups = [one.place.article for one, _ in known]
    guess = cross_val_predict(model, signs, right, groups=groups, cv=GroupKFold(6), method="predict_proba")[:, 1]
    print(f"area under the curve, each sixth of the articles told by the others: {roc_auc_score(right, guess):.3f}")
    model.fit(signs, right)
    print(f"_START = {round(10 * model.intercept_[0])}")
    for name, weight in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True):
        print(f'"{name}": {round(10 * weight)},')


if __name__ == "__main__":
    main()
