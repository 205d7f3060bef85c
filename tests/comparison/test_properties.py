"""What holds for any two texts."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from gazette.comparison import compare
from gazette.document import parse
from gazette.model import Comparison, Op

WORDS = st.sampled_from(
    [
        "we", "may", "not", "share", "your", "data", "for", "30", "days", ",", ".", "(see",
        "clause", "3.1)", "“data”", "**us**", "[here](/a)", "[here](/b)", "cafe\u0301", "caf\u00e9",
        "信息", "\u200b", "U.S.", "a@b.example", "\u00a0", "\n", "|", "*", "_x_", "don’t",
    ]
)  # fmt: skip
SENTENCES = st.lists(WORDS, max_size=14).map(" ".join)
STARTS = st.sampled_from(["", "# ", "## 1. ", "* ", "    * ", "1. ", "3.1. ", "> ", "| ", "（一）"])
CLAUSES = st.tuples(STARTS, SENTENCES).map("".join)
TEXTS = st.lists(CLAUSES, max_size=8).map("\n\n".join)


@st.composite
def revisions(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and one in which clauses of it were moved, dropped, doubled or replaced."""
    old = draw(st.lists(CLAUSES, max_size=8))
    new = draw(st.lists(st.one_of(st.sampled_from(old), CLAUSES) if old else CLAUSES, max_size=9))
    return "\n\n".join(old), "\n\n".join(new)


def compared(old: str, new: str) -> Comparison:
    return compare(parse(old), parse(new))


@settings(max_examples=300)
@given(st.one_of(revisions(), st.tuples(TEXTS, TEXTS), st.tuples(st.text(), st.text())))
def test_equal_and_deleted_runs_are_the_old_texts_equal_and_inserted_the_new(
    pair: tuple[str, str],
) -> None:
    for row in compared(*pair).rows:
        old = "".join(run.text for run in row.runs if run.op is not Op.INSERT)
        new = "".join(run.text for run in row.runs if run.op is not Op.DELETE)
        assert old == "\n".join(clause.text for clause in row.old)
        assert new == "\n".join(clause.text for clause in row.new)


@settings(max_examples=300)
@given(revisions())
def test_every_clause_of_both_stands_in_one_row(pair: tuple[str, str]) -> None:
    comparison = compared(*pair)
    old = [clause for row in comparison.rows for clause in row.old]
    assert sorted(old, key=lambda clause: clause.line) == list(comparison.old.clauses)
    assert tuple(clause for row in comparison.rows for clause in row.new) == comparison.new.clauses


@given(revisions())
def test_what_stayed_or_went_stands_in_the_old_order(pair: tuple[str, str]) -> None:
    lines = [
        row.old[0].line for row in compared(*pair).rows if row.old and "moved" not in row.kinds
    ]
    assert lines == sorted(lines)


@given(TEXTS)
def test_a_text_against_itself_has_no_change(text: str) -> None:
    assert compared(text, text).changes == ()


@given(revisions())
def test_a_row_without_kind_is_the_same_clause_on_both_sides(pair: tuple[str, str]) -> None:
    for row in compared(*pair).rows:
        if not row.kinds:
            (old,), (new,) = row.old, row.new
            assert (old.kind, old.number, old.text) == (new.kind, new.number, new.text)


@given(revisions())
def test_runs_alternate_and_none_is_empty(pair: tuple[str, str]) -> None:
    for row in compared(*pair).rows:
        ops = [run.op for run in row.runs]
        assert all(one is not other for one, other in itertools.pairwise(ops))
        assert all(run.text for run in row.runs)


PROGRAM = """
from gazette.comparison import compare
from gazette.document import parse
old = "\\n\\n".join(f"{i}.1. We share item {i % 7} with partner {i % 5} of group {i % 3}." for i in range(60))
new = "\\n\\n".join(f"{i}.2. We share thing {i % 7} with partner {i % 4} of group {i % 3}." for i in range(70, 5, -1))
print(compare(parse(old), parse(new)).rows)
"""  # noqa: E501


def test_the_order_of_hashing_changes_nothing() -> None:
    shown = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(shown) == 1
