"""What does a whole revision mean?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.model import Assessment, ChangeKind, Finding, Kind, Level, RiskAssessment
from gazette.significance.difference import difference
from gazette.significance.passages import Passage, assess_passages
from gazette.significance.shape import of_clause

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazette.model import Change, Clause, Comparison, Taxonomy, UnitAssessment

_MEANING = frozenset(
    {
        ChangeKind.ADDED,
        ChangeKind.REMOVED,
        ChangeKind.MODIFIED,
        ChangeKind.SPLIT,
        ChangeKind.MERGED,
    }
)
_RISK = "risk"


def assess(
    comparison: Comparison, taxonomy: Taxonomy, *, risk: RiskAssessment = RiskAssessment.NONE
) -> Assessment:
    """Assess every change of a comparison.

    Args:
        comparison: The old and the new document.
        taxonomy: What counts as significant.
        risk: What the security impact assessment said, which is not in the text (9.4.6).
    """
    changes = comparison.changes
    units = _assessed(changes, taxonomy)
    findings = [finding for unit in units.values() for finding in unit.findings]
    if risk is RiskAssessment.HIGH:
        findings += _risk(taxonomy)
    unsure = [(at, unit.why) for at, unit in units.items() if unit.kind is Kind.UNSURE]
    named = {finding.category for finding in findings}
    categories = tuple(c.key for c in taxonomy.categories if c.key in named)
    limits = any(unit.limits_rights for unit in units.values())
    return Assessment(
        kind=_kind(tuple(units.values()), findings),
        findings=tuple(findings),
        categories=categories,
        limits_rights=limits,
        level=level_of(findings, taxonomy),
        unsure=tuple(at for at, _ in unsure),
        unsure_why=tuple(why for _, why in unsure),
        promises=tuple(at for at, change in enumerate(changes) if _is_promise(change, taxonomy)),
    )


def level_of(findings: Iterable[Finding], taxonomy: Taxonomy) -> Level:
    """The notice that findings ask for: the highest of their categories' levels.

    A finding that limits rights, or that meets a consent trigger, asks for consent.
    """
    levels = [
        Level.CONSENT if finding.trigger else taxonomy.category(finding.category).level
        for finding in findings
    ]
    return max(levels, key=lambda level: level.rank, default=Level.REVISION)


def _assessed(changes: Sequence[Change], taxonomy: Taxonomy) -> dict[int, UnitAssessment]:
    """What each change means whose kinds can change the meaning, by its index."""
    telling = [at for at, change in enumerate(changes) if _MEANING.intersection(change.kinds)]
    passages = [
        Passage(
            difference(_text(changes[at].old), _text(changes[at].new)),
            of_clause((*changes[at].new, *changes[at].old)[0]),
            at,
        )
        for at in telling
    ]
    return dict(zip(telling, assess_passages([passages], taxonomy), strict=True))


def _text(clauses: Sequence[Clause]) -> str:
    return "\n".join(clause.text for clause in clauses)


def _kind(units: Sequence[UnitAssessment], findings: Sequence[Finding]) -> Kind:
    kinds = {unit.kind for unit in units}
    if findings or Kind.SUBSTANTIVE in kinds:
        return Kind.SUBSTANTIVE
    return Kind.UNSURE if Kind.UNSURE in kinds else Kind.EDITORIAL


def _risk(taxonomy: Taxonomy) -> list[Finding]:
    return [
        Finding(
            change=-1,
            category=category.key,
            clause=category.clause,
            evidence=(),
            rule="risk-declared",
            why="The security impact assessment indicates a high risk",
        )
        for category in taxonomy.categories
        if _RISK in category.facts
    ]


def _is_promise(change: Change, taxonomy: Taxonomy) -> bool:
    """Whether the change is to a clause that says what is significant (9.4 of the seed policy).

    The clauses that the taxonomy names, what stands below them, the section that its categories
    share and what stands in it; a clause that only took another number counts too, for the
    taxonomy then names it wrongly.
    """
    resting = {category.clause for category in (*taxonomy.categories, taxonomy.limits_rights)}
    sections = {category.clause.rpartition(".")[0] for category in taxonomy.categories}
    resting |= sections if len(sections) == 1 else set()
    old, new = ({clause.number for clause in side} for side in (change.old, change.new))
    touched = bool(_MEANING.intersection(change.kinds))
    return any(
        number in resting or any(number.startswith(f"{base}.") for base in resting if base)
        for number in (old | new if touched else old ^ new)
        if number
    )
