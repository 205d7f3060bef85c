"""Tracked changes of any two texts: what is left of them, by the rules of the file format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from gazette.comparison import compare
from gazette.document import parse
from gazette.markup import visible
from gazette.model import ClauseKind
from gazette.render.blocks import Placed, cells
from gazette.render.word.tracked import tracked
from gazette.render.word.values import Fate, TrackedTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gazette.model import Comparison
    from gazette.render.word.values import TrackedRun

GONE = {Fate.DELETED, Fate.MOVED_FROM}
CAME = {Fate.INSERTED, Fate.MOVED_TO}
WORDS = st.sampled_from(
    [
        "we",
        "share",
        "your",
        "data",
        "30",
        "days.",
        "**us**",
        "[here](https://a.example)",
        "信息",
        "|",
    ]
)
STARTS = st.sampled_from(
    ["", "", "# ", "* ", "1. ", "3.1. ", "> ", "[^1]: ", "    ", "| a |\n|---|\n| "]
)
CLAUSES = st.tuples(STARTS, st.lists(WORDS, min_size=1, max_size=12).map(" ".join)).map("".join)


@st.composite
def revisions(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and one in which clauses of it were moved, dropped, doubled or replaced."""
    old = draw(st.lists(CLAUSES, min_size=1, max_size=8))
    new = draw(st.lists(st.one_of(st.sampled_from(old), CLAUSES), min_size=1, max_size=9))
    return "\n\n".join(old), "\n\n".join(new)


def _left(comparison: Comparison, gone: set[Fate]) -> Iterator[str]:
    """The lines that are left where all changes of these fates are taken out."""
    line = ""
    for block in tracked(comparison):
        if isinstance(block, TrackedTable):
            rows = (row for row in block.rows if row.fate not in gone)
            yield from (" | ".join(_words(cell, gone) for cell in row.cells) for row in rows)
            continue
        line += _words(block.runs, gone)
        if block.mark not in gone:
            yield " ".join(line.split())
            line = ""
    if line:
        yield " ".join(line.split())


def _words(runs: Iterable[TrackedRun], gone: set[Fate]) -> str:
    return "".join(run.text for run in runs if run.fate not in gone)


def _lines(text: str) -> Iterator[str]:
    for clause in parse(text).clauses:
        if clause.kind is ClauseKind.ROW:
            yield " | ".join(map(visible, cells(clause.body)))
        else:
            yield " ".join(f"{Placed(clause, '').label} {clause.text}".split())


@settings(max_examples=60)
@given(revisions())
def test_with_all_changes_accepted_it_is_the_new_text(pair: tuple[str, str]) -> None:
    old, new = pair
    assert list(_left(compare(parse(old), parse(new)), GONE)) == list(_lines(new))


@settings(max_examples=60)
@given(revisions())
def test_with_all_changes_rejected_it_is_the_old_text(pair: tuple[str, str]) -> None:
    old, new = pair
    assert list(_left(compare(parse(old), parse(new)), CAME)) == list(_lines(old))


@given(revisions())
def test_each_move_has_one_origin_and_one_target(pair: tuple[str, str]) -> None:
    blocks = tracked(compare(*map(parse, pair)))
    moved = [(b.move, b.moved) for b in blocks if not isinstance(b, TrackedTable) and b.move]
    names = {name for name, _ in moved}
    assert sorted(moved) == sorted(
        (name, fate) for name in names for fate in (Fate.MOVED_FROM, Fate.MOVED_TO)
    )
