from __future__ import annotations

import pytest

from gazette.significance.alike import classes
from gazette.significance.difference import difference
from gazette.significance.vocabulary import ALIKE, vocabulary
from gazette.significance.words import stem


def test_neighbours_that_changed_together_are_a_pair() -> None:
    assert "word:data broker" in vocabulary(difference("We ask.", "We ask data brokers."))


def test_words_parted_by_a_kept_one_are_no_pair() -> None:
    names = vocabulary(difference("a and b", "red and blue"))
    assert "word:red" in names
    assert "word:red blue" not in names


def test_a_kept_word_is_passed_over() -> None:
    names = vocabulary(difference("we ask", "we ask banks"))
    assert "word:bank" in names
    assert "word:ask" not in names


def test_a_word_that_only_moved_is_passed_over() -> None:
    names = vocabulary(difference("Banks and shops ask us.", "Shops, banks and brokers ask us."))
    assert "word:broker" in names
    assert names.keys().isdisjoint({"word:bank", "word:shop"})


def test_a_long_passage_speaks_no_louder_than_a_short_one() -> None:
    short, long = (
        sum(value * value for value in vocabulary(difference("", text)).values())
        for text in ("banks", "banks insurers couriers lenders and shops")
    )
    assert long == pytest.approx(short)


def test_a_word_speaks_for_its_class_too() -> None:
    shared = [
        {name for name in vocabulary(difference("", word)) if name.startswith(ALIKE)}
        for word in ("monday", "tuesday")
    ]
    assert shared[0] == shared[1] != set()


def test_a_kept_word_says_nothing_of_its_class() -> None:
    names = vocabulary(difference("Ask on monday.", "Ask us on monday."))
    assert names.keys().isdisjoint(vocabulary(difference("", "monday")).keys())


def test_a_class_of_which_more_words_changed_weighs_more() -> None:
    values = vocabulary(difference("", "monday tuesday copper"))
    days, metal = (classes()[form] for form in (stem("monday"), stem("copper")))
    assert values[ALIKE + days] > values[ALIKE + metal]


def test_numbers_and_addresses_stand_for_all_of_their_kind() -> None:
    names = vocabulary(difference("", "Write to a@northwind.example in 30 days"))
    assert {"word:<email>", "word:<number>"} <= names.keys()


def test_no_words_give_no_features() -> None:
    assert vocabulary(difference("", "")) == {}
