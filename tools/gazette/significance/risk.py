"""Does the text itself report a high risk, or an incident that happened (9.4.6)?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazette.model import Side, Span
from gazette.significance.patterns import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazette.significance.difference import Difference

_SENTENCE = re.compile(r"[^.!?;。！？；\n]+(?:[.!?;。！？；\n]+|$)")


def risks(difference: Difference) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The rules that hold, as fact-direction, and the words they rest on."""
    old, new = difference.old.lower(), difference.new.lower()
    changed = [
        word.start for word, come in zip(difference.new_words, difference.come, strict=True) if come
    ]
    for rule in rules("risk"):
        for sentence in _SENTENCE.finditer(new):
            first, last = sentence.span()
            if any(first <= at < last for at in changed) and rule.holds(old, sentence.group()):
                spans = rule.spans(old, sentence.group())
                moved = (Span(Side.NEW, first + s.start, first + s.end) for s in spans)
                yield rule.name, tuple(moved)
                break
