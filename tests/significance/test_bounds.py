"""A paragraph made to be slow is answered; a search that runs away never ends."""

from __future__ import annotations

import pytest

from gazette.significance import assess_unit, default_taxonomy

LENGTH = 8_000


@pytest.mark.parametrize(
    "piece",
    [
        "1", "1 ", ".", "-", "a.", "a+", "@", "a@b.example ", "[", "[a](", "<", "<!-- ", "**", "|",
        "我们可能与合作伙伴共享您的个人信息", "保存期限", "姓名", "the ", "keep ",
        "under the age of 13 ", "use Aa ", "Aa, ", "Aa and ", "Aa’s privacy policy ",
        "1 May 2020: Added ",
    ],
)  # fmt: skip
def test_a_long_paragraph_of_one_piece_is_answered(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    half = len(text) // 2
    edited = f"X {text[:half]} partners {text[half:]} Z"
    assert assess_unit(text, edited, default_taxonomy()).kind


def test_a_line_of_many_links_that_ends_in_a_word_is_answered() -> None:
    assert assess_unit("", "[a](b)*" * 60 + "end", default_taxonomy()).kind


def test_a_long_paragraph_of_two_words_in_another_order_is_answered() -> None:
    old = " ".join("ab"[number * number % 7 % 2] for number in range(1000))
    new = " ".join("ab"[number * number % 11 % 2] for number in range(1000))
    assert assess_unit(old, new, default_taxonomy()).kind
