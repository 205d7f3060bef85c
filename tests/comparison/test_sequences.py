"""What two sequences have in common."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from gazette.comparison.sequences import Budget, common_blocks, equal_shifts, heaviest_run

LETTERS = st.lists(st.sampled_from("abcdef"), max_size=40)
PAIRS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 9)), max_size=9
).map(sorted)


def weight_of_best(triples: list[tuple[int, int, int]]) -> int:
    """By trying every subset."""
    return max(
        sum(weight for _, _, weight in chosen)
        for size in range(len(triples) + 1)
        for chosen in combinations(triples, size)
        if all(a[0] < b[0] and a[1] < b[1] for a, b in combinations(chosen, 2))
    )


@given(PAIRS)
def test_no_rising_run_is_heavier(triples: list[tuple[int, int, int]]) -> None:
    pairs = [(i, j) for i, j, _ in triples]
    weights = [float(weight) for _, _, weight in triples]
    chosen = heaviest_run(pairs, weights)
    run = [pairs[k] for k in chosen]
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in combinations(run, 2))
    assert sum(weights[k] for k in chosen) == weight_of_best(triples)


@given(LETTERS, LETTERS, st.sampled_from([0, 3, 30, 10**6]))
def test_blocks_are_common_and_in_order_within_any_budget(
    old: list[str], new: list[str], left: int
) -> None:
    i = j = 0
    for block in common_blocks(old, new, Budget(left)):
        assert block.i >= i
        assert block.j >= j
        i, j = block.i + block.size, block.j + block.size
        assert old[block.i : i] == new[block.j : j]


@given(LETTERS)
def test_a_sequence_has_all_in_common_with_itself(letters: list[str]) -> None:
    assert sum(block.size for block in common_blocks(letters, letters, Budget(0))) == len(letters)


def test_over_the_budget_elements_that_are_unique_still_meet() -> None:
    old = [*"aaaa", "x", *"aaaa", "y", *"bbbb"]
    new = [*"bbbb", "x", *"cccc", "y", *"dddd"]
    budget = Budget(1)
    assert sum(block.size for block in common_blocks(old, new, budget)) == 2


def test_over_the_budget_without_unique_elements_it_says_so() -> None:
    budget = Budget(10)
    common_blocks([*"abab"] * 3, [*"bbaa"] * 3, budget)
    assert budget.exceeded


def test_within_the_budget_nothing_is_said() -> None:
    budget = Budget()
    common_blocks([*"abab"], [*"bbaa"], budget)
    assert not budget.exceeded


def test_a_long_text_is_cut_at_its_phrases_and_loses_nothing() -> None:
    old = [f"w{at * at % 97}" for at in range(3000)]
    new = [*old[:1000], "once", *old[1000:2000], *old[2010:]]
    assert sum(block.size for block in common_blocks(old, new, Budget(60_000))) == 2990


def test_a_comparison_that_spends_a_whole_budget_is_made_once() -> None:
    made: list[str] = []

    def dear(name: str, budget: Budget) -> str:
        made.append(name)
        budget.left = 0
        return name

    budget = Budget()
    assert budget.spent_on(dear, "a") == "a"
    assert budget.left == 0
    assert made == ["a"]


@given(st.lists(st.sampled_from("ab"), max_size=9), st.integers(0, 9), st.integers(0, 9))
def test_without_a_stretch_a_sequence_is_the_same_wherever_it_can_slide(
    row: list[str], start: int, end: int
) -> None:
    start, end = sorted((min(start, len(row)), min(end, len(row))))
    left = row[:start] + row[end:]
    for shift in equal_shifts(row, start, end, start, len(row) - end):
        assert row[: start + shift] + row[end + shift :] == left
