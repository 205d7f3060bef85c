"""The values of what legal declared about a revision: the sign-off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazette.model.assessments import Level


class RiskAssessment(StrEnum):
    """What the security impact assessment said (9.4.6: its result is not in the text)."""

    NONE = "none"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A finding that legal holds to be none."""

    clause: str
    """The number of the changed clause that the finding is about."""
    category: str
    """The finding's category, or ``unsure`` for a change that was only to be looked at."""
    reason: str


@dataclass(frozen=True, slots=True)
class Settlement:
    """A consent trigger that legal holds to be met in another way, or not to apply."""

    trigger: str
    """The trigger's key (``transfer_abroad``)."""
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What legal declared about a revision: the sign-off."""

    categories: tuple[str, ...] = ()
    limits_rights: bool = False
    risk_assessment: RiskAssessment = RiskAssessment.NONE
    notice: Level | None = None
    """Legal's own level; None leaves it to the rules."""
    notice_reason: str = ""
    """Why the notice is lower than the rules ask."""
    dismissed: tuple[Dismissal, ...] = ()
    settled: tuple[Settlement, ...] = ()
    digest: str = ""
    """SHA-256, in hex, of the text that it was made for; a decision without one holds for any."""
    reviewed_by: str = ""
    line: int = 1
    """The line of the version's file where the decision starts."""
