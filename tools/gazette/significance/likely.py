"""Which rules can hold for a change at all, by the words that stand in it?

One look at the words rules out most rules, where asking each rule takes longer than all its
patterns do. What a rule needs are conditions, each a bit of a number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING

from gazette.model import Side
from gazette.significance.patterns import rules
from gazette.significance.remembered import Remembered
from gazette.significance.required import END, FEWEST, required
from gazette.significance.simplified import has_han

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gazette.significance.patterns import Rule
    from gazette.significance.required import Words

_FILES = ("limits", "consent", "risk", "period")
_WORD = re.compile(r"\w+|[€$£¥]")


@dataclass(frozen=True, slots=True)
class _Needs:
    """What the rules of all files need."""

    by_beginning: Mapping[str, int]
    """For each beginning of a word, the conditions that it meets."""
    of_side: Mapping[Side, int]
    """The conditions that a word of that text can meet."""
    of_rule: Mapping[str, tuple[tuple[Rule, int], ...]]
    """For each file its rules, in its order, with the conditions that must be met."""


def likely(name: str, old: str, new: str) -> list[Rule]:
    """The rules of one packaged file (``limits``) that can hold, in its order.

    Texts are given ``folded``.
    """
    met = _met(old, new)
    return [rule for rule, needed in _needs().of_rule[name] if needed & met == needed]


def touched(name: str, old: str, new: str) -> bool:
    """Whether a pattern of any rule of a file can match in either text."""
    met, needs = _met(old, new), _needs()
    return any(
        (own := needed & of_side) and own & met == own
        for _, needed in needs.of_rule[name]
        for of_side in needs.of_side.values()
    )


@lru_cache(maxsize=16)
def _met(old: str, new: str) -> int:
    """The conditions that the words of a change meet."""
    of_side = _needs().of_side
    return (_conditions(old) & of_side[Side.OLD]) | (_conditions(new) & of_side[Side.NEW])


def _conditions(text: str) -> int:
    """The conditions that the words of a text meet; all in Chinese, whose words have no gaps."""
    if has_han(text):
        return -1
    return reduce(or_, filter(None, map(_MET.__getitem__, text.split())), 0)


def _met_by(stretch: str) -> int:
    """The conditions that the words of a stretch without spaces meet."""
    by_beginning = _needs().by_beginning
    met = 0
    for word in _WORD.findall(stretch):
        closed = word + END
        for end in range(FEWEST, len(closed) + 1):
            met |= by_beginning.get(closed[:end], 0)
    return met


_MET = Remembered(_met_by)


@cache
def _needs() -> _Needs:
    numbers: dict[tuple[Side, Words], int] = {}
    of_rule = {
        name: tuple((rule, _needed(rule, numbers)) for rule in rules(name)) for name in _FILES
    }
    by_beginning: defaultdict[str, int] = defaultdict(int)
    of_side = dict.fromkeys(Side, 0)
    for (side, words), number in numbers.items():
        of_side[side] |= 1 << number
        for word in words:
            by_beginning[word] |= 1 << number
    return _Needs(by_beginning, of_side, of_rule)


def _needed(rule: Rule, numbers: dict[tuple[Side, Words], int]) -> int:
    """The conditions of one rule; new ones are numbered."""
    needed = 0
    for side, pattern in ((Side.OLD, rule.lost), (Side.NEW, rule.gained), *rule.needs):
        for words in required(pattern.pattern) if pattern else ():
            needed |= 1 << numbers.setdefault((side, words), len(numbers))
    return needed
