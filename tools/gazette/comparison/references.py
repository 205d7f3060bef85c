"""Which references to other clauses merely follow a renumbering?"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from gazette.comparison.folding import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gazette.model import Clause

_HAN = "〇零一二三四五六七八九十百千"
_PLAIN = (
    rf"(?:\d{{1,3}}(?:\.\d{{1,3}})*|[{_HAN}]{{1,6}}|[IVXLC]{{1,6}}\b|\([a-z0-9]{{1,4}}\)|[A-Z]\b)"
)
_BETWEEN = r"\s*+(?:(?:,|、|，|&|to|and|or|through|和|或|及|至|[-–—])\s*+)++"
_WORDS = (
    r"(?:clause|section|article|paragraph|point|part|chapter|annex|appendix|schedule|item|art\."
    r"|sec\.|para\.)s?\s+|§+\s?|\b(?:see|under|per)\s+(?=\d+\.\d)|第\s?"
)
_REFERENCE = re.compile(rf"(?:{_WORDS})(?:{_PLAIN})(?:{_BETWEEN}{_PLAIN})*", re.IGNORECASE)
_NUMBER = re.compile(rf"(?<![\w.]){_PLAIN}|(?<=第){_PLAIN}")
_NUMBER_NAME = re.compile(r"^(?:[A-Za-z.]+\s+|§+\s?|第\s?)|\s?[条條章节節款項项部编編]$")


class Renumbering:
    """What number each clause bore and bears."""

    def __init__(self, pairs: Callable[[], Iterable[tuple[Clause, Clause]]]) -> None:
        """Keep clauses that became each other, to be looked at when a reference changes."""
        self._pairs = pairs

    @cached_property
    def _by_part(self) -> dict[str, dict[str, str]]:
        """By part, the new number of each old one."""
        numbers: dict[str, dict[str, str]] = defaultdict(dict)
        for old, new in self._pairs():
            if old.number and new.number:
                numbers[old.part].setdefault(_bare(old.number), _bare(new.number))
        return numbers

    @cached_property
    def _anywhere(self) -> dict[str, str]:
        """The new number of those that became the same one in every part."""
        found: dict[str, set[str]] = defaultdict(set)
        for numbers in self._by_part.values():
            for old, new in numbers.items():
                found[old].add(new)
        return {old: new.pop() for old, new in found.items() if len(new) == 1}

    @cached_property
    def _changed(self) -> bool:
        return any(
            old.number and new.number not in {None, old.number} for old, new in self._pairs()
        )

    def explains(self, old: str, new: str, part: str) -> bool:
        """Does a text differ from another only in references that had to follow?"""
        return (
            self._changed
            and bool(_REFERENCE.search(old))
            and folded(self.followed(old, part)) == folded(new)
        )

    def followed(self, text: str, part: str) -> str:
        """A text that stands in a part, with its references as they must be now.

        Only a number after a word such as "clause" or "see" is a reference: "within 3 days"
        is not.
        """
        numbers = {**self._anywhere, **self._by_part.get(part, {})}

        def renumbered(match: re.Match[str]) -> str:
            return numbers.get(match[0], match[0])

        def reference(match: re.Match[str]) -> str:
            return _NUMBER.sub(renumbered, match[0])

        return _REFERENCE.sub(reference, text)


def _bare(number: str) -> str:
    """A number without the word before it: ``Article 5`` is referred to as ``5``."""
    return number if number[0].isdigit() else _NUMBER_NAME.sub("", number)
