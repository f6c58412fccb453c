"""Which event a statement without a claim of its own denies, confirms or leaves open: the one whose actors it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.derive.records import ClaimRecord, Corpus, StatementRecord
from kg.derive.voices import EXPECTED, side

__all__ = ["named_events"]

TOPICS = {
    "Deployment": frozenset({"deployment", "training", "combat"}),
    "ArmsTransfer": frozenset({"armsTransfer"}),
    "CasualtyEvent": frozenset({"casualties"}),
    "Agreement": frozenset({"agreement"}),
}
SHORTEST = 5


def named_events(statements: Iterable[str], corpus: Corpus, event_of: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Those of the statements that confirm, deny or decline → the event of their article, of a kind that fits their
    topic, of whose actors they name most; none where two events are named alike."""
    by_article: dict[str, list[ClaimRecord]] = {}
    for claim in corpus.claims.values():
        if claim.iri in event_of and side(claim, corpus) != EXPECTED:
            by_article.setdefault(claim.article, []).append(claim)
    found: dict[str, tuple[str, ...]] = {}
    for iri in statements:
        statement = corpus.statements[iri]
        if statement.stance in {"denies", "confirms", "declines"}:
            event = _named_most(statement, by_article.get(statement.article, ()), corpus, event_of)
            if event is not None:
                found[iri] = (event,)
    return found


def _named_most(
    statement: StatementRecord, claims: Iterable[ClaimRecord], corpus: Corpus, event_of: Mapping[str, str]
) -> str | None:
    content = statement.content.lower()
    scores: dict[str, int] = {}
    for claim in claims:
        if TOPICS[claim.kind] & set(statement.topics):
            named = sum(_names(content, actor, corpus) for actor in _actors(claim, corpus))
            event = event_of[claim.iri]
            scores[event] = max(scores.get(event, 0), named)
    best = max(scores.values(), default=0)
    winners = sorted(event for event, score in scores.items() if score == best)
    return winners[0] if best and len(winners) == 1 else None


def _actors(claim: ClaimRecord, corpus: Corpus) -> set[str]:
    return {corpus.principal(value) for _, value in claim.roles if value in corpus.actors}


def _names(content: str, actor: str, corpus: Corpus) -> bool:
    # "nordkoreanisch" and "Ostrussland" hold the name of the state.
    record = corpus.actors.get(actor)
    names = record.names if record is not None else ()
    return any(name.lower() in content for name in names if len(name) >= SHORTEST)
