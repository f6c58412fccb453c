"""`kg show`: an article's text with its statements and claims marked, and each of them in a line."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kg.cli.asof import AsOfOption, Clock, ClockOption, known_then
from kg.cli.console import put, put_json
from kg.cli.options import DEFAULT_STORE, JsonOption, StoreOption
from kg.errors import UsageError

__all__ = ["show"]

ArticleArgument = Annotated[str, typer.Argument(metavar="ARTICLE", help="Its identifier, a part of it, or its IRI.")]
TextOption = Annotated[bool, typer.Option("--text/--no-text", help="With the text, or only what was found in it.")]


def show(
    article: ArticleArgument,
    *,
    text: TextOption = True,
    as_of: AsOfOption = None,
    clock: ClockOption = Clock.PUBLISHED,
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Show an article: its text with statements and claims marked, then one by one who says what."""
    from kg.cli.article import page_of
    from kg.cli.nodes import article_meant
    from kg.cli.page import coloured, page_value, plain
    from kg.store import Store

    source = known_then(Store.reading(store), as_of, clock)
    page = page_of(source, article_meant(source, article))
    if as_json:
        return put_json(page_value(source, page))
    if text and page.text is None:
        raise UsageError("this store has no text of it; ask for the facts alone with --no-text")
    if sys.stdout.isatty():
        return coloured(source, page, with_text=text)
    return put(plain(source, page, with_text=text))
