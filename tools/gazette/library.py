"""Which policies and versions does legal's directory hold, and is all of it right?"""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gazette.errors import Fault, FaultyInputError
from gazette.file_text import unreadable
from gazette.policy_file import read_policy
from gazette.significance.answers import decision_for
from gazette.version_file import FILE_NAME, read_version

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.model import Decision, Policy, Version

_TEXTS = {".md", ".markdown", ".txt", ".yaml", ".yml"}


def read_library(directory: Path) -> tuple[Policy, ...]:
    """Every policy of a directory, by key, each with its versions; provenance is left empty.

    Raises:
        FaultyInputError: Anything in the directory is wrong; all faults are named in one go.
    """
    faults: list[Fault] = []
    if not directory.is_dir():
        mend = "name the directory that holds a directory for each policy"
        raise FaultyInputError([Fault(directory, 1, "there is no such directory", mend)])
    policies: list[Policy | None] = []
    try:
        policies += _policies(directory, faults)
    except OSError as error:
        faults.append(unreadable(Path(error.filename), error))
    if faults:
        raise FaultyInputError(faults)
    return tuple(policy for policy in policies if policy)


def _policies(directory: Path, faults: list[Fault]) -> Iterator[Policy | None]:
    folders = [path for path in sorted(directory.iterdir()) if path.is_dir() and _seen(path)]
    for folder in folders:
        yield _policy(folder, faults)
    for path in filter(_is_named_as_ours, directory.iterdir()):
        mend = f"move it into a directory, as {directory / 'privacy' / path.name}"
        faults.append(Fault(path, 1, "this stands in no policy's directory", mend))
    if not folders:
        mend = f"add one, as {directory / 'privacy'}, with a policy.yml in it"
        faults.append(Fault(directory, 1, "there is no policy", mend))


def _seen(path: Path) -> bool:
    return not path.name.startswith((".", "_"))


def _policy(folder: Path, faults: list[Fault]) -> Policy | None:
    policy = read_policy(folder, faults)
    paths = [path for path in sorted(folder.iterdir()) if FILE_NAME.fullmatch(path.name)]
    read = [read_version(path, policy, faults) for path in paths]
    versions = [version for version in read if version]
    faults += _strays(folder)
    if policy is None:
        return None
    if not paths:
        mend = f"add {folder / '1.0.md'}"
        faults.append(Fault(folder / "policy.yml", 1, "the policy has no version", mend))
    ranks = {lang: rank for rank, lang in enumerate(policy.languages)}
    versions = [version for version in versions if version.lang in ranks]
    versions.sort(key=lambda version: (version.order, ranks[version.lang]))
    faults += _disorder(folder, policy, versions)
    return replace(policy, versions=tuple(_decided(policy, versions)))


def _decided(policy: Policy, versions: Sequence[Version]) -> Iterator[Version]:
    """The versions, the translations with the decision that was made for their original.

    A decision that is void for the original, for it was made for another text, holds for none.
    """
    decisions: dict[str, Decision | None] = {}
    for version in versions:
        if version.lang == policy.languages[0]:
            decisions[version.number] = decision_for(version)
            yield version
        else:
            decision = decisions.get(version.number)
            yield replace(version, decision=decision and replace(decision, digest=""))


def _strays(folder: Path) -> Iterator[Fault]:
    """Files in and below a policy's directory that look meant to be read, and are not."""
    for path in folder.rglob("*"):
        inner = path.relative_to(folder)
        if not all(_seen(Path(part)) for part in inner.parts):
            continue
        if len(inner.parts) > 1 and _is_named_as_ours(path):
            mend = (
                "move it beside policy.yml, or start the directory's name with '_' to keep it out"
            )
            yield Fault(path, 1, "this stands in a directory below the policy's", mend)
        elif len(inner.parts) == 1 and not _is_named_as_ours(path) and _looks_like_ours(path):
            wrong = "this is neither policy.yml nor named after a version"
            mend = "rename it, as 2.0.md or 2.0.zh.md, or move it out of the directory"
            yield Fault(path, 1, wrong, mend)


def _is_named_as_ours(path: Path) -> bool:
    return path.name == "policy.yml" or bool(FILE_NAME.fullmatch(path.name))


def _looks_like_ours(path: Path) -> bool:
    return path.suffix.lower() in _TEXTS and not path.is_dir()


def _disorder(folder: Path, policy: Policy, versions: Sequence[Version]) -> Iterator[Fault]:
    """Faults between versions: numbers twice, dates that go back, translations astray."""
    by_language: dict[str, list[Version]] = defaultdict(list)
    for version in versions:
        by_language[version.lang].append(version)
    for same in by_language.values():
        for before, after in itertools.pairwise(same):
            yield from _step_faults(folder, before, after)
    originals = {version.number: version for version in by_language[policy.languages[0]]}
    for version in versions:
        if version.lang != policy.languages[0]:
            yield from _translation_faults(folder, originals.get(version.number), version)


def _step_faults(folder: Path, before: Version, after: Version) -> Iterator[Fault]:
    path = _file(folder, after)
    if _without_zeros(before.order) == _without_zeros(after.order):
        wrong = f"this is the same version as {_file(folder, before).name}"
        yield Fault(path, 1, wrong, "give one of the two another number")
    if not (before.is_published and after.is_published):
        return
    for name in ("published", "effective"):
        earlier, later = getattr(before, name), getattr(after, name)
        if later < earlier < date.max:
            wrong = f"{name} {later} lies before that of version {before.number}, {earlier}"
            yield Fault(path, 1, wrong, "give versions numbers in the order of their dates")


def _file(folder: Path, version: Version) -> Path:
    return folder / version.path.rsplit("/", 1)[-1]


def _without_zeros(order: tuple[int, ...]) -> tuple[int, ...]:
    """A number as a reader takes it, to whom 2 and 2.0 are the same version."""
    while len(order) > 1 and order[-1] == 0:
        order = order[:-1]
    return order


def _translation_faults(
    folder: Path, original: Version | None, version: Version
) -> Iterator[Fault]:
    path = _file(folder, version)
    if original is None:
        wrong = f"this translates version {version.number}, which is not there"
        yield Fault(path, 1, wrong, f"add {version.number}.md, or rename this file")
        return
    for name in ("status", "published", "effective"):
        value = getattr(original, name)
        if value != getattr(version, name):
            wrong = f"{name} differs from that of {version.number}.md"
            mend = f"take it out, or date {version.number}.md"
            yield Fault(path, 1, wrong, mend if value == date.max else f"write {name}: {value}")
    if version.decision is not None:
        wrong = "a translation has no decision of its own"
        mend = f"move it to {version.number}.md"
        yield Fault(path, version.decision.line, wrong, mend)
