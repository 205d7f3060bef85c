"""Do words say the same?

Fillers may come and go, and synonyms of this kind of text are taken for one another. Neither list
(``data/wording.yml``) may hold a negation, a condition or a modal verb.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from gazette.significance.wording import synonyms, word_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gazette.significance.words import Words


def same_content(one: Words, other: Words) -> bool:
    """Whether words say the same: fillers apart, and synonyms taken for one another."""
    on_one_side = set(one.forms).symmetric_difference(other.forms)
    return on_one_side <= _exchangeable() and (
        Counter(content(one.forms)) == Counter(content(other.forms))
    )


def content(forms: Sequence[str]) -> Iterator[str]:
    """What words say in their order, fillers apart and synonyms under one name."""
    same, filler = synonyms(), fillers()
    lengths = _lengths_of_synonyms()
    at = 0
    while at < len(forms):
        for length in lengths.get(forms[at], ()):
            group = same.get(tuple(forms[at : at + length]))
            if group is not None:
                yield group
                break
        else:
            length = 1
            if forms[at] not in filler:
                yield forms[at]
        at += length


@cache
def _lengths_of_synonyms() -> Mapping[str, Sequence[int]]:
    """For each word that begins a synonym, how many words those have, the longest first."""
    lengths: dict[str, set[int]] = {}
    for term in synonyms():
        lengths.setdefault(term[0], set()).add(len(term))
    return {first: sorted(own, reverse=True) for first, own in lengths.items()}


@cache
def _exchangeable() -> frozenset[str]:
    """The words that can stand in one of two texts alone, and these still say the same."""
    return fillers().union(*synonyms())


@cache
def fillers() -> frozenset[str]:
    """The words that may come and go."""
    return word_list("filler") - word_list("logic")
