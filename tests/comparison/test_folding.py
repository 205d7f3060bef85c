"""Which differences are of type, not of words."""

from __future__ import annotations

import pytest

from gazette.comparison.folding import folded, tightened


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("don't", "don\u2019t"),
        ('"data"', "\u201edata\u201c"),
        ("use \u2013 or not", "use -- or not"),
        ("30\u00a0days", "30 days"),
        ("cafe\u0301", "caf\u00e9"),
        ("co\u00adoperate", "cooperate"),
        ("\ufb01les \uff12", "files 2"),
        ("\u2026", "..."),
    ],
)
def test_type_alone_is_folded_away(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("10\u00b2", "102"), ("ne\u200bver", "never"), ("a-b", "ab"), ("\u00bd", "1/2")],
)
def test_what_may_change_the_meaning_is_kept(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("UK, us", "UK,us", True),
        ("a (b)", "a(b)", True),
        ("\u4f7f\u7528 Google \u670d\u52a1", "\u4f7f\u7528Google\u670d\u52a1", True),
        ("may be", "maybe", False),
        ("1, 000", "1,000", False),
        ("10 000", "10000", False),
    ],
)
def test_space_is_type_only_beside_a_sign_or_between_scripts(
    one: str,
    other: str,
    same: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert (tightened(one) == tightened(other)) is same
