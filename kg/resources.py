"""Finds the files that ship beside the code: ontology, shapes, context; in a checkout or inside the wheel."""

from __future__ import annotations

from pathlib import Path

from kg.errors import InputError

__all__ = ["resource"]

_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (_PACKAGE / "_shipped", _PACKAGE.parent)


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, such as `resource("ontology", "kg.ttl")`; InputError where it is gone."""
    for root in _ROOTS:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise InputError(f"{'/'.join(parts)} is missing from this installation: install conflict-kg again")
