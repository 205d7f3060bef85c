from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette.significance.network import Network, NetworkFile, chances, network_of, packed

if TYPE_CHECKING:
    from random import Random

FILE: NetworkFile = {
    "questions": ["sharing", "rights"],
    "bias": [-1000, 0, 0],
    "layers": [[[100, 0], [0, 0]]],
    "features": {"recipient@diff": [200, 0], "size": [0, 50], "third": [0, 0]},
    "hidden": packed(np.array([[0], [0], [-50]])),
}
"""The hidden value speaks for sharing once it is above 0."""
NETWORK = network_of(FILE)


def judged(features: dict[str, float], network: Network) -> dict[str, float]:
    (answer,) = chances([features], network)
    return answer


def test_without_features_only_the_bias_speaks() -> None:
    assert judged({}, NETWORK) == {"sharing": pytest.approx(0.2689, abs=1e-4), "rights": 0.5}


def test_a_feature_moves_the_questions_that_it_has_weights_for() -> None:
    moved = judged({"recipient@diff": 1.0}, NETWORK)
    assert moved == {"sharing": pytest.approx(0.7311, abs=1e-4), "rights": 0.5}


def test_a_feature_that_was_never_trained_is_passed_over() -> None:
    assert judged({"unheard of": 9.0}, NETWORK) == judged({}, NETWORK)


def test_features_together_say_what_neither_does_alone() -> None:
    network = network_of(
        {
            **FILE,
            "bias": [-1000, 0, -1000],
            "features": {"one": [0, 0], "other": [0, 0]},
            "hidden": packed(np.array([[100], [100]])),
        }
    )
    alone, both = judged({"one": 1.0}, network), judged({"one": 1.0, "other": 1.0}, network)
    assert alone == judged({}, network)
    assert both["sharing"] > alone["sharing"]


def test_what_speaks_against_a_hidden_value_takes_nothing_from_the_answer() -> None:
    assert judged({"third": 1.0}, NETWORK) == judged({}, NETWORK)


def test_extreme_features_give_a_probability_and_no_error() -> None:
    assert 0 <= judged({"recipient@diff": -5000.0}, NETWORK)["sharing"] <= 1


@given(st.randoms(use_true_random=False))
def test_the_answer_is_the_same_to_the_bit_in_whatever_order_features_are_summed(
    random: Random,
) -> None:
    names = [f"feature {at}" for at in range(60)]
    numbers = np.random.default_rng(random.getrandbits(32))
    rows = numbers.integers(-500, 500, (60, 2)).tolist()
    layers = [numbers.integers(-300, 300, (9, 2)).tolist()]
    network = network_of(
        {
            **FILE,
            "bias": [0] * 10,
            "layers": layers,
            "features": dict(zip(names, rows, strict=True)),
            "hidden": packed(numbers.integers(-500, 500, (60, 8))),
        }
    )
    values = dict(zip(names, numbers.random(60).tolist(), strict=True))
    shuffled = random.sample(names, len(names))
    assert judged({name: values[name] for name in shuffled}, network) == judged(values, network)


def test_differences_judged_together_are_judged_as_each_alone() -> None:
    cases = [{"recipient@diff": 1.0}, {}, {"size": 3.0, "third": 1.0}]
    assert chances(cases, NETWORK) == [judged(case, NETWORK) for case in cases]


def test_of_no_difference_nothing_is_said() -> None:
    assert chances([], NETWORK) == []


def test_without_layers_the_linear_model_speaks_alone() -> None:
    linear = network_of(
        {
            "questions": ["limits"],
            "bias": [-1000],
            "layers": [],
            "features": {"+must": [200]},
            "hidden": [],
        }
    )
    assert judged({"+must": 1.0}, linear)["limits"] == pytest.approx(0.7311, abs=1e-4)
