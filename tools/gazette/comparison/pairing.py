"""Which clauses have found their counterpart so far?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gazette.comparison.likeness import Profile, likeness, profile
from gazette.comparison.sequences import heaviest_run
from gazette.model import ClauseKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.model import Clause


_OTHER_KIND = 0.8
_LIKE_KIND = 0.95


class Gap(NamedTuple):
    """What has no counterpart yet between two neighbouring pairs that are in order."""

    old: list[int]
    new: list[int]


class Group(NamedTuple):
    """Neighbouring clauses that became neighbouring clauses, several at least on one side."""

    old: tuple[int, ...]
    new: tuple[int, ...]


class Pairing:
    """Clauses paired one to one, by position.

    Most pairs rise on both sides: the chain. The others moved.
    """

    def __init__(self, old: Sequence[Clause], new: Sequence[Clause]) -> None:
        """Begin with nothing paired."""
        self.old, self.new = old, new
        self.to_new: dict[int, int] = {}
        self.to_old: dict[int, int] = {}
        self.chain: dict[int, int] = {}
        """The pairs in order, sorted."""
        self.groups: list[Group] = []
        """Splits and merges. Their first members are a pair, the others count as paired."""
        self._old_profiles: dict[int, Profile] = {}
        self._new_profiles: dict[int, Profile] = {}

    def add(self, pairs: Sequence[tuple[int, int]], *, in_order: bool) -> None:
        """Pair clauses; those in order lie inside a gap of the chain, and rise."""
        self.to_new.update(pairs)
        self.to_old.update([(j, i) for i, j in pairs])
        if in_order and pairs:
            self.chain = dict(sorted([*self.chain.items(), *pairs]))

    def part(self, i: int) -> None:
        """Take a pair apart again."""
        del self.to_old[self.to_new.pop(i)]

    def join(self, groups: Sequence[Group]) -> None:
        """Make one of each several clauses that flowed into each other."""
        self.groups += groups
        for group in groups:
            for i in group.old:
                self.chain.pop(i, None)
                self.to_new[i] = group.new[0]
            for j in group.new:
                self.to_old[j] = group.old[0]
        firsts = [(group.old[0], group.new[0]) for group in groups]
        self.chain = dict(sorted([*self.chain.items(), *firsts]))

    def pairs(self) -> Iterator[tuple[Clause, Clause]]:
        """Each old clause that has a counterpart, and the (first) new one that it became."""
        for i, j in self.to_new.items():
            yield self.old[i], self.new[j]

    def left(self) -> Gap:
        """Everything without a counterpart."""
        return Gap(
            [i for i in range(len(self.old)) if i not in self.to_new],
            [j for j in range(len(self.new)) if j not in self.to_old],
        )

    def gaps(self) -> Iterator[Gap]:
        """The gaps with something left on both sides, in order."""
        i = j = 0
        for p, q in [*self.chain.items(), (len(self.old), len(self.new))]:
            if p > i and q > j:
                old = [k for k in range(i, p) if k not in self.to_new]
                new = [k for k in range(j, q) if k not in self.to_old]
                if old and new:
                    yield Gap(old, new)
            i, j = p + 1, q + 1

    def settle(self) -> None:
        """Choose the chain anew: what weighs most stayed, and the rest moved."""
        pairs = sorted(self.to_new.items())
        kept = heaviest_run(pairs, [self.weight(i) for i, _ in pairs])
        self.chain = dict(pairs[k] for k in kept)

    def weight(self, i: int) -> float:
        """What an old clause weighs where two pairs cannot both stay: its length."""
        return len(self.old[i].body) + 1.0

    def profile_of_old(self, i: int) -> Profile:
        """What an old clause is recognised by."""
        return _profile(self._old_profiles, i, self.old)

    def profile_of_new(self, j: int) -> Profile:
        """What a new clause is recognised by."""
        return _profile(self._new_profiles, j, self.new)

    def likeness(self, i: int, j: int) -> float:
        """From 0 to 1, how alike an old and a new clause are."""
        return self.fitness(i, j, likeness(self.profile_of_old(i), self.profile_of_new(j)))

    def fitness(self, i: int, j: int, score: float) -> float:
        """A likeness of words, less where the clauses differ in kind.

        A heading reads like its line in the table of contents, and is not the same clause.
        """
        one, other = self.old[i], self.new[j]
        if one.kind is other.kind:
            return score
        return score * (_OTHER_KIND if ClauseKind.HEADING in (one.kind, other.kind) else _LIKE_KIND)


def _profile(known: dict[int, Profile], at: int, side: Sequence[Clause]) -> Profile:
    found = known.get(at)
    if found is None:
        found = known[at] = profile(side[at].text)
    return found
