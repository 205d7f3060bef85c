"""What is the world told about a revision, how prominently, and how long?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from gazette.document import anchors
from gazette.model import ChangeKind, ClauseKind, Notice, NoticeChange
from gazette.significance.answers import (
    LIMITS_RIGHTS,
    decision_for,
    digest_of,
    level_decided,
    standing,
    together,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.model import (
        Assessment,
        Category,
        Change,
        Comparison,
        Document,
        Finding,
        Policy,
        Version,
    )


@dataclass(frozen=True, slots=True)
class Revision:
    """One step from a version to the next, compared and assessed."""

    version: Version
    """The new version."""
    comparison: Comparison
    assessment: Assessment


def notice(policy: Policy, revision: Revision, earlier: Sequence[Notice] = ()) -> Notice:
    """The notice of one revision.

    Its level is what the standing findings and legal's declarations ask for, or legal's own where
    that is higher, or lower with a reason. The first version of a policy revises nothing, and has
    no notice.

    Args:
        policy: The policy; its taxonomy and the days that a notice stays up.
        revision: The new version, compared with the one before it, and assessed.
        earlier: The notices of the policy's earlier revisions, in the same language, in any
            order; this one supersedes them, so that a reader is shown one. A more prominent one
            that is still up stays: what it asks of a reader is not asked again.
    """
    version = revision.version
    decision = decision_for(version)
    findings = standing(revision.comparison, revision.assessment, decision)
    level = level_decided(revision.comparison, revision.assessment, decision, policy.taxonomy)
    newest_first = sorted(earlier, key=lambda n: (n.published, _order(n.version)), reverse=True)
    superseded = [
        n for n in newest_first if n.level.rank <= level.rank or n.show_until < version.published
    ]
    return Notice(
        policy=policy.key,
        version=version.number,
        lang=version.lang,
        level=level,
        title=_title(policy, version),
        summary=version.summary,
        categories=_categories(
            policy,
            findings,
            decision.categories if decision else (),
            limits=decision is not None and decision.limits_rights,
        ),
        changes=tuple(_changes(revision.comparison, findings)),
        published=version.published,
        effective=version.effective,
        show_from=version.published,
        show_until=_days_after(version.effective, policy.notice_days),
        supersedes=tuple(n.id for n in superseded),
        digest=digest_of(version.text),
    )


def translated(notice: Notice, policy: Policy, version: Version) -> Notice:
    """The same notice for the readers of a translation, who agree to the text that they read.

    Its facts are those of the first language, which legal decided on, and so are the sentences
    that say what changed.

    Args:
        notice: The notice in the policy's first language.
        policy: The policy.
        version: The translation.
    """
    return replace(
        notice,
        lang=version.lang,
        title=_title(policy, version),
        summary=version.summary,
        digest=digest_of(version.text),
    )


def _title(policy: Policy, version: Version) -> str:
    return policy.title.get(version.lang) or next(iter(policy.title.values()))


def _days_after(day: date, days: int) -> date:
    """The day so many days later, or the last one that there is."""
    return day + timedelta(days=min(days, (date.max - day).days))


def _order(number: str) -> tuple[int, ...]:
    return tuple(map(int, number.split(".")))


def _categories(
    policy: Policy, findings: Sequence[Finding], declared: Sequence[str], *, limits: bool
) -> tuple[Category, ...]:
    """Every category found or declared, in the taxonomy's order, the limited rights last."""
    named = {finding.category for finding in findings} | set(declared)
    if limits:
        named.add(LIMITS_RIGHTS)
    taxonomy = policy.taxonomy
    return tuple(c for c in (*taxonomy.categories, taxonomy.limits_rights) if c.key in named)


def _changes(comparison: Comparison, findings: Sequence[Finding]) -> Iterator[NoticeChange]:
    """The findings clause by clause, each clause's sentences together."""
    by_change: dict[int, list[Finding]] = {}
    for finding in sorted(findings, key=lambda finding: finding.change):
        by_change.setdefault(finding.change, []).append(finding)
    places = _places(comparison)
    for at, found in by_change.items():
        where = places[at] if at >= 0 else _Place(found[0].clause, "added", "")
        yield NoticeChange(
            clause=where.clause,
            kind=where.kind,
            text=together((finding.why for finding in found), ". "),
            anchor=where.anchor,
            categories=tuple(dict.fromkeys(finding.category for finding in found)),
        )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a reader finds a change."""

    clause: str
    kind: str
    anchor: str


def _places(comparison: Comparison) -> tuple[_Place, ...]:
    of_old, of_new = _named(comparison.old), _named(comparison.new)
    places = []
    for change in comparison.changes:
        clause, anchor = of_new[id(change.new[0])] if change.new else of_old[id(change.old[0])]
        places.append(_Place(clause, _kind(change), anchor))
    return tuple(places)


def _kind(change: Change) -> str:
    if not change.old:
        return ChangeKind.ADDED.value
    return ChangeKind.MODIFIED.value if change.new else ChangeKind.REMOVED.value


def _named(document: Document) -> dict[int, tuple[str, str]]:
    """By clause: its number, or the heading it stands under, and its anchor."""
    named, heading = {}, ""
    for clause, anchor in zip(document.clauses, anchors(document), strict=True):
        if clause.kind is ClauseKind.HEADING:
            heading = clause.text
        named[id(clause)] = (clause.number or heading, anchor)
    return named
