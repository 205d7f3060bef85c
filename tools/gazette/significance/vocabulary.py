"""Which words themselves of a difference does the trained model see?

The lexicon knows what its authors thought of; the words and pairs of words that came or went carry
the rest. What kind of word changed is seen too, for a word that no training case has. The values
of one difference have a set length, so that a long passage speaks no louder than a short one.
"""

from __future__ import annotations

from collections import Counter
from math import log1p, sqrt
from typing import TYPE_CHECKING

from gazette.model import Side
from gazette.significance.alike import classes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazette.significance.difference import Difference
    from gazette.significance.words import Word

CHANGED = "word:"
ALIKE = "like:"
_ALIKE_WEIGHT = 0.75


def vocabulary(difference: Difference) -> dict[str, float]:
    """The words of a difference by feature name: ``word:third``, ``word:third parti``.

    ``like:telephone`` is any word of the class of "telephone" that came or went.
    """
    values: dict[str, float] = {}
    for side in (Side.NEW, Side.OLD):
        _, words, marks = difference.on(side)
        _weigh(words, marks, values)
    return _scaled(values, 1.0) | _scaled(_kinds(difference), _ALIKE_WEIGHT)


def _scaled(values: Mapping[str, float], length: float) -> dict[str, float]:
    """The values as a vector of that length."""
    own = sqrt(sum(value * value for value in values.values()))
    return {name: value * length / own for name, value in values.items()}


def _kinds(difference: Difference) -> dict[str, float]:
    """How many words of each class came or went, dampened."""
    known = classes()
    counts = Counter(
        known[word.form]
        for _, word in difference.changed
        if word.form in known and word.kind == "word"
    )
    return {ALIKE + name: log1p(count) for name, count in counts.items()}


def _weigh(words: Sequence[Word], marks: Sequence[bool], values: dict[str, float]) -> None:
    """Enter each word, and each pair of neighbours that changed together."""
    before = ""
    for (form, kind, _, _), changed in zip(words, marks, strict=True):
        if not changed:
            before = ""
            continue
        said = form if kind in ("word", "han") else f"<{kind}>"
        values[CHANGED + said] = 1.0
        if before:
            values[f"{CHANGED}{before} {said}"] = 1.0
        before = said
