"""`kg dossier`: one claim, event, agreement or actor on one page."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.asof import AsOfOption, Clock, ClockOption, known_then
from kg.cli.console import put, say
from kg.cli.options import DEFAULT_STORE, QuietOption, StoreOption
from kg.errors import InputError, UsageError

if TYPE_CHECKING:
    from kg.store import Store

__all__ = ["dossier"]


class PageFormat(StrEnum):
    """How the page is written."""

    MARKDOWN = "markdown"
    HTML = "html"


ENDINGS = {".md": PageFormat.MARKDOWN, ".html": PageFormat.HTML, ".htm": PageFormat.HTML}

ThingArgument = Annotated[
    str,
    typer.Argument(metavar="THING", help="A claim, event or agreement by its IRI or its end; an actor by any name."),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="The file; its ending tells the format. [default: standard output]"),
]
FormatOption = Annotated[PageFormat | None, typer.Option("--format", help="Instead of the file's ending.")]


def dossier(
    thing: ThingArgument,
    *,
    output: OutputOption = None,
    format_: FormatOption = None,
    as_of: AsOfOption = None,
    clock: ClockOption = Clock.PUBLISHED,
    store: StoreOption = DEFAULT_STORE,
    quiet: QuietOption = False,
) -> None:
    """Put everything on one page: every voice in time order, numbers, contradictions, sources and their words."""
    import kg.dossier
    from kg.dossier.html import html
    from kg.dossier.markdown import markdown
    from kg.store import Store

    source = known_then(Store.reading(store), as_of, clock)
    made = kg.dossier.dossier(source, _meant(source, thing), as_of=as_of and as_of.date())
    chosen = format_ or (ENDINGS.get(output.suffix.lower()) if output else PageFormat.MARKDOWN)
    if chosen is None:
        raise UsageError(f"{output}: the ending tells no format: use .html or .md, or give --format")
    page = html(made) if chosen is PageFormat.HTML else markdown(made)
    if output is None:
        return put(page)
    try:
        output.write_text(page, encoding="utf-8")
    except OSError as fault:
        raise InputError(f"{output}: cannot be written: {fault.strerror}") from None
    return say(f"{output}: {len(made.voices)} voices", quiet=quiet)


def _meant(source: Store, thing: str) -> str:
    from kg.cli.nodes import node_meant
    from kg.cli.sources import prefixes_of
    from kg.queries.actors import actor_named

    known = prefixes_of(source)
    try:
        return node_meant(source, thing).value
    except UsageError as fault:
        try:
            return actor_named(thing, lambda question: source.rows(question, prefixes=known), prefixes=known)
        except UsageError as other:
            raise (fault if "may be" in str(fault) else other) from None
