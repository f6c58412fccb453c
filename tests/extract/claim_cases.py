"""The claim sentences: read from TOML, put through the stages, compared with the claims that they make.

A claim is written on one line:
    SENDER > HOST [at PLACES]: [NUMBER] PERSONNEL, MODALITY [says CLAIMANTS]
    SUPPLIER gives RECIPIENT: [NUMBER of] ITEMS, MODALITY [says CLAIMANTS]
    PEOPLE TYPE [NUMBER], MODALITY [says CLAIMANTS]
    PARTIES agree [on DATE] [at PLACE] [signed by PERSONS], MODALITY [says CLAIMANTS]
Actors and places stand under their ids, "?" where a role is open. `python -m tests.extract.claim_cases` runs all; with
ids or parts of them it tells what is wrong with those.
"""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.analyse import analyse
from kg.extract import extract
from kg.gazetteer import Gazetteer, load
from kg.lang import language
from kg.model import (
    Agreement,
    ArmsTransfer,
    Article,
    ArticleFacts,
    Casualties,
    Claim,
    Deployment,
    PartialDate,
    Qualifier,
)
from kg.recognise import recognise

__all__ = ["Case", "cases", "claims_of", "known_failures"]

FOLDER = Path(__file__).parent / "claim_sentences"
KNOWN = Path(__file__).parent / "known_claim_failures.toml"
PUBLISHED = "2024-10-30"
"""The day, a Wednesday, of every sentence that gives no other."""
WORDS = {Qualifier.ABOUT: "about ", Qualifier.AT_LEAST: "at least ", Qualifier.UP_TO: "up to ", Qualifier.EXACTLY: ""}


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence or a few, and the claims that are to be found in them."""

    id: str
    text: str
    published: str
    claims: tuple[str, ...]


@cache
def cases() -> dict[str, Case]:
    """Every sentence by its id."""
    found = {}
    for path in sorted(FOLDER.glob("*.toml")):
        for id_, row in tomllib.loads(path.read_text(encoding="utf-8")).items():
            assert id_ not in found, f"{path.name}: {id_} stands twice"
            found[id_] = Case(id_, row["text"], row.get("published", PUBLISHED), tuple(row["claims"]))
    return found


def known_failures() -> frozenset[str]:
    """The ids of the sentences that are not read rightly yet."""
    return frozenset(tomllib.loads(KNOWN.read_text(encoding="utf-8"))["ids"])


@cache
def _gazetteer() -> Gazetteer:
    return load()


def facts_of(words: str, published: str = PUBLISHED) -> ArticleFacts:
    """What the stages make of some words."""
    article = Article(id="case", text=words, published=PartialDate(published))
    text = analyse(article, language("de"))
    return extract(text, recognise(text, language("de"), _gazetteer()), language("de"))


def claims_of(case: Case) -> list[str]:
    """The claims of a sentence, one line each, sorted."""
    return sorted(line(claim, case.text) for claim in facts_of(case.text, case.published).claims)


def line(claim: Claim, words: str) -> str:
    """A claim on one line."""
    says = f" says {'+'.join(claim.claimants)}" if claim.claimants else ""
    return f"{_roles(claim, words)}, {claim.modality}{says}"


def _number(claim: Claim) -> str:
    return "" if claim.number is None else f"{WORDS[claim.qualifier or Qualifier.EXACTLY]}{claim.number} "


def _roles(claim: Claim, words: str) -> str:
    number = _number(claim)
    match claim:
        case Deployment():
            at = f" at {'+'.join(claim.places)}" if claim.places else ""
            return f"{claim.sender or '?'} > {claim.host or '?'}{at}: {number}{claim.personnel}"
        case ArmsTransfer():
            items = " + ".join(item.span.of(words) for item in claim.items)
            return f"{claim.supplier or '?'} gives {claim.recipient or '?'}: {number and number + 'of '}{items}"
        case Casualties():
            return f"{claim.of or '?'} {claim.type} {number}".strip()
        case Agreement():
            on = f" on {claim.signed}" if claim.signed else ""
            at = f" at {claim.place}" if claim.place else ""
            by = f" signed by {'+'.join(claim.signatories)}" if claim.signatories else ""
            return f"{'+'.join(claim.parties)} agree{on}{at}{by}"
    raise AssertionError(claim)


def main(wanted: list[str]) -> None:
    """Prints how many sentences pass, and what is wrong with those that are asked for."""
    bad = {id_: found for id_, case in cases().items() if (found := claims_of(case)) != sorted(case.claims)}
    for id_, found in bad.items():
        if any(part in id_ for part in wanted):
            print(f"{id_}  {cases()[id_].text}")
            print(*(f"    missed: {one}" for one in sorted(cases()[id_].claims) if one not in found), sep="\n")
            print(*(f"    extra:  {one}" for one in found if one not in cases()[id_].claims), sep="\n")
    print(f"{len(cases()) - len(bad)} of {len(cases())}")
    print(f"new {sorted(bad.keys() - known_failures())}, mended {sorted(known_failures() - bad.keys())}")


if __name__ == "__main__":
    main(sys.argv[1:])
