"""What does one difference mean under a taxonomy?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.model import Kind, UnitAssessment
from gazette.significance.editorial import editorial as recognised
from gazette.significance.features import features
from gazette.significance.findings import categorised, found_by_pattern, found_in, limiting
from gazette.significance.judge import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazette.model import Finding, Taxonomy
    from gazette.significance.difference import Difference
    from gazette.significance.judge import Judgement
    from gazette.significance.shape import Shape

# Below the threshold by no more than this, a field is worth a look.
_MARGIN = 0.2
_SUBSTANTIVE = 0.5
_RIGHTS = "rights"
_UNPLACED = "The meaning seems to change, but no category could be made out"
_NEARLY = "It may fall in a category, but that is not certain"
_WORDING = "The wording changed, not the meaning"


def assess_difference(
    difference: Difference,
    shape: Shape,
    taxonomy: Taxonomy,
    *,
    change: int = 0,
    editorial: str | None = None,
) -> UnitAssessment:
    """Assess one difference.

    Args:
        difference: The texts before and after.
        shape: What kind of passage it is.
        taxonomy: What counts as significant.
        change: Index of the change, for the findings.
        editorial: Why the rest of the revision shows it to be editorial, if it does.
    """
    if why := recognised(difference, shape) or editorial:
        return UnitAssessment(Kind.EDITORIAL, (), limits_rights=False, findings=(), why=why)
    judged = judge(features(difference, shape))
    about_rights = judged.fields[_RIGHTS] >= taxonomy.threshold
    findings = (
        *_found(difference, judged, taxonomy, change),
        *limiting(difference, taxonomy, change, about_rights=about_rights),
    )
    named = {finding.category for finding in findings}
    categories = tuple(c.key for c in taxonomy.categories if c.key in named)
    nearly = max(judged.fields.values()) >= taxonomy.threshold - _MARGIN
    if findings:
        kind, why = Kind.SUBSTANTIVE, ""
    elif nearly or judged.substantive >= _SUBSTANTIVE:
        kind, why = Kind.UNSURE, _NEARLY if nearly else _UNPLACED
    else:
        kind, why = Kind.EDITORIAL, _WORDING
    return UnitAssessment(
        kind,
        categories,
        limits_rights=taxonomy.limits_rights.key in named,
        findings=findings,
        why=why,
    )


def _found(
    difference: Difference, judged: Judgement, taxonomy: Taxonomy, change: int
) -> Iterator[Finding]:
    """What the patterns show, then what the model holds likely enough."""
    by_pattern = found_by_pattern(difference)
    seen = {(found.fact, found.direction) for found in by_pattern}
    likely = (
        found
        for field, chance in judged.fields.items()
        if chance >= taxonomy.threshold
        for found in found_in(difference, field)
        if (found.fact, found.direction) not in seen
    )
    for found in (*by_pattern, *likely):
        yield from categorised(found, difference, taxonomy, change)
