from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from gazette import units
from gazette.model import Kind
from gazette.significance import assess_unit, default_taxonomy
from gazette.significance.evaluation import Evaluation, evaluate

CASES = yaml.safe_load((Path(__file__).parent / "chinese.yml").read_text(encoding="utf-8"))
HELD_BACK = Path(__file__).parent / "heldback-chinese.jsonl"
PAIRS = [(expected, *pair) for expected, pairs in CASES.items() for pair in pairs]


@pytest.mark.parametrize(("expected", "before", "after"), PAIRS)
def test_a_change_of_a_chinese_policy_is_found_for_what_it_is(
    expected: str, before: str, after: str
) -> None:
    answer = assess_unit(before, after, default_taxonomy())
    if expected == "editorial":
        assert answer.kind is Kind.EDITORIAL
    else:
        assert expected in {key for f in answer.findings for key in (f.category, f.trigger)}


def test_what_is_found_in_chinese_is_said_in_chinese() -> None:
    before, after = CASES["transfer_abroad"][0]
    answer = assess_unit(before, after, default_taxonomy())
    assert [finding.why for finding in answer.findings] == ["新增向境外提供：境外"]


@pytest.fixture(scope="module")
def held_back() -> Evaluation:
    taxonomy = default_taxonomy()
    rows = units.labelled(HELD_BACK, taxonomy)
    return evaluate(rows, [category.key for category in taxonomy.categories])


def test_paragraphs_of_chinese_revisions_held_back_are_flagged_with_f1_of_070(
    held_back: Evaluation,
) -> None:
    assert held_back.sure_units.micro.f1 >= 0.7


def test_chinese_revisions_held_back_are_flagged_with_f1_of_085(held_back: Evaluation) -> None:
    assert held_back.sure_revisions.micro.f1 >= 0.85


def test_no_significant_chinese_revision_held_back_goes_unnoticed(held_back: Evaluation) -> None:
    assert held_back.significant_revisions_noticed == held_back.significant_revisions
