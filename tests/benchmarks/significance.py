"""How many changed paragraphs a second are assessed, and how long is the start?

``python tests/benchmarks/significance.py [UNITS.jsonl]``: UNITS are JSON lines with ``id``,
``before`` and ``after``; without them, the cases that are held back from training.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import yaml

START = time.perf_counter()

from gazette.significance import Unit, assess_unit, assess_units, default_taxonomy  # noqa: E402

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
    begun = time.perf_counter()
    assess_units(changed, taxonomy)
    print(f"{len(changed) / (time.perf_counter() - begun):.0f} units a second, of {len(changed)}")


if __name__ == "__main__":
    main()
