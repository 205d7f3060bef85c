from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.significance import assess_unit, default_taxonomy
from gazette.significance.by_words import by_words
from gazette.significance.difference import difference
from gazette.significance.risk import risks

if TYPE_CHECKING:
    from train_words import Case


def test_risk_reaches_f1_of_080_on_cases_held_back(
    held_back: list[Case],
) -> None:
    cases = [case for case in held_back if case.risk is not None]
    said = ["risk" in assess_unit(c.before, c.after, default_taxonomy()).categories for c in cases]
    right = sum(bool(c.risk) and own for c, own in zip(cases, said, strict=True))
    assert 2 * right / (sum(said) + sum(bool(c.risk) for c in cases)) >= 0.8


def test_a_report_in_words_that_no_rule_knows_is_found_by_its_words() -> None:
    new = "In May a stranger copied the diaries of 300 patients; we rate the danger as acute."
    assert told("The review is under way.", new) == ["assessment-added"]


def told(old: str, new: str) -> list[str]:
    return [name for name, _ in risks(*by_words([difference(old, new)]))]


def test_an_incident_that_an_unchanged_sentence_reports_is_not_found_again() -> None:
    incident = "In May attackers gained access to our mail server."
    assert told(incident, f"{incident} We have changed all passwords.") == []


def test_what_the_old_text_denied_counts_as_new_where_it_is_reported() -> None:
    assert told("We had no data breach in 2024.", "We had a data breach in 2024.") != []


def test_the_words_of_a_risk_stand_where_their_spans_say() -> None:
    new = "We do our best. The assessment found a high risk."
    ((_, spans),) = risks(*by_words([difference("We do our best.", new)]))
    assert [new[span.start : span.end] for span in spans] == ["high risk"]
