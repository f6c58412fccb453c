from __future__ import annotations

import pytest
from pyoxigraph import Store

from kg.describe.iris import prefixes
from kg.errors import TableError, UsageError
from kg.queries import NamedQuery, bind, named_queries, named_query, read_query, values_of

TEXT = """# What it answers.
# param who: actor = ""  the speaker, by any name
# param since: date = ""  on this day or later
# param most: integer = 10  so many
# param node: iri  the node
# param words: text = "von hier"  words
SELECT * { ?s ?p $node FILTER($who = "" || ?s = $who) FILTER($since = "" || ?p > $since)
FILTER(?p < $most || ?p = $words) }
"""


@pytest.fixture
def asked() -> NamedQuery:
    return read_query("mine", TEXT)


def bound(asked: NamedQuery, **values: str) -> str:
    given = {"node": "https://example.org/n"} | values
    text = bind(asked, given, find_actor=lambda name: f"https://example.org/{name}", prefixes={"kg": "https://kg#"})
    return text.partition("\nSELECT")[2]


def test_the_header_is_the_help(asked: NamedQuery) -> None:
    assert asked.description == "What it answers."
    assert [(each.name, each.type, each.default) for each in asked.parameters] == [
        ("who", "actor", ""),
        ("since", "date", ""),
        ("most", "integer", "10"),
        ("node", "iri", None),
        ("words", "text", "von hier"),
    ]
    assert asked.parameters[0].help == "the speaker, by any name"


def test_values_become_terms(asked: NamedQuery) -> None:
    text = bound(asked, who="lange", since="2024-10-21", most="3", words='a "b"')
    assert "?s = <https://example.org/lange>" in text
    assert '?p > "2024-10-21"^^<http://www.w3.org/2001/XMLSchema#date>' in text
    assert '?p < 3 || ?p = "a \\"b\\""' in text
    assert "?p <https://example.org/n> FILTER" in text


def test_defaults_stand_where_nothing_is_given(asked: NamedQuery) -> None:
    assert 'FILTER("" = "" || ?s = "")' in bound(asked)
    assert '?p < 10 || ?p = "von hier"' in bound(asked)


def test_a_value_cannot_leave_its_place(asked: NamedQuery) -> None:
    text = bound(asked, words='" } DROP ALL #')
    assert Store().query(f"SELECT {text}") is not None


@pytest.mark.parametrize("value", ["<https://example.org/x>", "https://example.org/x", "kg:x"])
def test_an_iri_is_given_in_three_ways(asked: NamedQuery, value: str) -> None:
    assert "?p <https://" in bound(asked, node=value)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"since": "2024-10"}, "since=2024-10: not a day such as 2024-10-21"),
        ({"most": "viele"}, "most=viele: not a whole number"),
        ({"node": "https://example.org/a> } DROP ALL"}, "not an IRI"),
        ({"node": "foo:x"}, "not an IRI"),
    ],
)
def test_a_value_of_another_type_is_told(asked: NamedQuery, values: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        bound(asked, **values)


def test_a_parameter_that_must_be_given_is_told(asked: NamedQuery) -> None:
    with pytest.raises(UsageError, match="mine needs node: the node"):
        bind(asked, {}, find_actor=str, prefixes={})


def test_bare_values_fill_the_parameters_that_are_left(asked: NamedQuery) -> None:
    assert values_of(asked, ["since=2024-01-01", "Lange", "7"]) == {
        "since": "2024-01-01",
        "who": "Lange",
        "most": "7",
    }


def test_a_bare_value_may_hold_an_equals_sign(asked: NamedQuery) -> None:
    assert values_of(asked, ["A=B und C"]) == {"who": "A=B und C"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * {}", "the first line must be a comment"),
        ("# param x: text  no description before", "the first line must be a comment"),
        ("# What.\n# param x: colour  of it", "the type 'colour' of x is none of text, date"),
        ("# What.\n# param x text", 'not of the form "# param NAME: TYPE'),
    ],
)
def test_a_faulty_file_is_told(text: str, message: str) -> None:
    with pytest.raises(TableError, match=message):
        read_query("mine", text)


def test_an_unknown_name_gets_its_neighbours() -> None:
    with pytest.raises(UsageError, match="no query is called 'agreement'; did you mean agreements"):
        named_query("agreement")


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_every_shipped_query_parses_as_it_stands(name: str) -> None:
    asked = named_query(name)
    Store().query(asked.text, prefixes=prefixes())
    assert asked.description.endswith(".")
    assert all(each.help for each in asked.parameters)


def test_there_are_enough() -> None:
    assert len(named_queries()) >= 12
