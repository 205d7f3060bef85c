from __future__ import annotations

import pytest

from gazette.document.tables import cells, is_delimiter_row


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("| a | b |", ["a", "b"]),
        ("a | b", ["a", "b"]),
        ("| a |  |", ["a", ""]),
        ("|  | b |", ["", "b"]),
        (r"| a \| b | c |", [r"a \| b", "c"]),
        ("| `a|b` | c |", ["`a|b`", "c"]),
        ("| a |", ["a"]),
    ],
)
def test_a_row_has_its_cells(row: str, found: list[str]) -> None:
    assert cells(row) == found


@pytest.mark.parametrize("line", ["|---|---|", "---|:-:", ":-- | --:", "| - |"])
def test_a_line_of_dashes_delimits_a_table(line: str) -> None:
    assert is_delimiter_row(line)


@pytest.mark.parametrize("line", ["", "|  |", "a | b", "--- text"])
def test_any_other_line_does_not(line: str) -> None:
    assert not is_delimiter_row(line)
