"""Figures worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazette.model import Kind
from gazette.significance.evaluation import Evaluation, Labelled, Score, evaluate

PLAIN = Labelled(
    id="",
    revision="r",
    truth=frozenset(),
    editorial=False,
    limits_rights=False,
    sure=True,
    kind=Kind.SUBSTANTIVE,
    answer=frozenset(),
    answer_limits_rights=False,
)


def row(at: str, truth: str, answer: str) -> Labelled:
    """A substantive change of revision r; each category is a letter."""
    return replace(PLAIN, id=at, truth=frozenset(truth), answer=frozenset(answer))


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    rows = [
        row("1", "a", "a"),
        replace(row("2", "ab", "a"), sure=False),
        replace(row("3", "", "b"), revision="s", editorial=True),
        replace(row("4", "b", ""), kind=Kind.UNSURE, revision="t", limits_rights=True),
        replace(row("5", "", ""), kind=Kind.EDITORIAL, revision="", editorial=True),
    ]
    return evaluate(rows, ["a", "b", "c"])


def test_each_category_has_its_precision_recall_and_f1(evaluation: Evaluation) -> None:
    assert evaluation.units.categories == {"a": Score(2, 2, 2), "b": Score(0, 1, 2)}


def test_micro_pools_the_categories_and_macro_averages_them(evaluation: Evaluation) -> None:
    assert evaluation.units.micro == Score(2, 3, 4)
    assert evaluation.units.macro == (0.5, 0.5, 0.5)


def test_a_revision_has_every_category_of_its_units(evaluation: Evaluation) -> None:
    assert evaluation.revisions.categories == {"a": Score(1, 1, 1), "b": Score(0, 1, 2)}


def test_labels_that_are_sure_are_counted_apart(evaluation: Evaluation) -> None:
    assert evaluation.sure_units.micro == Score(1, 2, 2)
    assert evaluation.sure_revisions.micro == Score(1, 2, 2)


def test_an_answer_to_be_looked_at_counts_as_noticed(evaluation: Evaluation) -> None:
    assert (evaluation.significant_revisions, evaluation.significant_revisions_noticed) == (2, 2)


def test_editorial_changes_that_were_flagged_are_counted(evaluation: Evaluation) -> None:
    assert (evaluation.editorial_units, evaluation.editorial_units_flagged) == (2, 1)
    assert (evaluation.editorial_revisions, evaluation.editorial_revisions_flagged) == (2, 1)


def test_limited_rights_are_scored_by_themselves(evaluation: Evaluation) -> None:
    assert evaluation.limits_rights == Score(0, 0, 1)


def test_confusions_name_labels_answer_and_units(evaluation: Evaluation) -> None:
    assert [(one.labelled, one.said, one.ids) for one in evaluation.confusions] == [
        (("a", "b"), ("a",), ("2",)),
        (("b",), ("unsure",), ("4",)),
        (("editorial",), ("b",), ("3",)),
    ]
