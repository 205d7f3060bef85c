"""Under which address each clause stands."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from gazette.document import anchors, parse


def addresses(text: str) -> list[str]:
    return list(anchors(parse(text)))


def test_a_numbered_clause_is_its_part_and_its_number() -> None:
    assert addresses("## Privacy Policy\n\n3.1.4. Sharing")[1] == "privacy-policy-3.1.4"


def test_an_unnumbered_clause_is_counted_after_the_number_before_it() -> None:
    text = "## Policy\n\n3.1. Sharing\n\nFirst.\n\nSecond."
    assert addresses(text)[2:] == ["policy-3.1-p1", "policy-3.1-p2"]


def test_a_number_that_restarts_in_another_part_has_another_address() -> None:
    assert addresses("# One\n\n1.1. a\n\n# Two\n\n1.1. b")[1::2] == ["one-1.1", "two-1.1"]


def test_a_number_printed_twice_is_told_apart() -> None:
    assert addresses("1.1. a\n\n1.1. b\n\n1.1. c") == ["1.1", "1.1-2", "1.1-3"]


def test_signs_of_a_number_are_left_out() -> None:
    assert addresses("# P\n\n(1) a\n\n（一）b")[1:] == ["p-1", "p-一"]


def test_a_part_s_heading_is_its_own_words() -> None:
    assert addresses("# Title\n\n## Legal Notices") == ["title", "legal-notices"]


def test_a_deeper_heading_is_told_by_its_part() -> None:
    assert addresses("# One\n\n# Two\n\n## Contact us!")[2] == "two-contact-us"


def test_what_precedes_everything_is_at_the_top() -> None:
    assert addresses("a\n\nb") == ["top-p1", "top-p2"]


def test_adding_a_clause_elsewhere_leaves_an_address_alone() -> None:
    before = addresses("# P\n\n1.1. a\n\nb\n\n1.2. c\n\nd")
    after = addresses("# P\n\n1.1. a\n\nb\n\nnew\n\n1.2. c\n\nd")
    assert after[:3] + after[4:] == before


@given(st.lists(st.sampled_from(["# a", "# A", "## b", "1. x", "1.1. y", "z", "- z", "(1) v"])))
def test_every_address_is_unique_and_fits_html(lines: list[str]) -> None:
    found = addresses("\n\n".join(lines))
    assert len(set(found)) == len(lines)
    assert all(re.fullmatch(r"\S+", anchor) for anchor in found)
