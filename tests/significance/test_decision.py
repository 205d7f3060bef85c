from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import yaml

from gazette.comparison import compare
from gazette.document import parse
from gazette.model import (
    Decision,
    Dismissal,
    Level,
    Problem,
    RiskAssessment,
    Settlement,
    Status,
    Version,
)
from gazette.significance import assess, default_taxonomy
from gazette.significance.answers import level_decided
from gazette.significance.decision import check_decision
from gazette.significance.signoff import decision_block

OLD = "# Policy\n\n1. We share data with service providers.\n\n7.6. We store data at home.\n"
NEW = OLD.replace("providers.", "providers and advertising partners.")
ABROAD = OLD.replace("at home.", "at home and transfer it abroad.")
TAXONOMY = default_taxonomy()


def version(text: str, decision: Decision | None) -> Version:
    day = date(2026, 1, 1)
    return Version("p", "2.0", "en", Status.PUBLISHED, day, day, "s", text, "2.0.md", 5, decision)


def checked(text: str, decision: Decision | None) -> tuple[Problem, ...]:
    comparison = compare(parse(OLD), parse(text))
    assessment = assess(comparison, TAXONOMY)
    return check_decision(version(text, decision), comparison, assessment, TAXONOMY)


def rules(text: str, decision: Decision | None) -> list[str]:
    return [problem.rule for problem in checked(text, decision)]


def test_findings_without_a_decision_are_a_problem() -> None:
    assert rules(NEW, None) == ["decision-missing"]


def test_a_declared_finding_is_no_problem() -> None:
    assert rules(NEW, Decision(categories=("sharing",))) == []


def test_declaring_more_than_was_found_is_free() -> None:
    assert rules(NEW, Decision(categories=("sharing", "contact"))) == []


def test_an_undeclared_finding_is_a_problem() -> None:
    assert rules(NEW, Decision()) == ["finding-undeclared"]


def test_a_dismissal_with_a_reason_answers_a_finding() -> None:
    dismissed = (Dismissal("1", "sharing", "They were partners before."),)
    assert rules(NEW, Decision(dismissed=dismissed)) == []


def test_a_dismissal_without_a_reason_is_a_problem() -> None:
    found = rules(NEW, Decision(dismissed=(Dismissal("1", "sharing", " "),)))
    assert "dismissal-unreasoned" in found


def test_lowering_the_notice_needs_a_reason() -> None:
    lowered = Decision(categories=("sharing",), notice=Level.REVISION)
    assert rules(NEW, lowered) == ["notice-lowered"]
    assert rules(NEW, replace(lowered, notice_reason="Told by letter.")) == []


def test_a_decision_made_for_another_text_is_void() -> None:
    assert rules(NEW, Decision(categories=("sharing",), digest="0" * 64)) == ["decision-void"]


def test_a_transfer_abroad_asks_for_consent_until_legal_settles_it() -> None:
    decision = Decision(categories=("sharing",))
    assert rules(ABROAD, decision) == ["consent-unsettled"]
    settled = (Settlement("transfer_abroad", "Consent was obtained beforehand."),)
    assert rules(ABROAD, replace(decision, settled=settled)) == []


def test_an_unsettled_trigger_raises_the_notice_to_consent() -> None:
    comparison = compare(parse(OLD), parse(ABROAD))
    assessment = assess(comparison, TAXONOMY)
    assert level_decided(comparison, assessment, None, TAXONOMY) is Level.CONSENT


def test_the_block_to_paste_is_yaml_that_declares_what_was_found() -> None:
    comparison = compare(parse(OLD), parse(NEW))
    block = decision_block(version(NEW, None), comparison, assess(comparison, TAXONOMY))
    assert yaml.safe_load(block)["decision"]["categories"] == ["sharing"]


def test_a_change_of_the_clause_that_defines_a_category_must_be_looked_at() -> None:
    old = "# Policy\n\n9.4.3. The main objects of sharing have changed;\n"
    comparison = compare(parse(old), parse(old.replace("have changed", "have grown in number")))
    assert assess(comparison, TAXONOMY).promises == (0,)


@pytest.mark.parametrize(
    ("old", "new", "watched"),
    [
        ("9.4. Significant changes include:", "9.4. Significant changes are only:", True),
        ("", "9.4.7. The colour of the page has changed;", True),
        ("9.4.6. A report shows a high risk;", "", True),
        ("9.4.6. A report shows a high risk;", "9.5.6. A report shows a high risk;", True),
        ("9.5. Old versions are archived.", "9.5. Old versions are kept in an archive.", False),
    ],
    ids=["its head", "one more", "one less", "another number", "its neighbour"],
)
def test_the_whole_section_that_says_what_is_significant_is_watched(
    old: str, new: str, *, watched: bool
) -> None:
    rest = "# Policy\n\n9.4.1. The purpose of processing;\n\n"
    comparison = compare(parse(f"{rest}{old}\n"), parse(f"{rest}{new}\n"))
    assert bool(assess(comparison, TAXONOMY).promises) is watched


def test_a_renewed_digest_makes_a_void_decision_hold() -> None:
    void = Decision(categories=("sharing",), digest="0" * 64)
    (problem,) = checked(NEW, void)
    digest = yaml.safe_load(problem.paste)["decision"]["digest"]
    assert rules(NEW, replace(void, digest=digest)) == []


def test_a_high_risk_that_legal_declared_is_found_though_no_text_says_so() -> None:
    comparison = compare(parse(OLD), parse(OLD))
    assessment = assess(comparison, TAXONOMY, risk=RiskAssessment.HIGH)
    assert assessment.categories == ("risk",)
