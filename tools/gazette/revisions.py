"""Which revisions does a policy have: each version compared with the one it revises?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.comparison import compare
from gazette.document import parse
from gazette.model import RiskAssessment, Status
from gazette.notices import Revision
from gazette.significance import assess

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazette.model import Policy, Version


def revision(policy: Policy, old: Version, new: Version) -> Revision:
    """The step from one version to another of the same policy, compared and assessed."""
    risk = new.decision.risk_assessment if new.decision else RiskAssessment.NONE
    comparison = compare(parse(old.text), parse(new.text))
    return Revision(new, comparison, assess(comparison, policy.taxonomy, risk=risk))


def published_revisions(policy: Policy, lang: str) -> Iterator[tuple[Version, Revision]]:
    """The versions that the public has seen in one language: old and revision, oldest first."""
    for new in policy.versions:
        if new.lang == lang and new.status is Status.PUBLISHED:
            old = predecessor(policy, new)
            if old is not None:
                yield old, revision(policy, old, new)


def predecessor(policy: Policy, version: Version) -> Version | None:
    """The version that another revises: the last one published before it, in its language.

    A draft revises what is published, never another draft: that one may never be seen.
    """
    earlier = [
        other
        for other in policy.versions
        if other.lang == version.lang
        and other.status is Status.PUBLISHED
        and other.order < version.order
    ]
    return earlier[-1] if earlier else None
