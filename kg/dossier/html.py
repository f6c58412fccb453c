"""A dossier → one HTML file that needs nothing else: no script, no font, no picture from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from kg.dossier.model import Contradicted, Dossier, Holder, Page, Voice
from kg.dossier.plot import plot
from kg.dossier.wording import KINDS, KINDS_OF_CONTRADICTION, PERHAPS, source_line, tallies

__all__ = ["html"]


def html(dossier: Dossier) -> str:
    """The whole page."""
    style = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")
    head = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(dossier.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>"
    )
    body = "\n".join(part for part in _parts(dossier) if part)
    return f"{head}\n{body}\n</main>\n</body>\n</html>\n"


def _parts(dossier: Dossier) -> Iterator[str]:
    yield _header(dossier)
    if dossier.figures:
        yield f"<section>\n<h2>Numbers</h2>\n{plot(dossier.figures)}\n</section>"
    yield _positions(dossier.positions, of_actor=dossier.kind == "actor")
    voices = "\n".join(map(_voice, dossier.voices))
    yield f'<section>\n<h2>Every voice in time order</h2>\n<ol class="voices">\n{voices}\n</ol>\n</section>'
    yield _section("Contradictions", map(_contradicted, dossier.contradictions))
    yield _pages(dossier.pages)
    yield f"<footer>{escape(dossier.node)}{escape(_day(dossier))}</footer>"


def _header(dossier: Dossier) -> str:
    facts = "\n".join(f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in dossier.facts)
    counts = "".join(f"<li><b>{count}</b> {escape(what)}</li>" for count, what in tallies(dossier))
    title = (
        f'<h1 lang="de">{escape(dossier.title)}</h1>'
        if dossier.kind == "claim"
        else f"<h1>{escape(dossier.title)}</h1>"
    )
    return (
        f'<header>\n<p class="kind">{escape(KINDS[dossier.kind])}</p>\n{title}\n'
        f'<ul class="tally">{counts}</ul>\n<dl>\n{facts}\n</dl>\n</header>'
    )


def _section(title: str, parts: Iterable[str]) -> str:
    inside = "\n".join(parts)
    return f"<section>\n<h2>{title}</h2>\n{inside}\n</section>" if inside else ""


def _voice(voice: Voice) -> str:
    classes = " ".join([str(voice.side), *["chosen"] * voice.chosen, *["perhaps"] * voice.unsure])
    number = f" · {escape(voice.number)}" if voice.number else ""
    unsure = f' <span class="unsure">{PERHAPS}</span>' if voice.unsure else ""
    return (
        f'<li class="{classes}" id="{escape(voice.node.rsplit("/", 1)[-1])}">\n'
        f'<p class="who"><time>{escape(voice.when)}</time>{escape(voice.who)} '
        f'<span class="does">{escape(voice.does)}</span>{number}{unsure}</p>\n'
        f'<blockquote lang="de">{escape(voice.words)}</blockquote>\n'
        f'<p class="origin">{_linked(voice.page, source_line(voice))}</p>\n</li>'
    )


def _linked(page: Page, words: str) -> str:
    return f'<a href="{escape(page.url)}">{escape(words)}</a>' if _is_web(page.url) else escape(words)


def _is_web(url: str) -> bool:
    return urlsplit(url).scheme in {"http", "https"}


def _contradicted(found: Contradicted) -> str:
    unsure = "" if found.sure else f' <span class="unsure">{PERHAPS}</span>'
    kind = escape(KINDS_OF_CONTRADICTION.get(found.kind, found.kind))
    return (
        f'<div class="against-each-other"><p><b>{kind}</b>{unsure}</p>\n'
        f'<p>{escape(found.one)} ({escape(found.one_when)}): <q lang="de">{escape(found.one_words)}</q></p>\n'
        f'<p>{escape(found.other)} ({escape(found.other_when)}): <q lang="de">{escape(found.other_words)}</q></p></div>'
    )


def _positions(holders: Iterable[Holder], *, of_actor: bool) -> str:
    rows = "\n".join(
        f"<tr><td>{escape(holder.about if of_actor else holder.name)}</td><td>{_steps(holder)}</td></tr>"
        for holder in holders
    )
    what = "Event" if of_actor else "Actor"
    table = f'<div class="wide"><table>\n<tr><th>{what}</th><th>Position over time</th></tr>\n{rows}\n</table></div>'
    return _section("Positions", [table] if rows else [])


def _steps(holder: Holder) -> str:
    shown = (
        f'<span class="{"turn" if turned else "step"}">{escape(stance)}</span> ({escape(day)})'
        for stance, day, turned in holder.steps
    )
    return " → ".join(shown)


def _pages(pages: Iterable[Page]) -> str:
    rows = "\n".join(
        f"<tr><td>{escape(page.published or 'open')}</td><td>{escape(page.publisher)}</td>"
        f'<td lang="de">{_linked(page, page.headline or page.identifier)}</td></tr>'
        for page in pages
    )
    table = f'<div class="wide"><table>\n<tr><th>Published</th><th>By</th><th>Article</th></tr>\n{rows}\n</table></div>'
    return _section("Articles", [table] if rows else [])


def _day(dossier: Dossier) -> str:
    return f" · as it could be known on {dossier.as_of}" if dossier.as_of is not None else ""
