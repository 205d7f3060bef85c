"""The decision that legal can paste into a version's front matter, and complete."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from gazette.model import Decision, Level, RiskAssessment
from gazette.significance.answers import (
    LIMITS_RIGHTS,
    UNSURE,
    decision_for,
    digest_of,
    doubts,
    is_dismissed,
    names_of,
)
from gazette.significance.naming import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazette.model import Assessment, Comparison, Version


def decision_block(version: Version, comparison: Comparison, assessment: Assessment) -> str:
    """The ``decision:`` block for a version: all that was found declared, its doubts listed.

    What legal has decided already is kept. Reasons are left empty where only legal can give
    them, so that the check asks for them until they are written.
    """
    decision = decision_for(version) or Decision()
    return "\n".join(_lines(version, comparison, assessment, decision)) + "\n"


def _lines(
    version: Version, comparison: Comparison, assessment: Assessment, decision: Decision
) -> Iterator[str]:
    called = names(comparison)
    standing = [
        finding
        for finding in assessment.findings
        if not is_dismissed(decision, names_of(called, finding.change), finding.category)
    ]
    found = {finding.category for finding in standing}
    known = (*assessment.categories, *decision.categories)
    declared = [key for key in dict.fromkeys(known) if key in found or key in decision.categories]
    yield "decision:"
    yield f"  categories: [{', '.join(declared)}]"
    limits = decision.limits_rights or LIMITS_RIGHTS in found
    yield f"  limits_rights: {'true' if limits else 'false'}"
    if decision.risk_assessment is not RiskAssessment.NONE:
        yield f"  risk_assessment: {decision.risk_assessment}"
    if decision.notice is not None:
        yield f"  notice: {decision.notice}"
    if decision.notice_reason:
        yield f"  notice_reason: {_quoted(decision.notice_reason)}"
    yield from _dismissals(called, assessment, decision)
    consent = limits or decision.notice is Level.CONSENT
    met = [] if consent else [f.trigger for f in standing if f.trigger]
    yield from _settlements(decision, dict.fromkeys(met))
    yield f"  digest: {digest_of(version.text)}"
    yield f"  reviewed_by: {_quoted(decision.reviewed_by)}"


def _dismissals(
    called: tuple[tuple[str, ...], ...], assessment: Assessment, decision: Decision
) -> Iterator[str]:
    kept = [(d.clause, d.category, d.reason, "") for d in decision.dismissed]
    asked = [
        (called[change][0], UNSURE, "", f"  # {why}")
        for change, why in doubts(assessment)
        if not is_dismissed(decision, called[change], UNSURE)
    ]
    if kept or asked:
        yield "  dismissed:"
    for clause, category, reason, remark in (*kept, *asked):
        entry = f"clause: {_quoted(clause)}, category: {category}, reason: {_quoted(reason)}"
        yield f"    - {{{entry}}}{remark}"


def _settlements(decision: Decision, met: dict[str, None]) -> Iterator[str]:
    kept = {settlement.trigger: settlement.reason for settlement in decision.settled}
    entries = {**dict.fromkeys(met, ""), **kept}
    if entries:
        yield "  settled:  # or set notice: consent"
    for trigger, reason in entries.items():
        yield f"    - {{trigger: {trigger}, reason: {_quoted(reason)}}}"


def _quoted(text: str) -> str:
    """A YAML double-quoted scalar: JSON's strings are a subset of it (YAML 1.2, section 1.3)."""
    return json.dumps(text, ensure_ascii=False)
