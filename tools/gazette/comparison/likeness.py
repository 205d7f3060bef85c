"""How alike are two clauses?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from gazette.comparison.scripts import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(rf"[^\W_{UNSPACED}]+|[{UNSPACED}]+")
_FIRST_UNSPACED = "\u0e01"


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What a text is recognised by: its words, long ones weighing more."""

    words: list[str]
    """In order, case folded. Of a script without spaces, pairs of characters."""
    weights: dict[str, int]
    """Weight of each word times its count."""
    total: int


@lru_cache(maxsize=2**12)
def profile(text: str) -> Profile:
    """The profile of a text.

    A word weighs what it has letters beyond two, and at least one: two clauses of law share
    their articles and prepositions whatever they say.
    """
    words = _WORD.findall(text.casefold())
    if not text.isascii() and max(text) >= _FIRST_UNSPACED:
        words = [part for word in words for part in _parts(word)]
    weights: dict[str, int] = {}
    total = 0
    for word in words:
        weight = len(word) - 2 if len(word) > 3 else 1  # noqa: PLR2004 - see the docstring
        weights[word] = weights.get(word, 0) + weight
        total += weight
    return Profile(words, weights, total)


def _parts(word: str) -> list[str]:
    """A word, or the overlapping pairs of characters of what is written without spaces."""
    if len(word) == 1 or not "\u0e01" <= word[0] <= "\ufaff" or "\uac00" <= word[0] <= "\ud7a3":
        return [word]
    return [one + other for one, other in pairwise(word)]


def shared(one: Profile, other: Profile) -> int:
    """The weight that two profiles have in common."""
    few, many = one.weights, other.weights
    if len(few) > len(many):
        few, many = many, few
    return sum([min(few[word], many[word]) for word in few.keys() & many.keys()])


@lru_cache(maxsize=2**15)
def likeness(one: Profile, other: Profile) -> float:
    """From 0, nothing in common, to 1, the same words (Dice's coefficient by weight)."""
    total = one.total + other.total
    return 2 * shared(one, other) / total if total else 0.0


class Index:
    """Finds the profiles most like a given one without looking at all of them.

    By the words and pairs of words that few profiles have: a phrase that stands in every
    clause says nothing about which is which, and looking at them all is what would be slow.
    """

    longest = 12
    """Profiles that a phrase may stand in and still be looked up."""
    most = 8
    """Profiles that are measured for each that is asked for."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        """Remember in which profiles each phrase occurs."""
        self._profiles = profiles
        self._places: dict[str | tuple[str, str], list[int]] = defaultdict(list)
        self._nearest: dict[Profile, tuple[tuple[int, float], ...]] = {}
        for at, one in enumerate(profiles):
            for phrase in _phrases(one):
                self._places[phrase].append(at)

    def nearest(self, one: Profile) -> tuple[tuple[int, float], ...]:
        """Position and likeness of the few that share most of the rarer phrases."""
        if (near := self._nearest.get(one)) is None:
            found = [self._places[phrase] for phrase in _phrases(one) & self._places.keys()]
            hits = Counter(chain.from_iterable([at for at in found if len(at) <= self.longest]))
            first = nsmallest(self.most, hits, key=lambda at: (-hits[at], at))
            near = tuple([(at, likeness(one, self._profiles[at])) for at in first])
            self._nearest[one] = near
        return near


@lru_cache(maxsize=2**3)
def index(profiles: tuple[Profile, ...]) -> Index:
    """An index of profiles; remembered, for a text is compared with many versions of another."""
    return Index(profiles)


@lru_cache(maxsize=2**12)
def _phrases(one: Profile) -> set[str | tuple[str, str]]:
    """Its words and pairs of neighbouring words."""
    return {*one.words, *pairwise(one.words)}
