"""What lets a reader compare any two versions of a policy, with no server?

Clauses recur from version to version, and so do their changes. So each distinct clause and each
distinct change is rendered once, here, and a pair of versions is a short script of numbers that
says how they stand one after the other. The page only puts them together: nothing is compared
there, so that it shows what the same comparison gives in the build.
"""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gazette.comparison import compare
from gazette.render.blocks import Placed
from gazette.render.clause_html import clauses_html
from gazette.render.environment import template
from gazette.render.shown import shown_change

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazette.model import Change, Clause, Comparison, Document

Script = tuple[int, ...]
"""One comparison. A number above 0: so many of the new version's next clauses did not change.
A number below 0: the change at place ``-number - 1`` of the store comes next, and takes as many of
the new version's next clauses as it says."""


@dataclass(frozen=True, slots=True)
class StoredChange:
    """One distinct change, rendered."""

    kinds: tuple[str, ...]
    is_minor: bool
    takes: int
    """How many of the new version's clauses it stands for."""
    html: str


@dataclass(slots=True)
class Store:
    """The distinct clauses and changes of a policy's versions, and a script for each pair."""

    clauses: list[str] = field(default_factory=list)
    """Distinct clauses, rendered."""
    changes: list[StoredChange] = field(default_factory=list)
    versions: list[tuple[int, ...]] = field(default_factory=list)
    """For each version, the places of its clauses."""
    scripts: dict[tuple[int, int], Script] = field(default_factory=dict)
    """By the places of the old and the new version."""


def stored(documents: Sequence[Document]) -> Store:
    """Compare every two of a policy's versions, given oldest first.

    Takes one comparison a pair, so n(n - 1)/2, and one rendering a distinct change.
    """
    return _Filling(documents).store


class _Filling:
    """The store of one policy while it is filled."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.store = Store()
        self._clauses: dict[str, int] = {}
        self._changes: dict[object, int] = {}
        self._rendered: dict[StoredChange, int] = {}
        self._under: dict[int, tuple[str, int]] = {}
        for document in documents:
            self.store.versions.append(tuple(self._placed(document)))
        for (i, old), (j, new) in itertools.combinations(enumerate(documents), 2):
            self.store.scripts[i, j] = tuple(self._script(compare(old, new)))

    def _placed(self, document: Document) -> list[int]:
        """The places of a document's clauses in the store, which takes in those it lacks."""
        places = []
        heading = ""
        for clause in document.clauses:
            html = str(clauses_html([Placed(clause, "")], top=4, addressed=False)).strip()
            place = self._clauses.setdefault(html, len(self._clauses))
            if place == len(self.store.clauses):
                self.store.clauses.append(html)
            places.append(place)
            self._under[id(clause)] = (f"{clause.part}\n{heading}", place)
            if clause.kind == "heading":
                heading = clause.label + clause.text
        return places

    def _script(self, comparison: Comparison) -> list[int]:
        script: list[int] = []
        for changed, rows in itertools.groupby(comparison.rows, lambda row: bool(row.kinds)):
            if changed:
                script += [-1 - self._change(comparison, row) for row in rows]
            else:
                script.append(sum(1 for _ in rows))
        return script

    def _change(self, comparison: Comparison, change: Change) -> int:
        """The place of a change in the store, which renders it if it is the first of its like."""
        key = (change.kinds, self._likes(change.old), self._likes(change.new), change.edits)
        place = self._changes.get(key)
        if place is None:
            one = rendered(comparison, change)
            place = self._rendered.setdefault(one, len(self._rendered))
            if place == len(self.store.changes):
                self.store.changes.append(one)
            self._changes[key] = place
        return place

    def _likes(self, clauses: Sequence[Clause]) -> tuple[tuple[str, int, str], ...]:
        """All that the looks of a change depend on, in its clauses."""
        return tuple((*self._under[id(clause)], clause.body) for clause in clauses)


def rendered(comparison: Comparison, change: Change) -> StoredChange:
    """A change of a comparison, rendered without its place among the others."""
    one = shown_change(comparison, change)
    html = template("redline/stored.html.j2").render(row=one)
    return StoredChange(
        one.kinds, one.is_minor, len(change.new), " ".join(html.split("\n")).strip()
    )


def store_json(store: Store, versions: Sequence[Mapping[str, object]]) -> str:
    """What every comparison of a policy needs: versions, distinct clauses, distinct changes.

    Args:
        store: The store.
        versions: What the page says of each version, oldest first; has ``number``.
    """
    return _compact(
        {
            "schema": "gazette/compare/1",
            "versions": [
                dict(about) | {"clauses": places}
                for about, places in zip(versions, store.versions, strict=True)
            ],
            "clauses": store.clauses,
            "changes": [
                [int(one.is_minor), one.takes, " ".join(one.kinds), one.html]
                for one in store.changes
            ],
        }
    )


def scripts_json(store: Store, new: int, numbers: Sequence[str]) -> str:
    """The scripts of every comparison that ends in one version.

    Args:
        store: The store.
        new: The version's place.
        numbers: The numbers of all versions, oldest first.
    """
    return _compact({numbers[old]: store.scripts[old, new] for old in range(new)})


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
