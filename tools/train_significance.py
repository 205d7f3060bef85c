"""Train the weights of the significance model from labelled changes.

Usage: train_significance.py CASES [LABELS.jsonl ...] [--folds N] [--output WEIGHTS.json]

CASES is the folder of the project's own cases (tests/significance/training/changes). LABELS.jsonl
has lines with id, service, revision, before, after, kind, categories, sure, and may have weight,
how much a line counts (1 by default). With --folds, services are held out in turn and the answers
for them printed as lines that `gazette evaluate` and scorers read; without it, the weights are
trained on everything and written.

Two models are trained apart, on the facts of the lexicon and on the words themselves, and their
mean is taken: each errs where the other does not. Both are L2-regularised logistic regression,
solved in the dual by coordinate descent:
H.-F. Yu, F.-L. Huang, C.-J. Lin, "Dual coordinate descent methods for logistic regression and
maximum entropy models", Machine Learning 85 (2011).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256
from math import log
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import yaml

from gazette.significance.features import features
from gazette.significance.judge import SUBSTANTIVE, Weights
from gazette.significance.revision import settled
from gazette.significance.taxonomy import default_taxonomy
from gazette.significance.units import Unit, assess_units, compared
from gazette.significance.vocabulary import ALIKE, CHANGED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gazette.model import UnitAssessment

FIELDS = ("processing", "control", "sharing", "rights", "contact")
EPOCHS = 300
BIAS = 5.0
"""The bias is the weight of a constant feature; a large constant leaves it nearly free."""
DOUBTFUL = 0.5
SMALLEST = 0.02


@dataclass(frozen=True)
class Model:
    """One of the two models whose mean is taken."""

    cost: float
    """How much an error costs, against large weights."""
    services: int
    """How many services must have a feature, so that no name of one is learnt."""


FACTS = Model(cost=1.0, services=2)
"""Facts of the lexicon, and the shape of the change."""
WORDS = Model(cost=30.0, services=3)
"""The changed words themselves and their classes, whose values are small."""


@dataclass(frozen=True)
class Row:
    """One labelled change."""

    unit: Unit
    service: str
    substantive: bool
    fields: frozenset[str]
    weight: float
    sure: bool
    features: Mapping[str, float]


def own_cases(folder: Path) -> Iterator[Row]:
    """The project's own cases, each used in both directions."""
    files = [yaml.safe_load(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.yml"))]
    number = 0
    for key, group in (entry for groups in files for entry in groups.items()):
        fields = frozenset(key.split("+")) & frozenset(FIELDS)
        pairs = [("", text) for text in group.get("whole", [])] + group.get("changed", [])
        for before, after in pairs:
            number += 1
            for way, (old, new) in enumerate(((before, after), (after, before))):
                unit = Unit(f"own#{number}.{way}", old, new, f"own{number}.{way}")
                yield Row(
                    unit,
                    f"own{number % 40}",
                    substantive=key != "editorial",
                    fields=fields,
                    weight=1.0,
                    sure=True,
                    features=_features([unit])[0],
                )


def labelled(path: Path) -> Iterator[Row]:
    """The rows of a file of labels, those of one revision compared with each other in view."""
    revisions: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            revisions[row["revision"]].append(row)
    for data in revisions.values():
        units = [Unit(row["id"], row["before"], row["after"], row["revision"]) for row in data]
        for row, unit, found in zip(data, units, _features(units), strict=True):
            sure = row.get("sure", True)
            yield Row(
                unit,
                row["service"],
                substantive=row["kind"] != "editorial",
                fields=frozenset(row["categories"]) & frozenset(FIELDS),
                weight=row.get("weight", 1.0) * (1.0 if sure else DOUBTFUL),
                sure=sure,
                features=found,
            )


def _features(units: Sequence[Unit]) -> list[dict[str, float]]:
    """The features of the units of one revision."""
    passages = [compared(unit) for unit in units]
    apart = settled([difference for difference, _ in passages])
    return [
        features(difference, shape)
        for (difference, _), (_, shape) in zip(apart, passages, strict=True)
    ]


def train(rows: Sequence[Row]) -> Weights:
    """The weights file's contents: the mean of what each of the two models holds."""
    bias: dict[str, float] = dict.fromkeys(sorted((*FIELDS, SUBSTANTIVE)), 0.0)
    weights: dict[str, list[float]] = {}
    for model in (FACTS, WORDS):
        known = _known(rows, model)
        data = sparse([row.features for row in rows], known)
        costs = [model.cost * row.weight for row in rows]
        for at, question in enumerate(bias):
            signs = [1.0 if _answered(row, question) else -1.0 for row in rows]
            solved = solve(data, signs, costs, len(known) + 1)
            bias[question] += solved[-1] * BIAS / 2
            for name, weight in zip(known, solved, strict=False):
                if abs(weight / 2) >= SMALLEST:
                    row = weights.setdefault(name, [0.0] * len(bias))
                    row[at] = round(weight / 2, 3)
    rounded = {question: round(own, 3) for question, own in bias.items()}
    return {"bias": rounded, "weights": dict(sorted(weights.items()))}


def _known(rows: Sequence[Row], model: Model) -> list[str]:
    """The features of a model that enough services have."""
    services: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in row.features:
            if name.startswith((CHANGED, ALIKE)) is (model is WORDS):
                services[name].add(row.service)
    return sorted(name for name, met in services.items() if len(met) >= model.services)


def sparse(
    rows: Sequence[Mapping[str, float]], known: Sequence[str]
) -> list[list[tuple[int, float]]]:
    """The values of each row by the index of their feature, the constant of the bias last."""
    index = {name: at for at, name in enumerate(known)}
    return [
        [(index[name], value) for name, value in row.items() if name in index]
        + [(len(known), BIAS)]
        for row in rows
    ]


def _answered(row: Row, question: str) -> bool:
    return row.substantive if question == SUBSTANTIVE else question in row.fields


def solve(
    data: Sequence[Sequence[tuple[int, float]]],
    signs: Sequence[float],
    costs: Sequence[float],
    size: int,
) -> list[float]:
    """The weights that minimise half their squared norm plus the weighted logistic losses."""
    weights = [0.0] * size
    alphas = [min(1e-3 * cost, 1e-8) for cost in costs]
    norms = [sum(value * value for _, value in row) for row in data]
    for row, sign, alpha in zip(data, signs, alphas, strict=True):
        for at, value in row:
            weights[at] += sign * alpha * value
    order = list(range(len(data)))
    shuffled = Random(0)  # noqa: S311 - the order of passes, the same on every machine
    for _ in range(EPOCHS):
        furthest = 0.0
        shuffled.shuffle(order)
        for number in order:
            row = data[number]
            margin = signs[number] * sum(weights[at] * value for at, value in row)
            alpha = alphas[number]
            moved = _best(alpha, margin, norms[number], costs[number])
            step = (moved - alpha) * signs[number]
            furthest = max(furthest, abs(step))
            alphas[number] = moved
            for at, value in row:
                weights[at] += step * value
        if furthest < 1e-3:  # noqa: PLR2004 - below the rounding of the weights
            break
    return weights


def _best(alpha: float, margin: float, norm: float, cost: float) -> float:
    """The dual variable that is best with the others held, by Newton's method kept in (0, cost)."""
    low, high = 1e-9 * cost, cost * (1 - 1e-9)
    at = min(max(alpha, low), high)
    for _ in range(20):
        slope = norm * (at - alpha) + margin + log(at / (cost - at))
        if abs(slope) < 1e-6:  # noqa: PLR2004 - as exact as the sum can be
            break
        bend = norm + cost / (at * (cost - at))
        moved = at - slope / bend
        at = moved if low < moved < high else (at + (low if moved <= low else high)) / 2
    return at


def folds(rows: Sequence[Row], count: int) -> dict[str, int]:
    """The fold of each service: about as many rows in each, the same on every machine."""
    sizes: dict[str, int] = defaultdict(int)
    for row in rows:
        sizes[row.service] += 1
    filled = [0] * count
    fold = {}
    for service in sorted(sizes, key=lambda s: (-sizes[s], sha256(s.encode()).hexdigest())):
        fold[service] = filled.index(min(filled))
        filled[fold[service]] += sizes[service]
    return fold


def _answer(unit: Unit, answer: UnitAssessment) -> str:
    return json.dumps(
        {
            "id": unit.id,
            "kind": answer.kind,
            "categories": answer.categories,
            "limits_rights": answer.limits_rights,
        }
    )


def main() -> None:
    """Train, or cross-validate."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("cases", type=Path)
    parser.add_argument("labels", type=Path, nargs="*")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    own = list(own_cases(options.cases))
    rows = [row for path in options.labels for row in labelled(path)]
    if options.folds:
        fold = folds(rows, options.folds)
        for held in range(options.folds):
            model = train([*own, *(row for row in rows if fold[row.service] != held)])
            units = [row.unit for row in rows if fold[row.service] == held]
            for unit, answer in zip(
                units, assess_units(units, default_taxonomy(), model), strict=True
            ):
                sys.stdout.write(_answer(unit, answer) + "\n")
        return
    options.output.write_text(weights_file(train([*own, *rows])), encoding="utf-8")


def weights_file(model: Weights) -> str:
    """A weights file: a line for each feature."""
    return json.dumps(model, ensure_ascii=False).replace("], ", "],\n") + "\n"


if __name__ == "__main__":
    main()
