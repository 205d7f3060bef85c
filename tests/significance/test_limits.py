from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from gazette.significance import assess_unit, default_taxonomy
from gazette.significance.difference import difference
from gazette.significance.limits import limits
from gazette.significance.patterns import rules

HELD_BACK = yaml.safe_load((Path(__file__).parent / "heldback.yml").read_text(encoding="utf-8"))


def test_limited_rights_reach_f1_of_080_on_cases_held_back() -> None:
    said, wrong = (
        [assess_unit(*pair, default_taxonomy()).limits_rights for pair in HELD_BACK[key]]
        for key in ("limits", "keeps")
    )
    assert 2 * sum(said) / (sum(said) + sum(wrong) + len(said)) >= 0.8


def found(old: str, new: str, **about: bool) -> list[str]:
    return [limit.rule for limit in limits(difference(old, new), **about)]


def test_a_limit_names_the_words_that_went_and_came() -> None:
    old, new = "We will delete your file.", "We may delete your file."
    (limit,) = limits(difference(old, new))
    texts = {"old": old, "new": new}
    assert [texts[span.side][span.start : span.end] for span in limit.spans] == ["will", "may"]


def test_a_paragraph_that_is_gone_took_a_right_along_only_if_it_was_about_rights() -> None:
    gone = "You may stroll in our park."
    assert found(gone, "", about_rights=True) == ["right-removed"]
    assert found(gone, "", about_rights=False) == []


def test_a_condition_in_a_sentence_that_grants_something_new_limits_nothing() -> None:
    old = "You may correct your data in your account."
    granted = f"{old} To the extent the law requires it, you may also ask us for a copy."
    assert found(old, granted) == []


def test_a_right_that_waits_for_consent_instead_of_objection_is_not_limited() -> None:
    old = "We use your photos in our leaflets. You can opt out in your settings."
    assert found(old, "We use your photos in our leaflets if you agree.") == []


@pytest.mark.parametrize("space", [" ", "\N{NO-BREAK SPACE}"])
def test_spaces_that_do_not_break_hide_no_right(space: str) -> None:
    assert found("You can opt out.", f"You can{space}opt out.") == []


def test_every_rule_says_what_it_found_in_both_languages() -> None:
    for rule in rules("limits"):
        assert {lang for lang, say in rule.say.items() if "{}" in say} >= {"en", "zh"}, rule.name
