"""What changed between two documents: which clause became which, then which words."""

from __future__ import annotations

from gazette.comparison.compare import compare

__all__ = ["compare"]
