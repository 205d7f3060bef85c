from __future__ import annotations

from gazette.significance.answers import together


def test_sentences_are_said_once_each_with_the_sign_between() -> None:
    assert together(["Adds a right", "Adds a use", "Adds a right"], ". ") == (
        "Adds a right. Adds a use"
    )


def test_chinese_sentences_are_parted_by_a_chinese_sign() -> None:
    assert together(["新增信息类型：住址", "新增处理目的：广告"], ". ") == (
        "新增信息类型：住址；新增处理目的：广告"
    )
