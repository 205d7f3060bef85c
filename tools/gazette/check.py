"""What has legal still to decide before the policies can be published as they are?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.revisions import predecessor, revision
from gazette.significance.decision import check_decision
from gazette.significance.translation import check_translation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gazette.model import Policy, Problem, Version
    from gazette.notices import Revision


def problems(policies: Iterable[Policy], *, drafts: bool = False) -> Iterator[Problem]:
    """Every problem of every revision, in the order of policies and versions.

    A decision is made once, in the version of the policy's first language; its translations
    follow it, and must say the same.

    Args:
        policies: The policies to check.
        drafts: Whether drafts are checked too, as they must be before they are published.
    """
    for policy in policies:
        originals: dict[str, Revision] = {}
        for new in policy.versions:
            old = predecessor(policy, new)
            if old is not None and (new.is_published or drafts):
                step = revision(policy, old, new)
                if new.lang == policy.languages[0]:
                    originals[new.number] = step
                    yield from check_decision(
                        new, step.comparison, step.assessment, policy.taxonomy
                    )
                elif new.number in originals and _revises_the_same(policy, new, old):
                    original = originals[new.number]
                    yield from check_translation(
                        (original.version, original.comparison, original.assessment),
                        (step.version, step.comparison, step.assessment),
                        policy.taxonomy,
                    )


def _revises_the_same(policy: Policy, new: Version, old: Version) -> bool:
    """Whether a translation revises the version that its original does: none may be missing."""
    original = next(v for v in policy.versions if v.number == new.number)
    revised = predecessor(policy, original)
    return revised is not None and revised.number == old.number
