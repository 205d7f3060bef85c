"""What the world is told about a revision, how prominently and how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette.comparison import compare
from gazette.document import parse
from gazette.model import Decision, Dismissal, Level, Notice, Policy, Status, Version
from gazette.notices import Revision, notice
from gazette.significance import assess, default_taxonomy

PUBLISHED, EFFECTIVE = date(2026, 3, 1), date(2026, 4, 1)
POLICY = Policy("privacy", {"en": "Privacy Statement"}, ("en",), default_taxonomy(), 30, "", ())
OLD = "# Privacy\n\n1. We keep your name.\n\n2. We share your name with our printers.\n\nGoodbye.\n"
SHARED = OLD.replace("with our printers", "with our advertising partners")


def version(text: str, number: str = "2.0", decision: Decision | None = None) -> Version:
    return Version(
        policy="privacy",
        number=number,
        lang="en",
        status=Status.PUBLISHED,
        published=PUBLISHED,
        effective=EFFECTIVE,
        summary="What changed.",
        text=text,
        path="policy_versions/privacy/2.0.md",
        text_line=8,
        decision=decision,
    )


def told(
    new: str = SHARED,
    decision: Decision | None = None,
    *,
    policy: Policy = POLICY,
    earlier: tuple[Notice, ...] = (),
) -> Notice:
    comparison = compare(parse(OLD), parse(new))
    assessment = assess(comparison, policy.taxonomy)
    return notice(
        policy, Revision(version(new, decision=decision), comparison, assessment), earlier
    )


def past(number: str, level: Level, *, until: date = EFFECTIVE) -> Notice:
    """The notice of an earlier version."""
    known = replace(told(), version=number, level=level, published=date(2026, 1, 1))
    return replace(known, show_until=until, supersedes=())


def test_a_finding_that_nobody_answered_sets_the_level() -> None:
    assert told().level is POLICY.taxonomy.category("sharing").level


def test_without_findings_the_revisions_page_is_enough() -> None:
    assert told(OLD.replace("Goodbye.", "Goodbye!")).level is Level.REVISION


def test_legal_raises_the_level_without_a_reason() -> None:
    assert told(decision=Decision(("sharing",), notice=Level.CONSENT)).level is Level.CONSENT


def test_legal_lowers_the_level_with_a_reason_alone() -> None:
    lowered = Decision(("sharing",), notice=Level.ANNOUNCEMENT)
    assert told(decision=lowered).level is Level.POPUP
    reasoned = replace(lowered, notice_reason="Told by letter.")
    assert told(decision=reasoned).level is Level.ANNOUNCEMENT


def test_limited_rights_ask_for_consent() -> None:
    assert told(decision=Decision(("sharing",), limits_rights=True)).level is Level.CONSENT


def test_a_category_that_legal_alone_declares_counts() -> None:
    notice = told(OLD.replace("Goodbye.", "Goodbye!"), Decision(("contact",)))
    assert ([one.key for one in notice.categories], notice.level) == (
        ["contact"],
        Level.ANNOUNCEMENT,
    )


def test_categories_stand_in_the_taxonomy_s_order_and_limited_rights_last() -> None:
    notice = told(decision=Decision(("risk", "processing"), limits_rights=True))
    assert [one.key for one in notice.categories] == [
        "processing",
        "sharing",
        "risk",
        "limits_rights",
    ]


def test_what_legal_dismissed_is_not_told() -> None:
    dismissed = Decision(dismissed=(Dismissal("2", "sharing", "A slip."),))
    assert told(decision=dismissed).categories == ()


def test_each_changed_clause_is_told_once_with_its_categories() -> None:
    (change,) = told().changes
    assert (change.clause, change.kind, change.categories) == ("2", "modified", ("sharing",))
    assert change.text


def test_a_clause_taken_away_is_told_at_its_old_place() -> None:
    (change,) = [
        one
        for one in told(
            "# Privacy\n\n1. We keep your name.\n\nGoodbye.\n", Decision(("sharing", "rights"))
        ).changes
        if one.clause == "2"
    ]
    assert change.kind == "removed"


def test_a_clause_without_a_number_is_told_by_its_heading() -> None:
    notice = told(OLD.replace("Goodbye.", "We share your name with advertising partners."))
    assert "Privacy" in {change.clause for change in notice.changes}


def test_it_is_shown_from_the_day_of_publication_until_so_many_days_after_it_takes_effect() -> None:
    assert (told().show_from, told().show_until) == (PUBLISHED, EFFECTIVE + timedelta(days=30))


@given(st.integers(min_value=1))
def test_however_many_days_it_is_to_stay_up_its_last_day_is_a_day(days: int) -> None:
    last = told(policy=replace(POLICY, notice_days=days)).show_until
    assert last == date.max or (last - EFFECTIVE).days == days


def test_its_digest_is_that_of_the_text_that_readers_agree_to() -> None:
    assert told().digest == sha256(SHARED.encode()).hexdigest()


def test_its_id_is_policy_and_version() -> None:
    assert told().id == "privacy-2.0"


def test_it_supersedes_earlier_notices_newest_first() -> None:
    earlier = tuple(past(number, Level.POPUP) for number in ("1.9", "1.10", "1.2"))
    assert told(earlier=earlier).supersedes == ("privacy-1.10", "privacy-1.9", "privacy-1.2")


@pytest.mark.parametrize(
    ("until", "superseded"),
    [(PUBLISHED, ()), (PUBLISHED - timedelta(days=1), ("privacy-1.1",))],
)
def test_it_silences_no_more_prominent_notice_that_is_still_up(
    until: date, superseded: tuple[str, ...]
) -> None:
    consent = past("1.1", Level.CONSENT, until=until)
    assert told(earlier=(consent,)).supersedes == superseded


@given(
    notice_level=st.sampled_from(Level),
    categories=st.sets(st.sampled_from([c.key for c in POLICY.taxonomy.categories])),
    reason=st.sampled_from(["", "Because."]),
    limits=st.booleans(),
)
def test_without_a_reason_no_decision_makes_a_notice_less_prominent(
    notice_level: Level, categories: set[str], reason: str, *, limits: bool
) -> None:
    decision = Decision(
        tuple(categories), notice=notice_level, notice_reason=reason, limits_rights=limits
    )
    level = told(decision=decision).level
    assert level.rank >= told().level.rank or (reason and level is notice_level)


@given(st.lists(st.sampled_from(Level), max_size=6))
def test_every_notice_still_up_is_more_prominent_than_all_that_came_after(
    levels: list[Level],
) -> None:
    notices: list[Notice] = []
    for number, level in enumerate(levels):
        decision = Decision(("sharing",), notice=level, notice_reason="Because.")
        notices.append(
            replace(told(decision=decision, earlier=tuple(notices)), version=f"{number}")
        )
    superseded = {one for each in notices for one in each.supersedes}
    standing = [each.level.rank for each in notices if each.id not in superseded]
    assert standing == sorted(set(standing), reverse=True)
