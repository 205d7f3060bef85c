"""Did an address, a telephone number or an e-mail address of the text change its value?

That one can be reached elsewhere is read off the values themselves, however little else changed
(9.4.5: "changes in … contact information"). Lines that a page's script hides are no values.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazette.model import Side, Span
from gazette.significance.words import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gazette.significance.difference import Difference
    from gazette.significance.words import Word, Words

    _Place = tuple[int, int]
    """First character, and the one after the last."""

# What follows a stroke is part of a link; Chinese characters may stand close on both sides.
_PHONE = re.compile(r"(?<![a-zA-Z\d_./=])\+?\(?\d[\d ().\u2011-]{6,}\d(?![a-zA-Z\d_])")
_DIGITS = re.compile(r"\d")
# No value is without one of these.
_IN_VALUES = re.compile(r"[\d@]")
_FEWEST, _MOST = 8, 15
"""Digits of a telephone number: E.164 allows no more than 15; a shorter run may be a date."""
_NORTH_AMERICAN = 11
"""Digits of such a number with its country code, which is 1."""
# Two years, or a date and the hour of the day after it.
_DATE = re.compile(
    r"^(?:(?:19|20)\d\d\D{1,3}(?:19|20)\d\d"
    r"|(?:(?:19|20)\d\d\D\d{1,2}\D\d{1,2}|\d{1,2}\D\d{1,2}\D(?:19|20)\d\d)(?: \d\d)?)$"
)
# A number that stands with one of these is part of a postal address.
_POSTAL = re.compile(
    r"\b(?:suite|ste\.?|floor|unit|room|p\.? ?o\.? box|street|avenue|ave\.?|boulevard|blvd\.?"
    r"|road|rd\.?|parkway|plaza|stra(?:ß|ss)e|rue|via|calle|rua)\b|\b[A-Z]{2} \d{5}\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
    r"|(?<=[\d０-９])(?:号|號|楼|樓|层|層|室)|[路街道弄]\d",
    re.IGNORECASE,
)
_YEAR_OR_TIME = re.compile(r"(?:19|20)\d\d(?:\D|$)|\d{1,2}[:/]\d")
_NEAR = 60
"""Characters on either side of a number in which the words of its address stand."""


def moved_whereabouts(difference: Difference) -> tuple[Span, ...]:
    """The values of a passage that lives on that are gone, then those that have come."""
    if not difference.lives:
        return ()
    changed = " ".join((*difference.lost.forms, *difference.gained.forms))
    if not _IN_VALUES.search(changed):
        return ()
    return _mails(difference) or _phones(difference) or _addresses(difference)


def _mails(difference: Difference) -> tuple[Span, ...]:
    old, new = (
        {word.form: (word.start, word.end) for word in words.of_kind("email")}
        for words in (difference.old_words, difference.new_words)
    )
    return () if HIDDEN in old or HIDDEN in new else _moved(old, new)


def _phones(difference: Difference) -> tuple[Span, ...]:
    return _moved(dict(_numbers(difference.old)), dict(_numbers(difference.new)))


def _moved(old: Mapping[str, _Place], new: Mapping[str, _Place]) -> tuple[Span, ...]:
    """Where the values stand that only one of two texts has."""
    return (
        *(Span(Side.OLD, *at) for value, at in old.items() if value not in new),
        *(Span(Side.NEW, *at) for value, at in new.items() if value not in old),
    )


def _numbers(text: str) -> Iterator[tuple[str, _Place]]:
    for match in _PHONE.finditer(text) if _DIGITS.search(text) else ():
        digits = "".join(_DIGITS.findall(match.group()))
        if _FEWEST <= len(digits) <= _MOST and not _DATE.match(match.group()):
            # With its country before it or without, a North American number is the same.
            own = digits.removeprefix("1") if len(digits) == _NORTH_AMERICAN else digits
            yield own, match.span()


def _addresses(difference: Difference) -> tuple[Span, ...]:
    """The numbers of postal addresses; both texts must have given one."""
    old = _house_numbers(difference.old, difference.old_words, difference.gone)
    new = old and _house_numbers(difference.new, difference.new_words, difference.come)
    if not new:
        return ()
    return (
        *(Span(Side.OLD, first, last) for first, last in old),
        *(Span(Side.NEW, first, last) for first, last in new),
    )


def _house_numbers(text: str, words: Words, marks: Sequence[bool]) -> list[_Place]:
    """The parts of an address, between commas, whose numbers changed."""
    if not _DIGITS.search(text):
        return []
    return [
        _part(text, word)
        for word in words.marked(marks)
        if word.kind in ("number", "word") and _DIGITS.search(word.form) and _in_address(text, word)
    ]


def _in_address(text: str, word: Word) -> bool:
    """Whether a number is one of an address: its words stand beside it, or not far from it.

    A short number, a year or a time must have them in its own part of the sentence.
    """
    first, last = word.start - _NEAR, word.end + _NEAR
    if len(word.form) == 1 or _YEAR_OR_TIME.match(word.form):
        first, last = _part(text, word)
    return _POSTAL.search(text, max(0, first), last) is not None


def _part(text: str, word: Word) -> _Place:
    """What stands between two commas about a word, no longer than an address is."""
    first = max(text.rfind(mark, 0, word.start) for mark in ",;:\n|，、：")
    ends = [text.find(mark, word.end) for mark in ",;:\n|，、。"]
    last = min((end for end in ends if end >= 0), default=len(text))
    if word.start - first > _NEAR or last - word.end > _NEAR:
        return word.start, word.end
    cut = text[first + 1 : last]
    return first + 1 + len(cut) - len(cut.lstrip()), last - len(cut) + len(cut.rstrip())
