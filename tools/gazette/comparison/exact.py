"""Which clauses stand unchanged on both sides?"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeAlias

from gazette.comparison.sequences import heaviest_run, runs_of, unique_in_both

if TYPE_CHECKING:
    from collections.abc import Sequence

_DEEPEST = 12
"""How often a stretch is cut at what is unique in it before all equals are weighed."""
_MOST = 10_000
"""Pairs of equals that are weighed: a twentieth of a second's work."""
_SEVERAL = 8
"""Texts in a row that tell places apart where each of them has many."""

Gap: TypeAlias = tuple[int, int, int, int]
"""First and end on the old side, first and end on the new one."""


def exact_pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Positions of equal texts, in order on both sides.

    Equal stretches at both ends first, then the heaviest rising run of the texts that each
    side has once (patience), then the same again inside each gap, where more are unique: so
    that of a sentence that recurs, each occurrence stays with its neighbours. A text weighs
    its length: the longer of two that changed places is held to have stayed.
    """
    pairs: list[tuple[int, int]] = []
    gaps = [(0, len(old), 0, len(new), 0)]
    while gaps:
        i, i_end, j, j_end, depth = gaps.pop()
        while i < i_end and j < j_end and old[i] == new[j]:
            pairs.append((i, j))
            i += 1
            j += 1
        while i < i_end and j < j_end and old[i_end - 1] == new[j_end - 1]:
            i_end -= 1
            j_end -= 1
            pairs.append((i_end, j_end))
        if i == i_end or j == j_end:
            continue
        anchors = _anchors(old, new, (i, i_end, j, j_end), depth)
        for p, q in anchors:
            gaps.append((i, p, j, q, depth + 1))
            i, j = p, q
        if anchors:
            gaps.append((i, i_end, j, j_end, depth + 1))
    pairs.sort()
    return pairs


def _anchors(old: Sequence[str], new: Sequence[str], gap: Gap, depth: int) -> list[tuple[int, int]]:
    """Equal texts to cut a gap at."""
    i, i_end, j, j_end = gap
    if set(old[i:i_end]).isdisjoint(new[j:j_end]):
        return []
    in_old, in_new = Counter(old[i:i_end]), Counter(new[j:j_end])
    cost = sum(count * in_new[key] for key, count in in_old.items())
    candidates = _unique(old, new, gap, 1) if depth < _DEEPEST else []
    if not candidates and cost <= _MOST:
        candidates = _every_pair(old, new, gap)
    elif not candidates and depth < _DEEPEST:
        candidates = _unique(old, new, gap, _SEVERAL)
    if not candidates:
        candidates = _by_rank(old, new, gap)
    chosen = heaviest_run(candidates, [len(old[p]) + 1.0 for p, _ in candidates])
    return [candidates[k] for k in chosen]


def _unique(old: Sequence[str], new: Sequence[str], gap: Gap, length: int) -> list[tuple[int, int]]:
    """Where runs of so many texts begin that each side has once."""
    i, i_end, j, j_end = gap
    before, after = runs_of(old[i:i_end], length), runs_of(new[j:j_end], length)
    return [(i + p, j + q) for p, q in unique_in_both(before, after)]


def _every_pair(old: Sequence[str], new: Sequence[str], gap: Gap) -> list[tuple[int, int]]:
    """Each occurrence of a text on one side with each on the other."""
    i, i_end, j, j_end = gap
    places: dict[str, list[int]] = defaultdict(list)
    for q in range(j, j_end):
        places[new[q]].append(q)
    return [(p, q) for p in range(i, i_end) for q in places.get(old[p], ())]


def _by_rank(old: Sequence[str], new: Sequence[str], gap: Gap) -> list[tuple[int, int]]:
    """The first occurrence of a text on one side with the first on the other, and so on."""
    i, i_end, j, j_end = gap
    places: dict[str, list[int]] = defaultdict(list)
    for q in range(j_end - 1, j - 1, -1):
        places[new[q]].append(q)
    return [(p, places[old[p]].pop()) for p in range(i, i_end) if places.get(old[p])]
