from __future__ import annotations

import numpy as np

from train_network import train_network

VALUES = np.array([[0, 0], [0, 1], [1, 0], [1, 1]] * 100, dtype=np.float32)
EITHER = np.array([[0], [1], [1], [0]] * 100, dtype=np.float32)
"""One or the other, but not both: no linear model can tell."""
EVEN = np.ones(len(VALUES), dtype=np.float32)


def answers(values: np.ndarray, weights: np.ndarray = EVEN) -> np.ndarray:
    *hidden, (last, last_bias) = train_network(VALUES * 3, EITHER, weights)
    for layer, bias in hidden:
        values = np.maximum(values @ layer + bias, 0)
    return values @ last + last_bias > 0


def test_the_network_learns_what_two_features_mean_only_together() -> None:
    assert answers(VALUES[:4] * 3).tolist() == [[False], [True], [True], [False]]


def test_the_same_cases_give_the_same_network() -> None:
    one, other = (train_network(VALUES, EITHER, EVEN) for _ in range(2))
    assert all(
        (a == b).all() for x, y in zip(one, other, strict=True) for a, b in zip(x, y, strict=True)
    )


def test_a_case_without_weight_teaches_nothing() -> None:
    both = VALUES.all(axis=1)
    assert answers(VALUES[3:4] * 3, np.where(both, 0, 1).astype(np.float32)).tolist() == [[True]]
