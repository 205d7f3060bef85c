"""Which clauses stand somewhere else now?"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from gazette.comparison.folding import folded
from gazette.comparison.likeness import index
from gazette.comparison.near import ALIKE, first_cell
from gazette.model import ClauseKind

if TYPE_CHECKING:
    from gazette.comparison.pairing import Gap, Pairing

_TINY = 40
"""Characters of a text too short to say that it moved by itself ("See also", "Back to top").

Of Chinese and Japanese, in which a character is about a word's half, a third of that.
"""


def pair_moved(pairing: Pairing) -> None:
    """Pair clauses that stand elsewhere: first those with equal text, then those alike.

    Then choose anew what stayed and what moved. A short clause moves alone only if nothing
    else reads like it; otherwise it is one removed and another added, unless a neighbour went
    the same way.
    """
    left = pairing.left()
    if not left.old or not left.new:
        return
    found = _equal(pairing, left)
    pairing.add(found, in_order=False)
    alike = _alike(pairing, pairing.left())
    pairing.add(alike, in_order=False)
    rows = _same_rows(pairing, pairing.left())
    pairing.add(rows, in_order=False)
    if not found and not alike and not rows:
        return
    _spread(pairing, [*found, *alike])
    pairing.settle()
    _part_lone(pairing)


def _says_enough(text: str) -> bool:
    if len(text) >= _TINY or text.isascii():
        return len(text) >= _TINY
    return len(text) + 2 * sum(char >= "\u2e80" for char in text) >= _TINY


def _equal(pairing: Pairing, left: Gap) -> list[tuple[int, int]]:
    """Equal texts, each occurrence with the one of the same rank; short ones if unique."""
    olds: dict[str, list[int]] = defaultdict(list)
    news: dict[str, list[int]] = defaultdict(list)
    for i in left.old:
        olds[folded(pairing.old[i].text)].append(i)
    for j in left.new:
        news[folded(pairing.new[j].text)].append(j)
    pairs: list[tuple[int, int]] = []
    for text, places in olds.items():
        others = news.get(text, [])
        if _says_enough(text) or len(places) == 1 == len(others):
            pairs += zip(places, others, strict=False)
    return sorted(pairs)


def _alike(pairing: Pairing, left: Gap) -> list[tuple[int, int]]:
    """Pairs of like texts, the most alike first."""
    olds = [i for i in left.old if _says_enough(pairing.old[i].text)]
    news = [j for j in left.new if _says_enough(pairing.new[j].text)]
    if not olds or not news:
        return []
    near = index(tuple([pairing.profile_of_new(j) for j in news]))
    scored = [
        (-score, i, news[at])
        for i in olds
        for at, likeness in near.nearest(pairing.profile_of_old(i))
        if likeness >= ALIKE and (score := pairing.fitness(i, news[at], likeness)) >= ALIKE
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(scored):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return sorted(pairs.items())


def _same_rows(pairing: Pairing, left: Gap) -> list[tuple[int, int]]:
    """Rows about the same thing, where each text has one such row: tables are sorted anew."""
    sides = []
    for clauses, unpaired in ((pairing.old, left.old), (pairing.new, left.new)):
        count = Counter(first_cell(row) for row in clauses if row.kind is ClauseKind.ROW)
        rows = (at for at in unpaired if clauses[at].kind is ClauseKind.ROW)
        sides.append({cell: at for at in rows if count[cell := first_cell(clauses[at])] == 1})
    olds, news = sides
    return sorted((olds[cell], news[cell]) for cell in olds.keys() & news.keys() if cell)


def _spread(pairing: Pairing, found: list[tuple[int, int]]) -> None:
    """Let neighbours with equal text follow a clause that moved, however short they are."""
    waiting = found[::-1]
    while waiting:
        i, j = waiting.pop()
        for step in (-1, 1):
            p, q = i + step, j + step
            if (
                0 <= p < len(pairing.old)
                and 0 <= q < len(pairing.new)
                and p not in pairing.to_new
                and q not in pairing.to_old
                and folded(pairing.old[p].text) == folded(pairing.new[q].text)
            ):
                pairing.add([(p, q)], in_order=False)
                waiting.append((p, q))


def _part_lone(pairing: Pairing) -> None:
    """Take apart what is short, not unique in either text, and moved without a neighbour."""
    moved = {i: j for i, j in sorted(pairing.to_new.items()) if i not in pairing.chain}
    if not moved:
        return
    count = Counter(one.body for one in pairing.old) | Counter(one.body for one in pairing.new)
    for i, j in moved.items():
        clause = pairing.old[i]
        company = moved.get(i - 1) == j - 1 or moved.get(i + 1) == j + 1
        if not company and count[clause.body] > 1 and not _says_enough(clause.text):
            pairing.part(i)
