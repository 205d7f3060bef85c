"""What was split, what merged, and what lines wrapped anew."""

from __future__ import annotations

import pytest

from gazette.comparison import compare
from gazette.document import parse
from gazette.model import ChangeKind

SENTENCES = [
    "We collect your name when you register with us for the first time.",
    "You may object to that at any time by writing to our office.",
    "Invoices are kept for ten years because tax law demands it.",
    "Nobody outside of the company will ever read what you wrote.",
]


def kinds(old: str, new: str) -> list[tuple[ChangeKind, ...]]:
    return [change.kinds for change in compare(parse(old), parse(new)).changes]


@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_paragraph_cut_into_several_is_one_change(count: int) -> None:
    one, many = " ".join(SENTENCES[:count]), "\n\n".join(SENTENCES[:count])
    assert kinds(one, many) == [(ChangeKind.SPLIT,)]
    assert kinds(many, one) == [(ChangeKind.MERGED,)]


def test_a_paragraph_with_another_put_inside_is_not_joined_with_that() -> None:
    a, b, c, _ = SENTENCES
    found = kinds(f"{a} {b}", f"{a}\n\n{c}\n\n{b}")
    assert (ChangeKind.ADDED,) in found


def test_an_unchanged_neighbour_is_no_part_of_a_split() -> None:
    a, b, c, d = SENTENCES
    comparison = compare(parse(f"{d}\n\n{a} {b}\n\n{c}"), parse(f"{d}\n\n{a}\n\n{b}\n\n{c}"))
    assert [row.new[0].text for row in comparison.rows if not row.kinds] == [d, c]
