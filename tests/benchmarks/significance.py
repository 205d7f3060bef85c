"""How many changed paragraphs a second are assessed, and how long is the start?

Usage: significance.py UNITS.jsonl
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

START = time.perf_counter()

from gazette.significance import Unit, assess_unit, assess_units, default_taxonomy  # noqa: E402


def main() -> None:
    taxonomy = default_taxonomy()
    assess_unit("We collect your name.", "We collect your name and age.", taxonomy)
    print(f"start: {time.perf_counter() - START:.2f} s")
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    units = [Unit(r["id"], r["before"], r["after"], r.get("revision", "")) for r in rows]
    begun = time.perf_counter()
    assess_units(units, taxonomy)
    print(f"{len(units) / (time.perf_counter() - begun):.0f} units a second")


if __name__ == "__main__":
    main()
