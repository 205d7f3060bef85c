"""What became of every character of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gazette.comparison.sequences import Budget
from gazette.comparison.words import edits
from gazette.model import Op, Run

TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from([*"ab., \n\u00a0", "cafe\u0301", "caf\u00e9", "30"])).map("".join),
)


@given(TEXTS, TEXTS, st.sampled_from([0, 5, 10**6]))
def test_both_texts_come_back_within_any_budget(old: str, new: str, left: int) -> None:
    runs = edits(old, new, Budget(left))
    assert "".join(run.text for run in runs if run.op is not Op.INSERT) == old
    assert "".join(run.text for run in runs if run.op is not Op.DELETE) == new


@given(TEXTS)
def test_a_text_against_itself_is_one_run(text: str) -> None:
    assert edits(text, text, Budget()) == ((Run(Op.EQUAL, text),) if text else ())


def test_white_space_beside_a_mark_stays_out_of_it() -> None:
    assert edits("for 30 days", "for 60 days", Budget()) == (
        Run(Op.EQUAL, "for "),
        Run(Op.DELETE, "30"),
        Run(Op.INSERT, "60"),
        Run(Op.EQUAL, " days"),
    )


def test_other_white_space_between_equal_words_is_marked_alone() -> None:
    assert edits("a b", "a\u00a0b", Budget())[1:3] == (
        Run(Op.DELETE, " "),
        Run(Op.INSERT, "\u00a0"),
    )
