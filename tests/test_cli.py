"""The command line, run on small libraries in temporary directories."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from gazette.cli import main

if TYPE_CHECKING:
    from pathlib import Path

POLICY = "title: Privacy\n"
OLD = """---
version: "1.0"
status: published
published: 2025-01-01
effective: 2025-01-01
summary: The first.
---
# Privacy

## Policy

1.1. We share your data with our suppliers.

1.2. You can reach us at privacy@example.com.
"""
NEW = """---
version: "1.1"
status: published
published: 2025-06-01
effective: 2025-07-01
summary: Advertisers.
{decision}---
# Privacy

## Policy

1.1. We share your data with our suppliers and with advertising partners.

1.2. You can reach us at privacy@example.com.
"""
DECLARED = """decision:
  categories: [sharing]
  reviewed_by: Legal
"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A policy with two versions, whose revision adds a recipient that legal has declared."""
    folder = tmp_path / "policy_versions" / "privacy"
    folder.mkdir(parents=True)
    (folder / "policy.yml").write_text(POLICY, encoding="utf-8")
    (folder / "1.0.md").write_text(OLD, encoding="utf-8")
    (folder / "1.1.md").write_text(NEW.format(decision=DECLARED), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_diff_prints_a_redline_of_two_versions_as_text(library: Path) -> None:
    result = run("diff", "privacy@1.0", "privacy@1.1")
    assert result.exit_code == 0
    assert "advertising partners" in result.stdout
    assert "privacy@example.com" not in result.stdout


def test_diff_as_json_joins_back_to_both_texts(library: Path) -> None:
    document = json.loads(run("diff", "privacy@1.0", "privacy@1.1", "--format", "json").stdout)
    assert document["schema"] == "gazette/diff/1"
    (change,) = document["changes"]
    old = "".join(text for op, text in change["tokens"] if op in "=-")
    new = "".join(text for op, text in change["tokens"] if op in "=+")
    assert old == change["old"][0]["text"] == "We share your data with our suppliers."
    assert new == change["new"][0]["text"]


def test_diff_counts_the_clauses_of_both_sides(library: Path) -> None:
    document = json.loads(run("diff", "privacy@1.0", "privacy@1.1", "--format", "json").stdout)
    assert document["clauses"] == {"old": 4, "new": 4, "unchanged": 3}


def test_diff_all_lists_unchanged_clauses_too(library: Path) -> None:
    text = run("diff", "privacy@1.0", "privacy@1.1", "--format", "json", "--all").stdout
    assert [change["kinds"] for change in json.loads(text)["changes"]].count([]) == 3


def test_diff_compares_files_outside_the_library(tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text("One clause.\n", encoding="utf-8")
    new.write_text("One clause more.\n", encoding="utf-8")
    assert "more" in run("diff", str(old), str(new)).stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b"caf\xe9\n", "this is no UTF-8 text"),
        (b"PK\x00\x01", "this is a binary file"),
        (b"---\ntitle: x\n---\n", "there is no text"),
    ],
    ids=["empty", "latin-1", "binary", "front matter alone"],
)
def test_a_file_without_text_is_one_line_and_exit_1(
    tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "text.md"
    path.write_bytes(content)
    result = run("diff", str(path), str(path))
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stderr.startswith(f"{path}:")
    assert result.stderr.count("\n") == 1


def test_assess_names_the_words_that_led_to_a_finding(library: Path) -> None:
    result = run("assess", "privacy@1.1", "--format", "json")
    (finding,) = json.loads(result.stdout)["findings"]
    assert (finding["category"], finding["clause"]) == ("sharing", "9.4.3")
    assert "advertising partners" in " ".join(finding["evidence"])


def test_assess_prints_the_decision_block_to_paste(library: Path) -> None:
    stdout = run("assess", "privacy@1.1").stdout
    assert "decision:\n  categories: [sharing]\n  limits_rights: false\n" in stdout


def test_assess_of_two_names_gives_the_same_findings_as_of_the_revision(library: Path) -> None:
    pair = run("assess", "privacy@1.0", "privacy@1.1", "--format", "json").stdout
    assert json.loads(pair) == json.loads(run("assess", "privacy@1.1", "--format", "json").stdout)


def test_assess_answers_units_line_by_line_in_order(tmp_path: Path) -> None:
    units = tmp_path / "units.jsonl"
    rows = [
        {"id": "b", "before": "We keep logs.", "after": "We keep logs."},
        {"id": "a", "before": "", "after": "We sell your e-mail address to data brokers."},
    ]
    units.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    answers = [
        json.loads(line) for line in run("assess", "--units", str(units)).stdout.splitlines()
    ]
    assert [answer["id"] for answer in answers] == ["b", "a"]
    assert [answer["kind"] for answer in answers] == ["editorial", "substantive"]
    assert "sharing" in answers[1]["categories"]


def test_faulty_unit_lines_are_all_named_and_nothing_is_answered(tmp_path: Path) -> None:
    units = tmp_path / "units.jsonl"
    units.write_text('{"id": "a", "before": "", "after": "x"}\n{\n{"id": 1}\n', encoding="utf-8")
    result = run("assess", "--units", str(units))
    assert (result.exit_code, result.stdout) == (1, "")
    assert [line.split(":")[1] for line in result.stderr.splitlines()] == ["2", "3"]


def test_assess_of_the_first_version_says_that_it_revises_nothing(library: Path) -> None:
    result = run("assess", "privacy@1.0")
    assert (result.exit_code, result.stderr) == (
        2,
        "privacy@1.0 is the first version: it revises nothing\n",
    )


def test_check_is_clean_where_legal_has_declared_what_was_found(library: Path) -> None:
    result = run("check")
    assert (result.exit_code, result.stdout) == (0, "All is decided.\n")


def test_check_fails_with_the_block_to_paste_where_nothing_is_declared(library: Path) -> None:
    (library / "1.1.md").write_text(NEW.format(decision=""), encoding="utf-8")
    result = run("check", "privacy")
    assert result.exit_code == 1
    assert "policy_versions/privacy/1.1.md:1: " in result.stdout
    assert "    decision:\n      categories: [sharing]\n" in result.stdout


def test_the_block_that_check_prints_makes_it_clean_once_pasted(library: Path) -> None:
    (library / "1.1.md").write_text(NEW.format(decision=""), encoding="utf-8")
    paste = json.loads(run("check", "--format", "json").stdout)["problems"][0]["paste"]
    (library / "1.1.md").write_text(NEW.format(decision=paste), encoding="utf-8")
    assert run("check").exit_code == 0


def test_check_lists_every_fault_of_every_file_at_once(library: Path) -> None:
    (library / "1.1.md").write_text(NEW.format(decision="colour: red\n"), encoding="utf-8")
    (library / "policy.yml").write_text("titel: Privacy\n", encoding="utf-8")
    result = run("check")
    assert result.exit_code == 1
    assert [line.split(":")[0].rsplit("/", 1)[1] for line in result.stdout.splitlines()] == [
        "1.1.md",
        "policy.yml",
        "policy.yml",
    ]


def test_check_of_an_unknown_policy_could_not_run(library: Path) -> None:
    result = run("check", "terms")
    assert (result.exit_code, result.stderr) == (
        2,
        "there is no policy 'terms'; there are: privacy\n",
    )


def test_check_outside_a_library_says_where_it_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("check")
    said = "policy_versions: there is no such directory; name it with --versions\n"
    assert (result.exit_code, result.stderr) == (2, said)


def test_evaluate_prints_precision_recall_and_the_confusions(tmp_path: Path) -> None:
    labels = tmp_path / "labels.jsonl"
    row = {
        "id": "a",
        "before": "",
        "after": "We sell your e-mail address to data brokers.",
        "kind": "substantive",
        "categories": ["rights"],
        "limits_rights": False,
    }
    labels.write_text(json.dumps(row) + "\n", encoding="utf-8")
    stdout = run("evaluate", str(labels)).stdout
    assert "rights" in stdout
    assert "Confusions" in stdout
