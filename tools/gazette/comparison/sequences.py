"""What do two sequences have in common, in order, at a bounded cost?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

Key = TypeVarTuple("Key")
Found = TypeVar("Found")

_DEAR = 50_000
"""Pairs of equal elements from which phrases are looked for first: a hundredth of a second."""
_PHRASE = 4
"""Elements of a phrase that stands once on each side and so is the same: three may be a formula."""


class Block(NamedTuple):
    """A stretch that both sequences have: ``old[i:i+size] == new[j:j+size]``."""

    i: int
    j: int
    size: int


@dataclass(slots=True)
class Budget:
    """What the word comparisons of two documents may cost, in pairs of equal words.

    difflib looks at each such pair, at some more than once; a million take about a quarter of
    a second. A real revision of a policy of 200,000 characters needs some ten thousand.
    """

    left: int = 1_000_000
    each: int = 400_000
    """Limit of a single one."""
    exceeded: bool = False
    """Whether something had to be compared more coarsely than it could be."""

    def affords(self, cost: int) -> bool:
        """Spend a cost, if it is within both limits."""
        if cost > min(self.left, self.each):
            return False
        self.left -= cost
        return True

    def spent_on(self, work: Callable[[*Key, Budget], Found], *key: *Key) -> Found:
        """What some work gives that spends of a budget; remembered where the budget is ample.

        While nothing is spent, or more is left than the limit of a single comparison, what
        was spent before decides nothing, so that the result is the same each time.
        """
        whole = Budget()
        if self.each == whole.each and self.left > 2 * self.each:
            found: Found
            found, own = _alone(work, *key)
            left = self.left - (whole.left - own.left)
            if left >= self.each or self.left == whole.left:
                self.left, self.exceeded = left, self.exceeded or own.exceeded
                return found
        return work(*key, self)


@lru_cache(maxsize=2**13)
def _alone(work: Callable[..., Found], *key: Hashable) -> tuple[Found, Budget]:
    """What some work gives, and what is left of a budget for nothing else."""
    own = Budget()
    return work(*key, own), own


def heaviest_run(pairs: Sequence[tuple[int, int]], weights: Sequence[float]) -> list[int]:
    """Indices of the pairs that rise in both members and weigh most together.

    Pairs must come sorted, and weigh more than nothing; no two that share a first member are
    both taken. Most rise by themselves: only where some cross is there anything to choose.
    """
    least_from = list(accumulate([j for _, j in reversed(pairs)], min))[::-1]
    chosen: list[int] = []
    start, most = 0, -1
    for end, (i, j) in enumerate(pairs, start=1):
        most = max(most, j)
        if end == len(pairs) or (pairs[end][0] > i and least_from[end] > most):
            crossing = (
                _heaviest_run(pairs[start:end], weights[start:end]) if end - start > 1 else [0]
            )
            chosen += [start + k for k in crossing]
            start = end
    return chosen


def _heaviest_run(pairs: Sequence[tuple[int, int]], weights: Sequence[float]) -> list[int]:
    """The same, by a Fenwick tree over the second members, in O(n log n).

    Fredman, 1975, for the unweighted case.
    """
    seconds = sorted({j for _, j in pairs})
    rank = {j: at for at, j in enumerate(seconds)}
    ranks = [rank[j] for _, j in pairs]
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(seconds) + 1)
    before = [-1] * len(pairs)
    total = [0.0] * len(pairs)
    start = 0
    while start < len(pairs):
        end = start
        while end < len(pairs) and pairs[end][0] == pairs[start][0]:
            end += 1
        for k in range(start, end):
            weight, before[k] = _best_up_to(best, ranks[k])
            total[k] = weight + weights[k]
        for k in range(start, end):
            position, here = ranks[k] + 1, (total[k], k)
            while position < len(best):
                if best[position][0] < here[0]:
                    best[position] = here
                position += position & -position
        start = end
    _, last = _best_up_to(best, len(seconds))
    chosen = []
    while last >= 0:
        chosen.append(last)
        last = before[last]
    return chosen[::-1]


def _best_up_to(best: Sequence[tuple[float, int]], position: int) -> tuple[float, int]:
    found = (0.0, -1)
    while position > 0:
        if best[position][0] > found[0]:
            found = best[position]
        position -= position & -position
    return found


def common_blocks(old: Sequence[str], new: Sequence[str], budget: Budget) -> list[Block]:
    """Stretches in common, in order.

    difflib finds the stretches that read best, but its cost grows with the pairs of equal
    elements; these are counted first. Where they are many, the sequences are cut at phrases
    that each has once (patience); over the budget, at single elements likewise, and where there
    are none, the most frequent are left out.
    """
    start, end = _trim(old, new)
    old_end, new_end = len(old) - end, len(new) - end
    blocks = [Block(0, 0, start)] if start else []
    if start < old_end and start < new_end:
        inner = _inner(old[start:old_end], new[start:new_end], budget)
        blocks += (Block(i + start, j + start, size) for i, j, size in inner)
    if end:
        blocks.append(Block(old_end, new_end, end))
    return blocks


def _trim(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many elements are the same at the start, and how many others at the end."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start] == new[start]:
        start += 1
    shorter -= start
    end = 0
    while end < shorter and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, end


def _inner(old: Sequence[str], new: Sequence[str], budget: Budget) -> list[Block]:
    in_old, in_new = Counter(old), Counter(new)
    cost = sum(count * in_new[key] for key, count in in_old.items())
    if not cost:
        return []
    anchors = _unique_phrases(old, new) if cost > _DEAR else []
    if not anchors:
        if budget.affords(cost):
            return _matched(SequenceMatcher(None, old, new, autojunk=False))
        anchors = _unique_in_order(old, new)
    if not anchors:
        return _rarer(old, new, in_old, in_new, budget)
    return _cut(old, new, anchors, budget)


def _cut(
    old: Sequence[str], new: Sequence[str], anchors: Sequence[tuple[int, int]], budget: Budget
) -> list[Block]:
    """What stands between equal elements that belong together, compared stretch by stretch."""
    blocks: list[Block] = []
    i = j = 0
    for p, q in [*anchors, (len(old), len(new))]:
        if i < p and j < q:
            inner = common_blocks(old[i:p], new[j:q], budget)
            blocks += (Block(i + x, j + y, size) for x, y, size in inner)
        if p < len(old):
            blocks.append(Block(p, q, 1))
        i, j = p + 1, q + 1
    return blocks


def _matched(matcher: SequenceMatcher[str]) -> list[Block]:
    return [Block(*block) for block in matcher.get_matching_blocks() if block.size]


def _unique_phrases(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Where phrases begin that each side has once."""
    return _unique_in_order(runs_of(old, _PHRASE), runs_of(new, _PHRASE))


def equal_shifts(
    sequence: Sequence[Hashable], start: int, end: int, before: int, after: int
) -> Iterator[int]:
    """By how far a stretch can slide so that what is left without it stays the same.

    Args:
        sequence: What has the stretch.
        start: Index of its first element.
        end: Index of the element after it.
        before: How many elements it may slide to the left; those shifts come first, negative.
        after: How many to the right.
    """
    for direction, room in ((-1, before), (1, after)):
        for shift in range(room):
            back = shift if direction > 0 else -1 - shift
            if sequence[start + back] != sequence[end + back]:
                break
            yield direction * (shift + 1)


def runs_of(sequence: Sequence[str], length: int) -> list[tuple[str, ...]]:
    """Every so many elements in a row, by where they begin."""
    return list(zip(*(sequence[at:] for at in range(length)), strict=False))


def _unique_in_order(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Positions of elements that each side has once, in the same order (Cohen's patience)."""
    pairs = unique_in_both(old, new)
    return [pairs[k] for k in heaviest_run(pairs, [1.0] * len(pairs))]


def unique_in_both(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Positions of elements that each side has once, as they stand in the old one."""
    in_old, in_new = Counter(old), Counter(new)
    places = {key: j for j, key in enumerate(new) if in_new[key] == 1}
    return [(i, places[key]) for i, key in enumerate(old) if in_old[key] == 1 and key in places]


def _rarer(
    old: Sequence[str],
    new: Sequence[str],
    in_old: Counter[str],
    in_new: Counter[str],
    budget: Budget,
) -> list[Block]:
    """Compare by the rarer elements alone, as many as the budget affords."""
    budget.exceeded = True
    costs = sorted((count * in_new[key], key) for key, count in in_old.items() if key in in_new)
    kept: set[str] = set()
    spent = 0
    for cost, key in costs:
        spent += cost
        if spent > min(budget.left, budget.each):
            break
        kept.add(key)
    if not kept:
        return []
    budget.affords(sum(in_old[key] * in_new[key] for key in kept))
    junk = in_new.keys() - kept
    return _matched(SequenceMatcher(junk.__contains__, old, new, autojunk=False))
