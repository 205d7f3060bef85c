"""How far does a block of Markdown reach, and what of its lines is text?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from gazette.document import signs

if TYPE_CHECKING:
    from collections.abc import Sequence

STARTS_SOMETHING = frozenset("#>`~*+-_<|:[0123456789=")
"""First characters of a line that may be more than the words of a paragraph."""


class Extent(NamedTuple):
    """Where the text of a block stands."""

    start: int
    """Index of its first line."""
    end: int
    """Index of the line after its last."""
    skip: int
    """Characters of the first line that are no part of it."""


class Closings:
    """Finds where something is closed, and remembers the signs that no further line has.

    What is never closed is read as words: nothing of a policy may vanish.
    """

    def __init__(self) -> None:
        """Begin with every sign still possible."""
        self._unclosed: set[str] = set()

    def fence_end(self, lines: Sequence[str], at: int, fence: str) -> int | None:
        """The line that closes a fence, or None."""
        if fence in self._unclosed:
            return None
        closing = re.compile(rf" {{0,3}}{re.escape(fence)}{fence[0]}*[ \t\r]*$")
        for end in range(at + 1, len(lines)):
            if closing.match(lines[end]):
                return end
        self._unclosed.add(fence)
        return None

    def html_extent(self, lines: Sequence[str], at: int, line: str) -> Extent | None:
        """What a line that begins with "<" opens: a comment, a script, a block of HTML; or None.

        Of a script or a style sheet, only what follows it is text.
        """
        if line.lstrip().startswith("<!--"):
            end = self._after(lines, at, "-->")
            return None if end is None else Extent(at, end, 0)
        if verbatim := signs.VERBATIM.match(line):
            closing = f"</{verbatim[1].lower()}>"
            end = self._after(lines, at, closing)
            if end is None:
                return None
            return Extent(end - 1, end, lines[end - 1].lower().index(closing))
        if signs.HTML.match(line):
            end = at
            while lines[end].strip():
                end += 1
            return Extent(at, end, 0)
        return None

    def _after(self, lines: Sequence[str], at: int, closing: str) -> int | None:
        """The line after the one that has a closing sign; None if none has."""
        if closing in self._unclosed:
            return None
        for end in range(at, len(lines)):
            if closing in lines[end].lower():
                return end + 1
        self._unclosed.add(closing)
        return None


def width(space: str) -> int:
    """Columns that leading white space takes, tabs to the next multiple of four."""
    return len(space.expandtabs(4)) if space else 0


def paragraph_end(lines: Sequence[str], start: int, *, in_list: bool) -> int:
    """The line after the last one of the paragraph that starts there."""
    end = start + 1
    while end < len(lines):
        line = lines[end].lstrip()
        if not line or (line[0] in STARTS_SOMETHING and _interrupts(line.rstrip(), in_list)):
            break
        end += 1
    return end


def _interrupts(line: str, in_list: bool) -> bool:  # noqa: FBT001 - called for every line
    """Does a line, its indentation taken off, end the paragraph above it?"""
    if marker := signs.MARKER.match(line):
        return bool(marker[3]) and (marker[2] in {None, "1"} or in_list)
    return bool(
        signs.HEADING.match(line)
        or signs.BREAK.match(line)
        or signs.FENCE.match(line)
        or line.startswith((">", "<!--"))
        or signs.DESCRIPTION.match(line)
        or signs.FOOTNOTE.match(line)
        or signs.HTML.match(line)
    )


def code_end(lines: Sequence[str], start: int) -> int:
    """The line after the last one of the indented code that starts there."""
    end = last = start
    while end < len(lines):
        line = lines[end]
        if line.strip():
            if width(line[: len(line) - len(line.lstrip())]) < 4:  # noqa: PLR2004 - Markdown's own
                break
            last = end
        end += 1
    return last + 1


def body(lines: Sequence[str], start: int, end: int, skip: int = 0) -> str:
    """The lines of a paragraph joined, without indentation and what announces it."""
    if end - start == 1:
        return lines[start][skip:].strip()
    first, *more = lines[start:end]
    return "\n".join([first[skip:].strip(), *(line.strip() for line in more)]).strip()


def is_described(lines: Sequence[str], end: int) -> bool:
    """Does a description follow, with at most one blank line before it?"""
    if end < len(lines) and not lines[end].strip():
        end += 1
    return end < len(lines) and bool(signs.DESCRIPTION.match(lines[end]))
