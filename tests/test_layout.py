"""The shape of the code: sizes, public names, German only in tables."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "kg").rglob("*.py"))
MODULE_LINES = 250
FUNCTION_LINES = 40

# Letters that English does not have, between letters: a German word, not the folding of single characters.
GERMAN = re.compile(r"[A-Za-z][äöüß][A-Za-z]")


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


modules = pytest.mark.parametrize("path", MODULES, ids=name_of)


@modules
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MODULE_LINES


@modules
def test_functions_are_short(path: Path) -> None:
    functions = (node for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    sizes = {node.name: node.end_lineno - node.lineno + 1 for node in functions if node.end_lineno is not None}
    assert {name: size for name, size in sizes.items() if size > FUNCTION_LINES} == {}


@modules
def test_public_names_are_listed(path: Path) -> None:
    """`__all__` is there, in order, and names nothing that the module does not have."""
    listed = exported(parsed(path))
    if path.name == "__main__.py":
        return
    assert listed is not None, "__all__ is missing"
    assert listed == sorted(listed, key=sort_key)
    assert set(listed) <= set(bound(parsed(path)))


@modules
def test_only_listed_names_are_imported(path: Path) -> None:
    hidden = [f"{module}: {name}" for module, name in imported(parsed(path)) if name not in offered(module)]
    assert hidden == []


@modules
def test_german_stands_in_tables(path: Path) -> None:
    strings = [text for text in strings_of(parsed(path)) if GERMAN.search(text)]
    assert strings == []


def test_the_checks_can_fail() -> None:
    module = ast.parse('"""Doc with Öl, später."""\n__all__ = ["b"]\ndef a(): return "später"\ndef b(): ...\nc = 1\n')
    assert exported(module) == ["b"]
    assert {"a", "b", "c"} <= set(bound(module))
    assert list(imported(ast.parse("from kg.store import Store, secret"))) == [
        ("kg.store", "Store"),
        ("kg.store", "secret"),
    ]
    assert "Store" in offered("kg.store")
    assert "secret" not in offered("kg.store")
    assert [text for text in strings_of(module) if GERMAN.search(text)] == ["später"]


def exported(module: ast.Module) -> list[str] | None:
    for node in module.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        value = getattr(node, "value", None)
        if value is not None and [getattr(target, "id", "") for target in targets] == ["__all__"]:
            return list(ast.literal_eval(value))
    return None


def sort_key(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions, as ruff sorts them."""
    return (0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2, name)


def imported(module: ast.Module) -> Iterator[tuple[str, str]]:
    """The names that a module takes from others of `kg`, each with its module."""
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "kg":
            yield from ((node.module or "", alias.name) for alias in node.names)


@cache
def offered(module: str) -> frozenset[str]:
    """The names that a module lists, and the modules inside it."""
    folder = ROOT.joinpath(*module.split("."))
    path = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    inside = {each.stem for each in folder.iterdir()} if folder.is_dir() else set()
    return frozenset(exported(parsed(path)) or ()) | inside


def bound(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from (alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def strings_of(module: ast.Module) -> Iterator[str]:
    """The string constants that are no docstrings: those that stand alone as an expression."""
    documented = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
            yield node.value
