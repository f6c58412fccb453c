"""Numbers as a small picture: one row a number, in time order, its interval as a bar.

What a colour means is told in words as well, so that nothing is lost in print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from kg.dossier.model import Figure

__all__ = ["plot"]

WIDTH, ROW, LEFT, RIGHT = 360, 34, 6, 60
TICKS = 4


def plot(figures: Iterable[Figure]) -> str:
    """The picture as an SVG element; empty where there is no number."""
    rows = list(figures)
    if not rows:
        return ""
    top = _round_up(max(figure.high or figure.value for figure in rows))
    height = ROW * len(rows) + 22
    label = f"{len(rows)} numbers in time order, from 0 to {top:,}"
    box = f'viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(label)}"'
    parts = [
        f'<svg class="plot" {box} xmlns="http://www.w3.org/2000/svg">',
        *_grid(top, height),
        *(line for at, figure in enumerate(rows) for line in _row(at, figure, top)),
        "</svg>",
    ]
    return "\n".join(parts)


def _grid(top: int, height: int) -> Iterator[str]:
    for tick in range(TICKS + 1):
        value = top * tick // TICKS
        x = _x(value, top)
        yield f'<line class="grid" x1="{x}" y1="4" x2="{x}" y2="{height - 16}"/>'
        yield f'<text class="tick" x="{x}" y="{height - 4}" text-anchor="middle">{value:,}</text>'


def _row(at: int, figure: Figure, top: int) -> Iterator[str]:
    y = ROW * at + 24
    low = 0 if figure.low is None else figure.low
    open_end = figure.high is None and figure.low is not None
    high = top if open_end else figure.value if figure.high is None else figure.high
    start, end, point = _x(low, top), _x(high, top), _x(figure.value, top)
    name = f"{figure.when} · {figure.who}"
    shown = name if len(name) <= 58 else f"{name[:57]}…"
    yield f'<g class="{figure.side}"><title>{escape(name)}: {escape(figure.shown)}</title>'
    yield f'<text class="name" x="{LEFT}" y="{y - 8}">{escape(shown)}</text>'
    if figure.low != figure.high or open_end:
        yield f'<line class="bar" x1="{start}" y1="{y}" x2="{end}" y2="{y}"/>'
    yield f'<circle class="point" cx="{point}" cy="{y}" r="4"/>'
    yield f'<text class="value" x="{max(end, point) + 8}" y="{y + 4}">{escape(figure.shown)}</text></g>'


def _x(value: int, top: int) -> int:
    return LEFT + 6 + round((WIDTH - LEFT - RIGHT - 24) * min(value, top) / top)


def _round_up(value: int) -> int:
    """The next number whose quarters are easy to read."""
    unit = int(10 ** (len(str(value)) - 1))
    tops = (unit * part // 10 for part in (10, 12, 16, 20, 24, 32, 40, 60, 80, 100))
    return max(next(top for top in tops if top >= value), TICKS)
