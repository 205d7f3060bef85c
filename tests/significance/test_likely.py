from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
import yaml

from gazette.significance.likely import likely
from gazette.significance.patterns import folded, rules

CASES: dict[str, list[list[str]]] = yaml.safe_load(
    Path(__file__).with_name("limits.yml").read_text(encoding="utf-8")
)
PAIRS = [pair for group in CASES.values() for pair in group if isinstance(pair, list)]


def test_few_rules_are_asked_of_words_that_none_begins_with() -> None:
    assert len(list(likely("limits", "we like tea.", "we like cake."))) < len(rules("limits")) / 2


@pytest.mark.parametrize("name", ["limits", "consent", "risk"])
def test_every_rule_that_holds_is_asked(name: str) -> None:
    texts = [(folded(old), folded(new)) for old, new in PAIRS]
    every = [*texts, *((new, old) for old, new in texts)]
    for (old, new), rule in product(every, rules(name)):
        if rule.holds(old, new):
            assert rule in likely(name, old, new)
