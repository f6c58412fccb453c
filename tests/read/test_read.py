import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Article
from kg.read import read
from kg.read.problems import Problem
from read.texts import BODY, DUTCH, read_all, split, write


def test_a_folder_is_read_in_order_with_all_below_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden/x.txt", ".d.txt", "e.pdf", "metadata.csv"):
        write(tmp_path, name, "id\n" if name == "metadata.csv" else BODY)
    articles, problems = read_all(tmp_path)
    assert [article.id for article in articles] == ["a", "b", "c"]
    assert problems == []
    assert articles[0].source == str(tmp_path / "a.md")
    assert [article.id for article in read_all(tmp_path)[0]] == ["a", "b", "c"]


def test_text_stays_as_it_is(tmp_path: Path) -> None:
    words = f"\r\n  {BODY}\r\n\r\n{BODY}\t\n"
    (article,), _ = read_all(write(tmp_path, "a.txt", "\ufeff" + words))
    assert article.text == words


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16", "utf-8-sig"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    (article,), problems = read_all(write(tmp_path, "a.txt", BODY.encode(encoding)))
    assert (article.text, problems) == (BODY, [])


def test_all_formats(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", BODY)
    write(tmp_path, "b.md", f"---\nid: front\n---\n{BODY}")
    write(tmp_path, "c.HTML", f"<html><body><article><p>{BODY}</p><p>{BODY}</p></article></body></html>")
    write(tmp_path, "d.jsonl", json.dumps({"id": "line", "text": BODY}))
    articles, problems = read_all(tmp_path)
    assert [article.id for article in articles] == ["a", "front", "c", "line"]
    assert problems == []


def test_metadata_by_precedence(tmp_path: Path) -> None:
    front = "---\npublished: 2021\nupdated: 2021-02\npublisher: Front\nheadline: Front\n---\n"
    write(tmp_path, "in/a.txt", f"{front}{BODY}\nVeröffentlicht am 3. Mai 2023")
    write(tmp_path, "in/metadata.csv", "id,published,publisher\na,2022,Beside\n")
    table = write(tmp_path, "m.csv", "id,published,publisher\na,2023,\n")
    (article,), _ = read_all(tmp_path / "in", metadata=table)
    assert article.published is not None
    assert article.updated is not None
    assert (article.published.edtf, article.updated.edtf) == ("2023", "2021-02")
    assert (article.publisher, article.headline) == ("Beside", "Front")


def test_date_in_the_text_is_last(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", f"{BODY}\nVeröffentlicht am 3. Mai 2023")
    (article,), _ = read_all(path)
    assert article.published is not None
    assert article.published.edtf == "2023-05-03"


def test_a_bad_date_is_named_and_the_article_kept(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", BODY)
    write(tmp_path, "metadata.csv", "id,published,updated\na,28.10.2024,2024-10-29\n")
    found = list(read([tmp_path]))
    problem, article = found
    assert isinstance(problem, Problem)
    assert isinstance(article, Article)
    assert problem.article == "a"
    assert str(problem).startswith(
        f"{tmp_path / 'metadata.csv'}, row 2: published of 'a' is left out: '28.10.2024' is not"
    )
    assert article.published is None
    assert article.updated is not None


def test_a_bad_address_is_named(tmp_path: Path) -> None:
    (article,), (problem,) = read_all(write(tmp_path, "a.txt", f"---\nurl: www.nordblatt example\n---\n{BODY}"))
    assert article.url is None
    assert "front matter: url of 'a' is left out" in problem


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (b"", "holds no text"),
        (b" \n\t\n", "holds no text"),
        (b"---\nid: x\n---\n\n", "holds no text"),
        (b"\x00\x01\x02\x00" * 9, "is binary"),
        (b"%PDF-1.4", "is a PDF"),
        (DUTCH.encode(), "is in the language 'nl', only 'de' is read"),
    ],
)
def test_a_bad_file_is_one_line_and_the_others_go_on(tmp_path: Path, words: bytes, message: str) -> None:
    bad = write(tmp_path, "b.txt", words)
    write(tmp_path, "a.txt", BODY)
    write(tmp_path, "c.txt", BODY)
    articles, problems = read_all(tmp_path)
    assert [article.id for article in articles] == ["a", "c"]
    assert len(problems) == 1
    assert problems[0].startswith(f"{bad}: {message}")


def test_paths_that_hold_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path, "a.pdf", b"x")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    _, problems = read_all(tmp_path / "empty", tmp_path / "a.pdf", tmp_path / "no.txt", "a\0b", os.devnull)
    assert [problem.split(": ", 1)[1][:24] for problem in problems] == [
        "holds no article: put fi",
        "has an ending that is no",
        "no such file or folder: ",
        problems[3].split(": ", 1)[1][:24],
        "is neither file nor fold",
    ]
    assert read_all(tmp_path / "loop.txt")[0] == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", BODY)
    path.chmod(0)
    assert read_all(path) == ([], [f"{path}: cannot be read: Permission denied"])


def test_ids_are_taken_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", BODY)
    write(tmp_path, "sub/a.txt", BODY)
    articles, (problem,) = read_all(tmp_path)
    assert [article.source for article in articles] == [str(tmp_path / "a.txt")]
    assert f"has the id 'a', which {tmp_path / 'a.txt'} has already" in problem


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", BODY)
    articles, problems = read_all(tmp_path, path, path)
    assert (len(articles), problems) == (1, [])


def test_large_files(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as stream:
        stream.truncate(100_000_000)
    lines = tmp_path / "lines.jsonl"
    with lines.open("w", encoding="utf-8") as stream_of_lines:
        stream_of_lines.write(json.dumps({"id": "long", "text": "x" * 11_000_000}) + "\n")
        stream_of_lines.write(json.dumps({"id": "short", "text": BODY}) + "\n")
    articles, problems = read_all(big, lines)
    assert [article.id for article in articles] == ["short"]
    too_large, too_long = problems
    assert too_large.startswith(f"{big}: has 100.0 MB, too much for one article (at most 10 MB): split it")
    assert too_long == f"{lines}, line 1: has more than 10 million characters: give one article a line"


def test_broken_lines_are_named_by_number(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", json.dumps({"text": BODY}) + '\n{"text": \n' + json.dumps({"text": BODY}))
    articles, problems = read_all(path)
    assert [article.id for article in articles] == ["a-1", "a-3"]
    assert problems == [f"{path}, line 2: is not valid JSON in column 10 (Expecting value): correct the line"]


def test_halves_of_characters_are_refused(tmp_path: Path) -> None:
    path = write(
        tmp_path, "a.jsonl", '{"text": "Der Minister \\ud800 reiste."}\n{"text": "Der \\u0000 Minister reiste."}'
    )
    articles, problems = read_all(path)
    assert (articles, len(problems)) == ([], 2)


def test_metadata_table_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        list(read([], metadata=tmp_path / "none.csv"))


def test_rows_that_name_no_article_are_told(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", BODY)
    table = write(tmp_path, "m.csv", "id,published\na,2024\na.txt,2024\n")
    article, problem = read([path], metadata=table)
    assert isinstance(article, Article)
    assert isinstance(problem, Problem)
    assert problem.article == ""
    assert str(problem) == f"{table}: 1 of 2 rows name no article that was read ('a.txt'): check their ids"
    assert len(list(read([path], metadata=write(tmp_path, "m.csv", "id\na\n")))) == 1


def test_a_broken_table_beside_is_named_once(tmp_path: Path) -> None:
    write(tmp_path, "metadata.csv", "name\nx\n")
    write(tmp_path, "a.txt", BODY)
    write(tmp_path, "b.txt", BODY)
    articles, problems = read_all(tmp_path)
    assert len(articles) == 2
    assert len(problems) == 1
    assert problems[0].startswith(f"{tmp_path / 'metadata.csv'}: has no column id")


@pytest.mark.parametrize(
    ("piped", "name"),
    [
        (BODY.encode("latin-1"), "stdin"),
        (f"---\nid: x\n---\n{BODY}".encode(), "x"),
        (json.dumps({"id": "line", "text": BODY}).encode(), "line"),
        (b"\xef\xbb\xbf" + json.dumps({"text": BODY}).encode(), "stdin-1"),
        (f"<!DOCTYPE html>\n<html><body><p>{BODY}</p><p>{BODY}</p></body></html>".encode(), "stdin"),
    ],
)
def test_standard_input(piped: bytes, name: str) -> None:
    (article,), problems = split(read(["-"], stdin=io.BytesIO(piped)))
    assert article.id == name
    assert BODY in article.text
    assert problems == []


@pytest.mark.parametrize("piped", [b"", b"\0\0", b"{}", b"x" * 10_000_001])
def test_bad_standard_input(piped: bytes) -> None:
    articles, (problem,) = split(read(["-"], stdin=io.BytesIO(piped)))
    assert articles == []
    assert problem.startswith("standard input")


def test_one_article_at_a_time(tmp_path: Path) -> None:
    first = write(tmp_path, "a.txt", BODY)
    second = write(tmp_path, "b.txt", BODY)
    found = read([first, second])
    assert isinstance(next(found), Article)
    second.write_text(f"{BODY} Danach.", encoding="utf-8")
    later = next(found)
    assert isinstance(later, Article)
    assert later.text.endswith("Danach.")


@given(data=st.binary() | st.text().map(str.encode), ending=st.sampled_from([".txt", ".md", ".html", ".jsonl"]))
@settings(max_examples=60, deadline=None)
def test_any_bytes_give_articles_or_problems(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str
) -> None:
    path = write(tmp_path_factory.mktemp("any"), f"a{ending}", data)
    for found in read([path]):
        if isinstance(found, Problem):
            assert "\n" not in str(found)
        else:
            found.text.encode("utf-8")
            assert found.text.strip()
