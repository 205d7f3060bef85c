"""Which words changed inside a pair of clauses?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.comparison.legible import legible
from gazette.comparison.sequences import Block, Budget, common_blocks
from gazette.comparison.tokens import Tokens, tokens
from gazette.model import Op, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def edits(old: str, new: str, budget: Budget) -> tuple[Run, ...]:
    """What became of every character.

    Equal and deleted runs joined are the old text, equal and inserted ones the new.
    """
    before, after = tokens(old), tokens(new)
    blocks = common_blocks(before.keys, after.keys, budget)
    return runs(before, after, legible(before, after, blocks))


def runs(before: Tokens, after: Tokens, blocks: Sequence[Block]) -> tuple[Run, ...]:
    """The runs of characters for given stretches of equal words."""
    return tuple(_joined(_pieces(before, after, blocks)))


def _pieces(before: Tokens, after: Tokens, blocks: Sequence[Block]) -> Iterator[Run]:
    """Runs, of which several in a row may share their fate."""
    i = j = 0
    for p, q, size in blocks:
        start, other_start = before.starts[p], after.starts[q]
        yield from _between(before.text[i:start], after.text[j:other_start])
        i, j = before.ends[p + size - 1], after.ends[q + size - 1]
        if before.text[start:i] == after.text[other_start:j]:
            yield Run(Op.EQUAL, before.text[start:i])
        else:
            yield from _respaced(before, after, Block(p, q, size))
    yield from _between(before.text[i:], after.text[j:])


def _respaced(before: Tokens, after: Tokens, block: Block) -> Iterator[Run]:
    """Equal words with other white space between them, or composed otherwise (NFC)."""
    p, q, size = block
    text, other = before.text, after.text
    since, last, other_last = before.starts[p], before.starts[p], after.starts[q]
    for k in range(size):
        end, other_end = before.ends[p + k], after.ends[q + k]
        if text[last:end] != other[other_last:other_end]:
            start, other_start = before.starts[p + k], after.starts[q + k]
            yield Run(Op.EQUAL, text[since:last])
            yield from _between(text[last:start], other[other_last:other_start])
            since = start
            if text[start:end] != other[other_start:other_end]:
                yield Run(Op.DELETE, text[start:end])
                yield Run(Op.INSERT, other[other_start:other_end])
                since = end
        last, other_last = end, other_end
    yield Run(Op.EQUAL, text[since:last])


def _between(old: str, new: str) -> Iterator[Run]:
    """What stands between two equal words: the white space around a mark is kept out of it."""
    if old == new:
        if old:
            yield Run(Op.EQUAL, old)
        return
    start = _shared_space(old, new)
    end = _shared_space(old[start:][::-1], new[start:][::-1])
    yield Run(Op.EQUAL, old[:start])
    yield Run(Op.DELETE, old[start : len(old) - end])
    yield Run(Op.INSERT, new[start : len(new) - end])
    yield Run(Op.EQUAL, old[len(old) - end :])


def _shared_space(old: str, new: str) -> int:
    """Length of the white space that both begin with."""
    count = 0
    for left, right in zip(old, new, strict=False):
        if left != right or not left.isspace():
            break
        count += 1
    return count


def _joined(pieces: Iterator[Run]) -> Iterator[Run]:
    """Runs in which no two neighbours share their fate; deleted before inserted."""
    gone: list[str] = []
    come: list[str] = []
    kept: list[str] = []
    for piece in pieces:
        if not piece.text:
            continue
        if piece.op is Op.EQUAL:
            if gone:
                yield Run(Op.DELETE, "".join(gone))
                gone.clear()
            if come:
                yield Run(Op.INSERT, "".join(come))
                come.clear()
            kept.append(piece.text)
        else:
            if kept:
                yield Run(Op.EQUAL, "".join(kept))
                kept.clear()
            (gone if piece.op is Op.DELETE else come).append(piece.text)
    for op, texts in ((Op.EQUAL, kept), (Op.DELETE, gone), (Op.INSERT, come)):
        if texts:
            yield Run(op, "".join(texts))
