"""Figures that a comparison must reach, on texts of real shapes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from metrics import Figures, compared, kinds, marked_words
from mutants import permuted, relinked, renumbered, shattered, wrapped
from pairs import Pair, read_pairs

from gazette.model import ChangeKind

CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*.md"))
REVISIONS = [
    Pair(path.stem, path.read_text("utf-8"), path.with_suffix(".new").read_text("utf-8"))
    for path in CORPUS
]
TEXTS = pytest.mark.parametrize(
    "text", [path.read_text("utf-8") for path in CORPUS], ids=[path.stem for path in CORPUS]
)


@pytest.fixture(scope="module")
def figures() -> Figures:
    """Of the revisions in the corpus."""
    counted = Figures()
    for pair in REVISIONS:
        counted.add(compared(pair.old, pair.new))
    return counted


def test_every_text_comes_back_exactly(figures: Figures) -> None:
    assert figures.exact == figures.pairs == len(CORPUS)


def test_every_redline_is_valid_html(figures: Figures) -> None:
    assert figures.valid == figures.pairs


def test_at_most_a_tenth_more_words_are_marked_than_must_be(figures: Figures) -> None:
    assert figures.words_ratio <= 1.10


def test_no_unchanged_clause_is_touched(figures: Figures) -> None:
    assert figures.touched == 0


def test_no_mark_is_an_island_s_length_from_the_next(figures: Figures) -> None:
    assert figures.islands_percent <= 2


def test_a_changed_clause_bears_few_marks(figures: Figures) -> None:
    mean, _ = figures.marks_per_clause
    assert mean <= 2


@TEXTS
def test_a_text_that_was_only_renumbered_has_no_word_marked(text: str) -> None:
    comparison = compared(text, renumbered(text))
    assert marked_words(comparison) == 0
    assert kinds(comparison).keys() <= {ChangeKind.RENUMBERED}


@TEXTS
def test_a_text_with_other_targets_is_only_relinked(text: str) -> None:
    comparison = compared(text, relinked(text))
    assert kinds(comparison).keys() <= {ChangeKind.RELINKED}
    assert marked_words(comparison) == 0


@TEXTS
def test_sections_in_another_order_have_only_moved(text: str) -> None:
    comparison = compared(text, permuted(text))
    assert marked_words(comparison) == 0
    assert kinds(comparison).keys() == {ChangeKind.MOVED}


@TEXTS
def test_a_text_wrapped_anew_has_not_changed(text: str) -> None:
    assert compared(text, wrapped(text)).changes == ()


@TEXTS
def test_a_text_of_one_paragraph_a_line_has_no_word_marked(text: str) -> None:
    comparison = compared(text, shattered(text, 40))
    assert marked_words(comparison) == 0
    assert kinds(comparison)[ChangeKind.MODIFIED] == 0


def test_a_text_wrapped_across_its_paragraphs_has_no_word_marked() -> None:
    words = [
        "We",
        "collect",
        "names",
        "and",
        "addresses",
        "when",
        "you",
        "register",
        "with",
        "the",
        "service",
        "and",
        "we",
        "use",
        "them",
        "to",
        "deliver",
        "what",
        "you",
        "order.",
        "We",
        "keep",
        "invoices",
        "for",
        "ten",
        "years",
        "because",
        "the",
        "law",
        "wants",
        "it",
        "so.",
        "We",
        "never",
        "sell",
        "anything",
        "about",
        "you",
        "to",
        "anybody,",
        "whatever",
        "they",
        "may",
        "offer",
        "us",
        "for",
        "such",
        "a",
        "list.",
    ]
    old = "\n\n".join(" ".join(words[at : at + 17]) for at in range(0, len(words), 17))
    new = "\n\n".join(" ".join(words[at : at + 11]) for at in range(0, len(words), 11))
    assert marked_words(compared(old, new)) == 0


def test_pairs_are_read_from_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps({"id": "a", "old": "x", "new": "y"}) + "\n\n", "utf-8")
    assert list(read_pairs(path)) == [Pair("a", "x", "y")]


def test_pairs_are_read_from_a_folder(tmp_path: Path) -> None:
    for name in ("1.md", "2.md", "3.md"):
        (tmp_path / name).write_text(name, "utf-8")
    assert [pair.name for pair in read_pairs(tmp_path)] == ["2", "3"]
