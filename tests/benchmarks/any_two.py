"""What does it cost to let readers compare any two versions: size and time, by length of history?

``python tests/benchmarks/any_two.py [VERSIONS ...]``: histories of the sample policy in which each
version rewords, adds, moves or takes out a few clauses. Prints, for each length, the comparisons,
the processor's seconds in all, the milliseconds each, the seconds that the last version took, the
files and their bytes, raw and gzipped, what of them a reader loads who asks what changed since the
version in the middle, and what the redlines would take, gzipped, if each was stored by itself (as
estimated from fifty of them).
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import time
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from gazette.comparison import compare
from gazette.document import parse
from gazette.frontmatter import parted
from gazette.render.any_two import additions
from gazette.render.any_two_files import store_files
from gazette.render.any_two_memory import Forgetful
from gazette.render.redline_html import redline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazette.model import Document

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


def packed(text: str) -> int:
    """The bytes of a text, gzipped."""
    return len(gzip.compress(text.encode(), 9))


def loaded(files: Mapping[str, str], old: int, new: int) -> int:
    """The bytes, gzipped, of the files that the page needs for one comparison."""
    comparison = json.loads(files[f"{new}.0.json"])
    script: dict[int, list[int]] = {}
    for step in comparison["steps"][: new - old]:
        script |= {at: changes for at, *changes in step}
    wanted = {"clauses": set(comparison["clauses"]), "changes": set(chain(*script.values()))}
    names = ["store.json", f"{new}.0.json"]
    for kind, places in wanted.items():
        first = 0
        for at, count in enumerate(json.loads(files["store.json"])[kind]):
            if not places.isdisjoint(range(first, first + count)):
                names.append(f"{kind}-{at}.json")
            first += count
    return sum(packed(files[name]) for name in names)


def stored_singly(documents: Sequence[Document]) -> float:
    """The bytes of every redline by itself, gzipped, from a sample."""
    chance = random.Random(1)
    pairs = len(documents) * (len(documents) - 1) // 2
    sizes = []
    for _ in range(min(50, pairs)):
        old, new = sorted(chance.sample(range(len(documents)), 2))
        sizes.append(packed(redline(compare(documents[old], documents[new]))))
    return pairs * sum(sizes) / len(sizes)


def main(lengths: list[int]) -> None:
    """Measure and print."""
    print(
        f"{'versions':>8} {'pairs':>8} {'seconds':>8} {'ms each':>8} {'one more':>8} {'files':>6} "
        f"{'raw':>12} {'gzip':>11} {'loaded':>9} {'singly':>14}"
    )
    for length in lengths:
        documents = [parse(text) for text in history(length)]
        start = time.process_time()
        every = []
        before = start
        for addition in additions(documents, Forgetful()):
            last, before = before, time.process_time()
            every.append(addition)
        files = dict(store_files([f"{at}.0" for at in range(length)], every))
        now = time.process_time()
        pairs = length * (length - 1) // 2
        raw = sum(len(text.encode()) for text in files.values())
        print(
            f"{length:8} {pairs:8} {now - start:8.1f} {1000 * (now - start) / pairs:8.2f} "
            f"{before - last:8.2f} {len(files):6} {raw:12,} {sum(map(packed, files.values())):11,} "
            f"{loaded(files, length // 2, length - 1):9,} "
            f"{stored_singly(documents):14,.0f}"
        )


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(LENGTHS))
