"""Revisions made by rule from any text, of which the right comparison is known."""

from __future__ import annotations

import random
import re
import textwrap

from gazette.document import parse
from gazette.model import ClauseKind

_NUMBER = re.compile(r"(?m)^(\s*(?:#+ )?(?:\*\*)?)(\d{1,2})((?:\\?\.\d{1,2})*\\?\.?)(?=\s)")
_TARGET = re.compile(r"\]\((https?:[^\s()]+|/[^\s()]*)\)")


def renumbered(text: str) -> str:
    """Every printed number one higher, as if a section had been put before the first."""
    document = parse(text)
    return document.preamble + "".join(
        _NUMBER.sub(lambda m: f"{m[1]}{int(m[2]) + 1}{m[3]}", clause.source, count=1)
        if clause.number and clause.number[0].isdigit() and clause.kind is not ClauseKind.ITEM
        else clause.source
        for clause in document.clauses
    )


def relinked(text: str) -> str:
    """Every link with another target."""
    return _TARGET.sub(lambda match: f"]({match[1]}-2)", text)


def permuted(text: str, seed: int = 1) -> str:
    """Sections, each with its heading, in another order."""
    document = parse(text)
    sections: list[list[str]] = [[]]
    for clause in document.clauses:
        if clause.kind is ClauseKind.HEADING:
            sections.append([])
        sections[-1].append(clause.source)
    first, *rest = ("".join(section).rstrip("\n") + "\n\n" for section in sections)
    random.Random(seed).shuffle(rest)
    return document.preamble + "".join([first, *rest])


def wrapped(text: str, width: int = 60) -> str:
    """Paragraphs with other line breaks."""
    document = parse(text)
    return document.preamble + "".join(
        textwrap.fill(clause.body, width, break_long_words=False, break_on_hyphens=False) + "\n\n"
        if clause.kind is ClauseKind.PARAGRAPH and clause.level == 0 and not clause.number
        else clause.source
        for clause in document.clauses
    )


def shattered(text: str, width: int = 90) -> str:
    """Each physical line of a paragraph a paragraph of its own, as a bad export leaves it."""
    document = parse(text)
    return document.preamble + "".join(
        "\n\n".join(
            textwrap.wrap(clause.text, width, break_long_words=False, break_on_hyphens=False)
        )
        + "\n\n"
        if clause.kind is ClauseKind.PARAGRAPH and not clause.level and not clause.number
        else clause.source
        for clause in document.clauses
    )
