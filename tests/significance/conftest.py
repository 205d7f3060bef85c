"""What tests of limited rights and of risk share: the cases held back."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from train_words import Case, marked

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def held_back() -> list[Case]:
    """The cases that nothing was trained on, and that no rule was written for."""
    first = yaml.safe_load((HERE / "heldback.yml").read_text(encoding="utf-8"))
    limits, risk = {"limits": True, "keeps": False}, {"risk": True, "no_risk": False}
    return [
        *(
            Case(before, after, limits.get(key), risk.get(key))
            for key, pairs in first.items()
            for before, after in pairs
        ),
        *marked(HERE / "heldback-marked.yml"),
    ]
