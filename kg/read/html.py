"""Web pages: main text by trafilatura, metadata from what the page says of itself.

The text that is kept is the extracted one, and offsets count in it. Dates are taken from JSON-LD, meta elements and
microdata only: a general search through the page guesses, and depends on the day on which it runs.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.read.decoding import decode
from kg.read.records import Record, displayed, fields, stem

__all__ = ["declared_encoding", "html_record", "read_html"]

_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HEAD = 4096
_NO_GUESSES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
_NAMES = {
    "published": ("article:published_time", "datepublished", "date", "dc.date.issued", "dcterms.issued", "dc.date"),
    "updated": ("article:modified_time", "datemodified", "og:updated_time", "last-modified", "dcterms.modified"),
}
_LINKED = {"published": "datePublished", "updated": "dateModified"}


def read_html(path: Path, data: bytes) -> Record:
    """The record of a page; InputError where no article can be found in it."""
    return html_record(displayed(path), stem(path), decode(data, declared_encoding(data)))


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names in its head."""
    found = _DECLARED.search(data[:_HEAD])
    return None if found is None else found[1].decode("ascii", "replace")


def html_record(source: str, name: str, page: str) -> Record:
    """The record of a page's source text; InputError where no article can be found in it."""
    tree, found = _extracted(_XML_DECLARATION.sub("", page))
    if tree is None:
        raise InputError("is no web page: give HTML, or rename it to .txt")
    if found is None or not (found.text or "").strip():
        raise InputError("has no article text that could be found: give the text as .txt")
    pairs = [("headline", found.title), ("url", found.url), ("publisher", found.sitename), ("license", found.license)]
    given = fields([*pairs, *_dates(tree).items()], source)
    return Record(source=source, id=name, text=found.text, given=given)


def _extracted(page: str) -> tuple[Any, Any]:
    """The page's tree and what trafilatura finds in it; None where there is nothing."""
    import trafilatura  # noqa: PLC0415  (0.3 s)

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return trafilatura.load_html(page), trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, date_extraction_params=_NO_GUESSES
        )
    except Exception as fault:  # whatever a broken page does to the parsers, the other articles go on
        raise InputError(f"is HTML that cannot be read ({type(fault).__name__}): give the text as .txt") from None


def _dates(tree: Any) -> dict[str, str]:
    """The days of publication and update that the page gives itself, as written."""
    linked = list(_linked_data(tree))
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get("content") or ""
        for meta in tree.iterfind(".//meta")
    }
    found: dict[str, str] = {}
    for field, names in _NAMES.items():
        values = [node.get(_LINKED[field]) for node in linked]
        values += [metas.get(name) for name in names]
        values += [mark.get("datetime") or mark.get("content") for mark in _microdata(tree, _LINKED[field])]
        first = next((value for value in values if isinstance(value, str) and value.strip()), None)
        if first is not None:
            found[field] = first
    return found


def _microdata(tree: Any, name: str) -> Iterator[Any]:
    yield from tree.iterfind(f".//*[@itemprop='{name}']")


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD, articles first."""
    nodes: list[dict[str, Any]] = []
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            nodes += _objects(json.loads(script.text or ""))
        except (ValueError, RecursionError):
            continue
    yield from sorted(nodes, key=lambda node: "Article" not in str(node.get("@type")))


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        yield from _objects(list(value.values()))
    elif isinstance(value, list):
        for item in value:
            yield from _objects(item)
