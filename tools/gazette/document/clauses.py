"""Which clauses does a Markdown text have?"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from gazette.document.blocks import Block, Scanner
from gazette.document.numbers import Numbered, numbered
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
    starts = [block.line for block in blocks]
    sources = _sources(lines, starts)
    readings = [_reading(block) for block in blocks]
    parts = _parts(blocks, readings)
    clauses = tuple(
        Clause(block.kind, number, label, part, body, source, block.line + 1, block.level)
        for block, (number, label, body), part, source in zip(
            blocks, readings, parts, sources, strict=True
        )
    )
    preamble = "".join(line + "\n" for line in lines[: starts[0]])
    return Document(clauses, preamble)


def _sources(lines: Sequence[str], starts: Sequence[int]) -> list[str]:
    """The exact Markdown from each start to the next; the last goes to the end."""
    sources = ["\n".join(lines[start:end]) + "\n" for start, end in itertools.pairwise(starts)]
    sources.append("\n".join(lines[starts[-1] :]))
    return sources


def _reading(block: Block) -> Numbered:
    if block.ordinal:
        return Numbered(block.ordinal[:-2], block.ordinal, block.body)
    if block.kind in _UNNUMBERABLE:
        return Numbered(None, "", block.body)
    return numbered(block.body, heading=block.kind is ClauseKind.HEADING)


def _parts(blocks: Sequence[Block], readings: Sequence[Numbered]) -> list[str]:
    """The part of each clause: the top heading without a number that it stands under.

    A single first-level heading is the document's title; then those of the second level are
    the parts, and the title stands for what precedes them.
    """
    levels = [
        block.level if block.kind is ClauseKind.HEADING and reading.number is None else 0
        for block, reading in zip(blocks, readings, strict=True)
    ]
    top = min((level for level in levels if level), default=0)
    titled = levels.count(1) == 1
    part = ""
    parts = []
    for level, block in zip(levels, blocks, strict=True):
        if level and (level == top or (titled and level == 2)):  # noqa: PLR2004 - below the title
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
