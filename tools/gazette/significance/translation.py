"""Does a translation of a revision say the same as its original?

A reader is bound by one text and reads the other, so what is found in one must be found in both.
Wording differs between languages: a finding is met where the other text has one of the same
category anywhere, or where legal declared the category, or where the same clause must be looked
at. Limits of rights and consent triggers are met only by their like.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.model import Problem
from gazette.significance.answers import (
    LIMITS_RIGHTS,
    TRANSLATION,
    decision_for,
    is_dismissed,
    names_of,
    standing,
)
from gazette.significance.naming import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.model import Assessment, Comparison, Decision, Finding, Taxonomy, Version

    Side = tuple[Version, Comparison, Assessment]
    """A version, compared with the one that it revises in its language, and assessed."""


def check_translation(original: Side, translation: Side, taxonomy: Taxonomy) -> Iterator[Problem]:
    """What is found in one of two languages alone, at the line where it stands or should stand.

    Args:
        original: The revision in the policy's first language; its version holds the decision.
        translation: The same revision in another.
        taxonomy: What the categories and triggers are called.
    """
    decision = decision_for(original[0])
    for there, here in ((original, translation), (translation, original)):
        called = names(there[1])
        alone: dict[tuple[tuple[str, ...], str], list[str]] = {}
        for key, found in _apart(there, here, decision, taxonomy):
            where = names_of(called, found[0].change)
            if not (decision and is_dismissed(decision, where, TRANSLATION)):
                label = _label(key, found[0], taxonomy)
                alone.setdefault((where, found[0].why), []).append(label)
        for (where, why), labels in alone.items():
            yield _problem(translation, there, where, f"{' and '.join(labels)}: {why}")


def _apart(
    there: Side, here: Side, decision: Decision | None, taxonomy: Taxonomy
) -> Iterator[tuple[str, list[Finding]]]:
    """By category or trigger, the findings that are in the one text and not in the other."""
    declared = set(decision.categories) if decision else set()
    met = _keys(here, decision)
    own: dict[str, list[Finding]] = {}
    for finding in _findings(there, decision):
        for key in _keys_of(finding):
            own.setdefault(key, []).append(finding)
    triggers = {trigger.key for trigger in taxonomy.triggers}
    for key, found in own.items():
        strict = key in triggers or key == LIMITS_RIGHTS
        if key in met or (key in declared and not strict):
            continue
        if strict or not _looked_at(here, _all_names(there, found)):
            yield key, found


def _findings(side: Side, decision: Decision | None) -> Sequence[Finding]:
    """The standing findings that words of the text led to."""
    _, comparison, assessment = side
    found = standing(comparison, assessment, decision)
    return [finding for finding in found if finding.change >= 0]


def _keys(side: Side, decision: Decision | None) -> set[str]:
    return {key for finding in _findings(side, decision) for key in _keys_of(finding)}


def _keys_of(finding: Finding) -> tuple[str, ...]:
    return (finding.category, *([finding.trigger] if finding.trigger else []))


def _all_names(side: Side, found: Sequence[Finding]) -> set[str]:
    called = names(side[1])
    return {name for finding in found for name in called[finding.change]}


def _looked_at(side: Side, where: set[str]) -> bool:
    """Whether a change of any of these names must be looked at anyway."""
    _, comparison, assessment = side
    called = names(comparison)
    return any(where & set(called[change]) for change in assessment.unsure)


def _label(key: str, finding: Finding, taxonomy: Taxonomy) -> str:
    """A category or trigger, with the clause that it rests on."""
    clause = next((t.clause for t in taxonomy.triggers if t.key == key), finding.clause)
    return f"{key} ({clause})"


def _problem(translation: Side, there: Side, where: tuple[str, ...], said: str) -> Problem:
    version = translation[0]
    other = version if there is translation else there[0]
    lacking = "the original" if there is translation else f"this translation ({version.lang})"
    return Problem(
        version.path,
        _line(translation, where),
        "translation-differs",
        f"clause {where[0]} falls in {said}; this is found in {other.lang} alone, not in {lacking}",
        f"say the same in both, or dismiss it for clause {where[0]}, category {TRANSLATION},"
        f" in the decision of version {version.number} with a reason",
    )


def _line(side: Side, where: tuple[str, ...]) -> int:
    """The line of the translation's file where a clause of one of these names starts."""
    version, comparison, _ = side
    for clause in comparison.new.clauses:
        if clause.number and clause.number in where:
            return version.text_line + clause.line - 1
    return version.text_line
