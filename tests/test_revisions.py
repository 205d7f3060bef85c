"""Which version revises which."""

from __future__ import annotations

from datetime import date

import pytest

from gazette.model import Decision, Policy, RiskAssessment, Status, Version
from gazette.revisions import predecessor, published_revisions, revision
from gazette.significance import default_taxonomy

DAY = date(2026, 1, 1)


def version(
    number: str, *, lang: str = "en", draft: bool = False, decision: Decision | None = None
) -> Version:
    status = Status.DRAFT if draft else Status.PUBLISHED
    text = f"1. This is the text of {number}.\n"
    return Version("privacy", number, lang, status, DAY, DAY, "", text, "", 1, decision)


def policy(*versions: Version) -> Policy:
    languages = ("en", "zh")
    return Policy("privacy", {}, languages, default_taxonomy(), 30, "", versions)


VERSIONS = (
    version("1.0"),
    version("1.0", lang="zh"),
    version("1.1", draft=True),
    version("2.0"),
    version("3.0"),
    version("3.0", lang="zh"),
    version("4.0", draft=True),
)


@pytest.mark.parametrize(
    ("new", "old"),
    [("1.0", None), ("1.1", "1.0"), ("2.0", "1.0"), ("3.0", "2.0"), ("4.0", "3.0")],
)
def test_a_version_revises_the_last_one_published_before_it(new: str, old: str | None) -> None:
    (subject,) = [v for v in VERSIONS if v.number == new and v.lang == "en"]
    found = predecessor(policy(*VERSIONS), subject)
    assert (found.number if found else None) == old


def test_a_translation_revises_the_last_one_in_its_language() -> None:
    found = predecessor(policy(*VERSIONS), VERSIONS[5])
    assert found is VERSIONS[1]


def test_the_public_sees_no_revision_to_or_from_a_draft() -> None:
    seen = published_revisions(policy(*VERSIONS), "en")
    assert [(old.number, new.version.number) for old, new in seen] == [
        ("1.0", "2.0"),
        ("2.0", "3.0"),
    ]


def test_a_revision_compares_the_two_texts() -> None:
    (change,) = revision(policy(), VERSIONS[0], VERSIONS[3]).comparison.changes
    assert (change.old[0].text, change.new[0].text) == (
        "This is the text of 1.0.",
        "This is the text of 2.0.",
    )


def test_a_high_risk_that_legal_declares_is_assessed() -> None:
    declared = Decision(risk_assessment=RiskAssessment.HIGH)
    step = revision(policy(), VERSIONS[0], version("2.0", decision=declared))
    assert "risk" in {finding.category for finding in step.assessment.findings}
