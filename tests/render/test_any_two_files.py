"""The files that the page of any two versions reads."""

from __future__ import annotations

import json
from typing import Any

import pytest
from histories import history

from gazette.document import parse
from gazette.render.any_two import additions
from gazette.render.any_two_files import change_rows, clause_rows, store_files
from gazette.render.any_two_memory import Forgetful

NUMBERS = [f"{number}.0" for number in range(1, 9)]
EVERY = list(additions([parse(text) for text in history(3, 8, sections=2)], Forgetful()))


@pytest.fixture(scope="module")
def files() -> dict[str, Any]:
    return {name: json.loads(text) for name, text in store_files(NUMBERS, EVERY)}


def test_the_store_names_the_versions_and_says_what_each_file_holds(files: dict[str, Any]) -> None:
    store = files["store.json"]
    assert store["versions"] == NUMBERS
    for name in ("clauses", "changes"):
        assert store[name] == [len(files[f"{name}-{at}.json"]) for at in range(len(store[name]))]


def test_the_files_hold_every_clause_and_every_change(files: dict[str, Any]) -> None:
    for name, rows in (("clauses", clause_rows), ("changes", change_rows)):
        stored = [row for file, found in files.items() if file.startswith(name) for row in found]
        assert sorted(stored) == sorted([row for one in EVERY for row in rows(one)])


def test_what_the_newest_version_needs_stands_last(files: dict[str, Any]) -> None:
    newest = files["8.0.json"]
    for name, used in (
        ("clauses", set(newest["clauses"])),
        ("changes", {one for step in newest["steps"] for _, *changes in step for one in changes}),
    ):
        count = sum(files["store.json"][name])
        assert used == set(range(count - len(used), count))


def test_much_text_stands_in_several_files() -> None:
    long = [parse("\n\n".join(f"{word} {at}" * 20_000 for at in range(3))) for word in "ab"]
    files = dict(store_files(["1.0", "2.0"], list(additions(long, Forgetful()))))
    assert sum(json.loads(files["store.json"])["clauses"]) == 6
    assert len(json.loads(files["store.json"])["clauses"]) > 1
