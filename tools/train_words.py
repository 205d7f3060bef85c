"""Train the weights of the word model of limited rights and of risk from labelled changes.

Usage: train_words.py LIMITS.yml MARKED.yml CASES.yml [LABELS.jsonl ...] --output WEIGHTS.json

LIMITS.yml (tests/significance/limits.yml) has `limits` and `risk`, used both ways, since what
limits rights or reports a risk does not when it is turned round, and `keeps` and `no_risk`.
MARKED.yml (tests/significance/training/marked.yml) has changes marked in their text, by what they
do. CASES.yml holds other changes (tests/significance/training/changes/cases.yml): those that are
not labelled with rights, and that no rule holds to be a limit, do neither. LABELS.jsonl has lines
with before, after, limits_rights and categories, and may have weight, how much a line counts (by
default as much as a real change).
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml
from sklearn.linear_model import LogisticRegression

from gazette.significance.by_words import LIMITS, RISK, word_features
from gazette.significance.limits import ruled
from gazette.significance.network import VALUE, WEIGHT
from gazette.significance.units import Unit, compared
from train_significance import BIAS, matrix, weights_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.significance.difference import Difference
    from gazette.significance.network import NetworkFile

CASES_PER_FEATURE = 3
SMALLEST = 0.1
COSTS = {LIMITS: 1.0, RISK: 3.0}
"""How much an error costs, against large weights."""
OF_REAL = 0.2
"""How much a real change counts beside one that was written to show something: most do neither."""
_MARK = re.compile(
    r"\{(?:\+\+(?P<put>.*?)\+\+|--(?P<cut>.*?)--|~~(?P<old>.*?)~>(?P<new>.*?)~~)\}", re.DOTALL
)


class Case(NamedTuple):
    """A labelled change; None where it is not said."""

    before: str
    after: str
    limits: bool | None
    risk: bool | None
    weight: float = 1.0


def before_and_after(marked: str) -> tuple[str, str]:
    """The texts of a change in CriticMarkup (``{++new++}``, ``{--cut--}``, ``{~~old~>new~~}``)."""
    return (
        _MARK.sub(lambda match: match["cut"] or match["old"] or "", marked),
        _MARK.sub(lambda match: match["put"] or match["new"] or "", marked),
    )


def marked(path: Path) -> Iterator[Case]:
    """The cases whose changes are marked in their text."""
    for label, texts in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for text in texts:
            yield Case(*before_and_after(text), LIMITS in label, RISK in label)


def both_ways(path: Path) -> Iterator[Case]:
    """The cases of limits and of risk; those that are one, in both directions."""
    cases = yaml.safe_load(path.read_text(encoding="utf-8"))
    for before, after in cases["limits"]:
        yield Case(before, after, limits=True, risk=False)
        yield Case(after, before, limits=False, risk=False)
    for before, after in cases["keeps"]:
        yield Case(before, after, limits=False, risk=False)
    for before, after in cases["risk"]:
        yield Case(before, after, limits=None, risk=True)
        yield Case(after, before, limits=None, risk=False)
    for before, after in cases["no_risk"]:
        yield Case(before, after, limits=None, risk=False)


def others(path: Path) -> Iterator[Case]:
    """Changes of other kinds, in both directions."""
    for label, group in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        pairs = [("", text) for text in group.get("whole", [])] + group.get("changed", [])
        for before, after in pairs:
            for old, new in ((before, after), (after, before)):
                if "rights" not in label and not ruled(_difference(old, new)):
                    yield Case(old, new, limits=False, risk="risk" in label)


def labelled(path: Path) -> Iterator[Case]:
    """The rows of a file of labels."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            said = row["limits_rights"], RISK in row["categories"]
            yield Case(row["before"], row["after"], *said, weight=row.get("weight", OF_REAL))


def train(cases: Sequence[Case]) -> NetworkFile:
    """The weights file's contents."""
    rows = [word_features(_difference(case.before, case.after)) for case in cases]
    met = Counter(name for row in rows for name in row)
    known = sorted(name for name, count in met.items() if count >= CASES_PER_FEATURE)
    values = matrix(rows, {name: at for at, name in enumerate(known)})
    bias = []
    learnt: dict[str, list[int]] = {}
    for at, (question, cost) in enumerate(COSTS.items()):
        answers = [case.limits if question == LIMITS else case.risk for case in cases]
        told = [at for at, answer in enumerate(answers) if answer is not None]
        model = LogisticRegression(C=cost, solver="liblinear", intercept_scaling=BIAS)
        weights = [cases[at].weight for at in told]
        model.fit(values[told], [answers[at] for at in told], sample_weight=weights)
        bias.append(round(float(model.intercept_[0]) * VALUE))
        for name, weight in zip(known, model.coef_[0].tolist(), strict=True):
            if abs(weight) >= SMALLEST:
                learnt.setdefault(name, [0] * len(COSTS))[at] = round(weight * WEIGHT)
    features = dict(sorted(learnt.items()))
    return {
        "questions": list(COSTS),
        "bias": bias,
        "layers": [],
        "features": features,
        "hidden": [],
    }


def _difference(before: str, after: str) -> Difference:
    return compared(Unit("", before, after))[0]


def main() -> None:
    """Train, and write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("limits", type=Path)
    parser.add_argument("marked", type=Path)
    parser.add_argument("cases", type=Path)
    parser.add_argument("labels", type=Path, nargs="*")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    real = [case for path in options.labels for case in labelled(path)]
    own = (*both_ways(options.limits), *marked(options.marked), *others(options.cases))
    options.output.write_text(weights_file(train([*own, *real])), encoding="utf-8")


if __name__ == "__main__":
    main()
