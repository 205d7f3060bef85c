from __future__ import annotations

from gazette.significance.difference import difference
from gazette.significance.features import features
from gazette.significance.shape import Shape


def named(old: str, new: str, shape: Shape = Shape.TEXT) -> set[str]:
    return set(features(difference(old, new), shape))


def test_a_recipient_that_came_counts_as_a_difference() -> None:
    assert "recipient@diff" in named("We ask couriers.", "We ask couriers and insurers.")


def test_a_recipient_that_stayed_counts_only_as_near() -> None:
    found = named("We ask couriers.", "We ask couriers daily.")
    assert "recipient@near" in found
    assert "recipient@diff" not in found


def test_a_wholly_new_paragraph_is_told_from_a_changed_one() -> None:
    assert "recipient@diff,whole" in named("", "Couriers")
    assert "recipient@diff,part" in named("We ask you.", "We ask you and couriers.")


def test_a_company_that_takes_a_names_place_is_told_from_a_mere_name() -> None:
    assert "only names, company" in named(
        "Lumen keeps the rules.", "Eastgale, Inc. keeps the rules."
    )
    assert "only names" in named("The Lumen board.", "The Canvas board.")


def test_the_shape_of_the_passage_is_a_feature() -> None:
    assert "shape=row" in named("", "| a | b |", Shape.ROW)
