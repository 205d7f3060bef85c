"""The values of a policy over time: its versions, and what git knows of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from gazette.model.assessments import Taxonomy
    from gazette.model.decisions import Decision


class Status(StrEnum):
    """Whether a version may be seen."""

    DRAFT = "draft"
    PUBLISHED = "published"


class State(StrEnum):
    """Where a published version stands on a given day."""

    UPCOMING = "upcoming"
    IN_FORCE = "in force"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit that touched a version's file."""

    sha: str
    authored: datetime
    subject: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """What git knows of one version's file."""

    first: Commit | None
    """The commit that first published it; None where git cannot say."""
    later: tuple[Commit, ...] = ()
    """Every later commit that touched it, oldest first."""
    remarks: tuple[str, ...] = ()
    """What could not be established, and why, in sentences for the reader."""


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a policy, immutable once published."""

    policy: str
    number: str
    """As legal writes it: ``1.10``. Ordered by its numbers, not as text."""
    lang: str
    status: Status
    published: date
    """``date.max`` for a draft that has no date yet."""
    effective: date
    """``date.max`` for a draft that has no date yet."""
    summary: str
    text: str
    """The Markdown below the front matter."""
    path: str
    """The file, relative to what holds the directory of all policies, with ``/``."""
    text_line: int
    """The line of the file that ``text`` starts on, counted from 1."""
    decision: Decision | None = None

    @property
    def order(self) -> tuple[int, ...]:
        """The number as integers, for sorting: ``1.10`` after ``1.9``."""
        return tuple(map(int, self.number.split(".")))

    @property
    def is_published(self) -> bool:
        """Whether the public may see it."""
        return self.status is Status.PUBLISHED


@dataclass(frozen=True, slots=True)
class Policy:
    """One document over time."""

    key: str
    title: Mapping[str, str]
    """By language."""
    languages: tuple[str, ...]
    """The first is the one that the versions without a language in their name are in."""
    taxonomy: Taxonomy
    notice_days: int
    """How long a notice stays up, from the day the version takes effect."""
    contact: str
    versions: tuple[Version, ...]
    """Every language's, drafts included, by number and then in the order of ``languages``."""
    provenance: Mapping[str, Provenance] = field(default_factory=dict)
    """By the version's path."""
