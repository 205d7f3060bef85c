"""Which words in common are worth showing as unchanged, and where should a mark begin?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.comparison.scripts import is_unspaced
from gazette.comparison.sequences import Block, equal_shifts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette.comparison.tokens import Tokens

_ISLAND = 2
"""Unchanged words between two marks that only interrupt the reader.

Of a script without spaces, in which a token is half a word, twice as many.
"""
_OUTWEIGHED = 0.5
"""An unchanged stretch is dropped if it is shorter than this share of the marks around it."""
_REWRITTEN = 0.3
"""Share of words in common below which a clause is shown as replaced, whole sentences apart."""
_SENTENCE = 5
"""Words and signs of a stretch that is worth keeping even then."""
_FARTHEST = 40
"""Words that an edge may slide in search of a better place."""


def legible(before: Tokens, after: Tokens, blocks: Sequence[Block]) -> list[Block]:
    """The stretches of unchanged words that a lawyer would leave unmarked.

    The fewest marked words make the worst redline: a rewritten sentence becomes confetti,
    held together by "the" and "of". So short unchanged stretches between marks are given up
    (after Fraser's semantic clean-up, Google diff-match-patch, 2006), and where an insertion
    or a deletion could stand in several places, it stands at the edge of a phrase.
    """
    kept = _merged(blocks)
    while True:
        fewer = _without_islands(before, after, kept)
        if len(fewer) == len(kept):
            break
        kept = fewer
    common = sum(block.size for block in kept)
    if common < _REWRITTEN * max(len(before.keys), len(after.keys)) and not _contained(
        before, after, common
    ):
        kept = [block for block in kept if block.size >= _SENTENCE]
    return _slid(before, after, kept)


def _contained(before: Tokens, after: Tokens, common: int) -> bool:
    """Is nearly all of the shorter text in the longer one? Then it was lengthened or cut."""
    return common >= (1 - _REWRITTEN) * min(len(before.keys), len(after.keys))


def _merged(blocks: Sequence[Block]) -> list[Block]:
    """Blocks of which no two adjoin."""
    merged: list[Block] = []
    for block in blocks:
        if merged:
            i, j, size = merged[-1]
            if i + size == block.i and j + size == block.j:
                merged[-1] = Block(i, j, size + block.size)
                continue
        if block.size:
            merged.append(block)
    return merged


def _without_islands(before: Tokens, after: Tokens, blocks: list[Block]) -> list[Block]:
    kept: list[Block] = []
    i = j = 0
    for at, block in enumerate(blocks):
        if at + 1 < len(blocks):
            next_i, next_j = blocks[at + 1].i, blocks[at + 1].j
        else:
            next_i, next_j = len(before.keys), len(after.keys)
        end_i, end_j = block.i + block.size, block.j + block.size
        left = max(_length(before, i, block.i), _length(after, j, block.j))
        right = max(_length(before, end_i, next_i), _length(after, end_j, next_j))
        if left and right:
            own = _length(before, block.i, end_i)
            if _is_island(before, block) or own < _OUTWEIGHED * min(left, right):
                continue
        kept.append(block)
        i, j = end_i, end_j
    return kept


def _is_island(before: Tokens, block: Block) -> bool:
    if block.size <= _ISLAND:
        return True
    return block.size <= 2 * _ISLAND and all(
        map(is_unspaced, before.keys[block.i : block.i + block.size])
    )


def _length(side: Tokens, start: int, end: int) -> int:
    """Characters that a stretch of words takes."""
    return side.ends[end - 1] - side.starts[start] if end > start else 0


# Edges ----------------------------------------------------------------------------------


def _slid(before: Tokens, after: Tokens, blocks: list[Block]) -> list[Block]:
    """The blocks, with each pure insertion or deletion moved to where it reads best."""
    slid = list(blocks)
    for at in range(len(slid) - 1):
        one, other = slid[at], slid[at + 1]
        deleted = other.i - one.i - one.size
        inserted = other.j - one.j - one.size
        if deleted and inserted:
            continue
        side = before if deleted else after
        start = one.i + one.size if deleted else one.j + one.size
        shift = _best_shift(side, start, start + (deleted or inserted), one.size, other.size)
        slid[at] = Block(one.i, one.j, one.size + shift)
        slid[at + 1] = Block(other.i + shift, other.j + shift, other.size - shift)
    return [block for block in slid if block.size]


def _best_shift(side: Tokens, start: int, end: int, before: int, after: int) -> int:
    """By how many words a marked stretch should slide to the right (left if negative).

    Args:
        side: The text that has the stretch.
        start: First word of it.
        end: The word after it.
        before: Unchanged words before it.
        after: Unchanged words after it.
    """
    shifts = equal_shifts(side.keys, start, end, min(before, _FARTHEST), min(after, _FARTHEST))
    return max(
        (0, *shifts), key=lambda shift: _edge(side, start + shift) + _edge(side, end + shift)
    )


_ENDS_SENTENCE = frozenset(".!?。！？")
_ENDS_CLAUSE = frozenset(";:；：")
_ENDS_PHRASE = frozenset(',，、)）"”’')
_BEGINS_PHRASE = frozenset({",", "，", "、", "(", "（", "and", "or", "but", "和", "或", "及", "“"})


def _edge(side: Tokens, at: int) -> int:
    """How good a place it is for a mark's edge, just before a word."""
    if at in {0, len(side.keys)}:
        return 5
    between = side.text[side.ends[at - 1] : side.starts[at]]
    if "\n" in between:
        return 5
    last = side.keys[at - 1]
    if last in _ENDS_SENTENCE:
        return 4
    if last in _ENDS_CLAUSE:
        return 3
    if last in _ENDS_PHRASE or side.keys[at] in _BEGINS_PHRASE:
        return 2
    return 1 if between else 0
