"""Gold files → the facts that a perfect reading would give, so that what is derived can be tested by itself."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from kg.evaluate.gold import Gold, GoldAgreement, GoldClaim, GoldStatement, read_gold
from kg.evaluate.names import Names, fold
from kg.gazetteer import Gazetteer, load
from kg.lang import language
from kg.lang.items import ItemRow
from kg.model import (
    Actor,
    ActorKind,
    Agreement,
    ArmsTransfer,
    Article,
    ArticleFacts,
    Casualties,
    CasualtyType,
    Claim,
    Deployment,
    Item,
    Modality,
    Mode,
    PartialDate,
    Personnel,
    Place,
    PlaceKind,
    Qualifier,
    Span,
    Stance,
    Statement,
    Topic,
)

QUALIFIERS = {"exact": "exactly", "about": "about", "at_least": "atLeast", "up_to": "upTo"}
TOPICS = {"arms_transfer": "armsTransfer"}
RELAY_CUE = "unter Berufung auf"


class Reader:
    """The facts of one gold file, with every actor and place that they name."""

    def __init__(self, gold: Gold, article: Article, gazetteer: Gazetteer) -> None:
        self.gold, self.article, self.gazetteer = gold, article, gazetteer
        self.names = Names(gazetteer)
        words = gazetteer.words.items()
        self.adjectives = {
            fold(stem): actor for actor, each in words for stem in each.adjectives if gazetteer.actor(actor)
        }
        self.actors: dict[str, Actor] = {}
        self.places: dict[str, Place] = {}

    def facts(self) -> ArticleFacts:
        statements = tuple(self.statement(item) for item in self.gold.statements)
        claims = (*map(self.claim, self.gold.claims), *map(self.agreement, self.gold.agreements))
        return ArticleFacts(
            article=self.article,
            statements=statements,
            claims=claims,
            actors=tuple(actor for _, actor in sorted(self.actors.items())),
            places=tuple(place for _, place in sorted(self.places.items())),
        )

    def span(self, words: str, near: int = 0) -> Span:
        """Where the words stand; the place nearest to `near` where they stand more than once."""
        text = self.article.text
        places = [at for at in range(len(text)) if text.startswith(words, at)]
        start = min(places, key=lambda at: abs(at - near))
        return Span(start, start + len(words))

    def actor(self, name: str) -> str:
        key = self.names.key(name)
        found = self.gazetteer.actor(key)
        if found is None:
            slug = f"x-group-{fold(name).replace(' ', '-')}"
            state = next((actor for stem, actor in self.adjectives.items() if fold(name).startswith(stem)), None)
            found = Actor(id=slug, kind=ActorKind.GROUP, label_en="", label_de=name, registered=False, acts_for=state)
        self.actors[found.id] = found
        return found.id

    def place(self, name: str) -> str:
        key = self.names.key(name)
        found = self.gazetteer.place(key)
        if found is None:
            slug = f"x-place-{fold(name).replace(' ', '-')}"
            found = Place(id=slug, kind=PlaceKind.REGION, label_en=name, label_de=name)
        self.places[found.id] = found
        return found.id

    def statement(self, item: GoldStatement) -> Statement:
        content = self.span(item.content)
        cue = self.span(item.cue, content.start) if item.cue and item.cue in self.article.text else None
        relayed = [s for s in self.gold.statements if s.content == item.content and s.cue == RELAY_CUE]
        return Statement(
            key=item.id,
            speakers=(self.actor(item.speaker),),
            stance=Stance(item.stance),
            mode=Mode(item.mode),
            content=content,
            speaker=self.span(item.speaker_text, content.start),
            cue=cue,
            said_on=date(item.said_on),
            topics=tuple(Topic(TOPICS.get(topic, topic)) for topic in item.topics),
            relays=relayed[0].id if relayed and relayed[0].id != item.id else None,
            rule="gold/statement",
        )

    def claim(self, item: GoldClaim) -> Claim:
        number = item.number
        shared: dict[str, Any] = {
            "key": item.id,
            "claimants": tuple(self.actor(name) for name in item.claimants),
            "statement": item.statement,
            "number": number,
            "qualifier": Qualifier(QUALIFIERS[item.qualifier]) if item.qualifier else None,
            "minimum": number if item.qualifier in {"exact", "at_least"} else None,
            "maximum": number if item.qualifier in {"exact", "up_to"} else None,
            "modality": Modality(item.modality),
            "when": date(item.when),
            "evidence": self.span(item.evidence),
            "rule": "gold/claim",
        }
        actor = {
            name: self.actor(name) for name in (item.sender, item.host, item.supplier, item.recipient, item.of) if name
        }
        if item.kind == "deployment":
            personnel = Personnel(item.personnel) if item.personnel else None
            ends = {"sender": actor.get(item.sender or ""), "host": actor.get(item.host or "")}
            return Deployment(**shared, **ends, places=tuple(map(self.place, item.places)), personnel=personnel)
        if item.kind == "arms_transfer":
            ends = {"supplier": actor.get(item.supplier or ""), "recipient": actor.get(item.recipient or "")}
            return ArmsTransfer(**shared, **ends, items=tuple(map(self.item, item.items)))
        return Casualties(**shared, of=actor.get(item.of or ""), type=CasualtyType(item.type or "losses"))

    def item(self, words: str) -> Item:
        return Item(self.span(words), concept(words))

    def agreement(self, item: GoldAgreement) -> Agreement:
        return Agreement(
            key=item.id,
            claimants=(),
            statement=None,
            modality=Modality.FACT,
            when=date(item.signed),
            evidence=self.span(item.evidence),
            rule="gold/agreement",
            parties=tuple(map(self.actor, item.parties)),
            signatories=tuple(map(self.actor, item.signatories)),
            type=item.type,
            signed=date(item.signed),
            place=self.place(item.place) if item.place else None,
        )


def date(edtf: str | None) -> PartialDate | None:
    return PartialDate(edtf) if edtf else None


def concept(words: str) -> str | None:
    lowered = [word.strip(".,").lower() for word in words.replace("-", " ").split()]
    for row in language("de").table(ItemRow).values():
        ends = tuple(noun.lstrip("-") for noun in row.nouns)
        if any(word.startswith(row.names or ("\0",)) or word.rstrip("n").endswith(ends) for word in lowered):
            return row.key
    return None


def gold_facts(folder: Path, gold: Path, metadata: Path | None = None) -> tuple[ArticleFacts, ...]:
    """The facts of every gold file, in the articles of `folder` (NAME.txt), with dates from a metadata table."""
    gazetteer = load()
    dates = {}
    if metadata is not None:
        with metadata.open(encoding="utf-8", newline="") as file:
            dates = {row["id"]: row for row in csv.DictReader(file)}
    found = []
    for item in read_gold(gold):
        row = dates.get(item.identifier, {})
        found.append(Reader(item, _article(folder / f"{item.identifier}.txt", item, row), gazetteer).facts())
    return tuple(found)


def _article(path: Path, gold: Gold, row: dict[str, str]) -> Article:
    head, body = {}, path.read_text(encoding="utf-8")
    if body.startswith("---\n"):
        _, front, body = body.split("---\n", 2)
        head = dict(line.split(": ", 1) for line in front.strip().splitlines())
    known = {**head, **row}
    return Article(
        id=gold.identifier,
        text=body,
        headline=known.get("headline"),
        publisher=known.get("publisher"),
        published=date(known.get("published") or gold.published),
        updated=date(known.get("updated")),
    )
