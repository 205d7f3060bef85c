from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from gazette.significance.beginnings import beginnings, words_at
from gazette.significance.patterns import Pattern, Stretch, folded, rules

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = yaml.safe_load((Path(__file__).parent / "limits.yml").read_text("utf-8"))


def counted() -> Iterator[Pattern]:
    """Every pattern whose matches are counted."""
    for name in ("limits", "consent", "risk", "period"):
        for rule in rules(name):
            yield from filter(None, (rule.lost, rule.gained, rule.made_up))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\bdelet\w+", {"del"}),
        (r"\bwe (?:may|can)\b", {"we"}),
        (r"\b(?:may|can)\b|\bunless\b", {"may", "can", "unl"}),
        (r"\b(?:also )?ask\b", {"als", "ask"}),
        (r"(?<!if )\byou choose", {"you"}),
        (r"\bcop(?:y|ies)\b", {"cop"}),
        (r"\bfees?\b|[€$]", {"fee", "€", "$"}),
        (r"\bask\b|\S{1,5}(?:日|个?月)内", {"ask"}),
    ],
)
def test_a_pattern_begins_with_the_words_of_its_alternatives(
    pattern: str, expected: set[str]
) -> None:
    assert beginnings(pattern) == expected


@pytest.mark.parametrize("pattern", [r"\b\w+ing\b", r"\be-?mail", "ask", r"\b(?:no)+thing"])
def test_a_pattern_that_any_word_may_begin_has_no_beginnings(pattern: str) -> None:
    assert beginnings(pattern) is None


def test_words_are_found_by_their_first_letters() -> None:
    assert words_at("we ask; we asked for €5") == {
        "we": [0, 8],
        "ask": [3, 11],
        "for": [17],
        "€": [21],
        "5": [22],
    }


def test_chinese_has_no_words_that_could_be_found() -> None:
    assert words_at("we ask 您") is None


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_a_pattern_is_counted_as_often_as_it_is_found(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(list(counted())))
    text = data.draw(st.from_regex(pattern.regex)).lower()
    assert pattern.count(Stretch(text, 0, len(text))) == len(pattern.regex.findall(text))


def test_in_the_cases_every_pattern_is_counted_as_often_as_it_is_found() -> None:
    texts = [folded(text) for group in CASES.values() for pair in group for text in pair]
    stretches = [Stretch(text, 0, len(text)) for text in texts]
    differing = [
        (pattern.regex.pattern, stretch.text)
        for pattern in counted()
        for stretch in stretches
        if pattern.count(stretch) != len(pattern.regex.findall(stretch.text))
    ]
    assert not differing
