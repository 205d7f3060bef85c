"""Which number is printed in front of a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gazette.document import parse

if TYPE_CHECKING:
    from gazette.model import Clause


def only(text: str) -> Clause:
    (clause,) = parse(text).clauses
    return clause


@pytest.mark.parametrize(
    ("source", "number", "label", "text"),
    [
        ("3.1.4. Sharing with partners", "3.1.4", "3.1.4. ", "Sharing with partners"),
        ("5.3 Each business function", "5.3", "5.3 ", "Each business function"),
        ("2.2.2.1. Logs", "2.2.2.1", "2.2.2.1. ", "Logs"),
        ("(1) the pages", "(1)", "(1) ", "the pages"),
        ("(iv) the pages", "(iv)", "(iv) ", "the pages"),
        ("a) the pages", "a)", "a) ", "the pages"),
        ("1) the pages", "1)", "1) ", "the pages"),
        (r"9\. Title", "9", "9. ", "Title"),
        (r"**1\. Title**", "1", "1. ", "Title"),
        ("**1.** Title", "1", "1. ", "Title"),
        ("**3.1 Title.** Text", "3.1", "3.1 ", "Title. Text"),
        ("[2.1 Title](#two)", "2.1", "2.1 ", "Title"),
        ("# 3 Scope", "3", "3 ", "Scope"),
        ("## Article 5 Transfers", "Article 5", "Article 5 ", "Transfers"),
        ("## Article 5: Transfers", "Article 5", "Article 5: ", "Transfers"),
        ("Section 5. Complaints", "Section 5", "Section 5. ", "Complaints"),
        ("## A. Scope", "A", "A. ", "Scope"),
        ("## IV. Scope", "IV", "IV. ", "Scope"),
        ("§ 7 Kosten", None, "", "§ 7 Kosten"),
        ("# § 7 Kosten", "§ 7", "§ 7 ", "Kosten"),
        ("第三条 范围", "第三条", "第三条 ", "范围"),
        ("第三条范围", "第三条", "第三条", "范围"),
        ("一、范围", "一", "一、", "范围"),
        ("（一）范围", "（一）", "（一）", "范围"),
        ("1、范围", "1", "1、", "范围"),
        ("- 1.2 Item", "1.2", "1.2 ", "Item"),
        ("7. Item", "7", "7. ", "Item"),
    ],
)
def test_a_printed_number_is_read(source: str, number: str, label: str, text: str) -> None:
    clause = only(source)
    assert (clause.number, clause.label, clause.text) == (number, label, text)


@pytest.mark.parametrize(
    "source",
    [
        "2024 was a year of change",
        "30 days after your request",
        "3.5 million people use it",
        "A user may object",
        "I. We collect",
        "Article 5 of the Regulation applies",
        "Part of the data is stored",
        "Sections are numbered",
        "e.g. your name",
        "(see below) we share",
        "1,000 users",
        "一般个人信息",
        "10:30 is the time",
        "1.5% of them",
    ],
)
def test_prose_bears_no_number(source: str) -> None:
    assert only(source).number is None


def test_a_cell_bears_no_number() -> None:
    assert [c.number for c in parse("| 1. a | b |\n|--|--|\n| 2. c | d |").clauses] == [None, None]
