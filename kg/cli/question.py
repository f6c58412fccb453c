"""The text of a question: as it is given, from a file or standard input, or a shipped query with its parameters."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kg.cli.remote import Source
from kg.errors import InputError, UsageError
from kg.queries import NamedQuery, bind, named_query, read_query, values_of
from kg.queries.actors import actor_named
from kg.queries.sparql import refuse_writing

__all__ = ["asked", "pairs"]

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def pairs(parameters: Sequence[str]) -> Sequence[str]:
    """The parameters themselves; UsageError where one is not NAME=VALUE."""
    faulty = next((each for each in parameters if "=" not in each), None)
    if faulty is not None:
        raise UsageError(f"--param {faulty}: write NAME=VALUE")
    return parameters


def asked(
    words: str | None, arguments: Sequence[str], file: Path | None, source: Source, known: Mapping[str, str]
) -> str:
    """The text of the question; UsageError where it is none, or would change something."""
    if file is None and words is not None and _NAME.fullmatch(words):
        text = _filled_in(named_query(words), arguments, source, known)
    elif file is not None:
        text = _from_file(file, [*([words] if words else ()), *arguments], source, known)
    elif arguments:
        raise UsageError(
            "this query takes no parameters: they belong to shipped queries and to files with # param lines"
        )
    else:
        text = _read_text(words)
    refuse_writing(text)
    return text


def _filled_in(shipped: NamedQuery, arguments: Sequence[str], source: Source, known: Mapping[str, str]) -> str:
    def rows(question: str) -> Iterator[dict[str, str]]:
        return source.rows(question, prefixes=known)

    def find_actor(name: str) -> str:
        return actor_named(name, rows, prefixes=known)

    return bind(shipped, values_of(shipped, arguments), find_actor=find_actor, prefixes=known)


def _from_file(file: Path, arguments: Sequence[str], source: Source, known: Mapping[str, str]) -> str:
    """A file's query, its parameters filled in where its header has any, as a shipped query's has."""
    text = _read_text(None) if str(file) == "-" else _read_file(file)
    if any(line.startswith("# param ") for line in text.splitlines()):
        return _filled_in(read_query(file.stem, text), arguments, source, known)
    if arguments:
        raise UsageError(f'{file} takes no parameters: give it a line such as # param words: text = ""  what they are')
    return text


def _read_text(words: str | None) -> str:
    if words is not None and words.strip() not in {"", "-"}:
        if words.endswith((".rq", ".sparql")):
            raise UsageError(f"{words} is the name of a file: kg query -f {words}")
        return words
    text = "" if sys.stdin.isatty() else sys.stdin.read()
    if not text.strip():
        raise UsageError("no query: give one as an argument, by -f FILE or on standard input; see kg query --list")
    return text


def _read_file(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError(f"{file}: no such file") from None
    except UnicodeDecodeError as fault:
        raise InputError(f"{file}: not UTF-8 at byte {fault.start}: save it as UTF-8") from None
    except OSError as fault:
        raise InputError(f"{file}: {fault.strerror}") from None
