"""Any two versions: what the page puts together is what the build compares."""

from __future__ import annotations

import itertools
import json
import random
from typing import TYPE_CHECKING

import pytest

from gazette.comparison import compare
from gazette.document import parse
from gazette.render.any_two import (
    Store,
    StoredChange,
    rendered,
    scripts_json,
    store_json,
    stored,
)
from gazette.render.blocks import Placed
from gazette.render.clause_html import clauses_html

if TYPE_CHECKING:
    from gazette.model import Document

WORDS = [
    "we",
    "may",
    "share",
    "keep",
    "use",
    "delete",
    "your",
    "account",
    "data",
    "name",
    "address",
    "with",
    "partners",
    "for",
    "years",
]
VERSIONS = 16


def sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(6, 14))).capitalize() + "."


def revised(clauses: list[str], chance: random.Random) -> list[str]:
    """A few clauses reworded, added, removed, moved, split and merged."""
    clauses = list(clauses)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(clauses) - 1)
        match chance.randrange(6):
            case 0:
                clauses[at] = clauses[at].replace("data", "records", 1) + " " + sentence(chance)
            case 1:
                clauses.insert(at, sentence(chance))
            case 2 if len(clauses) > 8:
                del clauses[at]
            case 3:
                clauses.insert(chance.randrange(len(clauses)), clauses.pop(at))
            case 4:
                head, stop, rest = clauses[at].partition(". ")
                clauses[at : at + 1] = [head + stop.strip(), rest] if rest else [head]
            case _:
                clauses[at : at + 2] = [f"{clauses[at]} {clauses[at + 1]}"]
    return clauses


def numbered(clauses: list[str]) -> str:
    lines = [f"1.{at}. {clause}" for at, clause in enumerate(clauses, start=1)]
    return "# Policy\n\n## Terms\n\n" + "\n\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def history() -> list[Document]:
    chance = random.Random(97)
    clauses = [f"{sentence(chance)} {sentence(chance)}" for _ in range(20)]
    documents = []
    for _ in range(VERSIONS):
        documents.append(parse(numbered(clauses)))
        clauses = revised(clauses, chance)
    return documents


@pytest.fixture(scope="module")
def store(history: list[Document]) -> Store:
    return stored(history)


def assembled(store: Store, old: int, new: int) -> list[str | StoredChange]:
    """What the page shows of a pair, as its script puts it together."""
    shown: list[str | StoredChange] = []
    at = 0
    for step in store.scripts[old, new]:
        if step > 0:
            shown += [store.clauses[place] for place in store.versions[new][at : at + step]]
            at += step
        else:
            change = store.changes[-step - 1]
            shown.append(change)
            at += change.takes
    return shown


def built(old: Document, new: Document) -> list[str | StoredChange]:
    """What the build shows of a pair by itself."""
    comparison = compare(old, new)
    shown: list[str | StoredChange] = []
    for row in comparison.rows:
        if row.kinds:
            shown.append(rendered(comparison, row))
        else:
            shown += [
                str(clauses_html([Placed(clause, "")], top=4, addressed=False)).strip()
                for clause in row.new
            ]
    return shown


def test_every_pair_of_a_long_history_is_put_together_as_the_build_has_it(
    history: list[Document], store: Store
) -> None:
    for old, new in itertools.combinations(range(VERSIONS), 2):
        assert assembled(store, old, new) == built(history[old], history[new]), (old, new)


def test_the_history_has_every_kind_of_change_of_place(store: Store) -> None:
    kinds = {kind for change in store.changes for kind in change.kinds}
    assert {"added", "removed", "modified", "moved", "renumbered", "split", "merged"} <= kinds


def test_a_script_takes_every_clause_of_the_new_version(store: Store) -> None:
    for (_, new), script in store.scripts.items():
        taken = sum(step if step > 0 else store.changes[-step - 1].takes for step in script)
        assert taken == len(store.versions[new])


def test_each_clause_and_each_change_is_stored_once(store: Store) -> None:
    assert len(set(store.clauses)) == len(store.clauses)
    assert len(set(store.changes)) == len(store.changes)


def test_changes_recur_so_that_far_fewer_are_stored_than_shown(store: Store) -> None:
    shown = sum(1 for script in store.scripts.values() for step in script if step < 0)
    assert len(store.changes) * 3 < shown


def test_the_files_hold_what_the_page_needs() -> None:
    small = stored([parse("One.\n\nTwo.\n"), parse("One.\n\nTwo, changed.\n")])
    versions = [{"number": "1.0"}, {"number": "1.1"}]
    document = json.loads(store_json(small, versions))
    assert document["schema"] == "gazette/compare/1"
    assert [version["clauses"] for version in document["versions"]] == [[0, 1], [0, 2]]
    ((minor, takes, kinds, html),) = document["changes"]
    assert (minor, takes, kinds) == (0, 1, "modified")
    assert "<ins>" in html
    assert json.loads(scripts_json(small, 1, ["1.0", "1.1"])) == {"1.0": [1, -1]}
