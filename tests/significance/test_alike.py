from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from gazette.significance.alike import classes
from gazette.significance.words import stem


@pytest.mark.parametrize(("one", "other"), [("monday", "tuesday"), ("copper", "iron")])
def test_words_of_one_meaning_are_in_one_class(one: str, other: str) -> None:
    assert classes()[stem(one)] == classes()[stem(other)]


def test_words_of_different_meanings_are_in_different_classes() -> None:
    assert classes()[stem("monday")] != classes()[stem("copper")]


def test_a_class_is_named_by_a_word_of_its_own() -> None:
    assert {name for name in classes().values() if classes()[stem(name)] != name} == set()


def test_no_word_is_in_two_classes() -> None:
    text = (files("gazette.significance") / "data/alike.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    forms = Counter(stem(word) for line in lines for word in line.split())
    assert [form for form, count in forms.items() if count > 1] == []
