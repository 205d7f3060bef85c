from __future__ import annotations

from dataclasses import replace

import pytest

from gazette.model import Kind
from gazette.significance import default_taxonomy
from gazette.significance.difference import difference
from gazette.significance.judge import SUBSTANTIVE
from gazette.significance.network import Network, network_of
from gazette.significance.passages import Passage, assess_passages
from gazette.significance.shape import Shape

OLD, NEW = "We ask couriers.", "We ask couriers and insurers."


def network(sharing: float, substantive: float) -> Network:
    scores = dict.fromkeys(("processing", "control", "rights", "contact"), -9.0)
    scores |= {"sharing": sharing, SUBSTANTIVE: substantive}
    bias = [round(score * 1000) for score in scores.values()]
    return network_of(
        {
            "questions": [*scores],
            "bias": bias,
            "layers": [],
            "features": {"none": [0] * len(bias)},
            "hidden": [],
        }
    )


def kind(sharing: float, substantive: float, threshold: float = 0.5) -> Kind:
    taxonomy = replace(default_taxonomy(), threshold=threshold)
    revisions = [[Passage(difference(OLD, NEW), Shape.TEXT)]]
    return assess_passages(revisions, taxonomy, network(sharing, substantive))[0].kind


def test_a_field_above_the_threshold_is_flagged() -> None:
    assert kind(1.0, 3.0) is Kind.SUBSTANTIVE


def test_a_field_just_below_the_threshold_asks_for_a_look() -> None:
    assert kind(-0.5, -3.0) is Kind.UNSURE


def test_a_change_of_meaning_in_no_field_asks_for_a_look() -> None:
    assert kind(-9.0, 3.0) is Kind.UNSURE


def test_neither_field_nor_meaning_is_clear() -> None:
    assert kind(-9.0, -3.0) is Kind.EDITORIAL


def test_nothing_is_flagged_that_hardly_changes_the_meaning() -> None:
    assert kind(1.0, 0.0) is Kind.UNSURE


@pytest.mark.parametrize(("threshold", "answer"), [(0.2, Kind.SUBSTANTIVE), (0.9, Kind.UNSURE)])
def test_the_threshold_decides_what_is_flagged(threshold: float, answer: Kind) -> None:
    assert kind(0.0, 3.0, threshold) is answer


def test_words_that_fell_out_ask_for_a_look_and_are_not_flagged() -> None:
    apart = difference("You have the right to object and to ask.", "You have the and to ask.")
    revisions = [[Passage(apart, Shape.TEXT)]]
    (answer,) = assess_passages(revisions, default_taxonomy(), network(9.0, 9.0))
    assert (answer.kind, answer.findings) == (Kind.UNSURE, ())
