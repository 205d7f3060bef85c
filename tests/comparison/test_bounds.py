"""What is made to be slow meets a bound, and stays exact.

How long each takes is measured by the benchmarks; here, a search that runs away never ends.
"""

from __future__ import annotations

import random

import pytest

from gazette.comparison import compare
from gazette.document import parse
from gazette.model import Clause, Comparison, Op

CHANCE = random.Random(1)


def compared(old: str, new: str) -> Comparison:
    return compare(parse(old), parse(new))


def words(count: int, vocabulary: str) -> str:
    return " ".join(CHANCE.choices(vocabulary, k=count))


def is_exact(comparison: Comparison) -> bool:
    return all(
        "".join(run.text for run in row.runs if run.op is not op) == texts(side)
        for row in comparison.rows
        for op, side in ((Op.INSERT, row.old), (Op.DELETE, row.new))
    )


def texts(clauses: tuple[Clause, ...]) -> str:
    return "\n".join(clause.text for clause in clauses)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (words(20_000, "ab"), words(20_000, "ab")),
        ("word " * 5000, ("word " * 10 + "other ") * 500),
        (
            "\n\n".join(f"1.{at}. {words(600, 'ab')}" for at in range(65)),
            "\n\n".join(f"1.{at}. {words(600, 'ab')}" for at in range(65)),
        ),
        ("* a\n" * 20_000, "* b\n" * 20_000),
    ],
    ids=["two words at random", "five thousand equal words", "dear clauses", "tiny items"],
)
def test_over_its_bound_a_comparison_is_coarse_and_exact(old: str, new: str) -> None:
    comparison = compared(old, new)
    assert comparison.coarse
    assert is_exact(comparison)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[" * 50_000, "[" * 50_001),
        ("*a _b " * 20_000, "*a _b " * 20_001),
        ("` `` ``` " * 10_000, "` `` ``` " * 10_001),
        ("- " * 50_000 + "a", "- " * 50_000 + "b"),
        (">" * 50_000 + "a", ">" * 50_000 + "b"),
        ("# a" + " #" * 50_000 + "b", "# a" + " #" * 50_000 + "c"),
        ("1. x\n\nclause 1" + ", " * 30_000 + "a", "2. x\n\nclause 2" + ", " * 30_000 + "a"),
        ("[email protected] " + "x" * 50_000, "a@b.example " + "x" * 50_000),
    ],
    ids=["brackets", "emphasis", "code", "markers", "quotes", "hashes", "references", "hidden"],
)
def test_markup_without_end_is_read_to_its_end(old: str, new: str) -> None:
    comparison = compared(old, new)
    assert is_exact(comparison)
    assert comparison.changes


def test_an_ordinary_revision_is_not_coarse() -> None:
    old = "\n\n".join(f"{at}.1. We share data number {at} with partner {at}." for at in range(500))
    assert not compared(old, old.replace("partner 7", "somebody")).coarse
