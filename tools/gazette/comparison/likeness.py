"""How alike are two clauses?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_UNSPACED = "\u0e01-\u0eff\u1000-\u109f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[^\W_{_UNSPACED}]+|[{_UNSPACED}]+")
_FIRST_UNSPACED = "\u0e01"


@dataclass(frozen=True, slots=True)
class Profile:
    """What a text is recognised by: its words, long ones weighing more."""

    weights: dict[str, int]
    """Weight of each word times its count. Of a script without spaces, pairs of characters."""
    total: int


def profile(text: str) -> Profile:
    """The profile of a text, without regard to case.

    A word weighs what it has letters beyond two, and at least one: two clauses of law share
    their articles and prepositions whatever they say.
    """
    weights: dict[str, int] = defaultdict(int)
    total = 0
    for word in _WORD.findall(text.casefold()):
        if word[0] >= _FIRST_UNSPACED and len(word) > 1 and _is_unspaced(word):
            for at in range(len(word) - 1):
                weights[word[at : at + 2]] += 2
            total += 2 * (len(word) - 1)
        else:
            weight = max(1, len(word) - 2)
            weights[word] += weight
            total += weight
    return Profile(dict(weights), total)


def _is_unspaced(word: str) -> bool:
    return bool(re.match(f"[{_UNSPACED}]", word))


def shared(one: Profile, other: Profile) -> int:
    """The weight that two profiles have in common."""
    if len(one.weights) > len(other.weights):
        one, other = other, one
    have = other.weights
    return sum(min(weight, have[word]) for word, weight in one.weights.items() if word in have)


def likeness(one: Profile, other: Profile) -> float:
    """From 0, nothing in common, to 1, the same words (Dice's coefficient by weight)."""
    total = one.total + other.total
    return 2 * shared(one, other) / total if total else 0.0


class Index:
    """Finds the profiles most like a given one without looking at all of them."""

    def __init__(self, profiles: Sequence[Profile], *, longest: int = 12, most: int = 8) -> None:
        """Remember in which profiles each word occurs; words in over ``longest`` say little."""
        self._profiles = profiles
        self._most = most
        places: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(profiles):
            for word in one.weights:
                places[word].append(at)
        self._places = {word: at for word, at in places.items() if len(at) <= longest}

    def nearest(self, one: Profile) -> Iterator[tuple[int, float]]:
        """Position and likeness of the few that share most of the rarer words."""
        hits: Counter[int] = Counter()
        for word, weight in one.weights.items():
            for at in self._places.get(word, ()):
                hits[at] += weight
        best = sorted(hits.items(), key=lambda hit: (-hit[1], hit[0]))[: self._most]
        for at, _ in best:
            yield at, likeness(one, self._profiles[at])
