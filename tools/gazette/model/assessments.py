"""The values of what a change means: categories, findings, assessments."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Level(StrEnum):
    """How prominently the world is told, in rising order."""

    REVISION = "revision"
    ANNOUNCEMENT = "announcement"
    POPUP = "popup"
    CONSENT = "consent"

    @property
    def rank(self) -> int:
        """0 for the least prominent level, 3 for the most."""
        return list(Level).index(self)


@dataclass(frozen=True, slots=True)
class Category:
    """One kind of change that the policy itself calls significant."""

    key: str
    clause: str
    """The number of the policy's clause that defines it (``9.4.1``)."""
    level: Level
    label: Mapping[str, str]
    """A short name for readers, by language."""
    facts: tuple[str, ...] = ()
    """The facts of a difference that fall in it (``recipient``, ``retention``)."""

    def name(self, lang: str) -> str:
        """The label in a language, else in English, else in whichever there is."""
        return _in_language(self.label, lang)


@dataclass(frozen=True, slots=True)
class ConsentTrigger:
    """A promise to ask for express consent before a certain kind of change."""

    key: str
    clause: str
    """The number of the policy's clause that makes the promise (``7.6``)."""
    label: Mapping[str, str]
    facts: tuple[str, ...] = ()
    """The facts of a difference that meet it, as ``fact`` or ``fact-direction``
    (``transfer-added``)."""

    def name(self, lang: str) -> str:
        """The label in a language, else in English, else in whichever there is."""
        return _in_language(self.label, lang)


def _in_language(label: Mapping[str, str], lang: str) -> str:
    return label.get(lang) or label.get("en") or next(iter(label.values()))


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """The categories of significant change of one policy."""

    name: str
    categories: tuple[Category, ...]
    limits_rights: Category
    """The promise not to limit rights without express consent (9.2 of the seed policy)."""
    threshold: float
    """How sure the assessment must be to flag, from 0 (flags all) to 1 (flags nothing)."""
    triggers: tuple[ConsentTrigger, ...] = ()

    def category(self, key: str) -> Category:
        """The category of that key, ``limits_rights`` included; KeyError if there is none."""
        for category in (*self.categories, self.limits_rights):
            if category.key == key:
                return category
        raise KeyError(key)


class Kind(StrEnum):
    """Does the meaning change?"""

    EDITORIAL = "editorial"
    SUBSTANTIVE = "substantive"
    UNSURE = "unsure"
    """Substantive but unplaced, or uncertain: legal must look at it."""


class Side(StrEnum):
    """Which of the two texts."""

    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one side of a change."""

    side: Side
    start: int
    """Offset in characters into the texts of that side's clauses, joined by a line break."""
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One change held to fall in one category."""

    change: int
    """Index into the comparison's ``changes``; -1 for what legal declared and no text says."""
    category: str
    """Key of the category (``sharing``), or ``limits_rights``."""
    clause: str
    """The policy's clause that defines the category."""
    evidence: tuple[str, ...]
    """The words that led there, as they stand in the old or the new text."""
    rule: str
    """The rule that fired (``recipient-added``)."""
    why: str
    """One plain sentence."""
    trigger: str | None = None
    """Key of the consent trigger that this finding meets, or None."""
    spans: tuple[Span, ...] = ()
    """Where the words of ``evidence`` stand, in the same order."""


@dataclass(frozen=True, slots=True)
class UnitAssessment:
    """Everything found in one changed paragraph."""

    kind: Kind
    categories: tuple[str, ...]
    """Keys of the categories found, in the taxonomy's order; without ``limits_rights``."""
    limits_rights: bool
    findings: tuple[Finding, ...]
    """Their ``change`` is 0."""
    why: str = ""
    """Why it is editorial, or why someone must look at it, in one plain sentence."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything found in one revision."""

    kind: Kind
    findings: tuple[Finding, ...]
    categories: tuple[str, ...]
    """Keys of the categories found, in the taxonomy's order; without ``limits_rights``."""
    limits_rights: bool
    level: Level
    """The notice that the rules ask for."""
    unsure: tuple[int, ...] = ()
    """Indices of changes that are substantive but unplaced, or uncertain."""
    unsure_why: tuple[str, ...] = ()
    """Why each of them must be looked at, in the same order."""
    promises: tuple[int, ...] = ()
    """Indices of changes to the very clauses that the taxonomy rests on (9.4 itself)."""
