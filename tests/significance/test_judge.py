from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette.significance.judge import SUBSTANTIVE, judge
from gazette.significance.network import NetworkFile, network_of

if TYPE_CHECKING:
    from random import Random

FILE: NetworkFile = {
    "questions": ["sharing", SUBSTANTIVE],
    "bias": [-1000, 0, 0],
    "layers": [[[100, 0], [0, 0]]],
    "features": {"recipient@diff": [200, 0, 0], "size": [0, 50, 0], "third": [0, 0, -50]},
}
"""The hidden value speaks for sharing once it is above 0."""
NETWORK = network_of(FILE)


def test_without_features_only_the_bias_speaks() -> None:
    judged = judge({}, NETWORK)
    assert (judged.substantive, judged.fields["sharing"]) == (0.5, pytest.approx(0.2689, abs=1e-4))


def test_a_feature_moves_the_questions_that_it_has_weights_for() -> None:
    judged = judge({"recipient@diff": 1.0}, NETWORK)
    assert judged.fields["sharing"] == pytest.approx(0.7311, abs=1e-4)
    assert judged.substantive == 0.5


def test_a_feature_that_was_never_trained_is_passed_over() -> None:
    assert judge({"unheard of": 9.0}, NETWORK) == judge({}, NETWORK)


def test_features_together_say_what_neither_does_alone() -> None:
    weights = {"one": [0, 0, 100], "other": [0, 0, 100]}
    network = network_of({**FILE, "bias": [-1000, 0, -1000], "features": weights})
    alone, both = judge({"one": 1.0}, network), judge({"one": 1.0, "other": 1.0}, network)
    assert alone.fields == judge({}, network).fields
    assert both.fields["sharing"] > alone.fields["sharing"]


def test_what_speaks_against_a_hidden_value_takes_nothing_from_the_answer() -> None:
    assert judge({"third": 1.0}, NETWORK) == judge({}, NETWORK)


def test_extreme_features_give_a_probability_and_no_error() -> None:
    assert 0 <= judge({"recipient@diff": -5000.0}, NETWORK).fields["sharing"] <= 1


@given(st.randoms(use_true_random=False))
def test_the_answer_is_the_same_to_the_bit_in_whatever_order_features_are_summed(
    random: Random,
) -> None:
    names = [f"feature {at}" for at in range(60)]
    numbers = np.random.default_rng(random.getrandbits(32))
    rows = numbers.integers(-500, 500, (60, 10)).tolist()
    layers = [numbers.integers(-300, 300, (9, 2)).tolist()]
    network = network_of(
        {
            **FILE,
            "bias": [0] * 10,
            "layers": layers,
            "features": dict(zip(names, rows, strict=True)),
        }
    )
    values = dict(zip(names, numbers.random(60).tolist(), strict=True))
    shuffled = random.sample(names, len(names))
    assert judge({name: values[name] for name in shuffled}, network) == judge(values, network)
