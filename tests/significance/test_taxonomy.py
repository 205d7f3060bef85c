from __future__ import annotations

import pytest

from gazette.significance import assess_unit
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
