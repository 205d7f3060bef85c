"""How likely is it that a difference changes the meaning, and falls in each field?

By features that a person can read; their weights are data (``data/weights.json``), made by
``tools/train_significance.py`` from labelled changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette.significance.network import chances, packaged_network

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazette.significance.network import Network

SUBSTANTIVE = "substantive"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a difference is held to be."""

    substantive: float
    """The probability that the meaning changes."""
    fields: Mapping[str, float]
    """For each field, the probability that the difference falls in it."""


def judge(
    differences: Sequence[Mapping[str, float]], network: Network | None = None
) -> list[Judgement]:
    """Judge differences by their features, with another network than the packaged one if given."""
    judged = chances(differences, network or packaged_network("weights"))
    return [Judgement(own.pop(SUBSTANTIVE), own) for own in judged]
