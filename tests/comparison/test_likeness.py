"""How alike two clauses are."""

from __future__ import annotations

import pytest

from gazette.comparison.likeness import Index, likeness, profile


def alike(one: str, other: str) -> float:
    return likeness(profile(one), profile(other))


def test_the_same_words_in_any_case_are_fully_alike() -> None:
    assert alike("We share Data", "data we share") == 1


def test_nothing_in_common_is_not_alike() -> None:
    assert alike("We share data", "You may object") == 0


def test_nothing_at_all_is_not_alike() -> None:
    assert alike("", "...") == 0


def test_long_words_say_more_than_short_ones() -> None:
    assert alike("the use of cookies", "our cookies") > alike("the use of it", "the use of cookies")


def test_the_same_characters_in_another_order_say_little_in_chinese() -> None:
    assert alike("我们收集您的个人信息", "您的个人信息我们收集") > 0.7
    assert alike("我们收集您的个人信息", "人集您息的收们信个我") < 0.2


@pytest.mark.parametrize("text", ["We never sell data to brokers", "我们不会出售您的个人信息"])
def test_an_index_finds_the_likest_of_many(text: str) -> None:
    many = [profile(f"Clause {number} about matter {number * 7}") for number in range(200)]
    many.append(profile(text))
    assert next(iter(Index(many).nearest(profile(text)))) == (200, 1.0)


def test_an_index_looks_at_few() -> None:
    many = [profile("the same words in every clause") for _ in range(200)]
    assert list(Index(many).nearest(many[0])) == []
