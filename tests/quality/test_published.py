"""The policy's own versions come back from the redline of any two of them."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from metrics import comes_back

from gazette.comparison import compare
from gazette.document import parse
from gazette.frontmatter import parted
from gazette.render.redline_json import diff_json

VERSIONS = sorted((Path(__file__).parents[2] / "policy_versions").glob("*/*.md"))
TEXTS = {
    f"{path.parent.name}@{path.stem}": parted(path.read_text("utf-8")).text for path in VERSIONS
}
PAIRS = list(itertools.permutations(TEXTS, 2))


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_any_two_versions_come_back_from_their_redline(old: str, new: str) -> None:
    assert comes_back(compare(parse(TEXTS[old]), parse(TEXTS[new])))


@pytest.mark.parametrize(("old", "new"), list(itertools.pairwise(TEXTS)))
def test_the_files_come_back_from_json_byte_for_byte(old: str, new: str) -> None:
    comparison = compare(parse(TEXTS[old]), parse(TEXTS[new]))
    diff = json.loads(diff_json(comparison, {}, {}, everything=True))
    for side, name in (("old", old), ("new", new)):
        clauses = [clause for change in diff["changes"] for clause in change[side]]
        clauses.sort(key=lambda clause: clause["index"])
        sources = "".join(clause["source"] for clause in clauses)
        assert diff["preamble"][side] + sources == TEXTS[name]


@pytest.mark.parametrize("name", TEXTS)
def test_a_version_against_itself_has_no_change(name: str) -> None:
    assert not compare(parse(TEXTS[name]), parse(TEXTS[name])).changes
