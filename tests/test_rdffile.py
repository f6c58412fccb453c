from __future__ import annotations

from pathlib import Path

import pytest

from kg.canonical import canonical, fingerprint
from kg.errors import InputError
from kg.rdffile import CONTEXT, read_rdf

TURTLE = "<http://a.example/s> <http://a.example/p> _:b , 'ä' . _:b <http://a.example/p> _:c ."


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_blank_nodes_have_no_names_of_their_own(tmp_path: Path) -> None:
    one = written(tmp_path, "one.ttl", TURTLE)
    two = written(tmp_path, "two.ttl", TURTLE.replace("_:b", "_:z").replace("_:c", "_:b"))
    assert fingerprint(read_rdf(one)) == fingerprint(read_rdf(two))
    other = written(tmp_path, "three.ttl", TURTLE.replace("'ä'", "'a'"))
    assert fingerprint(read_rdf(one)) != fingerprint(read_rdf(other))


def test_canonical_lines_are_sorted(tmp_path: Path) -> None:
    lines = canonical(read_rdf(written(tmp_path, "one.ttl", TURTLE))).splitlines()
    assert lines == sorted(lines)
    assert b"_:c14n0" in lines[1]


def test_the_shipped_context_is_known_by_name(tmp_path: Path) -> None:
    document = f'{{"@context": ["{CONTEXT}", {{"@base": "http://a.example/"}}], "id": "x", "stance": "denies"}}'
    (quad,) = read_rdf(written(tmp_path, "one.jsonld", document))
    assert quad.subject.value == "http://a.example/x"
    assert quad.object.value.endswith("#denies")


def test_no_other_context_is_fetched(tmp_path: Path) -> None:
    path = written(tmp_path, "one.jsonld", '{"@context": "https://schema.org/", "name": "x"}')
    with pytest.raises(InputError, match="nothing is fetched"):
        list(read_rdf(path))


def test_contexts_deep_inside_are_not_fetched_either(tmp_path: Path) -> None:
    path = written(tmp_path, "one.jsonld", '{"@graph": [{"@context": {"@import": "https://a.example/c"}, "x": 1}]}')
    with pytest.raises(InputError, match="nothing is fetched"):
        list(read_rdf(path))


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.ttl", "<http://a.example/s> <p", "a.ttl: line 1"),
        ("a.txt", "", "no RDF format"),
        ("a.jsonld", "{", "not JSON"),
        ("a", "", "no ending is no RDF format"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        list(read_rdf(written(tmp_path, name, text)))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        list(read_rdf(tmp_path / "a.ttl"))
