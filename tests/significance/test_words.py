from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gazette.significance.words import Words, words

TEXT = st.text(alphabet="abwhEZ09 .,;)-’'@:/權\n\N{ZERO WIDTH SPACE}", max_size=40)


def quoted(text: str, found: Words) -> list[str]:
    return [text[word.start : word.end] for word in found]


@given(st.text(max_size=40))
def test_words_stand_one_after_the_other_with_only_what_is_no_word_between(text: str) -> None:
    found = words(text)
    places = [place for word in found for place in (word.start, word.end)]
    assert places == sorted(places)
    assert all(word.start < word.end for word in found)


def test_columns_and_words_say_the_same() -> None:
    found = words("We shared it twice.")
    assert [word.form for word in found] == list(found.forms)
    assert found[1] == ("shar", "word", 3, 9)


def test_the_words_that_are_marked_keep_their_places() -> None:
    text = "We shared it twice."
    assert quoted(text, words(text).marked((False, True, False, True))) == ["shared", "twice"]


def test_addresses_and_links_are_one_word_each() -> None:
    text = "Write to a.b@c.example or see https://d.example/e."
    assert list(words(text).kinds) == ["word", "word", "email", "word", "word", "url"]


@given(TEXT)
def test_a_text_has_the_same_words_stretch_by_stretch_and_as_a_whole(text: str) -> None:
    by_stretches, whole = words(text), words(f"{text} protected")
    assert by_stretches.forms == whole.forms[:-1]
    assert by_stretches.starts == whole.starts[:-1]


def test_an_address_that_a_script_hides_is_one_word_though_it_holds_a_space() -> None:
    assert list(words("Write to [email protected] today.").kinds)[2:] == ["email", "word"]
