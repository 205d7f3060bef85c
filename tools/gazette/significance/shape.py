"""What kind of passage is it, as far as that bears on meaning?"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from gazette.model import ClauseKind

if TYPE_CHECKING:
    from gazette.model import Clause


class Shape(StrEnum):
    """The kinds that are told apart."""

    HEADING = "heading"
    LINK = "link"
    """Nothing but a link."""
    ITEM = "item"
    ROW = "row"
    TEXT = "text"


# Nothing here is tried twice (possessive quantifiers): a line of many links that ends in a word
# would take time exponential in their number.
_LINK = re.compile(
    r"(?:[*•+-]\s++)*+(?:\d++\\?\.?\s*+)?"
    r"(?:!?_?\*{0,2}!?\[(?:[^\]\\]|\\.)*+\]\([^)]*+\)[*_\s⁠]*+)++\.?$"
)
_HEADING = re.compile(r"#{1,6}\s|(?:\*\*|__)[^*_]{1,80}(?:\*\*|__)$")
_ITEM = re.compile(r"[*•+-]\s|\d+\\?\.\s|\(?\w\)\s")


def of_markdown(markdown: str) -> Shape:
    """The shape of one paragraph of Markdown."""
    raw = markdown.strip()
    if _LINK.match(raw):
        return Shape.LINK
    if _HEADING.match(raw):
        return Shape.HEADING
    if raw.startswith("|"):
        return Shape.ROW
    return Shape.ITEM if _ITEM.match(raw) else Shape.TEXT


def of_clause(clause: Clause) -> Shape:
    """The shape of a clause."""
    if clause.kind is ClauseKind.HEADING:
        return Shape.HEADING
    if _LINK.match(clause.body.strip()):
        return Shape.LINK
    if clause.kind is ClauseKind.ROW:
        return Shape.ROW
    if clause.kind is ClauseKind.ITEM:
        return Shape.ITEM
    return Shape.HEADING if _HEADING.match(clause.body.strip()) else Shape.TEXT
