from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gazette.significance import assess_unit, default_taxonomy
from gazette.significance.by_words import by_words
from gazette.significance.difference import difference
from gazette.significance.limits import limits
from gazette.significance.patterns import rules

if TYPE_CHECKING:
    from train_words import Case


def test_limited_rights_reach_f1_of_080_on_cases_held_back(
    held_back: list[Case],
) -> None:
    cases = [case for case in held_back if case.limits is not None]
    said = [assess_unit(c.before, c.after, default_taxonomy()).limits_rights for c in cases]
    right = sum(c.limits and own for c, own in zip(cases, said, strict=True))
    assert 2 * right / (sum(said) + sum(bool(c.limits) for c in cases)) >= 0.8


def found(old: str, new: str, **about: bool) -> list[str]:
    return [limit.rule for limit in limits(*by_words([difference(old, new)]), **about)]


def test_a_limit_names_the_words_that_went_and_came() -> None:
    old, new = "We will delete your file.", "We may delete your file."
    (limit,) = limits(*by_words([difference(old, new)]))
    texts = {"old": old, "new": new}
    assert [texts[span.side][span.start : span.end] for span in limit.spans] == ["will", "may"]


def test_a_paragraph_that_is_gone_took_a_right_along_only_if_it_was_about_rights() -> None:
    gone = "You have the right to a free copy."
    assert found(gone, "", about_rights=True) == ["right-removed"]
    assert found(gone, "", about_rights=False) == []


def test_a_new_paragraph_that_says_what_may_be_refused_limits_rights_whatever_its_words() -> None:
    refused = "We may refuse to delete your files while a dispute is open."
    assert found("", refused) == ["request-refused"]


def test_a_condition_in_a_sentence_that_grants_something_new_limits_nothing() -> None:
    old = "You may correct your data in your account."
    granted = f"{old} To the extent the law requires it, you may also ask us for a copy."
    assert found(old, granted) == []


def test_a_right_that_waits_for_consent_instead_of_objection_is_not_limited() -> None:
    old = "We use your photos in our leaflets. You can opt out in your settings."
    assert found(old, "We use your photos in our leaflets only if you agree to it.") == []


@pytest.mark.parametrize("space", [" ", "\N{NO-BREAK SPACE}"])
def test_spaces_that_do_not_break_hide_no_right(space: str) -> None:
    assert found("You can opt out.", f"You can{space}opt out.") == []


def test_every_rule_says_what_it_found_in_both_languages() -> None:
    for rule in rules("limits"):
        assert {lang for lang, say in rule.say.items() if "{}" in say} >= {"en", "zh"}, rule.name
