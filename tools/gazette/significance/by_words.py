"""How likely does a difference limit rights, or report a risk, by its words alone?

The rules of ``limits`` and ``risk`` know how these are usually worded; this small logistic model
knows which words come and go when something is taken away ("whenever", "only", "must") or when
harm is reported, and so meets wordings that no rule was written for. Its weights are data
(``data/word-weights.json``), made by ``tools/train_words.py`` from the project's own cases and
from labelled changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress, pairwise
from operator import not_, or_
from typing import TYPE_CHECKING

from gazette.model import Side, Span
from gazette.significance.network import chances, packaged_network
from gazette.significance.phrases import length
from gazette.significance.wording import word_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from gazette.significance.difference import Difference
    from gazette.significance.network import Network

LIMITS = "limits"
RISK = "risk"
_SIGN = {Side.OLD: "-", Side.NEW: "+"}
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
    model: Network

    def telling(self, question: str, sides: Iterable[Side] = tuple(Side)) -> tuple[Span, ...]:
        """Where the changed words stand that speak most for it, in the order of the texts."""
        weights = self.model.weights[:, self.model.questions.index(question)]
        row_of = self.model.rows.get

        def weigh(name: str) -> int:
            return int(weights[row_of(name, -1)])

        weighed = [
            (_weight(self.difference, side, at, weigh), side, at)
            for side in sides
            for at, changed in enumerate(self.difference.on(side).marks)
            if changed
        ]
        heaviest = sorted(weighed, key=lambda own: -own[0])[:_MOST]
        places = sorted((side is Side.NEW, at, side) for own, side, at in heaviest if own > 0)
        spans = (_stretch(self.difference, side, at) for _, at, side in places)
        return tuple(_joined(spans))


def by_words(differences: Sequence[Difference], model: Network | None = None) -> list[ByWords]:
    """What the words of differences say, by another model than the packaged one if given."""
    model = model or packaged_network("word-weights")
    judged = chances(list(map(word_features, differences)), model)
    return [ByWords(*own, model) for own in zip(differences, judged, strict=True)]


def word_features(difference: Difference) -> dict[str, float]:
    """The features of one difference, by name; absent ones are 0.

    ``-only`` is a word that went, ``+must`` one that came, each with the word beside it too
    (``-at any``); ``=consent`` one that stayed; ``lost right`` a fact of the lexicon.
    """
    stayed = compress(difference.new_words.forms, map(not_, difference.come))
    found = dict.fromkeys(["=" + form for form in stayed], _KEPT)
    for side in Side:
        found.update(dict.fromkeys(_changed(difference, side), 1.0))
    found.update({place + " " + hit.fact: 1.0 for place, hit in difference.placed})
    found["whole new"] = float(not difference.old_words)
    found["whole gone"] = float(not difference.new_words)
    return found


def _changed(difference: Difference, side: Side) -> list[str]:
    """The words of one side that came or went by feature name: each, and with its neighbours."""
    _, words, marks = difference.on(side)
    sign = _SIGN[side]
    if not any(marks):
        return []
    pairs = compress(pairwise(words.forms), map(or_, marks, marks[1:]))
    names = [sign + form for form in compress(words.forms, marks)]
    names += [f"{sign}{one} {other}" for one, other in pairs]
    return names


def _weight(difference: Difference, side: Side, at: int, weigh: Callable[[str], int]) -> int:
    """What the features of one word weigh."""
    _, words, _ = difference.on(side)
    sign = _SIGN[side]
    one, form, other = (
        words.forms[place] if 0 <= place < len(words) else "" for place in (at - 1, at, at + 1)
    )
    return sum(map(weigh, (sign + form, f"{sign}{form} {other}", f"{sign}{one} {form}")))


def _stretch(difference: Difference, side: Side, at: int) -> Span:
    """A word with its neighbours that changed too, in the same part of a sentence.

    It neither begins nor ends with a word that means nothing by itself.
    """
    text, words, marks = difference.on(side)
    ends = [at, at]
    around = length(words, _AROUND)
    for which, step in enumerate((-1, 1)):
        beside = at + step
        while abs(beside - at) <= around and 0 <= beside < len(words) and marks[beside]:
            left, right = sorted((beside - step, beside))
            if text[words.ends[left] : words.starts[right]] not in _JOINS:
                break
            if words.forms[beside] not in word_list("function"):
                ends[which] = beside
            beside += step
    return Span(side, words.starts[ends[0]], words.ends[ends[1]])


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
