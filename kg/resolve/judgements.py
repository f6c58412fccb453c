"""Decisions of people on what is the same and what is different: a text file, one JSON object a line, kept in git.

    {"verdict": "same", "of": ["actor/x-person-lange", "actor/nico-lange"], "by": "M. Muster", "on": "2025-05-02",
     "why": "the article gives his office"}

`of` names two or more actors, claims or events, by IRI or by the part behind the base ("actor/nis"); all of one kind,
but a claim may stand for the event that it is about. Empty lines and lines that begin with # are left out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from typing import Any

from kg.errors import InputError

__all__ = ["Judgement", "Verdict", "read_judgements"]

KEYS = ("verdict", "of", "by", "on", "why")
KINDS = ({"actor"}, {"claim", "event"})


class Verdict(StrEnum):
    """What a person decided."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Judgement:
    """One decision, with who made it, when and why."""

    verdict: Verdict
    of: tuple[str, ...]
    """Kind and name of each thing: "actor/nis", "event/0123456789abcdef"."""
    by: str
    on: date
    why: str

    @property
    def kind(self) -> str:
        """ "actor", or "event" where it is about events or their claims."""
        return "actor" if self.of[0].startswith("actor/") else "event"

    @property
    def words(self) -> str:
        """The decision as a reason that the graph keeps."""
        return f"judged {self.verdict} by {self.by} on {self.on}: {self.why}"


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """All judgements of a file, sorted, each once; InputError with file and line of a mistake."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise InputError(f"{path}: cannot be read as UTF-8 text: {fault}") from None
    found = {}
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            found[_judgement(line, f"{path}:{number}")] = number
    _refuse_opposites(found, path)
    return tuple(sorted(found))


def _judgement(line: str, where: str) -> Judgement:
    try:
        raw = json.loads(line)
    except json.JSONDecodeError as fault:
        raise InputError(f"{where}: not valid JSON: {fault.msg} at column {fault.colno}") from None
    if not isinstance(raw, dict):
        raise InputError(f"{where}: a judgement is a JSON object with the keys {', '.join(KEYS)}")
    _check_keys(raw, where)
    return Judgement(
        verdict=_verdict(raw["verdict"], where),
        of=_things(raw["of"], where),
        by=_text(raw, "by", where),
        on=_day(raw["on"], where),
        why=_text(raw, "why", where),
    )


def _check_keys(raw: dict[str, Any], where: str) -> None:
    for key in KEYS:
        if key not in raw:
            raise InputError(f"{where}: the key {key!r} is missing")
    for key in raw:
        if key not in KEYS:
            raise InputError(f"{where}: unknown key {key!r}; known: {', '.join(KEYS)}")


def _verdict(value: Any, where: str) -> Verdict:
    try:
        return Verdict(value)
    except ValueError:
        raise InputError(f"{where}: verdict is {value!r}, must be same or different") from None


def _things(value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) < 2 or not all(isinstance(item, str) for item in value):
        raise InputError(f"{where}: of must be a list of two or more IRIs")
    things = tuple(dict.fromkeys("/".join(item.strip().rstrip("/").rsplit("/", 2)[-2:]) for item in value))
    kinds = {thing.partition("/")[0] for thing in things}
    if len(things) < 2 or not any(kinds <= allowed for allowed in KINDS):
        raise InputError(f"{where}: of must name two or more actors, or two or more claims or events: {list(things)}")
    return things


def _text(raw: dict[str, Any], key: str, where: str) -> str:
    value = raw[key]
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"{where}: {key} must be text: every judgement says who made it and why")
    return " ".join(value.split())


def _day(value: Any, where: str) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise InputError(f"{where}: on is {value!r}, must be a day such as 2025-05-02") from None


def _refuse_opposites(found: dict[Judgement, int], path: Path) -> None:
    pairs: dict[frozenset[str], tuple[Verdict, int]] = {}
    for judgement, number in sorted(found.items(), key=lambda item: item[1]):
        for left, right in combinations(judgement.of, 2):
            before = pairs.setdefault(frozenset((left, right)), (judgement.verdict, number))
            if before[0] != judgement.verdict:
                raise InputError(f"{path}:{number}: {left} and {right} were judged {before[0]} in line {before[1]}")
