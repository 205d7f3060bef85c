"""What is a change called, so that legal can point at it?

By the number of its clause where no other changed clause has that number (numbering restarts in
each part), else by the clause's anchor.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from gazette.document import anchors

if TYPE_CHECKING:
    from gazette.model import Change, Clause, Comparison, Document


def names(comparison: Comparison) -> tuple[tuple[str, ...], ...]:
    """For each change, every name that it answers to, the one to print first."""
    of_old, of_new = _anchored(comparison.old), _anchored(comparison.new)
    numbers = [_numbers(change) for change in comparison.changes]
    shared = Counter(number for own in numbers for number in set(own))
    return tuple(
        (
            *(number for number in own if shared[number] == 1),
            *(of_new[id(clause)] for clause in change.new),
            *(of_old[id(clause)] for clause in change.old),
            *(number for number in own if shared[number] > 1),
        )
        for change, own in zip(comparison.changes, numbers, strict=True)
    )


def _numbers(change: Change) -> tuple[str, ...]:
    """Its clauses' numbers, the new ones first."""
    clauses: tuple[Clause, ...] = (*change.new, *change.old)
    return tuple(dict.fromkeys(clause.number for clause in clauses if clause.number))


def _anchored(document: Document) -> dict[int, str]:
    pairs = zip(document.clauses, anchors(document), strict=True)
    return {id(clause): anchor for clause, anchor in pairs}
