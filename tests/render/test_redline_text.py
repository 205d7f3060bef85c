from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from gazette.comparison import compare
from gazette.document import parse
from gazette.render.redline_text import marked_text, print_redline

OLD = "1. Kept as it is.\n\n2. We keep data for 30 days.\n"
NEW = "1. Kept as it is.\n\n2. We keep data for 60 days.\n"


def _printed(old: str, new: str, *, everything: bool = False, colour: bool = False) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream, force_terminal=colour, color_system="truecolor" if colour else None, width=80
    )
    print_redline(compare(parse(old), parse(new)), console, everything=everything)
    return stream.getvalue()


def test_without_colour_words_are_marked_with_signs() -> None:
    assert "We keep data for [-30-]{+60+} days." in _printed(OLD, NEW)


def test_with_colour_words_are_marked_by_style_alone() -> None:
    text = _printed(OLD, NEW, colour=True)
    assert "\x1b[" in text
    assert "[-" not in re.sub(r"\x1b\[[\d;]*m", "", text)


def test_a_change_is_named_by_its_number_and_kind() -> None:
    assert "2  Changed" in _printed(OLD, NEW)


def test_unchanged_clauses_are_counted() -> None:
    assert "… 1 unchanged clause" in _printed(OLD, NEW)


def test_unchanged_clauses_are_printed_on_demand() -> None:
    assert "1. Kept as it is." in _printed(OLD, NEW, everything=True)


@pytest.mark.parametrize("colour", [True, False])
def test_a_policy_gives_the_terminal_no_orders(*, colour: bool) -> None:
    text = _printed("1. some words", "1. some \x1b[2Jwords\x9b2J", colour=colour)
    assert "\u241b[2J" in text
    assert "\x1b[2J" not in text
    assert "\x9b" not in text


def test_two_equal_texts_say_so() -> None:
    assert _printed(OLD, OLD) == "Nothing changed.\n"


def test_brackets_of_a_policy_are_no_markup_of_the_terminal() -> None:
    assert "[bold]{+x+}" in _printed("1. \\[bold]a", "1. \\[bold]x").replace("[-a-]", "")


def test_a_hidden_character_is_named() -> None:
    assert "[U+200B zero width space]" in _printed("1. some words", "1. so\u200bme words")


@given(st.text(alphabet="ab .,", max_size=30), st.text(alphabet="ab .,", max_size=30))
@settings(max_examples=60)
def test_without_the_marks_of_one_side_the_other_is_read(old: str, new: str) -> None:
    for change in compare(parse(old), parse(new)).rows:
        text = marked_text(change.runs, coloured=False).plain
        before = re.sub(r"\{\+.*?\+\}", "", text, flags=re.DOTALL)
        assert before.replace("[-", "").replace("-]", "") == "\n".join(
            clause.text for clause in change.old
        )


def test_a_coarse_redline_says_so() -> None:
    stream = io.StringIO()
    print_redline(replace(compare(parse(OLD), parse(NEW)), coarse=True), Console(file=stream))
    assert "in larger pieces than usual" in stream.getvalue()


def test_an_image_that_was_added_is_named_by_where_it_lies() -> None:
    assert "link: none -> seal.png" in _printed("Some words.", "Some words.\n\n![](seal.png)")


STYLED = ("We never sell your data.", "We **never** sell your data.")


def test_changed_markup_is_printed_on_demand() -> None:
    assert "    markup: We [-never-]{+**never**+} sell your data.\n" in _printed(
        *STYLED, everything=True
    )


def test_changed_markup_is_not_printed_without_demand() -> None:
    assert "markup" not in _printed(*STYLED)


def test_where_words_changed_no_markup_is_printed() -> None:
    assert "markup" not in _printed(OLD, NEW, everything=True)


def test_changed_markup_gives_the_terminal_no_orders() -> None:
    text = _printed("Some \x1b[2Jwords.", "Some **\x1b[2Jwords**.", everything=True)
    assert "markup: " in text
    assert "\x1b" not in text
