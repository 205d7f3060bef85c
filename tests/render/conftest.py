"""A tiny policy of two versions, assessed by hand: what pages and feeds are made from.

Tests here may import the made-up histories beside them.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gazette.comparison import compare
from gazette.document import parse
from gazette.library import read_library
from gazette.model import Assessment, Commit, Finding, Kind, Level, Provenance, State
from gazette.notices import Revision, notice
from gazette.publication import Edition, Publication, Step

sys.path.insert(0, str(Path(__file__).parent))

GOLDEN = Path(__file__).parent / "golden"
_COMMIT = Commit("0123456789abcdef0123456789abcdef01234567", datetime(2025, 6, 1, tzinfo=UTC), "")
_ASSESSMENT = Assessment(
    kind=Kind.SUBSTANTIVE,
    findings=(
        Finding(0, "sharing", "9.4.3", (), "recipient-added", "Adds a recipient: partners"),
        Finding(1, "contact", "9.4.5", (), "contact-added", "Adds a way to reach us: a ticket"),
    ),
    categories=("sharing", "contact"),
    limits_rights=False,
    level=Level.POPUP,
)


@pytest.fixture(scope="session")
def publication() -> Publication:
    """Version 1.0, superseded, and version 2.0, in force, whose commit is known."""
    (policy,) = read_library(GOLDEN / "policy_versions")
    old, new = policy.versions
    policy = replace(policy, provenance={new.path: Provenance(first=_COMMIT)})
    revision = Revision(new, compare(parse(old.text), parse(new.text)), _ASSESSMENT)
    step = Step(old, revision, notice(policy, revision))
    first = Edition(old, parse(old.text), State.SUPERSEDED, Provenance(first=None), None)
    known = policy.provenance[new.path]
    second = Edition(new, revision.comparison.new, State.IN_FORCE, known, step)
    return Publication(policy, "en", (second, first))
