"""A SPARQL query → the same query over what could be known on a day.

Every node that was made of articles carries in the derived graph the day by which it was public (`kg:publicFrom`) and
by which it had been said (`kg:saidFrom`). The rewritten query is plain SPARQL over the same data: each group of triple
patterns gets a filter for every node in it, so that nothing later can take part, and numbers of all sources and
articles are counted anew over what is left. A merge has no day: events are those that are known today.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from itertools import count, pairwise

from kg.errors import UsageError
from kg.queries.lexemes import Lexeme, lexemes
from kg.queries.patterns import Pattern, patterns, variables

__all__ = ["Clock", "as_of"]

KG, XSD = "https://w3id.org/conflict-kg/ontology#", "http://www.w3.org/2001/XMLSchema#"
_SKIPPED = {"FILTER", "BIND", "VALUES", "OPTIONAL", "MINUS", "UNION", "GRAPH", "SELECT", "SERVICE"}

# What is counted over all articles, and how it is counted over those that are known.
_COUNTS = {
    "independentSources": "{claim} <{kg}sourcePrincipal> {each} ; <{kg}modality> {how} FILTER({how} != <{kg}denied>)",
    "independentArticles": "{claim} <{kg}inArticle> {page} OPTIONAL {{ {page} <{kg}nearCopyOf> {first} }} "
    "BIND(COALESCE({first}, {page}) AS {each})",
}


class Clock(StrEnum):
    """By which day something counts as known."""

    PUBLISHED = "published"
    SAID = "said"


def as_of(query: str, day: date, *, clock: Clock = Clock.PUBLISHED) -> str:
    """The query over what could be known on `day`; UsageError where it cannot be rewritten (DESCRIBE, FROM)."""
    return _Rewriter(list(lexemes(query)), day, clock).rewritten()


class _Rewriter:
    """Reads the pieces once and writes them again, with filters at the end of each group."""

    def __init__(self, pieces: list[Lexeme], day: date, clock: Clock) -> None:
        self._pieces = pieces
        self._at = 0
        self._later = f"<{KG}{'saidFrom' if clock is Clock.SAID else 'publicFrom'}>"
        self._day = f'"{day.isoformat()}"^^<{XSD}date>'
        self._numbers = count(1)
        self._seen: list[str] = []

    def rewritten(self) -> str:
        written: list[str] = []
        template = False
        while self._more():
            piece = self._pieces[self._at]
            if piece.keyword in {"DESCRIBE", "FROM"}:
                raise UsageError(
                    f"{piece.keyword} cannot be asked as of a day: use SELECT, ASK or CONSTRUCT without FROM"
                )
            if piece.words == "{" and template:
                written.append(self._until("}"))
                template = False
            elif piece.words == "{":
                written.append(self._closed())
            elif template and piece.keyword == "WHERE":
                raise UsageError("CONSTRUCT WHERE cannot be asked as of a day: write out the template")
            else:
                template = template or piece.keyword == "CONSTRUCT"
                written.append(self._take())
        star = _star(written)
        if star is not None:
            written[star] = " ".join(dict.fromkeys(self._seen))
        return "".join(written)

    def _more(self) -> bool:
        return self._at < len(self._pieces)

    def _take(self) -> str:
        if not self._more():
            raise UsageError("the query ends too early: a bracket is not closed")
        self._at += 1
        return self._pieces[self._at - 1].words

    def _until(self, mark: str) -> str:
        text = self._take()
        while not text.endswith(mark):
            text += self._take()
        return text

    def _spaces(self) -> str:
        return self._take() if self._more() and self._pieces[self._at].kind == "SPACE" else ""

    def _closed(self) -> str:
        """A group with the filters of its own nodes."""
        text, nodes = self._group()
        return f"{text} {' '.join(map(self._filter, nodes))} }}"

    def _group(self) -> tuple[str, list[str]]:
        """A group without its closing brace, and the nodes of its patterns."""
        written, nodes, block = [self._take()], list[str](), list[Lexeme]()
        while True:
            piece = self._pieces[self._at] if self._more() else Lexeme("SIGN", "", 0, 0)
            if piece.words in {"{", "}"} or piece.keyword in _SKIPPED:
                text, found = self._triples(block)
                written.append(text)
                nodes += found
                block = []
                if piece.words == "}":
                    self._at += 1
                    return "".join(written), list(dict.fromkeys(nodes))
                text, found = self._part(piece)
                written.append(text)
                nodes += found
            else:
                block.append(piece)
                self._take()

    def _part(self, piece: Lexeme) -> tuple[str, list[str]]:
        match piece.keyword:
            case "FILTER" | "BIND":
                return self._unseen(self._expression, bound=piece.keyword == "BIND"), []
            case "VALUES":
                text = self._until("}")
                self._seen += variables(text)
                return text, []
            case "GRAPH":
                return self._in_graph()
            case "SELECT":
                return self._unseen(self._subselect, bound=False), []
            case "MINUS":
                return self._take() + self._spaces() + self._unseen(self._closed, bound=False), []
            case "":
                return self._closed(), []
            case _:
                return self._take() + self._spaces() + self._closed(), []

    def _unseen(self, read: Callable[[], str], *, bound: bool) -> str:
        """What is read by `read`, whose variables are not those of the query; but the last of a BIND is."""
        before, start = list(self._seen), self._at
        text = read()
        pieces = [piece for piece in self._pieces[start : self._at] if piece.kind != "SPACE"]
        given = [piece.words for piece in pieces if piece.kind == "VARIABLE"][-1:] if bound else _projected(pieces)
        self._seen = before + given
        return text

    def _in_graph(self) -> tuple[str, list[str]]:
        # The days stand in the derived graph, so that the filters must stand outside of GRAPH.
        named = self._pieces[self._at + 2 : self._at + 3]
        self._seen += [piece.words for piece in named if piece.kind == "VARIABLE"]
        written = self._take() + self._spaces() + self._take() + self._spaces()
        text, nodes = self._group()
        return f"{written}{text} }}", nodes

    def _subselect(self) -> str:
        written = ""
        while self._more() and self._pieces[self._at].words != "}":
            written += self._closed() if self._pieces[self._at].words == "{" else self._take()
        return written

    def _expression(self) -> str:
        """FILTER or BIND with what belongs to it: up to the end of its brackets, or of EXISTS { … }."""
        written, depth, begun = self._take(), 0, False
        while not (begun and depth == 0):
            text = self._pieces[self._at].words if self._more() else ""
            begun = begun or text[:1] in {"(", "{"}
            depth += (text == "(") - (text == ")")
            written += self._closed() if text == "{" else self._take()
        return written

    def _triples(self, block: list[Lexeme]) -> tuple[str, list[str]]:
        written, nodes = [], []
        self._seen += [piece.words for piece in block if piece.kind == "VARIABLE"]
        for pattern in patterns(block):
            text, found = self._pattern(pattern)
            written.append(text)
            nodes += found
        return f" {' '.join(written)} ", nodes

    def _pattern(self, pattern: Pattern) -> tuple[str, list[str]]:
        """One pattern, its path in single steps, so that what lies between is filtered as well."""
        counted = _COUNTS.get(_local(pattern.path[0])) if len(pattern.path) == 1 else None
        if counted is not None:
            return self._counted(pattern, counted), [pattern.subject]
        between = [f"?asOf{next(self._numbers)}" for _ in pattern.path[1:]]
        stops = [pattern.subject, *between, pattern.object]
        steps = zip(pairwise(stops), pattern.path, strict=True) if pattern.path else ()
        text = " ".join(f"{start} {step} {end} ." for (start, end), step in steps) or f"{pattern.subject} ."
        whole = [stop for stop in stops if stop.startswith(("?", "$"))]
        whole += [pattern.subject] if pattern.subject.startswith("<") else []
        bracketed = [name for stop in stops if stop.startswith(("[", "(")) for name in variables(stop)]
        return text, [*whole, *bracketed]

    def _counted(self, pattern: Pattern, rule: str) -> str:
        names = ("claim", "each", "how", "page", "first", "number")
        fresh = {name: f"?asOf{next(self._numbers)}" for name in names}
        body = rule.format(kg=KG, **fresh)
        event, number, claim = pattern.subject, fresh["number"], fresh["claim"]
        group = f"GROUP BY {event}" if event.startswith(("?", "$")) else ""
        chosen = f"{event} " if group else ""
        inner = (
            f"SELECT {chosen}(COUNT(DISTINCT {fresh['each']}) AS {number}) "
            f"WHERE {{ {claim} <{KG}about> {event} . {body} {self._filter(claim)} }} {group}"
        )
        total = f"COALESCE({number}, 0)"
        bound = pattern.object.startswith(("?", "$"))
        result = f"BIND({total} AS {pattern.object})" if bound else f"FILTER({total} = {pattern.object})"
        # The full count is asked for too, so that only events that have one are counted.
        known = f"{event} {pattern.path[0]} ?asOf{next(self._numbers)} ."
        return f"{known} OPTIONAL {{ {{ {inner} }} }} {result}"

    def _filter(self, node: str) -> str:
        day = f"?asOf{next(self._numbers)}"
        later = f"{{ {node} {self._later} {day} FILTER({day} > {self._day}) }}"
        return f"FILTER NOT EXISTS {{ {later} UNION {{ {node} <{KG}undated> {self._later} }} }}"


def _star(written: list[str]) -> int | None:
    """Where SELECT * has its star: it means the variables of the query as it was asked, and no others."""
    words = [(at, text.upper()) for at, text in enumerate(written) if text.strip()]
    for (_, first), (place, second), (later, third) in zip(words, words[1:], words[2:], strict=False):
        if first == "SELECT" and (second == "*" or (second in {"DISTINCT", "REDUCED"} and third == "*")):
            return place if second == "*" else later
    return None


def _projected(pieces: list[Lexeme]) -> list[str]:
    """The variables that a subquery gives; none where the pieces are not one."""
    if not pieces or pieces[0].keyword != "SELECT":
        return []
    head = pieces[: next((at for at, piece in enumerate(pieces) if piece.words == "{"), len(pieces))]
    chosen, depth = list[str](), 0
    for at, piece in enumerate(head):
        depth += (piece.words == "(") - (piece.words == ")")
        if piece.kind == "VARIABLE" and (depth == 0 or head[at - 1].keyword == "AS"):
            chosen.append(piece.words)
    return chosen


def _local(step: str) -> str:
    return step.strip("<>").removeprefix(KG).removeprefix("kg:")
