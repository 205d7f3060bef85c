from __future__ import annotations

from gazette.significance.difference import difference
from gazette.significance.limit_words import LimitWeights, limiting_words, word_features

OLD = "You choose the courier."
NEW = "We choose the courier."
MODEL: LimitWeights = {"bias": -1.0, "weights": {"-you": 1.5, "+we": 1.5, "=courier": -1.0}}


def test_words_that_went_came_and_stayed_are_features() -> None:
    found = word_features(difference(OLD, NEW))
    assert found["-you"] == found["-you choos"] == found["+we"] == 1
    assert 0 < found["=courier"] < 1


def test_the_probability_rises_with_the_weights_of_the_changed_words() -> None:
    chance, _ = limiting_words(difference(OLD, NEW), MODEL)
    turned, _ = limiting_words(difference(NEW, OLD), MODEL)
    assert chance > 0.5 > turned


def test_the_words_that_weigh_most_are_named_old_before_new() -> None:
    _, spans = limiting_words(difference(OLD, NEW), MODEL)
    texts = {"old": OLD, "new": NEW}
    assert [texts[span.side][span.start : span.end] for span in spans] == ["You", "We"]
