"""Which signs of Markdown came and went where only the formatting changed?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.comparison.sequences import Budget
from gazette.comparison.words import edits
from gazette.model import ChangeKind

if TYPE_CHECKING:
    from gazette.model import Change, Run


def formatting(change: Change) -> tuple[Run, ...]:
    """The Markdown of both sides as a redline; empty unless the formatting changed.

    For what cannot show bold words as such: there nothing else of the change is to be seen.
    """
    if ChangeKind.FORMATTED not in change.kinds:
        return ()
    old, new = ("\n".join([one.body for one in side]) for side in (change.old, change.new))
    return edits(old, new, Budget())
