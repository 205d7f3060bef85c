from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from gazette.model import Kind
from gazette.significance import assess_unit, default_taxonomy

CASES = yaml.safe_load((Path(__file__).parent / "chinese.yml").read_text(encoding="utf-8"))
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
