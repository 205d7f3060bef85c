"""What does it cost to let readers compare any two versions: size and time, by length of history?

``python tests/benchmarks/any_two.py [VERSIONS ...]``: histories of the sample policy in which each
version rewords, adds, moves or takes out a few clauses. Prints, for each length, the comparisons,
the seconds in all and the milliseconds each, and the bytes that are stored, raw and gzipped.
"""

from __future__ import annotations

import gzip
import random
import sys
import time
from pathlib import Path

from gazette.document import parse
from gazette.frontmatter import parted
from gazette.render.any_two import scripts_json, store_json, stored

SEED = Path(__file__).parents[2] / "policy_versions/privacy/1.0.md"
LENGTHS = (10, 100)


def history(length: int) -> list[str]:
    """Texts of one policy, each a small revision of the one before."""
    chance = random.Random(length)
    blocks = parted(SEED.read_text(encoding="utf-8")).text.strip().split("\n\n")
    texts = []
    for version in range(length):
        texts.append("\n\n".join(blocks) + "\n")
        blocks = list(blocks)
        for _ in range(3):
            at = chance.randrange(12, len(blocks))
            words = blocks[at].split(" ")
            match chance.randrange(8):
                case 0:
                    blocks.insert(at, f"From version {version} on, we say this too. {words[-1]}")
                case 1:
                    blocks.insert(chance.randrange(12, len(blocks)), blocks.pop(at))
                case 2 if len(blocks) > 100:
                    del blocks[at]
                case _:
                    words[chance.randrange(len(words))] = f"reworded{version}"
                    blocks[at] = " ".join(words)
    return texts


def main(lengths: list[int]) -> None:
    """Measure and print."""
    print(f"{'versions':>8} {'pairs':>8} {'seconds':>8} {'ms each':>8} {'raw':>11} {'gzip':>10}")
    for length in lengths:
        texts = history(length)
        numbers = [f"{at}.0" for at in range(length)]
        start = time.perf_counter()
        store = stored([parse(text) for text in texts])
        files = [store_json(store, [{"number": number} for number in numbers])]
        files += [scripts_json(store, at, numbers) for at in range(length)]
        seconds = time.perf_counter() - start
        pairs = len(store.scripts)
        raw = sum(len(file.encode()) for file in files)
        packed = sum(len(gzip.compress(file.encode(), 9)) for file in files)
        each = 1000 * seconds / pairs
        print(f"{length:8} {pairs:8} {seconds:8.1f} {each:8.2f} {raw:11,} {packed:10,}")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(LENGTHS))
