"""What do features say, by trained weights?

Two models whose scores are added: a linear one, in which each feature speaks for itself, and a
small neural network, which sees what stands together, for what a word means depends on the others.
Weights are data, made by the trainers beside the package (``tools/train_*.py``).

Values are whole thousandths and weights whole hundredths, held in floats that are exact for whole
numbers. So it makes no difference in which order a machine sums them: the answer is the same on
every one.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from functools import cache
from importlib.resources import files
from itertools import accumulate, chain, pairwise, repeat
from math import exp
from typing import TYPE_CHECKING, NamedTuple, TypedDict, cast

import numpy as np

from gazette.significance.packaged import read_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

VALUE = 1000
"""A value or a bias of 1, in the units that they are held in."""
WEIGHT = 100
"""A weight of 1 likewise."""
_FAR = 500.0
_PACKED = np.dtype("<i2")


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
    weights: NDArray[np.int16]
    """A column for each question, of the linear model; then the network's first layer.

    After the rows of features one of zeros, for all that were not trained. Of small numbers, for
    the time goes into fetching them.
    """
    bias: NDArray[np.float64]
    layers: tuple[Layer, ...]
    """The network's other layers; the last has a value for each question. None if there is but the
    linear model."""


class NetworkFile(TypedDict):
    """The contents of a file of weights (``data/weights.json``): whole numbers."""

    questions: list[str]
    bias: list[int]
    layers: list[list[list[int]]]
    """For each layer its rows, the last of which is the bias."""
    features: dict[str, list[int]]
    """For each its weights in the linear model."""
    hidden: list[str]
    """For each value of the network's first layer the weights of all features, ``packed``: a person
    reads none of them, and numbers would take most of the start. Empty if there is but the linear
    model."""


def chances(differences: Sequence[Mapping[str, float]], network: Network) -> list[dict[str, float]]:
    """The probability of each question, by the features of each difference."""
    questions, rows, weights, bias, layers = network
    ends = list(accumulate(map(len, differences), initial=0))
    own = map(rows.get, chain.from_iterable(differences), repeat(len(rows)))
    taken = weights.take(np.fromiter(own, np.intp, ends[-1]), axis=0)
    each = chain.from_iterable(features.values() for features in differences)
    values = np.rint(np.fromiter(each, np.float64, ends[-1]) * VALUE)
    sums = np.zeros((len(differences), len(bias)))
    for at, (first, last) in enumerate(pairwise(ends)):
        sums[at] = values[first:last] @ taken[first:last]
    scores, hidden = np.split(_weighed(sums, bias), [len(questions)], axis=1)
    for layer in layers:
        hidden = _weighed(np.maximum(hidden, 0) @ layer.weights, layer.bias)
    if layers:
        scores = scores + hidden
    of_each = (scores / VALUE).tolist()
    return [dict(zip(questions, map(_chance, own), strict=True)) for own in of_each]


def _weighed(sums: NDArray[np.float64], bias: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weighted sums of values, as values again."""
    return np.floor(sums / WEIGHT) + bias


def _chance(score: float) -> float:
    """The probability that a score stands for: the logistic function, kept from overflow."""
    return 1 / (1 + exp(-max(-_FAR, min(_FAR, score))))


def packed(weights: NDArray[np.int64]) -> list[str]:
    """Columns of weights as base64 (RFC 4648) of 16-bit whole numbers, the lower byte first."""
    return [b64encode(column.tobytes()).decode() for column in weights.astype(_PACKED).T]


def network_of(file: NetworkFile) -> Network:
    """The network that a file describes."""
    layers = [np.array(rows, dtype=np.float64) for rows in file["layers"]]
    linear = np.array([*file["features"].values()], dtype=_PACKED)
    hidden = [np.frombuffer(b64decode(column), dtype=_PACKED) for column in file["hidden"]]
    weights = np.column_stack([linear, *hidden])
    return Network(
        questions=tuple(file["questions"]),
        rows={name: at for at, name in enumerate(file["features"])},
        weights=np.pad(weights, ((0, 1), (0, 0))),
        bias=np.array(file["bias"], dtype=np.float64),
        layers=tuple(Layer(rows[:-1], rows[-1]) for rows in layers),
    )


@cache
def packaged_network(name: str) -> Network:
    """The network of one packaged file (``weights``)."""
    data = read_json(files("gazette.significance") / "data" / f"{name}.json")
    return network_of(cast("NetworkFile", data))
