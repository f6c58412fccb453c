"""First names in several spellings: whoever the gazetteer knows by one is found by the others."""

from __future__ import annotations

import pytest

from kg.lang import language
from kg.lang.spellings import Spellings
from tests.lang.rules import Example, examples
from tests.recognise.reading import ids, read


@pytest.mark.parametrize("example", examples(Spellings))
def test_a_spelling_is_in_the_sentence(example: Example) -> None:
    row = language("de").table(Spellings)[example.rule.partition("/")[2]]
    listed = {name for group in row.groups for name in group.split()}
    forms = {token.form for token in read(example.sentence).text.tokens}
    assert bool(listed & forms) is example.expected


def test_no_name_is_in_two_groups() -> None:
    groups = [group.split() for row in language("de").table(Spellings).values() for group in row.groups]
    listed = [name for group in groups for name in group]
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Valentina Matwijenko", "valentina-matviyenko"),
        ("Vladimir Putin", "vladimir-putin"),
        ("Dmitriy Peskow", "dmitry-peskov"),
        ("Sergei Netschajew", "sergey-nechaev"),
        ("Andriy Sybiha", "andrii-sybiha"),
        ("Mohammad Mochber", "mohammad-mokhber"),
    ],
)
def test_another_spelling_means_the_same_person(name: str, person: str) -> None:
    assert person in ids(f"{name} schwieg.")


@pytest.mark.parametrize("name", ["Otto Matwijenko", "Ludmila Putina", "Walerij Peskow"])
def test_another_first_name_means_somebody_else(name: str) -> None:
    assert [found for found in ids(f"{name} schwieg.") if not found.startswith("x-person")] == []
