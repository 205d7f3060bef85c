"""Which tracked changes make a word processor's document of a comparison?

Accepting all of them gives the new text, rejecting all the old one, paragraph by paragraph.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from gazette.model import ChangeKind, ClauseKind, Side
from gazette.render.blocks import Placed
from gazette.render.word.ends import settled
from gazette.render.word.runs import BORDER, BREAK, changed_runs, side_runs
from gazette.render.word.values import (
    Fate,
    Shape,
    TrackedParagraph,
    TrackedRow,
    TrackedRun,
    TrackedTable,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.model import Change, Clause, Comparison


def tracked(comparison: Comparison) -> tuple[TrackedParagraph | TrackedTable, ...]:
    """The paragraphs and tables of both texts in one."""
    found: list[TrackedParagraph | TrackedTable] = []
    blocks = settled(tuple(_all(comparison)))
    for columns, rows in itertools.groupby(blocks, key=_columns):
        if columns:
            found.append(TrackedTable(tuple(row for row in rows if isinstance(row, TrackedRow))))
        else:
            found += [row for row in rows if isinstance(row, TrackedParagraph)]
    return tuple(found)


def _columns(block: TrackedParagraph | TrackedRow) -> int:
    return len(block.cells) if isinstance(block, TrackedRow) else 0


def _all(comparison: Comparison) -> Iterator[TrackedParagraph | TrackedRow]:
    for change, place, move in _in_order(comparison):
        if place is not None:
            yield from _one_side(change, place, move)
        elif any(clause.kind is ClauseKind.ROW for clause in (*change.old, *change.new)):
            yield from _row(change)
        else:
            yield from _paragraphs(change)


def _in_order(comparison: Comparison) -> Iterator[tuple[Change, Side | None, int]]:
    """The rows in reading order: those of one side alone, and moved ones at both their places.

    Moves are counted from 1; 0 is none.
    """
    index = {id(clause): at for at, clause in enumerate(comparison.old.clauses)}
    moved = [row for row in comparison.rows if ChangeKind.MOVED in row.kinds]
    moves = {id(row): at for at, row in enumerate(moved, start=1)}
    waiting = sorted(moved, key=lambda row: index[id(row.old[0])], reverse=True)
    for row in comparison.rows:
        move = moves.get(id(row), 0)
        if row.old and not move:
            while waiting and index[id(waiting[-1].old[0])] < index[id(row.old[0])]:
                origin = waiting.pop()
                yield origin, Side.OLD, moves[id(origin)]
        place = Side.OLD if not row.new else Side.NEW if move or not row.old else None
        yield row, place, move
    for row in reversed(waiting):
        yield row, Side.OLD, moves[id(row)]


# Paragraphs -----------------------------------------------------------------------------


def _paragraphs(change: Change) -> Iterator[TrackedParagraph]:
    """The paragraphs of clauses that both sides have; splits and merges track their ends."""
    old, new = iter(change.old), iter(change.new)
    before, after = next(old), next(new)
    runs = _labels(before, after)
    for run in changed_runs(change):
        for at, text in enumerate(run.text.split(BREAK)):
            if at:
                yield _paragraph(before, after, runs, run.fate)
                gone = next(old, None) if run.fate is not Fate.INSERTED else None
                came = next(new, None) if run.fate is not Fate.DELETED else None
                before, after = gone or before, came or after
                runs = _labels(gone, came)
            if text:
                runs.append(run.of(text))
    yield _paragraph(before, after, runs, Fate.KEPT)


def _one_side(change: Change, side: Side, move: int = 0) -> Iterator[TrackedParagraph | TrackedRow]:
    """The clauses of one side: all deleted, inserted or moved."""
    clauses = change.old if side is Side.OLD else change.new
    own = Fate.DELETED if side is Side.OLD else Fate.INSERTED
    moved = Fate.MOVED_FROM if side is Side.OLD else Fate.MOVED_TO
    pairs = list(zip(change.old, change.new, strict=False)) if move else []
    for at, (clause, runs) in enumerate(zip(clauses, side_runs(change, side), strict=True)):
        if clause.kind is ClauseKind.ROW:
            yield _whole_row(clause, runs, own)
            continue
        # Each origin has one target: what was split off on the way came, and no row is moved.
        is_moved = at < len(pairs) and all(one.kind is not ClauseKind.ROW for one in pairs[at])
        fate = moved if is_moved else own
        label = [TrackedRun(fate, _label(clause))] if _label(clause) else []
        words = [replace(run, fate=run.fate or fate) for run in runs]
        # The end of a moved paragraph is no part of the move: LibreOffice would leave it behind.
        yield TrackedParagraph(
            _shape(clause),
            None,
            (*label, *words),
            own,
            moved=moved if is_moved else Fate.KEPT,
            move=f"move{move}-{at + 1}" if is_moved else "",
        )


def _paragraph(
    before: Clause, after: Clause, runs: Sequence[TrackedRun], mark: Fate
) -> TrackedParagraph:
    was, shape = _shape(before), _shape(after)
    return TrackedParagraph(shape, was if was != shape else None, tuple(runs), mark)


def _shape(clause: Clause) -> Shape:
    is_bullet = clause.kind is ClauseKind.ITEM and not clause.label
    return Shape(clause.kind, clause.level, is_bullet)


def _labels(old: Clause | None, new: Clause | None) -> list[TrackedRun]:
    """The printed number of a paragraph."""
    before, after = (_label(clause) if clause else "" for clause in (old, new))
    if before == after:
        return [TrackedRun(Fate.KEPT, after)] if after else []
    fates = ((Fate.DELETED, before), (Fate.INSERTED, after))
    return [TrackedRun(fate, label) for fate, label in fates if label]


def _label(clause: Clause) -> str:
    """A clause's number, or a footnote's sign, and a space; or empty."""
    label = Placed(clause, "").label
    return f"{label} " if label else ""


# Tables ---------------------------------------------------------------------------------


def _row(change: Change) -> Iterator[TrackedParagraph | TrackedRow]:
    """A changed row: cell by cell where its borders stand, else one for the other."""
    runs = changed_runs(change)
    is_pair = len(change.old) == 1 == len(change.new)
    has_borders = all(run.fate is Fate.KEPT for run in runs if BORDER in run.text)
    if is_pair and change.old[0].kind is change.new[0].kind and has_borders:
        yield TrackedRow(_cells(runs), Fate.KEPT, Placed(change.new[0], "").starts_table)
        return
    yield from _one_side(change, Side.OLD)
    yield from _one_side(change, Side.NEW)


def _whole_row(clause: Clause, runs: Sequence[TrackedRun], fate: Fate) -> TrackedRow:
    whole = [TrackedRun(fate, run.text, run.tags) for run in runs]
    return TrackedRow(_cells(whole), fate, Placed(clause, "").starts_table)


def _cells(runs: Sequence[TrackedRun]) -> tuple[tuple[TrackedRun, ...], ...]:
    cells: list[list[TrackedRun]] = [[]]
    for run in runs:
        for at, text in enumerate(run.text.split(BORDER)):
            if at:
                cells.append([])
            if text:
                cells[-1].append(run.of(text))
    return tuple(tuple(_trimmed(_trimmed(cell, 1), -1)) for cell in cells)


def _trimmed(cell: Sequence[TrackedRun], step: int) -> list[TrackedRun]:
    """The runs of a cell without the white space at its beginning (1) or at its end (-1)."""
    kept = []
    waiting = {Fate.DELETED, Fate.INSERTED}
    for run in cell[::step]:
        sides = {run.fate} if run.fate else {Fate.DELETED, Fate.INSERTED}
        text = run.text
        if sides <= waiting:
            text = text.lstrip(" ") if step == 1 else text.rstrip(" ")
        if text:
            kept.append(run.of(text))
            waiting -= sides
    return kept[::step]
