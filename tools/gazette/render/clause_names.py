"""What is a clause called, and where does it stand, in words?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.model import ClauseKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazette.model import Clause

EXCERPT = 90
"""Characters of a clause that a list quotes, at most."""


def name_of(clause: Clause) -> str:
    """A clause's number, or its shape in words."""
    if clause.number:
        return clause.number
    if clause.kind is ClauseKind.HEADING:
        return shortened(clause.text)
    return {
        ClauseKind.ITEM: "List item",
        ClauseKind.ROW: "Table row",
        ClauseKind.CODE: "Code",
        ClauseKind.QUOTE: "Quotation",
        ClauseKind.FOOTNOTE: "Footnote",
    }.get(clause.kind, "Paragraph")


def headings_over(clauses: Iterable[Clause]) -> dict[int, str]:
    """By the ``id()`` of each clause, the part and the heading that it stands under."""
    found = {}
    heading: Clause | None = None
    for clause in clauses:
        names = [clause.part] if clause.part != clause.text else []
        if heading is not None and heading.text != clause.part:
            names.append(f"{heading.label}{heading.text}")
        found[id(clause)] = " › ".join(name for name in names if name)
        if clause.kind is ClauseKind.HEADING:
            heading = clause
    return found


def shortened(text: str, room: int = EXCERPT) -> str:
    """A text's first words, as many as there is room for in characters."""
    if len(text) <= room:
        return text
    cut = text[: max(room, 1)]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"
