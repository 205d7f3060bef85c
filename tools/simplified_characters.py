"""Write which characters of the traditional script are the same as which of the simplified one.

Usage: simplified_characters.py --output SIMPLIFIED.txt

Every character that Taiwan's Big5 holds as common, as OpenCC (Apache-2.0) simplifies it alone. It
is not needed at run time, nor installed with the project: `pip install opencc`, apart from it.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from importlib import import_module
from itertools import chain
from pathlib import Path

HEAD = """\
# A character of the simplified script, then those of the traditional one that are simplified to it.
# Made by tools/simplified_characters.py from the tables of OpenCC (Apache-2.0).
"""
_COMMON = range(0xA440, 0xC67F)
"""Where Big5 has its common characters."""


def common() -> list[str]:
    """The common characters of Big5."""
    codes = (code.to_bytes(2, "big") for code in _COMMON)
    return list(chain.from_iterable(code.decode("big5", errors="ignore") for code in codes))


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    converter = import_module("opencc").OpenCC("t2s")
    traditional: defaultdict[str, list[str]] = defaultdict(list)
    for character in common():
        simplified = converter.convert(character)
        if simplified != character:
            traditional[simplified].append(character)
    lines = [f"{one}{''.join(others)}\n" for one, others in sorted(traditional.items())]
    options.output.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
