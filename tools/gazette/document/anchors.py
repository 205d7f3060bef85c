"""Under which permanent address does each clause stand?"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from gazette.model import ClauseKind

if TYPE_CHECKING:
    from gazette.model import Clause, Document

_SEPARATORS = re.compile(r"[^\w.]+|_+")
_SLUG_LENGTH = 60


def anchors(document: Document) -> tuple[str, ...]:
    """One HTML id for each clause, unique in the document.

    A numbered clause is its part and its number (``privacy-policy-3.1.4``), a heading without
    number its words, any other clause the nearest of those before it and a count
    (``privacy-policy-3.1.4-p2``), so that a change elsewhere leaves the address alone.
    """
    taken: dict[str, int] = {}
    found = []
    nearest = "top"
    for clause in document.clauses:
        own = _own(clause)
        if own:
            nearest = own
        anchor = own or f"{nearest}-p{_count(taken, nearest + '-p')}"
        while anchor in taken:
            anchor = f"{own or nearest}-{_count(taken, (own or nearest) + '-') + 1}"
        if own:
            nearest = anchor
        taken[anchor] = 0
        found.append(anchor)
    return tuple(found)


def _count(taken: dict[str, int], name: str) -> int:
    taken[name] = taken.get(name, 0) + 1
    return taken[name]


def _own(clause: Clause) -> str:
    """What a clause is called by itself, or empty."""
    if clause.number is not None:
        return "-".join(filter(None, (_slug(clause.part), _slug(clause.number)))) or "clause"
    if clause.kind is ClauseKind.HEADING:
        text = _slug(clause.text)
        part = _slug(clause.part)
        return text if text == part else "-".join(filter(None, (part, text)))
    return ""


def _slug(text: str) -> str:
    """Letters and digits of any script, in lower case, joined by hyphens."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _SEPARATORS.sub("-", folded).strip("-.")[:_SLUG_LENGTH].rstrip("-.")
