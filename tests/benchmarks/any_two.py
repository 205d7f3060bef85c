"""What does it cost to let readers compare any two versions: size and time, by length of history?

``python tests/benchmarks/any_two.py [VERSIONS ...]``: histories of the sample policy in which each
version rewords, adds, moves or takes out a few clauses. Prints, for each length, the comparisons,
the processor's seconds in all, the milliseconds each, the seconds that the last version took, the
files' bytes, raw and gzipped, what of them a reader loads who asks what changed since the version
in the middle, and what the redlines would take, gzipped, if each was stored by itself (as
estimated from fifty of them).

Of a history of more than 300 versions only nine are compared with all before them, and what lies
between is taken to grow evenly from one of these to the next: the line says "sampled". A sampled
version renders anew what only versions before the last two had, so that the seconds are rather too
many: of 60 versions the estimate was 1.1 to 1.2 times the seconds of the whole, 0.9 times its
bytes and 1.2 times those gzipped.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import time
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from gazette.comparison import compare
from gazette.document import parse
from gazette.frontmatter import parted
from gazette.render.any_two import Addition, additions
from gazette.render.any_two_files import change_rows, clause_rows, comparisons, store_files
from gazette.render.any_two_memory import Forgetful
from gazette.render.redline_html import redline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gazette.model import Document

SEED = Path(__file__).parents[2] / "policy_versions/privacy/1.0.md"
LENGTHS = (10, 100, 1000)
WHOLE = 300
"""Versions up to which every two are compared."""
SHARES = (0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 1.0)
"""Of a longer history, where the versions stand that are compared."""
NOTHING = Addition((), (), (), (), ())


class Leaving:
    """A memory that knows of nothing in a history but its last two versions, as if the versions
    before them had added nothing."""

    def __init__(self, versions: int) -> None:
        self._left = versions - 2

    def recall(self, _key: str) -> Addition | None:
        """Nothing added, until the last two versions are asked for."""
        self._left -= 1
        return NOTHING if self._left >= 0 else None

    def keep(self, _key: str, _addition: Addition) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a history, or one version of it, costs."""

    seconds: float
    last: float
    """Seconds that the last version took."""
    raw: float
    packed: float


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


def timed(every: Iterator[Addition]) -> Iterator[tuple[float, Addition]]:
    """Each addition with the processor's seconds that it took."""
    start = time.process_time()
    for addition in every:
        yield time.process_time() - start, addition
        start = time.process_time()


def whole(documents: Sequence[Document]) -> tuple[Cost, int]:
    """The cost of a history, and the bytes that a reader loads."""
    taken, every = zip(*timed(additions(documents, Forgetful())), strict=True)
    start = time.process_time()
    files = dict(store_files([f"{at}.0" for at in range(len(documents))], every))
    seconds = sum(taken) + time.process_time() - start
    raw = sum(len(text.encode()) for text in files.values())
    cost = Cost(seconds, taken[-1], raw, sum(map(packed, files.values())))
    return cost, loaded(files, len(documents) // 2, len(documents) - 1)


def sampled(documents: Sequence[Document]) -> Cost:
    """The cost of a history, as estimated from a few of its versions."""
    newest = len(documents) - 1
    places = [1, *(round(share * newest) for share in SHARES)]
    first, second, *others = [
        of_version(seconds, addition)
        for at in places
        for seconds, addition in list(timed(additions(documents[: at + 1], Leaving(at + 1))))[
            (-2 if at == 1 else -1) :
        ]
    ]
    costs = [second, *others]
    spans = list(zip(pairwise(places), pairwise(costs), strict=True))

    def in_all(name: str) -> float:
        between = sum(
            (q - p) * (getattr(one, name) + getattr(other, name)) / 2
            for (p, q), (one, other) in spans
        )
        ends = (getattr(second, name) + getattr(costs[-1], name)) / 2
        return float(getattr(first, name) + between + ends)

    return Cost(in_all("seconds"), costs[-1].last, in_all("raw"), in_all("packed"))


def of_version(seconds: float, addition: Addition) -> Cost:
    """What a version costs by itself."""
    rows = json.dumps([clause_rows(addition), change_rows(addition)], ensure_ascii=False)
    texts = rows, json.dumps(comparisons(addition), separators=(",", ":"))
    raw = sum(len(text.encode()) for text in texts)
    return Cost(seconds, seconds, raw, sum(map(packed, texts)))


def main(lengths: list[int]) -> None:
    """Measure and print."""
    print(
        f"{'versions':>8} {'pairs':>8} {'seconds':>8} {'ms each':>8} {'one more':>8} "
        f"{'raw':>13} {'gzip':>12} {'loaded':>9} {'singly':>15}"
    )
    for length in lengths:
        documents = [parse(text) for text in history(length)]
        if length > WHOLE:
            cost, some = sampled(documents), "sampled"
        else:
            cost, needed = whole(documents)
            some = f"{needed:,}"
        pairs = length * (length - 1) // 2
        print(
            f"{length:8} {pairs:8} {cost.seconds:8.1f} {1000 * cost.seconds / pairs:8.2f} "
            f"{cost.last:8.2f} {cost.raw:13,.0f} {cost.packed:12,.0f} {some:>9} "
            f"{stored_singly(documents):15,.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(LENGTHS))
