"""The text of SPARQL queries: what may run here, which prefixes it leaves out, where it is malformed.

The grammar is https://www.w3.org/TR/sparql11-query/#sparqlGrammar; only its lexical part is needed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from itertools import pairwise

from kg.errors import UsageError
from kg.queries.grammar import Fault, first_fault
from kg.queries.lexemes import Lexeme, lexemes

__all__ = ["fault_of", "keywords", "literal", "refuse_writing", "substitute", "with_prefixes"]

_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
_REPORTED = re.compile(r"error at (\d+):(\d+): ")
_NAMES = {"PREFIXED", "NAMESPACE"}
_KINDS = {
    "BLANK": "a term",
    "DECIMAL": "a term",
    "END": "the end",
    "FALSE": "a term",
    "FUNCTION": "a function",
    "INTEGER": "a number",
    "IRI": "an IRI",
    "LANGTAG": "a language",
    "NAMESPACE": "an IRI",
    "NIL": "a term",
    "PREFIXED": "an IRI",
    "SIGNED": "a number",
    "STRING": "a string",
    "TRUE": "a term",
    "VARIABLE": "a variable",
}
MOST = 8
_END = "\n"
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def literal(words: str) -> str:
    """`words` as a SPARQL string, whatever they contain."""
    return '"' + "".join(_ESCAPES.get(letter, letter) for letter in words) + '"'


def refuse_writing(query: str) -> None:
    """UsageError where the query would change data or ask another server; a query is only read and answered here."""
    words = [lexeme.keyword for lexeme in lexemes(query) if lexeme.keyword]
    form = next((word for word in words if word not in {"PREFIX", "BASE"}), "")
    if form in _UPDATES:
        raise UsageError(f"{form} is an update; kg query only reads: build again to change the graph")
    if "SERVICE" in words:
        raise UsageError("SERVICE asks another server; kg query answers from its own data only: leave it out")


def keywords(query: str) -> set[str]:
    """The bare words of a query in capital letters: keywords and functions, nothing of strings, names and comments."""
    return {lexeme.keyword for lexeme in lexemes(query)} - {""}


def substitute(query: str, terms: Mapping[str, str]) -> str:
    """The query with every `$NAME` whose name is in `terms` replaced; strings, comments and `?NAME` stay."""
    return "".join(
        terms.get(words[1:], words) if kind == "VARIABLE" and words.startswith("$") else words
        for kind, words, _, _ in lexemes(query)
    )


def with_prefixes(query: str, prefixes: Mapping[str, str]) -> str:
    """The query with a PREFIX line in front for each known prefix that it uses and does not declare."""
    missing = sorted((_prefixes(query) & prefixes.keys()) - _declared(query))
    return "".join(f"PREFIX {name}: <{prefixes[name]}>\n" for name in missing) + query


def fault_of(query: str, report: SyntaxError, *, prefixes: Iterable[str] = ()) -> UsageError:
    """What is wrong with a query that the database refused, as one line with line, column and the words in question.

    `prefixes` are those that need not be declared.
    """
    fault = first_fault(query)
    if fault is not None:
        return UsageError(f"malformed query, {_place(query, fault.lexeme)}: {_told(fault)}")
    known = _declared(query) | set(prefixes)
    for lexeme in lexemes(query):
        if lexeme.kind in _NAMES and lexeme.words.partition(":")[0] not in known:
            name = f"the prefix of {lexeme.words} is not declared: write PREFIX … or the whole <IRI>"
            return UsageError(f"malformed query, {_place(query, lexeme)}: {name}")
    place = _REPORTED.match(str(report))
    words = str(report)[place.end() :] if place else str(report)
    where = f", about line {place[1]}, column {place[2]}" if place else ""
    return UsageError(f"malformed query{where}: {' '.join(words.split())[:300]}")


def _place(query: str, lexeme: Lexeme | None) -> str:
    before = query[: lexeme.start] if lexeme is not None else query.rstrip()
    return f"line {before.count(_END) + 1}, column {len(before) - before.rfind(_END)}"


def _told(fault: Fault) -> str:
    if fault.lexeme is None:
        return f"the query breaks off here; {_expected(fault)}"
    words = " ".join(fault.lexeme.words.split())[:40]
    near = get_close_matches(words.upper(), [symbol for symbol in fault.expected if symbol not in _KINDS], n=1)
    return f"{words!r} cannot stand here; {f'did you mean {near[0]}?' if near else _expected(fault)}"


def _expected(fault: Fault) -> str:
    """What could stand there: signs and keywords as they are written, kinds of terms in a word."""
    kinds = {_KINDS[symbol] for symbol in fault.expected if symbol in _KINDS}
    plain = [symbol for symbol in fault.expected if symbol not in _KINDS]
    if len(plain) > MOST and kinds:
        plain = [symbol for symbol in plain if not symbol[0].isalpha()]
    return f"expected {' or '.join([*plain[:MOST], *sorted(kinds)])}"


def _prefixes(query: str) -> set[str]:
    return {lexeme.words.partition(":")[0] for lexeme in lexemes(query) if lexeme.kind in _NAMES}


def _declared(query: str) -> set[str]:
    found = [lexeme for lexeme in lexemes(query) if lexeme.kind != "SPACE"]
    pairs = pairwise(found)
    return {name.words.rstrip(":") for word, name in pairs if word.words.upper() == "PREFIX"}
