"""How likely is it that a difference changes the meaning, and falls in each field?

Two models on features that a person can read, whose scores are added: a linear one, in which each
feature speaks for itself, and a small neural network, which sees what stands together, for what a
word means depends on the others. Their weights are data (``data/weights.json``), made by
``tools/train_significance.py`` from labelled changes.

Values are whole thousandths and weights whole hundredths, held in floats that are exact for whole
numbers. So it makes no difference in which order a machine sums them: the answer is the same on
every one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp
from typing import TYPE_CHECKING, NamedTuple, TypedDict, cast

import numpy as np

from gazette.significance.packaged import read_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

SUBSTANTIVE = "substantive"
VALUE = 1000
"""A value or a bias of 1, in the units that they are held in."""
WEIGHT = 100
"""A weight of 1 likewise."""
_FAR = 500.0


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a difference is held to be."""

    substantive: float
    """The probability that the meaning changes."""
    fields: Mapping[str, float]
    """For each field, the probability that the difference falls in it."""


class Layer(NamedTuple):
    """What one layer of the network makes of the values before it."""

    weights: NDArray[np.float64]
    """A row for each value, a column for each value that follows."""
    bias: NDArray[np.float64]


class Network(NamedTuple):
    """Both models."""

    questions: tuple[str, ...]
    rows: Mapping[str, int]
    """For each feature that was trained, its row in the weights."""
    weights: NDArray[np.float64]
    """A column for each question, of the linear model; then the network's first layer.

    After the rows of features one of zeros, for all that were not trained.
    """
    bias: NDArray[np.float64]
    layers: tuple[Layer, ...]
    """The network's other layers; the last has a value for each question."""


class NetworkFile(TypedDict):
    """The contents of ``data/weights.json``: whole numbers."""

    questions: list[str]
    bias: list[int]
    layers: list[list[list[int]]]
    """For each layer its rows, the last of which is the bias."""
    features: dict[str, list[int]]


def judge(features: Mapping[str, float], network: Network | None = None) -> Judgement:
    """Judge one difference by its features, with another network than the packaged one if given."""
    questions, rows, weights, bias, layers = network or _network()
    own = list(map(rows.get, features, repeat(len(rows))))
    values = np.rint(np.fromiter(features.values(), np.float64, len(features)) * VALUE)
    sums = _weighed(values, weights.take(own, axis=0), bias)
    scores, hidden = sums[: len(questions)], sums[len(questions) :]
    for layer in layers:
        hidden = _weighed(np.maximum(hidden, 0), *layer)
    chances = [chance(score / VALUE) for score in (scores + hidden).tolist()]
    judged = dict(zip(questions, chances, strict=True))
    return Judgement(judged.pop(SUBSTANTIVE), judged)


def _weighed(
    values: NDArray[np.float64], weights: NDArray[np.float64], bias: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The weighted sums of values, as values again."""
    return np.floor(values @ weights / WEIGHT) + bias


def chance(score: float) -> float:
    """The probability that a score stands for: the logistic function, kept from overflow."""
    return 1 / (1 + exp(-max(-_FAR, min(_FAR, score))))


def network_of(file: NetworkFile) -> Network:
    """The network that a file describes."""
    layers = [_array(rows) for rows in file["layers"]]
    return Network(
        questions=tuple(file["questions"]),
        rows={name: at for at, name in enumerate(file["features"])},
        weights=_array([*file["features"].values(), [0] * len(file["bias"])]),
        bias=_array(file["bias"]),
        layers=tuple(Layer(rows[:-1], rows[-1]) for rows in layers),
    )


def _array(numbers: Sequence[object]) -> NDArray[np.float64]:
    return np.array(numbers, dtype=np.float64)


@cache
def _network() -> Network:
    data = read_json(files("gazette.significance") / "data" / "weights.json")
    return network_of(cast("NetworkFile", data))
