"""How does a redline look in a terminal?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from gazette.model import Op
from gazette.render.deceptive import is_latin, spelled_out
from gazette.render.formatting import formatting
from gazette.render.shown import Fold, ShownChange, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from gazette.model import Change, Comparison, Run
    from gazette.render.notes import Note

_STYLES = {Op.EQUAL: "", Op.DELETE: "red strike", Op.INSERT: "green underline"}
_CONTROLS = {code: 0x2400 + code for code in range(0x20) if chr(code) != "\n"}
_CONTROLS |= {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
"""What stands for the characters that would give a terminal orders."""
_SIGNS = {Op.EQUAL: ("", ""), Op.DELETE: ("[-", "-]"), Op.INSERT: ("{+", "+}")}


def print_redline(comparison: Comparison, console: Console, *, everything: bool = False) -> None:
    """Print every change under its name, words marked in colour or with ``[-…-]`` and ``{+…+}``.

    Args:
        comparison: Two documents, compared.
        console: Where to; whether it has colours decides how words are marked.
        everything: Whether to print the clauses that did not change too, and the Markdown of
            those of which only the formatting did.
    """
    if not comparison.changes:
        console.print("Nothing changed.")
        return
    changes = iter(comparison.changes)
    for row in shown(comparison, {}):
        if isinstance(row, Fold):
            _print_fold(row, console, everything=everything)
        else:
            print_change(row, next(changes), console, markup=everything)
    if comparison.coarse:
        console.print("Some changes are marked in larger pieces than usual; they are exact.")


def print_change(
    row: ShownChange, change: Change, console: Console, *, markup: bool = False
) -> None:
    """Print one change: its name, what became of it, its words, and what stands beside it.

    Args:
        row: The change as it is shown.
        change: The same as it was found.
        console: Where to.
        markup: Whether to print the Markdown too where only the formatting changed.
    """
    where = f"  {row.where}" if row.where else ""
    _print(
        Text.assemble((row.name, "bold"), "  ", (", ".join(row.labels), "cyan"), (where, "dim")),
        0,
        console,
    )
    coloured = console.color_system is not None and not console.no_color
    if change.runs:
        _print(marked_text(change.runs, coloured=coloured), 4, console)
    if markup and (runs := formatting(change)):
        _print(Text("markup: ").append(marked_text(runs, coloured=coloured)), 4, console)
    for link in row.links:
        _print(Text(f"link: {link.old or 'none'} -> {link.new or 'none'}"), 4, console)
    _print_notes(row.notes, console)
    console.print()


def marked_text(runs: Sequence[Run], *, coloured: bool) -> Text:
    """The words of a change with their marks."""
    text = Text(overflow="fold")
    in_latin = is_latin("".join([run.text for run in runs]))
    for run in runs:
        before, after = ("", "") if coloured else _SIGNS[run.op]
        words = run.text if run.op is Op.EQUAL else spelled_out(run.text, in_latin=in_latin)
        text.append(f"{before}{words}{after}", style=_STYLES[run.op] if coloured else "")
    return text


def _print_fold(row: Fold, console: Console, *, everything: bool) -> None:
    if everything:
        for one in row.clauses:
            _print(Text.assemble((one.clause.label, "dim"), one.clause.text), 0, console)
        console.print()
        return
    count = len(row.clauses)
    console.print(Text(f"… {count} unchanged clause{'' if count == 1 else 's'}\n", "dim"))


def _print_notes(notes: Sequence[Note], console: Console) -> None:
    for note in notes:
        clause = f" ({note.clause})" if note.clause else ""
        line = Text.assemble((f"{note.label}{clause}", "bold yellow"), f": {note.why}")
        _print(line, 4, console)
        if note.consent:
            consent = f"needs consent under {note.consent_clause}: {note.consent}"
            _print(Text(consent, "yellow"), 6, console)
        if note.dismissed:
            _print(Text(f"dismissed: {note.dismissed}", "dim"), 6, console)


def _print(text: Text, indent: int, console: Console) -> None:
    """Print indented: wrapped for a person at a terminal, one line for a file or a program."""
    text.plain = text.plain.translate(_CONTROLS)
    if console.is_terminal:
        console.print(Padding(text, (0, 0, 0, indent)))
    else:
        text.pad_left(indent)
        console.print(text, soft_wrap=True)
