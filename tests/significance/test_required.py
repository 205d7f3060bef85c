from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazette.significance.patterns import rules
from gazette.significance.required import END, required

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"\w+|[€$£¥]")


def patterns() -> Iterator[re.Pattern[str]]:
    """Every pattern that must match for a rule to hold."""
    for name in ("limits", "consent", "risk", "period"):
        for rule in rules(name):
            yield from filter(None, (rule.lost, rule.gained))
            yield from (need for _, need in rule.needs)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\bdelet\w+", [{"delet"}]),
        (r"\bwe (?:may|can) refuse\b", [{"refuse$"}, {"we$"}]),
        (r"\bif you ask\b|\bunless\b", [{"ask$", "unless$"}, {"if$", "unless$"}]),
        (r"\b(?:also )?ask\b", [{"ask$"}]),
        (r"(?<!if )\byou choose", [{"choose"}, {"you$"}]),
        (r"\bcop(?:y|ies)\b", [{"cop"}]),
        (r"\bfees?\b|[€$]", [{"fee", "€$", "$$"}]),
        (r"\bask\b|\S{1,5}(?:日|个?月)内", [{"ask$"}]),
        (r"\bhold (?:\w+ ){0,2}?data\b", [{"data$"}, {"hold$"}]),
    ],
)
def test_a_match_needs_the_words_of_each_part_the_rarest_first(
    pattern: str, expected: list[set[str]]
) -> None:
    assert list(required(pattern)) == expected


@pytest.mark.parametrize("pattern", [r"\b\w+ing\b", r"\be-?mail", "ask", r"\b(?:\w+)?thing"])
def test_a_pattern_that_any_word_may_begin_needs_none(pattern: str) -> None:
    assert required(pattern) == ()


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_every_match_has_the_words_that_are_required(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(list(patterns())))
    text = data.draw(st.from_regex(pattern)).lower()
    match = pattern.search(text)
    if match and not re.search("[\u3400-\u9fff]", text):
        words = [word + END for word in WORD.findall(text)]
        for beginnings in required(pattern.pattern):
            assert any(word.startswith(tuple(beginnings)) for word in words)
