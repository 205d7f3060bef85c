"""What git says of versions, read from real repositories."""

from __future__ import annotations

import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest

from gazette.history import provenance, with_provenance
from gazette.library import read_library

if TYPE_CHECKING:
    from pathlib import Path

    from gazette.model import Provenance

FRONT = """---
version: "1.0"
status: {status}
published: 2025-01-01
effective: 2025-01-01
summary: The first.
---
"""


class Repository:
    """A real repository with one policy of one version."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "policy_versions" / "privacy"
        self.folder.mkdir(parents=True)
        (self.folder / "policy.yml").write_text("title: Privacy\n", encoding="utf-8")

    def git(self, *arguments: str, day: str = "2025-01-01") -> str:
        stamp = f"{day}T12:00:00+00:00"
        return subprocess.run(
            ["git", "-c", "user.name=Legal", "-c", "user.email=legal@example.com", *arguments],
            cwd=self.root,
            env={"GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp, "PATH": "/usr/bin:/bin"},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()

    def write(self, text: str = "Clause.\n", *, status: str = "published") -> None:
        path = self.folder / "1.0.md"
        path.write_text(FRONT.format(status=status) + text, encoding="utf-8")

    def commit(self, day: str, subject: str = "Change") -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", subject, day=day)
        return self.git("rev-parse", "HEAD")

    def provenance(self) -> Provenance:
        (policy,) = with_provenance(read_library(self.root / "policy_versions"), self.root)
        (only,) = policy.provenance.values()
        return only


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "site")
    made.git("init", "--quiet", "--initial-branch=main")
    return made


def test_the_first_commit_is_the_one_that_published_not_the_drafts(repository: Repository) -> None:
    repository.write(status="draft")
    repository.commit("2024-12-01")
    repository.write()
    published = repository.commit("2025-01-01", "Publish")
    first = repository.provenance().first
    assert first is not None
    assert (first.sha, first.subject, first.authored.date()) == (
        published,
        "Publish",
        date(2025, 1, 1),
    )


def test_every_later_commit_is_named_oldest_first(repository: Repository) -> None:
    repository.write()
    repository.commit("2025-01-01")
    later = []
    for day, text in [("2025-02-01", "Two.\n"), ("2025-03-01", "Three.\n")]:
        repository.write(text)
        later.append(repository.commit(day))
    assert [commit.sha for commit in repository.provenance().later] == later


def test_a_text_altered_after_its_publication_is_remarked(repository: Repository) -> None:
    repository.write()
    repository.commit("2025-01-01")
    repository.write("Another clause.\n")
    sha = repository.commit("2025-02-01")
    assert repository.provenance().remarks == (
        "Its text was altered on 2025-02-01, after it was published, by commit " + sha[:7] + ".",
    )


def test_a_change_to_the_front_matter_alone_alters_no_text(repository: Repository) -> None:
    repository.write()
    repository.commit("2025-01-01")
    path = repository.folder / "1.0.md"
    path.write_text(path.read_text("utf-8").replace("The first.", "First."), encoding="utf-8")
    repository.commit("2025-02-01")
    assert repository.provenance().remarks == ()


def test_a_version_is_followed_through_renames(repository: Repository) -> None:
    repository.write("One clause.\n\nAnd another one.\n")
    published = repository.commit("2025-01-01")
    repository.git("mv", "policy_versions/privacy", "policy_versions/statement")
    repository.commit("2025-02-01")
    first = repository.provenance().first
    assert first is not None
    assert first.sha == published


def test_a_version_recorded_after_its_publication_says_so(repository: Repository) -> None:
    repository.write()
    repository.commit("2025-06-01")
    assert repository.provenance().remarks == (
        "Recorded in git on 2025-06-01, after its publication on 2025-01-01.",
    )


def test_a_version_that_is_not_committed_says_so(repository: Repository) -> None:
    repository.commit("2025-01-01")
    repository.write()
    known = repository.provenance()
    assert (known.first, known.remarks) == (None, ("This version is not committed to git yet.",))


def test_a_version_changed_since_its_commit_says_so(repository: Repository) -> None:
    repository.write()
    repository.commit("2025-01-01")
    repository.write("Changed.\n")
    known = repository.provenance()
    assert known.first is not None
    assert known.remarks == ("This shows changes that are not committed to git yet.",)


def test_a_repository_without_commits_says_so(repository: Repository) -> None:
    repository.write()
    assert repository.provenance().remarks == ("This version is not committed to git yet.",)


def test_a_shallow_clone_does_not_pretend_to_know_the_first_commit(
    repository: Repository, tmp_path: Path
) -> None:
    repository.write()
    repository.commit("2025-01-01")
    (repository.root / "other.txt").write_text("Else.\n", encoding="utf-8")
    repository.commit("2025-05-01")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.root}", str(clone))
    (policy,) = with_provenance(read_library(clone / "policy_versions"), clone)
    known = policy.provenance["policy_versions/privacy/1.0.md"]
    assert known.first is None
    assert "does not reach back" in known.remarks[0]


def test_outside_a_repository_the_remark_says_so(tmp_path: Path) -> None:
    plain = Repository(tmp_path / "plain")
    plain.write()
    known = plain.provenance()
    assert (known.first, known.later) == (None, ())
    assert known.remarks[0].startswith("The policies are not kept in git")


def test_a_site_below_the_top_of_the_repository_finds_its_versions(tmp_path: Path) -> None:
    site = Repository(tmp_path / "top" / "site")
    site.write()
    top = Repository(tmp_path / "top")
    top.git("init", "--quiet")
    top.commit("2025-01-01")
    assert site.provenance().first is not None


def test_a_repository_that_git_refuses_is_remarked_not_raised(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write()
    repository.commit("2025-01-01")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    assert "belongs to another user" in repository.provenance().remarks[0]


def test_drafts_are_not_looked_up(repository: Repository) -> None:
    repository.write(status="draft")
    repository.commit("2025-01-01")
    (policy,) = with_provenance(read_library(repository.root / "policy_versions"), repository.root)
    assert policy.provenance == {}


def test_no_version_at_all_is_no_question_to_git(tmp_path: Path) -> None:
    assert provenance(tmp_path, []) == {}
