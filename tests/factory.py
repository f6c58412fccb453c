"""Hand-built articles and facts: `article("…")`, then facts whose spans are found by their words.

page = article("Der Minister sagte, die Truppen seien da.")
said = statement(page, "die Truppen seien da", speakers=("x-person-minister",), cue="sagte")
facts(page, statements=(said,))
"""

from __future__ import annotations

from typing import Any

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
    Place,
    PlaceKind,
    Qualifier,
    Span,
    Stance,
    Statement,
    Topic,
)

WORDS = (
    "Der Sprecher des Generalstabs sagte am Montag in Kursk, rund 1500 Soldaten aus Nordkorea seien eingetroffen. "
    "Moskau wies das zurück: „Wir haben keine Kenntnis davon.“ Nach Angaben aus Seoul lieferte Nordkorea zudem "
    "Artilleriemunition an Russland. Mindestens 40 Mann seien gefallen. Im Juni 2024 schlossen Putin und Kim in "
    "Pjöngjang einen Beistandspakt."
)
"""A text of our own with one fact of every kind, for tests that need some words and not particular ones."""


def article(words: str = WORDS, **values: Any) -> Article:
    """An article of these words; `published="2024-10-28"` and `updated` may be EDTF strings."""
    for name in ("published", "updated"):
        if isinstance(values.get(name), str):
            values[name] = PartialDate(values[name])
    return Article(**({"id": "a1", "text": words} | values))


def span(page: Article, words: str, nth: int = 0) -> Span:
    """Where `words` stand in the article; the `nth` time that they do, from 0. Fails where they do not."""
    start = -1
    for _ in range(nth + 1):
        start = page.text.index(words, start + 1)
    return Span(start, start + len(words))


def statement(page: Article, content: str, **values: Any) -> Statement:
    """A statement with this content; `speaker` and `cue` are words of the text, `said_on` may be an EDTF string."""
    for name in ("speaker", "cue"):
        if isinstance(values.get(name), str):
            values[name] = span(page, values[name])
    if isinstance(values.get("said_on"), str):
        values["said_on"] = PartialDate(values["said_on"])
    given: dict[str, Any] = {
        "key": "s1",
        "speakers": ("south-korea",),
        "stance": Stance.ASSERTS,
        "mode": Mode.INDIRECT,
        "content": span(page, content),
        "speaker": None,
        "cue": None,
        "said_on": None,
        "topics": (Topic.DEPLOYMENT,),
        "rule": "saying/sagen",
    }
    return Statement(**(given | values))


def _claim(page: Article, evidence: str, values: dict[str, Any]) -> dict[str, Any]:
    for name in ("when", "signed"):
        if isinstance(values.get(name), str):
            values[name] = PartialDate(values[name])
    return {
        "key": "c1",
        "claimants": (),
        "statement": None,
        "modality": Modality.FACT,
        "evidence": span(page, evidence),
        "rule": "deployment/eintreffen",
    }


def deployment(page: Article, evidence: str, **values: Any) -> Deployment:
    """A deployment from North Korea to Russia with this evidence; `when` may be an EDTF string."""
    return Deployment(**(_claim(page, evidence, values) | {"sender": "north-korea", "host": "russia"} | values))


def arms_transfer(page: Article, evidence: str, **values: Any) -> ArmsTransfer:
    """A transfer from North Korea to Russia; `items` are words of the text or (words, concept)."""
    given = [item if isinstance(item, tuple) else (item, None) for item in values.pop("items", ())]
    items = tuple(Item(span(page, words), concept) for words, concept in given)
    roles = {"supplier": "north-korea", "recipient": "russia", "items": items}
    return ArmsTransfer(**(_claim(page, evidence, values) | roles | values))


def casualties(page: Article, evidence: str, **values: Any) -> Casualties:
    """Killed North Koreans with this evidence."""
    return Casualties(**(_claim(page, evidence, values) | {"of": "north-korea", "type": CasualtyType.KILLED} | values))


def agreement(page: Article, evidence: str, **values: Any) -> Agreement:
    """A pact of North Korea and Russia with this evidence; `signed` may be an EDTF string."""
    roles = {"parties": ("north-korea", "russia"), "type": "mutual defence pact"}
    return Agreement(**(_claim(page, evidence, values) | roles | values))


def actor(actor_id: str, label: str = "", kind: ActorKind = ActorKind.STATE, **values: Any) -> Actor:
    """An actor whose labels are `label`, or made of its id."""
    name = label or actor_id.removeprefix("x-").replace("-", " ").title()
    return Actor(**({"id": actor_id, "kind": kind, "label_en": name, "label_de": name} | values))


def place(place_id: str, kind: PlaceKind = PlaceKind.CITY, **values: Any) -> Place:
    """A place whose labels are made of its id."""
    name = place_id.removeprefix("x-").replace("-", " ").title()
    return Place(**({"id": place_id, "kind": kind, "label_en": name, "label_de": name} | values))


ACTORS = (
    actor("north-korea", "Nordkorea", wikidata="Q423", aliases=("DVRK",)),
    actor("russia", "Russland", wikidata="Q159"),
    actor("south-korea", "Südkorea", wikidata="Q884"),
    actor("kim-jong-un", "Kim Jong-un", ActorKind.PERSON, acts_for="north-korea", role_de="Machthaber"),
    actor("vladimir-putin", "Wladimir Putin", ActorKind.PERSON, acts_for="russia", role_de="Präsident"),
    actor("x-group-sprecher-des-generalstabs", "Sprecher des Generalstabs", ActorKind.GROUP, registered=False),
)
PLACES = (place("kursk", country="russia"), place("pyongyang", country="north-korea"))


def facts(page: Article, *, statements: tuple[Statement, ...] = (), claims: tuple[Claim, ...] = ()) -> ArticleFacts:
    """The facts of an article with the actors and places of this module."""
    return ArticleFacts(article=page, statements=statements, claims=claims, actors=ACTORS, places=PLACES)


def full_facts(**values: Any) -> ArticleFacts:
    """One article (`values` as for `article`) with two statements and one claim of every kind, all well made."""
    page = article(
        **({"published": "2024-10-28", "headline": "Truppen in Kursk", "publisher": "Beispielblatt"} | values)
    )
    sent = "rund 1500 Soldaten aus Nordkorea seien eingetroffen"
    said = statement(
        page,
        sent,
        speakers=("x-group-sprecher-des-generalstabs",),
        speaker="Der Sprecher des Generalstabs",
        cue="sagte",
        said_on="2024-10-28",
    )
    denied = statement(
        page,
        "Wir haben keine Kenntnis davon.",
        key="s2",
        speakers=("russia",),
        speaker="Moskau",
        stance=Stance.DENIES,
        mode=Mode.DIRECT,
        cue="wies",
    )
    return facts(page, statements=(said, denied), claims=_claims(page, sent))


def _claims(page: Article, sent: str) -> tuple[Claim, ...]:
    moved = deployment(
        page,
        sent,
        claimants=("x-group-sprecher-des-generalstabs",),
        statement="s1",
        number=1500,
        qualifier=Qualifier.ABOUT,
        places=("kursk",),
    )
    given = arms_transfer(
        page,
        "lieferte Nordkorea zudem Artilleriemunition an Russland",
        key="c2",
        claimants=("south-korea",),
        items=(("Artilleriemunition", "ammunition"),),
    )
    fallen = casualties(
        page, "Mindestens 40 Mann seien gefallen", key="c3", number=40, minimum=40, qualifier=Qualifier.AT_LEAST
    )
    signed = agreement(
        page,
        "Im Juni 2024 schlossen Putin und Kim in Pjöngjang einen Beistandspakt",
        key="a1",
        signatories=("vladimir-putin", "kim-jong-un"),
        signed="2024-06",
        place="pyongyang",
    )
    return (moved, given, fallen, signed)
