"""What a reader sees of inline Markdown, held against what Python-Markdown renders."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette.markup import visible


def rendered(body: str) -> str:
    """The text that Python-Markdown's HTML shows."""
    shown = re.sub(r"<br ?/?>", " ", markdown.markdown(body))
    return re.sub(r"[ \n]+", " ", html.unescape(re.sub(r"<[^>]+>", "", shown))).strip()


@pytest.mark.parametrize(
    "body",
    [
        "plain words",
        "a **strong** and an *emphasised* word",
        "***both*** and __strong__ and _emphasis_",
        "within snake_case_names and in un*believ*able",
        "5 * 3 * 2 and a ** b",
        "**strong *and emphasised* inside**",
        '[a link](https://example.org/a_(b)) and [another](/x "with a title")',
        "[**strong** link](<https://example.org/a b>)",
        "[[brackets]](#n) and [\\[1\\]](#n1)",
        "![a picture](x.png) beside text",
        "`code *with* stars` and ``a ` tick``",
        "escaped \\* and \\_ and \\[ and \\\\ and 1\\.",
        "a backslash \\q that escapes nothing",
        "&copy; 2024 &amp; later &#8212; caf&eacute;",
        'an <em>HTML</em> tag and <span class="x">another</span>',
        "see <https://example.org/> or <help@example.org>",
        "broken [link without target and (parentheses)",
        "a lone * star and a lone _ line",
        "line one  \nline two",
        "quotes “like these” and it’s fine",
        "a < b and b > c & d",
    ],
)
def test_agrees_with_python_markdown(body: str) -> None:
    assert visible(body) == rendered(body)


def test_a_no_break_space_is_a_character() -> None:
    assert visible("10&nbsp;years") == "10\u00a0years"


def test_white_space_is_collapsed() -> None:
    assert visible("  a \n\t b  ") == "a b"


def test_an_invisible_character_is_kept() -> None:
    assert visible("pay\u200bment") == "pay\u200bment"


def test_cells_of_a_raw_table_are_kept_apart() -> None:
    assert visible("<td>One</td><td>Two</td>") == "One Two"


@given(st.text(alphabet="ab *_`[]()\\<>&!\n"))
def test_any_markup_is_read_and_no_word_is_added(body: str) -> None:
    shown = visible(body)
    letters = [char for char in shown if char in "ab"]
    assert len(letters) <= sum(char in "ab" for char in body)


@given(
    st.text(
        alphabet=st.characters(exclude_characters="*_`[]<&\\ \t\n\r\f\v", exclude_categories=["Cs"])
    )
)
def test_text_without_markup_is_shown_as_it_is(body: str) -> None:
    assert visible(body) == body
