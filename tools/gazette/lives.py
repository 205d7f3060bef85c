"""What became of each clause, from version to version?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.model import Change, Clause, Comparison, Document


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
    places: tuple[tuple[str, int], ...]
    """The versions that have the clause, each with its place among their clauses."""
    is_gone: bool
    """Whether the newest version has it no more."""


@dataclass(slots=True)
class _Thread:
    """A life while it is followed."""

    clause: Clause
    events: tuple[Event, ...]
    places: tuple[tuple[str, int], ...]


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
        _Thread(clause, (Event(first, None, 0),), ((first, place),))
        for place, clause in enumerate(document.clauses)
    ]
    gone: list[Life] = []
    for version, comparison in steps:
        followed = dict(_followed(version, comparison, threads))
        gone = [*_ended(version, comparison, threads, followed), *gone]
        threads = [followed[place] for place in range(len(comparison.new.clauses))]
    living = [Life(one.clause, one.events, one.places, is_gone=False) for one in threads]
    return living + gone


def _followed(
    version: str, comparison: Comparison, threads: Sequence[_Thread]
) -> Iterator[tuple[int, _Thread]]:
    """Each clause of the new version, by its place, with the life that led to it."""
    old = {id(clause): place for place, clause in enumerate(comparison.old.clauses)}
    place = index = 0
    for row in comparison.rows:
        index += bool(row.kinds)
        before = threads[old[id(row.old[0])]] if row.old else None
        event = (Event(version, row, index),) if row.kinds else ()
        for clause in row.new:
            events = (before.events if before else ()) + event
            places = (before.places if before else ()) + ((version, place),)
            yield place, _Thread(clause, events, places)
            place += 1


def _ended(
    version: str,
    comparison: Comparison,
    threads: Sequence[_Thread],
    followed: dict[int, _Thread],
) -> Iterator[Life]:
    """The lives that end with this version: clauses removed, or merged into another."""
    going_on = {thread.places[:-1] for thread in followed.values()}
    old = {id(clause): place for place, clause in enumerate(comparison.old.clauses)}
    index = 0
    for row in comparison.rows:
        index += bool(row.kinds)
        for clause in row.old:
            thread = threads[old[id(clause)]]
            if thread.places not in going_on:
                events = (*thread.events, Event(version, row, index))
                yield Life(thread.clause, events, thread.places, is_gone=True)
