from __future__ import annotations

from datetime import date

import pytest

from gazette.comparison import compare
from gazette.document import parse
from gazette.model import Assessment, Comparison, Decision, Dismissal, Problem, Status, Version
from gazette.significance import assess, default_taxonomy
from gazette.significance.translation import check_translation

EN = "# Privacy\n\n1. We share your information with banks.\n\n2. You may delete your account.\n"
ZH = "# 隐私政策\n\n1. 我们会与银行共享您的信息。\n\n2. 您可以注销您的账户。\n"
SHARED = EN.replace("banks.", "banks and advertising partners.")
SHARED_ZH = ZH.replace("银行", "银行、广告合作伙伴")
TAXONOMY = default_taxonomy()


def side(
    lang: str, old: str, new: str, decision: Decision | None = None
) -> tuple[Version, Comparison, Assessment]:
    day = date(2026, 1, 1)
    path = "p/2.0.md" if lang == "en" else f"p/2.0.{lang}.md"
    version = Version("p", "2.0", lang, Status.PUBLISHED, day, day, "s", new, path, 9, decision)
    comparison = compare(parse(old), parse(new))
    return version, comparison, assess(comparison, TAXONOMY)


def checked(en: str, zh: str, decision: Decision | None = None) -> list[Problem]:
    pair = side("en", EN, en, decision), side("zh", ZH, zh)
    return list(check_translation(*pair, TAXONOMY))


def test_a_translation_that_says_the_same_is_no_problem() -> None:
    assert checked(SHARED, SHARED_ZH) == []


def test_a_change_that_is_not_translated_is_named_where_it_should_stand() -> None:
    (problem,) = checked(SHARED, ZH)
    assert (problem.path, problem.line) == ("p/2.0.zh.md", 11)
    assert problem.wrong == (
        "clause 1 falls in sharing (9.4.3): Adds a recipient: advertising partners;"
        " this is found in en alone, not in this translation (zh)"
    )


def test_a_change_of_the_translation_alone_is_named() -> None:
    (problem,) = checked(EN, SHARED_ZH)
    assert problem.wrong.endswith("this is found in zh alone, not in the original")


def test_a_category_that_legal_declared_needs_not_be_found_in_both() -> None:
    assert checked(SHARED, ZH, Decision(categories=("sharing",))) == []


def test_a_limit_of_rights_is_met_only_by_its_like() -> None:
    limited = EN.replace("may delete your account", "may delete your account once a year")
    decision = Decision(categories=("rights",), limits_rights=True)
    (problem,) = checked(limited, ZH, decision)
    assert problem.wrong.startswith("clause 2 falls in limits_rights (9.2): ")


@pytest.mark.parametrize(("reason", "left"), [("The old Chinese text said so.", 0), (" ", 1)])
def test_legal_dismisses_a_difference_with_a_reason(reason: str, left: int) -> None:
    decision = Decision(dismissed=(Dismissal("1", "translation", reason),))
    assert len(checked(SHARED, ZH, decision)) == left


def test_what_legal_dismissed_in_the_original_is_no_difference() -> None:
    dismissed = Dismissal("1", "sharing", "They were partners before.")
    assert checked(SHARED, SHARED_ZH, Decision(dismissed=(dismissed,))) == []
