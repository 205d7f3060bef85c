"""What stands beside a change: its categories, why, and what legal said of it?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette.significance.answers import (
    UNSURE,
    decision_for,
    doubts,
    is_dismissed,
    names_of,
    standing,
)
from gazette.significance.naming import names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gazette.model import Assessment, Comparison, Decision, Finding, Taxonomy
    from gazette.notices import Revision

_LOOK = {"en": "To be looked at", "zh": "待核查"}


@dataclass(frozen=True, slots=True)
class Note:
    """One finding, as a reader is told of it."""

    category: str
    """The category's key, or ``unsure``."""
    label: str
    """The category's name for readers."""
    clause: str
    """The policy's clause that defines the category, or empty."""
    why: str
    evidence: tuple[str, ...] = ()
    consent: str = ""
    """What the policy promised to ask consent for, where this meets it."""
    consent_clause: str = ""
    """The policy's clause that promises it."""
    settled: str = ""
    """Why legal holds that consent is not needed, or empty."""
    dismissed: str = ""
    """Why legal holds the finding to be none, or empty."""


def notes_of(
    revision: Revision, taxonomy: Taxonomy, lang: str, *, with_doubts: bool = False
) -> Mapping[int, tuple[Note, ...]]:
    """The notes of a revision by index of the change; -1 for what legal declared of no clause.

    Args:
        revision: The revision, assessed; its version holds legal's decision.
        taxonomy: Where the categories' names come from.
        lang: The language of the names; English where there is none.
        with_doubts: Whether changes that a person must look at have notes too, before anyone
            has answered for them. The public is shown only the answers.
    """
    return assessed_notes(
        revision.comparison,
        revision.assessment,
        taxonomy,
        lang,
        decision=decision_for(revision.version),
        with_doubts=with_doubts,
    )


def assessed_notes(
    comparison: Comparison,
    assessment: Assessment,
    taxonomy: Taxonomy,
    lang: str = "en",
    *,
    decision: Decision | None = None,
    with_doubts: bool = True,
) -> Mapping[int, tuple[Note, ...]]:
    """The notes of an assessment, by index of the change, with legal's decision or without."""
    found: dict[int, list[Note]] = {}
    named = _Named(taxonomy, lang, decision)
    called = names(comparison)
    kept = {(f.change, f.category, f.rule) for f in standing(comparison, assessment, decision)}
    for finding in assessment.findings:
        stands = (finding.change, finding.category, finding.rule) in kept
        reason = "" if stands else named.reason(names_of(called, finding.change), finding.category)
        found.setdefault(finding.change, []).append(named.note(finding, reason))
    for change, why in doubts(assessment):
        reason = named.reason(names_of(called, change), UNSURE)
        if reason or with_doubts:
            label = _LOOK.get(lang, _LOOK["en"])
            note = Note(UNSURE, label, "", why[:1].upper() + why[1:], dismissed=reason)
            found.setdefault(change, []).append(note)
    return {change: tuple(found[change]) for change in sorted(found)}


@dataclass(frozen=True, slots=True)
class _Named:
    """Names and reasons, in one language."""

    taxonomy: Taxonomy
    lang: str
    decision: Decision | None

    def reason(self, called: tuple[str, ...], category: str) -> str:
        """Why legal dismissed a category for a change of these names, or empty."""
        if self.decision is None or not is_dismissed(self.decision, called, category):
            return ""
        return next(
            dismissal.reason
            for dismissal in self.decision.dismissed
            if dismissal.category == category and dismissal.clause in called
        )

    def note(self, finding: Finding, dismissed: str) -> Note:
        trigger = next((t for t in self.taxonomy.triggers if t.key == finding.trigger), None)
        settlements = self.decision.settled if self.decision else ()
        return Note(
            category=finding.category,
            label=self._label(self.taxonomy.category(finding.category).label),
            clause=finding.clause,
            why=finding.why,
            evidence=finding.evidence,
            consent=self._label(trigger.label) if trigger else "",
            consent_clause=trigger.clause if trigger else "",
            settled=next((s.reason for s in settlements if s.trigger == finding.trigger), ""),
            dismissed=dismissed,
        )

    def _label(self, label: Mapping[str, str]) -> str:
        return label.get(self.lang) or label.get("en") or next(iter(label.values()))
