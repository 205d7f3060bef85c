"""Which cells of a table's row changed, and which words in them?"""

from __future__ import annotations

import re
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from gazette.comparison.likeness import likeness, profile
from gazette.comparison.sequences import common_blocks, heaviest_run
from gazette.comparison.words import edits
from gazette.model import Op, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.comparison.sequences import Budget

_BORDER = re.compile(r"( ?\| ?)")


class _Cell(NamedTuple):
    """A cell's text, and the border after it as it stands (empty after the last)."""

    text: str
    border: str


def row_edits(old: str, new: str, budget: Budget) -> tuple[Run, ...]:
    """What became of every character of a row, cell by cell.

    No mark of replaced words crosses a border, so that what a cell lost stands in that cell
    even where a column was added beside it.
    """
    pieces = (piece for piece in _pieces(_cells(old), _cells(new), budget) if piece.text)
    return tuple(
        Run(op, "".join([piece.text for piece in same]))
        for op, same in groupby(pieces, key=attrgetter("op"))
    )


def _cells(text: str) -> list[_Cell]:
    parts = [*_BORDER.split(text), ""]
    return [_Cell(*parts[at : at + 2]) for at in range(0, len(parts), 2)]


def _pieces(old: Sequence[_Cell], new: Sequence[_Cell], budget: Budget) -> Iterator[Run]:
    i = j = 0
    for p, q in [*_same_cells(old, new, budget), (len(old), len(new))]:
        yield from (Run(Op.DELETE, part) for cell in old[i:p] for part in cell)
        yield from (Run(Op.INSERT, part) for cell in new[j:q] for part in cell)
        if p < len(old):
            yield from edits(old[p].text, new[q].text, budget)
            if old[p].border == new[q].border:
                yield Run(Op.EQUAL, old[p].border)
            else:
                yield Run(Op.DELETE, old[p].border)
                yield Run(Op.INSERT, new[q].border)
        i, j = p + 1, q + 1


def _same_cells(
    old: Sequence[_Cell], new: Sequence[_Cell], budget: Budget
) -> Iterator[tuple[int, int]]:
    """Which cell became which: those with equal text, and between them the most alike.

    Where as many cells stand between equal ones on both sides, each is the one at its place.
    """
    blocks = common_blocks([cell.text for cell in old], [cell.text for cell in new], budget)
    i = j = 0
    for p, q, size in [*blocks, (len(old), len(new), 0)]:
        if p - i == q - j:
            yield from zip(range(i, p), range(j, q), strict=True)
        else:
            yield from _most_alike(old, new, range(i, p), range(j, q))
        yield from zip(range(p, p + size), range(q, q + size), strict=True)
        i, j = p + size, q + size


def _most_alike(
    old: Sequence[_Cell], new: Sequence[_Cell], olds: range, news: range
) -> Iterator[tuple[int, int]]:
    before = {at: profile(old[at].text) for at in olds}
    after = {at: profile(new[at].text) for at in news}
    pairs = [(p, q) for p in olds for q in news if likeness(before[p], after[q])]
    weights = [likeness(before[p], after[q]) for p, q in pairs]
    yield from (pairs[k] for k in heaviest_run(pairs, weights))
