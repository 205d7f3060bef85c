from __future__ import annotations

from pathlib import Path

import yaml

from gazette.significance import assess_unit, default_taxonomy
from gazette.significance.difference import difference
from gazette.significance.risk import risks

HELD_BACK = yaml.safe_load((Path(__file__).parent / "heldback.yml").read_text(encoding="utf-8"))


def test_risk_reaches_f1_of_080_on_cases_held_back() -> None:
    right, wrong = (
        sum("risk" in assess_unit(*pair, default_taxonomy()).categories for pair in HELD_BACK[key])
        for key in ("risk", "no_risk")
    )
    assert 2 * right / (right + wrong + len(HELD_BACK["risk"])) >= 0.8


def told(old: str, new: str) -> list[str]:
    return [name for name, _ in risks(difference(old, new))]


def test_an_incident_that_an_unchanged_sentence_reports_is_not_found_again() -> None:
    incident = "In May attackers gained access to our mail server."
    assert told(incident, f"{incident} We have changed all passwords.") == []


def test_what_the_old_text_denied_counts_as_new_where_it_is_reported() -> None:
    assert told("We had no data breach in 2024.", "We had a data breach in 2024.") != []


def test_the_words_of_a_risk_stand_where_their_spans_say() -> None:
    new = "We do our best. The assessment found a high risk."
    ((_, spans),) = risks(difference("We do our best.", new))
    assert [new[span.start : span.end] for span in spans] == ["high risk"]
