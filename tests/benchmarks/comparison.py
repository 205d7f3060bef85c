"""How fast is the comparison, beside what else there is?

``python tests/benchmarks/comparison.py [PAIRS]``: PAIRS are JSON lines with ``id``, ``old`` and
``new`` (gzipped or not), or a folder of versions; without them, pairs are generated. All engines
run on the same pair, one after the other in random order, so that a busy machine slows all of
them: read the ratios. The engines are the dependency group ``bench``.
"""

from __future__ import annotations

import difflib
import hashlib
import math
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import fast_diff_match_patch
import htmldiff2
import lxml.html.diff
import markdown
from rapidfuzz.distance import Indel
from redlines import Redlines
from texts import Pair, generated, read_pairs, revision

from gazette.comparison import compare
from gazette.comparison.tokens import tokens
from gazette.document import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Engine = Callable[[str, str], object]

ROUNDS = 5
SLOW = 500
"""Milliseconds from which one run is enough."""
SECONDS = 5
"""After which an engine is given up on a pair."""
WORD = re.compile(r"\w+|[^\w\s]")
MARKDOWN = re.compile(r"\]\([^)\s]*\)|\w+(?:['’.\-]\w+)*|[*_#>`|~]+|\\.|[ \t]+|\n\s*|[^\w\s]")
"""Links' targets, words, markup and white space: what a comparison of Markdown by words needs."""
OURS = "gazette: parse, align, compare"
FLOOR = "floor: tokenise and hash both texts"


FORGETTING = {
    value.cache_clear
    for name, module in sys.modules.items()
    if name.startswith("gazette.")
    for value in vars(module).values()
    if hasattr(value, "cache_clear")
}
"""What empties each memory that the comparison keeps of earlier texts."""


def forget() -> None:
    """Let nothing that an earlier run worked out make the next one faster."""
    for clear in FORGETTING:
        clear()


def ours(old: str, new: str) -> object:
    return compare(parse(old), parse(new))


def parsed(old: str, new: str) -> object:
    return parse(old), parse(new)


def hashed(old: str, new: str) -> object:
    return [(hashlib.blake2b(text.encode()), MARKDOWN.findall(text)) for text in (old, new)]


def hashed_by_plain_words(old: str, new: str) -> object:
    return [(hashlib.blake2b(text.encode()), WORD.findall(text)) for text in (old, new)]


def hashed_by_our_tokens(old: str, new: str) -> object:
    return [(hashlib.blake2b(text.encode()), tokens(text)) for text in (old, new)]


def read(old: str, new: str) -> object:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("old", "new")]
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, "utf-8")
        start = time.perf_counter()
        for path in paths:
            data = path.read_bytes()
            hashlib.blake2b(data)
            data.decode().split()
        return time.perf_counter() - start


def words_by_difflib(old: str, new: str) -> object:
    return difflib.SequenceMatcher(None, WORD.findall(old), WORD.findall(new)).get_opcodes()


def words_by_rapidfuzz(old: str, new: str) -> object:
    return Indel.opcodes(WORD.findall(old), WORD.findall(new))


def words_by_match_patch(old: str, new: str) -> object:
    """Words as characters, as that library's documentation advises for line diffs."""
    ids: dict[str, str] = {}
    sides = [
        "".join(ids.setdefault(word, chr(0x4E00 + len(ids))) for word in WORD.findall(text))
        for text in (old, new)
    ]
    return fast_diff_match_patch.diff(*sides, timelimit=SECONDS, checklines=False)


def by_redlines(old: str, new: str) -> object:
    return Redlines(old, new).opcodes


def by_git(old: str, new: str) -> object:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("old", "new")]
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, "utf-8")
        command = ["git", "diff", "--no-index", "--histogram", "--word-diff", *map(str, paths)]
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False)
        return time.perf_counter() - start


def on_html(engine: Engine) -> Engine:
    """An engine that compares HTML; rendering the Markdown is not counted."""

    def timed(old: str, new: str) -> object:
        pages = [markdown.markdown(text, extensions=["tables"]) for text in (old, new)]
        start = time.perf_counter()
        engine(*pages)
        return time.perf_counter() - start

    return timed


ENGINES: dict[str, Engine] = {
    OURS: ours,
    "gazette: parse alone": parsed,
    FLOOR: hashed,
    "floor: the same by plain words": hashed_by_plain_words,
    "floor: the same by our own tokens": hashed_by_our_tokens,
    "floor: read, hash, split": read,
    "git diff --histogram --word-diff": by_git,
    "difflib, words of the whole text": words_by_difflib,
    "rapidfuzz Indel, words": words_by_rapidfuzz,
    "fast-diff-match-patch, words": words_by_match_patch,
    "redlines": by_redlines,
    "htmldiff2": on_html(htmldiff2.render_html_diff),
    "lxml.html.diff": on_html(lxml.html.diff.htmldiff),
}


class OutOfTimeError(Exception):
    """An engine took too long."""


def out_of_time(_signal: int, _frame: object) -> None:
    raise OutOfTimeError


def milliseconds(engine: Engine, pair: Pair) -> float | None:
    """The time of one run; None if it failed or was given up."""
    forget()
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    start = time.perf_counter()
    try:
        result = engine(pair.old, pair.new)
        taken = result if isinstance(result, float) else time.perf_counter() - start
    except Exception:  # noqa: BLE001 - a competitor may fail in any way, and is reported as failing
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return taken * 1000


class Timing(NamedTuple):
    """One engine on one pair."""

    size: int
    """Characters of both texts."""
    taken: float
    """Milliseconds, the fastest of the rounds: the others were kept waiting by other programs."""


def measure(pairs: Sequence[Pair]) -> dict[str, dict[str, Timing]]:
    """Each engine on each pair, by the engine's and the pair's name."""
    order = random.Random(3)
    found: dict[str, dict[str, Timing]] = {name: {} for name in ENGINES}
    for pair in pairs:
        times: dict[str, list[float]] = {name: [] for name in ENGINES}
        for _ in range(ROUNDS):
            for name in order.sample(list(times), len(times)):
                taken = milliseconds(ENGINES[name], pair)
                if taken is None:
                    del times[name]
                elif not times[name] or times[name][0] < SLOW:
                    times[name].append(taken)
        for name, taken_by_round in times.items():
            size = len(pair.old) + len(pair.new)
            found[name][pair.name] = Timing(size, min(taken_by_round))
    return found


def report(found: dict[str, dict[str, Timing]], count: int) -> None:
    """Median, 99th percentile, ratios and slope of each engine."""
    floor, own = found[FLOOR], found[OURS]
    print(
        f"{'engine':36}{'median ms':>10}{'p99':>9}{'x floor':>9}{'ours /':>8}{'total':>8}"
        f"{'slope':>7}  failed or over {SECONDS} s"
    )
    for name, timings in found.items():
        if not timings:
            print(f"{name:36}  on every pair")
            continue
        taken = sorted(timing.taken for timing in timings.values())
        common = [pair for pair in timings if pair in own]
        print(
            f"{name:36}{statistics.median(taken):10.2f}{taken[int(len(taken) * 0.99)]:9.1f}"
            f"{statistics.median(timings[p].taken / floor[p].taken for p in timings):9.2f}"
            f"{statistics.median(own[p].taken / timings[p].taken for p in common):8.2f}"
            f"{sum(own[p].taken for p in common) / sum(timings[p].taken for p in common):8.2f}"
            f"{slope(list(timings.values())):7.2f}  {count - len(timings)}"
        )
    print("'ours /': our time by the engine's, median over pairs; 'total': the same of the sums.")


def slope(timings: Sequence[Timing]) -> float:
    """By which power of the size the time grows: least squares over the logarithms."""
    if len({timing.size for timing in timings}) == 1:
        return math.nan
    sizes = [math.log(timing.size) for timing in timings]
    taken = [math.log(timing.taken) for timing in timings]
    return statistics.linear_regression(sizes, taken).slope


def report_growth() -> None:
    """Our time as a revision of one shape grows to a megabyte."""
    print("\nThe same revision, longer:")
    timings = []
    for clauses in (60, 200, 600, 2000, 6000):
        pair = revision(clauses)
        taken = min(milliseconds(ours, pair) or math.nan for _ in range(ROUNDS))
        timings.append(Timing(len(pair.old), taken))
        print(f"{len(pair.old):9} characters {taken:9.1f} ms")
    print(f"slope {slope(timings):.2f}")


def main(path: Path | None = None) -> None:
    """Measure, and print."""
    signal.signal(signal.SIGALRM, out_of_time)
    pairs = list(read_pairs(path)) if path else generated()
    report(measure(pairs), len(pairs))
    report_growth()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
