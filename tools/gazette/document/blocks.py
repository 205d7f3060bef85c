"""Where does each block of a Markdown text begin, and of what kind is it?

One pass over the lines. The dialect is Python-Markdown's with tables, fenced code, definition
lists and footnotes, eased where GitHub's preview is what an author saw: a list may follow its
paragraph without a blank line, and two spaces are enough to nest.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from gazette.document import signs
from gazette.document.extents import (
    Closings,
    body,
    code_end,
    is_described,
    paragraph_end,
    width,
)
from gazette.document.tables import cells, is_delimiter_row
from gazette.markup import visible
from gazette.model import ClauseKind

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping


class Block(NamedTuple):
    """One block, to become one clause."""

    kind: ClauseKind
    level: int
    """As in a clause."""
    line: int
    """Index of its first line."""
    body: str
    """Its inline Markdown, lines joined by a line break."""
    ordinal: str = ""
    """The marker of an ordered list's item (``"4. "``), or empty."""


_OUTERMOST = (0,)
_PARAGRAPH, _ITEM = ClauseKind.PARAGRAPH, ClauseKind.ITEM
_MARKS_ITEM = frozenset("*+-0123456789")
_BREAKS = frozenset("*-_")
_DEEPEST = 20
"""Depth beyond which markers on one line are taken as words."""
_NESTED = 2
"""Spaces beyond its parent's marker that make a line part of the parent's item."""


@dataclass(slots=True)
class Scanner:
    """One pass over the lines of a text; ``blocks`` and ``references`` are what it finds."""

    lines: list[str]
    offset: int = 0
    """Index of the first line in the whole text (lines of a quotation are scanned apart)."""
    blocks: list[Block] = field(default_factory=list)
    references: dict[str, str] = field(default_factory=dict)
    """Targets of reference links by folded name."""
    at: int = 0
    items: list[int] = field(default_factory=list)
    """Columns of the markers of the list items that are open."""
    ordinals: dict[int, int] = field(default_factory=dict)
    """The last number used at each depth of an ordered list."""
    closings: Closings = field(default_factory=Closings)

    def scan(self) -> None:
        """Read every line.

        Nearly all of a policy are paragraphs and list items of one line; they are read here,
        and everything else by its own method.
        """
        blocks, items, offset = self.blocks, self.items, self.offset
        count = len(self.lines)
        lines = self.lines = [*self.lines, "", ""]
        while (at := self.at) < count:
            line = lines[at]
            if not line or line.isspace():
                self.at += 1
            elif signs.WORDS.match(line):
                items.clear()
                self._paragraph(0)
            elif (item := signs.ITEM.match(line)) and signs.ITEM_ENDS.match(lines[at + 1]):
                items[:] = _OUTERMOST
                blocks.append(Block(_ITEM, 1, offset + at, line[item.end() :].rstrip(), ""))
                self.at = at + 1
            elif line[0].isspace():
                self._indented(line)
            else:
                self._special(line)

    def _add(self, kind: ClauseKind, level: int, body: str, end: int, ordinal: str = "") -> None:
        """Record the block that starts here and go on after it."""
        self.blocks.append(Block(kind, level, self.offset + self.at, body, ordinal))
        self.at = end

    # Indentation ------------------------------------------------------------------------

    def _indented(self, line: str) -> None:
        """A line that starts with white space: in a list, code, or nothing special."""
        indent = width(line[: len(line) - len(line.lstrip())])
        marker = signs.MARKER.match(line)
        if self.items and indent >= self.items[0] + _NESTED:
            if marker and not signs.BREAK.match(line):
                self._item(marker, indent)
                return
            while len(self.items) > 1 and indent < self.items[-1] + _NESTED:
                self.items.pop()
            self._paragraph(len(self.items))
        elif indent >= 4:  # noqa: PLR2004 - Markdown's own figure
            self._indented_code()
        else:
            self._special(line)

    def _indented_code(self) -> None:
        end = code_end(self.lines, self.at)
        code = "\n".join(line.strip("\r")[4:] for line in self.lines[self.at : end])
        self._add(ClauseKind.CODE, 0, code, end)

    # Blocks that announce themselves -------------------------------------------------------

    def _special(self, line: str) -> None:
        """A line that may start something other than a paragraph, by its first character."""
        first = line.lstrip()[0]
        if first in _BREAKS and line.count(first) > 2 and signs.BREAK.match(line.rstrip()):  # noqa: PLR2004
            self.at += 1
            return
        if first in _MARKS_ITEM and (marker := signs.MARKER.match(line)):
            self._item(marker, width(marker[1]))
            return
        self.items.clear()
        if not self._announced(first, line):
            self._paragraph(0)

    def _announced(self, first: str, line: str) -> bool:
        """Read what its first character announces; False if that was a false alarm."""
        reader = self._READERS.get(first)
        return reader is not None and reader(self, line)

    def _heading(self, line: str) -> bool:
        match = signs.HEADING.match(line)
        if not match:
            return False
        title = signs.HEADING_ATTRIBUTES.sub("", line[match.end() :].strip()).rstrip()
        unclosed = title.rstrip("#")
        if not unclosed or unclosed[-1].isspace():
            title = unclosed.rstrip()
        if title:
            self._add(ClauseKind.HEADING, len(match[1]), title, self.at + 1)
        else:
            self.at += 1
        return True

    def _fenced_code(self, line: str) -> bool:
        fence = signs.FENCE.match(line)
        end = self.closings.fence_end(self.lines, self.at, fence[1]) if fence else None
        if end is None:
            return False
        self._add(ClauseKind.CODE, 0, "\n".join(self.lines[self.at + 1 : end]), end + 1)
        return True

    def _noted(self, line: str) -> bool:
        """A footnote, or where the links of a name lead."""
        if footnote := signs.FOOTNOTE.match(line):
            self._captioned(ClauseKind.FOOTNOTE, footnote.end())
            return True
        if definition := signs.DEFINITION.match(line):
            self.references.setdefault(definition[1].casefold().strip(), definition[2])
            self.at += 1
            return True
        return False

    def _quotation(self, line: str) -> bool:
        """A quotation's own blocks, each as a quotation."""
        if not signs.QUOTE.match(line):
            return False
        end = self._paragraph_end(self.at)
        while end < len(self.lines) and signs.QUOTE.match(self.lines[end]):
            end = self._paragraph_end(end)
        inner = [signs.QUOTE.sub("", line, count=1) for line in self.lines[self.at : end]]
        scanner = Scanner(inner, self.offset + self.at, references=self.references)
        scanner.scan()
        self.blocks += (
            block._replace(kind=ClauseKind.QUOTE, level=0, ordinal="") for block in scanner.blocks
        )
        self.at = end
        return True

    def _captioned(self, kind: ClauseKind, skip: int) -> None:
        """A footnote or a description: what follows the sign, and lines that continue it."""
        end = self._paragraph_end(self.at)
        self._add(kind, 0, body(self.lines, self.at, end, skip), end)
        self.items[:] = [0]

    def _description(self, line: str) -> bool:
        description = signs.DESCRIPTION.match(line)
        if description:
            self._captioned(ClauseKind.DESCRIPTION, description.end())
        return description is not None

    def _html(self, line: str) -> bool:
        """Raw HTML: what it shows is a paragraph, up to the next blank line."""
        extent = self.closings.html_extent(self.lines, self.at, line)
        if extent is None:
            return False
        shown = body(self.lines, *extent)
        if visible(shown):
            self._add(_PARAGRAPH, 0, shown, extent.end)
        else:
            self.at = extent.end
        return True

    _READERS: ClassVar[Mapping[str, Callable[[Scanner, str], bool]]] = {
        "#": _heading,
        "`": _fenced_code,
        "~": _fenced_code,
        ">": _quotation,
        "[": _noted,
        "<": _html,
        ":": _description,
    }

    # Lists -------------------------------------------------------------------------------

    def _item(self, marker: re.Match[str], indent: int) -> None:
        items = self.items
        while items and indent < items[-1] + _NESTED:
            items.pop()
        items.append(indent)
        line = self.lines[self.at]
        while (
            len(items) < _DEEPEST
            and line[marker.end() : marker.end() + 1] in _MARKS_ITEM
            and (inner := signs.MARKER.match(line, marker.end()))
        ):
            items.append(width(line[: marker.end()]))
            marker = inner
        level = len(items)
        ordinal = self._ordinal(marker[2], level) if marker[2] else ""
        end = self._paragraph_end(self.at)
        text = body(self.lines, self.at, end, marker.end())
        if text and (text[0] not in "<![&" or visible(text)):
            self._add(ClauseKind.ITEM, level, text, end, ordinal)
        else:
            self.at = end

    def _ordinal(self, written: str, level: int) -> str:
        """The printed number of an ordered item: an author may leave the counting to Markdown."""
        last = self.ordinals.get(level)
        number = int(written)
        listed = self.blocks and self.blocks[-1].kind is ClauseKind.ITEM
        if listed and last is not None and self.blocks[-1].level >= level and number == 1:
            number = last + 1
        self.ordinals[level] = number
        return f"{number}. "

    # Paragraphs, and what only their second line gives away -----------------------------

    def _paragraph(self, level: int) -> None:
        lines, at = self.lines, self.at
        following = lines[at + 1]
        is_last = not following or following.isspace()
        if is_last and (level or ":" not in lines[at + 2][:4]):
            self._add(_PARAGRAPH, level, lines[at].strip(), at + 2)
            return
        if not is_last and following[0] in "=-:| " and not level:
            if underline := signs.UNDERLINE.match(following):
                depth = 1 if underline[1][0] == "=" else 2
                self._add(ClauseKind.HEADING, depth, lines[at].strip(), at + 2)
                return
            if "|" in lines[at] and "-" in following and self._table(following):
                return
        end = self._paragraph_end(at)
        if not level and is_described(lines, end):
            for _ in range(end - at):
                self._add(ClauseKind.TERM, 0, lines[self.at].strip(), self.at + 1)
            return
        self._add(ClauseKind.PARAGRAPH, level, body(lines, at, end), end)

    def _paragraph_end(self, start: int) -> int:
        return paragraph_end(self.lines, start, in_list=bool(self.items))

    # Tables ------------------------------------------------------------------------------

    def _table(self, delimiters: str) -> bool:
        """Read a table whose header is the line here; False if it is none."""
        columns = len(cells(self.lines[self.at]))
        if not is_delimiter_row(delimiters) or len(cells(delimiters)) != columns:
            return False
        self._row(self.at + 2)
        while self.at < len(self.lines) and self.lines[self.at].strip():
            self._row(self.at + 1)
        return True

    def _row(self, end: int) -> None:
        self._add(ClauseKind.ROW, 0, " | ".join(cells(self.lines[self.at])), end)
