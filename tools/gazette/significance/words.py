"""What are the words of a text, and which of them are the same word?

Only as much morphology as a lexicon of policies needs: "shares", "shared" and "sharing" are one
word. The endings are those of Porter's first step (M. F. Porter, "An algorithm for suffix
stripping", Program 14(3), 1980). Chinese, Japanese and Thai have no spaces: each character is a
word, and the lexicon's terms are runs of them. Traditional characters are read as simplified ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from gazette.significance.remembered import Remembered
from gazette.significance.simplified import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HIDDEN = "@"
"""The form of an e-mail address that a page's script hides."""
_INVISIBLES = "\u00ad\u200b-\u200f\u2060\ufeff"
_SPACELESS = "㐀-鿿豈-﫿぀-ヿ฀-๿"
_LETTER = rf"(?:[^\W\d_{_SPACELESS}]|[{_INVISIBLES}])"
# What stands before the @. An address may start only where a run of these does, or a long run
# would be searched anew from each of its characters.
_LOCAL = "a-z0-9_.+-"
# What a page shows until its script has put the address there, in the words of two common ones.
_HIDDEN_ADDRESS = (
    r"\[?e-?mail\sprotected\]?|this\se-?mail\saddress\sis\sbeing\sprotected\sfrom\sspam ?bots\."
    r"(?:\syou\sneed\sjavascript\senabled\sto\sview\sit)?"
)
_EMAIL = rf"{_HIDDEN_ADDRESS}|(?<![{_LOCAL}])[{_LOCAL}]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+"
_URL = r"(?:https?://|www[\u200b]?\.)[^\s)\]>\"”，。；]+"
# The groups are named as the kinds of words.
_WORD = re.compile(
    rf"(?P<email>(?i:{_EMAIL}))|(?P<url>(?i:{_URL}))|(?P<han>[{_SPACELESS}])"
    r"|(?P<number>\d+(?:[.,:/-]\d+)*)"
    rf"|(?P<word>[^\W\d_{_SPACELESS}](?:(?!(?i:https?://)){_LETTER})*(?:[’'.]{_LETTER}+)*)"
)
_INVISIBLE = re.compile(f"[{_INVISIBLES}]")
_MINIMUM = 4
_SAME = {
    "used": "use", "uses": "use", "using": "use", "its": "its", "this": "this", "was": "was",
    "has": "has", "does": "does", "us": "us", "ads": "ad", "gps": "gps", "dpas": "dpa",
    "always": "always", "bases": "basis", "children": "child", "people": "person",
    "sold": "sell", "sent": "send", "kept": "keep", "held": "hold", "gave": "give",
    "given": "give", "made": "make", "seen": "see", "sms": "sms", "aws": "aws",
}  # fmt: skip


_PROTECTED = "protected"
"""With a space before it, a word of what stands for a hidden address."""
_CLOSING = (",", ".", ";", ":", ")")
"""What most often stands after a word without a space."""


class Word(NamedTuple):
    """One word where it stands."""

    form: str
    """What it is compared by: ``share`` for "Shared", ``@`` for any e-mail address hidden by a
    page's script."""
    kind: str
    """``email``, ``url``, ``han``, ``number`` or ``word``."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, in order: in columns, since of most only the form is looked at."""

    forms: Sequence[str]
    kinds: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.forms)

    def __getitem__(self, at: int) -> Word:
        """One of them."""
        return Word(self.forms[at], self.kinds[at], self.starts[at], self.ends[at])

    def __iter__(self) -> Iterator[Word]:
        """Each in turn."""
        return map(Word, self.forms, self.kinds, self.starts, self.ends)

    def of_kind(self, kind: str) -> Words:
        """Those of one kind."""
        if kind not in self.kinds:
            return _NO_WORDS
        return self.marked([own == kind for own in self.kinds])

    def marked(self, marks: Sequence[bool]) -> Words:
        """Those that a mark is set for."""
        if all(marks):
            return self
        if True not in marks:
            return _NO_WORDS
        return Words(
            tuple(compress(self.forms, marks)),
            tuple(compress(self.kinds, marks)),
            tuple(compress(self.starts, marks)),
            tuple(compress(self.ends, marks)),
        )


_NO_WORDS = Words((), (), (), ())


def words(text: str) -> Words:
    """The words of a text, with their offsets in characters."""
    # No other word holds a space.
    stretches = [text] if _PROTECTED in text.lower() else text.split(" ")
    found = []
    begin = 0
    for stretch in stretches:
        for form, kind, start, end in _SCANNED[stretch]:
            found.append((form, kind, begin + start, begin + end))
        begin += len(stretch) + 1
    return Words(*zip(*found, strict=True)) if found else _NO_WORDS


_Found = tuple[tuple[str, str, int, int], ...]
"""Words as ``Word`` has them; plain tuples are taken apart in half the time."""


def _scanned(stretch: str) -> _Found:
    """The words of a stretch without spaces."""
    bare = stretch[:-1] if stretch.endswith(_CLOSING) else stretch
    if bare.isascii() and bare.isalpha():
        return ((stem(bare), "word", 0, len(bare)),)
    found = []
    for word in _WORD.finditer(stretch):
        kind = str(word.lastgroup)
        found.append((_form(word.group(), kind), kind, *word.span()))
    return tuple(found)


_SCANNED = Remembered(_scanned)
_SIMPLIFIED = Remembered(simplified)


def _form(word: str, kind: str) -> str:
    """What a word of a kind is compared by."""
    if kind == "han":
        return _SIMPLIFIED[word]
    if kind == "word":
        return stem(word)
    if kind == "email":
        return word.lower() if "@" in word else HIDDEN
    if kind == "url":
        return _INVISIBLE.sub("", word.lower()).rstrip("/.,;:")
    return word


def stem(word: str) -> str:
    """A word without its inflection and capitals; made for comparing, not for reading."""
    low = word.lower()
    if not low.isalpha():
        low = _INVISIBLE.sub("", low).replace("’", "'").removesuffix("'s")
    if low in _SAME:
        return _SAME[low]
    if len(low) < _MINIMUM or not low.isascii():
        return low
    return _without_ending(low)


def _without_ending(low: str) -> str:
    if low.endswith(("ies", "sses", "xes", "ches", "shes")):
        low = low[:-2]
    elif low.endswith("s") and not low.endswith(("ss", "us", "is")):
        low = low[:-1]
    for ending in ("ing", "ed"):
        if low.endswith(ending) and len(low) - len(ending) >= _MINIMUM - 1:
            low = low[: -len(ending)]
            break
    if len(low) >= _MINIMUM and low[-1] == "e":
        low = low[:-1]
    if len(low) >= _MINIMUM and low[-1] == low[-2] and low[-1] not in "aeiou":
        low = low[:-1]
    if low[-1] == "y":
        low = low[:-1] + "i"
    return low
