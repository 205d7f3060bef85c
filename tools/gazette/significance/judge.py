"""How likely is it that a difference changes the meaning, and falls in each field?

A logistic model for each question, linear in features that a person can read. Its weights are
data (``data/weights.json``), made by ``tools/train_significance.py`` from labelled changes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
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
    """A trained model: for each question a bias, for each feature its weight in each question."""

    bias: dict[str, float]
    weights: dict[str, dict[str, float]]


def judge(features: Mapping[str, float], model: Weights | None = None) -> Judgement:
    """Judge one difference by its features, with other weights than the packaged ones if given."""
    model = model or _model()
    sums = dict(model["bias"])
    weights = model["weights"]
    for name, value in features.items():
        if known := weights.get(name):
            for question, weight in known.items():
                sums[question] += weight * value
    chances = {question: _chance(score) for question, score in sums.items()}
    return Judgement(chances.pop(SUBSTANTIVE), chances)


def _chance(score: float) -> float:
    """The logistic function, kept from overflow far out."""
    return 1 / (1 + exp(-max(-_FAR, min(_FAR, score))))


@cache
def _model() -> Weights:
    text = (files("gazette.significance") / "data" / "weights.json").read_text(encoding="utf-8")
    return cast("Weights", json.loads(text))
