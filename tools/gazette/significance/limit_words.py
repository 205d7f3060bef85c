"""How likely does a difference limit rights, by its words alone?

The rules of ``limits`` know how limits are usually worded; this small logistic model knows which
words come and go when something is taken away ("whenever", "only", "must"), and so meets wordings
that no rule was written for. Its weights are data (``data/limit-weights.json``), made by
``tools/train_limits.py`` from the project's own cases and from labelled changes.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING, TypedDict, cast

from gazette.model import Side, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gazette.significance.difference import Difference
    from gazette.significance.words import Word

THRESHOLD = 0.5
"""From this probability on, words alone say it."""
_KEPT = 0.3
"""What stayed tells what it is about, and counts for less than what changed."""
_MOST = 3


class LimitWeights(TypedDict):
    """A trained model: its bias, and for each feature its weight."""

    bias: float
    weights: dict[str, float]


def limiting_words(
    difference: Difference, model: LimitWeights | None = None
) -> tuple[float, tuple[Span, ...]]:
    """The probability that a difference limits rights, and the words that speak most for it.

    Below ``THRESHOLD`` no words are picked.
    """
    model = model or _model()
    weights = model["weights"]
    found = word_features(difference)
    known = [weights[name] * value for name, value in found.items() if name in weights]
    score = model["bias"] + sum(known)
    chance = 1 / (1 + exp(-score))
    return chance, _telling(difference, weights) if chance >= THRESHOLD else ()


def word_features(difference: Difference) -> dict[str, float]:
    """The features of one difference, by name; absent ones are 0.

    ``-only`` is a word that went, ``+must`` one that came, each with the word beside it too
    (``-at any``); ``=consent`` one that stayed; ``lost right`` a fact of the lexicon.
    """
    come = zip(difference.new_words, difference.come, strict=True)
    found = {f"={word.form}": _KEPT for word, new in come if not new}
    for names, *_ in _changed(difference):
        found.update(dict.fromkeys(names, 1.0))
    for place, hit in difference.placed:
        found[f"{place} {hit.fact}"] = 1.0
    found["whole new"] = float(not difference.old_words)
    found["whole gone"] = float(not difference.new_words)
    return found


def _changed(difference: Difference) -> Iterator[tuple[list[str], Side, Word]]:
    """The features of each word that came or went, its side and itself."""
    yield from _side("-", Side.OLD, difference.old_words, difference.gone)
    yield from _side("+", Side.NEW, difference.new_words, difference.come)


def _side(
    sign: str, side: Side, words: Sequence[Word], marks: Sequence[bool]
) -> Iterator[tuple[list[str], Side, Word]]:
    forms = [word.form for word in words]
    for at, (word, mark) in enumerate(zip(words, marks, strict=True)):
        if mark:
            names = [sign + word.form, sign + " ".join(forms[at : at + 2])]
            if at and not marks[at - 1]:
                names.append(f"{sign}{forms[at - 1]} {forms[at]}")
            yield names, side, word


def _telling(difference: Difference, weights: Mapping[str, float]) -> tuple[Span, ...]:
    """The changed words that weigh most, in the order of the text."""
    weighed = [
        (sum(weights.get(name, 0) for name in names), Span(side, word.start, word.end))
        for names, side, word in _changed(difference)
    ]
    heaviest = sorted(weighed, key=lambda own: -own[0])[:_MOST]
    spans = [span for weight, span in heaviest if weight > 0]
    return tuple(sorted(spans, key=lambda span: (span.side is Side.NEW, span.start)))


@cache
def _model() -> LimitWeights:
    path = files("gazette.significance") / "data" / "limit-weights.json"
    return cast("LimitWeights", json.loads(path.read_text(encoding="utf-8")))
