"""The values of a text: clauses in order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from gazette.markup import visible


class ClauseKind(StrEnum):
    """The shape that a clause has on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    TERM = "term"
    DESCRIPTION = "description"
    QUOTE = "quote"
    CODE = "code"
    FOOTNOTE = "footnote"


class Clause(NamedTuple):
    """The smallest numbered or standing-alone unit of a policy's text.

    A named tuple: a comparison makes thousands, four in the time of one frozen dataclass.
    """

    kind: ClauseKind
    number: str | None
    """The printed number without its last dot (``3.1.4``, ``(1)``), or None."""
    label: str
    """The number exactly as printed, with what follows it (``"3.1.4. "``), or empty."""
    part: str
    """The top heading it stands under (numbering restarts in each part), or empty."""
    body: str
    """Its inline Markdown: no label, list marker, quote sign or heading sign; lines joined by a
    line break; reference links turned into plain ones; cells of a row joined by " | "."""
    source: str
    """The exact Markdown, up to the next clause: all sources joined give the document."""
    line: int
    """The line of the document it starts on, counted from 1."""
    level: int
    """Heading level 1 to 6; nesting depth from 1 for items and the paragraphs in them; else 0."""

    @property
    def text(self) -> str:
        """What a reader sees: no label, no markup, white space collapsed.

        Worked out when asked for (and remembered), for a comparison needs it of few clauses.
        """
        if self.kind is ClauseKind.CODE:
            return " ".join(self.body.split())
        return visible(self.body)


@dataclass(frozen=True, slots=True)
class Document:
    """One text, as clauses in order."""

    clauses: tuple[Clause, ...]
    preamble: str
    """What precedes the first clause (blank lines, as a rule), so that the text comes back."""
