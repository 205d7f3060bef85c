from __future__ import annotations

import io

import pytest
from rich.console import Console

from gazette.comparison import compare
from gazette.document import parse
from gazette.model import Assessment, Finding, Kind, Level
from gazette.render.assessment_text import print_assessment
from gazette.significance.taxonomy import default_taxonomy

FINDING = Finding(
    0, "sharing", "9.4.3", ("partners",), "recipient-added", "Adds a recipient: partners"
)


@pytest.fixture(scope="module")
def printed() -> str:
    stream = io.StringIO()
    comparison = compare(
        parse("1. We share nothing.\n\n2. Old words."),
        parse("1. We share with partners.\n\n2. New words."),
    )
    assessment = Assessment(
        kind=Kind.SUBSTANTIVE,
        findings=(FINDING,),
        categories=("sharing",),
        limits_rights=False,
        level=Level.POPUP,
        unsure=(1,),
        unsure_why=("no category could be made out",),
    )
    print_assessment(comparison, assessment, default_taxonomy(), Console(file=stream))
    return stream.getvalue()


def test_the_level_comes_first(printed: str) -> None:
    assert "Notice: popup" in printed.split("\n\n", maxsplit=1)[0]


def test_a_finding_stands_beside_its_clause(printed: str) -> None:
    clause = printed[printed.index("1  Changed") : printed.index("2  Changed")]
    assert "Sharing and disclosure (9.4.3): Adds a recipient: partners" in clause


def test_a_doubt_says_why(printed: str) -> None:
    assert "To be looked at: No category could be made out" in printed
