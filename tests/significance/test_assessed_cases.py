from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from gazette.model import Kind
from gazette.significance import Unit, assess_unit, assess_units, default_taxonomy

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_is_assessed_as_its_file_says(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    answer = assess_unit(case["before"], case["after"], default_taxonomy())
    assert list(answer.categories) == case["categories"]
    assert answer.limits_rights == case["limits_rights"]
    if "why" in case:
        assert case["why"] in [finding.why for finding in answer.findings]
    else:
        assert answer.kind is Kind.EDITORIAL


def test_text_that_moves_between_paragraphs_is_editorial() -> None:
    moved = "We keep invoices for ten years because tax law demands it."
    units = [
        Unit("1", f"We store your orders. {moved}", "We store your orders.", "r"),
        Unit("2", "", moved, "r"),
    ]
    assert {a.kind for a in assess_units(units, default_taxonomy())} == {Kind.EDITORIAL}


def test_evidence_stands_in_the_text_where_its_span_says() -> None:
    after = "We share data with service providers and advertising partners."
    answer = assess_unit("We share data with service providers.", after, default_taxonomy())
    for finding in answer.findings:
        cut = [after[span.start : span.end] for span in finding.spans]
        assert cut == list(finding.evidence)
