from __future__ import annotations

import pytest

from gazette.significance.judge import SUBSTANTIVE, Weights, judge

MODEL: Weights = {
    "bias": {"sharing": -1.0, SUBSTANTIVE: 0.0},
    "weights": {"recipient@diff": [2.0, 0.0], "size": [0.0, 0.5]},
}


def test_without_features_only_the_bias_speaks() -> None:
    judged = judge({}, MODEL)
    assert (judged.substantive, judged.fields["sharing"]) == (0.5, pytest.approx(0.2689, abs=1e-4))


def test_a_feature_moves_the_questions_that_it_has_weights_for() -> None:
    judged = judge({"recipient@diff": 1.0}, MODEL)
    assert judged.fields["sharing"] == pytest.approx(0.7311, abs=1e-4)
    assert judged.substantive == 0.5


def test_a_feature_that_was_never_trained_is_passed_over() -> None:
    assert judge({"unheard of": 9.0}, MODEL) == judge({}, MODEL)


def test_extreme_features_give_a_probability_and_no_error() -> None:
    assert 0 <= judge({"recipient@diff": -5000.0}, MODEL).fields["sharing"] <= 1
