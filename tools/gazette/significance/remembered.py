"""What was found before for a short text?

The same few thousand words make up most of every policy. Looking one up here takes half the time
that ``functools.lru_cache`` takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Found = TypeVar("Found")

_LONGEST = 32
"""Characters up to which a text is worth remembering: longer ones seldom come again."""
_MOST = 2**16
"""Texts after which all are forgotten."""


class Remembered(dict[str, Found]):
    """What some work finds for texts, by text."""

    def __init__(self, work: Callable[[str], Found]) -> None:
        """Remember what this work finds; it must find the same each time."""
        super().__init__()
        self._work = work

    def __missing__(self, text: str) -> Found:
        """Do the work."""
        found = self._work(text)
        if len(text) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[text] = found
        return found
