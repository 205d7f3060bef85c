"""Train the weights of the word model of limited rights from the project's own cases.

Usage: train_limits.py LIMITS.yml CASES.yml [LABELS.jsonl ...] --output WEIGHTS.json

LIMITS.yml has `limits` and `keeps` (tests/significance/limits.yml): what limits rights
does not when it is turned round, so each limit is used both ways. CASES.yml holds other changes
(tests/significance/training/changes/cases.yml): those that are not labelled with rights, and that
no rule holds to be a limit, are none. LABELS.jsonl has lines with before, after and limits_rights.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from gazette.significance.limit_words import LimitWeights, word_features
from gazette.significance.limits import ruled
from gazette.significance.units import Unit, compared
from train_significance import solve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.significance.difference import Difference

Case = tuple[str, str, bool]
COST = 3.0
BIAS = 5.0
CASES_PER_FEATURE = 3
SMALLEST = 0.1


def limits_and_not(path: Path) -> Iterator[Case]:
    """The cases of limits, those that limit in both directions."""
    cases = yaml.safe_load(path.read_text(encoding="utf-8"))
    for before, after in cases["limits"]:
        yield before, after, True
        yield after, before, False
    for before, after in cases["keeps"]:
        yield before, after, False


def others(path: Path) -> Iterator[Case]:
    """Changes of other kinds, in both directions."""
    for label, group in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        pairs = [("", text) for text in group.get("whole", [])] + group.get("changed", [])
        for before, after in pairs:
            for old, new in ((before, after), (after, before)):
                if "rights" not in label and not ruled(_difference(old, new)):
                    yield old, new, False


def labelled(path: Path) -> Iterator[Case]:
    """The rows of a file of labels."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield row["before"], row["after"], row["limits_rights"]


def train(cases: Sequence[Case]) -> LimitWeights:
    """The weights file's contents."""
    rows = [word_features(_difference(before, after)) for before, after, _ in cases]
    met = Counter(name for row in rows for name in row)
    known = sorted(name for name, count in met.items() if count >= CASES_PER_FEATURE)
    index = {name: at for at, name in enumerate(known)}
    data = [
        [(index[name], value) for name, value in row.items() if value and name in index]
        + [(len(known), BIAS)]
        for row in rows
    ]
    signs = [1.0 if limits else -1.0 for _, _, limits in cases]
    solved = solve(data, signs, [COST] * len(data), len(known) + 1)
    weights = {
        name: round(weight, 3)
        for name, weight in zip(known, solved, strict=False)
        if abs(weight) >= SMALLEST
    }
    return {"bias": round(solved[-1] * BIAS, 3), "weights": weights}


def _difference(before: str, after: str) -> Difference:
    return compared(Unit("", before, after))[0]


def main() -> None:
    """Train, and write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("limits", type=Path)
    parser.add_argument("cases", type=Path)
    parser.add_argument("labels", type=Path, nargs="*")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    real = [case for path in options.labels for case in labelled(path)]
    model = train([*limits_and_not(options.limits), *others(options.cases), *real])
    text = json.dumps(model, indent=1, ensure_ascii=False, sort_keys=True)
    options.output.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
