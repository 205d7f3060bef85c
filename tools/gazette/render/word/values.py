"""What is a document with tracked changes made of?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from gazette.model import ClauseKind
    from gazette.render.styled import Tag

_IN_ADDRESSES = "!#$%&'()*+,/:;=?@[]~"
"""What an address holds beside letters and digits, and must not be escaped again (RFC 3986)."""


class Fate(StrEnum):
    """What became of a run, or of the mark that ends a paragraph; the names of ECMA-376."""

    KEPT = ""
    INSERTED = "ins"
    DELETED = "del"
    MOVED_FROM = "moveFrom"
    MOVED_TO = "moveTo"


@dataclass(frozen=True, slots=True)
class TrackedRun:
    """Characters that share fate and style."""

    fate: Fate
    text: str
    tags: tuple[Tag, ...] = ()
    """The elements it stands in."""
    was: tuple[Tag, ...] | None = None
    """The elements it stood in before, where only those changed."""

    def of(self, text: str) -> TrackedRun:
        """A run of other characters that shares its fate and style."""
        return replace(self, text=text)

    @property
    def lines(self) -> list[list[str]]:
        """The text by line, and each line by what tabulators part."""
        text = self.text.replace("\r", "").replace("\u2028", "\n")
        return [line.split("\t") for line in text.split("\n")]

    @property
    def address(self) -> str:
        """Where it links to, or empty."""
        return address(self.tags)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph is set."""

    kind: ClauseKind
    level: int
    is_bullet: bool


@dataclass(frozen=True, slots=True)
class TrackedParagraph:
    """One paragraph."""

    shape: Shape
    was: Shape | None
    """How it was set before, where that changed."""
    runs: tuple[TrackedRun, ...]
    mark: Fate
    """What became of the paragraph's end, kept, inserted or deleted; a deleted one joins it to the
    next paragraph."""
    moved: Fate = Fate.KEPT
    """Whether its words were moved from here, or to here."""
    move: str = ""
    """What the move is called, at both its ends; empty for none."""


@dataclass(frozen=True, slots=True)
class TrackedRow:
    """One row of a table."""

    cells: tuple[tuple[TrackedRun, ...], ...]
    fate: Fate
    is_header: bool


@dataclass(frozen=True, slots=True)
class TrackedTable:
    """Neighbouring rows with as many cells each."""

    rows: tuple[TrackedRow, ...]


def address(tags: tuple[Tag, ...]) -> str:
    """Where a link leads that a run stands in, as Word takes it; empty for none.

    A link that leads to the text itself, or to its neighbours on the site, is none in a file that
    stands alone; and of one that is no address Word would hold the whole file for broken.
    """
    links = (dict(attributes).get("href", "") for name, attributes in tags if name == "a")
    link = next(links, "")
    try:
        is_whole = bool(urlsplit(link).scheme)
    except ValueError:
        return ""
    return quote(link, safe=_IN_ADDRESSES) if is_whole else ""
