"""What became of each stretch of a change, as a word processor tracks it?"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from gazette.markup import visible
from gazette.model import ClauseKind, Op, Side
from gazette.render.blocks import cells
from gazette.render.marked import Glyph, glyphs_of
from gazette.render.word.values import Fate, TrackedRun, address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.model import Change, Clause

BREAK = "\n"
"""Stands between two clauses."""
BORDER = "\ufdd0"
"""Stands between two cells; Unicode keeps it for a program's own use, so no text holds it."""


def changed_runs(change: Change) -> list[TrackedRun]:
    """The runs of both sides in one, with :data:`BREAK` and :data:`BORDER` in their texts.

    Words that only got or lost emphasis are kept and remember it; a link that leads elsewhere is
    one deleted and one inserted, for no word processor tracks where a link leads.
    """
    old, new = _glyphs(change.old), _glyphs(change.new)
    found: list[TrackedRun] = []
    i = j = 0
    for run in change.runs:
        before = old[i : i + len(run.text)] if run.op is not Op.INSERT else []
        after = new[j : j + len(run.text)] if run.op is not Op.DELETE else []
        i, j = i + len(before), j + len(after)
        if run.op is Op.EQUAL:
            found += _equal(before, after)
        else:
            fate = Fate.DELETED if run.op is Op.DELETE else Fate.INSERTED
            found += _same_fate(before or after, fate)
    return found


def side_runs(change: Change, side: Side) -> list[list[TrackedRun]]:
    """The runs of one side, clause by clause: deleted or inserted, kept if both sides have them."""
    gone = Op.INSERT if side is Side.OLD else Op.DELETE
    fates = {Op.EQUAL: Fate.KEPT, Op.DELETE: Fate.DELETED, Op.INSERT: Fate.INSERTED}
    glyphs = _glyphs(change.old if side is Side.OLD else change.new)
    found: list[list[TrackedRun]] = [[]]
    at = 0
    for run in change.runs:
        if run.op is gone:
            continue
        stretch = glyphs[at : at + len(run.text)]
        at += len(stretch)
        for one in _same_fate(stretch, fates[run.op]):
            first, *others = one.text.split(BREAK)
            found[-1] += [one.of(first)] if first else []
            found += ([one.of(text)] if text else [] for text in others)
    return found


def _equal(before: Sequence[Glyph], after: Sequence[Glyph]) -> Iterator[TrackedRun]:
    """Characters that both sides have, where their styles may differ."""
    pairs = zip(before, after, strict=True)
    for is_same, stretch in itertools.groupby(pairs, key=_is_same):
        one, other = zip(*stretch, strict=True)
        if is_same:
            both = zip(one, other, strict=True)
            for (was, tags), same in itertools.groupby(both, key=lambda b: (b[0].tags, b[1].tags)):
                text = "".join([glyph.shown for _, glyph in same])
                yield TrackedRun(Fate.KEPT, text, tags, was if was != tags else None)
        else:
            yield from _same_fate(one, Fate.DELETED)
            yield from _same_fate(other, Fate.INSERTED)


def _is_same(pair: tuple[Glyph, Glyph]) -> bool:
    """Whether a word processor can keep it: the same sign, leading to the same place."""
    before, after = pair
    return before.shown == after.shown and address(before.tags) == address(after.tags)


def _same_fate(glyphs: Sequence[Glyph], fate: Fate) -> Iterator[TrackedRun]:
    for tags, same in itertools.groupby(glyphs, key=lambda glyph: glyph.tags):
        yield TrackedRun(fate, "".join([glyph.shown for glyph in same]), tags)


# Glyphs ---------------------------------------------------------------------------------


def _glyphs(clauses: Sequence[Clause]) -> list[Glyph]:
    """One for each character of the clauses' texts; breaks and borders are signs of their own."""
    glyphs: list[Glyph] = []
    for clause in clauses:
        if glyphs or clause is not clauses[0]:
            glyphs.append(Glyph(BREAK, ()))
        start = len(glyphs)
        glyphs += glyphs_of([clause])
        for border in _borders(clause):
            glyphs[start + border] = Glyph(BORDER, ())
    return glyphs


def _borders(clause: Clause) -> list[int]:
    """Where in a row's text its cells end; none where the text does not say."""
    if clause.kind is not ClauseKind.ROW:
        return []
    found = []
    at, text = 0, clause.text
    for cell in map(visible, cells(clause.body)):
        at += len(text[at:]) - len(text[at:].lstrip(" "))
        if not text.startswith(cell, at):
            return []
        at += len(cell)
        at += len(text[at:]) - len(text[at:].lstrip(" "))
        if at < len(text):
            if text[at] != "|":
                return []
            found.append(at)
            at += 1
    return found
