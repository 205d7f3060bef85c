"""How is an assessment told in a terminal: the findings beside the clauses that led to them?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from gazette.render.notes import assessed_notes
from gazette.render.redline_text import print_change
from gazette.render.shown import ShownChange, shown

if TYPE_CHECKING:
    from rich.console import Console

    from gazette.model import Assessment, Comparison, Taxonomy


def print_assessment(
    comparison: Comparison, assessment: Assessment, taxonomy: Taxonomy, console: Console
) -> None:
    """Print what was found: the sum of it, then each change that has a finding or a doubt.

    Args:
        comparison: Two documents, compared.
        assessment: What was found in them.
        taxonomy: The categories, for their names.
        console: Where to.
    """
    console.print(_summary(assessment, taxonomy))
    console.print()
    notes = assessed_notes(comparison, assessment, taxonomy)
    for note in notes.get(-1, ()):
        console.print(Text(f"{note.label} ({note.clause}): {note.why}\n"))
    rows = [row for row in shown(comparison, notes) if isinstance(row, ShownChange)]
    for row, change in zip(rows, comparison.changes, strict=True):
        if row.notes:
            print_change(row, change, console)


def _summary(assessment: Assessment, taxonomy: Taxonomy) -> Text:
    """The kind, the categories and the level, in one paragraph."""
    keys = [*assessment.categories, *(["limits_rights"] if assessment.limits_rights else [])]
    called = [taxonomy.category(key) for key in keys]
    found = ", ".join(f"{one.label.get('en', one.key)} ({one.clause})" for one in called)
    doubts = len({*assessment.unsure, *assessment.promises})
    summary = Text.assemble(
        ("Changes of meaning: ", "bold"),
        {"editorial": "none", "substantive": "yes", "unsure": "perhaps"}[assessment.kind.value],
        ("\nSignificant: ", "bold"),
        found or "nothing found",
        ("\nNotice: ", "bold"),
        assessment.level.value,
    )
    if doubts:
        summary.append_text(Text.assemble(("\nTo be looked at: ", "bold"), str(doubts)))
    return summary
