"""Which commit published a version, and which ones touched it since?

Git is read in one pass, whatever the number of versions: one ``git log`` for the commits, one
``git cat-file --batch`` for what the files held, one ``git diff`` for what is not committed.
"""

from __future__ import annotations

import configparser
import os
import re
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from gazette.frontmatter import parted
from gazette.model import Commit, Provenance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from git import Repo

    from gazette.model import Policy, Version

_FILES = ":(top,glob)**/*.md"
_HEADER, _FIELD = "\x01", "\x02"
_NO_BLOB = re.compile(r"0+")
# Front matter is a block of keys, in which a line that starts with a key starts nothing else.
_PUBLISHED = re.compile(r"^status[ \t]*:[ \t]+(['\"]?)published\1[ \t]*(?:#.*)?$", re.MULTILINE)


class _UnreadableError(Exception):
    """Git cannot say anything; the message is the remark that tells why."""


@dataclass(frozen=True, slots=True)
class _Touch:
    """What one commit did to one file."""

    commit: Commit
    path: str
    """The file's name after it, relative to the top of the repository."""
    source: str | None
    """The name before it, where it renamed the file."""
    blob: str | None
    """The id of what the file held after it; None where it took the file away."""


@dataclass(frozen=True, slots=True)
class _Held:
    """What a file held at some time."""

    published: bool
    digest: bytes
    """Of its text: the front matter is left out, and line ends do not count."""


@dataclass(frozen=True, slots=True)
class _Past:
    """Everything that git knows of a set of files, by the names they have now."""

    touches: Mapping[str, Sequence[_Touch]]
    """Oldest first."""
    held: Mapping[str, _Held]
    """By the blob's id."""
    boundary: frozenset[str]
    """The commits whose parents a shallow clone left out."""
    differing: frozenset[str]
    """The files that differ from the last commit."""


def with_provenance(policies: Iterable[Policy], root: Path) -> tuple[Policy, ...]:
    """The policies with what git knows of their versions; ``root`` as for ``provenance``."""
    policies = tuple(policies)
    known = provenance(root, [version for policy in policies for version in policy.versions])
    return tuple(
        replace(policy, provenance={v.path: known[v.path] for v in policy.versions})
        for policy in policies
    )


def provenance(root: Path, versions: Iterable[Version]) -> Mapping[str, Provenance]:
    """What git knows of the versions' files, by the versions' paths.

    A version is published by the first commit in which its file's front matter says
    ``status: published``. Renames are followed. Nothing here fails: what could not be
    established is said in the remarks.

    Args:
        root: The directory that the versions' paths are relative to, anywhere in a repository.
        versions: Versions of any policies, drafts included.
    """
    versions = tuple(versions)
    try:
        with _opened(root) as repository:
            names = _names(repository, root, versions)
            past = _past(repository, frozenset(names.values()))
    except _UnreadableError as reason:
        return {version.path: Provenance(None, (), (str(reason),)) for version in versions}
    return {version.path: _told(version, names[version.path], past) for version in versions}


# From git ---------------------------------------------------------------------------------


@contextmanager
def _opened(root: Path) -> Iterator[Repo]:
    """The repository around a directory, with everything that can fail in it made a remark."""
    try:
        # GitPython looks for the program when it is imported, and refuses to load without it.
        from git import Repo, exc  # noqa: PLC0415 - see above
    except ImportError as error:
        raise _UnreadableError("Git is not installed, so nothing is known of commits.") from error
    try:
        with Repo(root, search_parent_directories=True, expand_vars=False) as repository:
            yield repository
    except (exc.InvalidGitRepositoryError, exc.NoSuchPathError) as error:
        remark = "The files are in no git repository, so nothing is known of commits."
        raise _UnreadableError(remark) from error
    except exc.GitCommandNotFound as error:
        raise _UnreadableError("Git is not installed, so nothing is known of commits.") from error
    except exc.GitCommandError as error:
        raise _UnreadableError(_refusal(str(error.stderr))) from error
    except (exc.GitError, OSError, ValueError, configparser.Error) as error:
        # ValueError is GitPython's word for an object that is missing or damaged.
        raise _UnreadableError(f"Git could not read the history: {_line(str(error))}.") from error


def _refusal(stderr: str) -> str:
    if "dubious ownership" in stderr:
        return (
            "Git refuses to read the repository, for it belongs to another user"
            " (`git config --global --add safe.directory` with its path allows it)."
        )
    if "does not have any commits" in stderr:
        return "The repository has no commit yet."
    fatal = re.search(r"fatal: (.*)", stderr)
    return f"Git could not read the history: {_line(fatal[1] if fatal else stderr)}."


def _line(message: str) -> str:
    return (message.strip().splitlines() or ["no reason given"])[0].strip(" .'")


def _names(repository: Repo, root: Path, versions: Iterable[Version]) -> dict[str, str]:
    """The versions' files as git names them, by the versions' paths."""
    if repository.working_tree_dir is None:
        raise _UnreadableError("The repository is bare: there are no files in it.")
    top = Path(repository.working_tree_dir).resolve()
    inside = root.resolve().relative_to(top)
    return {version.path: (inside / version.path).as_posix() for version in versions}


def _past(repository: Repo, names: frozenset[str]) -> _Past:
    touches = _followed(names, _log(repository))
    blobs = {touch.blob for trail in touches.values() for touch in trail if touch.blob}
    return _Past(
        touches=touches,
        held={blob: _held(repository, blob) for blob in sorted(blobs)},
        boundary=_boundary(repository),
        differing=_differing(repository),
    )


def _log(repository: Repo) -> Iterator[_Touch]:
    """What every commit did to every Markdown file, newest first, children before parents.

    All files are asked for, for a version may have had any name; a merge counts where it
    differs from both sides.
    """
    output = repository.git(c="log.showRoot=true").log(
        *("--raw", "-z", "-M", "-c", "--no-abbrev", "--topo-order", "--no-color"),
        *("--no-show-signature", "--no-relative", "--encoding=UTF-8"),
        f"--format={_HEADER}%H{_FIELD}%aI{_FIELD}%s",
        *("--", _FILES),
        stdout_as_string=False,
        strip_newline_in_stdout=False,
    )
    parts = iter(os.fsdecode(output).split("\0"))
    commit = None
    for part in parts:
        entry = part.lstrip("\n")
        if entry.startswith(_HEADER):
            sha, authored, subject = entry[1:].split(_FIELD, 2)
            commit = Commit(sha, datetime.fromisoformat(authored), subject)
        elif entry and commit:
            yield _touch(commit, entry, parts)


def _touch(commit: Commit, entry: str, following: Iterator[str]) -> _Touch:
    """One raw entry of the log: ``:modes ids status``, then one name, or two of a rename."""
    *_, blob, status = entry.split(" ")
    source = next(following) if status.startswith("R") else None
    return _Touch(commit, next(following), source, None if _NO_BLOB.fullmatch(blob) else blob)


def _followed(names: frozenset[str], touches: Iterable[_Touch]) -> dict[str, list[_Touch]]:
    """What was done to each file, oldest first, through its renames.

    Args:
        names: The names that the files have now.
        touches: What was done to all files, newest first.
    """
    trails: dict[str, list[_Touch]] = defaultdict(list)
    owners = {name: name for name in names}
    for touch in touches:
        owner = owners.get(touch.path)
        if owner is None:
            continue
        trails[owner].append(touch)
        if touch.source:
            # Before it was renamed, the old name was this file's, whosever it is now.
            del owners[touch.path]
            owners[touch.source] = owner
    return {name: trail[::-1] for name, trail in trails.items()}


def _held(repository: Repo, blob: str) -> _Held:
    """What a blob holds, from the one ``cat-file --batch`` that the object database keeps."""
    content = repository.odb.stream(bytes.fromhex(blob)).read()
    parts = parted(content.decode("utf-8-sig", errors="replace"))
    published = bool(_PUBLISHED.search(parts.front or ""))
    return _Held(published, sha256(parts.text.encode()).digest())


def _boundary(repository: Repo) -> frozenset[str]:
    shallow = Path(repository.common_dir) / "shallow"
    return frozenset(shallow.read_text().split()) if shallow.is_file() else frozenset()


def _differing(repository: Repo) -> frozenset[str]:
    output = repository.git.diff(
        *("HEAD", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-relative"),
        *("--", _FILES),
        stdout_as_string=False,
        strip_newline_in_stdout=False,
    )
    return frozenset(os.fsdecode(output).split("\0"))


# To the reader ----------------------------------------------------------------------------


def _told(version: Version, name: str, past: _Past) -> Provenance:
    trail = past.touches.get(name, ())
    at = next((i for i, touch in enumerate(trail) if _is_published(touch, past)), None)
    if at is None:
        return Provenance(None, (), tuple(_unrecorded(version, name, trail, past)))
    later = tuple(touch.commit for touch in trail[at + 1 :])
    cut = trail[at].commit.sha in past.boundary
    remarks = (*_first_remarks(version, trail[at].commit, cut=cut), *_since(trail[at:], past))
    if not version.is_published:
        remarks += ("It was published once, and is a draft now.",)
    if _is_uncommitted(name, trail, past):
        remarks += ("The file differs from the one that is committed.",)
    return Provenance(None if cut else trail[at].commit, later, remarks)


def _is_published(touch: _Touch, past: _Past) -> bool:
    return touch.blob is not None and past.held[touch.blob].published


def _is_uncommitted(name: str, trail: Sequence[_Touch], past: _Past) -> bool:
    return name in past.differing or trail[-1].blob is None


def _unrecorded(version: Version, name: str, trail: Sequence[_Touch], past: _Past) -> Iterator[str]:
    """Why no commit published a version; nothing for a draft, which none should."""
    if not version.is_published:
        return
    if not trail or _is_uncommitted(name, trail, past):
        yield "It is not committed yet, so git cannot say when it was published."
    else:
        yield "Git has no commit in which its front matter says that it is published."


def _first_remarks(version: Version, first: Commit, *, cut: bool) -> Iterator[str]:
    if cut:
        yield (
            "This copy of the repository is shallow: it does not reach back to the commit that"
            " published this version (`git fetch --unshallow` fetches the rest)."
        )
    elif version.published != date.max and first.authored.date() > version.published:
        yield (
            f"It was recorded in git on {first.authored.date()}, after the day of publication"
            f" that it declares, {version.published}."
        )


def _since(trail: Sequence[_Touch], past: _Past) -> Iterator[str]:
    """What later commits did to a published text, given its touches from the first one on."""
    text = _digest(trail[0], past)
    for touch in trail[1:]:
        day, sha = touch.commit.authored.date(), touch.commit.sha[:12]
        now = _digest(touch, past)
        if now is None:
            yield f"The file was taken away on {day}, in commit {sha}."
        elif now != text:
            yield f"Its text was changed after it was published: on {day}, in commit {sha}."
        text = now or text


def _digest(touch: _Touch, past: _Past) -> bytes | None:
    return past.held[touch.blob].digest if touch.blob else None
