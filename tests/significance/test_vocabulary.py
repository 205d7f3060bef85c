from __future__ import annotations

import pytest

from gazette.significance.difference import difference
from gazette.significance.vocabulary import vocabulary


def test_neighbours_that_changed_together_are_a_pair() -> None:
    assert "word:data broker" in vocabulary(difference("We ask.", "We ask data brokers."))


def test_words_parted_by_a_kept_one_are_no_pair() -> None:
    names = vocabulary(difference("a and b", "red and blue"))
    assert "word:red" in names
    assert "word:red blue" not in names


def test_a_kept_word_weighs_less_than_a_changed_one() -> None:
    values = vocabulary(difference("we ask", "we ask banks"))
    assert values["word:bank"] == pytest.approx(4 * values["kept:ask"])


def test_a_long_passage_speaks_no_louder_than_a_short_one() -> None:
    for text in ("banks", "banks insurers couriers lenders and shops"):
        values = vocabulary(difference("", text)).values()
        assert sum(value * value for value in values) == pytest.approx(1)


def test_numbers_and_addresses_stand_for_all_of_their_kind() -> None:
    names = vocabulary(difference("", "Write to a@northwind.example in 30 days"))
    assert {"word:<email>", "word:<number>"} <= names.keys()


def test_no_words_give_no_features() -> None:
    assert vocabulary(difference("", "")) == {}
