"""What of an assessment is left once legal has answered it?"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from gazette.comparison.scripts import is_unspaced
from gazette.significance.assess import level_of
from gazette.significance.naming import names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazette.model import (
        Assessment,
        Comparison,
        Decision,
        Finding,
        Level,
        Taxonomy,
        Version,
    )

LIMITS_RIGHTS = "limits_rights"
UNSURE = "unsure"
"""The category of a dismissal that answers "look at this"."""
TRANSLATION = "translation"
"""The category of a dismissal that answers a difference between a text and its translation."""


def together(sentences: Iterable[str], between: str) -> str:
    """The sentences of findings in one, each once, with a sign between as their language has it."""
    distinct = list(dict.fromkeys(sentences))
    return ("；" if any(map(is_unspaced, distinct)) else between).join(distinct)


def digest_of(text: str) -> str:
    """SHA-256, in hex, of a version's text: what a decision is made for and a reader agrees to."""
    return sha256(text.encode()).hexdigest()


def decision_for(version: Version) -> Decision | None:
    """A version's decision; None too where it was made for another text, and is void."""
    decision = version.decision
    if decision and decision.digest and not digest_of(version.text).startswith(decision.digest):
        return None
    return decision


def standing(
    comparison: Comparison, assessment: Assessment, decision: Decision | None
) -> tuple[Finding, ...]:
    """The findings that legal has not dismissed; a settled trigger no longer asks for consent."""
    if decision is None:
        return assessment.findings
    called = names(comparison)
    settled = {settlement.trigger for settlement in decision.settled if settlement.reason}
    return tuple(
        replace(finding, trigger=None) if finding.trigger in settled else finding
        for finding in assessment.findings
        if not is_dismissed(decision, names_of(called, finding.change), finding.category)
    )


def level_asked(
    comparison: Comparison, assessment: Assessment, decision: Decision | None, taxonomy: Taxonomy
) -> Level:
    """The notice that the standing findings and legal's own declarations ask for."""
    levels = [level_of(standing(comparison, assessment, decision), taxonomy)]
    if decision is not None:
        declared = [c for c in taxonomy.categories if c.key in decision.categories]
        levels += [category.level for category in declared]
        if decision.limits_rights:
            levels.append(taxonomy.limits_rights.level)
    return max(levels, key=lambda level: level.rank)


def level_decided(
    comparison: Comparison, assessment: Assessment, decision: Decision | None, taxonomy: Taxonomy
) -> Level:
    """The notice that is given: legal may raise it freely, and lower it with a reason."""
    asked = level_asked(comparison, assessment, decision, taxonomy)
    if decision is None or decision.notice is None:
        return asked
    if decision.notice.rank < asked.rank and not decision.notice_reason:
        return asked
    return decision.notice


def doubts(assessment: Assessment) -> tuple[tuple[int, str], ...]:
    """The changes that need a person's eye, and why: unplaced ones, and those to 9.4 itself."""
    unsure = dict(zip(assessment.unsure, assessment.unsure_why, strict=True))
    for change in assessment.promises:
        unsure[change] = "it changes a clause that itself says which changes are significant"
    return tuple(sorted(unsure.items()))


def is_dismissed(decision: Decision, where: tuple[str, ...], category: str) -> bool:
    """Whether legal dismissed a category, with a reason, for a change of any of these names."""
    return any(
        dismissal.category == category and dismissal.clause in where and dismissal.reason.strip()
        for dismissal in decision.dismissed
    )


def names_of(called: tuple[tuple[str, ...], ...], change: int) -> tuple[str, ...]:
    """The names of a change; none for what no text says."""
    return called[change] if change >= 0 else ()
