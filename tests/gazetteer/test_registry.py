"""Users' registries: what they add, what they replace, and how their mistakes are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import TableError
from kg.gazetteer import load
from kg.model import ActorKind, PartialDate, PlaceKind

HEADER = "id,wikidata,type,label_en,label_de,aliases_de,aliases_en,country,role_de,role_en,verified_by\n"


def csv_file(folder: Path, *rows: str, header: str = HEADER, name: str = "own.csv") -> Path:
    path = folder / name
    path.write_text(header + "".join(row + "\n" for row in rows), encoding="utf-8")
    return path


def faults(path: Path) -> list[str]:
    with pytest.raises(TableError) as caught:
        load([path])
    return str(caught.value).splitlines()


def test_a_new_state_with_all_its_words(tmp_path: Path) -> None:
    aliases = "Republik Sylvanien|metonym:Sylva|adj:sylvanisch|demonym:Sylvaner"
    path = csv_file(
        tmp_path, f"sylvania,,State,Sylvania,Sylvanien,{aliases},adj:Sylvanian,,,,", "sylva,,City,Sylva,,,,sylvania,,,"
    )
    gazetteer = load([path])
    assert gazetteer.actors["sylvania"].aliases == ("Republik Sylvanien",)
    assert gazetteer.words["sylvania"].adjectives == ("sylvanisch",)
    assert gazetteer.named("Sylva") == ("sylvania", "sylva")
    assert gazetteer.places["sylva"].kind is PlaceKind.CITY
    assert gazetteer.places["sylva"].label_de == "Sylva"
    assert gazetteer.adjectives_en["sylvania"] == "Sylvanian"


def test_own_rows_come_first_and_keep_what_they_leave_open(tmp_path: Path) -> None:
    gazetteer = load(
        [csv_file(tmp_path, "nis,,IntelligenceService,Spy House,Spähhaus,Haus der Späher,,south-korea,,,")]
    )
    assert gazetteer.actors["nis"].label_en == "Spy House"
    assert {"Haus der Späher", "NIS"} <= set(gazetteer.actors["nis"].aliases)
    assert gazetteer.bodies["south-korea", "intelligence"] == "nis"
    assert gazetteer.named("Haus der Späher") == ("nis",)


def test_ordinary_words_stay_cautious(tmp_path: Path) -> None:
    gazetteer = load([csv_file(tmp_path, "die-zeit,,MediaOrganisation,Die Zeit,Die Zeit,Zeit|Zeit Online,,,,,")])
    assert gazetteer.words["die-zeit"].cautious == ("Zeit", "Die Zeit")
    assert "Zeit" not in gazetteer.words["die-zeit"].names


def test_toml_with_offices(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        '[ada-example]\ntype = "Person"\nlabel_en = "Ada Example"\ngender = "f"\ncountry = "usa"\n'
        'offices = ["president-usa 2029-01-20/.."]\n',
        encoding="utf-8",
    )
    gazetteer = load([path])
    holder = gazetteer.holder("president-usa", PartialDate("2029-02-01"))
    assert holder is not None
    assert (holder.id, holder.gender, holder.kind) == ("ada-example", "f", ActorKind.PERSON)


def test_a_later_file_wins(tmp_path: Path) -> None:
    first = csv_file(tmp_path, "club,,Organisation,Club One,,,,,,,", name="a.csv")
    second = csv_file(tmp_path, "club,,Organisation,Club Two,,,,,,,", name="b.csv")
    assert load([first, second]).actors["club"].label_en == "Club Two"


def test_every_mistake_is_told_with_line_and_field(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path,
        "Bad Id,,Person,A,,,,,,,",
        "b,Q0,Person,B,,,,,,,",
        "c,,Wizard,C,,,,,,,",
        "d,,Person,,,,,,,,",
        "e,,Person,E,,,,atlantis,,,",
        "f,,Person,F,,,,,,,",
        "f,,Person,F,,,,,,,",
    )
    told = faults(path)
    assert [line.split(": ")[1:3] for line in told] == [
        ["line 2", "field 'id'"],
        ["line 3", "field 'wikidata'"],
        ["line 4", "field 'type'"],
        ["line 5", "field 'label_en'"],
        ["line 6", "field 'country'"],
        ["line 8", "field 'id'"],
    ]
    assert all(line.startswith(str(path)) for line in told)
    assert "stands already in line 7" in told[-1]


@pytest.mark.parametrize(
    ("header", "row", "message"),
    [
        ("id,type,label_en,shoe_size\n", "a,Person,A,43", "line 1: unknown column 'shoe_size'"),
        ("id,type\n", "a,Person", "line 1: column 'label_en' is missing"),
        ("id,type,label_en\n", "a,Person", "line 2: 3 columns expected"),
        ("id,type,label_en\n", 'a,Person,"A', "not valid CSV"),
    ],
)
def test_a_csv_of_the_wrong_shape(tmp_path: Path, header: str, row: str, message: str) -> None:
    assert message in faults(csv_file(tmp_path, row, header=header))[0]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ('\n[a]\ntype = "Person"\nlabel_en = "A"\ngender = "x"\n', "line 2: field 'gender'"),
        ('[a]\ntype = "Person"\nlabel_en = "A"\nshoe = 43\n', "line 1: field 'shoe'"),
        ('[a]\ntype = "Person"\nlabel_en = 43\n', "line 1: field 'label_en': must be words"),
        ('[a]\ntype = "Person"\nlabel_en = "A"\naliases_de = "B"\n', "field 'aliases_de': must be a list"),
        ('[a]\ntype = "Person"\nlabel_en = "A"\noffices = ["jester 2024/.."]\n', "field 'offices': no office"),
        ('[a]\ntype = "Person"\nlabel_en = "A"\noffices = ["president-usa 2024-13/.."]\n', "field 'offices'"),
        ("a = 1\n", "line 1: field 'a': must be a table"),
        ("a = \n", "not valid TOML"),
    ],
)
def test_a_toml_with_a_mistake(tmp_path: Path, words: str, message: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(words, encoding="utf-8")
    assert message in faults(path)[0]


def test_files_that_are_no_registries(tmp_path: Path) -> None:
    other = tmp_path / "own.yaml"
    other.write_text("a: 1\n", encoding="utf-8")
    binary = tmp_path / "own.csv"
    binary.write_bytes(b"\xff\xfe\x00")
    assert "is a .csv or a .toml file" in faults(other)[0]
    assert "cannot be read" in faults(binary)[0]
    assert "cannot be read" in faults(tmp_path / "none.csv")[0]


def test_mistakes_of_several_files_are_told_at_once(tmp_path: Path) -> None:
    first = csv_file(tmp_path, "a,,Wizard,A,,,,,,,", name="a.csv")
    second = csv_file(tmp_path, "b,,Wizard,B,,,,,,,", name="b.csv")
    with pytest.raises(TableError) as caught:
        load([first, second])
    assert len(str(caught.value).splitlines()) == 2
