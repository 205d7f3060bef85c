"""What stands somewhere else now."""

from __future__ import annotations

import pytest

from gazette.comparison import compare
from gazette.document import parse
from gazette.model import ChangeKind

LONG = "We keep invoices for ten years, because tax law demands it of everybody."
OTHERS = [f"Clause {name} stands where it always stood, whatever else may move." for name in "ABC"]


def moved(old: list[str], new: list[str]) -> list[str]:
    comparison = compare(parse("\n\n".join(old)), parse("\n\n".join(new)))
    return [row.new[0].text for row in comparison.rows if ChangeKind.MOVED in row.kinds]


@pytest.mark.parametrize("text", [LONG, LONG.replace("ten", "six"), "Back to the top"])
def test_a_clause_that_reads_like_no_other_moves_alone(text: str) -> None:
    first = LONG if "invoices" in text else text
    assert moved([first, *OTHERS], [*OTHERS, text]) == [text]


def test_a_short_phrase_that_recurs_does_not_move() -> None:
    assert moved(["See more", *OTHERS, "See more"], [*OTHERS, "See more", "Else", "See more"]) == []


def test_a_short_neighbour_follows_a_clause_that_moved() -> None:
    assert moved(["Yes.", LONG, *OTHERS], [*OTHERS, "Yes.", LONG]) == ["Yes.", LONG]


def test_a_clause_too_unlike_is_removed_and_another_added() -> None:
    other = "Invoices for services are kept by the accountants of our parent company."
    assert moved([LONG, *OTHERS], [*OTHERS, other]) == []


def test_a_row_about_the_same_thing_moves_though_its_cells_changed() -> None:
    table = ["| Data | Kept |\n|---|---|\n| Logs | 9 days |\n| Names | for ever and ever |"]
    other = ["| Data | Kept |\n|---|---|\n| Names | for ever and ever |\n| Logs | 3 weeks |"]
    assert moved(table, other) == ["Logs | 3 weeks"]
