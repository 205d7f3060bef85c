"""What is a change called, in words?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.model import ChangeKind, ClauseKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazette.model import Change, Clause

_PLAIN = {
    ChangeKind.ADDED: "Added",
    ChangeKind.REMOVED: "Removed",
    ChangeKind.MODIFIED: "Changed",
    ChangeKind.SPLIT: "Split",
    ChangeKind.MERGED: "Merged",
    ChangeKind.REFERENCED: "Reference follows renumbering",
    ChangeKind.FORMATTED: "Formatting only",
    ChangeKind.RESPACED: "Spacing or typography only",
}
_SHAPES = {
    ClauseKind.HEADING: "a heading",
    ClauseKind.PARAGRAPH: "a paragraph",
    ClauseKind.ITEM: "a list item",
    ClauseKind.ROW: "a table row",
    ClauseKind.TERM: "a term",
    ClauseKind.DESCRIPTION: "a description",
    ClauseKind.QUOTE: "a quotation",
    ClauseKind.CODE: "code",
    ClauseKind.FOOTNOTE: "a footnote",
}
_MINOR = frozenset(
    {
        ChangeKind.RENUMBERED,
        ChangeKind.REFERENCED,
        ChangeKind.FORMATTED,
        ChangeKind.RELINKED,
        ChangeKind.RESPACED,
        ChangeKind.RETYPED,
    }
)


def labels(change: Change) -> tuple[str, ...]:
    """What became of a clause, one label for each kind: ``("Moved from 3.1", "Changed")``."""
    return tuple(_labels(change))


def is_minor(change: Change) -> bool:
    """Whether no word of it changed, beyond references that follow a renumbering."""
    return _MINOR.issuperset(change.kinds)


def _labels(change: Change) -> Iterator[str]:
    kinds = change.kinds
    for kind in kinds:
        if kind in _PLAIN:
            yield _PLAIN[kind]
        elif kind is ChangeKind.MOVED:
            yield _moved(change.old[0], change.new[0])
        elif kind is ChangeKind.RENUMBERED and ChangeKind.MOVED not in kinds:
            yield _renumbered(change.old[0], change.new[0])
        elif kind is ChangeKind.RETYPED:
            yield _reshaped(change) or _retyped(change.old[0], change.new[0])
        elif kind is ChangeKind.RELINKED:
            yield "Link changed" if ChangeKind.MODIFIED in kinds else "Link only"


def _moved(old: Clause, new: Clause) -> str:
    part = old.part if old.part != new.part else ""
    where = " ".join(filter(None, (part, old.number)))
    return f"Moved from {where}" if where else "Moved"


def _renumbered(old: Clause, new: Clause) -> str:
    if old.number is None:
        return "Number added"
    return f"Renumbered from {old.number}" if new.number else f"No longer numbered {old.number}"


def _reshaped(change: Change) -> str:
    """What several clauses together are now, if that is a list and was none, or the reverse."""
    old, new = ({clause.kind for clause in side} for side in (change.old, change.new))
    if len(change.old) == 1 == len(change.new) or len(old ^ new) != 1:
        return ""
    if ClauseKind.ITEM in new - old:
        return "Now a list"
    return "No longer a list" if ClauseKind.ITEM in old - new else ""


def _retyped(old: Clause, new: Clause) -> str:
    if old.kind is new.kind:
        return (
            "Heading of another level" if old.kind is ClauseKind.HEADING else "Indented otherwise"
        )
    return f"Now {_SHAPES[new.kind]}, was {_SHAPES[old.kind]}"
