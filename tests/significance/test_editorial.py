from __future__ import annotations

import pytest

from gazette.significance.difference import difference
from gazette.significance.editorial import editorial, words_fell_out
from gazette.significance.shape import Shape

SPAMBOTS = (
    "This email address is being protected from spambots. You need JavaScript enabled to view it."
)
"""What a widespread system of publishing shows for an address."""


def why(old: str, new: str, shape: Shape = Shape.TEXT) -> str | None:
    return editorial(difference(old, new), shape)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We share your Data.", "We share your data"),
        ("1. Log files", "2. Log files"),
        ("We keep recieved orders.", "We keep received orders."),
        ("Our policy took effect on 1 May 2020.", "Our policy took effect on 9 June 2021."),
        ("We use the data since you are a member.", "We use the data because you are a member."),
        ("Adverts may be shown.", "Ads may be shown."),
        ("The GDPR applies.", "The General Data Protection Regulation applies."),
        ("We we collect it.", "We collect it."),
        ("We ask no personally identifiable questions.", "We ask no personal questions."),
        ("Northwind Traders, Inc. keeps it.", "Northwind Traders keeps it."),
        ("Write to a@b.example.", "Write to [email protected]."),
        ("It is a@b.example.", f"It is {SPAMBOTS}"),
        ("Write to (mailto: a@b.example) a@b.example.", "Write to a@b.example."),
        ("我们会收集您的手机号。", "我们将采集你的手机号码。"),
        ("您可以修改密码和头像。", "您可修改口令及头像。"),
        ("本政策于2024年1月1日生效。", "本政策于2025年6月1日生效。"),
        ("三、您的权利", "四、您的权利"),
        ("我们将在十五个工作日内答复。", "我们将在15个工作日内答复。"),
        ("1.3 银行卡号：用于支付。", "1.4 银行卡号：用于支付。"),
    ],
)
def test_other_forms_of_the_same_words_are_editorial(old: str, new: str) -> None:
    assert why(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We do not sell data.", "We do sell data."),
        ("We may share it.", "We must share it."),
        ("We keep it for 30 days.", "We keep it for 60 days."),
        ("You or your heirs may object.", "You and your heirs may object."),
        ("Only you see it.", "You see it."),
        ("Limited Access is given to Northwind.", "Access is given to Northwind."),
        ("Northwind, Inc. keeps it.", "Northwind, LLC keeps it."),
        ("Write to a@b.example.", "Write to c@b.example."),
        ("我们不会采集您的手机号。", "我们会收集您的手机号。"),
        ("我们收集您的手机号。", "我们收集您的手机号和头像。"),
        ("您可以删除信息。", "您须删除信息。"),
        ("本公司得提供您的資料。", "本公司提供您的資料。"),
        ("传输的信息均加密。", "传输的信息加密。"),
    ],
)
def test_negation_modality_limits_periods_and_addresses_are_never_editorial(
    old: str, new: str
) -> None:
    assert why(old, new) is None


def test_a_name_for_another_is_not_a_word_set_twice_where_the_next_sentence_begins_with_it() -> (
    None
):
    old = "It comes from a partner, Northwind. Northwind keeps it."
    assert why(old, old.replace("Northwind", "Contoso")) is None


def test_a_name_that_only_looks_like_another_is_no_misspelling() -> None:
    assert why("Robots are told by reCAPTCHA.", "Robots are told by hCaptcha.") is None


def test_a_cell_that_says_what_the_next_one_does_is_no_word_set_twice() -> None:
    assert why("Analytics | no | no |", "Analytics | yes | no |") is None
    assert why("Analytics | no | no | no |", "Analytics | no | no |") is None


@pytest.mark.parametrize("title", ["Our Purposes for Using Data", "How We Share Records"])
def test_the_title_of_a_section_in_a_list_of_contents_is_editorial(title: str) -> None:
    assert why(title, "", Shape.ITEM)


@pytest.mark.parametrize(
    "item", ["Your precise location", "Our partners may see Your Name.", "Shoe Size"]
)
def test_an_item_that_says_something_is_no_title(item: str) -> None:
    assert why("", item, Shape.ITEM) is None


def test_a_link_alone_is_editorial_but_not_one_to_an_address() -> None:
    assert why("", "Cookie policy", Shape.LINK)
    assert why("", "dpo@northwind.example", Shape.LINK) is None


@pytest.mark.parametrize("heading", ["Recipients", "How can I object?"])
def test_a_heading_alone_is_editorial(heading: str) -> None:
    assert why("", heading, Shape.HEADING)


@pytest.mark.parametrize(
    "entry",
    [
        "1 July 2010: Added that addresses are shown to editors.",
        "2024-05-01 – Removed references to the old shop.",
        "Clarified section 5 by naming our printers there as well.",
        "We have updated our privacy policy to name our printers.",
    ],
)
def test_an_entry_in_a_list_of_changes_is_editorial(entry: str) -> None:
    assert why("", entry, Shape.ITEM)


@pytest.mark.parametrize(
    "text",
    [
        "Added value services use your address.",
        "We have changed processors, and no longer keep your data in Spain.",
        "In May 2024 we moved your files to Spain.",
    ],
)
def test_what_was_done_to_something_else_than_the_text_is_no_such_entry(text: str) -> None:
    assert why("", text, Shape.TEXT) is None


def test_a_sentence_that_lost_the_text_of_a_link_is_seen() -> None:
    old = "You may exercise the right to object and ask for a copy."
    assert words_fell_out(difference(old, "You may exercise the and ask for a copy."))


def test_a_sentence_that_was_rewritten_lost_nothing() -> None:
    assert not words_fell_out(difference("Ask for the copy.", "Ask the team for a copy."))


@pytest.mark.parametrize(("old", "new"), [("5.3 ", "5.4 "), ("2. ", "3. "), ("3.1 ", "3.2 ")])
def test_the_number_of_a_clause_says_nothing(old: str, new: str) -> None:
    assert why(f"{old}You may ask us.", f"{new}You may ask us.")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("30 days are left to object.", "60 days are left to object."),
        ("508 Elm Street", "702 Elm Street"),
        ("12 Mill Road", "14 Mill Road"),
    ],
)
def test_a_period_or_a_house_number_at_the_beginning_is_no_numbering(old: str, new: str) -> None:
    assert why(old, new) is None
