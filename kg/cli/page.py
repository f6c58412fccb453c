"""What `kg show` prints of an article: its text with the words of each fact marked, and each fact in a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kg.cli.article import Node, Page, label_of
from kg.model import Span
from kg.store import Store

__all__ = ["coloured", "page_value", "plain"]

_SPEECH = "bold cyan"
_CLAIM = "underline green"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the text that carry a fact: its number in the list and its look."""

    span: Span
    name: str
    style: str


def plain(store: Store, page: Page, *, with_text: bool) -> str:
    """The article without colours: [s1 …] stands around the words of statement 1, [c1 …] around those of claim 1."""
    parts = [_heading(page), *([_bracketed(page)] if with_text else [])]
    return "\n\n".join([*parts, *_listed(store, page)])


def _heading(page: Page) -> str:
    names = ("headline", "publisher", "publishedOn", "url")
    values = [value for value in (page.article.one(name) for name in names) if value]
    return "\n".join([page.article.one("identifier") or page.article.iri, *values])


def _marks(page: Page) -> list[Mark]:
    numbered = [("s", page.statements, "content", _SPEECH), ("c", page.claims, "evidence", _CLAIM)]
    return [
        Mark(span, f"{letter}{number}", style)
        for letter, nodes, name, style in numbered
        for number, node in enumerate(nodes, start=1)
        if (span := node.span(name)) is not None
    ]


def _bracketed(page: Page) -> str:
    """The text with [s1 …] around the words of statement 1 and [c1 …] around those of claim 1."""
    assert page.text is not None
    # Ends before beginnings at one place; of two that begin together the longer first, so that they nest.
    edges = [(mark.span.end, 0, -mark.span.start, "]") for mark in _marks(page)]
    edges += [(mark.span.start, 1, -mark.span.end, f"[{mark.name} ") for mark in _marks(page)]
    parts, before = [], 0
    for place, _, _, words in sorted(edges):
        parts += [page.text[before:place], words]
        before = place
    return "".join([*parts, page.text[before:]]).strip()


def _listed(store: Store, page: Page) -> list[str]:
    statements = [
        f"s{number}  {_statement_line(store, node)}\n    {_flat(node.one('content'))}\n    statement:{_name(node)}"
        for number, node in enumerate(page.statements, start=1)
    ]
    claims = [
        f"c{number}  {_claim_line(store, node)}\n    {_flat(node.one('evidence'))}\n    claim:{_name(node)}"
        for number, node in enumerate(page.claims, start=1)
    ]
    return [*statements, *claims] or ["Nothing was found in this article."]


def _statement_line(store: Store, node: Node) -> str:
    speakers = _named(store, node, "speaker") or "unknown speaker"
    via = _named(store, node, "via")
    parts = [speakers, *node.local("stance"), *node.local("mode"), node.one("saidOn") or "no date"]
    return " · ".join([*parts, *node.local("topic"), *([f"via {via}"] if via else [])])


def _claim_line(store: Store, node: Node) -> str:
    kind = next((name for name in node.local("type") if name.endswith("Claim") and name != "Claim"), "Claim")
    roles = ("sender", "host", "supplier", "recipient", "ofActor", "party", "signatory", "place", "signedAt")
    said = [f"{role} {_named(store, node, role)}" for role in roles if node.all(role)]
    plain = [
        f"{name} {', '.join(node.local(name))}" for name in ("item", "personnel", "casualtyType") if node.all(name)
    ]
    number = " ".join([*node.local("qualifier"), *node.all("number")])
    by = _named(store, node, "claimant") or "the article itself"
    when = node.one("when") or node.one("signedOn")
    parts = [kind.removesuffix("Claim"), *node.local("modality"), f"by {by}", *said, *plain, number, when or ""]
    return " · ".join(part for part in parts if part)


def _named(store: Store, node: Node, name: str) -> str:
    return ", ".join(label_of(store, iri) for iri in node.all(name))


def _name(node: Node) -> str:
    return node.iri.rsplit("/", 1)[-1]


def _flat(words: str | None) -> str:
    return " ".join((words or "").split())


def coloured(store: Store, page: Page, *, with_text: bool) -> None:
    """Prints the article to a terminal, statements and claims each in their colour."""
    from rich.console import Console
    from rich.text import Text

    console = Console()
    console.print(Text(_heading(page), style="bold"))
    if with_text and page.text is not None:
        drawn = Text(page.text)
        for mark in _marks(page):
            drawn.stylize(mark.style, *mark.span)
        for mark in sorted(_marks(page), key=lambda each: -each.span.start):
            drawn = Text.assemble(drawn[: mark.span.start], (f"[{mark.name}]", "reverse"), drawn[mark.span.start :])
        console.print("", drawn, "", sep="\n")
    for entry in _listed(store, page):
        console.print(Text(entry))


def page_value(store: Store, page: Page) -> dict[str, Any]:
    """The article with its facts and the names of those who speak, for JSON."""

    def value(node: Node) -> dict[str, Any]:
        return {"iri": node.iri} | {name: list(node.all(name)) for name in node.values}

    return {
        "article": value(page.article),
        "statements": [value(node) for node in page.statements],
        "claims": [value(node) for node in page.claims],
        "names": {
            iri: label_of(store, iri)
            for node in (*page.statements, *page.claims)
            for name in ("speaker", "claimant")
            for iri in node.all(name)
        },
    }
