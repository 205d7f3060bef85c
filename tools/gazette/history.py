"""Who published which version, when, in which commit; and what was altered since?

Git is read in one pass for all versions: one ``git log``, one ``git status``, and one
``git cat-file --batch`` behind GitPython's object database. Nothing here fails a build: what git
cannot say is said in the provenance's remarks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import git

from gazette.frontmatter import parted
from gazette.model import Commit, Provenance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from gazette.model import Policy, Version

_LOG = ("-z", "--raw", "-M", "--no-abbrev", "--topo-order", "--format=%x01%H%x02%aI%x02%s")
_STATUS = ("--porcelain=v1", "-z", "--untracked-files=all")
_PUBLISHED = re.compile(r"^status:[ \t]*[\"']?published\b", re.MULTILINE)


def with_provenance(policies: Iterable[Policy], root: Path) -> tuple[Policy, ...]:
    """The policies, each published version with what git knows of it.

    Args:
        policies: The policies, as the library reads them.
        root: The directory that the versions' paths start from.
    """
    policies = tuple(policies)
    versions = [v for policy in policies for v in policy.versions if v.is_published]
    known = provenance(root, versions)
    return tuple(
        replace(
            policy, provenance={v.path: known[v.path] for v in policy.versions if v.path in known}
        )
        for policy in policies
    )


def provenance(root: Path, versions: Sequence[Version]) -> Mapping[str, Provenance]:
    """What git knows of each version, by its path.

    Args:
        root: The directory that the versions' paths start from, anywhere in a repository or in
            none.
        versions: The versions to look up.
    """
    try:
        with git.Repo(root, search_parent_directories=True) as repo:
            return _provenance(repo, root, versions)
    except git.InvalidGitRepositoryError:
        remark = (
            "The policies are not kept in git: who published this version, and when, is unknown."
        )
    except git.GitCommandNotFound:
        remark = "Git is not installed where this was built: who published this version is unknown."
    except git.GitCommandError as error:
        remark = _refusal(str(error.stderr))
    return {version.path: Provenance(None, (), (remark,)) for version in versions}


def _refusal(stderr: str) -> str:
    if "dubious ownership" in stderr:
        return (
            "Git would not read the repository, which belongs to another user: who published this"
            " version is unknown."
        )
    return "Git could not read the repository: who published this version is unknown."


@dataclass(slots=True)
class _Trail:
    """The commits that touched one version's file, newest first."""

    commits: list[Commit] = field(default_factory=list)
    blobs: list[str] = field(default_factory=list)
    """The file's content after each of them; zeros where it was taken out."""


def _provenance(repo: git.Repo, root: Path, versions: Sequence[Version]) -> dict[str, Provenance]:
    top = Path(str(repo.working_tree_dir)).resolve()
    names = {
        (root.resolve() / version.path).relative_to(top).as_posix(): version.path
        for version in versions
    }
    trails = _trails(repo.git.log(*_LOG) if repo.head.is_valid() else "", names)
    uncommitted = _uncommitted(repo.git.status(*_STATUS), names)
    boundary = _boundary(repo)
    return {
        version.path: _of_one(repo, version, trails[version.path], uncommitted, boundary)
        for version in versions
    }


def _trails(log: str, names: Mapping[str, str]) -> dict[str, _Trail]:
    """Each version's trail through the log, from now back, under its earlier names too.

    Args:
        log: What ``git log`` printed.
        names: The versions' paths by their names in the repository today.
    """
    trails = {path: _Trail() for path in names.values()}
    current = dict(names)
    for entry in log.split("\x01")[1:]:
        head, _, raw = entry.partition("\0")
        sha, authored, subject = head.split("\x02", 2)
        commit = Commit(sha, datetime.fromisoformat(authored), subject.rstrip("\n"))
        for blob, before, after in _touched(raw):
            path = current.get(after)
            if path is None:
                continue
            trails[path].commits.append(commit)
            trails[path].blobs.append(blob)
            if before != after:
                current[before] = current.pop(after)
    return trails


def _touched(raw: str) -> Iterator[tuple[str, str, str]]:
    """The blob, the name before and the name after, of each file in a commit's raw output."""
    fields = iter(raw.lstrip("\n").split("\0"))
    for about in fields:
        if not about.startswith(":"):
            continue
        *_, blob, status = about.split(" ")
        before = next(fields)
        yield blob, before, next(fields) if status.startswith("R") else before


def _uncommitted(status: str, names: Mapping[str, str]) -> frozenset[str]:
    """The paths of versions that differ from what is committed."""
    entries = (entry[3:] for entry in status.split("\0") if len(entry) > len("XY "))
    return frozenset(names[name] for name in entries if name in names)


def _boundary(repo: git.Repo) -> frozenset[str]:
    """The commits that a shallow clone pretends are the first; none in a whole one."""
    shallow = Path(repo.git.rev_parse("--path-format=absolute", "--git-path", "shallow"))
    return frozenset(shallow.read_text("ascii").split()) if shallow.is_file() else frozenset()


def _of_one(
    repo: git.Repo,
    version: Version,
    trail: _Trail,
    uncommitted: frozenset[str],
    boundary: frozenset[str],
) -> Provenance:
    """What one version's trail says: the first commit in which it was published, and after."""
    history = list(zip(reversed(trail.commits), reversed(trail.blobs), strict=True))
    texts = [_published_text(repo, blob) for _, blob in history]
    at = next((at for at, text in enumerate(texts) if text is not None), None)
    remarks = []
    if at is None:
        remarks.append("This version is not committed to git yet.")
    elif version.path in uncommitted:
        remarks.append("This shows changes that are not committed to git yet.")
    if at is None:
        return Provenance(None, (), tuple(remarks))
    first = history[at][0]
    later = tuple(commit for commit, _ in history[at + 1 :])
    if first.sha in boundary:
        remarks.append(
            "The copy of the repository that this was built from does not reach back to the commit"
            " that published this version."
        )
        return Provenance(None, later, tuple(remarks))
    if first.authored.date() > version.published:
        remarks.append(
            f"Recorded in git on {first.authored.date()}, after its publication on"
            f" {version.published}."
        )
    standing = texts[at]
    for commit, text in zip(later, texts[at + 1 :], strict=True):
        if text is not None and text != standing:
            standing = text
            remarks.append(
                f"Its text was altered on {commit.authored.date()}, after it was published, by"
                f" commit {commit.sha[:7]}."
            )
    return Provenance(first, later, tuple(remarks))


def _published_text(repo: git.Repo, blob: str) -> str | None:
    """The text that a file's content publishes; None for a draft, and where it is taken out."""
    if not blob.strip("0"):
        return None
    content = repo.odb.stream(bytes.fromhex(blob)).read().decode("utf-8-sig", errors="replace")
    parts = parted(content)
    return parts.text if parts.front is not None and _PUBLISHED.search(parts.front) else None
