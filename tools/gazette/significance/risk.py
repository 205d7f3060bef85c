"""Does the text itself report a high risk, or an incident that happened (9.4.6)?

Rules know the usual wordings, and are data (``data/risk.yml``); a small model of words
(``by_words``) meets the others.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from gazette.model import Side, Span
from gazette.significance.by_words import RISK
from gazette.significance.likely import likely
from gazette.significance.patterns import folded
from gazette.significance.sentences import SENTENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazette.significance.by_words import ByWords
    from gazette.significance.difference import Difference
    from gazette.significance.patterns import Rule


_LIKELY = 0.5
"""From this probability on, words alone say it."""
_BY_WORDS = "assessment-added"


def risks(said: ByWords) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    """What is reported, as fact-direction, and the words that say it."""
    if by_rule := tuple(_ruled(said.difference)):
        return by_rule
    if said.chances[RISK] < _LIKELY:
        return ()
    spans = said.telling(RISK, (Side.NEW,))
    return ((_BY_WORDS, spans),) if spans else ()


def _ruled(difference: Difference) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The rules that hold, and the words they rest on.

    What the old text denied, or held possible, it did not report: "no breach has occurred".
    """
    old, new = folded(difference.old), folded(difference.new)
    possible = likely("risk", old, new)
    if not possible:
        return
    changed = difference.gained.starts
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
