"""What changed between two documents?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.comparison.align import align
from gazette.comparison.words import edits
from gazette.model import Change, ChangeKind, Comparison, Op, Run

if TYPE_CHECKING:
    from gazette.comparison.align import Match
    from gazette.model import Clause, Document


def compare(old: Document, new: Document) -> Comparison:
    """Every clause of both once, with what became of it, down to the words."""
    rows = []
    coarse = False
    for match in align(old.clauses, new.clauses):
        row, rough = _row(match, old.clauses, new.clauses)
        rows.append(row)
        coarse = coarse or rough
    return Comparison(old, new, tuple(rows), coarse)


def _row(match: Match, old: tuple[Clause, ...], new: tuple[Clause, ...]) -> tuple[Change, bool]:
    before = tuple(old[i] for i in match.old)
    after = tuple(new[j] for j in match.new)
    if not before or not after:
        return _whole(before, after), False
    kinds = []
    text = "\n".join(clause.text for clause in before)
    other = "\n".join(clause.text for clause in after)
    if match.moved:
        kinds.append(ChangeKind.MOVED)
    runs: tuple[Run, ...] = ()
    coarse = False
    if text != other:
        runs, coarse = edits(text, other)
        kinds.append(ChangeKind.MODIFIED)
    if before[0].label != after[0].label:
        kinds.append(ChangeKind.RENUMBERED)
    if before[0].kind is not after[0].kind or before[0].level != after[0].level:
        kinds.append(ChangeKind.RETYPED)
    if not kinds and before[0].body != after[0].body:
        kinds.append(ChangeKind.FORMATTED)
    return Change(tuple(kinds), before, after, runs), coarse


def _whole(before: tuple[Clause, ...], after: tuple[Clause, ...]) -> Change:
    """A clause that only one side has."""
    kind, op = (ChangeKind.ADDED, Op.INSERT) if after else (ChangeKind.REMOVED, Op.DELETE)
    text = "\n".join(clause.text for clause in (*before, *after))
    return Change((kind,), before, after, (Run(op, text),) if text else ())
