"""Whom a claim goes back to: through relays, media and "unter Berufung auf", inside an article and across articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.derive.records import ActorRecord, ClaimRecord, Corpus, StatementRecord
from kg.lang.own_voices import OwnVoiceRow

__all__ = ["MEDIA", "Source", "follow_media", "independent", "source_of", "with_own_voices"]

MEDIA = frozenset({"MediaOrganisation", "NewsAgency"})


@dataclass(frozen=True, slots=True)
class Source:
    """The chain behind one claim."""

    chain: tuple[tuple[str, ...], ...]
    """Actors from the one nearest to the article to the one farthest from it; several where they speak together."""

    @property
    def original(self) -> tuple[str, ...]:
        """The last link: the actors whom the claim goes back to; empty where the article speaks in its own voice."""
        return self.chain[-1] if self.chain else ()


def source_of(claim: ClaimRecord, corpus: Corpus) -> Source:
    """The chain behind a claim as its own article tells it."""
    links: list[tuple[str, ...]] = []
    statement = corpus.statements.get(claim.statement or "")
    for carrier in _relayed(statement, corpus):
        links += [carrier.via, carrier.speakers]
    unheard = tuple(actor for actor in claim.claimants if not any(actor in link for link in links))
    if links and set(links[-1]) & set(claim.claimants):
        links[-1] += unheard
    else:
        links.append(unheard)
    return Source(tuple(_distinct(_split(links, corpus))))


def follow_media(sources: dict[str, Source], events: Iterable[tuple[str, ...]], corpus: Corpus) -> dict[str, Source]:
    """The same sources, with those that end at a medium led on to the source of that medium's own article, where one of
    its articles makes a claim about the same event, came out no later, and all such claims of it have one source."""
    media = _media_by_article(corpus)
    found = dict(sources)
    for claims in events:
        own: dict[str, list[str]] = {}
        for claim in claims:
            medium = media.get(corpus.claims[claim].article)
            if medium is not None:
                own.setdefault(medium, []).append(claim)
        for claim in claims if own else ():
            led = _led_on(claim, own, sources, corpus)
            if led:
                found[claim] = Source((*sources[claim].chain, led))
    return found


def independent(claims: Iterable[ClaimRecord], sources: dict[str, Source], corpus: Corpus) -> frozenset[str]:
    """The sources that stand behind the claims independently of each other: a service, its minister and its state are
    one, so are those who repeat it. Denials are no sources of what they deny."""
    return frozenset(
        corpus.principal(actor)
        for claim in claims
        if claim.modality != "denied"
        for actor in sources[claim.iri].original
    )


def with_own_voices(corpus: Corpus, own: Iterable[OwnVoiceRow]) -> Corpus:
    """The corpus in which those who are only described as media, experts or opponents of a state act for nobody."""
    rows = tuple(own)

    def speaking(actor: ActorRecord) -> ActorRecord:
        described = not actor.registered and actor.acts_for is not None
        named = described and any(row.names(name) for row in rows for name in actor.names)
        return replace(actor, acts_for=None) if named else actor

    return replace(corpus, actors={iri: speaking(actor) for iri, actor in corpus.actors.items()})


def _relayed(statement: StatementRecord | None, corpus: Corpus) -> Iterator[StatementRecord]:
    seen: set[str] = set()
    while statement is not None and statement.iri not in seen:
        seen.add(statement.iri)
        yield statement
        onward = statement.relays or _relays_of_start(statement, corpus)
        statement = corpus.statements.get(onward[0]) if onward else None


def _relays_of_start(statement: StatementRecord, corpus: Corpus) -> tuple[str, ...]:
    # A sentence carried on without a cue goes back to whomever the sentence that it carries on goes back to.
    seen = {statement.iri}
    while statement.continues and statement.continues[0] not in seen:
        start = corpus.statements.get(statement.continues[0])
        if start is None:
            return ()
        if start.relays:
            return start.relays
        seen.add(start.iri)
        statement = start
    return ()


def _split(links: Iterable[tuple[str, ...]], corpus: Corpus) -> Iterator[tuple[str, ...]]:
    for link in links:
        media = tuple(actor for actor in link if is_medium(actor, corpus))
        others = tuple(actor for actor in link if actor not in media)
        yield from (part for part in (media, others) if part)


def is_medium(actor: str, corpus: Corpus) -> bool:
    """Whether an actor is a medium or a news agency."""
    record = corpus.actors.get(actor)
    return record is not None and bool(record.kinds & MEDIA)


def _distinct(links: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    seen: set[str] = set()
    for link in links:
        fresh = tuple(actor for actor in link if actor not in seen)
        seen.update(link)
        if fresh:
            yield fresh


def _media_by_article(corpus: Corpus) -> dict[str, str]:
    names = {
        name.casefold(): actor
        for actor, record in sorted(corpus.actors.items())
        if record.kinds & MEDIA
        for name in (record.label, *record.names)
    }
    publishers = (
        (article.iri, names.get((article.publisher or "").casefold())) for article in corpus.articles.values()
    )
    return {article: medium for article, medium in publishers if medium is not None}


def _led_on(claim: str, own: dict[str, list[str]], sources: dict[str, Source], corpus: Corpus) -> tuple[str, ...]:
    original = sources[claim].original
    if len(original) != 1 or original[0] not in own:
        return ()
    told = corpus.articles[corpus.claims[claim].article].published
    behind = set()
    for other in own[original[0]]:
        earlier = corpus.articles[corpus.claims[other].article].published
        if told is None or earlier is None or earlier.first > told.last:
            return ()
        behind.add(sources[other].original)
    known = behind.pop() if len(behind) == 1 else ()
    return known if known and original[0] not in known else ()
