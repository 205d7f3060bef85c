"""Which cells does a line of a Markdown table have?"""

from __future__ import annotations

import re

_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t\r]*$")
CELL_BORDER = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)|\\.|(?P<border>\|)")
"""Code, an escaped character, or (named so) a border between two cells."""


def is_delimiter_row(line: str) -> bool:
    """Is it the line of dashes under a table's header?"""
    return bool(_DELIMITERS.match(line))


def cells(row: str) -> list[str]:
    """The cells of a table's row, without their borders."""
    row = row.strip()
    found = []
    start = 0
    for match in CELL_BORDER.finditer(row):
        if match["border"]:
            found.append(row[start : match.start()].strip())
            start = match.end()
    found.append(row[start:].strip())
    if row.startswith("|"):
        del found[0]
    if len(found) > 1 and not found[-1]:
        del found[-1]
    return found
