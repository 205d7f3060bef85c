"""Which clauses does a Markdown text have?"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from gazette.document.blocks import Block, Scanner
from gazette.document.numbers import numbered
from gazette.markup import visible
from gazette.model import Clause, ClauseKind, Document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_UNNUMBERABLE = frozenset({ClauseKind.CODE, ClauseKind.ROW, ClauseKind.TERM, ClauseKind.FOOTNOTE})
_REFERENCE_LINK = re.compile(
    r"\[(?P<label>(?:[^\[\]\\]|\\.)++)\](?: ?\[(?P<name>[^\[\]]*+)\])?(?![\[(])"
)


def parse(text: str) -> Document:
    """The clauses of a Markdown text without front matter.

    Any text at all is read: what is no known construct is a paragraph. The preamble and the
    sources joined are the text, character for character. Blank lines, thematic breaks,
    comments and definitions of links belong to the source of the clause above them.
    """
    lines = text.split("\n")
    scanner = Scanner(lines)
    scanner.scan()
    blocks = scanner.blocks
    if scanner.references:
        blocks = [_resolved(block, scanner.references) for block in blocks]
    if not blocks:
        return Document((), text)
    readings = [_reading(block) for block in blocks]
    parts = _parts(blocks, readings)
    ends = [block.line for block in blocks[1:]]
    ends.append(len(lines))
    clauses = []
    for (kind, level, line, _, _), (number, label, body), part, end in zip(
        blocks, readings, parts, ends, strict=True
    ):
        source = "\n".join(lines[line:end]) + "\n" if end < len(lines) else "\n".join(lines[line:])
        clauses.append(Clause(kind, number, label, part, body, source, line + 1, level))
    return Document(tuple(clauses), "".join([line + "\n" for line in lines[: blocks[0].line]]))


def _reading(block: Block) -> tuple[str | None, str, str]:
    """Number, label, and the inline Markdown after them."""
    if block.ordinal:
        return block.ordinal[:-2], block.ordinal, block.body
    if block.kind in _UNNUMBERABLE:
        return None, "", block.body
    return numbered(block.body, heading=block.kind is ClauseKind.HEADING)


def _parts(blocks: Sequence[Block], readings: Sequence[tuple[str | None, str, str]]) -> list[str]:
    """The part of each clause: the top heading without a number that it stands under.

    A single first-level heading is the document's title; then those of the second level are
    the parts, and the title stands for what precedes them.
    """
    headings = {
        at: block.level
        for at, block in enumerate(blocks)
        if block.kind is ClauseKind.HEADING and readings[at][0] is None
    }
    levels = list(headings.values())
    top = min(levels, default=0)
    partitions = {top, 2} if levels.count(1) == 1 else {top}
    part = ""
    parts = []
    for at, block in enumerate(blocks):
        if at in headings and headings[at] in partitions:
            part = visible(block.body)
        parts.append(part)
    return parts


def _resolved(block: Block, references: Mapping[str, str]) -> Block:
    """The block with reference links turned into plain ones."""

    def plain(match: re.Match[str]) -> str:
        name = match["name"] or match["label"]
        target = references.get(" ".join(name.split()).casefold())
        return match[0] if target is None else f"[{match['label']}]({target})"

    if block.kind is ClauseKind.CODE or "[" not in block.body:
        return block
    return block._replace(body=_REFERENCE_LINK.sub(plain, block.body))
