"""What keeps policies from being published, over real directories."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gazette.check import problems
from gazette.library import read_library

if TYPE_CHECKING:
    from pathlib import Path

    from gazette.model import Problem

OLD = {
    "": "1. We share your information with banks.",
    ".zh": "1. 我们会与银行共享您的信息。",
}
NEW = {
    "": "1. We share your information with banks and advertising partners.",
    ".zh": "1. 我们会与银行、广告合作伙伴共享您的信息。",
}
DECIDED = "decision:\n  categories: [sharing]\n  reviewed_by: Legal\n"
DISMISSED = (
    'decision:\n  dismissed:\n    - {clause: "1", category: sharing, reason: "As before."}\n'
)


def write(folder: Path, name: str, text: str, decision: str = "", *, draft: bool = False) -> None:
    number = ".".join(name.split(".")[:2])
    day = f"202{number[0]}-01-01"
    published = f"status: published\npublished: {day}\neffective: {day}\n"
    head = f'version: "{number}"\nsummary: What changed.\n'
    head += "status: draft\n" if draft else published
    path = folder / f"{name}.md"
    path.write_text(f"---\n{head}{decision}---\n# Privacy\n\n{text}\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A policy in two languages with one version."""
    folder = tmp_path / "policy_versions" / "privacy"
    folder.mkdir(parents=True)
    yml = "title: {en: Privacy, zh: 隐私政策}\nlanguages: [en, zh]\n"
    (folder / "policy.yml").write_text(yml, encoding="utf-8")
    for suffix, text in OLD.items():
        write(folder, f"1.0{suffix}", text)
    return folder


def found(folder: Path, *, drafts: bool = False) -> list[Problem]:
    return list(problems(read_library(folder.parent), drafts=drafts))


def test_the_first_version_has_nothing_to_decide(folder: Path) -> None:
    assert found(folder) == []


def test_a_decision_made_for_the_original_holds_for_its_translation(folder: Path) -> None:
    write(folder, "2.0", NEW[""], DISMISSED)
    write(folder, "2.0.zh", NEW[".zh"])
    assert found(folder) == []


def test_a_change_that_the_translation_lacks_is_a_problem_of_the_translation(folder: Path) -> None:
    write(folder, "2.0", NEW[""])
    write(folder, "2.0.zh", OLD[".zh"])
    assert [(p.path.rsplit("/", 1)[1], p.rule) for p in found(folder)] == [
        ("2.0.md", "decision-missing"),
        ("2.0.zh.md", "translation-differs"),
    ]


def test_translations_of_other_steps_are_not_held_against_each_other(folder: Path) -> None:
    write(folder, "2.0", NEW[""], DECIDED)
    write(folder, "3.0", NEW[""])
    write(folder, "3.0.zh", NEW[".zh"])
    assert found(folder) == []


@pytest.mark.parametrize(("drafts", "rules"), [(False, []), (True, ["decision-missing"])])
def test_drafts_are_checked_only_where_asked(
    folder: Path, *, drafts: bool, rules: list[str]
) -> None:
    write(folder, "2.0", NEW[""], draft=True)
    assert [problem.rule for problem in found(folder, drafts=drafts)] == rules
