"""How likely does a difference limit rights, or report a risk, by its words alone?

The rules of ``limits`` and ``risk`` know how these are usually worded; this small logistic model
knows which words come and go when something is taken away ("whenever", "only", "must") or when
harm is reported, and so meets wordings that no rule was written for. Its weights are data
(``data/word-weights.json``), made by ``tools/train_words.py`` from the project's own cases and
from labelled changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from gazette.model import Side, Span
from gazette.significance.judge import chances, packaged_weights
from gazette.significance.wording import word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from gazette.significance.difference import Difference
    from gazette.significance.judge import Weights

LIMITS = "limits"
RISK = "risk"
_KEPT = 0.3
"""What stayed tells what it is about, and counts for less than what changed."""
_MOST = 3
_AROUND = 4
"""Words on either side that are quoted with one."""
_JOINS = (" ", "-", "", " & ")


@dataclass(frozen=True, slots=True)
class ByWords:
    """What the words of one difference say."""

    difference: Difference
    chances: Mapping[str, float]
    """The probability for each question, ``LIMITS`` and ``RISK``."""
    model: Weights

    def telling(self, question: str, sides: Iterable[Side] = tuple(Side)) -> tuple[Span, ...]:
        """Where the changed words stand that speak most for it, in the order of the texts."""
        column = list(self.model["bias"]).index(question)
        weights = self.model["weights"]
        weighed = [
            (sum(weights[name][column] for name in names if name in weights), side, at)
            for side in sides
            for names, at in _changed(self.difference, side)
        ]
        heaviest = sorted(weighed, key=lambda own: -own[0])[:_MOST]
        places = sorted((side is Side.NEW, at, side) for own, side, at in heaviest if own > 0)
        spans = (_stretch(self.difference, side, at) for _, at, side in places)
        return tuple(_joined(spans))


def by_words(difference: Difference, model: Weights | None = None) -> ByWords:
    """What the words of a difference say, by other weights than the packaged ones if given."""
    model = model or _model()
    return ByWords(difference, chances(word_features(difference), model), model)


def word_features(difference: Difference) -> dict[str, float]:
    """The features of one difference, by name; absent ones are 0.

    ``-only`` is a word that went, ``+must`` one that came, each with the word beside it too
    (``-at any``); ``=consent`` one that stayed; ``lost right`` a fact of the lexicon.
    """
    come = zip(difference.new_words, difference.come, strict=True)
    found = dict.fromkeys(["=" + word[0] for word, new in come if not new], _KEPT)
    for side in Side:
        for names, _ in _changed(difference, side):
            for name in names:
                found[name] = 1.0
    for place, hit in difference.placed:
        found[f"{place} {hit.fact}"] = 1.0
    found["whole new"] = float(not difference.old_words)
    found["whole gone"] = float(not difference.new_words)
    return found


def _changed(difference: Difference, side: Side) -> Iterator[tuple[list[str], int]]:
    """The features of each word of one side that came or went, and its index."""
    sign = "-" if side is Side.OLD else "+"
    _, words, marks = difference.on(side)
    forms = [word.form for word in words]
    for at, mark in enumerate(marks):
        if mark:
            form = sign + forms[at]
            names = [form, f"{form} {forms[at + 1]}"] if at + 1 < len(forms) else [form]
            if at and not marks[at - 1]:
                names.append(f"{sign}{forms[at - 1]} {forms[at]}")
            yield names, at


def _stretch(difference: Difference, side: Side, at: int) -> Span:
    """A word with its neighbours that changed too, in the same part of a sentence.

    It neither begins nor ends with a word that means nothing by itself.
    """
    text, words, marks = difference.on(side)
    ends = [at, at]
    for which, step in enumerate((-1, 1)):
        beside = at + step
        while abs(beside - at) <= _AROUND and 0 <= beside < len(words) and marks[beside]:
            left, right = sorted((beside - step, beside))
            if text[words[left].end : words[right].start] not in _JOINS:
                break
            if words[beside].form not in word_list("function"):
                ends[which] = beside
            beside += step
    return Span(side, words[ends[0]].start, words[ends[1]].end)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans in order, those that meet joined."""
    last: Span | None = None
    for span in spans:
        if last and last.side is span.side and span.start <= last.end:
            last = Span(span.side, last.start, max(last.end, span.end))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


@cache
def _model() -> Weights:
    return packaged_weights("word-weights.json")
