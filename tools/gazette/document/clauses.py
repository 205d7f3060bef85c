"""Which clauses does a Markdown text have?"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from gazette.document.blocks import Block, Scanner
from gazette.document.numbers import may_be_numbered, numbered
from gazette.markup import visible
from gazette.model import Clause, ClauseKind, Document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HEADING = ClauseKind.HEADING
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
    partitions = _partitions(blocks)
    starts = _starts(text, lines, blocks)
    clauses = []
    part = ""
    for (kind, level, line, body, ordinal), (start, end) in zip(
        blocks, pairwise(starts), strict=True
    ):
        number: str | None
        if ordinal:
            number, label, rest = ordinal[:-2], ordinal, body
        elif may_be_numbered(body) and kind not in _UNNUMBERABLE:
            number, label, rest = numbered(body, heading=kind is _HEADING)
        else:
            number, label, rest = None, "", body
        if kind is _HEADING and number is None and level in partitions:
            part = visible(body)
        clauses.append(Clause(kind, number, label, part, rest, text[start:end], line + 1, level))
    return Document(tuple(clauses), text[: starts[0]])


def _starts(text: str, lines: Sequence[str], blocks: Sequence[Block]) -> list[int]:
    """Where each block starts in the text; last, where the text ends."""
    before = list(accumulate(map(len, lines), initial=0))
    return [*[before[block.line] + block.line for block in blocks], len(text)]


def _partitions(blocks: Sequence[Block]) -> set[int]:
    """Levels of the headings that open a part: the top ones without a number.

    A single first-level heading is the document's title; then those of the second level open
    the parts, and the title stands for what precedes them.
    """
    levels = [
        block.level
        for block in blocks
        if block.kind is _HEADING and numbered(block.body, heading=True)[0] is None
    ]
    if not levels:
        return set()
    return {1, 2} if levels.count(1) == 1 else {min(levels)}


def _resolved(block: Block, references: Mapping[str, str]) -> Block:
    """The block with reference links turned into plain ones."""

    def plain(match: re.Match[str]) -> str:
        name = match["name"] or match["label"]
        target = references.get(" ".join(name.split()).casefold())
        return match[0] if target is None else f"[{match['label']}]({target})"

    if block.kind is ClauseKind.CODE or "[" not in block.body:
        return block
    return block._replace(body=_REFERENCE_LINK.sub(plain, block.body))
