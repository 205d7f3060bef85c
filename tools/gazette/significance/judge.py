"""How likely is it that a difference falls in a field?

A first judgement by the lexicon alone: a field is touched when terms of it are gained or lost.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette.significance import lexicon
from gazette.significance.difference import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gazette.significance.difference import Difference


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a difference is held to be."""

    substantive: float
    """The probability that the meaning changes."""
    fields: Mapping[str, float]
    """For each field, the probability that the difference falls in it."""


def judge(difference: Difference) -> Judgement:
    """Judge one difference."""
    facts = lexicon.facts()
    count = Counter(
        facts[hit.fact].field
        for place, hit in difference.placed
        if place in (Place.GAINED, Place.LOST)
    )
    total = sum(count.values())
    fields = {f: count[f] / total if total else 0.0 for f in lexicon.fields()}
    changed = len(difference.gained) + len(difference.lost)
    return Judgement(min(1.0, changed / 4), {f: min(1.0, 2 * p) for f, p in fields.items()})
