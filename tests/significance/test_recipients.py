from __future__ import annotations

import pytest

from gazette.significance import assess_unit, default_taxonomy
from gazette.significance.difference import difference
from gazette.significance.findings import excerpt
from gazette.significance.recipients import moved_recipients, named_recipients
from gazette.significance.words import words


def names(text: str) -> list[str]:
    found = words(text)
    return [
        text[found[name.first].start : found[name.last - 1].end]
        for name in named_recipients(text, found)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We use Harbour Mail to send letters.", ["Harbour Mail"]),
        ("Your address will be stored by Postwing.", ["Postwing"]),
        (
            "Our payment partners, including Coinly, Tallyho and the Giving Bank, see it.",
            ["Coinly", "Tallyho", "Giving Bank"],
        ),
        ("Reports go to a service called “Crashlog”.", ["Crashlog"]),
        ("Read Coinly’s privacy policy.", ["Coinly’s"]),
        ("You can read the privacy policy for Gandis.example.", ["Gandis.example"]),
    ],
)
def test_a_name_stands_where_a_recipient_is_named(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    ["If you use Our Service, We know.", "We live in Spain.", "We use cookies.", "By Monday."],
)
def test_a_capital_alone_names_no_recipient(text: str) -> None:
    assert names(text) == []


def moved(old: str, new: str) -> list[str]:
    apart = difference(old, new)
    return [excerpt(apart, span) for span in moved_recipients(apart)]


def test_a_vendor_that_takes_the_place_of_another_is_found() -> None:
    assert moved("We use Harbour Mail.", "We use Postwing.") == ["Harbour Mail", "Postwing"]


def test_a_vendor_that_joins_a_list_of_partners_is_found() -> None:
    old = "Our partners, such as Coinly and Tallyho, see your address."
    assert moved(old, old.replace(" and", ", Postwing and")) == ["Postwing"]


def test_what_one_can_use_is_no_recipient_by_itself() -> None:
    old = "You can reach us by post."
    assert moved(old, "You can reach us by post or use Quick Reply.") == []


def test_a_name_that_the_old_text_had_elsewhere_has_not_come() -> None:
    old = "Postwing prints our letters. Our vendors are Harbour Mail and Coinly."
    assert moved(old, old.replace("Harbour Mail", "Postwing")) == ["Harbour Mail"]


def test_another_vendor_is_another_recipient_whatever_the_model_holds() -> None:
    answer = assess_unit("We use Harbour Mail.", "We use Postwing.", default_taxonomy())
    sentences = [finding.why for finding in answer.findings]
    assert "Changes the recipients: Harbour Mail → Postwing" in sentences
