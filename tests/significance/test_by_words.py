from __future__ import annotations

from gazette.significance.by_words import LIMITS, RISK, by_words, word_features
from gazette.significance.difference import difference
from gazette.significance.network import network_of

OLD = "You choose the courier."
NEW = "We choose the courier."
MODEL = network_of(
    {
        "questions": [LIMITS, RISK],
        "bias": [-1000, -5000],
        "layers": [],
        "features": {
            "-you": [150, 0],
            "+we": [150, 0],
            "=courier": [-100, 0],
            "+stolen": [0, 900],
        },
        "hidden": [],
    }
)


def quoted(old: str, new: str, question: str) -> list[str]:
    texts = {"old": old, "new": new}
    (said,) = by_words([difference(old, new)], MODEL)
    spans = said.telling(question)
    return [texts[span.side][span.start : span.end] for span in spans]


def test_words_that_went_came_and_stayed_are_features() -> None:
    found = word_features(difference(OLD, NEW))
    assert found["-you"] == found["-you choos"] == found["+we"] == 1
    assert 0 < found["=courier"] < 1


def test_the_probability_rises_with_the_weights_of_the_changed_words() -> None:
    said, turned = by_words([difference(OLD, NEW), difference(NEW, OLD)], MODEL)
    assert said.chances[LIMITS] > 0.5 > turned.chances[LIMITS]


def test_each_question_has_weights_of_its_own() -> None:
    (said,) = by_words([difference("A phone.", "A stolen phone.")], MODEL)
    assert said.chances[RISK] > 0.5 > said.chances[LIMITS]


def test_the_words_that_weigh_most_are_named_old_before_new() -> None:
    assert quoted(OLD, NEW, LIMITS) == ["You", "We"]


def test_a_word_is_quoted_with_its_neighbours_that_changed_too() -> None:
    assert quoted("We know.", "We know a file was stolen, alas.", RISK) == ["file was stolen"]
