"""How good is a comparison? Figures that hold for any pair of texts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby

import html5lib
from rapidfuzz.distance import LCSseq

from gazette.comparison import compare
from gazette.comparison.tokens import tokens
from gazette.document import parse
from gazette.model import Change, ChangeKind, Clause, Comparison, Document, Op
from gazette.render.redline_html import redline

WORDS_OF_AN_ISLAND = 2


@dataclass
class Figures:
    """Sums over any number of pairs; the ratios are properties."""

    pairs: int = 0
    valid: int = 0
    """Pairs whose redline is valid HTML."""
    exact: int = 0
    """Pairs whose two texts come back from the comparison, character for character."""
    marked_words: int = 0
    least_words: int = 0
    """Words outside the longest common subsequence of the whole texts: no diff marks fewer."""
    unchanged: int = 0
    touched: int = 0
    """Clauses that stand word for word on both sides, and yet carry a mark."""
    marks: int = 0
    islands: int = 0
    """Unchanged runs of one or two words between two marks."""
    marks_by_clause: list[int] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    @property
    def words_ratio(self) -> float:
        """Words marked for each word that must be."""
        return self.marked_words / self.least_words if self.least_words else 1.0

    @property
    def touched_percent(self) -> float:
        return 100 * self.touched / self.unchanged if self.unchanged else 0.0

    @property
    def islands_percent(self) -> float:
        return 100 * self.islands / self.marks if self.marks else 0.0

    @property
    def marks_per_clause(self) -> tuple[float, int]:
        """Mean and 95th percentile over the clauses whose words changed."""
        counts = sorted(self.marks_by_clause) or [0]
        return sum(counts) / len(counts), counts[int(len(counts) * 0.95)]

    def add(self, comparison: Comparison) -> None:
        """Count one pair in."""
        self.pairs += 1
        self.exact += comes_back(comparison)
        self.valid += is_valid_html(comparison)
        self.marked_words += marked_words(comparison)
        self.least_words += least_words(comparison)
        unchanged, touched = touched_clauses(comparison)
        self.unchanged += unchanged
        self.touched += touched
        for row in comparison.changes:
            self.kinds.update(row.kinds)
            self._add_marks(row)

    def _add_marks(self, row: Change) -> None:
        if not row.edits:
            return
        shape = [(equal, list(runs)) for equal, runs in groupby(row.runs, _is_equal)]
        self.marks += sum(not equal for equal, _ in shape)
        self.islands += sum(
            equal and sum(len(tokens(run.text).keys) for run in runs) <= WORDS_OF_AN_ISLAND
            for equal, runs in shape[1:-1]
        )
        if row.old and row.new:
            self.marks_by_clause.append(sum(not equal for equal, _ in shape))


def _is_equal(run: object) -> bool:
    return getattr(run, "op", None) is Op.EQUAL


def comes_back(comparison: Comparison) -> bool:
    """Do both texts come back, from the clauses and from the runs?"""
    rows = comparison.rows
    return (
        [id(clause) for row in rows for clause in row.new]
        == [id(clause) for clause in comparison.new.clauses]
        and sorted(id(clause) for row in rows for clause in row.old)
        == sorted(id(clause) for clause in comparison.old.clauses)
        and all(_joined(row, Op.INSERT) == _texts(row.old) for row in rows)
        and all(_joined(row, Op.DELETE) == _texts(row.new) for row in rows)
    )


def is_valid_html(comparison: Comparison) -> bool:
    """Does the redline, both views and the list, hold to the HTML standard's grammar?"""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    try:
        parser.parseFragment(redline(comparison))
    except html5lib.html5parser.ParseError:
        return False
    return True


def _joined(row: Change, without: Op) -> str:
    return "".join(run.text for run in row.runs if run.op is not without)


def _texts(clauses: tuple[Clause, ...]) -> str:
    return "\n".join(clause.text for clause in clauses)


def marked_words(comparison: Comparison) -> int:
    """Words deleted and inserted."""
    return sum(
        len(tokens(run.text).keys)
        for row in comparison.changes
        for run in row.runs
        if run.op is not Op.EQUAL
    )


def least_words(comparison: Comparison) -> int:
    """The fewest words that any comparison in order can mark."""
    old, new = _words(comparison.old), _words(comparison.new)
    return len(old) + len(new) - 2 * LCSseq.similarity(old, new)


def _words(document: Document) -> list[str]:
    return [key for clause in document.clauses for key in tokens(clause.text).keys]


def touched_clauses(comparison: Comparison) -> tuple[int, int]:
    """How many clauses stand unchanged on both sides, and how many of them carry a mark."""
    old = Counter(clause.body for clause in comparison.old.clauses)
    new = Counter(clause.body for clause in comparison.new.clauses)
    common = old & new
    marked = [row for row in comparison.changes if row.edits]
    gone = Counter(clause.body for row in marked for clause in row.old)
    come = Counter(clause.body for row in marked for clause in row.new)
    touched = sum(
        max(gone[body] - (old[body] - count), come[body] - (new[body] - count), 0)
        for body, count in common.items()
    )
    return sum(common.values()), touched


def compared(old: str, new: str) -> Comparison:
    """Two Markdown texts compared."""
    return compare(parse(old), parse(new))


def kinds(comparison: Comparison) -> Counter[ChangeKind]:
    """How often each kind of change occurs."""
    return Counter(kind for row in comparison.changes for kind in row.kinds)
