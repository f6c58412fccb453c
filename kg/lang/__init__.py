"""What a language looks like and means: tables without code, one folder a language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

from kg.errors import TableError
from kg.lang.tables import Row, load_table

__all__ = ["Language", "Row", "language"]

R = TypeVar("R", bound=Row)


class Language:
    """The tables of one language, each read when first asked for."""

    def __init__(self, code: str, folder: Path) -> None:
        self.code = code
        self._folder = folder
        self._tables: dict[type[Row], dict[str, Row]] = {}

    def table(self, row_class: type[R]) -> dict[str, R]:
        """All rows of the table of `row_class`, by key; TableError where the file is wrong."""
        if row_class not in self._tables:
            self._tables[row_class] = dict(load_table(self._folder, row_class))
        return self._tables[row_class]  # type: ignore[return-value]


@cache
def language(code: str) -> Language:
    """The language of an ISO 639-1 code; TableError where no folder of tables has that name."""
    folder = Path(__file__).parent / code
    if not folder.is_dir():
        known = ", ".join(sorted(path.name for path in Path(__file__).parent.iterdir() if path.is_dir()))
        raise TableError(f"no tables for the language {code!r}; there are: {known}")
    return Language(code, folder)
