from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from gazette.comparison import compare
from gazette.document import parse
from gazette.render.redline_json import diff_json

OLD = "# A\n\n3.1. We keep data for 30 days.\n\n3.2. We never sell it.\n\n- gone\n"
NEW = "# A\n\n3.1. We keep data for 60 days.\n\n3.2. We *never* sell it.\n\nNew.\n"

_documents = st.lists(
    st.text(alphabet=st.sampled_from("abc .,*[]()#|-1\u200b中"), max_size=20), max_size=6
).map("\n\n".join)


def _diff(old: str, new: str, *, everything: bool = False) -> Any:  # noqa: ANN401 - JSON
    comparison = compare(parse(old), parse(new))
    return json.loads(
        diff_json(comparison, {"name": "old"}, {"name": "new"}, everything=everything)
    )


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = files("gazette.render").joinpath("schemas", "diff-1.schema.json").read_text("utf-8")
    Draft202012Validator.check_schema(json.loads(schema))
    return Draft202012Validator(json.loads(schema))


@pytest.mark.parametrize("everything", [False, True])
def test_a_diff_follows_its_schema(
    validator: Draft202012Validator,
    everything: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    validator.validate(_diff(OLD, NEW, everything=everything))


def test_unchanged_clauses_are_counted() -> None:
    assert _diff(OLD, NEW)["clauses"] == {"old": 4, "new": 4, "unchanged": 1}


def test_a_changed_clause_names_its_kinds_number_and_words() -> None:
    change = _diff(OLD, NEW)["changes"][0]
    assert (change["kinds"], change["old"][0]["number"]) == (["modified"], "3.1")
    assert ["-", "30"] in change["tokens"]


def test_a_coarse_redline_says_so() -> None:
    comparison = replace(compare(parse(OLD), parse(NEW)), coarse=True)
    assert json.loads(diff_json(comparison, {}, {}))["coarse"]


@given(_documents, _documents)
@settings(max_examples=60)
def test_tokens_give_back_the_texts_of_both_sides(old: str, new: str) -> None:
    for change in _diff(old, new, everything=True)["changes"]:
        for side, gone in (("old", "+"), ("new", "-")):
            text = "".join(text for op, text in change["tokens"] if op != gone)
            assert text == "\n".join(clause["text"] for clause in change[side])


@given(_documents, _documents)
@settings(max_examples=60)
def test_with_everything_both_documents_come_back(old: str, new: str) -> None:
    diff = _diff(old, new, everything=True)
    for side, text in (("old", old), ("new", new)):
        clauses = [clause for change in diff["changes"] for clause in change[side]]
        clauses.sort(key=lambda clause: clause["index"])
        assert diff["preamble"][side] + "".join(c["source"] for c in clauses) == text
