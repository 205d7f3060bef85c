"""What can only be seen with the whole revision in view?

Text that leaves one paragraph and comes back in another has moved; a name that is replaced in the
same way throughout is a re-branding. Neither changes the meaning.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain, compress
from typing import TYPE_CHECKING, TypeVar

from gazette.model import Side
from gazette.significance.wording import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.significance.difference import Difference
    from gazette.significance.words import Words

_RUN = 4
"""How many words in a row make a stretch of text that can be known again."""
_THROUGHOUT = 3
"""In how many paragraphs a name must be replaced."""
_REMAINS = 0.15
"""What is left of a difference below this share is the seam of a move."""

T = TypeVar("T")
Run = tuple[str, ...]

MOVED = "The text only moved"
RENAMED = "A name was changed throughout"


def settled(differences: Sequence[Difference]) -> tuple[tuple[Difference, str | None], ...]:
    """The differences of one revision without what only moved among them.

    With each, why it is editorial, if the others show it to be; a single one has no others.
    """
    if len(differences) == 1:
        return ((differences[0], None),)
    gained = [_runs(d.new_words, d.come) for d in differences]
    lost = [_runs(d.old_words, d.gone) for d in differences]
    moved = set(chain(*gained)).intersection(chain(*lost))
    all_gained, all_lost = (
        Counter([run for run in chain(*runs) if run in moved]) for runs in (gained, lost)
    )
    renamed = _renamed(differences)
    found = []
    for difference, own_gained, own_lost in zip(differences, gained, lost, strict=True):
        left = difference
        if not moved.isdisjoint((*own_gained, *own_lost)):
            left = replace(
                difference,
                come=_unmoved(difference.new_words, difference.come, all_lost - Counter(own_lost)),
                gone=_unmoved(
                    difference.old_words, difference.gone, all_gained - Counter(own_gained)
                ),
            )
        why = MOVED if _only_moved(difference, left) else None
        found.append((left, why or (RENAMED if _only(difference, renamed) else None)))
    return tuple(found)


def _runs(text: Words, marks: Sequence[bool]) -> list[Run]:
    """Every run of words that changed together."""
    if sum(marks) < _RUN:
        return []
    runs = _windows(text.forms)
    return list(runs if all(marks) else compress(runs, map(all, _windows(marks))))


def _windows(row: Sequence[T]) -> Iterator[tuple[T, ...]]:
    """Each run of a row, from one beginning after the other."""
    return zip(*[row[at:] for at in range(_RUN)], strict=False)


def _unmoved(text: Words, marks: Sequence[bool], elsewhere: Counter[Run]) -> tuple[bool, ...]:
    """The marks without the runs that are on the other side of another paragraph."""
    left = list(marks)
    for at, (run, changed) in enumerate(zip(_windows(text.forms), _windows(marks), strict=True)):
        if all(changed) and elsewhere[run]:
            left[at : at + _RUN] = [False] * _RUN
    return tuple(left)


def _only_moved(difference: Difference, left: Difference) -> bool:
    if left is difference:
        return False
    before = len(difference.gained) + len(difference.lost)
    after = len(left.gained) + len(left.lost)
    return after < before and after <= _REMAINS * before


def _renamed(differences: Sequence[Difference]) -> frozenset[tuple[str, str]]:
    """The replacements of one name by another that happen in several paragraphs."""
    if len(differences) < _THROUGHOUT:
        return frozenset()
    seen: Counter[tuple[str, str]] = Counter()
    for difference in differences:
        seen.update(set(_replacements(difference)))
    return frozenset(pair for pair, count in seen.items() if count >= _THROUGHOUT)


def _replacements(difference: Difference) -> Iterator[tuple[str, str]]:
    """The old and new forms, where only names changed; nothing where anything else did."""
    if not (difference.lost and difference.gained and _names(difference)):
        return
    lost = list(_stretches(difference.old_words, difference.gone))
    gained = list(_stretches(difference.new_words, difference.come))
    if len(lost) == len(gained):
        yield from zip(map(" ".join, lost), map(" ".join, gained), strict=True)


def _stretches(text: Words, marks: Sequence[bool]) -> Iterator[list[str]]:
    stretch: list[str] = []
    for form, mark in zip(text.forms, marks, strict=True):
        if mark:
            stretch.append(form)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _names(difference: Difference) -> bool:
    """Whether every changed word is a name, and none is of a company with its legal form.

    "Northwind Traders, Inc." for "Northwind, Inc." is another company; "Northwind Store" for
    "Northwind Shop" is a re-branding.
    """
    return all(
        word.kind == "word" and text[word.start].isupper() for text, word in difference.changed
    ) and not names_company(difference)


def names_company(difference: Difference) -> bool:
    """Whether a changed word is the form of a company, or stands before one."""
    forms = word_list("company")
    return any(
        changed and (form in forms or after in forms)
        for _, words, marks in map(difference.on, Side)
        for form, after, changed in zip(words.forms, (*words.forms[1:], ""), marks, strict=False)
    )


def _only(difference: Difference, renamed: frozenset[tuple[str, str]]) -> bool:
    pairs = list(_replacements(difference)) if renamed else []
    return bool(pairs) and all(pair in renamed for pair in pairs)
