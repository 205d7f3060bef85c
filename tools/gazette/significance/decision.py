"""Does legal's decision answer everything that was found?

Legal decides, the assessment proposes: what was found must be declared, or dismissed with a
reason; declaring more is free; telling the world less prominently needs a reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.model import Level, Problem
from gazette.significance.answers import (
    LIMITS_RIGHTS,
    TRANSLATION,
    UNSURE,
    decision_for,
    doubts,
    is_dismissed,
    level_asked,
    names_of,
)
from gazette.significance.naming import names
from gazette.significance.signoff import decision_block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazette.model import Assessment, Comparison, Decision, Finding, Taxonomy, Version


def check_decision(
    version: Version, comparison: Comparison, assessment: Assessment, taxonomy: Taxonomy
) -> tuple[Problem, ...]:
    """Everything in a revision that legal has yet to answer, in the order of the text."""
    objections = tuple(_objections(version, comparison, assessment, taxonomy))
    paste = decision_block(version, comparison, assessment) if objections else ""
    line = version.decision.line if version.decision else 1
    return tuple(
        Problem(version.path, line, rule, wrong, mend, paste) for rule, wrong, mend in objections
    )


def _objections(
    version: Version, comparison: Comparison, assessment: Assessment, taxonomy: Taxonomy
) -> Iterator[tuple[str, str, str]]:
    """The rule, what is wrong and how to mend it, of each thing that legal has yet to answer."""
    decision = version.decision
    called = names(comparison)
    if decision is None:
        if assessment.findings or assessment.unsure or assessment.promises:
            wrong = "the revision has findings, and no decision answers them"
            yield "decision-missing", wrong, "paste the block below, and complete it"
        return
    if decision_for(version) is None:
        wrong = "the decision was made for another text, and is void"
        yield "decision-void", wrong, "review the text as it is now, and renew the digest"
        return
    yield from _unknown(decision, taxonomy)
    yield from _unanswered(decision, called, assessment)
    yield from _unlooked(decision, called, assessment)
    yield from _unsettled(decision, called, assessment, taxonomy)
    yield from _idle(decision, called, assessment)
    yield from _lowered(decision, level_asked(comparison, assessment, decision, taxonomy))


def _unknown(decision: Decision, taxonomy: Taxonomy) -> Iterator[tuple[str, str, str]]:
    known = [category.key for category in taxonomy.categories]
    for key in decision.categories:
        if key not in known:
            mend = f"write some of {', '.join(known)}"
            yield "category-unknown", f"the taxonomy has no category {key!r}", mend
    triggers = [trigger.key for trigger in taxonomy.triggers]
    for settlement in decision.settled:
        if settlement.trigger not in triggers:
            mend = f"write one of {', '.join(triggers)}"
            wrong = f"the taxonomy has no consent trigger {settlement.trigger!r}"
            yield "trigger-unknown", wrong, mend


def _unanswered(
    decision: Decision, called: tuple[tuple[str, ...], ...], assessment: Assessment
) -> Iterator[tuple[str, str, str]]:
    declared = set(decision.categories)
    if decision.limits_rights:
        declared.add(LIMITS_RIGHTS)
    for finding in assessment.findings:
        where = names_of(called, finding.change)
        if finding.category in declared or is_dismissed(decision, where, finding.category):
            continue
        wrong = (
            f"{_at(where)} falls in {finding.category} ({finding.clause}): {finding.why};"
            " this is neither declared nor dismissed"
        )
        yield "finding-undeclared", wrong, _mend_finding(finding, where)


def _mend_finding(finding: Finding, where: tuple[str, ...]) -> str:
    declare = (
        "declare limits_rights: true"
        if finding.category == LIMITS_RIGHTS
        else f"add {finding.category} to the decision's categories"
    )
    return f"{declare}, or dismiss it for clause {where[0]} with a reason" if where else declare


def _unlooked(
    decision: Decision, called: tuple[tuple[str, ...], ...], assessment: Assessment
) -> Iterator[tuple[str, str, str]]:
    for change, why in doubts(assessment):
        where = called[change]
        if not is_dismissed(decision, where, UNSURE):
            wrong = f"{_at(where)} must be looked at: {why}"
            mend = f"add a dismissal of clause {where[0]}, category {UNSURE}, with what you found"
            yield "change-unsure", wrong, mend


def _unsettled(
    decision: Decision,
    called: tuple[tuple[str, ...], ...],
    assessment: Assessment,
    taxonomy: Taxonomy,
) -> Iterator[tuple[str, str, str]]:
    """Triggers without a word of legal's, where the notice would not ask for consent."""
    if decision.notice is Level.CONSENT or decision.limits_rights:
        return
    settled = {s.trigger for s in decision.settled if s.reason}
    for trigger in taxonomy.triggers:
        met = [
            finding
            for finding in assessment.findings
            if finding.trigger == trigger.key
            and not is_dismissed(decision, names_of(called, finding.change), finding.category)
        ]
        if met and trigger.key not in settled:
            where = _at(names_of(called, met[0].change))
            wrong = f"{where} needs express consent by clause {trigger.clause}: {met[0].why}"
            mend = f"set notice: consent, or settle the trigger {trigger.key} with a reason"
            yield "consent-unsettled", wrong, mend


def _idle(
    decision: Decision, called: tuple[tuple[str, ...], ...], assessment: Assessment
) -> Iterator[tuple[str, str, str]]:
    """Dismissals that lack a reason or dismiss nothing."""
    for dismissal in decision.dismissed:
        about = f"the dismissal of clause {dismissal.clause}, {dismissal.category},"
        if not dismissal.reason.strip():
            yield "dismissal-unreasoned", f"{about} gives no reason", "write why"
        elif dismissal.category != TRANSLATION and not _meets(
            dismissal.clause, dismissal.category, called, assessment
        ):
            mend = "take it out, or write the clause as the block below names it"
            yield "dismissal-idle", f"{about} dismisses nothing that was found", mend


def _meets(
    clause: str, category: str, called: tuple[tuple[str, ...], ...], assessment: Assessment
) -> bool:
    about = [(f.change, f.category) for f in assessment.findings if f.change >= 0]
    about += [(change, UNSURE) for change, _ in doubts(assessment)]
    return any(key == category and clause in called[change] for change, key in about)


def _lowered(decision: Decision, asked: Level) -> Iterator[tuple[str, str, str]]:
    if decision.notice and decision.notice.rank < asked.rank and not decision.notice_reason:
        wrong = f"the notice is {decision.notice}, and what changed asks for {asked}"
        yield "notice-lowered", wrong, f"set notice: {asked}, or give a notice_reason"


def _at(where: tuple[str, ...]) -> str:
    return f"clause {where[0]}" if where else "the revision"
