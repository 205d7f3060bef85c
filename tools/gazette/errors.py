"""What can be wrong with the files Gazette reads, said so that a person can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in one place, and how to mend it."""

    path: Path
    """The file at fault."""
    line: int
    """Its line, counted from 1."""
    wrong: str
    """What is wrong, without a full stop."""
    mend: str
    """What to do about it, without a full stop."""

    def __str__(self) -> str:
        """The fault on one line: ``file:line: what is wrong; how to mend it``."""
        said = f"{self.path}:{self.line}: {self.wrong}; {self.mend}"
        # A file's name can hold anything, even line feeds, and bytes that are no text at all.
        return "".join(c if c.isprintable() else repr(c)[1:-1] for c in said)


class GazetteError(Exception):
    """Gazette cannot go on; the message tells a person why and what to do."""

    exit_code = 1


class FaultyInputError(GazetteError):
    """Files that legal writes are wrong: every fault found, in one go."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the faults in order of file and line."""
        self.faults = tuple(sorted(faults, key=lambda fault: (str(fault.path), fault.line)))
        super().__init__("\n".join(map(str, self.faults)))


class UsageError(GazetteError):
    """What was asked for does not exist or cannot be run."""

    exit_code = 2
