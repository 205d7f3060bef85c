"""What changed between two documents?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.comparison.align import aligned, matches
from gazette.comparison.kinds import is_code, kinds
from gazette.comparison.references import Renumbering
from gazette.comparison.rows import row_edits
from gazette.comparison.sequences import Budget
from gazette.comparison.words import edits
from gazette.model import Change, ChangeKind, ClauseKind, Comparison, Op, Run

if TYPE_CHECKING:
    from gazette.model import Clause, Document


def compare(old: Document, new: Document) -> Comparison:
    """Every clause of both once, with what became of it, down to the words."""
    budget = Budget()
    pairing = aligned(old.clauses, new.clauses, budget)
    renumbering = Renumbering(pairing.pairs)
    rows = []
    for before, after, moved in matches(pairing):
        if not before or not after:
            rows.append(_whole(before, after))
        elif not moved and _same(before, after):
            rows.append(Change((), before, after))
        else:
            found = kinds(before, after, renumbering, moved=moved)
            rows.append(Change(found, before, after, _edits(before, after, budget)))
    return Comparison(old, new, tuple(rows), budget.exceeded)


def _same(before: tuple[Clause, ...], after: tuple[Clause, ...]) -> bool:
    """Is it one clause that nothing happened to?"""
    if len(before) > 1 or len(after) > 1:
        return False
    one, other = before[0], after[0]
    return (
        one.body == other.body
        and one.number == other.number
        and one.kind is other.kind
        and one.level == other.level
    )


def _edits(
    before: tuple[Clause, ...], after: tuple[Clause, ...], budget: Budget
) -> tuple[Run, ...]:
    """The runs of a clause whose text changed."""
    alone = len(before) == 1 == len(after)
    if alone and before[0].body == after[0].body and is_code(before) is is_code(after):
        return ()
    text, other = _text(before), _text(after)
    if text == other:
        return ()
    is_row = alone and before[0].kind is after[0].kind is ClauseKind.ROW
    return budget.spent_on(row_edits if is_row else edits, text, other)


def _text(clauses: tuple[Clause, ...]) -> str:
    return "\n".join([clause.text for clause in clauses])


def _whole(before: tuple[Clause, ...], after: tuple[Clause, ...]) -> Change:
    """A clause that only one side has."""
    kind, op = (ChangeKind.ADDED, Op.INSERT) if after else (ChangeKind.REMOVED, Op.DELETE)
    text = _text(before or after)
    return Change((kind,), before, after, (Run(op, text),) if text else ())
