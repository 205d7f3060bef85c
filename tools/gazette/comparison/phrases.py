"""Which phrases do two texts have in common, in order?"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from gazette.comparison.sequences import Block, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

LEAST = 3
"""Words of a phrase: fewer stand in any two clauses."""
_FORMULA = 12
"""Places of the new text in which a phrase may stand and still say which words went where."""


def common_phrases(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Stretches of words in common, in order; where two cross, the longer is chosen.

    Only those that hold a phrase with few places in the new text. So the cost is linear, and two
    texts in which a formula recurs do not meet at each of its places.
    """
    waiting: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for i, j, size in _stretches(old, new):
        waiting[size].append((i, j))
    chosen: list[Block] = []
    old_ends: list[int] = []
    new_ends: list[int] = []
    for size in range(max(waiting, default=0), LEAST - 1, -1):
        for i, j in sorted(waiting[size]):
            at = min(bisect(old_ends, i), bisect(new_ends, j))
            if at == len(chosen) or (i + size <= chosen[at].i and j + size <= chosen[at].j):
                chosen.insert(at, Block(i, j, size))
                old_ends.insert(at, i + size)
                new_ends.insert(at, j + size)
            else:  # A longer one stands in its way: what is before and after that waits on.
                before = min(chosen[at].i - i, chosen[at].j - j)
                after = max(old_ends[at] - i, new_ends[at] - j)
                waiting[before].append((i, j))
                waiting[size - after].append((i + after, j + after))
    return chosen


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[Block]:
    """Every stretch in common that cannot be lengthened, from the phrases in it that are rare."""
    places = _places(tuple(new))
    ends: dict[int, int] = {}
    """Where on the old side the last one ends, by how much further on the new side it stands."""
    for i, phrase in enumerate(runs_of(old, LEAST)):
        for j in places.get(phrase, ()):
            if i >= ends.get(j - i, 0):
                block = _lengthened(old, new, i, j)
                ends[j - i] = block.i + block.size
                yield block


@lru_cache(maxsize=2**3)
def _places(words: tuple[str, ...]) -> Mapping[tuple[str, ...], Sequence[int]]:
    """Where each phrase of a text stands, but for formulas.

    Remembered, for a text is compared with many versions of another.
    """
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, phrase in enumerate(runs_of(words, LEAST)):
        places[phrase].append(at)
    return {phrase: found for phrase, found in places.items() if len(found) <= _FORMULA}


def _lengthened(old: Sequence[str], new: Sequence[str], i: int, j: int) -> Block:
    """A phrase in common with all the equal words on both sides of it."""
    end, other = i + LEAST, j + LEAST
    while i and j and old[i - 1] == new[j - 1]:
        i -= 1
        j -= 1
    while end < len(old) and other < len(new) and old[end] == new[other]:
        end += 1
        other += 1
    return Block(i, j, end - i)
