from __future__ import annotations

import pytest

from gazette.render.deceptive import is_latin, revealed, spelled_out
from gazette.render.styled import StyledRun, html_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ne\u200bver", "ne[U+200B zero width space]ver"),
        ("\u202e30 days", "[U+202E right-to-left override]30 days"),
        ("p\u0430y", "p[U+0430 cyrillic small letter a]y"),
        ("\u00a0", "[U+00A0 no-break space]"),
        ("30\u00a0days", "30\u00a0days"),
        ("we ask", "we ask"),
        ("\u043f\u0440\u0430\u0432\u043e", "\u043f\u0440\u0430\u0432\u043e"),
    ],
    ids=[
        "zero width",
        "direction",
        "a letter among others",
        "a space alone",
        "a space between words",
        "nothing",
        "a word of another script",
    ],
)
def test_what_deceives_is_named_and_nothing_else(text: str, shown: str) -> None:
    assert spelled_out(text, in_latin=True) == shown


def test_a_word_wholly_in_look_alike_letters_is_named_in_a_latin_text() -> None:
    assert spelled_out("\u0441\u043e", in_latin=True).count("cyrillic") == 2


def test_the_same_word_is_none_of_that_in_a_cyrillic_text() -> None:
    assert spelled_out("\u0441\u043e", in_latin=False) == "\u0441\u043e"


def test_a_text_is_latin_by_most_of_its_letters() -> None:
    assert is_latin("Zugriff f\u00fcr \u0418\u0432\u0430\u043d")
    assert not is_latin("\u0434\u043e\u0441\u0442\u0443\u043f\u0430 Google")


def test_a_direction_mark_is_isolated_so_that_it_turns_nothing_around() -> None:
    html = html_of(revealed(StyledRun("a\u202eb", ()), in_latin=True))
    assert '<bdi class="gz-invisible">\u202e</bdi>' in html
