"""The text of SPARQL queries: what may run here, which prefixes it leaves out, where it is malformed.

The grammar is https://www.w3.org/TR/sparql11-query/#sparqlGrammar; only its lexical part is needed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.errors import UsageError

__all__ = ["fault_of", "keywords", "literal", "refuse_writing", "substitute", "with_prefixes"]

_LEXEME = re.compile(
    r"""
      (?P<iri><[^<>"{}|^`\\\s]*>)
    | (?P<string>"{3}(?:[^"\\]|\\.|"(?!""))*"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
                 | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
    | (?P<comment>\#[^\n]*)
    | (?P<variable>[?$]\w+)
    | (?P<name>[\w.-]*:(?:[\w.:%-]|\\.)*)
    | (?P<word>[A-Za-z_]\w*)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
_PLACE = re.compile(r"error at (\d+):(\d+)")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def literal(words: str) -> str:
    """`words` as a SPARQL string, whatever they contain."""
    return '"' + "".join(_ESCAPES.get(letter, letter) for letter in words) + '"'


def refuse_writing(query: str) -> None:
    """UsageError where the query would change data or ask another server; a query is only read and answered here."""
    words = [lexeme.upper() for kind, lexeme, _ in _lexemes(query) if kind == "word"]
    form = next((word for word in words if word not in {"PREFIX", "BASE"}), "")
    if form in _UPDATES:
        raise UsageError(f"{form} is an update; kg query only reads: build again to change the graph")
    if "SERVICE" in words:
        raise UsageError("SERVICE asks another server; kg query answers from its own data only: leave it out")


def keywords(query: str) -> set[str]:
    """The bare words of a query in capital letters: keywords and functions, nothing of strings, names and comments."""
    return {lexeme.upper() for kind, lexeme, _ in _lexemes(query) if kind == "word"}


def substitute(query: str, terms: Mapping[str, str]) -> str:
    """The query with every `$NAME` whose name is in `terms` replaced; strings, comments and `?NAME` stay."""
    parts = []
    for kind, lexeme, _ in _lexemes(query):
        is_parameter = kind == "variable" and lexeme.startswith("$") and lexeme[1:] in terms
        parts.append(terms[lexeme[1:]] if is_parameter else lexeme)
    return "".join(parts)


def with_prefixes(query: str, prefixes: Mapping[str, str]) -> str:
    """The query with a PREFIX line in front for each known prefix that it uses and does not declare."""
    names = [lexeme.partition(":")[0] for kind, lexeme, _ in _lexemes(query) if kind == "name"]
    missing = sorted({name for name in names if name in prefixes} - _declared(query))
    return "".join(f"PREFIX {name}: <{prefixes[name]}>\n" for name in missing) + query


def fault_of(query: str, fault: SyntaxError) -> UsageError:
    """What the parser reports, as one line with line, column and the words that it stumbled over."""
    report = str(fault)
    place = _PLACE.search(report)
    if place is None:
        return UsageError(f"malformed query: {' '.join(report.split())}")
    line, column = int(place[1]), int(place[2])
    where = f"malformed query, line {line}, column {column}"
    if "Prefix not found" in report:
        name = _name_before(query, line, column)
        return UsageError(f"{where}: the prefix of {name!r} is not declared: write PREFIX … or the whole <IRI>")
    lines = query.split("\n")
    rest = lines[line - 1][column - 1 :].strip() if line <= len(lines) else ""
    words = f"{rest.split()[0][:40]!r} cannot stand here" if rest else "the query breaks off here"
    return UsageError(f"{where}: {words}")


def _lexemes(query: str) -> Iterator[tuple[str, str, int]]:
    for found in _LEXEME.finditer(query):
        yield found.lastgroup or "other", found.group(), found.end()


def _declared(query: str) -> set[str]:
    found = re.findall(r"\bPREFIX\s+([\w.-]*):\s*<", query, re.IGNORECASE)
    return {str(name) for name in found}


def _name_before(query: str, line: int, column: int) -> str:
    offset = sum(len(each) + 1 for each in query.split("\n")[: line - 1]) + column - 1
    names = [lexeme for kind, lexeme, end in _lexemes(query) if kind == "name" and end <= offset + 1]
    return names[-1] if names else ""
