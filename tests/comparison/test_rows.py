"""A table's row, cell by cell."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gazette.comparison.rows import row_edits
from gazette.comparison.sequences import Budget
from gazette.model import Op

CELLS = st.lists(st.sampled_from(["", "Name", "1 year", "2 years", "| x", "a|b"]), max_size=5)
ROWS = CELLS.map(" | ".join)


@given(ROWS, ROWS)
def test_both_rows_come_back(old: str, new: str) -> None:
    runs = row_edits(old, new, Budget())
    assert "".join(run.text for run in runs if run.op is not Op.INSERT) == old
    assert "".join(run.text for run in runs if run.op is not Op.DELETE) == new


def test_words_of_two_cells_are_never_compared() -> None:
    runs = row_edits("Logs | 90 days", "Logs | Our interest in days | 30 days", Budget())
    assert [run.text for run in runs if run.op is Op.DELETE] == ["90"]


def test_of_as_many_cells_each_keeps_its_column() -> None:
    runs = row_edits("a b | c d", "c d x | a b x", Budget())
    assert [run.text for run in runs if run.op is Op.EQUAL] == [" | "]
