"""Which clauses stand unchanged on both sides?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from gazette.comparison.sequences import heaviest_run

if TYPE_CHECKING:
    from collections.abc import Sequence

_DEEPEST = 12
"""How often a stretch is cut at what is unique in it before equals are paired by rank."""


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


def _anchors(
    old: Sequence[str], new: Sequence[str], gap: tuple[int, int, int, int], depth: int
) -> list[tuple[int, int]]:
    """Equal texts to cut a gap at."""
    i, i_end, j, j_end = gap
    if set(old[i:i_end]).isdisjoint(new[j:j_end]):
        return []
    in_old, in_new = Counter(old[i:i_end]), Counter(new[j:j_end])
    unique = {key for key, count in in_old.items() if count == 1 == in_new[key]}
    if unique and depth < _DEEPEST:
        places = {new[q]: q for q in range(j, j_end) if new[q] in unique}
        candidates = [(p, places[old[p]]) for p in range(i, i_end) if old[p] in unique]
    else:
        ranks: Counter[str] = Counter()
        places_by_rank: dict[tuple[str, int], int] = {}
        for q in range(j, j_end):
            places_by_rank[new[q], ranks[new[q]]] = q
            ranks[new[q]] += 1
        ranks.clear()
        candidates = []
        for p in range(i, i_end):
            if (match := places_by_rank.get((old[p], ranks[old[p]]))) is not None:
                candidates.append((p, match))
            ranks[old[p]] += 1
    chosen = heaviest_run(candidates, [len(old[p]) + 1.0 for p, _ in candidates])
    return [candidates[k] for k in chosen]
