"""What did each commit do to the files of interest, and what did they hold then?

Git is read in one pass, whatever the number of files: one ``git log`` for the commits, one
``git cat-file --batch`` for what the files held, one ``git diff`` for what is not committed.
"""

from __future__ import annotations

import configparser
import os
import re
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from gazette.frontmatter import parted
from gazette.model import Commit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from git import Repo

_FILES = ":(top,glob)**/*.md"
_HEADER, _FIELD = "\x01", "\x02"
_NO_GIT = "Git is not installed where this was built, so who published this version is unknown."
_NO_BLOB = re.compile(r"0+")
# Front matter is a block of keys, in which a line that starts with a key starts nothing else.
_PUBLISHED = re.compile(r"^status[ \t]*:[ \t]+(['\"]?)published\1[ \t]*(?:#.*)?$", re.MULTILINE)


class UnreadableError(Exception):
    """Git cannot say anything; the message tells a reader why, in one sentence."""


@dataclass(frozen=True, slots=True)
class Touch:
    """What one commit did to one file."""

    commit: Commit
    path: str
    """The file's name after it, relative to the top of the repository."""
    source: str | None
    """The name before it, where it renamed the file."""
    blob: str | None
    """The id of what the file held after it; None where it took the file away."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a file held at some time."""

    published: bool
    digest: bytes
    """Of its text: the front matter is left out, and line ends do not count."""


@dataclass(frozen=True, slots=True)
class Past:
    """Everything that git knows of some files, by their paths."""

    touches: Mapping[str, Sequence[Touch]]
    """Oldest first."""
    held: Mapping[str, Held]
    """By the blob's id."""
    boundary: frozenset[str]
    """The commits whose parents a shallow clone left out."""
    differing: frozenset[str]
    """The files that differ from the last commit."""


def read_past(root: Path, paths: Iterable[str]) -> Past:
    """Everything that git knows of some files, through their renames.

    Args:
        root: The directory that the paths are relative to, anywhere in a repository.
        paths: The files' names now, with ``/``.

    Raises:
        UnreadableError: Git cannot say anything, for a reason that the message gives.
    """
    with _opened(root) as repository:
        names = _names(repository, root, paths)
        touches = _followed(names, _log(repository))
        blobs = {touch.blob for trail in touches.values() for touch in trail if touch.blob}
        differing = _differing(repository)
        return Past(
            touches=touches,
            held={blob: _held(repository, blob) for blob in sorted(blobs)},
            boundary=_boundary(repository),
            differing=frozenset(path for name, path in names.items() if name in differing),
        )


@contextmanager
def _opened(root: Path) -> Iterator[Repo]:
    """The repository around a directory, with everything that can fail in it made a remark."""
    try:
        # GitPython looks for the program when it is imported, and refuses to load without it.
        from git import Repo, exc  # noqa: PLC0415 - see above
    except ImportError as error:
        raise UnreadableError(_NO_GIT) from error
    try:
        with Repo(root, search_parent_directories=True, expand_vars=False) as repository:
            yield repository
    except (exc.InvalidGitRepositoryError, exc.NoSuchPathError) as error:
        remark = "The policies are not kept in git, so who published this version is unknown."
        raise UnreadableError(remark) from error
    except exc.GitCommandNotFound as error:
        raise UnreadableError(_NO_GIT) from error
    except exc.GitCommandError as error:
        raise UnreadableError(_refusal(str(error.stderr))) from error
    except (exc.GitError, OSError, ValueError, configparser.Error) as error:
        # ValueError is GitPython's word for an object that is missing or damaged.
        raise UnreadableError(f"Git could not read the history: {_line(str(error))}.") from error


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


def _names(repository: Repo, root: Path, paths: Iterable[str]) -> dict[str, str]:
    """The paths by the names that git has for them."""
    if repository.working_tree_dir is None:
        raise UnreadableError("The repository is bare: there are no files in it.")
    inside = root.resolve().relative_to(Path(repository.working_tree_dir).resolve())
    return {(inside / path).as_posix(): path for path in paths}


def _log(repository: Repo) -> Iterator[Touch]:
    """What every commit did to every Markdown file, newest first, children before parents.

    All files are asked for, for a version may have had any name; a merge counts where it
    differs from both sides. Of two branches that came to the same text, git follows one: what
    the other did to it has no part in what it is now.
    """
    output = repository.git(c="log.showRoot=true").log(
        *("--raw", "-z", "-M", "-c", "--no-abbrev", "--topo-order", "--no-color"),
        *("--no-show-signature", "--no-relative", "--encoding=UTF-8"),
        f"--format={_HEADER}%H{_FIELD}%aI{_FIELD}%at{_FIELD}%s",
        *("--", _FILES),
        stdout_as_string=False,
        strip_newline_in_stdout=False,
    )
    parts = iter(os.fsdecode(output).split("\0"))
    commit = None
    for part in parts:
        entry = part.lstrip("\n")
        if entry.startswith(_HEADER):
            sha, authored, seconds, subject = entry[1:].split(_FIELD, 3)
            commit = Commit(sha, _time(authored, seconds), subject)
        elif entry and commit:
            yield _touch(commit, entry, parts)


def _time(iso: str, seconds: str) -> datetime:
    """The author's date, in UTC where its time zone is one that no place has."""
    try:
        return datetime.fromisoformat(iso)
    except ValueError:  # git takes what a tool wrote: ``+518:00``
        return datetime.fromtimestamp(int(seconds), UTC)


def _touch(commit: Commit, entry: str, following: Iterator[str]) -> Touch:
    """One raw entry of the log: ``:modes ids status``, then one name, or two of a rename."""
    *_, blob, status = entry.split(" ")
    source = next(following) if status.startswith("R") else None
    return Touch(commit, next(following), source, None if _NO_BLOB.fullmatch(blob) else blob)


def _followed(names: Mapping[str, str], touches: Iterable[Touch]) -> dict[str, list[Touch]]:
    """What was done to each file, by its path, oldest first, through its renames.

    Args:
        names: The files' paths by the names that git has for them now.
        touches: What was done to all files, newest first.
    """
    trails: dict[str, list[Touch]] = defaultdict(list)
    owners = dict(names)
    for touch in touches:
        owner = owners.get(touch.path)
        if owner is None:
            continue
        trails[owner].append(touch)
        if touch.source:
            # Before it was renamed, the old name was this file's, whosever it is now.
            del owners[touch.path]
            owners[touch.source] = owner
    return {path: trail[::-1] for path, trail in trails.items()}


def _held(repository: Repo, blob: str) -> Held:
    """What a blob holds, from the one ``cat-file --batch`` that the object database keeps."""
    content = repository.odb.stream(bytes.fromhex(blob)).read()
    parts = parted(content.decode("utf-8-sig", errors="replace"))
    published = bool(_PUBLISHED.search(parts.front or ""))
    return Held(published, sha256(parts.text.encode()).digest())


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
