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
    """Clauses of the old side and what they became; one side may be empty."""

    old: tuple[Clause, ...]
    new: tuple[Clause, ...]
    moved: bool = False


_MOST = 20_000
"""Clauses without a counterpart up to which likeness is looked for: half a second's work."""


def aligned(old: Sequence[Clause], new: Sequence[Clause], budget: Budget) -> Pairing:
    """Which clause became which.

    Clauses are paired from the surest to the least sure: what did not change first, so that
    nothing else can take its place; then what is surely the same, where it stood or elsewhere;
    then splits and merges; last what only its number or its place identifies.
    """
    pairing = Pairing(old, new)
    unchanged = exact_pairs([clause.body for clause in old], [clause.body for clause in new])
    pairing.add(unchanged, in_order=True)
    if len(unchanged) < max(len(old), len(new)):
        pair_same_texts(pairing)
        if len(old) + len(new) - 2 * len(pairing.to_new) > _MOST:
            budget.exceeded = True
        else:
            pair_alike(pairing)
            pair_moved(pairing)
            join_flowing(pairing)
            pair_rewritten(pairing)
    return pairing


def matches(pairing: Pairing) -> Iterator[Match]:
    """What became of every clause, in the reading order of the new side.

    What was removed stands where it stood.
    """
    old, new = pairing.old, pairing.new
    groups = {group.new[0]: group for group in pairing.groups}
    followers = {j for group in pairing.groups for j in group.new[1:]}
    i = j = 0
    for p, q in pairing.chain.items():
        if p > i or q > j:
            yield from _between(pairing, range(i, p), range(j, q), followers)
        if q in groups:
            group = groups[q]
            yield Match(tuple([old[k] for k in group.old]), tuple([new[k] for k in group.new]))
        else:
            yield Match((old[p],), (new[q],))
        i, j = p + 1, q + 1
    yield from _between(pairing, range(i, len(old)), range(j, len(new)), followers)


def _between(pairing: Pairing, olds: range, news: range, followers: set[int]) -> Iterator[Match]:
    """What stands between two pairs in order: removed, added, and moved to there."""
    for i in olds:
        if i not in pairing.to_new:
            yield Match((pairing.old[i],), ())
    for j in news:
        if j not in followers:
            origin = pairing.to_old.get(j)
            old = () if origin is None else (pairing.old[origin],)
            yield Match(old, (pairing.new[j],), moved=origin is not None)
