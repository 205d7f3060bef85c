"""The sample policy shows every kind of revision that a legal team makes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gazette.check import problems
from gazette.library import read_library
from gazette.model import ChangeKind, Kind, Policy
from gazette.revisions import published_revisions

if TYPE_CHECKING:
    from gazette.notices import Revision

VERSIONS = Path(__file__).parent.parent / "policy_versions"
EVERY = {"processing", "control", "sharing", "rights", "contact", "risk", "limits_rights"}


@pytest.fixture(scope="module")
def policy() -> Policy:
    (only,) = read_library(VERSIONS)
    return only


@pytest.fixture(scope="module")
def revisions(policy: Policy) -> list[Revision]:
    return [revision for _, revision in published_revisions(policy, policy.languages[0])]


def test_legal_has_decided_on_every_published_version(policy: Policy) -> None:
    assert list(problems([policy])) == []


def test_every_category_is_both_found_and_declared(revisions: list[Revision]) -> None:
    found = {finding.category for one in revisions for finding in one.assessment.findings}
    decisions = [one.version.decision for one in revisions if one.version.decision]
    declared = {key for decision in decisions for key in decision.categories}
    declared |= {"limits_rights" for decision in decisions if decision.limits_rights}
    assert (found, declared) == (EVERY, EVERY)


def test_one_revision_is_editorial(revisions: list[Revision]) -> None:
    assert Kind.EDITORIAL in {one.assessment.kind for one in revisions}


def test_one_revision_moves_and_renumbers_clauses(revisions: list[Revision]) -> None:
    kinds = [
        {kind for change in one.comparison.changes for kind in change.kinds} for one in revisions
    ]
    assert any({ChangeKind.MOVED, ChangeKind.RENUMBERED} <= one for one in kinds)


def test_one_version_is_published_before_it_takes_effect_and_the_last_is_a_draft(
    policy: Policy,
) -> None:
    *published, draft = policy.versions
    assert any(version.published < version.effective for version in published)
    assert not draft.is_published


def test_every_version_after_the_seed_says_that_it_is_a_sample(policy: Policy) -> None:
    assert all(version.summary.startswith("Sample ") for version in policy.versions[1:])
