"""Which clause became which, however much else changed around it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gazette.comparison.align import Match, aligned, matches
from gazette.comparison.sequences import Budget
from gazette.document import parse

PIECES = st.sampled_from(
    [
        "You can opt out.",
        "We collect your name and your address when you register with us.",
        "We collect your name and your telephone number when you register.",
        "## Your rights",
        "* one",
        "1.1. We keep invoices for ten years because tax law demands it of us.",
        "1.2. We never sell your data to anybody, whatever they may offer us.",
    ]
)
TEXTS = st.lists(PIECES, max_size=7).map("\n\n".join)


def became(old: str, new: str) -> list[Match]:
    return list(matches(aligned(parse(old).clauses, parse(new).clauses, Budget())))


@given(TEXTS, TEXTS)
def test_each_clause_has_one_place(old: str, new: str) -> None:
    found = became(old, new)
    assert sorted(clause.line for match in found for clause in match.old) == [
        clause.line for clause in parse(old).clauses
    ]
    assert [clause.line for match in found for clause in match.new] == [
        clause.line for clause in parse(new).clauses
    ]


@given(TEXTS, TEXTS)
def test_as_many_stay_word_for_word_whichever_text_is_the_old_one(old: str, new: str) -> None:
    assert unchanged(became(old, new)) == unchanged(became(new, old))


def unchanged(found: list[Match]) -> int:
    return sum(
        [clause.body for clause in match.old] == [clause.body for clause in match.new]
        for match in found
    )


def test_what_was_removed_stands_where_it_stood() -> None:
    found = became("First one.\n\nGone for good.\n\nLast one.", "First one.\n\nLast one.")
    assert [bool(match.new) for match in found] == [True, False, True]


def test_too_many_clauses_without_a_counterpart_are_not_looked_through() -> None:
    budget = Budget()
    old = parse("\n".join(f"* thing {at}" for at in range(11_000))).clauses
    new = parse("\n".join(f"* other {at}" for at in range(11_000))).clauses
    pairing = aligned(old, new, budget)
    assert budget.exceeded
    assert not pairing.to_new
