"""The contract ``gazette/assessment/1``: an assessment as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazette.model import Assessment, Finding, UnitAssessment


def assessment_json(assessment: Assessment) -> str:
    """Everything found in one revision, as one JSON document."""
    return json.dumps(
        {
            "schema": "gazette/assessment/1",
            "kind": assessment.kind.value,
            "categories": list(assessment.categories),
            "limits_rights": assessment.limits_rights,
            "level": assessment.level.value,
            "findings": [
                {"change": finding.change, **_finding(finding)} for finding in assessment.findings
            ],
            "unsure": [
                {"change": change, "why": why}
                for change, why in zip(assessment.unsure, assessment.unsure_why, strict=True)
            ],
            "promises": list(assessment.promises),
        },
        ensure_ascii=False,
        indent=2,
    )


def unit_json(unit: str, assessment: UnitAssessment) -> str:
    """What was found in one changed paragraph, as one line.

    Args:
        unit: The paragraph's id.
        assessment: What was found in it.
    """
    return json.dumps(
        {
            "id": unit,
            "kind": assessment.kind.value,
            "categories": list(assessment.categories),
            "limits_rights": assessment.limits_rights,
            "findings": [_finding(finding) for finding in assessment.findings],
            "why": assessment.why,
        },
        ensure_ascii=False,
    )


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "category": finding.category,
        "clause": finding.clause,
        "evidence": list(finding.evidence),
        "spans": [
            {"side": span.side.value, "start": span.start, "end": span.end}
            for span in finding.spans
        ],
        "rule": finding.rule,
        "why": finding.why,
        "trigger": finding.trigger,
    }
