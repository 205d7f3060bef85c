"""How well do answers agree with labels: precision, recall and F1, by unit and by revision?

Micro figures pool every (unit, category) decision, macro figures average over categories
(D. D. Lewis, "Evaluating text categorization", 1991).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Labelled:
    """One changed paragraph with a person's labels and the assessment's answer."""

    id: str
    revision: str
    """Units of one revision have the same; empty if the labels do not say."""
    truth: frozenset[str]
    """The labelled categories."""
    editorial: bool
    """Whether it is labelled editorial."""
    limits_rights: bool
    sure: bool
    """False where the annotator held that a colleague could disagree."""
    kind: Kind
    """The answer."""
    answer: frozenset[str]
    answer_limits_rights: bool


@dataclass(frozen=True, slots=True)
class Score:
    """How one category was met."""

    right: int
    """Said, and so labelled."""
    said: int
    true: int
    """Labelled."""

    @property
    def precision(self) -> float:
        """Of what was said, the share that is right; 0 if nothing was said."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """Of what is labelled, the share that was said; 0 if nothing is labelled."""
        return self.right / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.said + self.true) if self.said + self.true else 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """Scores over units, or over revisions."""

    categories: Mapping[str, Score]
    """Categories that are neither labelled nor said are left out."""
    micro: Score

    @property
    def macro(self) -> tuple[float, float, float]:
        """The mean precision, recall and F1 of the categories."""
        scores = self.categories.values()
        count = len(scores) or 1
        return (
            sum(score.precision for score in scores) / count,
            sum(score.recall for score in scores) / count,
            sum(score.f1 for score in scores) / count,
        )


@dataclass(frozen=True, slots=True)
class Confusion:
    """One way of going wrong, and how often."""

    labelled: tuple[str, ...]
    """The categories, or ``editorial`` or ``substantive`` alone."""
    said: tuple[str, ...]
    """Likewise, or ``unsure``."""
    ids: tuple[str, ...]
    """The units, in order."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures of one set of labels."""

    units: Table
    sure_units: Table
    """Over the labels that are sure."""
    revisions: Table
    sure_revisions: Table
    """Over the labels that are sure, of revisions that have any."""
    limits_rights: Score
    editorial_units: int
    editorial_units_flagged: int
    significant_revisions: int
    significant_revisions_noticed: int
    """Flagged, or some unit of them "look at this"."""
    editorial_revisions: int
    editorial_revisions_flagged: int
    confusions: tuple[Confusion, ...]
    """The most frequent first."""


def evaluate(rows: Sequence[Labelled], categories: Sequence[str]) -> Evaluation:
    """Hold answers against labels.

    Args:
        rows: The units, labelled and answered.
        categories: The taxonomy's keys, in the order to report them in.
    """
    revisions = _revisions(rows)
    significant = [own for own in revisions if _union(own, "truth")]
    quiet = [own for own in revisions if all(row.editorial for row in own)]
    editorial = [row for row in rows if row.editorial]
    return Evaluation(
        units=_table([(row.truth, row.answer) for row in rows], categories),
        sure_units=_table([(row.truth, row.answer) for row in rows if row.sure], categories),
        revisions=_whole(revisions, categories),
        sure_revisions=_whole(_revisions(row for row in rows if row.sure), categories),
        limits_rights=_score((row.limits_rights, row.answer_limits_rights) for row in rows),
        editorial_units=len(editorial),
        editorial_units_flagged=sum(bool(row.answer) for row in editorial),
        significant_revisions=len(significant),
        significant_revisions_noticed=sum(any(map(_noticed, own)) for own in significant),
        editorial_revisions=len(quiet),
        editorial_revisions_flagged=sum(any(row.answer for row in own) for own in quiet),
        confusions=_confusions(rows, categories),
    )


def _revisions(rows: Iterable[Labelled]) -> list[list[Labelled]]:
    """The units of each revision; one that names none stands alone."""
    revisions: dict[str, list[Labelled]] = {}
    for row in rows:
        revisions.setdefault(row.revision or f"#{row.id}", []).append(row)
    return list(revisions.values())


def _whole(revisions: Iterable[Sequence[Labelled]], categories: Sequence[str]) -> Table:
    """The table over whole revisions, each with every category of its units."""
    return _table([(_union(own, "truth"), _union(own, "answer")) for own in revisions], categories)


def _union(rows: Iterable[Labelled], side: str) -> frozenset[str]:
    return frozenset().union(*(getattr(row, side) for row in rows))


def _noticed(row: Labelled) -> bool:
    return bool(row.answer) or row.kind is not Kind.EDITORIAL


def _table(
    pairs: Sequence[tuple[frozenset[str], frozenset[str]]], categories: Sequence[str]
) -> Table:
    scores = {
        category: _score((category in truth, category in answer) for truth, answer in pairs)
        for category in categories
    }
    met = {key: score for key, score in scores.items() if score.said or score.true}
    micro = Score(
        sum(score.right for score in met.values()),
        sum(score.said for score in met.values()),
        sum(score.true for score in met.values()),
    )
    return Table(met, micro)


def _score(pairs: Iterable[tuple[bool, bool]]) -> Score:
    """Of pairs of (labelled, said)."""
    count = Counter(pairs)
    both = count[True, True]
    return Score(both, both + count[False, True], both + count[True, False])


def _confusions(rows: Iterable[Labelled], categories: Sequence[str]) -> tuple[Confusion, ...]:
    wrong: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for row in rows:
        if row.truth != row.answer:
            labelled = _shown(
                row.truth, categories, "editorial" if row.editorial else "substantive"
            )
            said = _shown(row.answer, categories, row.kind.value)
            wrong.setdefault((labelled, said), []).append(row.id)
    ranked = sorted(wrong.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Confusion(labelled, said, tuple(ids)) for (labelled, said), ids in ranked)


def _shown(found: frozenset[str], categories: Sequence[str], otherwise: str) -> tuple[str, ...]:
    return tuple(key for key in categories if key in found) or (otherwise,)
