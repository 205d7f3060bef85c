"""What has legal still to decide before the policies can be published as they are?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.revisions import predecessor, revision
from gazette.significance.decision import check_decision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gazette.model import Policy, Problem


def problems(policies: Iterable[Policy], *, drafts: bool = False) -> Iterator[Problem]:
    """Every problem of every revision, in the order of policies and versions.

    A decision is made once, in the version of the policy's first language; its translations
    follow it.

    Args:
        policies: The policies to check.
        drafts: Whether drafts are checked too, as they must be before they are published.
    """
    for policy in policies:
        for new in policy.versions:
            old = predecessor(policy, new)
            decided = new.is_published or drafts
            if old is not None and decided and new.lang == policy.languages[0]:
                step = revision(policy, old, new)
                yield from check_decision(new, step.comparison, step.assessment, policy.taxonomy)
