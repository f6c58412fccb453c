"""Relative clauses that tell of an agreement: "der Pakt, den X mit Y geschlossen hat"."""

from __future__ import annotations

from kg.extract.claims.agreements.types import ties
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.lang.agreement import AgreementRow, Tie
from kg.model import Clause, ClauseKind

__all__ = ["relative_behind", "row_of"]

_NEAR = 5
"""Tokens between the noun with all that hangs on it and the clause, at most."""


def row_of(desk: Desk, clause: Clause) -> AgreementRow | None:
    """The row of a clause's verb; of the last that is one where it has several ("besucht und … unterzeichnet"), not of
    one without its prefix ("kündigte … an")."""
    rows = ties(desk.language)
    told = [desk.scene.text.tokens[p].lemma for p in reversed(clause.verbs)]
    lemmas = [clause.lemma, *(lemma for lemma in told if not clause.lemma.endswith(lemma))]
    return next((rows[lemma] for lemma in lemmas if lemma in rows), None)


def relative_behind(desk: Desk, noun: Nominal) -> Clause | None:
    """As in "der Pakt, den X mit Y geschlossen hat": the clause behind the noun that tells of it."""
    scene = desk.scene
    end = max([noun.last, *(n.last for n in chain_after(scene, noun))])
    for clause in scene.text.clauses:
        if clause.kind is not ClauseKind.RELATIVE or not noun.last <= clause.first <= end + _NEAR:
            continue
        free = clause.first <= end or _closes(scene, end, clause.first - 1)
        row = row_of(desk, clause)
        tokens, begin = scene.text.tokens, clause.first
        opened = tokens[begin].tag == "PRELS" or (row is not None and row.tie is Tie.OBLIGES and _led(scene, begin))
        if opened and free and row is not None and row.tie is not Tie.NEGOTIATES:
            return clause
    return None


def _led(scene: Scene, first: int) -> bool:
    """As in ", mit dem X und Y …"."""
    return [token.tag for token in scene.text.tokens[first : first + 2]] == ["APPR", "PRELS"]


def _closes(scene: Scene, first: int, last: int) -> bool:
    """Whether only what ends the clause stands there: a date, a verb, "in Kraft"."""
    tokens = scene.text.tokens
    dated = {p for date in scene.mentions.dates for p in range(date.first, date.last)}
    nouns = [p for p in range(first, last) if tokens[p].tag[:1] == "N" and p not in dated]
    bare = len(nouns) == 1 and tokens[nouns[0] - 1].tag == "APPR"
    return (not nouns or bare) and not any(tokens[p].form == "," for p in range(first, last))
