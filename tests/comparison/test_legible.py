"""Which words in common a reader sees as unchanged, and where marks begin."""

from __future__ import annotations

import pytest

from gazette.comparison.sequences import Budget
from gazette.comparison.words import edits
from gazette.model import Op

SIGNS = {Op.EQUAL: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}


def marked(old: str, new: str) -> str:
    return "".join(SIGNS[run.op].format(run.text) for run in edits(old, new, Budget()))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "We sell the names of users.",
            "We sell the addresses of members.",
            "We sell the [-names of users-]{+addresses of members+}.",
        ),
        (
            "We ask you. We sell data.",
            "We ask you. We rent rooms. We sell data.",
            "We ask you. {+We rent rooms. +}We sell data.",
        ),
        (
            "names, ages and addresses",
            "names and addresses",
            "names[-, ages-] and addresses",
        ),
        (
            "We may contact you by post.",
            "Nobody shall ever write to any of the users.",
            "[-We may contact you by post.-]{+Nobody shall ever write to any of the users.+}",
        ),
        (
            "\u4e0d\u4f1a\u51fa\u552e\u7684\u6570\u636e",
            "\u53ef\u4ee5\u8f6c\u8ba9\u7684\u8d44\u6599",
            "[-\u4e0d\u4f1a\u51fa\u552e\u7684\u6570\u636e-]{+\u53ef\u4ee5\u8f6c\u8ba9\u7684\u8d44\u6599+}",
        ),
    ],
    ids=[
        "a word between two marks is no island",
        "a sentence put in stands whole",
        "a phrase goes with its comma",
        "a sentence rewritten is one replacement",
        "nor is a character of Chinese",
    ],
)
def test_marks_read_well(old: str, new: str, shown: str) -> None:
    assert marked(old, new) == shown
