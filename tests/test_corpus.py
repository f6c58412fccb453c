"""The benchmark's table of articles becomes records that `read` takes."""

import subprocess
import sys
from pathlib import Path

from kg.model import Article
from kg.read import read

CORPUS = Path(__file__).parent.parent / "benchmarks" / "corpus.py"
WORDS = "Der Minister reiste am Montag nach Riga; dort traf er die Präsidentin."


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, CORPUS, *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")


def test_table_becomes_articles(tmp_path: Path) -> None:
    table = tmp_path / "news.csv"
    table.write_text(f"Ausland;'{WORDS}'\nAusland;\nohne Trennzeichen\nSport;{WORDS} 'Ja'\n", encoding="utf-8")
    done = run(table, tmp_path / "out.jsonl")
    assert (done.returncode, done.stderr) == (0, "2 articles\n")
    found = [article for article in read([tmp_path / "out.jsonl"]) if isinstance(article, Article)]
    assert [(article.id, article.text) for article in found] == [("news-00001", WORDS), ("news-00004", f"{WORDS} 'Ja'")]


def test_limit_and_standard_output(tmp_path: Path) -> None:
    table = tmp_path / "news.csv"
    table.write_text(f"A;{WORDS}\nB;{WORDS}\n", encoding="utf-8")
    done = run(table, "-", "--limit", "1")
    assert done.stdout.count("\n") == 1
    assert WORDS in done.stdout


def test_missing_table_is_named(tmp_path: Path) -> None:
    done = run(tmp_path / "none.csv", "-")
    assert done.returncode == 2
    assert "none.csv: No such file" in done.stderr
