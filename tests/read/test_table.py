from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read.table import read_table, tables_beside
from read.texts import write


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_rows_by_id(tmp_path: Path, separator: str) -> None:
    lines = [["id", "published", "publisher", "notes"], ["a", "2024-06-03", "Nordblatt", "x"], ["b", "", "", ""]]
    path = write(tmp_path, "m.csv", "\r\n".join(separator.join(cells) for cells in lines))
    rows, problems = read_table(path)
    assert problems == ()
    assert {key: value.value for key, value in rows["a"].items()} == {
        "id": "a",
        "published": "2024-06-03",
        "publisher": "Nordblatt",
    }
    assert list(rows["b"]) == ["id"]
    assert rows["a"]["published"].where.endswith("m.csv, row 2")


def test_quoted_cells_and_byte_order_mark(tmp_path: Path) -> None:
    path = write(tmp_path, "m.csv", '\ufeffid,headline\na,"Riga, ""die"" Stadt"\n')
    assert read_table(path)[0]["a"]["headline"].value == 'Riga, "die" Stadt'


def test_faulty_rows_are_named(tmp_path: Path) -> None:
    path = write(tmp_path, "m.csv", "id,published\na,2024\n,2024\na,2025\nb,2024,x\n\nc,2024\n")
    rows, problems = read_table(path)
    assert list(rows) == ["a", "c"]
    assert [str(problem).partition("m.csv, ")[2] for problem in problems] == [
        "row 3: has no id: give the article's file name without its ending",
        "row 4: gives 'a' a second time: keep one row",
        "row 5: has 3 cells for 2 columns: put a cell that holds the separator into quotes",
    ]


@pytest.mark.parametrize(
    "words",
    [
        b"",
        b"name,published\na,2024\n",
        b'id,published\n"a,2024\n',
        b"\0\0\0",
        b"id,x\n" + b'"' + b"y" * 200_000 + b'"\n',
    ],
)
def test_what_is_no_table(tmp_path: Path, words: bytes) -> None:
    path = write(tmp_path, "m.csv", words)
    with pytest.raises(InputError, match=r"m\.csv: "):
        read_table(path)


def test_missing_table(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"m\.csv: cannot be read: No such file"):
        read_table(tmp_path / "m.csv")


def test_tables_beside_a_file_nearest_first(tmp_path: Path) -> None:
    write(tmp_path, "metadata.csv", "id,published\na,2020\n")
    write(tmp_path, "sub/metadata.csv", "id,published\na,2021\n")
    known: dict[Path, object] = {}
    tables, problems = tables_beside(tmp_path / "sub" / "a.txt", tmp_path, known)  # type: ignore[arg-type]
    assert [table["a"]["published"].value for table in tables] == ["2021", "2020"]
    assert problems == ()
    tables, _ = tables_beside(tmp_path / "sub" / "a.txt", tmp_path / "sub" / "a.txt", known)  # type: ignore[arg-type]
    assert [table["a"]["published"].value for table in tables] == ["2021"]
