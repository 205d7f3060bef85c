from __future__ import annotations

from datetime import date

import pytest

from gazette.comparison import compare
from gazette.document import parse
from gazette.model import (
    Assessment,
    Decision,
    Dismissal,
    Finding,
    Kind,
    Level,
    Settlement,
    Status,
    Version,
)
from gazette.notices import Revision
from gazette.render.notes import notes_of
from gazette.significance.taxonomy import default_taxonomy

OLD = "7.1. We store your data in China.\n\n7.2. Some old words here."
NEW = "7.1. We store your data in Singapore.\n\n7.2. Some new words here."
TRANSFER = Finding(
    0, "sharing", "9.4.3", ("Singapore",), "transfer-added", "Adds a transfer", "transfer_abroad"
)


def _revision(decision: Decision | None) -> Revision:
    version = Version(
        policy="privacy",
        number="2.0",
        lang="en",
        status=Status.PUBLISHED,
        published=date(2026, 1, 1),
        effective=date(2026, 2, 1),
        summary="",
        text=NEW,
        path="policy_versions/privacy/2.0.md",
        text_line=1,
        decision=decision,
    )
    assessment = Assessment(
        kind=Kind.SUBSTANTIVE,
        findings=(TRANSFER,),
        categories=("sharing",),
        limits_rights=False,
        level=Level.CONSENT,
        unsure=(1,),
        unsure_why=("no category could be made out",),
    )
    return Revision(version, compare(parse(OLD), parse(NEW)), assessment)


def test_a_finding_is_named_in_the_readers_language() -> None:
    notes = notes_of(_revision(None), default_taxonomy(), "zh")
    assert notes[0][0].label == "共享、转让与公开披露"


def test_a_consent_trigger_names_the_clause_that_promises_consent() -> None:
    notes = notes_of(_revision(None), default_taxonomy(), "en")
    assert notes[0][0].consent_clause == "7.6"


def test_a_settled_trigger_keeps_its_reason() -> None:
    decision = Decision(settled=(Settlement("transfer_abroad", "Only the company's own data."),))
    notes = notes_of(_revision(decision), default_taxonomy(), "en")
    assert notes[0][0].settled == "Only the company's own data."


@pytest.mark.parametrize("name", ["7.1", "7.1-4"])
def test_a_finding_is_dismissed_by_its_clauses_name(name: str) -> None:
    decision = Decision(dismissed=(Dismissal(name, "sharing", "The place is the same."),))
    notes = notes_of(_revision(decision), default_taxonomy(), "en")
    expected = "The place is the same." if name == "7.1" else ""
    assert notes[0][0].dismissed == expected


def test_a_decision_for_another_text_dismisses_nothing() -> None:
    dismissal = Dismissal("7.1", "sharing", "The place is the same.")
    notes = notes_of(
        _revision(Decision(dismissed=(dismissal,), digest="0" * 64)), default_taxonomy(), "en"
    )
    assert not notes[0][0].dismissed


def test_the_public_sees_no_open_question() -> None:
    assert 1 not in notes_of(_revision(None), default_taxonomy(), "en")


def test_legal_sees_every_open_question() -> None:
    notes = notes_of(_revision(None), default_taxonomy(), "en", with_doubts=True)
    assert notes[1][0].why == "No category could be made out"


def test_an_answered_question_keeps_its_reason() -> None:
    decision = Decision(dismissed=(Dismissal("7.2", "unsure", "Wording only."),))
    notes = notes_of(_revision(decision), default_taxonomy(), "en")
    assert notes[1][0].dismissed == "Wording only."
