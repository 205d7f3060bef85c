"""What kind of change is it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.comparison.folding import folded
from gazette.comparison.links import only_hidden, targets, without_targets
from gazette.model import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazette.comparison.references import Renumbering
    from gazette.model import Clause


def kinds(
    old: tuple[Clause, ...], new: tuple[Clause, ...], renumbering: Renumbering, *, moved: bool
) -> tuple[ChangeKind, ...]:
    """What became of clauses that both sides have, in the order of the enum."""
    found = set(_structure(old, new))
    if moved:
        found.add(ChangeKind.MOVED)
    found.update(_wording(old, new, renumbering))
    return tuple(kind for kind in ChangeKind if kind in found)


def _structure(old: tuple[Clause, ...], new: tuple[Clause, ...]) -> Iterator[ChangeKind]:
    if len(new) > 1:
        yield ChangeKind.SPLIT
    if len(old) > 1:
        yield ChangeKind.MERGED
    if old[0].number != new[0].number:
        yield ChangeKind.RENUMBERED
    if {(clause.kind, clause.level) for clause in old} != {
        (clause.kind, clause.level) for clause in new
    }:
        yield ChangeKind.RETYPED


def _wording(
    old: tuple[Clause, ...], new: tuple[Clause, ...], renumbering: Renumbering
) -> Iterator[ChangeKind]:
    bodies = "\n".join(clause.body for clause in old), "\n".join(clause.body for clause in new)
    if bodies[0] == bodies[1]:
        return
    text, other = (" ".join(clause.text for clause in side) for side in (old, new))
    relinked = targets(bodies[0]) != targets(bodies[1])
    if relinked:
        yield ChangeKind.RELINKED
    if text == other:
        if without_targets(bodies[0]) != without_targets(bodies[1]) and len(old) == len(new):
            yield ChangeKind.FORMATTED
    elif folded(text) == folded(other):
        yield ChangeKind.RESPACED
    elif only_hidden(text, other, *bodies):
        yield ChangeKind.RELINKED
    elif renumbering.changed and folded(renumbering.followed(text, old[0].part)) == folded(other):
        yield ChangeKind.REFERENCED
    else:
        yield ChangeKind.MODIFIED
