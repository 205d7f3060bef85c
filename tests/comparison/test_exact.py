"""Which clauses stand unchanged on both sides."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette.comparison.exact import exact_pairs


def pairs(old: str, new: str) -> list[tuple[int, int]]:
    return exact_pairs(old, new)


def test_equal_keys_are_paired_around_a_new_one() -> None:
    assert pairs("abc", "abxc") == [(0, 0), (1, 1), (2, 3)]


def test_a_repeated_key_stays_with_its_neighbours() -> None:
    assert pairs("a.b.", "a.x.b.") == [(0, 0), (1, 1), (2, 4), (3, 5)]


def test_of_two_that_changed_places_the_heavier_stayed() -> None:
    assert exact_pairs(["short", "a longer one"], ["a longer one", "short"]) == [(1, 0)]


@given(st.text("abcd", max_size=20), st.text("abcd", max_size=20))
def test_pairs_are_equal_and_rise(old: str, new: str) -> None:
    found = pairs(old, new)
    assert all(old[i] == new[j] for i, j in found)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in itertools.pairwise(found))


@given(st.text("abcd", max_size=20), st.text("abcd", max_size=5), st.integers(0, 20))
def test_all_of_a_text_is_found_in_one_that_has_more(old: str, more: str, at: int) -> None:
    assert len(pairs(old, old[:at] + more + old[at:])) == len(old)


def longest(old: str, new: str) -> int:
    """The length of the longest common subsequence, by its definition."""
    row = [0] * (len(new) + 1)
    for one in old:
        before = row
        row = [0]
        for at, other in enumerate(new):
            row.append(before[at] + 1 if one == other else max(row[at], before[at + 1]))
    return row[-1]


@pytest.mark.parametrize("seed", range(8))
def test_where_nothing_is_unique_as_many_stay_in_order_as_can(seed: int) -> None:
    chance = random.Random(seed)
    rows = chance.choices("abcdef", k=60)
    revised = list(rows)
    for _ in range(6):
        revised[chance.randrange(60)] = chance.choice("abcdef")
        revised.insert(chance.randrange(60), revised.pop(chance.randrange(60)))
    old, new = "".join(rows), "".join(revised)
    assert len(pairs(old, new)) == longest(old, new)


def test_where_equals_are_many_they_stay_with_their_neighbours() -> None:
    chance = random.Random(1)
    rows = "".join(chance.choices("abcdef", k=600))
    revised = rows[:100] + "x" + rows[100:300] + rows[305:500] + "y" + rows[501:]
    assert len(pairs(rows, revised)) == 600 - 6
