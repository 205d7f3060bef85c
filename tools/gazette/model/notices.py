"""The values of what the world is told about a revision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from gazette.model.assessments import Category, Level


@dataclass(frozen=True, slots=True)
class NoticeChange:
    """One specific change, as the notice lists it."""

    clause: str
    """The clause's number, or its heading where it has none."""
    kind: str
    """``added``, ``removed``, ``modified``."""
    text: str
    """One plain sentence."""
    anchor: str
    """The clause's anchor on the redline page."""
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """What the world is told about one revision, in one language."""

    policy: str
    version: str
    lang: str
    level: Level
    title: str
    summary: str
    categories: tuple[Category, ...]
    changes: tuple[NoticeChange, ...]
    published: date
    effective: date
    show_from: date
    show_until: date
    supersedes: tuple[str, ...]
    """Ids of the policy's earlier notices, newest first."""
    digest: str
    """SHA-256, in hex, of the version's text: what a reader agrees to."""

    @property
    def id(self) -> str:
        """The notice's name in every feed: ``privacy-2.0``."""
        return f"{self.policy}-{self.version}"
