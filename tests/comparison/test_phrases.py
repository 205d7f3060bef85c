"""Which phrases two texts have in common."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gazette.comparison.phrases import LEAST, common_phrases
from gazette.comparison.sequences import Block

LETTERS = st.lists(st.sampled_from("abcd"), max_size=40)


def found(old: str, new: str) -> list[str]:
    """The stretches of words that two texts are found to have in common."""
    words = old.split()
    blocks = common_phrases(words, new.split())
    return [" ".join(words[block.i : block.i + block.size]) for block in blocks]


@given(LETTERS, LETTERS)
def test_phrases_are_in_both_in_order_and_long_enough(old: list[str], new: list[str]) -> None:
    i = j = 0
    for block in common_phrases(old, new):
        assert block.i >= i
        assert block.j >= j
        assert block.size >= LEAST
        i, j = block.i + block.size, block.j + block.size
        assert old[block.i : i] == new[block.j : j]


@given(LETTERS, st.lists(st.sampled_from("xyz"), max_size=9))
def test_a_text_put_between_other_words_is_found_whole(text: list[str], other: list[str]) -> None:
    rare = [f"{letter}{at}" for at, letter in enumerate(text)]
    blocks = common_phrases(rare, [*other, *rare, *other])
    assert blocks == ([Block(0, len(other), len(rare))] if len(rare) >= LEAST else [])


def test_of_two_that_cross_the_longer_is_chosen() -> None:
    assert found("we keep your name you may object at any time", "you may object at any time") == [
        "you may object at any time"
    ]
    assert found("one two three four five six seven", "four five six seven one two three") == [
        "four five six seven"
    ]


def test_what_a_longer_one_leaves_of_another_is_chosen_too() -> None:
    old = "alpha beta gamma delta we keep your name and address"
    new = "alpha beta gamma we keep your name and address alpha beta gamma delta we"
    assert found(old, new) == ["alpha beta gamma", "we keep your name and address"]


def test_a_formula_that_stands_everywhere_meets_nothing() -> None:
    assert found("we may do so now", "we may do so later " * 20) == []


def test_a_formula_belongs_to_the_rare_words_beside_it() -> None:
    others = "so far as the law allows and " * 20
    text = "minors may not register so far as the law allows"
    assert found(f"{text} it", f"{others} {text} {others}") == [text]
