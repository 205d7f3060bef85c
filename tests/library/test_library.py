"""Which policies and versions legal's directory holds, and what is wrong with it."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gazette.errors import FaultyInputError
from gazette.library import read_library
from gazette.model import Level, Policy, Status, Version

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
VERSION = """---
version: "{number}"
status: {status}
published: {day}
effective: {day}
summary: What changed.
---
# Privacy

A clause.
"""


def write(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def read(root: Path, files: dict[str, str | bytes]) -> Policy:
    (policy,) = read_library(write(root, {"privacy/policy.yml": "title: Privacy\n", **files}))
    return policy


def version(number: str, *, status: str = "published", day: str = "2025-01-01") -> str:
    return VERSION.format(number=number, status=status, day=day)


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_faults_say_where_what_and_how_to_mend(case: Path, tmp_path: Path) -> None:
    wanted = yaml.safe_load(case.read_text(encoding="utf-8"))
    with pytest.raises(FaultyInputError) as raised:
        read_library(write(tmp_path, wanted["files"]))
    found = [line.replace(f"{tmp_path}/", "") for line in str(raised.value).splitlines()]
    assert found == wanted["faults"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "1: the file is empty"),
        (b"---\nsummary: caf\xe9\n", "2: this is no UTF-8 text"),
        (b"one\ntwo\0\n", "2: this is a binary file"),
        (b"---\nversion: " + b"[" * 5000 + b"\n---\n", "2: brackets stand in brackets"),
    ],
    ids=["empty", "latin-1", "binary", "brackets"],
)
def test_a_file_that_cannot_be_read_is_a_fault(content: bytes, said: str, tmp_path: Path) -> None:
    with pytest.raises(FaultyInputError, match=rf"1\.0\.md:{said}"):
        read(tmp_path, {"privacy/1.0.md": content})


def test_a_directory_named_as_a_version_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FaultyInputError, match=r"1\.0\.md:1: this is no file; put a file of text"):
        read(tmp_path, {"privacy/1.0.md/notes": "x"})


def test_a_link_to_nothing_is_a_fault(tmp_path: Path) -> None:
    write(tmp_path, {"privacy/policy.yml": "title: Privacy\n"})
    (tmp_path / "privacy/1.0.md").symlink_to("nowhere")
    with pytest.raises(FaultyInputError, match=r"1\.0\.md:1: this cannot be read: No such file"):
        read_library(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, {"privacy/policy.yml": "title: Privacy\n"})
    os.mkfifo(tmp_path / "privacy/1.0.md")
    with pytest.raises(FaultyInputError, match=r"1\.0\.md:1: this is no file"):
        read_library(tmp_path)


def test_a_file_of_more_than_16_megabytes_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, {"privacy/policy.yml": "title: Privacy\n", "privacy/1.0.md": "x"})
    os.truncate(tmp_path / "privacy/1.0.md", 2**24 + 1)
    with pytest.raises(FaultyInputError, match=r"1\.0\.md:1: this holds more than 16 MB"):
        read_library(tmp_path)


def test_a_policy_s_directory_may_be_a_link(tmp_path: Path) -> None:
    write(tmp_path, {"kept/policy.yml": "title: Privacy\n", "kept/1.0.md": version("1.0")})
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies/privacy").symlink_to(tmp_path / "kept")
    (policy,) = read_library(tmp_path / "policies")
    assert [v.path for v in policy.versions] == ["policies/privacy/1.0.md"]


def test_a_fault_is_one_line_whatever_the_file_is_called(tmp_path: Path) -> None:
    with pytest.raises(FaultyInputError) as raised:
        read(tmp_path, {"privacy/1.0.md": version("1.0"), "privacy/a\nb\udcff.md": "x"})
    assert str(raised.value).startswith(f"{tmp_path}/privacy/a\\nb\\udcff.md:1: ")


@pytest.mark.parametrize("number", ["1", "01.0", "1.0.0"])
def test_numbers_that_a_reader_takes_for_the_same_are_a_fault(number: str, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"privacy/{n}.md": version(n, status="draft") for n in ("1.0", number)
    }
    with pytest.raises(FaultyInputError, match="this is the same version as"):
        read(tmp_path, files)


def test_a_directory_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FaultyInputError, match="there is no such directory"):
        read_library(tmp_path / "nowhere")


def test_a_directory_without_a_policy_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FaultyInputError, match="there is no policy"):
        read_library(tmp_path)


def test_faults_of_all_policies_come_in_one_go_by_file_and_line(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "terms/policy.yml": "titel: Terms\n",
        "privacy/1.0.md": version("1.0", status="finished"),
    }
    with pytest.raises(FaultyInputError) as raised:
        read(tmp_path, files)
    assert [(fault.path.parent.name, fault.line) for fault in raised.value.faults] == [
        ("privacy", 3),
        ("terms", 1),
        ("terms", 1),
        ("terms", 1),
    ]


def test_versions_are_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    policy = read(
        tmp_path, {f"privacy/{n}.md": version(n) for n in ["1.10", "1.9", "10.0", "2.0", "1.9.1"]}
    )
    assert [v.number for v in policy.versions] == ["1.9", "1.9.1", "1.10", "2.0", "10.0"]


@given(st.lists(st.lists(st.integers(0, 99), min_size=1, max_size=3), min_size=2, max_size=2))
def test_a_version_stands_where_its_number_taken_as_numbers_stands(
    numbers: list[list[int]],
) -> None:
    low, high = sorted(numbers)
    orders = [
        Version(
            "p", ".".join(map(str, number)), "en", Status.DRAFT, date.max, date.max, "", "", "", 1
        ).order
        for number in (low, high)
    ]
    assert orders == sorted(orders)


def test_a_draft_may_be_without_dates_and_summary(tmp_path: Path) -> None:
    draft = '---\nversion: "2.0"\nstatus: draft\n---\nA clause.\n'
    policy = read(tmp_path, {"privacy/1.0.md": version("1.0"), "privacy/2.0.md": draft})
    assert policy.versions[-1].status is Status.DRAFT
    assert policy.versions[-1].effective == date.max


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    plain = version("1.0")
    windows = b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode()
    expected = read(tmp_path, {"privacy/1.0.md": plain}).versions
    assert read(tmp_path, {"privacy/1.0.md": windows}).versions == expected


def test_a_version_knows_the_line_its_text_starts_on(tmp_path: Path) -> None:
    (only,) = read(tmp_path, {"privacy/1.0.md": version("1.0")}).versions
    assert (only.text_line, only.text.splitlines()[0]) == (8, "# Privacy")


def test_a_translation_follows_its_original(tmp_path: Path) -> None:
    policy = read(
        tmp_path,
        {
            "privacy/policy.yml": "title: {en: Privacy, zh: 隐私}\nlanguages: [en, zh]\n",
            "privacy/1.0.zh.md": version("1.0"),
            "privacy/1.0.md": version("1.0"),
        },
    )
    assert [v.lang for v in policy.versions] == ["en", "zh"]
    assert policy.title == {"en": "Privacy", "zh": "隐私"}


def test_a_policy_sets_the_notice_of_each_category(tmp_path: Path) -> None:
    settings = "title: Privacy\nnotice:\n  contact: consent\nnotice_days: 7\n"
    policy = read(tmp_path, {"privacy/policy.yml": settings, "privacy/1.0.md": version("1.0")})
    assert policy.taxonomy.category("contact").level is Level.CONSENT
    assert policy.notice_days == 7


def test_a_decision_is_read_whole(tmp_path: Path) -> None:
    decision = """decision:
  categories: [sharing]
  limits_rights: true
  risk_assessment: high
  notice: consent
  notice_reason: Why.
  dismissed:
    - {clause: "7.1", category: processing, reason: "Wording only."}
  settled:
    - {trigger: transfer_abroad, reason: "Asked for."}
  reviewed_by: Legal
summary:"""
    text = version("1.0").replace("summary:", decision)
    (only,) = read(tmp_path, {"privacy/1.0.md": text}).versions
    assert only.decision is not None
    assert (only.decision.categories, only.decision.limits_rights) == (("sharing",), True)
    assert (only.decision.notice, only.decision.notice_reason) == (Level.CONSENT, "Why.")
    assert only.decision.dismissed[0].reason == "Wording only."
    assert only.decision.settled[0].trigger == "transfer_abroad"
    assert (only.decision.line, only.decision.reviewed_by) == (6, "Legal")


def test_hidden_files_and_other_kinds_of_file_are_left_alone(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "privacy/1.0.md": version("1.0"),
        "privacy/.draft.md": "Notes.",
        "privacy/seal.png": b"\x89PNG",
        ".git/config": "",
    }
    assert len(read(tmp_path, files).versions) == 1
