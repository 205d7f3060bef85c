"""Train a small neural network on rows of features.

Two hidden layers, trained by Adam with decoupled decay of the weights (D. P. Kingma, J. Ba, "Adam:
A method for stochastic optimization", 2015; I. Loshchilov, F. Hutter, "Decoupled weight decay
regularization", 2019). While it learns, hidden values are left out at random, so that none relies
on another (N. Srivastava et al., "Dropout", Journal of Machine Learning Research 15, 2014).
"""

from __future__ import annotations

from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import expit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

    Matrix = NDArray[np.float32]

HIDDEN = (64, 64)
"""The sizes of the hidden layers."""
EPOCHS = 14
BATCH = 128
RATE = 0.002
"""How far the first step goes; the last goes next to nowhere."""
DROPPED = 0.3
DECAY = 0.001
OF_MEAN, OF_SQUARE = 0.9, 0.999
"""How much of a gradient's moments Adam keeps at each step."""
TINY = 1e-8


def train_network(
    values: csr_matrix, answers: Matrix, weights: Matrix
) -> list[tuple[Matrix, Matrix]]:
    """The weights and the bias of each layer.

    Args:
        values: A row for each case, a column for each feature.
        answers: 1 or 0; a row for each case, a column for each question.
        weights: How much each case counts.
    """
    random = np.random.default_rng(0)
    sizes = (values.shape[1], *HIDDEN, answers.shape[1])
    network = _Network([_begun(before, after, random) for before, after in pairwise(sizes)])
    batches = -(-len(answers) // BATCH)
    for epoch in range(EPOCHS):
        order = random.permutation(len(answers))
        for at, batch in enumerate(np.array_split(order, batches)):
            rate = RATE * (1 - (epoch + at / batches) / EPOCHS)
            network.learn(values[batch], answers[batch], weights[batch], rate, random)
    return network.layers


def _begun(before: int, after: int, random: np.random.Generator) -> tuple[Matrix, Matrix]:
    """The weights and the bias of a layer before it has learnt anything."""
    weights = random.standard_normal((before, after)) * sqrt(2 / before)
    return weights.astype(np.float32), np.zeros(after, dtype=np.float32)


class _Network:
    """The layers, and the moments of their gradients by which Adam chooses its steps."""

    def __init__(self, layers: Sequence[tuple[Matrix, Matrix]]) -> None:
        """Begin with these weights and biases."""
        self.layers = list(layers)
        self._moments = [[[np.zeros_like(p), np.zeros_like(p)] for p in layer] for layer in layers]
        self._steps = 0

    def learn(
        self,
        values: csr_matrix,
        answers: Matrix,
        weights: Matrix,
        rate: float,
        random: np.random.Generator,
    ) -> None:
        """Go one step towards the answers of a batch."""
        inputs, passed = [values], []
        for weight, bias in self.layers[:-1]:
            sums = inputs[-1] @ weight + bias
            kept = (sums > 0) & (random.random(sums.shape) > DROPPED)
            passed.append((kept / (1 - DROPPED)).astype(np.float32))
            inputs.append(sums * passed[-1])
        weight, bias = self.layers[-1]
        held = expit(inputs[-1] @ weight + bias)
        slope = (held - answers) * weights[:, np.newaxis] / len(answers)
        gradients = []
        for at in reversed(range(len(self.layers))):
            gradients.append((inputs[at].T @ slope, slope.sum(axis=0)))
            if at:
                slope = (slope @ self.layers[at][0].T) * passed[at - 1]
        self._steps += 1
        for layer, moments, gradient in zip(
            self.layers, self._moments, reversed(gradients), strict=True
        ):
            for part, own, slopes in zip(layer, moments, gradient, strict=True):
                self._move(part, own, slopes, rate)

    def _move(self, part: Matrix, moments: list[Matrix], gradient: Matrix, rate: float) -> None:
        mean, square = moments
        mean += (1 - OF_MEAN) * (gradient - mean)
        square += (1 - OF_SQUARE) * (gradient**2 - square)
        unbiased = mean / (1 - OF_MEAN**self._steps)
        spread = np.sqrt(square / (1 - OF_SQUARE**self._steps))
        part -= rate * (unbiased / (spread + TINY) + DECAY * part)
