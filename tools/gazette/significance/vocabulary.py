"""Which words themselves of a difference does the trained model see?

The lexicon knows what its authors thought of; the words and pairs of words that came or went carry
the rest. What kind of word changed is seen too, for a word that no training case has. The values
of one difference have a set length, so that a long passage speaks no louder than a short one.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, compress, pairwise
from math import hypot, log1p, sqrt
from operator import and_
from typing import TYPE_CHECKING

from gazette.model import Side
from gazette.significance.alike import classes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazette.significance.difference import Difference, Text

CHANGED = "word:"
ALIKE = "like:"
_ALIKE_WEIGHT = 0.75
_SAID = frozenset({"word", "han"})
"""Kinds of words that stand for themselves; of a number only its kind matters."""


def vocabulary(difference: Difference) -> dict[str, float]:
    """The words of a difference by feature name: ``word:third``, ``word:third parti``.

    One that went in one place and came in another is left out: it only moved. ``like:telephone``
    is any word of the class of "telephone" that came or went.
    """
    old, new = [dict.fromkeys(_changed(difference.on(side))) for side in Side]
    names = old | new
    for moved in old.keys() & new.keys():
        del names[moved]
    values = dict.fromkeys(names, 1 / sqrt(len(names) or 1))
    values.update(_kinds(difference))
    return values


def _kinds(difference: Difference) -> dict[str, float]:
    """How many words of each class came or went, dampened."""
    forms = chain(difference.lost.forms, difference.gained.forms)
    counts = Counter(filter(None, map(classes().get, forms)))
    values = list(map(log1p, counts.values()))
    scale = _ALIKE_WEIGHT / (hypot(*values) or 1)
    return {ALIKE + name: value * scale for name, value in zip(counts, values, strict=True)}


def _changed(side: Text) -> list[str]:
    """Each word of one side that came or went, and each pair of neighbours that both did."""
    _, words, marks = side
    said = words.forms
    if not _SAID.issuperset(words.kinds):
        kinds = zip(said, words.kinds, strict=True)
        said = [form if kind in _SAID else f"<{kind}>" for form, kind in kinds]
    changed: Iterable[str] = said
    pairs: Iterable[tuple[str, str]] = pairwise(said)
    if not all(marks):
        changed = compress(said, marks)
        pairs = compress(pairs, map(and_, marks, marks[1:]))
    names = [CHANGED + word for word in changed]
    names += [f"{CHANGED}{one} {other}" for one, other in pairs]
    return names
