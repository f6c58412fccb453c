"""Gold facts: the JSON files that people write by hand, one an article, read and checked.

A text field (`content`, `speaker_text`, `evidence`, an item) is an exact part of the article's text; names are
canonical and English, or German descriptions where no name is known; the other values are closed sets.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import InputError

__all__ = ["Gold", "GoldAgreement", "GoldClaim", "GoldStatement", "read_gold"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """One act of saying, of one speaker."""

    id: str
    speaker: str
    speaker_text: str
    stance: str
    mode: str
    content: str
    cue: str | None = None
    said_on: str | None = None
    topics: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """One proposition about an event; which roles count depends on its kind."""

    id: str
    kind: str
    claimants: Sequence[str]
    statement: str | None
    evidence: str
    modality: str
    number: int | None = None
    qualifier: str | None = None
    when: str | None = None
    sender: str | None = None
    host: str | None = None
    places: Sequence[str] = ()
    personnel: str | None = None
    supplier: str | None = None
    recipient: str | None = None
    items: Sequence[str] = ()
    of: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAgreement:
    """One agreement between named parties."""

    id: str
    parties: Sequence[str]
    evidence: str
    type: str
    signatories: Sequence[str] = ()
    signed: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """All gold facts of one article."""

    identifier: str
    """The stem of the article's file, which is the article's identifier in the graph."""
    published: str | None
    statements: tuple[GoldStatement, ...]
    claims: tuple[GoldClaim, ...]
    agreements: tuple[GoldAgreement, ...]


F = TypeVar("F", GoldStatement, GoldClaim, GoldAgreement)


def read_gold(folder: Path) -> tuple[Gold, ...]:
    """The gold files of a folder in the order of their names; InputError names file and fact of a mistake."""
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise InputError(f"{folder}: no gold files (NAME.json) here")
    return tuple(_gold(path) for path in paths)


def _gold(path: Path) -> Gold:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Gold(
            identifier=Path(data["article"]).stem,
            published=data.get("published"),
            statements=_facts(GoldStatement, data["statements"], path),
            claims=_facts(GoldClaim, data["claims"], path),
            agreements=_facts(GoldAgreement, data["agreements"], path),
        )
    except KeyError as missing:
        raise InputError(f"{path}: the key {missing} is missing") from None
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as fault:
        raise InputError(f"{path}: cannot be read as JSON: {fault}") from None


def _facts(kind: type[F], items: Sequence[dict[str, Any]], path: Path) -> tuple[F, ...]:
    known = {field.name for field in dataclasses.fields(kind)}
    facts = []
    for item in items:
        where = f"{path}: {item.get('id', 'a fact without an id')}"
        unknown = sorted(set(item) - known)
        if unknown:
            raise InputError(f"{where}: unknown key {unknown[0]!r}; known: {', '.join(sorted(known))}")
        try:
            facts.append(kind(**item))
        except TypeError as fault:
            raise InputError(f"{where}: {fault}") from None
    return tuple(facts)
