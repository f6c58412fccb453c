"""A dossier → Markdown that reads well as plain text too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.dossier.model import Contradicted, Dossier, Holder, Side, Voice
from kg.dossier.wording import KINDS, KINDS_OF_CONTRADICTION, PERHAPS, source_line, tallies

__all__ = ["markdown"]

_MARKS = re.compile(r"([\\`*_\[\]<>|#])")
_SIGNS = {Side.FOR: "+", Side.AGAINST: "−", Side.OPEN: "?", Side.EXPECTS: "…", Side.SAYS: "·"}


def markdown(dossier: Dossier) -> str:
    """The whole page."""
    return "\n".join(_lines(dossier)).rstrip() + "\n"


def _lines(dossier: Dossier) -> Iterator[str]:
    yield from (f"# {_plain(dossier.title)}", "", f"{KINDS[dossier.kind]} · {dossier.node}{_day(dossier)}", "")
    yield " · ".join(f"**{count}** {_plain(what)}" for count, what in tallies(dossier))
    yield ""
    yield from (f"- {label}: {_plain(value)}" for label, value in dossier.facts)
    if dossier.figures:
        yield from ("", "## Numbers", "", "| When | Number | Who |", "| --- | ---: | --- |")
        yield from (f"| {_plain(f.when)} | {_plain(f.shown)} | {_plain(f.who)} |" for f in dossier.figures)
    if dossier.positions:
        yield from ("", "## Positions", "")
        yield from (_position(holder, of_actor=dossier.kind == "actor") for holder in dossier.positions)
    yield from ("", "## Every voice in time order", "")
    yield "Signs: + says so, − denies it, ? leaves it open, … expects it."
    for voice in dossier.voices:
        yield from _voice(voice)
    if dossier.contradictions:
        yield from ("", "## Contradictions", "")
        for found in dossier.contradictions:
            yield from _contradicted(found)
    yield from ("", "## Articles", "")
    for page in dossier.pages:
        named = (
            f"[{_plain(page.headline or page.identifier)}]({page.url})"
            if page.url
            else _plain(page.headline or page.identifier)
        )
        yield f"- {page.published or 'open'} · {_plain(page.publisher) + ' · ' if page.publisher else ''}{named}"


def _voice(voice: Voice) -> Iterator[str]:
    number = f" · {voice.number}" if voice.number else ""
    chosen = " ← this claim" if voice.chosen else f" ({PERHAPS})" if voice.unsure else ""
    yield ""
    yield f"{_SIGNS[voice.side]} **{voice.when} · {_plain(voice.who)}** {voice.does}{number}{chosen}"
    yield ""
    yield f"> {_plain(voice.words)}"
    yield ""
    yield f"  {_plain(source_line(voice))}"


def _contradicted(found: Contradicted) -> Iterator[str]:
    unsure = "" if found.sure else f" ({PERHAPS})"
    yield f"- {KINDS_OF_CONTRADICTION.get(found.kind, found.kind)}{unsure}"
    yield f"  - {_plain(found.one)} ({found.one_when}): “{_plain(found.one_words)}”"
    yield f"  - {_plain(found.other)} ({found.other_when}): “{_plain(found.other_words)}”"


def _position(holder: Holder, *, of_actor: bool) -> str:
    steps = (f"**{stance}** ({day})" if turned else f"{stance} ({day})" for stance, day, turned in holder.steps)
    return f"- {_plain(holder.about if of_actor else holder.name)}: {' → '.join(steps)}"


def _plain(words: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(words.split()))


def _day(dossier: Dossier) -> str:
    return f" · as it could be known on {dossier.as_of}" if dossier.as_of is not None else ""
