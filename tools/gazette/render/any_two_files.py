"""In which files does the page of any two versions find what it puts together?

They are no contract: page, script and files come from the same build, and may change with any
release. For programs there is ``gazette diff --format json``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from gazette.render import addresses
from gazette.render.any_two import additions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    store: dict[str, object] = {"format": FORMAT, "versions": numbers}
    for name, rows in (("clauses", clause_rows), ("changes", change_rows)):
        files = list(_files([row for addition in every for row in rows(addition)]))
        store[name] = [count for count, _ in files]
        for at, (_, text) in enumerate(files):
            yield f"{name}-{at}.json", text
    yield "store.json", _json(store)
    for number, addition in zip(numbers, every, strict=True):
        yield f"{number}.json", _json(comparisons(addition))


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
