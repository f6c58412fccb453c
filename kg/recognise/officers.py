"""A noun that names both a body and one of its people: "das US-Militär", "ein ranghoher US-Militär"."""

from __future__ import annotations

from kg.recognise.scan import Scan

__all__ = ["is_person"]


def is_person(scan: Scan, head: int) -> bool:
    """Whether "Militär" means a man, by the word before it: "ein ranghoher Militär"; not "das Militär"."""
    if head == 0 or not scan.tokens[head].form.lower().endswith(scan.joints["body or man"]):
        return False
    before = scan.tokens[head - 1]
    attribute = before.tag in {"ADJA", "ADJD"} and before.form[0].islower()
    return scan.joined(head - 1, "masculine") or (attribute and before.form.endswith("er"))
