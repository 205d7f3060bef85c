"""Which words must stand in every match of a pattern?

Most rules have nothing to say of most texts. The words of a text are looked up once for all rules,
and only those rules are asked whose words stand there.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from gazette.significance.simplified import HAN
from gazette.significance.wording import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

Words = frozenset[str]
"""The beginnings of words of which one must stand in a text; ``END`` closes a whole word."""
END = "$"
_ANY = ""
"""What a match begins with that can begin with any word, or inside one."""
_EDGE = r"\b"
_TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_BAR_OR_BRACKET = re.compile(r"(?:[^\\\[()|]|\\.|\[(?:\\.|[^\]\\])*\])*([()|])", re.DOTALL)
_WITHIN_WORD = re.compile(r"[a-z]+(?![?*+{])")
_REPEATS = re.compile(r"(?:[?*+]|\{[\d,]+\})?[?+]?")
_LETTERS = re.compile(r"\w*(?![?*+{])")
_DEEPER = {"(": 1, ")": -1, "|": 0}
_NONE = ("?", "*", "{0")
"""Signs that what stands before them may be missing."""
_LOOKING = ("(?=", "(?!", "(?<")
_GAP = re.compile(r"(?:[ -]|\\[.bs])(?![?*{])")
_ENDS_WORD = re.compile(r"(?:[ -]|\\[.bs])$")
_OPTIONAL = re.compile(r"(\w)\?")
_MONEY = re.compile(r"\[([€$£¥]+)\]")
FEWEST = 2
"""Letters from which a beginning tells words apart."""
_COMMON = 20
"""How many rare words one of those weighs that stand in most texts."""
_SHORT = 3


def required(pattern: str) -> tuple[Words, ...]:
    """Sets of beginnings: every match, in a text without Chinese, has a word of each set.

    Two at most, the rarest first; none where nothing can be told.
    """
    found = [_rarest(set(_needed(one, at_edge=False))) for one in alternatives(pattern)]
    if not all(found):
        return ()
    first, second = (frozenset().union(*(sets[at] for sets in found)) for at in (0, -1))
    return (first,) if first == second else (first, second)


@lru_cache(maxsize=2**10)
def alternatives(pattern: str) -> tuple[str, ...]:
    """What stands between the bars of a pattern that are in no group."""
    if "|" not in pattern:
        return (pattern,)
    depth = 0
    bars = [0]
    for sign in _BAR_OR_BRACKET.finditer(pattern):
        depth += _DEEPER[sign[1]]
        if sign[1] == "|" and depth == 0:
            bars.append(sign.end())
    return (*[pattern[first : last - 1] for first, last in pairwise(bars)], pattern[bars[-1] :])


def _rarest(sets: set[Words]) -> list[Words]:
    """The two that the fewest texts have words of, as far as the second says more."""
    found = sorted(sets, key=_weight)
    return [*found[:1], *[own for own in found[1:] if not own >= found[0]][:1]]


def _weight(words: Words) -> tuple[int, list[str]]:
    """How common the words are; then the words themselves, so that the order never varies."""
    common = word_list("function")
    weights = [_COMMON if w.rstrip(END) in common or len(w) < _SHORT else 1 for w in words]
    return sum(weights), sorted(words)


def _needed(sequence: str, *, at_edge: bool) -> Iterator[Words]:
    """What a match of a pattern without bars has: the words after each gap, those of groups."""
    while sequence:
        words = frozenset(_begun(sequence, at_edge=at_edge))
        if _ANY not in words:
            yield words
        if rest := _WITHIN_WORD.match(sequence):
            sequence, at_edge = sequence[rest.end() :], False
            continue
        piece, repeats = _first_piece(sequence)
        if piece.startswith("(?:") and not repeats.startswith(_NONE):
            inner = [list(_needed(one, at_edge=at_edge)) for one in alternatives(piece[3:-1])]
            if all(inner):
                yield frozenset().union(*(min(sets, key=_weight) for sets in inner))
        at_edge = _edge_after(piece, repeats, at_edge=at_edge)
        sequence = sequence[len(piece) + len(repeats) :]


def _edge_after(piece: str, repeats: str, *, at_edge: bool) -> bool:
    """Whether a word can only begin after a piece, given whether one could only before it."""
    if piece.startswith(_LOOKING):
        return at_edge
    inner = piece[3:-1] if piece.startswith("(?:") else piece
    ends = all(_ENDS_WORD.search(one) for one in alternatives(inner))
    return ends and (at_edge or not repeats.startswith(_NONE))


@lru_cache(maxsize=2**10)
def _first_piece(sequence: str) -> tuple[str, str]:
    """The sign, class or group that a pattern begins with, and how often it may stand."""
    end = _end_of_group(sequence) if sequence[0] == "(" else next(_TOKEN.finditer(sequence)).end()
    return sequence[:end], next(_REPEATS.finditer(sequence, end)).group()


def _end_of_group(sequence: str) -> int:
    depth = 0
    for sign in _BAR_OR_BRACKET.finditer(sequence):
        depth += _DEEPER[sign[1]]
        if depth == 0:
            return sign.end()
    raise ValueError(sequence)


def _begun(sequence: str, *, at_edge: bool) -> Iterator[str]:
    """The beginnings of a pattern without bars, given whether it stands at the edge of a word."""
    if sequence.startswith(_EDGE):
        yield from _begun(sequence.removeprefix(_EDGE), at_edge=True)
    elif sequence.startswith("("):
        yield from _begun_by_group(sequence, at_edge=at_edge)
    elif _OPTIONAL.match(sequence):
        yield from _begun(_OPTIONAL.sub(r"(?:\1)?", sequence, count=1), at_edge=at_edge)
    elif money := _MONEY.match(sequence):
        yield from (sign + END for sign in money[1])
    elif not HAN.match(sequence):
        yield _first_letters(sequence) if at_edge else _ANY


def _begun_by_group(sequence: str, *, at_edge: bool) -> Iterator[str]:
    piece, repeats = _first_piece(sequence)
    rest = sequence[len(piece) + len(repeats) :]
    takes = piece.startswith("(?:")  # The others look around.
    if takes:
        after = rest if repeats in ("", "?") else ""
        for one in alternatives(piece[3:-1]):
            yield from _begun(one + after, at_edge=at_edge)
    if not takes or repeats.startswith(_NONE):
        yield from _begun(rest, at_edge=at_edge)


def _first_letters(sequence: str) -> str:
    """The first letters of a pattern; of a word that goes on in several ways, enough of them."""
    letters = next(_LETTERS.finditer(sequence)).group()
    if _GAP.match(sequence, len(letters)):
        return letters + END if letters else _ANY
    return letters if len(letters) >= FEWEST else _ANY
