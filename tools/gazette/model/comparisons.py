"""The values of two texts side by side: what became of each clause, and of each word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gazette.model.documents import Clause, Document


class Op(StrEnum):
    """What became of a run of words."""

    EQUAL = "="
    DELETE = "-"
    INSERT = "+"


class Run(NamedTuple):
    """Consecutive characters of a clause that share one fate."""

    op: Op
    text: str


class ChangeKind(StrEnum):
    """What became of a clause. Kinds combine: ``moved`` and ``modified``."""

    ADDED = "added"
    REMOVED = "removed"
    MODIFIED = "modified"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    SPLIT = "split"
    MERGED = "merged"
    RETYPED = "retyped"
    """A paragraph became a list item, a heading changed its level, and so on."""
    REFERENCED = "referenced"
    """Only references to other clauses follow a renumbering ("see clause 3.4")."""
    FORMATTED = "formatted"
    """Only emphasis and other markup changed."""
    RELINKED = "relinked"
    """Only where a link leads, or an e-mail address hidden by a page's script, changed."""
    RESPACED = "respaced"
    """Only white space or typographic quotes and dashes changed."""


class Change(NamedTuple):
    """What became of one clause, or of the several that were split or merged."""

    kinds: tuple[ChangeKind, ...]
    """Empty for a clause that did not change."""
    old: tuple[Clause, ...]
    """Empty for an added clause; several for a merge."""
    new: tuple[Clause, ...]
    """Empty for a removed clause; several for a split."""
    edits: tuple[Run, ...] = ()
    """The runs of a clause whose text changed; empty where the text is the same."""

    @property
    def runs(self) -> tuple[Run, ...]:
        """What became of every character.

        Equal and deleted runs joined give the old texts (joined by a line break), equal and
        inserted runs the new ones, exactly.
        """
        if self.edits:
            return self.edits
        text = "\n".join(clause.text for clause in self.new)
        return (Run(Op.EQUAL, text),) if text else ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents side by side."""

    old: Document
    new: Document
    rows: tuple[Change, ...]
    """Every clause of both once, in reading order: the new document's, with what was removed
    standing where it stood. A moved clause stands at its new place."""
    coarse: bool = False
    """True where a bound on the cost made the redline coarser than it could be (still exact)."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """The rows in which anything changed, in reading order."""
        return tuple(row for row in self.rows if row.kinds)
