"""Of which words a text consists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette.comparison.tokens import tokens


@pytest.mark.parametrize(
    "whole",
    [
        "January 1, 2024", "1 March 2025", "3rd May 2025", "2024年1月1日", "2024-01-05", "10:30",
        "1,000.50", "5.3%", "10th", "U.S.", "e.g.", "third-party", "don’t", "don't", "and/or",
        "privacy@harbour.co.example", "https://harbour.example/a?b=1&c=d", "www.harbour.example/x",
        "cafe\u0301", "हिन्दी", "العربيّة", "snake_case", "A&B",
    ],
)  # fmt: skip
def test_stays_whole(whole: str) -> None:
    assert tokens(f"see {whole} , it").keys[1:-2] == [tokens(whole).keys[0]]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("word.", ["word", "."]),
        ("(see 3.4)", ["(", "see", "3.4", ")"]),
        ("https://harbour.example.", ["https://harbour.example", "."]),
        ("“We”", ["“", "We", "”"]),
        ("个人信息。", ["个", "人", "信", "息", "。"]),
        ("ที่", ["ที่"]),
        ("nev\u200ber", ["nev", "\u200b", "er"]),
        ("May we share", ["May", "we", "share"]),
        ("$5", ["$", "5"]),
    ],
)
def test_is_cut(text: str, keys: list[str]) -> None:
    assert tokens(text).keys == keys


def test_keys_are_composed_and_places_are_not() -> None:
    cut = tokens("a cafe\u0301 b")
    assert cut.keys[1] == "caf\u00e9"
    assert cut.text[cut.starts[1] : cut.ends[1]] == "cafe\u0301"


@given(st.text())
def test_between_tokens_stands_only_white_space(text: str) -> None:
    cut = tokens(text)
    ends = [0, *cut.ends]
    starts = [*cut.starts, len(text)]
    assert not "".join(text[end:start] for end, start in zip(ends, starts, strict=True)).strip()
