from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from gazette.check import problems
from gazette.library import read_library
from gazette.model import Level
from gazette.revisions import predecessor, revision
from gazette.significance import assess_unit, default_taxonomy
from gazette.significance.taxonomy import TaxonomyError, named_taxonomy, taxonomy_from


def test_articles_13_and_14_name_their_own_clauses() -> None:
    answer = assess_unit(
        "We keep web logs for 12 months.", "We keep web logs for 6 months.", named_taxonomy("gdpr")
    )
    assert [(f.category, f.clause) for f in answer.findings][:1] == [("retention", "13(2)(a)")]


def test_a_policy_may_alter_one_level_of_the_default() -> None:
    data = {"extends": "default", "categories": {"contact": {"level": "popup"}}}
    assert taxonomy_from(data).category("contact").level == "popup"


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ({"extends": "nowhere"}, ()),
        ({"extends": "default", "threshold": 2}, ("threshold",)),
        ({"extends": "default", "colour": "red"}, ("colour",)),
        (
            {"extends": "default", "categories": {"contact": {"level": "loud"}}},
            ("categories", "contact", "level"),
        ),
        (
            {"extends": "default", "categories": {"contact": {"facts": ["tea"]}}},
            ("categories", "contact", "facts"),
        ),
    ],
)
def test_a_wrong_taxonomy_names_the_key_at_fault(
    data: dict[str, object], where: tuple[str, ...]
) -> None:
    with pytest.raises(TaxonomyError) as error:
        taxonomy_from(data)
    assert error.value.where == where


SHOP_TAXONOMY = """
title: Privacy of the shop
taxonomy:
  name: shop
  categories:
    parcels:
      clause: "5 a"
      level: announcement
      label: {en: Who carries parcels}
      facts: [recipient, transfer]
    cards:
      clause: "5 b"
      level: popup
      label: {en: What is on your card}
      facts: [data, retention]
  limits_rights:
    clause: "6"
    level: consent
    label: {en: Takes a right away}
  triggers:
    abroad:
      clause: "7"
      label: {en: Parcels from abroad}
      facts: [transfer-added]
"""
VERSION = """---
version: "{number}"
status: published
published: {day}
effective: {day}
summary: What changed.
---
# Privacy of the shop

1. We share your address with our carrier{carrier}.
"""


def test_a_taxonomy_of_a_policy_s_own_is_followed_from_file_to_check(tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "policy.yml").write_text(SHOP_TAXONOMY, encoding="utf-8")
    for number, day, carrier in (
        ("1.0", "2025-01-01", ""),
        ("2.0", "2026-01-01", " and transfer it overseas"),
    ):
        text = VERSION.format(number=number, day=day, carrier=carrier)
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    (policy,) = read_library(tmp_path)
    old = predecessor(policy, policy.versions[1])
    assert old is not None
    assessment = revision(policy, old, policy.versions[1]).assessment
    assert {(f.category, f.clause, f.trigger) for f in assessment.findings} == {
        ("parcels", "5 a", "abroad")
    }
    assert assessment.level is Level.CONSENT
    (problem,) = problems([policy])
    assert "categories: [parcels]" in problem.paste
    assert "trigger: abroad" in problem.paste


def test_no_category_or_clause_of_a_taxonomy_stands_in_the_code() -> None:
    taxonomy = default_taxonomy()
    clauses = [entry.clause for entry in (*taxonomy.categories, *taxonomy.triggers)]
    named = [f'"{word}"' for word in (*clauses, *(trigger.key for trigger in taxonomy.triggers))]
    package = Path(str(files("gazette")))
    code = "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    assert [word for word in named if word in code] == []


@pytest.mark.parametrize("key", ["unsure", "translation"])
def test_a_key_that_a_dismissal_uses_otherwise_is_taken(key: str) -> None:
    entry = {"clause": "1", "level": "popup", "label": {"en": "X"}}
    with pytest.raises(TaxonomyError, match="the key is taken"):
        taxonomy_from({"extends": "default", "categories": {key: entry}})
