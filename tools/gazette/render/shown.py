"""What of a comparison does a redline page show, in which order, under which names?"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from markupsafe import Markup

from gazette.comparison.links import targets
from gazette.model import ChangeKind, ClauseKind, Op, Side
from gazette.render.blocks import Placed, cells
from gazette.render.clause_html import placed
from gazette.render.clause_names import EXCERPT, headings_over, name_of, shortened
from gazette.render.labels import is_minor, labels
from gazette.render.marked import Piece, cells_of, marked_html, merged, one_side
from gazette.significance.answers import together

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gazette.model import Change, Clause, Comparison
    from gazette.render.notes import Note

_LEAD = 30
"""Characters that it quotes before the first change."""


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """One clause of a change with its marks, for the template macro that its kind names."""

    kind: ClauseKind
    level: int
    anchor: str
    number: Markup
    """The printed number with its marks, or empty."""
    text: Markup
    cells: tuple[Markup, ...] = ()
    """Of a table's row."""
    is_header: bool = False
    """Whether it is the header row of a table."""


@dataclass(frozen=True, slots=True)
class Relinked:
    """Where a link led before, and where it leads now."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One change as a page shows it."""

    index: int
    """Counted from 1."""
    name: str
    """Its clause's number, or what it is."""
    where: str
    """The part and the heading that it stands under."""
    labels: tuple[str, ...]
    kinds: tuple[str, ...]
    is_minor: bool
    is_whole: bool
    """Whether the whole clause was added or removed: then it has one label, not one a word."""
    merged: tuple[MarkedBlock, ...]
    old: tuple[MarkedBlock, ...]
    new: tuple[MarkedBlock, ...]
    notes: tuple[Note, ...]
    links: tuple[Relinked, ...]
    restyled: bool
    """Whether only a look at both sides shows the difference."""
    excerpt: Markup
    """The first words that changed, with their marks; the first ones of a whole clause."""

    @property
    def gist(self) -> tuple[tuple[str, str], ...]:
        """The standing notes in short: each category, and its sentences together."""
        sentences: dict[str, list[str]] = {}
        for note in self.notes:
            if not note.dismissed:
                sentences.setdefault(note.label, []).append(note.why)
        return tuple((label, together(found, "; ")) for label, found in sentences.items())


@dataclass(frozen=True, slots=True)
class Fold:
    """Neighbouring clauses in which nothing changed."""

    clauses: tuple[Placed, ...]

    @property
    def which(self) -> str:
        """The first and the last of them by name: ``3.1 to 3.9``."""
        first, last = (self.clauses[at].clause for at in (0, -1))
        parts = first.part != last.part
        return " to ".join(
            f"{_called(clause)} ({clause.part})" if parts and clause.part else _called(clause)
            for clause in dict.fromkeys((first, last))
        )


def shown(
    comparison: Comparison, notes: Mapping[int, Sequence[Note]]
) -> tuple[ShownChange | Fold, ...]:
    """The rows of a comparison: every change by itself, the clauses between them folded."""
    old, new = placed(comparison.old), placed(comparison.new)
    taken = {one.anchor for one in new}
    places = {id(one.clause): one for one in new}
    for one in old:
        # A removed clause keeps its address, unless a clause of the new text has it.
        anchor = f"old-{one.anchor}" if one.anchor in taken else one.anchor
        places[id(one.clause)] = Placed(one.clause, anchor)
    page = _Page(
        places,
        {**headings_over(comparison.old.clauses), **headings_over(comparison.new.clauses)},
        notes,
    )
    return tuple(page.rows(comparison))


def shown_change(change: Change, index: int, over: Mapping[int, str]) -> ShownChange:
    """One change by itself, its clauses without an address.

    Args:
        change: The change.
        index: Its place among the changes, counted from 0.
        over: By the ``id()`` of each of its clauses, the part and heading that it stands under.
    """
    places = {id(clause): Placed(clause, "") for clause in (*change.old, *change.new)}
    return _Page(places, over, {}).change(change, index)


@dataclass(frozen=True, slots=True)
class _Page:
    """What is known of the clauses besides the changes, while these are gone through."""

    places: Mapping[int, Placed]
    over: Mapping[int, str]
    notes: Mapping[int, Sequence[Note]]

    def rows(self, comparison: Comparison) -> Iterator[ShownChange | Fold]:
        index = 0
        for changed, rows in itertools.groupby(comparison.rows, lambda row: bool(row.kinds)):
            if changed:
                for change in rows:
                    yield self.change(change, index)
                    index += 1
            else:
                yield Fold(tuple(self.places[id(clause)] for row in rows for clause in row.new))

    def change(self, change: Change, index: int) -> ShownChange:
        """The change that has that place, counted from 0."""
        notes = tuple(self.notes.get(index, ()))
        whole = not (change.old and change.new)
        clause = (change.new or change.old)[0]
        return ShownChange(
            index=index + 1,
            name=name_of(clause),
            where=self.over[id(clause)],
            labels=labels(change),
            kinds=tuple(kind.value for kind in change.kinds),
            is_minor=is_minor(change) and not any(not note.dismissed for note in notes),
            is_whole=whole,
            merged=self._merged(change, spoken=not whole),
            old=self._side(change, Side.OLD, spoken=not whole),
            new=self._side(change, Side.NEW, spoken=not whole),
            notes=notes,
            links=_relinked(change),
            restyled=ChangeKind.FORMATTED in change.kinds,
            excerpt=_excerpt(change),
        )

    def _merged(self, change: Change, *, spoken: bool) -> tuple[MarkedBlock, ...]:
        blocks = []
        for at, (clause, pieces) in enumerate(
            zip(change.new or change.old, merged(change), strict=True)
        ):
            number = _number(change, at)
            blocks.append(self._block(clause, number, pieces, spoken=spoken))
        return tuple(blocks)

    def _side(self, change: Change, side: Side, *, spoken: bool) -> tuple[MarkedBlock, ...]:
        clauses = change.old if side is Side.OLD else change.new
        other = change.new if side is Side.OLD else change.old
        op = Op.DELETE if side is Side.OLD else Op.INSERT
        same = {clause.label for clause in other}
        return tuple(
            self._block(
                clause,
                _marked_number(clause.label, Op.EQUAL if clause.label in same else op),
                pieces,
                spoken=spoken,
            )
            for clause, pieces in zip(clauses, one_side(change, side), strict=True)
        )

    def _block(
        self, clause: Clause, number: Markup, pieces: Sequence[Piece], *, spoken: bool
    ) -> MarkedBlock:
        place = self.places[id(clause)]
        is_row = clause.kind is ClauseKind.ROW
        return MarkedBlock(
            kind=clause.kind,
            level=clause.level,
            anchor=place.anchor,
            number=number,
            text=marked_html(pieces, spoken=spoken),
            cells=_cells(clause, pieces, spoken=spoken) if is_row else (),
            is_header=is_row and place.starts_table,
        )


def _cells(clause: Clause, pieces: Sequence[Piece], *, spoken: bool) -> tuple[Markup, ...]:
    """The cells of a row; one in all where a cell's own text has a border's sign."""
    found = cells_of(pieces)
    standing = cells_of([piece for piece in pieces if piece.op is not Op.DELETE])
    if len(cells(clause.body)) not in {len(found), len(standing)}:
        found = [list(pieces)]
    return tuple(marked_html(cell, spoken=spoken) for cell in found)


def _number(change: Change, at: int) -> Markup:
    """The number of one of a change's clauses, with that of the old one where it differs."""
    clauses = change.new or change.old
    label = clauses[at].label
    if not change.old:
        return _marked_number(label, Op.INSERT)
    if not change.new:
        return _marked_number(label, Op.DELETE)
    if at < len(change.old):
        before = change.old[at]
        if before.number == clauses[at].number:
            return _marked_number(label, Op.EQUAL)
        numbers = (
            _marked_number(before.label, Op.DELETE),
            _marked_number(label, Op.INSERT),
        )
        return Markup(" ").join(number for number in numbers if number)
    return _marked_number(label, Op.INSERT)


def _marked_number(label: str, op: Op) -> Markup:
    if not label.strip():
        return Markup()
    return marked_html([Piece(op, label.strip(), ())], spoken=False)


def _relinked(change: Change) -> tuple[Relinked, ...]:
    """The links that lead elsewhere than before, in order; the image of what has no words."""
    if ChangeKind.RELINKED not in change.kinds and change.runs:
        return ()
    before, after = (
        [target for clause in side for target in targets(clause.body)]
        for side in (change.old, change.new)
    )
    pairs = (
        pair
        for op, i, i_end, j, j_end in SequenceMatcher(
            None, before, after, autojunk=False
        ).get_opcodes()
        if op != "equal"
        for pair in itertools.zip_longest(before[i:i_end], after[j:j_end], fillvalue="")
    )
    return tuple(dict.fromkeys(itertools.starmap(Relinked, pairs)))


def _called(clause: Clause) -> str:
    """A clause's number, or its first words."""
    return clause.number or f"“{shortened(clause.text, _LEAD)}”"


def _excerpt(change: Change) -> Markup:
    """The first words that changed, for the list of changes, with a few before them."""
    if not change.edits or not (change.old and change.new):
        return marked_html(
            [Piece(Op.EQUAL, shortened((change.new or change.old)[0].text), ())], spoken=False
        )
    pieces: list[Piece] = []
    room = EXCERPT
    for run in change.runs:
        text = " ".join(run.text.split("\n"))
        if run.op is Op.EQUAL and not pieces and len(text) > _LEAD:
            text = f"…{text[-_LEAD:].partition(' ')[2]}"
        pieces.append(Piece(run.op, shortened(text, room), ()))
        room -= len(text)
        if room <= 0:
            break
    return marked_html(pieces, spoken=True)
