"""How likely is it that a difference changes the meaning, and falls in each field?

A logistic model for each question, linear in features that a person can read. Its weights are
data (``data/weights.json``), made by ``tools/train_significance.py`` from labelled changes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp
from operator import mul
from typing import TYPE_CHECKING, TypedDict, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

SUBSTANTIVE = "substantive"
_FAR = 500.0


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a difference is held to be."""

    substantive: float
    """The probability that the meaning changes."""
    fields: Mapping[str, float]
    """For each field, the probability that the difference falls in it."""


class Weights(TypedDict):
    """A trained model: for each question a bias, for each feature a row of weights.

    A row has one weight for each question, in the order of the biases.
    """

    bias: dict[str, float]
    weights: dict[str, list[float]]


def judge(features: Mapping[str, float], model: Weights | None = None) -> Judgement:
    """Judge one difference by its features, with other weights than the packaged ones if given."""
    judged = chances(features, model or _model())
    return Judgement(judged.pop(SUBSTANTIVE), judged)


def chances(features: Mapping[str, float], model: Weights) -> dict[str, float]:
    """The probability of each question of a model."""
    row_of = model["weights"].get
    known = [(row, value) for name, value in features.items() if (row := row_of(name))]
    values = [value for _, value in known]
    columns = zip(*[row for row, _ in known], strict=True) if known else repeat(())
    return {
        question: _chance(sum(map(mul, column, values), bias))
        for (question, bias), column in zip(model["bias"].items(), columns, strict=False)
    }


def _chance(score: float) -> float:
    """The logistic function, kept from overflow far out."""
    return 1 / (1 + exp(-max(-_FAR, min(_FAR, score))))


def packaged_weights(name: str) -> Weights:
    """The weights of a packaged file (``weights.json``)."""
    text = (files("gazette.significance") / "data" / name).read_text(encoding="utf-8")
    return cast("Weights", json.loads(text))


@cache
def _model() -> Weights:
    return packaged_weights("weights.json")
