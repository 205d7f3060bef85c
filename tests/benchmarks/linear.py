"""Logistic regression on what was read in changed paragraphs, by scikit-learn."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from readings import TAXONOMY, Answer

from gazette.model import Kind
from gazette.significance.judge import Judgement
from gazette.significance.passages import answered
from train_significance import FIELDS, folds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from readings import Case

    from gazette.significance import Unit
    from train_significance import Row

INNER_FOLDS = 2
OWN = "own"
"""How the revisions of the project's own cases begin: thresholds are not chosen on them."""
THRESHOLDS = [hundredth / 100 for hundredth in range(20, 65, 5)]


class Linear:
    """Logistic regression for each field, the threshold chosen on the services learned from."""

    to_learn: tuple[str, ...] = ("scikit-learn",)

    def __init__(
        self,
        read: Callable[[Sequence[Unit]], list[Case]],
        cost: float,
        *,
        frequencies: bool = False,
        to_run: tuple[str, ...] = (),
    ) -> None:
        self.read, self.cost, self.frequencies, self.to_run = read, cost, frequencies, to_run
        self.threshold = TAXONOMY.threshold

    def learn(self, cases: Sequence[Case], rows: Sequence[Row]) -> None:
        labelled = [at for at, row in enumerate(rows) if not row.unit.revision.startswith(OWN)]
        fold = folds([rows[at] for at in labelled], INNER_FOLDS)
        chances: dict[int, Mapping[str, float]] = {}
        for held in range(INNER_FOLDS):
            away = [at for at in labelled if fold[rows[at].service] == held]
            left = sorted(set(range(len(rows))).difference(away))
            self._fit([cases[at] for at in left], [rows[at] for at in left])
            chances.update(zip(away, self._chances([cases[at] for at in away]), strict=True))
        self.threshold = max(
            THRESHOLDS,
            key=lambda limit: micro_f1(
                (rows[at].fields, _decided(cases[at], chances[at], limit).categories)
                for at in labelled
                if rows[at].sure
            ),
        )
        self._fit(cases, rows)

    def answer(self, cases: Sequence[Case]) -> list[Answer]:
        chances = self._chances(cases)
        return [_decided(c, own, self.threshold) for c, own in zip(cases, chances, strict=True)]

    def _fit(self, cases: Sequence[Case], rows: Sequence[Row]) -> None:
        text = import_module("sklearn.feature_extraction")
        self.names = text.DictVectorizer().fit([case.names for case in cases])
        self.weighed = text.text.TfidfTransformer(sublinear_tf=True) if self.frequencies else None
        if self.weighed:
            self.weighed.fit(self.names.transform([case.names for case in cases]))
        data = self._matrix(cases)
        regression = import_module("sklearn.linear_model").LogisticRegression
        truth = {name: [name in row.fields for row in rows] for name in FIELDS}
        truth["substantive"] = [row.substantive for row in rows]
        weights = [row.weight for row in rows]
        self.models = {
            name: regression(C=self.cost, max_iter=300).fit(data, said, sample_weight=weights)
            for name, said in truth.items()
        }

    def _matrix(self, cases: Sequence[Case]) -> Any:  # noqa: ANN401 - scipy has no types
        named = self.names.transform([case.names for case in cases])
        if self.weighed:
            named = self.weighed.transform(named)
        if cases[0].vector is None:
            return named
        sparse = import_module("scipy.sparse")
        return sparse.hstack([named, sparse.csr_matrix([case.vector for case in cases])]).tocsr()

    def _chances(self, cases: Sequence[Case]) -> list[dict[str, float]]:
        data = self._matrix(cases)
        columns = {name: model.predict_proba(data)[:, 1] for name, model in self.models.items()}
        return [{name: column[at] for name, column in columns.items()} for at in range(len(cases))]


def _decided(case: Case, chances: Mapping[str, float], threshold: float) -> Answer:
    """As the tool decides from its model's chances."""
    if case.given and case.given.kind is Kind.EDITORIAL:
        return case.given
    own = {name: min(chances[name], chances["substantive"]) for name in FIELDS}
    named = frozenset(name for name, chance in own.items() if chance >= threshold)
    if case.given:
        named |= case.given.categories
    judged = Judgement(chances["substantive"], {name: chances[name] for name in FIELDS})
    kind, _ = answered(judged, threshold, found=bool(named))
    return Answer(kind, named)


def micro_f1(pairs: Iterable[tuple[frozenset[str], frozenset[str]]]) -> float:
    """F1 over every (paragraph, category), of pairs of (labelled, said)."""
    right = every = 0
    for true, said in pairs:
        right += len(true & said)
        every += len(true) + len(said)
    return 2 * right / every if every else 0.0
