"""What has found its counterpart, and what has not."""

from __future__ import annotations

from gazette.comparison.pairing import Gap, Group, Pairing
from gazette.document import parse


def pairing(old: str, new: str) -> Pairing:
    return Pairing(parse("\n\n".join(old.split())).clauses, parse("\n\n".join(new.split())).clauses)


def test_a_gap_has_something_left_on_both_sides() -> None:
    pairs = pairing("a b c d", "a x d y")
    pairs.add([(0, 0), (3, 2)], in_order=True)
    assert list(pairs.gaps()) == [Gap([1, 2], [1])]


def test_a_clause_that_moved_lies_in_no_gap() -> None:
    pairs = pairing("a b c", "c a x")
    pairs.add([(0, 1)], in_order=True)
    pairs.add([(2, 0)], in_order=False)
    assert list(pairs.gaps()) == [Gap([1], [2])]


def test_the_shorter_of_two_that_crossed_is_the_one_that_moved() -> None:
    pairs = pairing("short muchlonger", "muchlonger short")
    pairs.add([(0, 1), (1, 0)], in_order=False)
    pairs.settle()
    assert pairs.chain == {1: 0}


def test_a_pair_taken_apart_is_left_again() -> None:
    pairs = pairing("a b", "b a")
    pairs.add([(0, 1)], in_order=False)
    pairs.part(0)
    assert pairs.left() == Gap([0, 1], [0, 1])


def test_clauses_that_were_merged_are_left_no_more() -> None:
    pairs = pairing("a b c", "ab c")
    pairs.join([Group((0, 1), (0,))])
    assert pairs.left() == Gap([2], [1])
    assert pairs.chain == {0: 0}


def test_a_heading_is_less_like_a_line_of_a_contents_list_than_like_a_heading() -> None:
    old = parse("## Your rights").clauses
    new = parse("## Your rights\n\n* Your rights").clauses
    pairs = Pairing(old, new)
    assert pairs.likeness(0, 0) > pairs.likeness(0, 1)
