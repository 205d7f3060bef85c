"""What became of each clause, from version to version?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.model import Change, Clause, Comparison, Document


class Place(NamedTuple):
    """One clause of one version."""

    version: str
    at: int
    """Its place among the version's clauses, counted from 0."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to a clause in one version."""

    version: str
    change: Change | None
    """None where the clause came with the policy's first version."""
    index: int
    """Of the change among the revision's changes, counted from 1; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Life:
    """One clause through all versions that have it."""

    clause: Clause
    """As it was last."""
    events: tuple[Event, ...]
    """Oldest first. Where two clauses were merged, the life of the first goes on and that of the
    other ends; where one was split, each half has the whole's."""
    places: tuple[Place, ...]
    """Where the clause stood in each version that has it."""
    origin: Place
    """Where it began: as a part split off from another clause, with the split. No two lives have
    one origin, and it stays whatever happens later."""
    is_gone: bool
    """Whether the newest version has it no more."""
    heir: Place | None = None
    """Where the clause stands into which it was merged when it went."""


@dataclass(frozen=True, slots=True)
class _Thread:
    """A life while it is followed."""

    clause: Clause
    events: tuple[Event, ...]
    places: tuple[Place, ...]
    origin: Place


def lives(first: str, document: Document, steps: Sequence[tuple[str, Comparison]]) -> list[Life]:
    """The life of every clause that any version has, in the order of the newest one.

    What is gone follows, the last to go first.

    Args:
        first: The number of the first version.
        document: Its text.
        steps: For each later version, oldest first, its number and its comparison with the one
            before it.
    """
    threads = [
        _Thread(clause, (Event(first, None, 0),), (Place(first, at),), Place(first, at))
        for at, clause in enumerate(document.clauses)
    ]
    gone: list[Life] = []
    for version, comparison in steps:
        gone = [*_ended(version, comparison, threads), *gone]
        threads = list(_followed(version, comparison, threads))
    living = [
        Life(one.clause, one.events, one.places, one.origin, is_gone=False) for one in threads
    ]
    return living + gone


def _followed(
    version: str, comparison: Comparison, threads: Sequence[_Thread]
) -> Iterator[_Thread]:
    """Each clause of the new version, with the life that led to it.

    A clause goes on as the first of those that it was split into, and several as the first of
    them.
    """
    for row in _rows(comparison):
        before = threads[row.old[0]] if row.old else None
        event = (Event(version, row.change, row.nth),) if row.change.kinds else ()
        for nth, clause in enumerate(row.change.new):
            place = Place(version, row.new + nth)
            yield _Thread(
                clause,
                (before.events if before else ()) + event,
                (*(before.places if before else ()), place),
                before.origin if before and not nth else place,
            )


def _ended(version: str, comparison: Comparison, threads: Sequence[_Thread]) -> Iterator[Life]:
    """The lives that end with this version: clauses removed, or merged into another."""
    for row in _rows(comparison):
        is_merged = bool(row.change.new)
        for place in row.old[1:] if is_merged else row.old:
            thread = threads[place]
            yield Life(
                thread.clause,
                (*thread.events, Event(version, row.change, row.nth)),
                thread.places,
                thread.origin,
                is_gone=True,
                heir=Place(version, row.new) if is_merged else None,
            )


class _Row(NamedTuple):
    change: Change
    nth: int
    """Among those in which anything changed, counted from 1."""
    old: list[int]
    """The places of its old clauses."""
    new: int
    """The place of its first new one."""


def _rows(comparison: Comparison) -> Iterator[_Row]:
    places = {id(clause): at for at, clause in enumerate(comparison.old.clauses)}
    index = at = 0
    for change in comparison.rows:
        index += bool(change.kinds)
        yield _Row(change, index, [places[id(clause)] for clause in change.old], at)
        at += len(change.new)
