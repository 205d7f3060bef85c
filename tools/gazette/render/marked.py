"""How do the marks of a redline lie over the styling of its clauses?

Every character of a change keeps the elements of its own clause (emphasis, links); a mark goes
around as many of them as it holds whole, and inside those that reach beyond it. So the HTML is
valid, and without ``<ins>`` it is the old text, without ``<del>`` the new one.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette.model import ClauseKind, Op, Side
from gazette.render.deceptive import is_latin, revealed
from gazette.render.styled import StyledRun, Tag, html_of, nesting, styled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markupsafe import Markup

    from gazette.model import Change, Clause

_MARKS: dict[Op, Tag] = {Op.DELETE: ("del", ()), Op.INSERT: ("ins", ())}
_SPOKEN = {Op.DELETE: "[removed: ", Op.INSERT: "[added: "}
_HIDDEN: Tag = ("span", (("class", "gz-hidden"),))
_BREAK: Tag = ("span", (("class", "gz-break"),))


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character of a clause's text, as it is shown, and the elements it stands in."""

    shown: str
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Consecutive characters of a change that share fate and style."""

    op: Op
    text: str
    tags: tuple[Tag, ...]


def merged(change: Change) -> list[list[Piece]]:
    """Both sides in one: a list of pieces for each new clause, or each removed one."""
    side = change.new or change.old
    keeps_break = Op.INSERT if change.new else Op.DELETE
    return _by_clause(_pieces(change), len(side), keeps_break)


def one_side(change: Change, side: Side) -> list[list[Piece]]:
    """One side by itself: a list of pieces for each of its clauses."""
    own, gone = (Op.DELETE, Op.INSERT) if side is Side.OLD else (Op.INSERT, Op.DELETE)
    clauses = change.old if side is Side.OLD else change.new
    pieces = [piece for piece in _pieces(change, side) if piece.op is not gone]
    return _by_clause(pieces, len(clauses), own)


def marked_html(pieces: Sequence[Piece], *, spoken: bool) -> Markup:
    """The pieces with their marks.

    Args:
        pieces: The pieces of one clause, or of one cell.
        spoken: Whether each mark says in hidden words what it is, for readers who hear the page.
    """
    groups = [list(group) for _, group in itertools.groupby(pieces, key=lambda piece: piece.op)]
    in_latin = is_latin("".join([piece.text for piece in pieces]))
    runs: list[StyledRun] = []
    for at, group in enumerate(groups):
        before = groups[at - 1][-1].tags if at else ()
        after = groups[at + 1][0].tags if at + 1 < len(groups) else ()
        runs += _group(group, (before, after), spoken=spoken, in_latin=in_latin)
    return html_of(runs)


def cells_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces of a table's row, cell by cell; a cell that was removed has its place too."""
    cells: list[list[Piece]] = [[]]
    for piece in pieces:
        if any(name == "code" for name, _ in piece.tags):
            cells[-1].append(piece)
            continue
        for at, text in enumerate(piece.text.split("|")):
            if at:
                cells.append([])
            if text:
                cells[-1].append(Piece(piece.op, text, piece.tags))
    return cells


# Pieces ---------------------------------------------------------------------------------


def _pieces(change: Change, equal: Side = Side.NEW) -> list[Piece]:
    """The runs of a change, cut where the styling changes; equal ones as one side has them."""
    old, new = glyphs_of(change.old), glyphs_of(change.new)
    i = j = 0
    pieces = []
    for run in change.runs:
        size = len(run.text)
        from_old = run.op is Op.DELETE or (run.op is Op.EQUAL and equal is Side.OLD)
        glyphs = old[i : i + size] if from_old else new[j : j + size]
        i += size if run.op is not Op.INSERT else 0
        j += size if run.op is not Op.DELETE else 0
        for tags, same in itertools.groupby(glyphs, key=lambda glyph: glyph.tags):
            pieces.append(Piece(run.op, "".join([glyph.shown for glyph in same]), tags))
    return pieces


def glyphs_of(clauses: Sequence[Clause]) -> list[Glyph]:
    """One for each character of the clauses' texts, joined by a line break."""
    glyphs: list[Glyph] = []
    for at, clause in enumerate(clauses):
        if at:
            glyphs.append(Glyph("\n", ()))
        if clause.kind is ClauseKind.CODE:
            glyphs += _code_glyphs(clause)
        else:
            glyphs += (Glyph(char, run.tags) for run in styled(clause) for char in run.text)
    return glyphs


def _code_glyphs(clause: Clause) -> Iterator[Glyph]:
    """Code shows its white space as written, where its text has a single space."""
    for is_space, chars in itertools.groupby(clause.body.strip(), key=str.isspace):
        if is_space:
            yield Glyph("".join(chars).replace("\n", "\u2028"), ())
        else:
            yield from (Glyph(char, ()) for char in chars)


def _by_clause(pieces: Iterable[Piece], count: int, own: Op) -> list[list[Piece]]:
    """The pieces cut at the line breaks between the clauses of one side.

    A break that only this side has ends its clause with a marked sign; a break that only the
    other side has is a sign inside the clause.
    """
    clauses: list[list[Piece]] = [[]] if count else []
    for piece in pieces:
        for at, text in enumerate(piece.text.split("\n")):
            if at and piece.op is not Op.EQUAL:
                clauses[-1].append(Piece(piece.op, "¶", (*piece.tags, _BREAK)))
            if at and piece.op in {Op.EQUAL, own} and len(clauses) < count:
                clauses.append([])
            if text:
                clauses[-1].append(Piece(piece.op, text.replace("\u2028", "\n"), piece.tags))
    return clauses


# Marks ----------------------------------------------------------------------------------


def _group(
    group: Sequence[Piece],
    neighbours: tuple[tuple[Tag, ...], tuple[Tag, ...]],
    *,
    spoken: bool,
    in_latin: bool,
) -> Iterator[StyledRun]:
    """Neighbours of one fate, inside their mark."""
    op = group[0].op
    if op is Op.EQUAL:
        yield from (StyledRun(piece.text, piece.tags) for piece in group)
        return
    depth = _depth(group, *neighbours)
    mark = _MARKS[op]
    if spoken:
        yield _hidden(_SPOKEN[op], group[0].tags, mark, depth)
    for piece in group:
        if piece.text:
            run = StyledRun(piece.text, _inside(piece.tags, mark, depth))
            yield from revealed(run, in_latin=in_latin)
    if spoken:
        yield _hidden("]", group[-1].tags, mark, depth)


def _hidden(text: str, tags: tuple[Tag, ...], mark: Tag, depth: int | None) -> StyledRun:
    """Words for readers who hear the page, right inside the mark."""
    return StyledRun(text, (*_inside(nesting(tags)[:depth], mark, depth), _HIDDEN))


def _inside(tags: tuple[Tag, ...], mark: Tag, depth: int | None) -> tuple[Tag, ...]:
    at = len(nesting(tags)) if depth is None else depth
    return (*tags[:at], mark, *tags[at:])


def _depth(group: Sequence[Piece], before: tuple[Tag, ...], after: tuple[Tag, ...]) -> int | None:
    """Inside how many elements the mark of a group stands; None for inside all of each piece."""
    depth = _shared([nesting(piece.tags) for piece in group])
    reaches_back = _shared([before, nesting(group[0].tags)]) > depth
    reaches_on = _shared([after, nesting(group[-1].tags)]) > depth
    return None if reaches_back or reaches_on else depth


def _shared(nestings: Sequence[tuple[Tag, ...]]) -> int:
    """How many outer elements all have in common; for a single one, all of its own."""
    depth = 0
    for level in zip(*nestings, strict=False):
        if any(tag != level[0] for tag in level):
            break
        depth += 1
    return depth
