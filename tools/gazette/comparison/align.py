"""Which clause became which?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette.comparison.exact import exact_pairs
from gazette.comparison.likeness import Index, Profile, likeness, profile
from gazette.comparison.sequences import heaviest_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette.model import Clause


@dataclass(frozen=True, slots=True)
class Match:
    """Clauses of one side and what they became, by position."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False


_SAME_NUMBER = 0.2
_NEARBY = 0.4
_MOVED = 0.6
_TINY = 40
"""Characters below which a clause is too common a phrase to say that it moved."""


def align(old: Sequence[Clause], new: Sequence[Clause]) -> list[Match]:
    """What each clause became, in the reading order of the new side."""
    return _Alignment(old, new).matches()


class _Alignment:
    """The pairs found so far, and what is left on each side."""

    def __init__(self, old: Sequence[Clause], new: Sequence[Clause]) -> None:
        self.old, self.new = old, new
        self.to_new: dict[int, int] = {}
        self.taken: set[int] = set()
        self.profiles: dict[tuple[bool, int], Profile] = {}

    def pair(self, i: int, j: int) -> None:
        self.to_new[i] = j
        self.taken.add(j)

    def left(self) -> tuple[list[int], list[int]]:
        return (
            [i for i in range(len(self.old)) if i not in self.to_new],
            [j for j in range(len(self.new)) if j not in self.taken],
        )

    def matches(self) -> list[Match]:
        bodies = [clause.body for clause in self.old]
        for i, j in exact_pairs(
            bodies, [clause.body for clause in self.new], [len(body) + 1.0 for body in bodies]
        ):
            self.pair(i, j)
        self._texts()
        self._near()
        self._far()
        return self._ordered()

    def _texts(self) -> None:
        for (i, i_end), (j, j_end) in self._gaps():
            texts = [self.old[k].text for k in range(i, i_end)]
            others = [self.new[k].text for k in range(j, j_end)]
            for p, q in exact_pairs(texts, others, [len(text) + 1.0 for text in texts]):
                self.pair(i + p, j + q)

    def _gaps(self) -> list[tuple[tuple[int, int], tuple[int, int]]]:
        """Stretches between pairs in order with something left on both sides."""
        gaps = []
        i = j = 0
        in_order = sorted(self.to_new.items())
        kept = heaviest_run(in_order, [len(self.old[p].body) + 1.0 for p, _ in in_order])
        for p, q in [*(in_order[k] for k in kept), (len(self.old), len(self.new))]:
            if p > i and q > j:
                gaps.append(((i, p), (j, q)))
            i, j = p + 1, q + 1
        return gaps

    def _near(self) -> None:
        for (i, i_end), (j, j_end) in self._gaps():
            olds = [k for k in range(i, i_end) if k not in self.to_new]
            news = [k for k in range(j, j_end) if k not in self.taken]
            candidates = []
            for p in olds:
                for q in news:
                    if score := self._score(p, q):
                        candidates.append(((p, q), score))
            weights = [score * (20 + len(self.old[p].body)) for (p, _), score in candidates]
            for k in heaviest_run([pair for pair, _ in candidates], weights):
                self.pair(*candidates[k][0])

    def _score(self, i: int, j: int) -> float:
        one, other = self.old[i], self.new[j]
        score = likeness(self._profile(self.old, i), self._profile(self.new, j))
        least = _SAME_NUMBER if one.number and one.number == other.number else _NEARBY
        return score if score >= least else 0.0

    def _profile(self, side: Sequence[Clause], at: int) -> Profile:
        key = (side is self.new, at)
        if key not in self.profiles:
            self.profiles[key] = profile(side[at].text)
        return self.profiles[key]

    def _far(self) -> None:
        olds, news = self.left()
        olds = [i for i in olds if len(self.old[i].text) >= _TINY]
        news = [j for j in news if len(self.new[j].text) >= _TINY]
        if not olds or not news:
            return
        index = Index([self._profile(self.new, j) for j in news])
        found = [
            (-score, i, news[at])
            for i in olds
            for at, score in index.nearest(self._profile(self.old, i))
            if score >= _MOVED
        ]
        for _, i, j in sorted(found):
            if i not in self.to_new and j not in self.taken:
                self.pair(i, j)

    def _ordered(self) -> list[Match]:
        pairs = sorted(self.to_new.items())
        weights = [len(self.old[i].body) + 1.0 for i, _ in pairs]
        stayed = [pairs[k] for k in heaviest_run(pairs, weights)]
        origin = {j: i for i, j in pairs}
        matches: list[Match] = []
        i = j = 0
        for p, q in [*stayed, (len(self.old), len(self.new))]:
            matches += (Match((k,), ()) for k in range(i, p) if k not in self.to_new)
            for k in range(j, q):
                if k in origin:
                    matches.append(Match((origin[k],), (k,), moved=True))
                else:
                    matches.append(Match((), (k,)))
            if p < len(self.old):
                matches.append(Match((p,), (q,)))
            i, j = p + 1, q + 1
        return matches
