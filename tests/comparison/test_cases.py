"""Redlines of small revisions, one file each: the old text, the new one, the changes.

A change is written as its kinds, the numbers of its clauses, and its words: ``[-deleted-]``,
``{+inserted+}``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from gazette.comparison import compare
from gazette.document import parse
from gazette.model import Change, Clause, Op

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
SIGNS = {Op.EQUAL: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}


def numbers(clauses: tuple[Clause, ...]) -> str:
    return ", ".join(clause.number for clause in clauses if clause.number)


def written(change: Change) -> str:
    old, new = numbers(change.old), numbers(change.new)
    number = " → ".join(filter(None, [old, new])) if old != new else new
    words = "".join(SIGNS[run.op].format(run.text) for run in change.runs)
    return f"{', '.join(change.kinds)}{' ' if number else ''}{number}: {words}"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_reads_as_a_lawyer_would_mark_it(path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    comparison = compare(parse(case["old"]), parse(case["new"]))
    assert [written(change) for change in comparison.changes] == case["changes"]
