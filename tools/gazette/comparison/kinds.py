"""What kind of change is it?"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from gazette.comparison.folding import folded, tightened
from gazette.comparison.links import only_hidden, targets, without_targets
from gazette.model import ChangeKind, ClauseKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazette.comparison.references import Renumbering
    from gazette.model import Clause


def kinds(
    old: tuple[Clause, ...], new: tuple[Clause, ...], renumbering: Renumbering, *, moved: bool
) -> tuple[ChangeKind, ...]:
    """What became of clauses that both sides have: of the words, the place, then the looks."""
    wording = list(_wording(old, new, renumbering))
    structure = list(_structure(old, new, moved=moved))
    if ChangeKind.MODIFIED in wording:
        return (ChangeKind.MODIFIED, *structure, *wording[1:])
    return (*structure, *wording)


def _structure(
    old: tuple[Clause, ...], new: tuple[Clause, ...], *, moved: bool
) -> Iterator[ChangeKind]:
    if moved:
        yield ChangeKind.MOVED
    if old[0].number != new[0].number:
        yield ChangeKind.RENUMBERED
    if len(new) > 1:
        yield ChangeKind.SPLIT
    if len(old) > 1:
        yield ChangeKind.MERGED
    if old[0].kind is not new[0].kind or old[0].level != new[0].level or _shapes(old, new):
        yield ChangeKind.RETYPED


def is_code(clauses: tuple[Clause, ...]) -> bool:
    """Whether any of them is code, in which signs of markup are words."""
    return any(clause.kind is ClauseKind.CODE for clause in clauses)


def _shapes(old: tuple[Clause, ...], new: tuple[Clause, ...]) -> bool:
    """Are the kinds of several clauses other ones?"""
    if len(old) == 1 == len(new):
        return False
    return {clause.kind for clause in old} != {clause.kind for clause in new}


def _wording(
    old: tuple[Clause, ...], new: tuple[Clause, ...], renumbering: Renumbering
) -> Iterator[ChangeKind]:
    bodies = "\n".join(clause.body for clause in old), "\n".join(clause.body for clause in new)
    if bodies[0] == bodies[1] and is_code(old) is is_code(new):
        return
    text, other = (" ".join(clause.text for clause in side) for side in (old, new))
    word_change = _of_words(text, other, bodies, old[0].part, renumbering)
    if word_change:
        yield word_change
    if word_change is not ChangeKind.RELINKED and targets(bodies[0]) != targets(bodies[1]):
        yield ChangeKind.RELINKED
    if (
        text == other
        and len(old) == len(new)
        and without_targets(bodies[0]) != without_targets(bodies[1])
    ):
        yield ChangeKind.FORMATTED


def _of_words(
    text: str, other: str, bodies: tuple[str, str], part: str, renumbering: Renumbering
) -> ChangeKind | None:
    """What a difference between two texts amounts to; None where there is none."""
    if text == other:
        return None
    kind = _by_itself(text, other, *bodies)
    if kind is ChangeKind.MODIFIED and renumbering.explains(text, other, part):
        return ChangeKind.REFERENCED
    return kind


@lru_cache(maxsize=2**13)
def _by_itself(text: str, other: str, body: str, other_body: str) -> ChangeKind:
    """The same of two texts that differ, whatever became of the clauses around them."""
    if folded(text) == folded(other) or tightened(text) == tightened(other):
        return ChangeKind.RESPACED
    if only_hidden(text, other, body, other_body):
        return ChangeKind.RELINKED
    return ChangeKind.MODIFIED
