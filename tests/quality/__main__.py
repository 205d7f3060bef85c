"""Print the figures of real pairs: ``python tests/quality PATH``."""

from __future__ import annotations

import sys
from pathlib import Path

from metrics import Figures, compared, kinds, marked_words
from mutants import permuted, relinked, renumbered, shattered, wrapped
from pairs import Pair, read_pairs

from gazette.model import ChangeKind


def main(path: Path) -> None:
    """Read, compare and print."""
    pairs = list(read_pairs(path))
    figures = Figures()
    for pair in pairs:
        figures.add(compared(pair.old, pair.new))
    mean, high = figures.marks_per_clause
    for name, value in (
        ("pairs", figures.pairs),
        ("exact round trip", f"{figures.exact} of {figures.pairs}"),
        ("valid HTML", f"{figures.valid} of {figures.pairs}"),
        (
            "changed words / least",
            f"{figures.words_ratio:.3f} ({figures.marked_words} / {figures.least_words})",
        ),
        (
            "unchanged clauses touched",
            f"{figures.touched_percent:.3f} % ({figures.touched} of {figures.unchanged})",
        ),
        (
            "islands per 100 marks",
            f"{figures.islands_percent:.2f} ({figures.islands} of {figures.marks})",
        ),
        ("marks per changed clause", f"mean {mean:.2f}, p95 {high}"),
        ("kinds", ", ".join(f"{kind} {n}" for kind, n in figures.kinds.most_common())),
    ):
        sys.stdout.write(f"{name:28} {value}\n")
    _mutants(pairs)


def _mutants(pairs: list[Pair]) -> None:
    """The same for revisions made by rule from the newer texts."""
    for name, mutate in (
        ("identity", str),
        ("renumbered", renumbered),
        ("relinked", relinked),
        ("permuted", permuted),
        ("wrapped", wrapped),
        ("shattered", shattered),
    ):
        words = modified = changed = 0
        for pair in pairs:
            comparison = compared(pair.new, mutate(pair.new))
            words += marked_words(comparison)
            count = kinds(comparison)
            modified += count[ChangeKind.MODIFIED]
            changed += len(comparison.changes)
        sys.stdout.write(
            f"{name:12} words marked {words:6}  modified {modified:5}  changed rows {changed:6}\n"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
