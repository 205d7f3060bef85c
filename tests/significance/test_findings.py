from __future__ import annotations

import pytest

from gazette.significance import assess_unit, default_taxonomy
from gazette.significance.by_words import by_words
from gazette.significance.difference import difference
from gazette.significance.findings import found_by_pattern, found_in


def said(old: str, new: str, field: str, *, unnamed: bool = False) -> list[str]:
    return [found.why for found in found_in(difference(old, new), field, unnamed=unnamed)]


def shown(old: str, new: str) -> list[str]:
    return [found.why for found in found_by_pattern(*by_words([difference(old, new)]))]


@pytest.mark.parametrize(
    ("old", "new", "field", "sentence"),
    [
        (
            "We ask couriers.",
            "We ask couriers and data brokers.",
            "sharing",
            "Adds a recipient: data brokers",
        ),
        (
            "We ask couriers and data brokers.",
            "We ask couriers.",
            "sharing",
            "No longer names a recipient: data brokers",
        ),
        (
            "We ask insurers.",
            "We ask data brokers.",
            "sharing",
            "Changes the recipients: insurers → data brokers",
        ),
        ("我们收集姓名。", "我们收集姓名和指纹。", "processing", "新增信息类型：指纹"),
    ],
)
def test_a_change_is_said_in_one_sentence_that_quotes_its_words(
    old: str, new: str, field: str, sentence: str
) -> None:
    assert said(old, new, field) == [sentence]


@pytest.mark.parametrize(
    ("old", "new", "field", "quoted"),
    [
        ("", "Write to us at tea@cakes.example.", "contact", "Write to us at tea@cakes.example"),
        (
            "",
            "Call us at +86 592 000 0100 each day.",
            "contact",
            "Call us at +86 592 000 0100 each day",
        ),
        (
            "",
            "You can opt out of our letters, but not of bills.",
            "rights",
            "opt out of our letters",
        ),
        (
            "We bake.",
            "We bake and measure the effect of cakes.",
            "processing",
            "measure the effect of cakes",
        ),
        ("", "We keep records of your visits to the shop.", "processing", "records of your visits"),
        ("", 'You can opt out at once in the "Office".', "rights", "opt out at once"),
        ("", "We record your voice (in part).", "processing", "We record your voice"),
        ("We share your name.", "We sell your name.", "sharing", "We sell your name"),
    ],
)
def test_what_is_done_is_quoted_with_what_it_is_done_to_as_far_as_it_is_new(
    old: str, new: str, field: str, quoted: str
) -> None:
    assert any(sentence.endswith(f": {quoted}") for sentence in said(old, new, field))


def test_nothing_is_said_of_a_field_without_terms_unless_it_is_sure() -> None:
    assert said("We like tea.", "We like cake.", "sharing") == []
    assert said("We like tea.", "We like cake.", "sharing", unnamed=True) == [
        "Changes what is shared: tea → cake"
    ]


def test_of_processing_without_terms_only_what_is_new_is_said() -> None:
    assert said("We like tea.", "We like tea and cake.", "processing", unnamed=True)
    assert said("We like tea and cake.", "We like tea.", "processing", unnamed=True) == []
    assert said("We like tea.", "We like cake.", "processing", unnamed=True) == []


def test_a_new_way_to_be_reached_must_show_a_name_or_an_address() -> None:
    assert said("We like tea.", "We like tea a lot.", "contact", unnamed=True) == []
    assert said("We like tea.", "We like Maria Lindqvist.", "contact", unnamed=True)


def test_words_that_say_nothing_are_not_quoted() -> None:
    (sentence,) = said("Tea", "Tea and of our cake", "sharing", unnamed=True)
    assert sentence == "Adds sharing: cake"


def test_a_long_quotation_says_that_it_is_cut_short() -> None:
    new = "We collect every single word that you write into any one of the many forms on our pages."
    assert said("", new, "processing")[0].endswith(" …")


def test_another_period_is_shown_whatever_the_model_holds() -> None:
    assert shown("We keep logs for 30 days.", "We keep logs for 60 days.") == [
        "Changes how long data is kept: keep logs for 30 days → keep logs for 60 days"
    ]


def test_the_same_period_in_other_words_is_not_shown() -> None:
    old = "We keep personal data as long as it is needed."
    assert shown(old, "We keep personal information as long as it is needed.") == []


def test_another_address_is_shown_whatever_the_model_holds() -> None:
    assert shown("Write to a@northwind.example.", "Write to b@northwind.example.") == [
        "Changes how to reach the company: a@northwind.example → b@northwind.example"
    ]


def test_a_name_in_chinese_is_quoted_as_a_whole() -> None:
    answer = assess_unit("我们收集您的姓名。", "我们收集您的姓名、家庭年收入。", default_taxonomy())
    assert [found.evidence for found in answer.findings] == [("家庭年收入",)]


def test_what_is_done_is_quoted_in_chinese_to_the_end_of_its_part() -> None:
    apart = difference("我们收集您的姓名。", "我们收集您的姓名，用于向您推送与您有关的课程。")
    quoted = [found.why for found in found_in(apart, "processing", unnamed=False)]
    assert any("用于向您推送与您有关的课程" in why for why in quoted)


def test_a_line_that_is_mostly_an_address_is_answered_in_its_language() -> None:
    answer = assess_unit(
        "邮箱：a@northwind.example", "邮箱：b@northwind.example", default_taxonomy()
    )
    assert [found.why[:2] for found in answer.findings] == ["变更"]
