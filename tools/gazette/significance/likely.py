"""Which rules can hold for a change at all, by the words that differ?

One look at these words rules out most rules, where asking each rule takes longer than all its
patterns do. Rules are bits of a number, in their order.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from gazette.significance.patterns import differing, rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from gazette.significance.patterns import Pattern, Rule, Stretch

_EVERY = -1


@dataclass(frozen=True, slots=True)
class _Index:
    """The rules by the first letters of a word of which one must stand in a stretch of text."""

    by_letters: Mapping[str, int]
    others: int
    """Those that need none."""

    def possible(self, stretch: Stretch) -> int:
        """The rules for which such a word stands there."""
        if (words := stretch.words) is None:
            return _EVERY
        found = self.others
        for letters in self.by_letters.keys() & words:
            found |= self.by_letters[letters]
        return found


def likely(name: str, old: str, new: str) -> Iterator[Rule]:
    """The rules of one packaged file (``limits``) that can hold, in its order.

    Texts are given ``folded``.
    """
    gone, come = differing(old, new)
    by_lost, by_gained = _indexes(name)
    possible = by_lost.possible(gone) & by_gained.possible(come)
    return (rule for at, rule in enumerate(rules(name)) if possible >> at & 1)


@cache
def _indexes(name: str) -> tuple[_Index, _Index]:
    """By what must be gone, and by what must have come.

    Of a new text some sentences may not count; then other stretches differ.
    """
    every = rules(name)
    gained = (None if rule.unless_added else rule.gained for rule in every)
    return _index(rule.lost for rule in every), _index(gained)


def _index(patterns: Iterable[Pattern | None]) -> _Index:
    by_letters: defaultdict[str, int] = defaultdict(int)
    others = 0
    for at, pattern in enumerate(patterns):
        if pattern is None or pattern.beginnings is None:
            others |= 1 << at
        else:
            for letters in pattern.beginnings:
                by_letters[letters] |= 1 << at
    return _Index(dict(by_letters), others)
