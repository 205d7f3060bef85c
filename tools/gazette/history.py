"""Which commit published a version, and which ones touched it since?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from gazette.commits import UnreadableError, read_past
from gazette.model import Provenance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from gazette.commits import Past, Touch
    from gazette.model import Commit, Policy, Version


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
        past = read_past(root, [version.path for version in versions])
    except UnreadableError as reason:
        return {version.path: Provenance(None, (), (str(reason),)) for version in versions}
    return {version.path: _told(version, past) for version in versions}


def unestablished(policies: Iterable[Policy]) -> Mapping[str, tuple[str, ...]]:
    """Why git cannot say who published a version: each reason, with the versions' paths."""
    reasons: dict[str, tuple[str, ...]] = {}
    for policy in policies:
        for version in policy.versions:
            told = policy.provenance[version.path]
            if version.is_published and told.first is None:
                for remark in told.remarks:
                    reasons[remark] = (*reasons.get(remark, ()), version.path)
    return reasons


def _told(version: Version, past: Past) -> Provenance:
    trail = past.touches.get(version.path, ())
    at = next((i for i, touch in enumerate(trail) if _is_published(touch, past)), None)
    if at is None:
        return Provenance(None, (), tuple(_unrecorded(version, trail, past)))
    later = tuple(touch.commit for touch in trail[at + 1 :])
    cut = trail[at].commit.sha in past.boundary
    remarks = (*_first_remarks(version, trail[at].commit, cut=cut), *_since(trail[at:], past))
    if not version.is_published:
        remarks += ("It was published once, and is a draft now.",)
    if _is_uncommitted(version, trail, past):
        remarks += ("This shows changes that are not committed to git yet.",)
    return Provenance(None if cut else trail[at].commit, later, remarks)


def _is_published(touch: Touch, past: Past) -> bool:
    return touch.blob is not None and past.held[touch.blob].published


def _is_uncommitted(version: Version, trail: Sequence[Touch], past: Past) -> bool:
    return version.path in past.differing or trail[-1].blob is None


def _unrecorded(version: Version, trail: Sequence[Touch], past: Past) -> Iterator[str]:
    """Why no commit published a version; nothing for a draft, which none should."""
    if not version.is_published:
        return
    if not trail or _is_uncommitted(version, trail, past):
        yield "It is not committed to git yet, so who published it is unknown."
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


def _since(trail: Sequence[Touch], past: Past) -> Iterator[str]:
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


def _digest(touch: Touch, past: Past) -> bytes | None:
    return past.held[touch.blob].digest if touch.blob else None
