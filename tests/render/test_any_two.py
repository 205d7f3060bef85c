"""Any two versions: what is stored comes to what the build compares."""

from __future__ import annotations

import itertools
import random
from typing import TYPE_CHECKING

import pytest
from histories import history

from gazette.comparison import compare
from gazette.document import parse
from gazette.render.any_two import (
    Addition,
    Script,
    StoredChange,
    StoredClause,
    additions,
    stored_change,
    stored_clause,
)
from gazette.render.any_two_memory import Forgetful, Kept
from gazette.render.clause_names import headings_over

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from gazette.model import Document

VERSIONS = 12


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [parse(text) for text in history(5, VERSIONS, sections=3)]


@pytest.fixture(scope="module")
def stored(documents: list[Document]) -> list[Addition]:
    return list(additions(documents, Forgetful()))


def script_of(addition: Addition, back: int) -> Script:
    """The comparison of a version with the one so many versions before it, in full."""
    script: Script = {}
    for step in addition.steps[:back]:
        script |= step
    return script


def assembled(stored: Sequence[Addition], old: int, new: int) -> list[StoredClause | StoredChange]:
    """What the page shows of a pair, as it puts it together."""
    clauses = [clause for one in stored for clause in one.clauses]
    changes = [change for one in stored for change in one.changes]
    script = script_of(stored[new], new - old)
    places = stored[new].places
    shown: list[StoredClause | StoredChange] = []
    at = 0
    while at <= len(places):
        here = [changes[place] for place in script.get(at, ())]
        shown += here
        taken = sum(change.takes for change in here)
        if not taken and at < len(places):
            shown.append(clauses[places[at]])
        at += taken or 1
    return shown


def built(old: Document, new: Document) -> list[StoredClause | StoredChange]:
    """What the build shows of a pair by itself."""
    comparison = compare(old, new)
    over = headings_over(old.clauses) | headings_over(new.clauses)
    shown: list[StoredClause | StoredChange] = []
    for row in comparison.rows:
        if row.kinds:
            shown.append(stored_change(row, over))
        else:
            shown += map(stored_clause, row.new)
    return shown


def test_every_pair_of_a_history_is_put_together_as_the_build_has_it(
    documents: list[Document], stored: list[Addition]
) -> None:
    for old, new in itertools.combinations(range(VERSIONS), 2):
        assert assembled(stored, old, new) == built(documents[old], documents[new]), (old, new)


def test_each_clause_and_each_change_is_stored_once(stored: list[Addition]) -> None:
    clauses = [clause for one in stored for clause in one.clauses]
    changes = [change for one in stored for change in one.changes]
    assert len(set(clauses)) == len(clauses)
    assert len(set(changes)) == len(changes)


def test_what_a_version_adds_depends_on_no_later_one(
    documents: list[Document], stored: list[Addition]
) -> None:
    assert list(additions(documents[:5], Forgetful())) == stored[:5]


def test_a_comparison_over_its_bound_is_stored_as_coarse() -> None:
    chance = random.Random(1)
    long = [parse(" ".join(chance.choices("ab", k=20_000))) for _ in range(2)]
    assert [one.coarse for one in additions([*long, long[1]], Forgetful())] == [(), (0,), (0,)]


class _Counting(Kept):
    """A memory that tells what was worked out anew."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        self.kept = 0

    def keep(self, key: str, addition: Addition) -> None:
        super().keep(key, addition)
        self.kept += 1


def test_a_later_build_works_out_only_what_a_new_version_adds(
    documents: list[Document], stored: list[Addition], tmp_path: Path
) -> None:
    list(additions(documents[:6], Kept(tmp_path)))
    memory = _Counting(tmp_path)
    assert list(additions(documents[:8], memory)) == stored[:8]
    assert memory.kept == 2


def test_a_version_edited_after_the_fact_is_compared_anew(
    documents: list[Document], tmp_path: Path
) -> None:
    list(additions(documents[:3], Kept(tmp_path)))
    edited = [documents[0], parse("Something else.\n"), documents[2]]
    assert list(additions(edited, Kept(tmp_path))) == list(additions(edited, Forgetful()))


def test_what_is_kept_damaged_is_worked_out_anew(
    documents: list[Document], stored: list[Addition], tmp_path: Path
) -> None:
    list(additions(documents[:3], Kept(tmp_path)))
    for path in tmp_path.rglob("*.json"):
        path.write_text("{", encoding="utf-8")
    assert list(additions(documents[:3], Kept(tmp_path))) == stored[:3]


def test_git_is_told_to_leave_out_what_is_kept(documents: list[Document], tmp_path: Path) -> None:
    list(additions(documents[:2], Kept(tmp_path)))
    assert tmp_path.joinpath(".gitignore").read_text(encoding="utf-8") == "*\n"


def test_where_nothing_can_be_kept_the_build_goes_on(
    documents: list[Document], stored: list[Addition], tmp_path: Path
) -> None:
    tmp_path.joinpath("file").write_text("", encoding="utf-8")
    assert list(additions(documents[:2], Kept(tmp_path / "file"))) == stored[:2]
