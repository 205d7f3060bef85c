"""Which references to other clauses merely follow a renumbering?"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazette.model import Clause

_HAN = "〇零一二三四五六七八九十百千"
_PLAIN = (
    rf"(?:\d{{1,3}}(?:\.\d{{1,3}})*|[{_HAN}]{{1,6}}|[IVXLC]{{1,6}}\b|\([a-z0-9]{{1,4}}\)|[A-Z]\b)"
)
_BETWEEN = r"(?:\s*(?:,|、|，|&|to|and|or|through|和|或|及|至|[-–—])\s*)+"
_WORDS = (
    r"(?:clause|section|article|paragraph|point|part|chapter|annex|appendix|schedule|item|art\."
    r"|sec\.|para\.)s?\s+|§+\s?|\b(?:see|under|per)\s+(?=\d+\.\d)|第\s?"
)
_REFERENCE = re.compile(rf"(?:{_WORDS})(?:{_PLAIN})(?:{_BETWEEN}{_PLAIN})*", re.IGNORECASE)
_LEADING_WORD = re.compile(rf"^(?:{_WORDS})", re.IGNORECASE)
_NUMBER = re.compile(rf"(?<![\w.]){_PLAIN}|(?<=第){_PLAIN}")
_NUMBER_NAME = re.compile(r"^(?:[A-Za-z.]+\s+|§+\s?|第\s?)|\s?[条條章节節款項项部编編]$")


class Renumbering:
    """What number each clause bore and bears."""

    def __init__(self, pairs: Iterable[tuple[Clause, Clause]]) -> None:
        """Note the numbers of clauses that became each other."""
        self._by_part: dict[str, dict[str, str]] = defaultdict(dict)
        self._anywhere: dict[str, set[str]] = defaultdict(set)
        self.changed = False
        for old, new in pairs:
            if old.number and new.number:
                before, after = _bare(old.number), _bare(new.number)
                self._by_part[old.part].setdefault(before, after)
                self._anywhere[before].add(after)
                self.changed = self.changed or before != after

    def followed(self, text: str, part: str) -> str:
        """A text that stands in a part, with its references as they must be now.

        Only a number after a word such as "clause" or "see" is a reference: "within 3 days"
        is not.
        """
        numbers = self._by_part[part]

        def renumbered(match: re.Match[str]) -> str:
            number = match[0]
            if number in numbers:
                return numbers[number]
            elsewhere = self._anywhere.get(number, ())
            return next(iter(elsewhere)) if len(elsewhere) == 1 else number

        def reference(match: re.Match[str]) -> str:
            return _NUMBER.sub(renumbered, match[0])

        return _REFERENCE.sub(reference, text)


def _bare(number: str) -> str:
    """A number without the word before it: ``Article 5`` is referred to as ``5``."""
    return _NUMBER_NAME.sub("", number)
