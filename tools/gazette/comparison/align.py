"""Which clause became which?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gazette.comparison.exact import exact_pairs
from gazette.comparison.flow import join_flowing
from gazette.comparison.moves import pair_moved
from gazette.comparison.near import pair_alike, pair_rewritten, pair_same_texts
from gazette.comparison.pairing import Pairing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.comparison.sequences import Budget
    from gazette.model import Clause


class Match(NamedTuple):
    """Clauses of the old side and what they became, by position; one side may be empty."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False


def align(old: Sequence[Clause], new: Sequence[Clause], budget: Budget) -> list[Match]:
    """What became of every clause, in the reading order of the new side.

    Clauses are paired from the surest to the least sure, and what was removed stands where it
    stood.
    What did not change first, so that nothing else can take its place; then what is surely
    the same, where it stood or elsewhere; then splits and merges; last what only its number
    or its place identifies.
    """
    pairing = Pairing(old, new)
    bodies = [clause.body for clause in old]
    weights = [len(body) + 1.0 for body in bodies]
    unchanged = exact_pairs(bodies, [clause.body for clause in new], weights)
    pairing.add(unchanged, in_order=True)
    if len(unchanged) < max(len(old), len(new)):
        pair_same_texts(pairing)
        pair_alike(pairing)
        pair_moved(pairing)
        join_flowing(pairing, budget)
        pair_rewritten(pairing)
    return list(_matches(pairing))


def _matches(pairing: Pairing) -> Iterator[Match]:
    groups = {group.new[0]: group for group in pairing.groups}
    followers = {j for group in pairing.groups for j in group.new[1:]}
    i = j = 0
    for p, q in [*pairing.chain.items(), (len(pairing.old), len(pairing.new))]:
        for k in range(i, p):
            if k not in pairing.to_new:
                yield Match((k,), ())
        for k in range(j, q):
            if k in followers:
                continue
            origin = pairing.to_old.get(k)
            yield Match((), (k,)) if origin is None else Match((origin,), (k,), moved=True)
        if p < len(pairing.old):
            yield Match(*groups[q]) if q in groups else Match((p,), (q,))
        i, j = p + 1, q + 1
