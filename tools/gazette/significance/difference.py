"""Which words of a changed passage are new, and which are gone?

The redline's runs are made to read well; here every word counts, so the words are compared anew,
by their forms: capitals, punctuation, inflection and where a link leads make no difference.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property, partial
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from gazette.comparison.sequences import equal_shifts
from gazette.model import Side
from gazette.significance import lexicon
from gazette.significance.recipients import named_recipients
from gazette.significance.sentences import END_OF_SENTENCE
from gazette.significance.words import HIDDEN, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gazette.significance.lexicon import Hit
    from gazette.significance.recipients import Named
    from gazette.significance.words import Word, Words

# Above these the whole middle counts as replaced: difflib looks at each pair of equal words again
# and again, so that a text of few words, each many times, takes longer than a person waits.
_LONGEST = 1_000_000
"""Product of the two lengths."""
_PAIRS = 100_000
"""Pairs of an old and a new word that are equal."""

_Block = tuple[tuple[int, int], tuple[int, int]]
"""First index of old words that were replaced and the one after their last; of the new likewise."""
_JOINING = frozenset({"and", "or", "和", "及", "与", "或"})
_WORD_APART = re.compile(r"[^\S\n]?")


class Text(NamedTuple):
    """One side of a difference."""

    text: str
    words: Words
    marks: Sequence[bool]
    """For each word, whether it is gone, or has come."""


class Place(StrEnum):
    """Where a term stands in a difference."""

    GAINED = "gained"
    LOST = "lost"
    TOUCHED = "touched"
    """Some word of it changed, or it only changed its place."""
    NEAR = "near"
    """Unchanged, in a sentence that changed."""
    KEPT = "kept"
    """Unchanged, in another sentence."""


@dataclass(frozen=True)
class Difference:
    """A passage before and after, and which of its words changed.

    Of a passage that lives on, only from the first sentence that changed to the last: what the
    others say, they said before.
    """

    old: str
    """Empty if the passage is new."""
    new: str
    """Empty if it was removed."""
    before: str
    """What stands before both in the passage."""
    after: str
    """What stands after both."""
    old_words: Words
    new_words: Words
    gone: tuple[bool, ...]
    """For each old word, whether it is in no place of the new text that corresponds."""
    come: tuple[bool, ...]
    """For each new word likewise."""

    def on(self, side: Side) -> Text:
        """The text of one side, its words, and which of them changed."""
        return self._sides[side]

    @cached_property
    def _sides(self) -> Mapping[Side, Text]:
        return {
            Side.OLD: Text(self.old, self.old_words, self.gone),
            Side.NEW: Text(self.new, self.new_words, self.come),
        }

    @property
    def lives(self) -> bool:
        """Whether the passage is neither new nor removed: both texts have words."""
        return bool(self.old_words.forms and self.new_words.forms)

    @cached_property
    def lost(self) -> Words:
        """The words that are gone."""
        return self.old_words.marked(self.gone)

    @cached_property
    def gained(self) -> Words:
        """The words that have come."""
        return self.new_words.marked(self.come)

    @property
    def changed(self) -> Iterator[tuple[str, Word]]:
        """The words that are gone, then those that have come, each with the text it stands in."""
        yield from zip(repeat(self.old), self.lost)
        yield from zip(repeat(self.new), self.gained)

    @cached_property
    def named(self) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
        """The names of recipients in the old text, and in the new."""
        return (
            tuple(named_recipients(self.old, self.old_words)),
            tuple(named_recipients(self.new, self.new_words)),
        )

    @cached_property
    def placed(self) -> tuple[tuple[Place, Hit], ...]:
        """Every term of the lexicon in either text, with its place; kept ones once."""
        old_named, new_named = self.named
        old_hits = _with_names(tuple(lexicon.hits(self.old_words)), old_named)
        new_hits = _with_names(tuple(lexicon.hits(self.new_words)), new_named)
        if not self.old_words and all(self.come):
            return tuple([(Place.GAINED, hit) for hit in new_hits])
        if not self.new_words and all(self.gone):
            return tuple([(Place.LOST, hit) for hit in old_hits])
        in_old, in_new = (
            Counter([(hit.fact, hit.term) for hit in hits]) for hits in (old_hits, new_hits)
        )
        ends = [match.end() for match in END_OF_SENTENCE.finditer(self.new)]
        touched = {bisect(ends, start) for start in self.gained.starts}

        def surplus(hit: Hit) -> int:
            term = hit.fact, hit.term
            return in_new.get(term, 0) - in_old.get(term, 0)

        def place(hit: Hit) -> Place:
            if any(self.come[hit.first : hit.last]):
                return Place.GAINED if surplus(hit) > 0 else Place.TOUCHED
            sentence = bisect(ends, self.new_words.starts[hit.first])
            return Place.NEAR if sentence in touched else Place.KEPT

        lost = (
            (Place.LOST, hit)
            for hit in old_hits
            if any(self.gone[hit.first : hit.last]) and surplus(hit) < 0
        )
        return (*((place(hit), hit) for hit in new_hits), *lost)


def _with_names(hits: tuple[Hit, ...], names: tuple[Named, ...]) -> tuple[Hit, ...]:
    """The terms of a text in their order, with the names that no term holds a word of."""
    if not names:
        return hits
    taken = {at for hit in hits for at in range(hit.first, hit.last)}
    free = [name for name in names if taken.isdisjoint(range(name.first, name.last))]
    named = [lexicon.Hit(lexicon.RECIPIENT, name.form, name.first, name.last) for name in free]
    return tuple(sorted((*hits, *named), key=lambda hit: hit.first))


def difference(old: str, new: str) -> Difference:
    """Compare two texts as a reader sees them; either may be empty."""
    before, old, new, after = _differing(old, new)
    old_words, new_words = words(old), words(new)
    hidden = HIDDEN in old_words.forms or HIDDEN in new_words.forms
    old_forms, new_forms = (_forms(words, hidden=hidden) for words in (old_words, new_words))
    blocks = _changed(old_forms, new_forms)
    gone = _marks(old_forms, blocks, _Edges(old, old_words), 0)
    come = _marks(new_forms, blocks, _Edges(new, new_words), 1)
    return Difference(old, new, before, after, old_words, new_words, gone, come)


def _differing(old: str, new: str) -> tuple[str, str, str, str]:
    """The sentences of two texts that differ, between those before them and those after.

    Beside sentences that were put in or taken out one is left that stayed, for the passage lives
    on.
    """
    if not (old and new):
        return "", old, new, ""
    shorter = min(len(old), len(new))
    starts = [0, *_ends(old, 0, _alike(old, new, shorter))]
    begins = starts.pop()
    kept = _alike(old[::-1], new[::-1], shorter - begins)
    ends = iter([*_ends(old, len(old) - kept, len(old)), len(old)])
    cut = len(old) - next(ends)
    while begins and _nothing(old, new, begins, cut):
        begins = starts.pop()
    while cut and _nothing(old, new, begins, cut):
        cut = len(old) - next(ends)
    end = len(old) - cut
    return old[:begins], old[begins:end], new[begins : len(new) - cut], old[end:]


def _ends(text: str, first: int, last: int) -> Iterator[int]:
    """Where sentences end in a stretch of text."""
    return (end.end() for end in END_OF_SENTENCE.finditer(text, first, last))


def _nothing(old: str, new: str, begins: int, cut: int) -> bool:
    """Whether either text has nothing but spaces between its two ends that are left out."""
    return any(not text[begins : len(text) - cut].strip() for text in (old, new))


def _alike(one: str, other: str, most: int) -> int:
    """How many characters two texts have in common from their start, at most so many."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _forms(text: Words, *, hidden: bool) -> Sequence[str]:
    """What to compare by: all links alike, and all e-mail addresses where a script hides one."""
    if "url" not in text.kinds and not hidden:
        return text.forms
    return [
        "//" if kind == "url" else HIDDEN if hidden and kind == "email" else form
        for form, kind in zip(text.forms, text.kinds, strict=True)
    ]


def _changed(a: Sequence[str], b: Sequence[str]) -> list[_Block]:
    """What was replaced, in order; one side of a block may be empty."""
    start = 0
    shorter = min(len(a), len(b))
    while start < shorter and a[start] == b[start]:
        start += 1
    end = 0
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    middle_a, middle_b = a[start : len(a) - end], b[start : len(b) - end]
    if not middle_a or not middle_b or _too_long(middle_a, middle_b):
        return [((start, len(a) - end), (start, len(b) - end))]
    matcher = SequenceMatcher(None, middle_a, middle_b, autojunk=False)
    return [
        ((start + first_a, start + last_a), (start + first_b, start + last_b))
        for tag, first_a, last_a, first_b, last_b in matcher.get_opcodes()
        if tag != "equal"
    ]


def _marks(
    forms: Sequence[str], blocks: Sequence[_Block], edges: _Edges, side: int
) -> tuple[bool, ...]:
    """For each word of one side, whether it is in a block.

    What was only put in, or only taken out, may often stand in several places that say the same
    ("an e-mail [address and a postal] address"). It is held to be where a part of a sentence
    begins or ends.
    """
    marks = [False] * len(forms)
    least = 0
    for at, block in enumerate(blocks):
        first, last = block[side]
        if first < last and block[1 - side][0] == block[1 - side][1]:
            most = blocks[at + 1][side][0] if at + 1 < len(blocks) else len(forms)
            shifts = equal_shifts(forms, first, last, first - least, most - last)
            shift = max((0, *shifts), key=partial(edges.of, first, last))
            first, last = first + shift, last + shift
        marks[first:last] = [True] * (last - first)
        least = last
    return tuple(marks)


class _Edges(NamedTuple):
    """Where parts of a sentence begin and end in a text."""

    text: str
    words: Words

    def of(self, first: int, last: int, shift: int) -> int:
        """On how many of its two sides a stretch of words, shifted, ends where such a part does."""
        return self._at(first + shift) + self._at(last + shift)

    def _at(self, place: int) -> bool:
        words = self.words
        if place in (0, len(words)) or words.forms[place] in _JOINING:
            return True
        gap = self.text[words.ends[place - 1] : words.starts[place]]
        return _WORD_APART.fullmatch(gap) is None


def _too_long(a: Sequence[str], b: Sequence[str]) -> bool:
    if len(a) * len(b) > _LONGEST:
        return True
    times = Counter(b)
    return sum(times[form] for form in a) > _PAIRS
