"""The values that Gazette hands from step to step, and nothing that reads or writes.

The order here is the order of the flow: documents, comparisons, assessments, decisions,
versions, notices.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from gazette.markup import visible

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime


# Documents ------------------------------------------------------------------------------


class ClauseKind(StrEnum):
    """The shape that a clause has on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    TERM = "term"
    DESCRIPTION = "description"
    QUOTE = "quote"
    CODE = "code"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Clause:
    """The smallest numbered or standing-alone unit of a policy's text."""

    kind: ClauseKind
    number: str | None
    """The printed number without its last dot (``3.1.4``, ``(1)``), or None."""
    label: str
    """The number exactly as printed, with what follows it (``"3.1.4. "``), or empty."""
    part: str
    """The top heading it stands under (numbering restarts in each part), or empty."""
    body: str
    """Its inline Markdown: no label, list marker, quote sign or heading sign; lines joined by a
    line break; reference links turned into plain ones; cells of a row joined by " | "."""
    source: str
    """The exact Markdown, up to the next clause: all sources joined give the document."""
    line: int
    """The line of the document it starts on, counted from 1."""
    level: int
    """Heading level 1 to 6; nesting depth from 1 for items and the paragraphs in them; else 0."""

    @property
    def text(self) -> str:
        """What a reader sees: no label, no markup, white space collapsed.

        Worked out when asked for (and remembered), for a comparison needs it of few clauses.
        """
        if self.kind is ClauseKind.CODE:
            return " ".join(self.body.split())
        return visible(self.body)


@dataclass(frozen=True, slots=True)
class Document:
    """One text, as clauses in order."""

    clauses: tuple[Clause, ...]
    preamble: str
    """What precedes the first clause (blank lines, as a rule), so that the text comes back."""


# Comparisons ----------------------------------------------------------------------------


class Op(StrEnum):
    """What became of a run of words."""

    EQUAL = "="
    DELETE = "-"
    INSERT = "+"


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive characters of a clause that share one fate."""

    op: Op
    text: str


class ChangeKind(StrEnum):
    """What became of a clause. Kinds combine: ``moved`` and ``modified``."""

    ADDED = "added"
    REMOVED = "removed"
    MODIFIED = "modified"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    SPLIT = "split"
    MERGED = "merged"
    RETYPED = "retyped"
    """A paragraph became a list item, a heading changed its level, and so on."""
    REFERENCED = "referenced"
    """Only references to other clauses follow a renumbering ("see clause 3.4")."""
    FORMATTED = "formatted"
    """Only emphasis and other markup changed."""
    RELINKED = "relinked"
    """Only where a link leads, or an e-mail address hidden by a page's script, changed."""
    RESPACED = "respaced"
    """Only white space or typographic quotes and dashes changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one clause, or of the several that were split or merged."""

    kinds: tuple[ChangeKind, ...]
    """Empty for a clause that did not change."""
    old: tuple[Clause, ...]
    """Empty for an added clause; several for a merge."""
    new: tuple[Clause, ...]
    """Empty for a removed clause; several for a split."""
    edits: tuple[Run, ...] = ()
    """The runs of a clause whose text changed; empty where the text is the same."""

    @property
    def runs(self) -> tuple[Run, ...]:
        """What became of every character.

        Equal and deleted runs joined give the old texts (joined by a line break), equal and
        inserted runs the new ones, exactly.
        """
        if self.edits:
            return self.edits
        text = "\n".join(clause.text for clause in self.new)
        return (Run(Op.EQUAL, text),) if text else ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents side by side."""

    old: Document
    new: Document
    rows: tuple[Change, ...]
    """Every clause of both once, in reading order: the new document's, with what was removed
    standing where it stood. A moved clause stands at its new place."""
    coarse: bool = False
    """True where a bound on the cost made the redline coarser than it could be (still exact)."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """The rows in which anything changed, in reading order."""
        return tuple(row for row in self.rows if row.kinds)


# Significance ---------------------------------------------------------------------------


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
    triggers: tuple[ConsentTrigger, ...] = ()
    threshold: float = 0.45
    """How sure the assessment must be to flag, from 0 (flags all) to 1 (flags nothing)."""

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


# Legal's decision -----------------------------------------------------------------------


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


# Versions -------------------------------------------------------------------------------


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


# Notices --------------------------------------------------------------------------------


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


# Checks ---------------------------------------------------------------------------------


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
