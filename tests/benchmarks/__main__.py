"""All benchmarks, one after the other, on texts that need no download: ``make bench``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BENCHMARKS = ("comparison", "hostile", "any_two", "site", "significance")


def main() -> None:
    """Run each in a process of its own: one's garbage is not another's time."""
    for name in BENCHMARKS:
        print(f"\n{name}\n", flush=True)
        subprocess.run([sys.executable, Path(__file__).with_name(f"{name}.py")], check=True)


if __name__ == "__main__":
    main()
