"""The value of a check: what keeps a version from being published as it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that keeps a version from being published as it is."""

    path: str
    """The version's file, as ``Version.path`` has it."""
    line: int
    rule: str
    """A short name that stays: ``finding-undeclared``, ``decision-void``."""
    wrong: str
    """What is wrong, in one sentence without its full stop."""
    mend: str
    """What to do about it, in one sentence without its full stop."""
    paste: str = ""
    """The block to paste into the file, or empty."""

    def __str__(self) -> str:
        """The problem on one line: ``file:line: what is wrong; how to mend it``."""
        return f"{self.path}:{self.line}: {self.wrong}; {self.mend}"
