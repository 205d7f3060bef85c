"""What git knows of each version, seen on real repositories."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from gazette.history import provenance, unestablished, with_provenance
from gazette.library import read_library
from gazette.model import Policy, Provenance, Status, Version
from gazette.significance import default_taxonomy

if TYPE_CHECKING:
    from pathlib import Path

GIT = shutil.which("git") or "git"
PATH = "policy_versions/privacy/1.0.md"
LATE = (
    "It was recorded in git on 2024-03-02, after the day of publication that it declares,"
    " 2024-03-01."
)
REFUSED = (
    "Git refuses to read the repository, for it belongs to another user"
    " (`git config --global --add safe.directory` with its path allows it)."
)
SHALLOW = (
    "This copy of the repository is shallow: it does not reach back to the commit that"
    " published this version (`git fetch --unshallow` fetches the rest)."
)


class Repository:
    """A work tree whose commits are dated as the test says."""

    def __init__(self, top: Path) -> None:
        self.top = top
        top.mkdir()
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, day: str = "2024-03-01") -> str:
        person = {
            f"GIT_{who}_{what}": "legal@example.org"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        stamp = f"{day}T09:00:00+08:00"
        return subprocess.run(
            [GIT, *arguments],
            cwd=self.top,
            env={
                **os.environ,
                **person,
                "GIT_CONFIG_GLOBAL": os.devnull,
                "GIT_AUTHOR_DATE": stamp,
                "GIT_COMMITTER_DATE": stamp,
            },
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()

    def commit(self, message: str, day: str = "2024-03-01") -> str:
        """Commit everything there is; the id of the commit."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message, day=day)
        return self.git("rev-parse", "HEAD")

    def write(
        self, text: str = "We share data.", *, status: str = "published", path: str = PATH
    ) -> None:
        file = self.top / path
        file.parent.mkdir(parents=True, exist_ok=True)
        front = f'---\nversion: "1.0"\nstatus: {status}\n---\n'
        body = "".join(f"\n{n}. Clause {n} stays as it is.\n" for n in range(9))
        file.write_text(f"{front}{text}\n{body}", encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


def version(path: str = PATH, *, status: Status = Status.PUBLISHED) -> Version:
    day = date(2024, 3, 1)
    return Version("privacy", "1.0", "en", status, day, day, "", "", path, 1)


def known(root: Path, subject: Version | None = None) -> Provenance:
    subject = subject or version()
    return provenance(root, [subject])[subject.path]


def test_the_first_commit_is_the_one_that_added_the_published_file(repository: Repository) -> None:
    repository.commit("Begin")
    repository.write()
    sha = repository.commit("Publish 1.0")
    told = known(repository.top)
    assert told.first is not None
    assert (told.first.sha, told.first.subject) == (sha, "Publish 1.0")
    assert told.first.authored.isoformat() == "2024-03-01T09:00:00+08:00"
    assert told.later == ()
    assert told.remarks == ()


def test_a_version_in_the_repository_s_very_first_commit_is_known(repository: Repository) -> None:
    repository.git("config", "log.showRoot", "false")
    repository.write()
    sha = repository.commit("Begin")
    told = known(repository.top)
    assert told.first is not None
    assert told.first.sha == sha


def test_a_time_zone_that_no_place_has_is_read_as_utc(repository: Repository) -> None:
    repository.write()
    repository.git("add", "-A")
    tree = repository.git("write-tree")
    lines = (f"tree {tree}", "author L <l@e> 1700000000 +051800", "committer L <l@e> 1700000000 +0")
    odd = repository.top / "commit"
    odd.write_text("\n".join((*lines, "", "Publish", "")), encoding="utf-8")
    sha = repository.git("hash-object", "-t", "commit", "-w", "--literally", str(odd))
    repository.git("reset", "-q", "--hard", sha)
    first = known(repository.top).first
    assert first is not None
    assert first.authored.isoformat() == "2023-11-14T22:13:20+00:00"


def test_the_author_s_date_counts_in_the_author_s_time_zone(repository: Repository) -> None:
    repository.write()
    repository.git("add", "-A")
    repository.git("commit", "-q", "-m", "Publish", "--date", "2024-03-01T23:30:00-11:00")
    told = known(repository.top)
    assert told.first is not None
    assert told.first.authored.isoformat() == "2024-03-01T23:30:00-11:00"
    assert told.remarks == ()


def test_a_linked_work_tree_knows_what_its_repository_does(
    repository: Repository, tmp_path: Path
) -> None:
    repository.write()
    sha = repository.commit("Publish")
    repository.git("worktree", "add", "-q", str(tmp_path / "linked"))
    first = known(tmp_path / "linked").first
    assert first is not None
    assert first.sha == sha


def test_a_submodule_has_a_history_of_its_own(repository: Repository, tmp_path: Path) -> None:
    repository.write()
    sha = repository.commit("Publish")
    outer = Repository(tmp_path / "outer")
    inner = repository.top.as_uri()
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner, "legal")
    first = known(outer.top / "legal").first
    assert first is not None
    assert first.sha == sha


def test_of_two_branches_that_came_to_the_same_text_one_is_followed(
    repository: Repository,
) -> None:
    repository.write()
    repository.commit("Publish")
    repository.git("checkout", "-q", "-b", "side")
    repository.write("We share all data.")
    picked = repository.commit("Change", day="2024-05-06")
    repository.git("checkout", "-q", "main")
    repository.commit("Something else")
    repository.git("cherry-pick", picked, day="2024-05-07")
    copy = repository.git("rev-parse", "HEAD")
    repository.git("merge", "-q", "--no-ff", "-m", "Merge", "side")
    assert [commit.sha for commit in known(repository.top).later] in ([picked], [copy])


def test_a_draft_s_commits_do_not_publish_it(repository: Repository) -> None:
    repository.write(status="draft")
    repository.commit("Draft 1.0")
    repository.write("We share some data.", status="'published'  # signed off")
    sha = repository.commit("Publish 1.0")
    told = known(repository.top)
    assert told.first is not None
    assert told.first.sha == sha
    assert told.remarks == ()


def test_a_draft_has_no_first_commit_and_nothing_to_remark(repository: Repository) -> None:
    repository.write(status="draft")
    repository.commit("Draft 1.0")
    assert known(repository.top, version(status=Status.DRAFT)) == Provenance(None)


def test_a_published_version_turned_into_a_draft_is_remarked(repository: Repository) -> None:
    repository.write()
    repository.commit("Publish")
    repository.write(status="draft")
    repository.commit("Take back")
    told = known(repository.top, version(status=Status.DRAFT))
    assert told.remarks == ("It was published once, and is a draft now.",)


def test_a_word_in_the_text_publishes_nothing(repository: Repository) -> None:
    repository.write("status: published", status="draft")
    repository.commit("Draft")
    assert known(repository.top).remarks == (
        "Git has no commit in which its front matter says that it is published.",
    )


def test_a_later_change_of_the_text_is_listed_and_remarked(repository: Repository) -> None:
    repository.write()
    repository.commit("Publish")
    repository.write("We share all data.")
    sha = repository.commit("Change", day="2024-05-06")
    told = known(repository.top)
    assert [commit.sha for commit in told.later] == [sha]
    assert told.remarks == (
        f"Its text was changed after it was published: on 2024-05-06, in commit {sha[:12]}.",
    )


def test_a_later_change_of_front_matter_or_line_ends_is_listed_without_remark(
    repository: Repository,
) -> None:
    repository.write()
    repository.commit("Publish")
    file = repository.top / PATH
    front = file.read_bytes().replace(b'version: "1.0"', b'version: "1.0"\nsummary: New.')
    file.write_bytes(front.replace(b"\n", b"\r\n"))
    sha = repository.commit("Add a summary")
    told = known(repository.top)
    assert [commit.sha for commit in told.later] == [sha]
    assert told.remarks == ()


def test_renames_are_followed_even_from_another_directory(repository: Repository) -> None:
    repository.write(path="legal/statement.md")
    first = repository.commit("Publish")
    repository.git("mv", "legal/statement.md", "legal/privacy.md")
    second = repository.commit("Rename")
    (repository.top / PATH).parent.mkdir(parents=True)
    repository.git("mv", "legal/privacy.md", PATH)
    third = repository.commit("Move")
    told = known(repository.top)
    assert told.first is not None
    assert told.first.sha == first
    assert [commit.sha for commit in told.later] == [second, third]


def test_a_new_file_under_an_old_name_does_not_inherit_its_history(repository: Repository) -> None:
    repository.write()
    first = repository.commit("Publish")
    repository.git("mv", PATH, "policy_versions/privacy/1.1.md")
    moved = repository.commit("Rename")
    repository.write("Something else altogether.")
    second = repository.commit("Publish another")
    renamed = version("policy_versions/privacy/1.1.md")
    both = provenance(repository.top, [version(), renamed])
    firsts = [both[path].first for path in (PATH, renamed.path)]
    assert [commit.sha for commit in firsts if commit] == [second, first]
    assert [commit.sha for commit in both[renamed.path].later] == [moved]


def test_a_file_taken_away_and_brought_back_keeps_its_first_commit(repository: Repository) -> None:
    repository.write()
    first = repository.commit("Publish")
    repository.git("rm", "-q", PATH)
    gone = repository.commit("Remove", day="2024-04-01")
    repository.write()
    back = repository.commit("Restore", day="2024-04-02")
    told = known(repository.top)
    assert told.first is not None
    assert told.first.sha == first
    assert [commit.sha for commit in told.later] == [gone, back]
    assert told.remarks == (f"The file was taken away on 2024-04-01, in commit {gone[:12]}.",)


def test_a_text_changed_in_a_merge_alone_is_remarked(repository: Repository) -> None:
    repository.write()
    repository.commit("Publish")
    repository.git("checkout", "-q", "-b", "side")
    repository.commit("Something on the side")
    repository.git("checkout", "-q", "main")
    repository.commit("Something else")
    repository.git("merge", "-q", "--no-ff", "--no-commit", "side")
    repository.write("We sell data.")
    sha = repository.commit("Merge", day="2024-06-01")
    assert known(repository.top).remarks == (
        f"Its text was changed after it was published: on 2024-06-01, in commit {sha[:12]}.",
    )


def test_a_version_published_on_a_branch_keeps_the_branch_s_commit(repository: Repository) -> None:
    repository.commit("Begin")
    repository.git("checkout", "-q", "-b", "side")
    repository.write()
    sha = repository.commit("Publish")
    repository.git("checkout", "-q", "main")
    repository.commit("Something else")
    repository.git("merge", "-q", "--no-ff", "-m", "Merge", "side")
    told = known(repository.top)
    assert told.first is not None
    assert told.first.sha == sha
    assert told.later == ()


def test_a_commit_after_the_declared_day_is_remarked(repository: Repository) -> None:
    repository.write()
    repository.commit("Publish late", day="2024-03-02")
    assert known(repository.top).remarks == (LATE,)


def test_a_file_that_is_not_committed_is_said_to_be_so(repository: Repository) -> None:
    repository.commit("Begin")
    repository.write()
    expected = ("It is not committed to git yet, so who published it is unknown.",)
    assert known(repository.top) == Provenance(None, (), expected)


def test_a_file_that_is_only_staged_is_not_committed(repository: Repository) -> None:
    repository.commit("Begin")
    repository.write()
    repository.git("add", "-A")
    assert known(repository.top).remarks == (
        "It is not committed to git yet, so who published it is unknown.",
    )


def test_a_draft_published_in_the_work_tree_alone_is_not_committed(repository: Repository) -> None:
    repository.write(status="draft")
    repository.commit("Draft")
    repository.write()
    assert known(repository.top).remarks == (
        "It is not committed to git yet, so who published it is unknown.",
    )


def test_a_file_changed_since_the_last_commit_is_said_to_differ(repository: Repository) -> None:
    repository.write()
    sha = repository.commit("Publish")
    repository.write("We sell data.")
    told = known(repository.top)
    assert told.first is not None
    assert told.first.sha == sha
    assert told.remarks == ("This shows changes that are not committed to git yet.",)


def test_a_file_that_the_last_commit_took_away_is_said_to_differ(repository: Repository) -> None:
    repository.write()
    repository.commit("Publish")
    repository.git("rm", "-q", "--cached", PATH)
    repository.git("commit", "-q", "-m", "Remove")
    assert "This shows changes that are not committed to git yet." in known(repository.top).remarks


def test_a_shallow_clone_does_not_name_the_commit_it_was_cut_at(
    repository: Repository, tmp_path: Path
) -> None:
    repository.write()
    repository.commit("Publish")
    repository.commit("Something else")
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth", "1", repository.top.as_uri(), str(clone))
    assert known(clone) == Provenance(None, (), (SHALLOW,))


def test_a_shallow_clone_names_the_commits_that_it_has(
    repository: Repository, tmp_path: Path
) -> None:
    repository.commit("Begin")
    repository.commit("Go on")
    repository.write()
    sha = repository.commit("Publish")
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth", "2", repository.top.as_uri(), str(clone))
    told = known(clone)
    assert told.first is not None
    assert told.first.sha == sha
    assert told.remarks == ()


def test_the_root_may_be_a_directory_inside_the_repository(repository: Repository) -> None:
    repository.write(path=f"sites/our legal $site/{PATH}")
    sha = repository.commit("Publish")
    told = known(repository.top / "sites/our legal $site")
    assert told.first is not None
    assert told.first.sha == sha


def test_names_and_subjects_in_any_script_come_back(repository: Repository) -> None:
    path = 'policy_versions/隐私 "政策"/1.0.md'
    repository.write(path=path)
    repository.commit("发布 “1.0” — first")
    told = known(repository.top, version(path))
    assert told.first is not None
    assert told.first.subject == "发布 “1.0” — first"


def test_no_repository_is_remarked(tmp_path: Path) -> None:
    expected = ("The policies are not kept in git, so who published this version is unknown.",)
    assert known(tmp_path) == Provenance(None, (), expected)


def test_a_repository_without_a_commit_is_remarked(repository: Repository) -> None:
    repository.write()
    assert known(repository.top).remarks == ("The repository has no commit yet.",)


def test_a_bare_repository_is_remarked(repository: Repository) -> None:
    repository.commit("Begin")
    repository.git("clone", "-q", "--bare", ".", "bare.git")
    assert known(repository.top / "bare.git").remarks == (
        "The repository is bare: there are no files in it.",
    )


def test_a_repository_of_another_user_is_remarked(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write()
    repository.commit("Publish")
    # Git's own tests make it believe so, whoever runs them.
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert known(repository.top).remarks == (REFUSED,)


def test_a_damaged_repository_is_remarked(repository: Repository) -> None:
    repository.write()
    repository.commit("Publish")
    blob = repository.git("rev-parse", f"HEAD:{PATH}")
    (repository.top / ".git/objects" / blob[:2] / blob[2:]).unlink()
    (remark,) = known(repository.top).remarks
    assert remark.startswith("Git could not read the history: ")


def test_a_machine_without_git_is_remarked(repository: Repository) -> None:
    """In a process of its own: GitPython looks for the program once."""
    repository.write()
    repository.commit("Publish")
    program = (
        "from datetime import date; from pathlib import Path\n"
        "from gazette.history import provenance; from gazette.model import Status, Version\n"
        "v = Version('p', '1.0', 'en', Status.PUBLISHED, date.max, date.max, '', '', 'a.md', 1)\n"
        "print(*provenance(Path(), [v])['a.md'].remarks)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=repository.top,
        env={**os.environ, "PATH": ""},
        check=True,
        capture_output=True,
        text=True,
    )
    assert (
        done.stdout.strip()
        == "Git is not installed where this was built, so who published this version is unknown."
    )


def test_the_number_of_git_processes_does_not_grow_with_the_versions(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    versions = [version(f"policy_versions/privacy/{n}.md") for n in range(30)]
    for n, each in enumerate(versions):
        repository.write(f"Text {n}.", path=each.path)
    repository.commit("Publish")
    trace = tmp_path / "trace"
    monkeypatch.setenv("GIT_TRACE2_EVENT", str(trace))
    told = provenance(repository.top, versions)
    assert all(each.first for each in told.values())
    assert trace.read_text().count('"event":"start"') == 3


def test_policies_come_back_with_the_provenance_of_their_versions(repository: Repository) -> None:
    folder = repository.top / "policy_versions/privacy"
    folder.mkdir(parents=True)
    (folder / "policy.yml").write_text("title: Privacy\n", encoding="utf-8")
    front = 'version: "1.0"\nstatus: published\npublished: 2024-03-01\neffective: 2024-03-01'
    (folder / "1.0.md").write_text(f"---\n{front}\nsummary: First.\n---\nText.\n", encoding="utf-8")
    sha = repository.commit("Publish")
    (policy,) = read_library(repository.top / "policy_versions")
    (told,) = with_provenance([policy], repository.top)
    assert replace(told, provenance={}) == policy
    first = told.provenance[PATH].first
    assert first is not None
    assert first.sha == sha


def test_each_reason_why_nothing_is_known_comes_once_with_the_versions(tmp_path: Path) -> None:
    published = tuple(version(f"policy_versions/privacy/{n}.0.md") for n in (1, 2))
    draft = version("policy_versions/privacy/3.0.md", status=Status.DRAFT)
    versions = (*published, draft)
    policy = Policy("privacy", {}, ("en",), default_taxonomy(), 30, "", versions)
    reasons = unestablished(with_provenance([policy], tmp_path))
    assert reasons == {
        "The policies are not kept in git, so who published this version is unknown.": (
            "policy_versions/privacy/1.0.md",
            "policy_versions/privacy/2.0.md",
        )
    }
