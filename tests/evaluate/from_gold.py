"""Facts that are exactly what the gold says: what a perfect reader would find, and the start of imperfect ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.evaluate import Gold, Names
from kg.evaluate.gold import GoldAgreement, GoldClaim, GoldStatement
from kg.gazetteer import Gazetteer, load
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

QUALIFIERS = {
    "exact": Qualifier.EXACTLY,
    "about": Qualifier.ABOUT,
    "at_least": Qualifier.AT_LEAST,
    "up_to": Qualifier.UP_TO,
}


@cache
def gazetteer() -> Gazetteer:
    return load()


class Made:
    """The facts of one gold file, and every actor and place that they name."""

    def __init__(self, gold: Gold, text: str) -> None:
        self.text = text
        self.names = Names(gazetteer())
        self.actors: dict[str, Actor] = {}
        self.places: dict[str, Place] = {}
        self.statements = tuple(self.statement(item) for item in gold.statements)
        self.claims = tuple(map(self.claim, gold.claims)) + tuple(map(self.agreement, gold.agreements))
        self.article = Article(
            id=gold.identifier, text=text, published=PartialDate(gold.published) if gold.published else None
        )

    def facts(self) -> ArticleFacts:
        return ArticleFacts(
            article=self.article,
            statements=self.statements,
            claims=self.claims,
            actors=tuple(self.actors.values()),
            places=tuple(self.places.values()),
        )

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def actor(self, name: str | None) -> str | None:
        if name is None:
            return None
        key = self.names.key(name)
        known = gazetteer().actor(key)
        slug = key.replace(" ", "-")
        made = Actor(id=f"x-{slug}", kind=ActorKind.GROUP, label_en=name, label_de=name, registered=False)
        self.actors[(known or made).id] = known or made
        return (known or made).id

    def people(self, names: tuple[str, ...] | list[str]) -> tuple[str, ...]:
        return tuple(id_ for name in names if (id_ := self.actor(name)) is not None)

    def place(self, name: str) -> str:
        key = self.names.key(name)
        made = Place(id=f"x-{key.replace(' ', '-')}", kind=PlaceKind.REGION, label_en=name, label_de=name)
        place = gazetteer().place(key) or made
        self.places[place.id] = place
        return place.id

    def statement(self, item: GoldStatement) -> Statement:
        return Statement(
            key=item.id,
            speakers=self.people((item.speaker,)),
            stance=Stance(item.stance),
            mode=Mode(item.mode),
            content=self.span(item.content),
            speaker=self.span(item.speaker_text),
            cue=None if item.cue is None else self.span(item.cue),
            said_on=None if item.said_on is None else PartialDate(item.said_on),
            topics=tuple(Topic({"arms_transfer": "armsTransfer"}.get(topic, topic)) for topic in item.topics),
            rule="test/gold",
        )

    def claim(self, item: GoldClaim) -> Claim:
        common = {
            "key": item.id,
            "claimants": self.people(tuple(item.claimants)),
            "statement": item.statement,
            "number": item.number,
            "qualifier": QUALIFIERS[item.qualifier] if item.qualifier else None,
            "modality": Modality(item.modality),
            "when": PartialDate(item.when) if item.when else None,
            "evidence": self.span(item.evidence),
            "rule": "test/gold",
        }
        if item.kind == "deployment":
            return Deployment(
                sender=self.actor(item.sender),
                host=self.actor(item.host),
                places=tuple(map(self.place, item.places)),
                personnel=Personnel(item.personnel) if item.personnel else None,
                **common,
            )
        if item.kind == "arms_transfer":
            items = tuple(Item(self.span(words)) for words in item.items)
            ends = {"supplier": self.actor(item.supplier), "recipient": self.actor(item.recipient)}
            return ArmsTransfer(items=items, **ends, **common)
        assert item.type is not None
        return Casualties(of=self.actor(item.of), type=CasualtyType(item.type), **common)

    def agreement(self, item: GoldAgreement) -> Agreement:
        return Agreement(
            key=item.id,
            claimants=(),
            statement=None,
            modality=Modality.FACT,
            evidence=self.span(item.evidence),
            rule="test/gold",
            parties=self.people(tuple(item.parties)),
            signatories=self.people(tuple(item.signatories)),
            type=item.type,
            signed=PartialDate(item.signed) if item.signed else None,
            place=self.place(item.place) if item.place else None,
        )


def made(gold: Gold, folder: Path) -> Made:
    """The facts of a gold file over its article's text in `folder`."""
    return Made(gold, (folder / f"{gold.identifier}.txt").read_text(encoding="utf-8"))
