"""Which clauses were split, and which merged?"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from gazette.comparison.pairing import Group
from gazette.comparison.phrases import common_phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gazette.comparison.likeness import Profile
    from gazette.comparison.pairing import Pairing

_CONTAINED = 0.7
"""Share of a clause's words that must flow from or into another to make it a part of that."""
_GOES_ON = 0.5
"""The same where the words go on without a break in the next clause."""
_SUBSTANCE = 12
"""Least weight of a clause that can be a part of another."""


def join_flowing(pairing: Pairing) -> None:
    """Find splits and merges, and pairs of which one side is contained in the other.

    Where something is left over, the words of the whole stretch between two unchanged clauses
    are compared as one, and a clause belongs to the one that most of its words flow from or
    to: so a paragraph cut in five is found, and one whose lines were wrapped anew across
    paragraphs.
    """
    found: list[Group] = []
    for stretch in _stretches(pairing):
        if _may_flow(pairing, stretch):
            found += _groups(pairing, stretch, _flow(pairing, stretch))
    pairing.join([group for group in found if len(group.old) > 1 or len(group.new) > 1])
    pairing.add(
        [
            (group.old[0], group.new[0])
            for group in found
            if len(group.old) == 1 == len(group.new) and group.old[0] not in pairing.to_new
        ],
        in_order=True,
    )


def _stretches(pairing: Pairing) -> Iterator[Group]:
    """Runs of clauses between unchanged ones, in which something is left over."""
    i = j = 0
    for p, q in [*pairing.chain.items(), (len(pairing.old), len(pairing.new))]:
        if p < len(pairing.old) and pairing.old[p].body != pairing.new[q].body:
            continue
        if p > i and q > j:
            old = tuple(k for k in range(i, p) if k not in pairing.to_new or k in pairing.chain)
            chained = {pairing.chain[k] for k in old if k in pairing.chain}
            new = tuple(k for k in range(j, q) if k not in pairing.to_old or k in chained)
            if old and new and len(old) + len(new) > 2 * len(chained):
                yield Group(old, new)
        i, j = p + 1, q + 1


def _may_flow(pairing: Pairing, stretch: Group) -> bool:
    """Does anything left over consist of words that stand on the other side?"""
    for left, others in (
        (
            [pairing.profile_of_old(i) for i in stretch.old if i not in pairing.to_new],
            [pairing.profile_of_new(j) for j in stretch.new],
        ),
        (
            [pairing.profile_of_new(j) for j in stretch.new if j not in pairing.to_old],
            [pairing.profile_of_old(i) for i in stretch.old],
        ),
    ):
        words = set().union(*(other.weights for other in others))
        for one in left:
            there = sum(weight for word, weight in one.weights.items() if word in words)
            if there and there >= _CONTAINED * one.total:
                return True
    return False


class _Flow(NamedTuple):
    """How many words flow from each old clause of a stretch to each new one."""

    words: Counter[tuple[int, int]]
    across: set[tuple[int, int]]
    """Those in which a run of words goes on from one clause to the next, on either side, though
    the other side may have put a word between ("your name" and "your address" of a list)."""


def _flow(pairing: Pairing, stretch: Group) -> _Flow:
    old, owners = _joined([(i, pairing.profile_of_old(i)) for i in stretch.old])
    new, receivers = _joined([(j, pairing.profile_of_new(j)) for j in stretch.new])
    flow: Counter[tuple[int, int]] = Counter()
    across: set[tuple[int, int]] = set()
    last: tuple[int, int] | None = None
    ends = (0, 0)
    for i, j, size in common_phrases(old, new):
        pieces = Counter(zip(owners[i : i + size], receivers[j : j + size], strict=True))
        flow.update(pieces)
        if len(pieces) > 1:
            across.update(pieces)
        first = owners[i], receivers[j]
        if last not in {None, first} and (ends[0] == i or ends[1] == j):
            across.update({last, first})
        last = owners[i + size - 1], receivers[j + size - 1]
        ends = i + size, j + size
    return _Flow(flow, across)


def _joined(profiles: Sequence[tuple[int, Profile]]) -> tuple[list[str], list[int]]:
    """The words of several clauses, and to which each belongs."""
    words = [word for _, one in profiles for word in one.words]
    owners = [at for at, one in profiles for _ in one.words]
    return words, owners


def _groups(pairing: Pairing, stretch: Group, flow: _Flow) -> Iterator[Group]:
    """What flows together, if the clauses are neighbours and no pair in order is crossed."""
    chained = [(i, pairing.chain[i]) for i in stretch.old if i in pairing.chain]
    end = -1
    for group in _connected([*chained, *_links(pairing, flow)]):
        if (
            _neighbours(group.old)
            and _neighbours(group.new)
            and group.new[0] > end
            and _rises(group, chained)
        ):
            end = group.new[-1]
            yield group


def _rises(group: Group, chained: Sequence[tuple[int, int]]) -> bool:
    """Do the pairs before a group on one side stand before it on the other as well?"""
    before = bisect_left(chained, (group.old[0], -1))
    after = bisect_left(chained, (group.old[-1] + 1, -1))
    return (before == 0 or chained[before - 1][1] < group.new[0]) and (
        after == len(chained) or chained[after][1] > group.new[-1]
    )


def _links(pairing: Pairing, flow: _Flow) -> Iterator[tuple[int, int]]:
    """Pairs of clauses of which one is mostly in the other, or which overlap and are used up."""
    sent: Counter[int] = Counter()
    received: Counter[int] = Counter()
    for (i, j), words in flow.words.items():
        sent[i] += words
        received[j] += words
    for (i, j), words in sorted(flow.words.items()):
        old, new = pairing.profile_of_old(i), pairing.profile_of_new(j)
        shorter = min(len(old.words), len(new.words))
        if min(old.total, new.total) < _SUBSTANCE and (i, j) not in flow.across:
            continue
        used_up = sent[i] >= _CONTAINED * len(old.words) and received[j] >= _CONTAINED * len(
            new.words
        )
        goes_on = (i, j) in flow.across
        if (used_up and goes_on) or words >= (_GOES_ON if goes_on else _CONTAINED) * shorter:
            yield i, j


def _connected(links: Iterable[tuple[int, int]]) -> list[Group]:
    """Groups of clauses that links hold together, in order."""
    of_old: dict[int, tuple[set[int], set[int]]] = {}
    of_new: dict[int, tuple[set[int], set[int]]] = {}
    for i, j in links:
        small, large = sorted(
            (of_old.get(i, ({i}, set())), of_new.get(j, (set(), {j}))),
            key=lambda group: len(group[0]) + len(group[1]),
        )
        if small is not large:
            large[0].update(small[0])
            large[1].update(small[1])
            of_old.update(dict.fromkeys(small[0], large))
            of_new.update(dict.fromkeys(small[1], large))
        of_old[i] = of_new[j] = large
    groups = {id(group): group for group in of_old.values()}.values()
    return sorted(Group(tuple(sorted(old)), tuple(sorted(new))) for old, new in groups)


def _neighbours(positions: tuple[int, ...]) -> bool:
    return positions[-1] - positions[0] == len(positions) - 1
