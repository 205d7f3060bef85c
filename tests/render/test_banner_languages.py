"""A notice has an entry in banner.json for each language of its version."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files

from jsonschema import Draft202012Validator

from gazette.model import Policy, Status, Version
from gazette.publication import publications
from gazette.render.feeds import banner_json
from gazette.significance import default_taxonomy

DAYS = {"1.0": date(2026, 1, 1), "2.0": date(2026, 2, 1), "3.0": date(2026, 3, 1)}
WHO = {"1.0": "nobody", "2.0": "advertising partners", "3.0": "foreign authorities"}


def version(number: str, lang: str) -> Version:
    text = f"# Privacy\n\n1. We share your information with {WHO[number]}.\n"
    day, path = DAYS[number], f"privacy/{number}.{lang}.md"
    summary = f"{lang} {number}"
    return Version("privacy", number, lang, Status.PUBLISHED, day, day, summary, text, path, 1)


POLICY = Policy(
    key="privacy",
    title={"en": "Privacy Statement", "zh": "隐私声明"},
    languages=("en", "zh"),
    taxonomy=default_taxonomy(),
    notice_days=30,
    contact="",
    versions=tuple(version(number, lang) for number in DAYS for lang in ("en", "zh")),
)


def banner(limit: int = 20) -> list[dict[str, object]]:
    text = banner_json(
        publications((POLICY,), date(2026, 3, 1)), "https://policies.example.com/", limit=limit
    )
    schema = files("gazette.render").joinpath("schemas/banner-1.schema.json")
    feed = json.loads(text)
    Draft202012Validator(json.loads(schema.read_text(encoding="utf-8"))).validate(feed)
    notices: list[dict[str, object]] = feed["notices"]
    return notices


def test_the_newest_notice_comes_first_in_the_policy_s_first_language() -> None:
    assert [(one["id"], one["lang"]) for one in banner()] == [
        ("privacy-3.0", "en"),
        ("privacy-3.0", "zh"),
        ("privacy-2.0", "en"),
        ("privacy-2.0", "zh"),
    ]


def test_the_limit_counts_a_notice_in_two_languages_once() -> None:
    assert [one["lang"] for one in banner(limit=1)] == ["en", "zh"]


def test_the_facts_are_the_same_in_each_language_and_the_words_are_not() -> None:
    newest, translated, *_ = banner()
    facts = {"id", "level", "changes", "published", "effective", "show_from", "show_until", "url"}
    assert {key: newest[key] for key in facts} == {key: translated[key] for key in facts}
    assert (translated["title"], translated["summary"]) == ("隐私声明", "zh 3.0")
