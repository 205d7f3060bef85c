"""In which files does the page of any two versions find what it puts together?

They are no contract: page, script and files come from the same build, and may change with any
release. For programs there is ``gazette diff --format json``.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from gazette.render import addresses
from gazette.render.any_two import additions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from gazette.publication import Publication
    from gazette.render.any_two import Addition, Memory

Row: TypeAlias = list[str | int]

FORMAT = 1
"""What page and files must agree on, for a browser may have kept either."""
_ROOM = 250_000
"""Characters of a file of clauses or changes, beyond which another one is begun."""


def compare_files(publication: Publication, memory: Memory) -> Iterator[tuple[str, str]]:
    """Every file of a policy, with its address."""
    editions = publication.editions[::-1]
    every = list(additions([edition.document for edition in editions], memory))
    folder = addresses.compare_page(publication.policy.key)
    for name, text in store_files([edition.number for edition in editions], every):
        yield f"{folder}{name}", text


def store_files(numbers: Sequence[str], every: Sequence[Addition]) -> Iterator[tuple[str, str]]:
    """The files of a store, by name: JSON.

    ``store.json`` names the versions, oldest first, and says how many clauses and changes each of
    the files ``clauses-0.json``, ``changes-0.json`` and so on holds. ``<version>.json`` has the
    comparisons that end in that version.

    Args:
        numbers: The numbers of the versions, oldest first.
        every: What each adds.
    """
    clauses = _order([addition.places for addition in every])
    changes = _order([_changes_used(addition) for addition in every])
    rows = {
        "clauses": _sorted([row for addition in every for row in clause_rows(addition)], clauses),
        "changes": _sorted([row for addition in every for row in change_rows(addition)], changes),
    }
    store: dict[str, object] = {"format": FORMAT, "versions": numbers}
    for name, pieces in rows.items():
        files = list(_files(pieces))
        store[name] = [count for count, _ in files]
        for at, (_, text) in enumerate(files):
            yield f"{name}-{at}.json", text
    yield "store.json", _json(store)
    for number, addition in zip(numbers, every, strict=True):
        yield f"{number}.json", _json(comparisons(_renumbered(addition, clauses, changes)))


def _renumbered(
    addition: Addition, clauses: Mapping[int, int], changes: Mapping[int, int]
) -> Addition:
    """An addition with the places that clauses and changes have in the files."""
    places = tuple([clauses[place] for place in addition.places])
    steps = [
        {at: tuple([changes[one] for one in here]) for at, here in step.items()}
        for step in addition.steps
    ]
    return replace(addition, places=places, steps=tuple(steps))


def _order(used: Sequence[Iterable[int]]) -> Mapping[int, int]:
    """The place in the files of each piece, by its place in the store.

    What the newest version still uses stands last, and what went first stands first: a reader
    mostly wants to know what has changed since some version, and needs only the last files then.

    Args:
        used: For each version, the pieces that it has.
    """
    last = {piece: at for at, pieces in enumerate(used) for piece in pieces}
    return {piece: at for at, piece in enumerate(sorted(last, key=lambda one: (last[one], one)))}


def _sorted(rows: Sequence[Row], order: Mapping[int, int]) -> list[Row]:
    return [row for _, row in sorted((order[at], row) for at, row in enumerate(rows))]


def _changes_used(addition: Addition) -> Iterator[int]:
    return (one for step in addition.steps for changes in step.values() for one in changes)


def clause_rows(addition: Addition) -> list[Row]:
    """The clauses of an addition: level and HTML of each."""
    return [[one.level, one.html] for one in addition.clauses]


def change_rows(addition: Addition) -> list[Row]:
    """The changes of an addition: clauses taken, whether minor, the list's entry, and the HTML."""
    return [[one.takes, int(one.is_minor), one.entry, one.html] for one in addition.changes]


def comparisons(addition: Addition) -> dict[str, object]:
    """The places of a version's clauses, and its comparison with each version before it."""
    return {
        "clauses": addition.places,
        "steps": [[[at, *changes] for at, changes in step.items()] for step in addition.steps],
        "coarse": addition.coarse,
    }


def _files(pieces: Sequence[object]) -> Iterator[tuple[int, str]]:
    """The pieces in files of about the same size: how many are in it, and the text."""
    texts: list[str] = []
    room = _ROOM
    for piece in pieces:
        text = _json(piece)
        if texts and len(text) > room:
            yield len(texts), f"[{','.join(texts)}]"
            texts, room = [], _ROOM
        texts.append(text)
        room -= len(text)
    if texts:
        yield len(texts), f"[{','.join(texts)}]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
