"""Markdown to clauses: which clauses does a text have, and how is each addressed?"""

from __future__ import annotations

from gazette.document.anchors import anchors
from gazette.document.clauses import parse

__all__ = ["anchors", "parse"]
