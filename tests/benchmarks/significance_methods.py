"""Which way of finding significant changes is best, and what does each cost?

``python tests/benchmarks/significance_methods.py CASES LABELS.jsonl [--methods tool rules]``: CASES
and LABELS are what ``tools/train_significance.py`` learns from. Whole services of LABELS are held
out, in the same folds for every method; all learn from CASES besides.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import time
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from packaging.requirements import Requirement

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from methods import METHODS, Answer, Method

from gazette.significance import Unit
from gazette.significance.evaluation import Evaluation, Labelled, evaluate
from train_significance import Row, folds, labelled, own_cases

if TYPE_CHECKING:
    from collections.abc import Sequence

CATEGORIES = ("processing", "control", "sharing", "rights", "contact")
START = "--start"
"""What a process is told that only reads one paragraph, to be timed."""
PROJECT = "mkdocs-gazette"
HEADING = """\
| Method | F1 by paragraph | F1 by revision | Significant revisions noticed \
| Editorial paragraphs flagged | Editorial revisions flagged | Paragraphs a second | Start, s \
| Installs, MB |
|---|---|---|---|---|---|---|---|---|"""
ROUNDS = 5
TIMED_UNITS = 100
FIRST = Unit("", "We collect your name.", "We collect your name and age.")


class Cost(NamedTuple):
    """What a method asks of its user."""

    rate: float
    """Paragraphs a second."""
    start: float
    """Seconds of a process that reads its first paragraph, and learns nothing."""
    installed: float
    """Megabytes on top of the project's own dependencies."""


def answers(method: Method, rows: Sequence[Row], own: Sequence[Row], count: int) -> list[Answer]:
    """What the method says of each row, its service held out."""
    fold = folds(rows, count)
    read = method.read([row.unit for row in (*own, *rows)])
    of_own, of_rows = read[: len(own)], read[len(own) :]
    found: dict[int, Answer] = {}
    for number in range(count):
        held = [at for at, row in enumerate(rows) if fold[row.service] == number]
        learned = [at for at, row in enumerate(rows) if fold[row.service] != number]
        method.learn(
            [*of_own, *(of_rows[at] for at in learned)], [*own, *(rows[at] for at in learned)]
        )
        found.update(zip(held, method.answer([of_rows[at] for at in held]), strict=True))
    return [found[at] for at in range(len(rows))]


def evaluated(rows: Sequence[Row], said: Sequence[Answer], *, sure: bool) -> Evaluation:
    """Answers held against labels: all of them, or those that are sure."""
    return evaluate(
        [
            Labelled(
                id=row.unit.id,
                revision=row.unit.revision,
                truth=row.fields,
                editorial=not row.substantive,
                limits_rights=False,
                sure=row.sure,
                kind=answer.kind,
                answer=answer.categories & set(CATEGORIES),
                answer_limits_rights=False,
            )
            for row, answer in zip(rows, said, strict=True)
            if row.sure or not sure
        ],
        CATEGORIES,
    )


def rates(methods: dict[str, Method], rows: Sequence[Row]) -> dict[str, float]:
    """Paragraphs a second of each, on the same ones in turn, so that a busy machine slows all."""
    units = [row.unit for row in rows[:TIMED_UNITS]]
    times: dict[str, list[float]] = {name: [] for name in methods}
    for _ in range(ROUNDS):
        for name in random.sample(list(methods), len(methods)):
            begun = time.perf_counter()
            methods[name].answer(methods[name].read(units))
            times[name].append(time.perf_counter() - begun)
    return {name: len(units) / statistics.median(taken) for name, taken in times.items()}


def start(name: str) -> float:
    """Seconds of a process of its own that reads one paragraph."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, __file__, START, name], check=True, capture_output=True)
    return time.perf_counter() - begun


def needed(names: Sequence[str]) -> dict[str, float]:
    """The distributions that some need, themselves among them, and the megabytes of each."""
    sizes: dict[str, float] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue
        if name not in sizes:
            paths = [Path(str(file.locate())) for file in found.files or ()]
            sizes[name] = sum(path.stat().st_size for path in paths if path.is_file()) / 1e6
            wanted = map(Requirement, found.requires or ())
            waiting += [w.name for w in wanted if not w.marker or w.marker.evaluate({"extra": ""})]
    return sizes


def installed(method: Method) -> float:
    """Megabytes that the method adds to what the project installs."""
    own = needed([PROJECT])
    return sum(size for name, size in needed(method.to_run).items() if name not in own)


def report(name: str, said: Sequence[Answer], rows: Sequence[Row], cost: Cost) -> None:
    """One row of the table."""
    whole, sure = (evaluated(rows, said, sure=only) for only in (False, True))
    print(
        f"| {METHODS[name].title} | {sure.units.micro.f1:.3f} | {sure.revisions.micro.f1:.3f} "
        f"| {whole.significant_revisions_noticed / max(1, whole.significant_revisions):.1%} "
        f"| {whole.editorial_units_flagged / max(1, whole.editorial_units):.1%} "
        f"| {whole.editorial_revisions_flagged / max(1, whole.editorial_revisions):.1%} "
        f"| {cost.rate:,.0f} | {cost.start:.1f} | {cost.installed:,.0f} |",
        flush=True,
    )


def missing(names: Sequence[str]) -> list[str]:
    """What is not installed, with the methods that need it."""
    needing: dict[str, list[str]] = {}
    for name in names:
        method = METHODS[name].make()
        for package in (*method.to_run, *method.to_learn):
            if not needed([package]):
                needing.setdefault(package, []).append(name)
    return [f"pip install {package} for {', '.join(by)}" for package, by in needing.items()]


def main() -> int:
    """Compare the methods asked for, and print the table."""
    if sys.argv[1:2] == [START]:
        METHODS[sys.argv[2]].make().read([FIRST])
        return 0
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("cases", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--methods", nargs="+", choices=METHODS, default=list(METHODS))
    parser.add_argument("--folds", type=int, default=8)
    options = parser.parse_args()
    names = options.methods
    if lacks := missing(names):
        print("; ".join(lacks) + "; or leave them out with --methods", file=sys.stderr)
        return 2
    own, rows = list(own_cases(options.cases)), list(labelled(options.labels))
    methods = {name: METHODS[name].make() for name in names}
    said = {}
    for name, method in methods.items():
        said[name] = answers(method, rows, own, options.folds)
        print(f"{name}: every service held out once", file=sys.stderr)
    rate = rates(methods, rows)
    begun = {name: statistics.median(start(name) for _ in range(3)) for name in names}
    print(HEADING)
    for name, method in methods.items():
        cost = Cost(rate[name], begun[name], installed(method))
        report(name, said[name], rows, cost)
    return 0


if __name__ == "__main__":
    sys.exit(main())
