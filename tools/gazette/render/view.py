"""How is a redline to be shown?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Layout(StrEnum):
    """How the two texts of a redline stand on the page."""

    INLINE = "inline"
    SIDE_BY_SIDE = "side-by-side"


@dataclass(frozen=True, slots=True)
class View:
    """What of a redline is open to begin with."""

    layout: Layout = Layout.INLINE
    everything: bool = False
    """Whether the clauses that did not change are unfolded."""


AT_FIRST = View()
"""What a page shows if nothing else is asked for."""


class Paper(StrEnum):
    """The sheets that a redline is printed on; the names of CSS."""

    A4 = "a4"
    LETTER = "letter"
