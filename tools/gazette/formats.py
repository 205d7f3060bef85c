"""In which formats is a redline handed out, and how?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gazette.render.view import AT_FIRST, Paper, View


class Format(StrEnum):
    """The formats of a redline."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    MARKDOWN = "markdown"
    DOCX = "docx"
    PDF = "pdf"

    @property
    def is_binary(self) -> bool:
        """Whether it is nothing for a terminal."""
        return self in {Format.DOCX, Format.PDF}


@dataclass(frozen=True, slots=True)
class Options:
    """How a redline is handed out."""

    view: View = AT_FIRST
    """Of HTML and PDF; text and JSON give the unchanged clauses too where it gives everything."""
    paper: Paper = Paper.A4
    """Of PDF."""
    author: str = "Gazette"
    """Whose the tracked changes of a DOCX are."""
