"""Pairs of texts to measure, from a file given by its path."""

from __future__ import annotations

import gzip
import itertools
import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Pair(NamedTuple):
    """Two texts of one policy."""

    name: str
    old: str
    new: str


def read_pairs(path: Path) -> Iterator[Pair]:
    """Pairs from JSON lines (``id``, ``old``, ``new``; may be gzipped), or from a folder.

    Of a folder, each two neighbouring Markdown files by name are a pair.
    """
    if path.is_dir():
        files = sorted(path.glob("*.md"))
        for one, other in itertools.pairwise(files):
            yield Pair(other.stem, one.read_text("utf-8"), other.read_text("utf-8"))
        return
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    for line in data.decode("utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            yield Pair(row["id"], row["old"], row["new"])
