"""Which versions of a policy may be seen, and where does each stand on a given day?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.model import State

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from gazette.model import Policy, Version


def published_versions(policy: Policy, lang: str) -> tuple[Version, ...]:
    """The versions in one language that the public may see, oldest first."""
    return tuple(v for v in policy.versions if v.lang == lang and v.is_published)


def in_force(versions: Sequence[Version], day: date) -> Version | None:
    """The last of the versions, given oldest first, that has taken effect by a day."""
    return next((v for v in reversed(versions) if v.effective <= day), None)


def states(versions: Sequence[Version], day: date) -> tuple[State, ...]:
    """Where each of the versions, given oldest first, stands on a day."""
    current = in_force(versions, day)
    return tuple(_state(version, current) for version in versions)


def _state(version: Version, current: Version | None) -> State:
    if current is None or version.order > current.order:
        return State.UPCOMING
    return State.IN_FORCE if version is current else State.SUPERSEDED
