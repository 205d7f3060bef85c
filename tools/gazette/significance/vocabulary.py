"""Which words themselves of a difference does the trained model see?

The lexicon knows what its authors thought of; the words and pairs of words that came or went carry
the rest. Kept words say what the passage is about, and weigh less. The values of one difference
have length 1, so that a long passage speaks no louder than a short one.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.significance.difference import Difference
    from gazette.significance.words import Word

CHANGED = "word:"
KEPT = "kept:"
_KEPT_WEIGHT = 0.25


def vocabulary(difference: Difference) -> dict[str, float]:
    """The words of a difference by feature name: ``word:third parti``, ``kept:cooki``."""
    values: dict[str, float] = {}
    for words, marks in (
        (difference.new_words, difference.come),
        (difference.old_words, difference.gone),
    ):
        values.update(_weighed(words, marks))
    length = sqrt(sum(value * value for value in values.values()))
    return {name: value / length for name, value in values.items()}


def _weighed(words: Sequence[Word], marks: Sequence[bool]) -> Iterator[tuple[str, float]]:
    """Each word, and each pair of neighbours that changed together, by name with its weight."""
    before = ""
    for word, changed in zip(words, marks, strict=True):
        form = word.form if word.kind in ("word", "han") else f"<{word.kind}>"
        if not changed:
            yield KEPT + form, _KEPT_WEIGHT
            before = ""
            continue
        yield CHANGED + form, 1.0
        if before:
            yield f"{CHANGED}{before} {form}", 1.0
        before = form
