"""What can only be seen with the whole revision in view?

Text that leaves one paragraph and comes back in another has moved; a name that is replaced in the
same way throughout is a re-branding. Neither changes the meaning.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.significance.difference import Difference
    from gazette.significance.words import Word

_RUN = 4
"""How many words in a row make a stretch of text that can be known again."""
_LEAST = 3
_SHARE = 0.85
_THROUGHOUT = 3
_COMPANY = frozenset(
    [
        "inc",
        "ltd",
        "llc",
        "limit",
        "corp",
        "corporation",
        "gmbh",
        "pte",
        "plc",
        "sas",
        "uab",
        "ag",
        "oy",
        "llp",
        "co",
        "司",
    ]
)

Runs = Counter[tuple[str, ...]]


def settled(differences: Sequence[Difference]) -> tuple[str | None, ...]:
    """For each difference of one revision, why the others show it to be editorial, or None."""
    gained = [_runs(d.new_words, d.come) for d in differences]
    lost = [_runs(d.old_words, d.gone) for d in differences]
    all_gained, all_lost = _sum(gained), _sum(lost)
    renamed = _renamed(differences)
    return tuple(
        "The text only moved"
        if _moved(own_gained, own_lost, all_gained - own_gained, all_lost - own_lost)
        else "A name was changed throughout"
        if _only(difference, renamed)
        else None
        for difference, own_gained, own_lost in zip(differences, gained, lost, strict=True)
    )


def _runs(text: Sequence[Word], marks: Sequence[bool]) -> Runs:
    """Every run of words that changed together; a shorter stretch is one run."""
    found: Runs = Counter()
    for stretch in _stretches(text, marks):
        if len(stretch) < _LEAST:
            found[("", *stretch)] += 1
        for at in range(max(1, len(stretch) - _RUN + 1)):
            found[tuple(stretch[at : at + _RUN])] += 1
    return found


def _stretches(text: Sequence[Word], marks: Sequence[bool]) -> Iterator[list[str]]:
    stretch: list[str] = []
    for word, mark in zip(text, marks, strict=True):
        if mark:
            stretch.append(word.form)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _sum(counters: Sequence[Runs]) -> Runs:
    total: Runs = Counter()
    for counter in counters:
        total.update(counter)
    return total


def _moved(gained: Runs, lost: Runs, elsewhere_gained: Runs, elsewhere_lost: Runs) -> bool:
    """Whether nearly all that came is gone elsewhere, and what is gone has come elsewhere."""
    size = gained.total() + lost.total()
    known = (gained & elsewhere_lost).total() + (lost & elsewhere_gained).total()
    return size > 0 and known >= _SHARE * size


def _renamed(differences: Sequence[Difference]) -> frozenset[tuple[str, str]]:
    """The replacements of one name by another that happen in several paragraphs."""
    seen: Counter[tuple[str, str]] = Counter()
    for difference in differences:
        seen.update(set(_replacements(difference)))
    return frozenset(pair for pair, count in seen.items() if count >= _THROUGHOUT)


def _replacements(difference: Difference) -> Iterator[tuple[str, str]]:
    """The old and new forms, where only names changed; nothing where anything else did."""
    lost = list(_stretches(difference.old_words, difference.gone))
    gained = list(_stretches(difference.new_words, difference.come))
    if len(lost) == len(gained) and _names(difference):
        yield from zip(map(" ".join, lost), map(" ".join, gained), strict=True)


def _names(difference: Difference) -> bool:
    changed = [(difference.old, word) for word in difference.lost]
    changed += [(difference.new, word) for word in difference.gained]
    return all(
        word.kind == "word" and text[word.start].isupper() and word.form not in _COMPANY
        for text, word in changed
    )


def _only(difference: Difference, renamed: frozenset[tuple[str, str]]) -> bool:
    pairs = list(_replacements(difference))
    return bool(pairs) and all(pair in renamed for pair in pairs)
