"""Which paragraph ends can a word processor take away?

A deleted or inserted end joins its paragraph to the next one, so before a table, or at the very
end, LibreOffice would leave an empty paragraph behind. There the change begins at the end of the
paragraph before, as if someone had typed on from there: the ends move up by one.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from gazette.render.word.values import Fate, Shape, TrackedParagraph, TrackedRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Block: TypeAlias = TrackedParagraph | TrackedRow

_GONE = frozenset({Fate.DELETED, Fate.MOVED_FROM})


def settled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same changes, with ends that join what follows only where a paragraph follows."""
    found = list(_set_as_next(tuple(_rows_together(blocks))))
    for tail in tuple(_tails(found)):
        paragraphs = [block for block in found[tail] if isinstance(block, TrackedParagraph)]
        found[tail] = _moved_up(paragraphs)
    return tuple(found)


def _rows_together(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; where rows came or went, what went stands first, so that no table is torn."""
    for fates, stretch in itertools.groupby(blocks, key=lambda block: bool(_fate(block))):
        changed = list(stretch)
        if fates and any(isinstance(block, TrackedRow) for block in changed):
            changed.sort(key=lambda block: _fate(block) is not Fate.DELETED)
        yield from changed


def _set_as_next(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; what a moved paragraph leaves behind is set as the paragraph that it joins.

    LibreOffice sets two that it joins as the first of them.
    """
    found: list[Block] = []
    old: Shape | None = None
    new: Shape | None = None
    for block in reversed(blocks):
        if isinstance(block, TrackedRow):
            old = new = None
            found.append(block)
            continue
        was, shape = block.was or block.shape, block.shape
        if block.mark is Fate.DELETED:
            old = was
            shape = new or shape if block.move else shape
        elif block.mark is Fate.INSERTED:
            new = shape
            was = old or was if block.move else was
        else:
            old, new = was, shape
        found.append(replace(block, shape=shape, was=was if was != shape else None))
    return reversed(found)


def _fate(block: Block) -> Fate:
    """What became of it as a whole; a paragraph of which anything else stays is kept."""
    if isinstance(block, TrackedRow):
        return block.fate
    is_whole = all(
        run.fate and (run.fate in _GONE) is (block.mark is Fate.DELETED) for run in block.runs
    )
    return block.mark if is_whole else Fate.KEPT


def _tails(blocks: Sequence[Block]) -> Iterator[slice]:
    """Where a kept paragraph, and then some whose ends are not kept, stand last before a table."""
    start: int | None = None
    for at, block in enumerate((*blocks, None)):
        if isinstance(block, TrackedParagraph):
            start = at if not block.mark else start
            continue
        if start is not None and start + 1 < at:
            yield slice(start, at)
        start = None


def _moved_up(paragraphs: Sequence[TrackedParagraph]) -> list[TrackedParagraph]:
    """Each end's fate given to the paragraph before it, and the last end kept.

    Joined paragraphs are set as the last of them, so that one has to be set as the first was.
    """
    old = new = paragraphs[0].shape
    old = paragraphs[0].was or old
    found = [replace(paragraphs[0], mark=paragraphs[1].mark)]
    for at, paragraph in enumerate(paragraphs[1:], start=1):
        if paragraph.mark is Fate.DELETED:
            old = paragraph.shape
        else:
            new = paragraph.shape
        mark = paragraphs[at + 1].mark if at + 1 < len(paragraphs) else Fate.KEPT
        was = old if old != new else None
        found.append(replace(paragraph, shape=new, was=was, mark=mark))
    return found
