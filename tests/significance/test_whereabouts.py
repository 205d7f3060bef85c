from __future__ import annotations

import pytest

from gazette.significance.difference import difference
from gazette.significance.findings import excerpt
from gazette.significance.whereabouts import moved_whereabouts


def moved(old: str, new: str) -> list[str]:
    apart = difference(old, new)
    return [excerpt(apart, span) for span in moved_whereabouts(apart)]


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        (
            "Write to a@northwind.example today.",
            "Write to b@northwind.example today.",
            ["a@northwind.example", "b@northwind.example"],
        ),
        (
            "Call +44 20 5550 0100 to complain.",
            "Call +44 20 5550 0199 to complain.",
            ["+44 20 5550 0100", "+44 20 5550 0199"],
        ),
        (
            "Northwind, 5 Mill Road, Suite 100, Leeds",
            "Northwind, 5 Mill Road, Suite 420, Leeds",
            ["Suite 100", "Suite 420"],
        ),
        (
            "请致电400-620-0917联系我们。",
            "请致电400-620-0918联系我们。",
            ["400-620-0917", "400-620-0918"],
        ),
        (
            "地址：杭州市中山路100号，邮编略",
            "地址：杭州市中山路200号，邮编略",
            ["杭州市中山路100号", "杭州市中山路200号"],
        ),
    ],
)
def test_a_value_that_changed_is_quoted_before_and_after(
    old: str, new: str, values: list[str]
) -> None:
    assert moved(old, new) == values


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Write to a@northwind.example.", "Write to [email protected]."),
        ("Call +44 20 5550 0100.", "Call +44 (20) 5550-0100."),
        ("Read /files/20210510/it.pdf.", "Read /files/20230510/it.pdf."),
        ("It was sold on 2020-09-21 05:03:13.", "It was sold on 2026-04-21 05:03:13."),
        ("We keep it for 30 days.", "We keep it for 60 days."),
        ("© 2009-2015 Northwind", "© 2009-2016 Northwind"),
        ("In force since 2020-01-31.", "In force since 2021-05-31."),
        ("", "Write to a@northwind.example."),
        ("账号信息保存30天。", "账号信息保存60天。"),
    ],
)
def test_what_is_no_other_value_is_passed_over(old: str, new: str) -> None:
    assert moved(old, new) == []


def test_the_code_of_its_country_makes_no_other_telephone_number() -> None:
    assert moved("Call 800-555-0142 now.", "Call 1-800-555-0142 now.") == []


@pytest.mark.parametrize(("old", "new"), [("3", "5"), ("2023", "2024"), ("8:30", "9:30")])
def test_a_short_number_a_year_or_a_time_near_a_road_is_no_address(old: str, new: str) -> None:
    text = (
        "We write at most {} times, and keep no notes, whatever street, road or room you live in."
    )
    assert moved(text.format(old), text.format(new)) == []
