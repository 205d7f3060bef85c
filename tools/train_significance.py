"""Train the weights of the significance model from labelled changes.

Usage: train_significance.py CASES [LABELS.jsonl ...] [--folds N] [--output WEIGHTS.json]

CASES is the folder of the project's own cases (tests/significance/training/changes). LABELS.jsonl
has lines with id, service, revision, before, after, kind, categories, sure, and may have weight,
how much a line counts (1 by default). With --folds, services are held out in turn and the answers
for them printed as lines that `gazette evaluate` and scorers read; without it, the weights are
trained on everything and written.

Two models are trained apart, and their scores are added: a linear one (L2-regularised logistic
regression) and a small neural network (`train_network`). The linear one flags the fewer editorial
changes, the network misses the fewer significant ones, and both together err least.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import yaml
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from gazette.significance.features import features
from gazette.significance.judge import SUBSTANTIVE
from gazette.significance.network import VALUE, WEIGHT, network_of, packed
from gazette.significance.revision import settled
from gazette.significance.simplified import has_han
from gazette.significance.taxonomy import default_taxonomy
from gazette.significance.units import Unit, assess_units, compared
from gazette.significance.vocabulary import ALIKE, CHANGED
from train_network import train_network

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from gazette.model import UnitAssessment
    from gazette.significance.network import NetworkFile

    Matrix = NDArray[np.float32]

FIELDS = ("processing", "control", "sharing", "rights", "contact")
QUESTIONS = (*FIELDS, SUBSTANTIVE)
COST_OF_FACTS, COST_OF_WORDS = 1.0, 30.0
BIAS = 5.0
"""The bias is the weight of a constant feature; a large constant leaves it nearly free."""
OF_CHINESE = 6.0
"""How much a case in Chinese counts, of which there are no labelled changes."""
DOUBTFUL = 0.5
SERVICES, SERVICES_OF_WORD, SERVICES_OF_PAIR = 4, 7, 15
"""How many services must have a feature, so that no name of one is learnt."""


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
                    weight=OF_CHINESE if has_han(before + after) else 1.0,
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
    apart = settled([passage.difference for passage in passages])
    return [
        features(difference, passage.shape)
        for (difference, _), passage in zip(apart, passages, strict=True)
    ]


def train(rows: Sequence[Row]) -> NetworkFile:
    """The weights file's contents: the mean of what the linear model and the network hold."""
    known = _known(rows)
    values = matrix([row.features for row in rows], known)
    answers = np.array([[_answered(row, question) for question in QUESTIONS] for row in rows])
    weights = np.array([row.weight for row in rows], dtype=np.float32)
    linear, bias = _linear(values, answers, weights, known)
    (first, first_bias), *layers = train_network(values, answers.astype(np.float32), weights)
    layers[-1] = (layers[-1][0] / 2, layers[-1][1] / 2)
    return {
        "questions": list(QUESTIONS),
        "bias": _whole(np.concatenate([bias / 2, first_bias]), VALUE),
        "layers": [[*_whole(layer, WEIGHT), _whole(own, VALUE)] for layer, own in layers],
        "features": dict(zip(known, _whole(linear / 2, WEIGHT), strict=True)),
        "hidden": packed(np.rint(first * WEIGHT).astype(int)),
    }


def _linear(
    values: csr_matrix, answers: Matrix, weights: Matrix, known: Mapping[str, int]
) -> tuple[Matrix, Matrix]:
    """The weights and biases of a linear model: the mean of two, on facts and on words.

    Each errs where the other does not. Of both, errors on words cost more: their values are small.
    """
    coefficients = np.zeros((len(known), len(QUESTIONS)))
    biases = np.zeros(len(QUESTIONS))
    for is_word, cost in ((False, COST_OF_FACTS), (True, COST_OF_WORDS)):
        columns = [at for name, at in known.items() if name.startswith((CHANGED, ALIKE)) is is_word]
        for at, answer in enumerate(answers.T):
            model = LogisticRegression(C=cost, solver="liblinear", intercept_scaling=BIAS)
            model.fit(values[:, columns], answer, sample_weight=weights)
            coefficients[columns, at] = model.coef_[0] / 2
            biases[at] += model.intercept_[0] / 2
    return coefficients, biases


def _known(rows: Sequence[Row]) -> dict[str, int]:
    """The features that enough services have, with their places."""
    services: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in row.features:
            services[name].add(row.service)
    known = sorted(name for name, met in services.items() if len(met) >= _services(name))
    return {name: at for at, name in enumerate(known)}


def _services(name: str) -> int:
    if name.startswith(CHANGED):
        return SERVICES_OF_PAIR if " " in name else SERVICES_OF_WORD
    return SERVICES


def _answered(row: Row, question: str) -> bool:
    return row.substantive if question == SUBSTANTIVE else question in row.fields


def matrix(rows: Sequence[Mapping[str, float]], known: Mapping[str, int]) -> csr_matrix:
    """A row of values for each case, a column for each feature."""
    found = [[(known[n], v) for n, v in row.items() if n in known] for row in rows]
    ends = np.cumsum([0, *map(len, found)])
    columns = [at for row in found for at, _ in row]
    values = np.array([value for row in found for _, value in row], dtype=np.float32)
    return csr_matrix((values, columns, ends), shape=(len(rows), len(known)))


def _whole(numbers: Matrix, unit: int) -> list[Any]:
    """Numbers as whole ones of a unit; as deep a list as there are dimensions."""
    return cast("list[Any]", np.rint(numbers * unit).astype(int).tolist())


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
            file = train([*own, *(row for row in rows if fold[row.service] != held)])
            network = network_of(file)
            units = [row.unit for row in rows if fold[row.service] == held]
            for unit, answer in zip(
                units, assess_units(units, default_taxonomy(), network), strict=True
            ):
                sys.stdout.write(_answer(unit, answer) + "\n")
        return
    options.output.write_text(weights_file(train([*own, *rows])), encoding="utf-8")


def weights_file(weights: Mapping[str, Any]) -> str:
    """The text of a weights file: a line for each row."""
    text = json.dumps(weights, ensure_ascii=False, separators=(",", ":"))
    return text.replace("],", "],\n").replace('",', '",\n') + "\n"


if __name__ == "__main__":
    main()
