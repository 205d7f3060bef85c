"""Which clauses stand together on the page: in one list, one table, one quotation?"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gazette.document.tables import CELL_BORDER, is_delimiter_row
from gazette.model import ClauseKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.model import Clause

_FOOTNOTE = re.compile(r"\s*\[(\^[^\]\s]+)\]:")


@dataclass(frozen=True, slots=True)
class Placed:
    """One clause, and its permanent address."""

    clause: Clause
    anchor: str
    history: str = ""
    """The link to what became of it from version to version, or empty."""

    @property
    def label(self) -> str:
        """The number as printed, or a footnote's sign, or empty."""
        if self.clause.kind is ClauseKind.FOOTNOTE:
            sign = _FOOTNOTE.match(self.clause.source)
            return f"[{sign[1]}]" if sign else ""
        return self.clause.label.strip()

    @property
    def starts_table(self) -> bool:
        """Whether it is the header row of a table."""
        lines = self.clause.source.split("\n")
        return len(lines) > 1 and is_delimiter_row(lines[1])

    @property
    def called(self) -> str:
        """What a link to it is called."""
        return f"clause {self.clause.number}" if self.clause.number else "this passage"


@dataclass(slots=True)
class Item:
    """One item of a list: its clauses, and the lists in it."""

    head: Placed
    rest: list[Placed | Block] = field(default_factory=list)


@dataclass(slots=True)
class Block:
    """What one template macro renders: ``kind`` names it."""

    kind: ClauseKind
    clauses: list[Placed] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    """Of a list; then ``clauses`` is empty."""
    level: int = 0
    """Of a heading, as it is on the page."""

    @property
    def is_ordered(self) -> bool:
        """Whether every item of a list has a printed number."""
        return all(item.head.label for item in self.items)


def blocks(placed: Sequence[Placed], *, top: int = 2) -> list[Block]:
    """The clauses in blocks, in order.

    Args:
        placed: The clauses of a document, or a stretch of them.
        top: The level that the highest heading gets; no level below it is skipped.
    """
    found: list[Block] = []
    open_items: list[Item] = []
    levels = _Levels(placed, top)
    for one in placed:
        clause = one.clause
        if clause.kind is ClauseKind.ITEM:
            _list_item(found, open_items, one)
        elif clause.kind is ClauseKind.PARAGRAPH and clause.level and open_items:
            open_items[min(clause.level, len(open_items)) - 1].rest.append(one)
        else:
            open_items.clear()
            if _continues(found, one):
                found[-1].clauses.append(one)
            else:
                found.append(Block(clause.kind, [one], level=levels.of(clause)))
    return found


def _list_item(found: list[Block], open_items: list[Item], one: Placed) -> None:
    """Hang an item into the list that its depth says, or start one."""
    depth = min(max(one.clause.level, 1), len(open_items) + 1)
    del open_items[depth - 1 :]
    siblings: list[Placed | Block] | list[Block] = open_items[-1].rest if open_items else found
    last = siblings[-1] if siblings else None
    if (
        not isinstance(last, Block)
        or last.kind is not ClauseKind.ITEM
        or bool(last.items[-1].head.label) is not bool(one.label)
    ):
        last = Block(ClauseKind.ITEM)
        siblings.append(last)
    item = Item(one)
    last.items.append(item)
    open_items.append(item)


_JOINED = frozenset(
    {ClauseKind.ROW, ClauseKind.TERM, ClauseKind.DESCRIPTION, ClauseKind.QUOTE, ClauseKind.FOOTNOTE}
)
_DEFINING = frozenset({ClauseKind.TERM, ClauseKind.DESCRIPTION})


def _continues(found: list[Block], one: Placed) -> bool:
    """Does a clause belong to the block before it?"""
    if not found or found[-1].items:
        return False
    kind, last = one.clause.kind, found[-1].kind
    if kind is ClauseKind.ROW:
        return last is kind and not one.starts_table
    return (kind is last and kind in _JOINED) or {kind, last} <= _DEFINING


class _Levels:
    """Heading levels without a gap, from the page's own top level downwards."""

    def __init__(self, placed: Sequence[Placed], top: int) -> None:
        used = [one.clause.level for one in placed if one.clause.kind is ClauseKind.HEADING]
        self._top = top
        self._open: list[int] = [min(used, default=1)]

    def of(self, clause: Clause) -> int:
        """The level on the page; 0 for what is no heading."""
        if clause.kind is not ClauseKind.HEADING:
            return 0
        while len(self._open) > 1 and self._open[-1] >= clause.level:
            self._open.pop()
        if clause.level > self._open[-1]:
            self._open.append(clause.level)
        return min(self._top + len(self._open) - 1, 6)


def cells(body: str) -> list[str]:
    """The inline Markdown of each cell of a row's body (cells joined by " | ")."""
    found, start = [], 0
    for border in CELL_BORDER.finditer(body):
        if border["border"]:
            found.append(body[start : border.start()])
            start = border.end()
    return [cell.strip() for cell in (*found, body[start:])]


def rows(block: Block) -> tuple[list[Placed], list[Placed]]:
    """The header rows of a table, and its other rows."""
    head = list(itertools.takewhile(lambda one: one.starts_table, block.clauses))
    return head, block.clauses[len(head) :]


def headings(placed: Sequence[Placed], *, top: int = 2) -> Iterator[tuple[int, Placed]]:
    """The headings, each with its level on the page."""
    for block in blocks(placed, top=top):
        if block.kind is ClauseKind.HEADING:
            yield block.level, block.clauses[0]
