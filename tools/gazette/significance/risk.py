"""Does the text itself report a high risk, or an incident that happened (9.4.6)?"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from gazette.model import Side, Span
from gazette.significance.likely import likely
from gazette.significance.patterns import folded
from gazette.significance.sentences import SENTENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazette.significance.difference import Difference
    from gazette.significance.patterns import Rule


def risks(difference: Difference) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The rules that hold, as fact-direction, and the words they rest on.

    What the old text denied, or held possible, it did not report: "no breach has occurred".
    """
    old, new = folded(difference.old), folded(difference.new)
    possible = tuple(likely("risk", old, new))
    if not possible:
        return
    changed = [word.start for word in difference.gained]
    sentences = [
        sentence
        for sentence in SENTENCE.finditer(new)
        if bisect_left(changed, sentence.start()) < bisect_left(changed, sentence.end())
    ]
    for rule in possible:
        for sentence in sentences:
            if spans := _reported(rule, old, sentence.group()):
                at = sentence.start()
                yield rule.name, tuple(Span(Side.NEW, at + s.start, at + s.end) for s in spans)
                break


def _reported(rule: Rule, old: str, sentence: str) -> tuple[Span, ...]:
    """The words by which a sentence reports what the old text did not."""
    if not rule.holds("", sentence):
        return ()
    told = "".join(s for s in SENTENCE.findall(old) if not rule.bars_new(s))
    return rule.spans(told, sentence) if rule.holds(told, sentence) else ()
