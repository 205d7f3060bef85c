from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from gazette.comparison import compare
from gazette.document import parse
from gazette.render.notes import Note
from gazette.render.redline_markdown import redline_markdown

NOTE = Note("sharing", "Sharing", "9.4.3", "Adds a recipient: @advertisers")


def _comment(old: str, new: str) -> str:
    return redline_markdown(compare(parse(old), parse(new)), "old", "new", notes={0: (NOTE,)})


def test_words_are_marked() -> None:
    assert "for <del>30</del><ins>60</ins> days" in _comment("1. for 30 days", "1. for 60 days")


def test_what_a_change_means_stands_under_it() -> None:
    assert "- **Sharing (9.4.3)**: Adds a recipient" in _comment("1. some words", "1. some text")


def test_nobody_is_called_by_a_policy() -> None:
    assert "@advertisers" not in _comment("1. some words", "1. some text")


@pytest.mark.parametrize("hostile", ["<script>x</script>", "*a*", "`b`", "&lt;", "| c |", "# d"])
def test_a_policys_words_are_shown_as_they_are(hostile: str) -> None:
    old, new = (parse(f"```\n{hostile} {word}\n```\n") for word in ("one", "two"))
    html = MarkdownIt().render(redline_markdown(compare(old, new), "old", "new"))
    escaped = hostile.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert f"{escaped} &lt;del" in html or f"{escaped} <del" in html


def test_minor_changes_are_folded() -> None:
    comment = redline_markdown(compare(parse("1. Same"), parse("2. Same")), "old", "new")
    assert "<summary>1 minor change</summary>" in comment


def _long(count: int, words: int) -> str:
    new = "\n\n".join(f"{number}. {'word ' * words}" for number in range(1, count + 1))
    return redline_markdown(compare(parse(""), parse(new)), "old", "new")


def test_a_comment_too_long_is_cut_between_changes() -> None:
    assert len(_long(100, 400)) <= 65_536


def test_a_cut_comment_counts_all_changes_and_those_left_out() -> None:
    comment = _long(100, 400)
    shown = comment.count("> <ins>")
    assert "\n100 changes, 0 minor, " in comment
    assert f"{100 - shown} more of 100 changes did not fit here." in comment


def test_minor_changes_are_the_first_to_be_left_out() -> None:
    old = "\n\n".join(f"{number}. Kept clause {number} {'word ' * 90}" for number in range(1, 200))
    new = f"1. Added.\n\n{old.replace('. Kept', '0. Kept')}\n\n9. Added too."
    comment = redline_markdown(compare(parse(old), parse(new)), "old", "new")
    assert "Added too" in comment
    assert "more of 201 changes did not fit here." in comment


def test_a_change_too_long_for_a_comment_is_cut_short() -> None:
    comment = _long(1, 20_000)
    assert "> <ins>word word" in comment
    assert "… and 91,999 more characters, which did not fit here" in comment


def test_two_equal_texts_say_so() -> None:
    assert "Nothing changed." in redline_markdown(compare(parse("a"), parse("a")), "old", "new")


def test_a_coarse_redline_says_so() -> None:
    comparison = replace(compare(parse("some words"), parse("some text")), coarse=True)
    assert "in larger pieces than usual" in redline_markdown(comparison, "1.0", "2.0")


def test_what_changed_of_the_markup_is_shown_as_it_is_written() -> None:
    old, new = (parse(f"We {word} sell your data.") for word in ("never", "**never**"))
    html = MarkdownIt("commonmark").render(redline_markdown(compare(old, new), "old", "new"))
    assert "markup: We <del>never</del><ins>**never**</ins> sell your data." in html
