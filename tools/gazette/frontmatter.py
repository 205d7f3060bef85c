"""Where does a Markdown file's front matter end and its text begin?"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FENCE = re.compile(r"---[ \t]*$")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*$")


@dataclass(frozen=True, slots=True)
class Parted:
    """A file's two parts."""

    front: str | None
    """The YAML between the fences; None where there is no front matter."""
    text: str
    """The Markdown below it, with line feeds alone as line ends."""
    text_line: int
    """The line of the file that the text starts on, counted from 1."""
    closed: bool = True
    """False where the front matter has no closing fence; the whole file is then its text."""


def parted(content: str) -> Parted:
    """A file's content, parted at the fences (``---``) that front matter stands between."""
    lines = content.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not _FENCE.match(lines[0]):
        return Parted(None, "\n".join(lines), 1)
    for at, line in enumerate(lines[1:], start=1):
        if _END.match(line):
            return Parted("\n".join(lines[1:at]), "\n".join(lines[at + 1 :]), at + 2)
    return Parted(None, "\n".join(lines), 1, closed=False)
