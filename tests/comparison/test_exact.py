"""Which clauses stand unchanged on both sides."""

from __future__ import annotations

import itertools

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
