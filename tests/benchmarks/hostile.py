"""How long do texts made to be slow to compare take, and how much memory?

``python tests/benchmarks/hostile.py``: each in a process of its own. Printed are the processor's
time, so that a busy machine changes little, and the most memory that the whole process had.
"""

from __future__ import annotations

import multiprocessing
import resource
import time

from texts import CASES

from gazette.comparison import compare
from gazette.document import parse


def alone(name: str) -> tuple[int, float, float, bool]:
    """Characters, milliseconds, megabytes, and whether a bound was met."""
    old, new = CASES[name]()
    start = time.process_time()
    comparison = compare(parse(old), parse(new))
    taken = (time.process_time() - start) * 1000
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return len(old) + len(new), taken, memory, comparison.coarse


def main() -> None:
    """Measure each, and print."""
    print(f"{'hostile texts':38}{'characters':>11}{'ms':>7}{'MB':>6}  coarse")
    for name in CASES:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            size, taken, memory, coarse = pool.apply(alone, (name,))
        print(f"{name:38}{size:11}{taken:7.0f}{memory:6.0f}  {'yes' if coarse else ''}")


if __name__ == "__main__":
    main()
