"""How many changed paragraphs a second are assessed, and how long is the start?

``python tests/benchmarks/significance.py [UNITS.jsonl]``: UNITS are JSON lines with ``id``,
``before`` and ``after``; without them, the cases that are held back from training. Other runs
follow the first, which meets every word for the first time: the best says what the code can do,
the median what a machine with other work on it lets it do.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from gazette.model import Taxonomy

START = time.perf_counter()

from gazette.markup import visible  # noqa: E402
from gazette.significance import Unit, assess_unit, assess_units, default_taxonomy  # noqa: E402

RUNS = 9
HELD_BACK = Path(__file__).parents[1] / "significance/heldback.yml"


def units() -> list[Unit]:
    """The changed paragraphs to assess."""
    if sys.argv[1:]:
        lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        return [Unit(r["id"], r["before"], r["after"], r.get("revision", "")) for r in rows]
    cases = yaml.safe_load(HELD_BACK.read_text(encoding="utf-8"))
    pairs = [pair for group in cases.values() for pair in group]
    return [Unit(str(at), before, after) for at, (before, after) in enumerate(pairs)]


def main() -> None:
    """Measure, and print."""
    taxonomy = default_taxonomy()
    assess_unit("We collect your name.", "We collect your name and age.", taxonomy)
    print(f"start: {time.perf_counter() - START:.2f} s")
    changed = units()
    rates = [_units_a_second(changed, taxonomy) for _ in range(RUNS)]
    print(f"units a second, of {len(changed)}: {rates[0]:.0f} in the first run")
    print(f"in {RUNS} runs: median {median(rates):.0f}, best {max(rates):.0f}")


def _units_a_second(changed: list[Unit], taxonomy: Taxonomy) -> float:
    visible.cache_clear()
    begun = time.perf_counter()
    assess_units(changed, taxonomy)
    return len(changed) / (time.perf_counter() - begun)


if __name__ == "__main__":
    main()
