"""What the public sees of a policy on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from gazette.model import Commit, Policy, Provenance, Status, Version
from gazette.publication import publication, publications
from gazette.significance import default_taxonomy

if TYPE_CHECKING:
    from gazette.publication import Publication

JANUARY, FEBRUARY, MARCH = (date(2026, month, 1) for month in (1, 2, 3))


def version(number: str, day: date, *, lang: str = "en", draft: bool = False) -> Version:
    status = Status.DRAFT if draft else Status.PUBLISHED
    text = f"# Privacy\n\n1. We share data with partner {number}.\n"
    path = f"policy_versions/privacy/{number}.{lang}.md"
    return Version("privacy", number, lang, status, day, day, f"{lang} {number}", text, path, 7)


POLICY = Policy(
    key="privacy",
    title={"en": "Privacy Statement", "zh": "隐私声明"},
    languages=("en", "zh"),
    taxonomy=default_taxonomy(),
    notice_days=30,
    contact="",
    versions=(
        version("1.0", JANUARY),
        version("2.0", FEBRUARY),
        version("2.0", FEBRUARY, lang="zh"),
        version("3.0", MARCH),
        version("4.0", MARCH, draft=True),
    ),
)


def seen(day: date = FEBRUARY, policy: Policy = POLICY) -> Publication:
    (only,) = publications((policy,), day)
    return only


def test_editions_are_the_published_versions_of_the_first_language_newest_first() -> None:
    assert [edition.number for edition in seen().editions] == ["3.0", "2.0", "1.0"]


def test_one_is_in_force_and_later_ones_are_upcoming() -> None:
    current = seen().current
    assert current is not None
    assert (current.number, [e.number for e in seen().upcoming]) == ("2.0", ["3.0"])


def test_before_the_first_takes_effect_all_are_upcoming_the_next_first() -> None:
    early = seen(date(2025, 1, 1))
    assert early.current is None
    assert [edition.number for edition in early.upcoming] == ["1.0", "2.0", "3.0"]


def test_the_first_version_revises_nothing_and_each_later_one_the_one_before() -> None:
    steps = [edition.step for edition in seen().editions]
    assert [step.old.number if step else None for step in steps] == ["2.0", "1.0", None]


def test_a_policy_of_drafts_alone_is_not_seen() -> None:
    drafts = tuple(replace(v, status=Status.DRAFT) for v in POLICY.versions)
    assert publications((replace(POLICY, versions=drafts),), MARCH) == ()


def test_each_edition_has_what_git_knows_of_it() -> None:
    known = Provenance(Commit("a" * 40, None, "Publish"))  # type: ignore[arg-type]
    policy = replace(POLICY, provenance={"policy_versions/privacy/1.0.en.md": known})
    assert [edition.provenance for edition in seen(policy=policy).editions] == [
        Provenance(None),
        Provenance(None),
        known,
    ]


def test_a_notice_comes_in_each_language_of_its_version_with_the_same_facts() -> None:
    newest, original, translation = seen().notices
    assert (newest.lang, original.lang, translation.lang) == ("en", "en", "zh")
    words = {"lang": "", "title": "", "summary": "", "digest": ""}
    assert replace(original, **words) == replace(translation, **words)
    assert (translation.title, translation.summary) == ("隐私声明", "zh 2.0")


def test_a_translation_s_readers_agree_to_the_translated_text() -> None:
    policy = replace(
        POLICY,
        versions=tuple(
            replace(v, text="# 隐私\n\n1. 我们共享数据。\n") if v.lang == "zh" else v
            for v in POLICY.versions
        ),
    )
    _, original, translation = seen(policy=policy).notices
    assert original.digest != translation.digest


def test_a_policy_can_be_seen_in_another_of_its_languages() -> None:
    chinese = publication(POLICY, "zh", FEBRUARY)
    assert (chinese.title, [e.number for e in chinese.editions]) == ("隐私声明", ["2.0"])
