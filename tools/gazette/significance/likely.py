"""Which rules can hold for a change at all, by the words that stand in it?

One look at the words rules out most rules, where asking each rule takes longer than all its
patterns do. What a rule needs are conditions, each a bit of a number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING

from gazette.model import Side
from gazette.significance.patterns import differing, rules
from gazette.significance.required import END, required
from gazette.significance.words import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gazette.significance.patterns import Rule, Stretch
    from gazette.significance.required import Words

_FILES = ("limits", "consent", "risk", "period")
_WORD = re.compile(r"\w+|[€$£¥]")


class _Text(Enum):
    """Where a word must stand."""

    OLD = auto()
    NEW = auto()
    GONE = auto()
    """In the stretch of the old text that differs."""
    COME = auto()


@dataclass(frozen=True, slots=True)
class _Needs:
    """What the rules of all files need."""

    by_beginning: Mapping[str, int]
    """For the beginning of a word, the conditions that the word meets."""
    longest: int
    """Letters of the longest beginning."""
    of_text: Mapping[_Text, int]
    """The conditions that a word of a text can meet."""
    of_rule: Mapping[str, tuple[tuple[Rule, int, int], ...]]
    """For each file its rules, in its order, with the conditions that must be met: where the
    texts differ, and anywhere in them."""


def likely(name: str, old: str, new: str) -> Iterator[Rule]:
    """The rules of one packaged file (``limits``) that can hold, in its order.

    Texts are given ``folded``.
    """
    gone, come = _within(old, new)
    needs = _needs()
    met = (gone & needs.of_text[_Text.GONE]) | (come & needs.of_text[_Text.COME])
    return (
        rule
        for rule, here, anywhere in needs.of_rule[name]
        if here & met == here and (not anywhere or anywhere & _anywhere(old, new) == anywhere)
    )


def touched(name: str, old: str, new: str) -> bool:
    """Whether a pattern of any rule of a file can match in the stretches that differ."""
    gone, come = _within(old, new)
    needs = _needs()
    asked = ((needs.of_text[_Text.GONE], gone), (needs.of_text[_Text.COME], come))
    return any(
        (own := here & of_text) and own & met == own
        for _, here, _ in needs.of_rule[name]
        for of_text, met in asked
    )


@lru_cache(maxsize=16)
def _within(old: str, new: str) -> tuple[int, int]:
    """The conditions that the words meet of the stretches that differ."""
    gone, come = differing(old, new)
    return (
        _conditions(gone.text[gone.first : gone.last]),
        _conditions(come.text[come.first : come.last]),
    )


@lru_cache(maxsize=16)
def _anywhere(old: str, new: str) -> int:
    """The conditions that a change meets of those that either whole text must."""
    within_gone, within_come = _within(old, new)
    gone, come = differing(old, new)
    of_text = _needs().of_text
    return ((within_gone | _around(gone)) & of_text[_Text.OLD]) | (
        (within_come | _around(come)) & of_text[_Text.NEW]
    )


def _around(stretch: Stretch) -> int:
    return _conditions(f"{stretch.text[: stretch.first]} {stretch.text[stretch.last :]}")


def _conditions(text: str) -> int:
    """The conditions that the words of a text meet; all in Chinese, whose words have no gaps."""
    if not text.isascii() and HAN.search(text):
        return -1
    return reduce(or_, map(_meets, set(_WORD.findall(text))), 0)


@lru_cache(maxsize=2**15)
def _meets(word: str) -> int:
    """The conditions that one word meets."""
    needs = _needs()
    beginnings = [word[:length] for length in range(1, min(len(word), needs.longest) + 1)]
    known = (needs.by_beginning.get(letters, 0) for letters in (*beginnings, word + END))
    return reduce(or_, known)


@cache
def _needs() -> _Needs:
    numbers: dict[tuple[_Text, Words], int] = {}
    of_rule = {
        name: tuple((rule, *_needed(rule, numbers)) for rule in rules(name)) for name in _FILES
    }
    by_beginning: defaultdict[str, int] = defaultdict(int)
    of_text = dict.fromkeys(_Text, 0)
    for (text, words), number in numbers.items():
        of_text[text] |= 1 << number
        for word in words:
            by_beginning[word] |= 1 << number
    longest = max(map(len, by_beginning))
    return _Needs(dict(by_beginning), longest, of_text, of_rule)


def _needed(rule: Rule, numbers: dict[tuple[_Text, Words], int]) -> tuple[int, int]:
    """The conditions of one rule where texts differ, and anywhere; new ones are numbered.

    Of a new text some sentences may not count; then other stretches differ.
    """
    come = _Text.NEW if rule.unless_added else _Text.COME
    asked = [(_Text.GONE, rule.lost), (come, rule.gained)]
    asked += [(_Text.OLD if side is Side.OLD else _Text.NEW, need) for side, need in rule.needs]
    here = anywhere = 0
    for text, pattern in asked:
        for words in required(pattern.pattern) if pattern else ():
            number = 1 << numbers.setdefault((text, words), len(numbers))
            if text in (_Text.GONE, _Text.COME):
                here |= number
            else:
                anywhere |= number
    return here, anywhere
