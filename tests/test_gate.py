"""The gate itself; `make gate` measures and prints the figures. The gold is the one that the floors were set on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import gate


def test_the_gold_is_what_the_floors_were_set_on() -> None:
    assert gate.floors()["fingerprint"] == gate.fingerprint()


def test_a_figure_under_its_floor_is_told() -> None:
    assert gate.below({"gold": {"joint": 0.7}}, {"gold": {"joint": 0.72}, "real": {"joint": 1}}) == [
        "gold: joint is 0.7, the floor is 0.72"
    ]
    assert gate.below({"gold": {}}, {"gold": {"joint": 0.72}}) == ["gold: joint is gone, the floor is 0.72"]


def test_floors_only_rise() -> None:
    low = {"gold": {"joint": 0.7, "mode": 0.9}}
    assert gate.raised({"gold": {"joint": 0.81, "mode": 0.5}}, low) == {"gold": {"joint": 0.805, "mode": 0.9}}
    assert gate.raised({"gold": {"stance": 0.81, "number": 499}}, {}) == {"gold": {"stance": 0.76, "number": 499}}
    assert low == {"gold": {"joint": 0.7, "mode": 0.9}}


def test_every_gold_file_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = gate.fingerprint()
    monkeypatch.setattr(gate, "ROOT", tmp_path)
    for name in ("gold", "sentences"):
        monkeypatch.setattr(gate, name.upper(), tmp_path / name)
        (tmp_path / name).mkdir()
    empty = gate.fingerprint()
    (tmp_path / "gold" / "new.json").write_text("{}")
    assert len({before, empty, gate.fingerprint()}) == 3
