"""What does one changed paragraph mean?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.markup import visible
from gazette.model import Kind, UnitAssessment
from gazette.significance.difference import difference
from gazette.significance.findings import categorised, found_in
from gazette.significance.judge import judge

if TYPE_CHECKING:
    from gazette.model import Taxonomy

SAME_WORDS = "No word of it changed"
# Below the threshold by no more than this, a field is worth a look.
_MARGIN = 0.2
_SUBSTANTIVE = 0.5


def assess_unit(before: str, after: str, taxonomy: Taxonomy) -> UnitAssessment:
    """Assess one changed paragraph; either side may be empty.

    Args:
        before: Its old Markdown.
        after: Its new Markdown.
        taxonomy: What counts as significant.
    """
    return assess_texts(visible(before), visible(after), taxonomy, change=0)


def assess_texts(old: str, new: str, taxonomy: Taxonomy, *, change: int) -> UnitAssessment:
    """Assess one change by what a reader sees of it."""
    compared = difference(old, new)
    if not compared.gained and not compared.lost:
        return UnitAssessment(Kind.EDITORIAL, (), limits_rights=False, findings=(), why=SAME_WORDS)
    judged = judge(compared)
    findings = tuple(
        finding
        for field, chance in judged.fields.items()
        if chance >= taxonomy.threshold
        for found in found_in(compared, field)
        for finding in categorised(found, compared, taxonomy, change)
    )
    named = {finding.category for finding in findings}
    categories = tuple(c.key for c in taxonomy.categories if c.key in named)
    if findings:
        kind, why = Kind.SUBSTANTIVE, ""
    elif judged.substantive >= _SUBSTANTIVE:
        kind, why = Kind.UNSURE, "The words changed, but no category could be made out"
    else:
        kind, why = Kind.EDITORIAL, "The wording changed, not the meaning"
    return UnitAssessment(kind, categories, limits_rights=False, findings=findings, why=why)
