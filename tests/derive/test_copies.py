import random

from derive.worlds import World
from kg.derive.copies import SAME, resemblance, shingles

LETTERS = [f"wort{number}" for number in range(400)]


def text(seed: int, length: int = 200) -> str:
    return " ".join(random.Random(seed).choices(LETTERS, k=length))


def copies(*texts: str, dates: tuple[str, ...] = ()) -> dict[str, str]:
    world = World()
    for number, words in enumerate(texts):
        world.article(str(number), dates[number] if dates else "2024-10-22", text=words)
    found = world.findings().copies
    return {copy.rsplit("/", 1)[-1]: first.rsplit("/", 1)[-1] for copy, first in found.items()}


def test_same_words_in_other_print_are_a_copy() -> None:
    words = text(1)
    assert copies(words, words.upper().replace(" ", ", ")) == {"1": "0"}


def test_a_changed_sentence_and_other_clutter_do_not_hide_a_copy() -> None:
    words = text(1, 300)
    assert copies(f"{text(2, 15)} {words}", f"{words[:1200]} {text(3, 12)} {words[1250:]}") == {"1": "0"}


def test_shortened_copy_is_found_a_quotation_is_not() -> None:
    words = text(1, 300).split()
    assert copies(" ".join(words), " ".join(words[:200])) == {"1": "0"}
    assert copies(" ".join(words), " ".join([*words[:60], *text(2, 240).split()])) == {}


def test_different_articles_and_very_short_ones_are_no_copies() -> None:
    assert copies(text(1), text(2), "kurz und gut", "kurz und gut") == {}


def test_first_by_date_is_the_original() -> None:
    words = text(1)
    assert copies(words, words, dates=("2024-10-23", "2024-10-22")) == {"0": "1"}


def test_resemblance_is_the_share_of_common_runs() -> None:
    one, other = shingles("a b c d e f g h"), shingles("a b c d e f g x")
    assert resemblance(one, one) == 1
    assert resemblance(one, other) == 3 / 4
    assert resemblance(one, shingles("")) == 0
    assert 0.5 < SAME < 1


def test_copies_count_once_as_articles() -> None:
    words = text(1)
    world = World()
    pages = [world.article(str(number), text=words if number < 3 else text(9)) for number in range(4)]
    for number, page in enumerate(pages):
        world.say(f"c{number}", "ost-amt", article=page)
    from kg.derive import describe_findings

    counts = [
        q.object.value for q in describe_findings(world.findings()) if q.predicate.value.endswith("independentArticles")
    ]
    assert counts == ["2"]
