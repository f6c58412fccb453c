"""The attribution sentences: read from TOML, put through the stages, compared with what is expected of them.

A sentence passes when each expected statement is found with its speaker, stance, mode and words, and nothing else is.
`python -m tests.extract.cases` runs all; with ids or parts of them it tells what is wrong with those. `--mended`
takes the sentences that pass now off the list of known failures; nothing puts one on it but a person.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.analyse import analyse
from kg.evaluate import Names
from kg.evaluate.matching import one_to_one, overlap, places_of
from kg.evaluate.names import fold
from kg.extract import extract
from kg.gazetteer import Gazetteer, load
from kg.lang import language
from kg.model import Article, ArticleFacts, PartialDate, Statement
from kg.recognise import recognise
from kg.resolve import resolve

__all__ = ["Case", "cases", "known_failures", "problems"]

FOLDER = Path(__file__).parent / "sentences"
KNOWN = Path(__file__).parent / "known_failures.toml"
PUBLISHED = "2024-10-30"
"""The day, a Wednesday, of every sentence that gives no other."""
SAME_WORDS = 0.6


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence or a few, and the statements that are to be found in them."""

    id: str
    text: str
    published: str
    says: tuple[dict[str, Any], ...]


@cache
def cases() -> dict[str, Case]:
    """Every sentence by its id."""
    found = {}
    for path in sorted(FOLDER.glob("*.toml")):
        for id_, row in tomllib.loads(path.read_text(encoding="utf-8")).items():
            assert id_ not in found, f"{path.name}: {id_} stands twice"
            found[id_] = Case(id_, row["text"], row.get("published", PUBLISHED), tuple(row["says"]))
    return found


def known_failures() -> frozenset[str]:
    """The ids of the sentences that are not read rightly yet."""
    return frozenset(tomllib.loads(KNOWN.read_text(encoding="utf-8"))["ids"]) if KNOWN.exists() else frozenset()


@cache
def _tools() -> tuple[Gazetteer, Names]:
    gazetteer = load()
    return gazetteer, Names(gazetteer)


def facts_of(case: Case) -> ArticleFacts:
    """What the stages make of a sentence."""
    gazetteer, _ = _tools()
    article = Article(id=case.id, text=case.text, published=PartialDate(case.published))
    text = analyse(article, language("de"))
    facts = extract(text, recognise(text, language("de"), gazetteer), language("de"))
    return resolve(facts, gazetteer, ())


def problems(case: Case) -> list[str]:
    """What is missed, wrong or extra, one line each; nothing where all is as expected."""
    facts = facts_of(case)
    found = [(each, speaker) for each in facts.statements for speaker in each.speakers or ("",)]
    pairs = []
    for g, row in enumerate(case.says):
        places = places_of(row["content"], case.text)
        for f, (statement, speaker) in enumerate(found):
            shared = overlap(statement.content, places)
            if shared >= SAME_WORDS:
                pairs.append((shared + _is_speaker(row, speaker, facts) / 10, g, f))
    taken = one_to_one(pairs)
    told = [f"missed: {row['speaker']}: {row['content']}" for g, row in enumerate(case.says) if g not in taken]
    told += [line for g, f in sorted(taken.items()) for line in _differences(case.says[g], *found[f], facts)]
    extra = (pair for f, pair in enumerate(found) if f not in taken.values())
    return told + [f"extra: {who}: {each.content.of(case.text)} [{each.rule}]" for each, who in extra]


def _differences(row: dict[str, Any], found: Statement, speaker: str, facts: ArticleFacts) -> Iterator[str]:
    text = facts.article.text
    if not _is_speaker(row, speaker, facts):
        yield f"speaker: {speaker or 'nobody'} for {row['speaker']}"
    elif found.speaker is None or not overlap(found.speaker, places_of(row["speaker_text"], text)):
        yield f"speaker's words: {found.speaker and found.speaker.of(text)} for {row['speaker_text']}"
    for name in ("stance", "mode"):
        if getattr(found, name) != row[name]:
            yield f"{name}: {getattr(found, name)} for {row[name]}"
    cue = found.cue.of(text) if found.cue else ""
    wanted = row.get("cue", "")
    if bool(cue) != bool(wanted) or (not set(cue.split()) & set(wanted.split()) and cue != wanted):
        yield f"cue: {cue or 'none'} for {wanted or 'none'}"
    said_on = found.said_on.edtf if found.said_on else "none"
    if "said_on" in row and said_on != row["said_on"]:
        yield f"said on: {said_on} for {row['said_on']}"


def _is_speaker(row: dict[str, Any], speaker: str, facts: ArticleFacts) -> bool:
    gazetteer, names = _tools()
    actor = gazetteer.actor(speaker) or next((each for each in facts.actors if each.id == speaker), None)
    if actor is None:
        return False
    labels = (actor.label_en, actor.label_de, *actor.aliases)
    keys = names.keys(actor.id, labels, (actor.wikidata,) if actor.wikidata else ())
    return names.same(row["speaker"], keys, {row["speaker"]: frozenset(fold(row["speaker_text"]).split())})


def main(wanted: list[str]) -> None:
    """Prints how many sentences pass by construction, and the problems of those that are asked for."""
    bad = {id_: told for id_, case in cases().items() if (told := problems(case))}
    for id_, told in bad.items():
        if any(part in id_ for part in wanted):
            print(f"{id_}  {cases()[id_].text}", *told, sep="\n    ")
    groups = sorted({id_.rsplit("-", 1)[0] for id_ in cases()})
    for group in groups:
        ids = [id_ for id_ in cases() if id_.rsplit("-", 1)[0] == group]
        print(f"{group:14} {sum(id_ not in bad for id_ in ids):4} of {len(ids)}")
    print(f"{'all':14} {len(cases()) - len(bad):4} of {len(cases())}")
    print(f"known {len(known_failures())}, new {sorted(bad.keys() - known_failures())}")
    if "--mended" in wanted:
        kept = "".join(f'  "{id_}",\n' for id_ in sorted(known_failures() & bad.keys()))
        KNOWN.write_text(
            f"# Sentences that are not read rightly yet; the list only shrinks.\nids = [\n{kept}]\n", "utf-8"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
