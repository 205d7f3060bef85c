"""Does a change take away or narrow a right, a control or a protection?

This is judged on its own, whatever category the change falls in: clause 9.2 of the privacy
statement promises, "We will not limit your rights under this Privacy Policy without your express
consent." Most rules are patterns, and data (``data/limits.yml``); those that compare numbers are
in ``numbers``. A paragraph that is wholly new takes nothing away that the old text gave, unless
it says outright what the company may refuse.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette.significance.numbers import NUMBER_RULES
from gazette.significance.patterns import rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gazette.model import Span
    from gazette.significance.difference import Difference

_RIGHT_REMOVED = "right-removed"


@dataclass(frozen=True, slots=True)
class Limit:
    """One way in which a change limits rights."""

    rule: str
    spans: tuple[Span, ...]
    say: Mapping[str, str]
    """By language, with {} for the words."""
    fact: str
    """What the change is about besides (``minor``); may be empty."""


def limits(difference: Difference, *, about_rights: bool = True) -> tuple[Limit, ...]:
    """Every limit that a change sets, in the order of the rules.

    Args:
        difference: The texts before and after.
        about_rights: Whether the difference is held to be about rights. A paragraph that is
            gone altogether took a right along only if it is: "you can find our shops here" gave
            none.
    """
    old, new = difference.old.lower(), difference.new.lower()
    by_pattern = (
        Limit(rule.name, rule.spans(old, new), rule.say, rule.fact)
        for rule in rules("limits")
        if (old or rule.standalone)
        and (about_rights or rule.name != _RIGHT_REMOVED)
        and rule.holds(old, new)
    )
    by_number = (
        Limit(worse.rule, worse.spans, worse.say, worse.fact)
        for compare in NUMBER_RULES
        if (worse := compare(old, new))
    )
    return (*by_pattern, *by_number)
