"""Which versions may be seen, and where each stands on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette.model import Policy, State, Status, Version
from gazette.significance import default_taxonomy
from gazette.timeline import in_force, published_versions, states

START = date(2026, 1, 1)
UPCOMING, IN_FORCE, SUPERSEDED = State.UPCOMING, State.IN_FORCE, State.SUPERSEDED


def version(number: str, day: int, *, lang: str = "en", draft: bool = False) -> Version:
    """A version that takes effect so many days after the first of January."""
    effective = START + timedelta(days=day)
    status = Status.DRAFT if draft else Status.PUBLISHED
    return Version("privacy", number, lang, status, START, effective, "", "Text.", "", 1)


def on(day: int, *days: int) -> list[State]:
    """Where versions that take effect on some days stand on another."""
    versions = [version(f"{n}.0", effective) for n, effective in enumerate(days, start=1)]
    return list(states(versions, START + timedelta(days=day)))


def test_drafts_and_other_languages_are_not_seen() -> None:
    seen = version("1.0", 0)
    others = (version("1.0", 0, lang="zh"), version("2.0", 0, draft=True))
    policy = Policy("privacy", {}, ("en", "zh"), default_taxonomy(), 30, "", (seen, *others))
    assert published_versions(policy, "en") == (seen,)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (0, [UPCOMING, UPCOMING, UPCOMING]),
        (10, [IN_FORCE, UPCOMING, UPCOMING]),
        (19, [IN_FORCE, UPCOMING, UPCOMING]),
        (20, [SUPERSEDED, IN_FORCE, UPCOMING]),
        (99, [SUPERSEDED, SUPERSEDED, IN_FORCE]),
    ],
)
def test_a_version_is_in_force_from_its_day_until_the_next_one_s(
    day: int, expected: list[State]
) -> None:
    assert on(day, 10, 20, 30) == expected


def test_of_two_that_take_effect_on_one_day_the_later_is_in_force() -> None:
    assert on(10, 10, 10) == [SUPERSEDED, IN_FORCE]


def test_a_policy_without_versions_has_none_in_force() -> None:
    assert in_force([], START) is None


@given(st.lists(st.integers(0, 50), min_size=1, max_size=8).map(sorted), st.integers(-1, 60))
def test_superseded_versions_come_first_then_the_one_in_force_then_upcoming_ones(
    days: list[int], day: int
) -> None:
    order = [SUPERSEDED, IN_FORCE, UPCOMING]
    found = on(day, *days)
    assert found == sorted(found, key=order.index)
    assert found.count(IN_FORCE) == (day >= days[0])


@given(st.lists(st.integers(0, 50), min_size=1, max_size=8).map(sorted), st.integers(-1, 60))
def test_with_time_no_version_goes_back(days: list[int], day: int) -> None:
    order = [UPCOMING, IN_FORCE, SUPERSEDED]
    pairs = zip(on(day, *days), on(day + 1, *days), strict=True)
    assert all(order.index(before) <= order.index(after) for before, after in pairs)
