"""Small corpora of records, made by hand: who claims what, when, in which article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.derive.findings import Findings, find
from kg.derive.records import ActorRecord, ArticleRecord, ClaimRecord, Corpus, PlaceRecord, StatementRecord
from kg.derive.responses import words_of
from kg.derive.times import window
from kg.describe.iris import BASE
from kg.lang import language
from kg.resolve.judgements import Judgement

WORDS = words_of(language("de"))


def actor(name: str) -> str:
    return f"{BASE}actor/{name}"


ACTORS = {
    actor(name): ActorRecord(
        iri=actor(name),
        kinds=frozenset({"Actor", kind}),
        label=label,
        names=(label, *names),
        acts_for=actor(acts_for) if acts_for else None,
    )
    for name, kind, label, names, acts_for in (
        ("norland", "State", "Norland", (), None),
        ("sudland", "State", "Sudland", ("Hafenstadt",), None),
        ("ostland", "State", "Ostland", (), None),
        ("ost-amt", "IntelligenceService", "Ostamt", ("Geheimdienst Ostlands",), "ostland"),
        ("ost-minister", "Person", "Ola Berg", (), "ostland"),
        ("sud-palast", "Government", "Palast", (), "sudland"),
        ("allianz", "Alliance", "Allianz", (), None),
        ("agentur", "NewsAgency", "Depesche", (), None),
        ("kurier", "MediaOrganisation", "Kurier", (), "norland"),
        ("institut", "ThinkTank", "Institut", (), "ostland"),
    )
}
PLACES = {
    f"{BASE}place/{name}": PlaceRecord(iri=f"{BASE}place/{name}", label=name.title(), country=actor(country))
    for name, country in (("hafenstadt", "sudland"), ("grenzort", "sudland"), ("bergstadt", "norland"))
}


class World:
    """A corpus that grows claim by claim."""

    def __init__(self) -> None:
        self.articles: dict[str, ArticleRecord] = {}
        self.statements: dict[str, StatementRecord] = {}
        self.claims: dict[str, ClaimRecord] = {}

    def article(self, name: str, published: str | None = "2024-10-22", **values: Any) -> str:
        iri = f"{BASE}article/{name}"
        self.articles[iri] = ArticleRecord(
            iri=iri,
            identifier=name,
            publisher=values.get("publisher"),
            published=window(published) if published else None,
            text=values.get("text", ""),
        )
        return iri

    def statement(self, name: str, article: str, speaker: str | None, stance: str = "asserts", **values: Any) -> str:
        iri = f"{BASE}statement/{name}"
        said = values.pop("said", None)
        given: dict[str, Any] = {
            "content": f"words of {name}",
            "start": len(self.statements) * 10,
            "end": len(self.statements) * 10 + 9,
            "topics": ("deployment",),
        }
        self.statements[iri] = StatementRecord(
            iri=iri,
            article=article,
            speakers=(actor(speaker),) if speaker else (),
            stance=stance,
            said=window(said) if said else None,
            **(given | values),
        )
        return iri

    def claim(self, name: str, article: str, *, kind: str = "Deployment", **values: Any) -> str:
        iri = f"{BASE}claim/{name}"
        when = values.pop("when", None)
        roles = values.pop("roles", None) or (
            ("sender", actor("norland")),
            ("host", actor("sudland")),
            ("personnel", "soldiers"),
        )
        statement = values.get("statement")
        given: dict[str, Any] = {
            "claimants": self.statements[statement].speakers if statement else (),
            "modality": "fact",
            "evidence": f"evidence of {name}",
            "start": 0,
        }
        self.claims[iri] = ClaimRecord(
            iri=iri,
            article=article,
            kind=kind,
            roles=tuple(sorted(roles)),
            when=window(when) if when else None,
            when_edtf=when,
            event=f"{BASE}event/of-{name}",
            **(given | values),
        )
        if statement:
            held = self.statements[statement]
            self.statements[statement] = _expressing(held, iri)
        return iri

    def say(self, name: str, speaker: str | None, **values: Any) -> str:
        """A claim in an article of its own, carried by a statement of `speaker`; values of all three."""
        published = values.pop("published", "2024-10-22")
        article = values.pop("article", None) or self.article(f"a-{name}", published)
        saying = {key: values.pop(key) for key in ("stance", "said", "relays", "via") if key in values}
        statement = self.statement(f"s-{name}", article, speaker, **saying) if speaker else None
        return self.claim(name, article, statement=statement, **values)

    @property
    def corpus(self) -> Corpus:
        return Corpus(
            articles=_sorted(self.articles),
            statements=_sorted(self.statements),
            claims=_sorted(self.claims),
            actors=ACTORS,
            places=PLACES,
        )

    def findings(self, judgements: Iterable[Judgement] = ()) -> Findings:
        return find(self.corpus, judgements, WORDS, base=BASE)


def _expressing(statement: StatementRecord, claim: str) -> StatementRecord:
    from dataclasses import replace

    return replace(statement, expresses=tuple(sorted((*statement.expresses, claim))))


def _sorted(records: dict[str, Any]) -> dict[str, Any]:
    return dict(sorted(records.items()))


def groups(findings: Findings) -> set[frozenset[str]]:
    """The names of the claims of each event."""
    return {frozenset(claim.rsplit("/", 1)[-1] for claim in event.claims) for event in findings.events}
