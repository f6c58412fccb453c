"""Family names that several people bear: whom the post before the name, or who was named last, makes of them."""

from __future__ import annotations

import pytest

from tests.recognise.reading import actors


@pytest.mark.parametrize(
    ("words", "mention", "actor"),
    [
        ("Machthaber Kim ließ warten.", "Machthaber Kim", "kim-jong-un"),
        ("Parteichef Kim ließ warten.", "Parteichef Kim", "kim-jong-un"),
        ("Gestern ließ Kim sie warten.", "Kim", "kim-jong-un"),
        ("Südkoreas Verteidigungsminister Kim kam.", "Südkoreas Verteidigungsminister Kim", "kim-yong-hyun"),
        ("Die Abgeordnete Kim kam.", "Abgeordnete Kim", "x-person-kim"),
        ("Professor Kim kam zu spät.", "Professor Kim", "x-person-kim"),
        ("Pfarrer Paul Kim Ju Hoon kam.", "Pfarrer Paul Kim Ju Hoon", "x-person-paul-kim-ju-hoon"),
        ("Pfarrer Kim Ju Young kam.", "Pfarrer Kim Ju Young", "x-person-kim-ju-young"),
    ],
)
def test_by_the_post_before_the_name(words: str, mention: str, actor: str) -> None:
    assert (mention, actor) in actors(words)


@pytest.mark.parametrize(
    ("words", "mention", "actor"),
    [
        ("Minister Kim Yong Hyun kam. Dann ging Kim.", "Kim", "kim-yong-hyun"),
        (
            "Kim Jong Un fehlte. Minister Kim Yong Hyun kam. Alle warteten. Es regnete. Dann rief Kim an.",
            "Kim",
            "kim-jong-un",
        ),
        ("Minister Kim Yong Hyun kam. Kim Jong Un fehlte. Minister Kim ging.", "Minister Kim", "kim-yong-hyun"),
        (
            "Professor Lee Da Hun kam. Später kam Lee Jae Myung. Professor Lee blieb.",
            "Professor Lee",
            "x-person-lee-da-hun",
        ),
        ("Die Abgeordnete Kim kam. Dann fehlte Kims Brille.", "Kims", "x-person-kim"),
    ],
)
def test_by_who_was_named_last(words: str, mention: str, actor: str) -> None:
    assert (mention, actor) in actors(words)
