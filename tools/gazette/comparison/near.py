"""Which clauses changed where they stand?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from gazette.comparison.exact import exact_pairs
from gazette.comparison.folding import folded
from gazette.comparison.likeness import index
from gazette.comparison.sequences import heaviest_run
from gazette.comparison.tokens import tokens
from gazette.model import ClauseKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gazette.comparison.pairing import Gap, Pairing
    from gazette.model import Clause

ALIKE = 0.6
"""Likeness from which two clauses are the same one, revised, wherever they stand."""
_NEARBY = 0.4
"""The same between the same neighbours."""
_ALONE = 0.15
"""The same if neither has another to be taken for. A heading alone may be renamed altogether."""
_SAME_NUMBER = 0.2
"""The same if they bear the same number."""
_EACH = 20
"""Characters that a pair counts for besides its length: two short ones are worth a longer."""
_FEW = 100
"""Pairs in a gap up to which each is measured; beyond it, an index names the likely ones."""


def pair_same_texts(pairing: Pairing) -> None:
    """Pair, inside each gap, clauses in which only markup, white space or quotes changed."""
    pairs: list[tuple[int, int]] = []
    for gap in pairing.gaps():
        texts = [folded(pairing.old[i].text) for i in gap.old]
        others = [folded(pairing.new[j].text) for j in gap.new]
        found = exact_pairs(texts, others)
        pairs += [(gap.old[p], gap.new[q]) for p, q in found]
    pairing.add(pairs, in_order=True)


def pair_alike(pairing: Pairing) -> None:
    """Pair, inside each gap, what is surely the same clause."""
    pairs: list[tuple[int, int]] = []
    for gap in pairing.gaps():
        pairs += _best(pairing, gap, lambda _i, _j: ALIKE, floor=ALIKE)
    pairing.add(pairs, in_order=True)


def pair_rewritten(pairing: Pairing) -> None:
    """Pair, inside each gap, what number, kind and place say is the same clause."""
    pairs: list[tuple[int, int]] = []
    for gap in pairing.gaps():
        alone = len(gap.old) == 1 == len(gap.new)
        pairs += _best(pairing, gap, partial(_least, pairing, alone=alone))
    pairing.add(pairs, in_order=True)


def _least(pairing: Pairing, i: int, j: int, *, alone: bool) -> float:
    """The likeness that makes two clauses of a gap one."""
    old, new = pairing.old[i], pairing.new[j]
    if old.kind is new.kind is ClauseKind.ROW and first_cell(old) == first_cell(new):
        return 0.0
    if _heads_the_same(pairing, i, j):
        return 0.0
    if old.number and old.number == new.number:
        return 0.0 if alone else _SAME_NUMBER
    if not alone or old.kind is not new.kind:
        return _NEARBY
    if old.kind is ClauseKind.HEADING and old.level == new.level:
        return 0.0
    return 0.0 if _is_date(old.text) and _is_date(new.text) else _ALONE


def _heads_the_same(pairing: Pairing, i: int, j: int) -> bool:
    """Are these headings of one level over what is the same clause? Then one was renamed."""
    old, new = pairing.old[i], pairing.new[j]
    return (
        old.kind is new.kind is ClauseKind.HEADING
        and old.level == new.level
        and pairing.chain.get(i + 1) == j + 1
    )


def first_cell(row: Clause) -> str:
    """What a table's row is about, as a rule."""
    return row.body.partition(" | ")[0]


def _is_date(text: str) -> bool:
    """Is a clause nothing but a date or a number, as under many a title?"""
    return len(tokens(text).keys) == 1 and any(char.isdigit() for char in text)


def _best(
    pairing: Pairing, gap: Gap, least: Callable[[int, int], float], *, floor: float = 0.0
) -> list[tuple[int, int]]:
    """The best pairs of a gap: those in order that together are most alike, by length.

    Args:
        pairing: What is paired so far.
        gap: What is to be paired.
        least: The likeness that makes a pair of two.
        floor: What that is for no two less than.
    """
    candidates = sorted(
        (i, j, score) for i, j, score in _measured(pairing, gap, floor) if score >= least(i, j)
    )
    weights = [(score + 0.01) * (pairing.weight(i) + _EACH) for i, _, score in candidates]
    kept = heaviest_run([(i, j) for i, j, _ in candidates], weights)
    return [candidates[k][:2] for k in kept]


def _measured(pairing: Pairing, gap: Gap, floor: float) -> Iterator[tuple[int, int, float]]:
    if len(gap.old) * len(gap.new) <= _FEW:
        for i in gap.old:
            for j in gap.new:
                yield i, j, pairing.likeness(i, j)
        return
    near = index(tuple([pairing.profile_of_new(j) for j in gap.new]))
    numbers = {pairing.new[j].number: j for j in reversed(gap.new)}
    for i in gap.old:
        found = {
            gap.new[at]: pairing.fitness(i, gap.new[at], score)
            for at, score in near.nearest(pairing.profile_of_old(i))
            if score >= floor
        }
        number = pairing.old[i].number
        if number and number in numbers:
            found.setdefault(numbers[number], pairing.likeness(i, numbers[number]))
        for j, score in found.items():
            yield i, j, score
