"""The questions that an analyst asks, each answered by a named query; the answers were found by reading.

The first graph is made of the seed articles of this repository and their gold, the second of five real articles that
are not part of it; where they do not lie beside the repository, their tests are skipped.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from gold_facts import gold_facts

from kg.derive import derive
from kg.describe import describe, describe_ontology, describe_registry, describe_text
from kg.describe.iris import BASE, prefixes
from kg.gazetteer import load
from kg.queries import bind, named_query, values_of
from kg.queries.actors import actor_named
from kg.store import Store

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
REAL = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the five real articles are not here")
NAMES = {"0": "000_1e922aab2e845b19", "1": "001_5ab142abc300f271", "2": "002_344335e8705db148"}
NAMES |= {"3": "003_3555e7fa11d38e9b", "4": "004_31daf8f9abd0384c"}


@cache
def store(which: str) -> Store:
    """The graph of the own seeds or of the real articles, as a perfect reading would give it."""
    if which == "real":
        facts = gold_facts(SHARED / "seeds", SHARED / "gold", SHARED / "seeds" / "metadata.csv")
    else:
        facts = gold_facts(ROOT / "seeds", ROOT / "tests" / "gold" / "seeds")
    known = load()
    quads = [quad for each in facts for quad in (*describe(each), *describe_text(each.article))]
    quads += describe_registry(known.actors.values(), known.places.values(), known.offices)
    quads += describe_ontology()
    return Store.in_memory([*quads, *derive(quads)], base=BASE)


def ask(which: str, name: str, *arguments: str) -> list[dict[str, str]]:
    """The rows of a named query, every row with its article, the articles of the real corpus by their number."""
    known, asked = prefixes(BASE), named_query(name)

    def find_actor(words: str) -> str:
        return actor_named(words, lambda text: store(which).rows(text, prefixes=known), prefixes=known)

    text = bind(asked, values_of(asked, arguments), find_actor=find_actor, prefixes=known)
    return list(store(which).rows(text, prefixes=known))


def table(which: str, columns: str, name: str, *arguments: str) -> set[tuple[str, ...]]:
    """The answer as a set of rows with these columns; an article is its number or its identifier."""
    numbers = {identifier: number for number, identifier in NAMES.items()}
    rows = ask(which, name, *arguments)
    return {tuple(numbers.get(row[column], row[column]) for column in columns.split()) for row in rows}


def has(rows: list[dict[str, str]], **wanted: str) -> bool:
    """Whether a row has all these values as parts of its own."""
    return any(all(value in row[column] for column, value in wanted.items()) for row in rows)


# The own seeds


def test_q1_who_confirmed() -> None:
    assert table("own", "who said article", "who-confirmed") == {
        ("Lloyd Austin", "2024-10-23", "seoul-beweise"),
        ("Farah Dakhlallah", "open", "seoul-beweise"),
        ("United States Department of Defense", "2024-10-28", "zehntausend-mann"),
        ("Vladimir Putin", "open", "zehntausend-mann"),
        ("Valery Gerasimov", "2025-04-26", "einsatz-bestaetigt"),
        ("North Korea", "2025-04-28", "einsatz-bestaetigt"),
    }


def test_q2_who_denied() -> None:
    assert table("own", "who article", "who-denied") == {
        ("Russia", "seoul-beweise"),
        ("Kremlin", "washington-besorgt"),
        ("Russia", "washington-besorgt"),
        ("North Korea", "washington-besorgt"),
        ("Kremlin", "zehntausend-mann"),
    }


def test_q3_who_declined() -> None:
    assert {"Vedant Patel", "Dmitry Peskov", "NATO", "North Korea", "Russia"} <= {
        who for (who,) in table("own", "who", "who-declined")
    }


def test_q4_numbers_develop() -> None:
    rows = ask("own", "number-development", "Nordkorea", "Russland")
    assert [(row["number"], row["source"]) for row in rows if row["source"] == "National Intelligence Service"] == [
        ("1500", "National Intelligence Service"),
        ("1500", "National Intelligence Service"),
        ("1500", "National Intelligence Service"),
        ("up to 12000", "National Intelligence Service"),
        ("about 12000", "National Intelligence Service"),
        ("3000", "National Intelligence Service"),
        ("about 11000", "National Intelligence Service"),
    ]
    assert has(rows, number="about 10000", source="Department of Defense", said="2024-10-28")


def test_q8_one_agreement_in_every_article() -> None:
    rows = ask("own", "agreement-accounts", "north korea", "russia")
    assert {row["article"] for row in rows} == {path.stem for path in (ROOT / "seeds").glob("*.txt")}
    assert len({row["event"] for row in rows}) == 1
    assert {row["signed"] for row in rows} == {"2024-06"}


def test_q12_chain_behind_the_engineers() -> None:
    (row,) = ask("own", "what-stands-behind", "engineers")
    assert row["chain"] == "Bodensee-Presse ← TV Chosun ← Regierungskreise"
    assert (row["confirmed"], row["sources"]) == ("nobody", "1")


def test_q22_mission_of_july() -> None:
    rows = ask("own", "mission-details")
    assert table("own", "happened number who said", "mission-details") == {
        ("2024-07-08", "open", "Korean Central News Agency", "2024-07-09")
    }
    assert has(rows, added="Kim Kum-chol")


def test_answers_name_words_and_article() -> None:
    for name in ("who-confirmed", "who-denied", "number-development", "deliveries", "reported-losses"):
        rows = ask("own", name)
        assert rows, name
        assert all(row["words"] and row["article"] for row in rows), name


# The five real articles


@REAL
def test_real_q1_confirmations() -> None:
    assert table("real", "who said article", "who-confirmed") == {
        ("United States", "2024-10-23", "1"),
        ("NATO", "open", "1"),
        ("Farah Dakhlallah", "open", "1"),
        ("NATO allies", "open", "1"),
        ("United States", "open", "3"),
        ("Vladimir Putin", "open", "3"),
        ("North Korea", "open", "2"),
        ("russische Militärführung", "open", "2"),
    }


@REAL
def test_real_q2_denials() -> None:
    assert table("real", "who said article", "who-denied") == {
        ("Kremlin", "open", "0"),
        ("Russia", "open", "0"),
        ("North Korea", "open", "0"),
        ("Russia", "open", "1"),
        ("Kremlin", "open", "3"),
    }


@REAL
def test_real_q3_neither_nor() -> None:
    assert table("real", "who said article", "who-declined") == {
        ("Vedant Patel", "2024-10-21", "0"),
        ("Lloyd Austin", "2024-10-23", "1"),
        ("United States Department of Defense", "open", "1"),
        ("NATO", "open", "1"),
        ("North Korea", "open", "2"),
        ("Russia", "open", "2"),
        ("Korean Central News Agency", "2024-07-09", "4"),
        ("Dmitry Peskov", "open", "4"),
    }


@REAL
def test_real_q4_numbers() -> None:
    rows = ask("real", "number-development", "Nordkorea")
    assert [(row["number"], row["source"], row["article"][:3]) for row in rows] == [
        ("1500", "National Intelligence Service", "000"),
        ("1500", "National Intelligence Service", "001"),
        ("1500", "National Intelligence Service", "003"),
        ("about 12000", "National Intelligence Service", "000"),
        ("up to 12000", "National Intelligence Service", "001"),
        ("about 10000", "United States", "003"),
        ("3000", "ZDF", "002"),
        ("about 11000", "National Intelligence Service", "002"),
    ]


@REAL
def test_real_q5_what_rests_on_the_service_and_what_it_rests_on() -> None:
    alone = table("real", "number article", "only-source", "NIS", "Deployment")
    assert {("1500", "0"), ("1500", "1"), ("12000", "0"), ("12000", "1"), ("11000", "2"), ("1500", "3")} <= alone
    (row,) = ask("real", "with-words", "Satellitenbilder sowie", "NIS")
    assert "Gesichtserkennung" in row["words"]


@REAL
def test_real_q6_single_sources() -> None:
    sources = table("real", "source article", "single-source-events")
    assert {
        ("Geheimdienstkreise", "4"),
        ("Kyrylo Budanov", "1"),
        ("Korean Central News Agency", "4"),
        ("westliche Experten", "4"),
        ("südkoreanische Militärquellen", "2"),
        ("Institute for the Study of War", "0"),
    } <= sources
    assert not any(source == "United States" for source, _ in sources)


@REAL
def test_real_q7_contradictions() -> None:
    found = {frozenset(row) for row in table("real", "one other", "contradictions", "sure=yes")}
    assert {
        frozenset({"Kremlin", "Institute for the Study of War"}),
        frozenset({"North Korea, Russia", "National Intelligence Service, US intelligence"}),
        frozenset({"Russia", "United States"}),
        frozenset({"Russia", "NATO"}),
        frozenset({"südkoreanische Militärquellen", "the article itself"}),
    } <= found
    assert ("russische Militärführung",) in table("real", "other", "contradictions", "reversal")


@REAL
def test_real_q8_agreement() -> None:
    assert table("real", "called signatories signed place article", "agreement-accounts", "Nordkorea", "Russland") == {
        ("comprehensive strategic partnership", "Kim Jong-un, Vladimir Putin", "2024-06", "Pyongyang", "0"),
        ("strategic cooperation", "Vladimir Putin", "2024-06", "Pyongyang", "1"),
        ("agreement with Russia under which the deployments were ordered", "open", "open", "open", "2"),
        ("mutual defence pact", "open", "2024-06", "open", "3"),
        ("military pact", "Kim Jong-un, Vladimir Putin", "2024-06", "Pyongyang", "4"),
    }
    assert len(table("real", "event", "agreement-accounts", "Nordkorea", "Russland")) == 1


@REAL
def test_real_q9_deliveries_to_russia() -> None:
    rows = ask("real", "deliveries", "Nordkorea", "Russland")
    assert {row["article"][:3] for row in rows} == {"000", "001", "002", "004"}
    assert has(rows, who="National Intelligence Service, US intelligence", goods="Munition")
    assert has(rows, who="North Korea, Russia", modality="denied", goods="Raketen")
    assert has(rows, who="the article itself", goods="Hwasong-11", modality="fact")


@REAL
def test_real_q10_missiles_and_wrecks() -> None:
    assert has(ask("real", "deliveries", "item=missiles"), number="50", modality="alleged", article="001")
    assert table("real", "article", "in-the-texts", "Wracks|Teile nordkoreanischer") == {("1",), ("4",)}


@REAL
def test_real_q11_in_return() -> None:
    assert table("real", "modality who article", "deliveries", "Russland", "Nordkorea") == {
        ("possible", "the article itself", "1"),
        ("fact", "westliche Experten", "4"),
        ("alleged", "westliche Experten", "4"),
    }


@REAL
def test_real_q12_engineers() -> None:
    (row,) = ask("real", "what-stands-behind", "engineers")
    assert row["chain"].endswith("südkoreanischer Fernsehsender ← Geheimdienstkreise")
    assert (row["source"], row["confirmed"], row["modality"]) == ("Geheimdienstkreise", "nobody", "planned")


@REAL
def test_real_q13_peskov() -> None:
    rows = ask("real", "voice-of", "Peskow")
    assert {(row["stance"], row["article"][:3]) for row in rows} == {
        ("declines", "004"),
        ("announces", "004"),
        ("asserts", "001"),
    }
    assert has(rows, stance="declines", answers="Kim Kum-chol") or has(rows, stance="declines", answers="Delegation")


@REAL
def test_real_q14_by_21_october() -> None:
    rows = ask("real", "said-until", "2024-10-21", "deployment")
    assert {(row["who"], row["said"]) for row in rows} == {
        ("National Intelligence Service", "2024-10-18"),
        ("Robert A. Wood", "2024-10-21"),
        ("Mark Rutte", "2024-10-21"),
        ("Vedant Patel", "2024-10-21"),
        ("Korean Central News Agency", "2024-07-09"),
    }


@REAL
def test_real_q15_united_states() -> None:
    rows = ask("real", "position-of", "USA")
    soldiers = [row for row in rows if row["event"] == "Deployment: North Korea → Russia, troops"]
    assert [(row["who"], row["stance"], row["turn"]) for row in soldiers] == [
        ("Vedant Patel", "declines", ""),
        ("United States", "confirms", "after declines"),
        ("United States", "confirms", ""),
    ]
    october = table("real", "who said stance", "voice-of", "USA", "2024-10-01", "2024-10-31")
    assert ("Robert A. Wood", "2024-10-21", "warns") in october


@REAL
def test_real_q16_rutte_and_nato() -> None:
    assert table("real", "who stance article", "voice-of", "NATO") == {
        ("Mark Rutte", "warns", "0"),
        ("NATO", "confirms", "1"),
        ("NATO", "declines", "1"),
        ("Farah Dakhlallah", "confirms", "1"),
        ("Mark Rutte", "warns", "3"),
    }


@REAL
def test_real_q17_kursk() -> None:
    assert table("real", "who modality article", "placed-at", "Kursk") == {
        ("Kyrylo Budanov", "planned", "1"),
        ("russische Kriegsblogs", "possible", "1"),
        ("Ukrainian intelligence", "fact", "3"),
        ("United States Department of Defense", "planned", "3"),
        ("National Intelligence Service", "fact", "2"),
        ("the article itself", "alleged", "2"),
    }


@REAL
def test_real_q18_first_soldiers() -> None:
    (row,) = ask("real", "expected-when", "Nordkorea")
    assert (row["expected"], row["who"], row["said"]) == ("2024-10-24", "Kyrylo Budanov", "2024-10-23")
    assert "keine Beweise" in row["then"]


@REAL
def test_real_q19_losses() -> None:
    rows = table("real", "whose type number who article", "reported-losses")
    assert {
        ("North Korea", "losses", "about 4000", "südkoreanische Militärquellen", "2"),
        ("North Korea", "wounded", "exactly 4000", "the article itself", "2"),
        ("North Korea", "losses", "open", "südkoreanischer Verteidigungsminister", "3"),
        ("Ukraine", "wounded", "exactly 190", "the article itself", "4"),
    } <= rows


@REAL
def test_real_q20_who_ordered() -> None:
    rows = ask("real", "with-words", "Befehl|angeordnet")
    assert has(rows, what="statement", who="Münchner Merkur", words="Kim Jong Un")
    assert has(rows, what="claim", who="the article itself", article="002")


@REAL
def test_real_q21_south_korea_and_arms() -> None:
    rows = ask("real", "deliveries", "Südkorea")
    assert has(rows, to="Ukraine", goods="nicht letalen", modality="fact", article="001")
    assert has(rows, to="Ukraine", goods="Waffen", modality="possible", who="South Korea", article="004")
    assert has(rows, to="United States", goods="Artilleriemunition", modality="fact")


@REAL
def test_real_q22_delegation() -> None:
    rows = ask("real", "mission-details")
    assert {(row["happened"], row["number"], row["who"], row["said"]) for row in rows} == {
        ("2024-07-08", "open", "Korean Central News Agency", "2024-07-09")
    }
    assert has(rows, added="Kim Kum-chol")


@REAL
def test_real_q23_media() -> None:
    media = {medium for (medium,) in table("real", "medium", "media-as-sources")}
    assert media == {"Deutschlandfunk", "Die Zeit", "Korean Central News Agency", "Münchner Merkur", "ZDF"}


@REAL
def test_real_q24_disguise() -> None:
    rows = ask("real", "with-words", "gefälscht|Uniform|getarnt")
    assert {row["who"] for row in rows} == {"National Intelligence Service"}
    assert {row["article"][:3] for row in rows} == {"000", "001"}


@REAL
def test_real_q25_described_but_not_named() -> None:
    assert {
        "Analysten",
        "Geheimdienstkreise",
        "Sprecher des südkoreanischen Präsidialamtes",
        "russische Kriegsblogs",
        "südkoreanische Militärquellen",
        "südkoreanischer Fernsehsender",
        "südkoreanischer Verteidigungsminister",
        "westliche Experten",
    } <= {source for (source,) in table("real", "source", "unnamed-sources")}
