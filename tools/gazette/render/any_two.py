"""What lets a reader compare any two versions of a policy, with no server?

Clauses recur from version to version, and so do their changes. So each distinct clause and each
distinct change is rendered once, here, and a comparison is a few numbers that say how they stand
one after the other. The page only puts them together: nothing is compared there, so that it shows
what the same comparison gives in the build.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from gazette.comparison import compare
from gazette.render.blocks import Placed
from gazette.render.clause_html import clauses_html
from gazette.render.clause_names import headings_over
from gazette.render.redline_html import one_change
from gazette.render.shown import shown_change

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gazette.model import Change, Clause, ClauseKind, Comparison, Document, Run

Script: TypeAlias = dict[int, tuple[int, ...]]
"""One comparison: by the place of a clause of the new version, the changes that stand there, as
places in the store. Each takes as many of the new version's clauses as it says, none if it was
removed; a clause that none of them takes did not change."""


@dataclass(frozen=True, slots=True)
class StoredClause:
    """One distinct clause, rendered by itself."""

    level: int
    """Of a heading in the document, of an item in its list: where it hangs among its neighbours."""
    html: str


@dataclass(frozen=True, slots=True)
class StoredChange:
    """One distinct change, rendered as the second of three."""

    takes: int
    """How many of the new version's clauses it stands for."""
    is_minor: bool
    entry: str
    """Its line in the list of changes."""
    html: str


@dataclass(frozen=True, slots=True)
class Addition:
    """What one version adds to the store of those before it."""

    clauses: tuple[StoredClause, ...]
    """Those that no version before it has."""
    changes: tuple[StoredChange, ...]
    """Those that no comparison before its own has."""
    places: tuple[int, ...]
    """For each clause of the version, its place in the store."""
    steps: tuple[Script, ...]
    """Its comparison with each version before it, the nearest first, as what differs from the
    comparison before; the first differs from no change at all. A place without changes has none
    any more."""
    coarse: tuple[int, ...]
    """The places of the versions from which the redline is coarser than it could be."""


class Memory(Protocol):
    """Remembers additions from one build to the next."""

    def recall(self, key: str) -> Addition | None:
        """The addition that was kept under a key."""

    def keep(self, key: str, addition: Addition) -> None:
        """Keep an addition."""


def additions(documents: Sequence[Document], memory: Memory) -> Iterator[Addition]:
    """Compare every two of a policy's versions, given oldest first.

    Takes one comparison a pair, so n(n - 1)/2, and one rendering a distinct change. What each
    version adds depends on no later one, so that with a memory a new version takes n comparisons.
    """
    store = _Store(documents)
    digest = hashlib.sha256()
    for at, document in enumerate(documents):
        digest.update(_text(document).encode())
        addition = memory.recall(digest.hexdigest())
        if addition is None:
            addition = store.added(at)
            memory.keep(digest.hexdigest(), addition)
        else:
            store.take(addition)
        yield addition


def _text(document: Document) -> str:
    """The exact text of a document, and a character that ends it."""
    return document.preamble + "".join([c.source for c in document.clauses]) + "\0"


class _Look(NamedTuple):
    """All that the looks of a clause depend on, by itself and in a change."""

    over: str
    """The part and heading that it stands under, in words."""
    part: str
    kind: ClauseKind
    level: int
    label: str
    number: str | None
    body: str
    starts_table: bool


class _Store:
    """The distinct clauses and changes so far."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        self._clauses: dict[StoredClause, int] = {}
        self._changes: dict[StoredChange, int] = {}
        self._seen: dict[object, tuple[int, tuple[Run, ...]]] = {}
        self._placed: dict[int, int] = {}
        self._looks: dict[_Look, int] = {}
        self._look_of: dict[int, int] = {}
        self._over: dict[int, str] = {}
        for document in documents:
            self._over |= headings_over(document.clauses)

    def take(self, addition: Addition) -> None:
        """Hold what an earlier build worked out."""
        for clause in addition.clauses:
            self._clauses[clause] = len(self._clauses)
        for change in addition.changes:
            self._changes[change] = len(self._changes)

    def added(self, new: int) -> Addition:
        """What the version at that place adds."""
        clauses, changes = len(self._clauses), len(self._changes)
        document = self._documents[new]
        places = tuple([self._clause(clause) for clause in document.clauses])
        steps: list[Script] = []
        coarse: list[int] = []
        before: Script = {}
        for old in range(new - 1, -1, -1):
            comparison = compare(self._documents[old], document)
            script = self._script(comparison)
            steps.append(_difference(before, script))
            before = script
            if comparison.coarse:
                coarse.append(old)
        return Addition(
            tuple(self._clauses)[clauses:],
            tuple(self._changes)[changes:],
            places,
            tuple(steps),
            tuple(coarse),
        )

    def _script(self, comparison: Comparison) -> Script:
        script: dict[int, list[int]] = {}
        at = 0
        for row in comparison.rows:
            if row.kinds:
                script.setdefault(at, []).append(self._change(row))
            at += len(row.new)
        return {at: tuple(changes) for at, changes in script.items()}

    def _change(self, change: Change) -> int:
        """The place of a change, which is rendered if it is the first of its like.

        The edits of a clause that both sides have are known by identity, for hashing them takes
        longer than all else: those equal and not the same are rendered twice, and stored once.
        """
        old, new = (
            tuple([self._look(clause) for clause in side]) for side in (change.old, change.new)
        )
        like = (change.kinds, old, new, id(change.edits) if old and new else 0)
        if like not in self._seen:
            stored = stored_change(change, self._over)
            place = self._changes.setdefault(stored, len(self._changes))
            self._seen[like] = place, change.edits
        return self._seen[like][0]

    def _clause(self, clause: Clause) -> int:
        """The place of a clause, likewise."""
        look = self._look(clause)
        if look not in self._placed:
            stored = stored_clause(clause)
            self._placed[look] = self._clauses.setdefault(stored, len(self._clauses))
        return self._placed[look]

    def _look(self, clause: Clause) -> int:
        """The number of a clause's looks."""
        if (number := self._look_of.get(id(clause))) is None:
            one = Placed(clause, "")
            look = _Look(
                self._over[id(clause)],
                clause.part,
                clause.kind,
                clause.level,
                one.label,
                clause.number,
                clause.body,
                one.starts_table,
            )
            number = self._looks.setdefault(look, len(self._looks))
            self._look_of[id(clause)] = number
        return number


def _difference(before: Script, script: Script) -> Script:
    """What makes one script of another."""
    changed = {at: changes for at, changes in script.items() if before.get(at) != changes}
    return changed | {at: () for at in before if at not in script}


def stored_clause(clause: Clause) -> StoredClause:
    """A clause, rendered by itself."""
    html = clauses_html([Placed(clause, "")], top=3, addressed=False)
    return StoredClause(clause.level, html.strip())


def stored_change(change: Change, over: Mapping[int, str]) -> StoredChange:
    """A change, rendered without its place among the others.

    Args:
        change: The change.
        over: By the ``id()`` of each of its clauses, the part and heading that it stands under.
    """
    shown = shown_change(change, 1, over)
    return StoredChange(len(change.new), shown.is_minor, *one_change(shown))
