from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date
from html.parser import HTMLParser

import factory
import pytest

from kg.derive import derive
from kg.derive.known_store import known_store
from kg.describe import describe, describe_registry
from kg.describe.iris import BASE
from kg.dossier import Dossier, dossier
from kg.dossier.html import html
from kg.dossier.markdown import markdown
from kg.dossier.model import Figure, Side
from kg.dossier.plot import plot
from kg.errors import UsageError
from kg.model import Modality, Stance
from kg.store import Store

SENT = "rund 1500 Soldaten aus Nordkorea seien eingetroffen"


def article(identifier: str, published: str, stance: Stance, speaker: str, number: int | None = None):  # type: ignore[no-untyped-def]
    page = factory.article(
        id=identifier,
        published=published,
        headline=f"Über <{identifier}>",
        publisher="Beispielblatt",
        url="https://example.org/a",
    )
    said = factory.statement(page, SENT, speakers=(speaker,), stance=stance, said_on=published)
    modality = Modality.DENIED if stance is Stance.DENIES else Modality.FACT
    claim = factory.deployment(
        page, SENT, claimants=(speaker,), statement="s1", modality=modality, number=number, maximum=number
    )
    pact = factory.agreement(
        page, "schlossen Putin und Kim in Pjöngjang einen Beistandspakt", key="a1", signed="2024-06"
    )
    return describe(factory.facts(page, statements=(said,), claims=(claim, pact)))


@pytest.fixture(scope="module")
def store() -> Store:
    quads = [
        *article("one", "2024-10-18", Stance.ASSERTS, "south-korea", 1500),
        *article("two", "2024-10-22", Stance.DENIES, "russia"),
        *article("three", "2024-10-23", Stance.DECLINES, "kim-jong-un"),
        *article("four", "2025-04-27", Stance.CONFIRMS, "vladimir-putin", 11000),
        *describe_registry([actor for actor in factory.ACTORS if actor.registered], factory.PLACES),
    ]
    return Store.in_memory([*quads, *derive(quads)], base=BASE)


def found(store: Store, question: str) -> str:
    kg = "https://w3id.org/conflict-kg/ontology#"
    (row,) = store.rows(f"PREFIX kg: <{kg}> SELECT DISTINCT ?x {{ {question} }}")
    return row["x"]


@pytest.fixture(scope="module")
def event(store: Store) -> Dossier:
    return dossier(store, found(store, "?x a kg:Deployment ; kg:independentSources ?n"))


def test_voices_stand_in_time_order_with_their_side(event: Dossier) -> None:
    assert [(voice.who, voice.side, voice.when) for voice in event.voices] == [
        ("Südkorea", Side.FOR, "2024-10-18"),
        ("Russland", Side.AGAINST, "2024-10-22"),
        ("Kim Jong-un", Side.OPEN, "2024-10-23"),
        ("Wladimir Putin", Side.FOR, "2025-04-27"),
    ]
    assert all(voice.words == SENT for voice in event.voices)


def test_numbers_sources_and_articles(event: Dossier) -> None:
    assert [(figure.shown, figure.high) for figure in event.figures] == [("1,500", 1500), ("11,000", 11000)]
    assert set(event.sources) == {"Nordkorea", "Russland", "Südkorea"}
    assert [page.identifier for page in event.pages] == ["one", "two", "three", "four"]


def test_contradictions_and_turns(event: Dossier) -> None:
    kinds = [(each.kind, each.one, each.other) for each in event.contradictions]
    assert ("reversal", "Russland", "Wladimir Putin") in kinds
    assert ("denialOfAssertion", "Südkorea", "Russland") in kinds
    (russia,) = [holder for holder in event.positions if holder.name == "Russland"]
    assert russia.steps == (("denies", "2024-10-22", False), ("confirms", "2025-04-27", True))


def test_claim_tells_its_event_and_stands_out(store: Store) -> None:
    claim = found(store, "?x kg:number 1500 ; kg:evidence ?words ; kg:inArticle ?page")
    made = dossier(store, claim)
    assert (made.kind, made.title) == ("claim", SENT)
    assert [voice.chosen for voice in made.voices] == [True, False, False, False]
    assert "← this claim" in markdown(made)
    assert 'class="for chosen"' in html(made)


def test_actor_has_what_was_said_in_its_name(store: Store) -> None:
    made = dossier(store, f"{BASE}actor/russia")
    assert [voice.who for voice in made.voices] == ["Russland", "Wladimir Putin"]
    assert {voice.side for voice in made.voices} == {Side.SAYS}


def test_agreement(store: Store) -> None:
    made = dossier(store, found(store, "?x a kg:Agreement ; kg:independentSources ?n"))
    assert made.kind == "agreement"
    assert ("Signed on", "2024-06") in made.facts
    assert len(made.voices) == 4


def test_as_of_a_day(store: Store) -> None:
    past = known_store(store, date(2024, 10, 22))
    made = dossier(past, found(past, "?x a kg:Deployment ; kg:independentSources ?n"), as_of=date(2024, 10, 22))
    assert [voice.who for voice in made.voices] == ["Südkorea", "Russland"]
    assert "as it could be known on 2024-10-22" in markdown(made)


def test_place_has_no_dossier(store: Store) -> None:
    with pytest.raises(UsageError, match="none of them"):
        dossier(store, f"{BASE}place/kursk")


def test_claim_without_a_derived_graph_is_refused() -> None:
    bare = Store.in_memory(article("one", "2024-10-18", Stance.ASSERTS, "south-korea", 1500), base=BASE)
    with pytest.raises(UsageError, match="kg derive"):
        dossier(bare, found(bare, "?x kg:number 1500"))


class Checker(HTMLParser):
    """Collects what a page would fetch, and whether its tags are closed."""

    VOID = frozenset({"meta", "br", "line", "circle"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.fetched: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.fetched += [value for name in ("src", "srcset", "data") if (value := named.get(name))]
        self.fetched += [tag] * (tag in {"link", "script", "iframe", "object"})
        self.links += [named["href"] or ""] if tag == "a" else []
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag


def test_html_is_one_well_formed_file_that_fetches_nothing(event: Dossier) -> None:
    page = html(event)
    checker = Checker()
    checker.feed(page)
    assert checker.open == []
    assert checker.fetched == []
    assert set(checker.links) == {"https://example.org/a"}
    assert "url(" not in page
    assert '<meta name="viewport"' in page
    assert "@media print" in page


def test_html_escapes_what_articles_say(event: Dossier) -> None:
    page = html(event)
    assert "<one>" not in page
    assert "&lt;one&gt;" in page


def test_link_that_is_no_web_address_is_shown_as_words(event: Dossier) -> None:
    from dataclasses import replace

    voice = event.voices[0]
    evil = replace(voice, page=replace(voice.page, url="javascript:alert(1)"))
    page = html(replace(event, voices=(evil,), pages=(evil.page,)))
    assert "javascript:" not in page


def test_markdown_has_every_part(event: Dossier) -> None:
    page = markdown(event)
    assert re.findall(r"^## (.*)$", page, re.MULTILINE) == [
        "Numbers",
        "Positions",
        "Every voice in time order",
        "Contradictions",
        "Articles",
    ]
    assert "| 2025-04-27 | 11,000 | Wladimir Putin |" in page
    assert r"Über \<one\>" in page


def figure(value: int, low: int | None, high: int | None) -> Figure:
    return Figure(who="A & B", when="2024", shown=f"{value:,}", low=low, high=high, value=value, side=Side.FOR)


def test_plot_is_well_formed_and_inside_its_box() -> None:
    picture = plot(
        [figure(1500, 1500, 1500), figure(12000, None, 12000), figure(40, 40, None), figure(10000, 9000, 11000)]
    )
    root = ET.fromstring(picture)
    width = int(root.attrib["viewBox"].split()[2])
    places = [float(node.attrib[name]) for node in root.iter() for name in ("cx", "x1", "x2") if name in node.attrib]
    assert min(places) >= 0
    assert max(places) <= width
    circles = [float(node.attrib["cx"]) for node in root.iter() if node.tag.endswith("circle")]
    assert sorted(circles) == [circles[2], circles[0], circles[3], circles[1]]


def test_no_numbers_no_plot() -> None:
    assert plot([]) == ""
    assert ET.fromstring(plot([figure(0, 0, 0)])) is not None


def test_voices_of_an_event_that_may_be_the_same_are_told_apart() -> None:
    from kg.model import PartialDate

    page = factory.article(id="later", published="2024-11-20")
    claim = factory.deployment(page, SENT, claimants=("russia",), when=PartialDate("2024-10-10"))
    dated = describe(factory.facts(page, claims=(claim,)))
    quads = [*article("one", "2024-10-18", Stance.ASSERTS, "south-korea", 1500), *dated]
    both = Store.in_memory([*quads, *derive(quads)], base=BASE)
    asked = "?x a kg:Deployment ; kg:independentSources ?n ; kg:when ?when"
    made = dossier(both, found(both, asked))
    assert [(voice.who, voice.unsure) for voice in made.voices] == [("south-korea", True), ("russia", False)]
    assert made.figures == ()
    assert "perhaps about another event" in html(made)
    assert "perhaps about another event" in markdown(made)
