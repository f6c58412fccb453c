from __future__ import annotations

from pathlib import Path

from docs.make_ontology import make


def test_the_pages_hold_every_language_and_are_the_same_every_time(tmp_path: Path) -> None:
    page = make(tmp_path / "one").read_text(encoding="utf-8")
    assert "A news article as it was read" in page
    assert "Ein Nachrichtenartikel, wie er eingelesen wurde" in page
    assert page == make(tmp_path / "two").read_text(encoding="utf-8")
