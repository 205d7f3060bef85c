"""With which words can a match of a pattern begin?

Most rules have nothing to say of most texts. The words of a text are gathered once for all rules,
and a pattern is tried only where a word stands that its matches begin with.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

from gazette.significance.words import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_LENGTH = 3
"""Letters by which words are known."""
_ANY = ""
"""What a match begins with that can begin with any word, or inside one."""
_WORD = re.compile(r"(\w+|[€$£¥])")
_EDGE = r"\b"
_TOKEN = re.compile(r"[^\\\[()|]+|\\.|\[(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_REPEATS = re.compile(r"(?:[?*+]|\{[\d,]+\})?[?+]?")
_LETTERS = re.compile(r"\w*(?![?*+{])")
_GAP = re.compile(r"(?:[ -]|\\[.b])(?![?*{])")
_OPTIONAL = re.compile(r"(\w)\?")
_MONEY = re.compile(r"\[([€$£¥]+)\]")
_ANYTHING = re.compile(r"\\S\{[\d,]+\}\??")


def words_at(text: str) -> Mapping[str, Sequence[int]] | None:
    """Where words stand, by their first letters; None for Chinese, whose words have no gaps.

    A sign of money is a word.
    """
    if not text.isascii() and HAN.search(text):
        return None
    gaps_and_words = _WORD.split(text)
    ends = list(accumulate(map(len, gaps_and_words)))
    found = defaultdict(list)
    for word, at in zip(gaps_and_words[1::2], ends[::2], strict=False):
        found[word[:_LENGTH]].append(at)
    return found


def beginnings(pattern: str) -> frozenset[str] | None:
    """The first letters of the words that a match can begin with, in a text without Chinese.

    None if they cannot be told.
    """
    found = set()
    for one in alternatives(pattern):
        for letters in _begun(one, at_edge=False):
            if letters == _ANY:
                return None
            found.add(letters)
    return frozenset(found)


def alternatives(pattern: str) -> Iterator[str]:
    """What stands between the bars of a pattern that are in no group."""
    depth = first = 0
    for token in _TOKEN.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(token.group(), 0)
        if token.group() == "|" and depth == 0:
            yield pattern[first : token.start()]
            first = token.end()
    yield pattern[first:]


def _begun(sequence: str, *, at_edge: bool) -> Iterator[str]:
    """The beginnings of a pattern without bars, given whether it stands at the edge of a word."""
    if sequence.startswith(_EDGE):
        yield from _begun(sequence.removeprefix(_EDGE), at_edge=True)
    elif sequence.startswith("("):
        yield from _begun_by_group(sequence, at_edge=at_edge)
    elif _OPTIONAL.match(sequence):
        yield from _begun(_OPTIONAL.sub(r"(?:\1)?", sequence, count=1), at_edge=at_edge)
    elif money := _MONEY.match(sequence):
        yield from money[1]
    elif anything := _ANYTHING.match(sequence):
        yield from _begun(sequence[anything.end() :], at_edge=False)
    elif not HAN.match(sequence):
        yield _first_letters(sequence) if at_edge else _ANY


def _begun_by_group(sequence: str, *, at_edge: bool) -> Iterator[str]:
    end = _end_of_group(sequence)
    group, repeats = sequence[:end], next(_REPEATS.finditer(sequence, end)).group()
    rest = sequence[end + len(repeats) :]
    takes = group.startswith("(?:")  # The others look around.
    if takes:
        after = rest if repeats in ("", "?") else ""
        for one in alternatives(group[3:-1]):
            yield from _begun(one + after, at_edge=at_edge)
    if not takes or repeats.startswith(("?", "*", "{0")):
        yield from _begun(rest, at_edge=at_edge)


def _end_of_group(sequence: str) -> int:
    """Where the group ends that a pattern begins with."""
    depth = 0
    for token in _TOKEN.finditer(sequence):
        depth += {"(": 1, ")": -1}.get(token.group(), 0)
        if depth == 0:
            return token.end()
    raise ValueError(sequence)


def _first_letters(sequence: str) -> str:
    """The first letters of a pattern; of a word that goes on in several ways, enough of them."""
    letters = next(_LETTERS.finditer(sequence)).group()
    whole = _GAP.match(sequence, len(letters))
    return letters[:_LENGTH] if whole or len(letters) >= _LENGTH else _ANY
