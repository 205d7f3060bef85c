"""How does a redline look as a comment on a pull request?

GitHub and GitLab keep ``<ins>``, ``<del>`` and ``<details>`` in Markdown, and take everything else
out that could harm.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from gazette.model import Op
from gazette.render.deceptive import is_latin, spelled_out
from gazette.render.environment import template
from gazette.render.formatting import formatting
from gazette.render.shown import ShownChange, shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazette.model import Comparison, Run
    from gazette.render.notes import Note

_ACTIVE = re.compile(r"[\\`*_\[\]|~$]|^[-+=#]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
_CALLING = re.compile(r"(?<![\w&])[@#](?=\w)|(?<=\w):(?=//)")
_BLANK = re.compile(r"\n{3,}")
_LIMIT = 60_000
"""Characters of a comment: GitHub takes 65,536."""
_LONGEST = 8_000
"""Characters that are shown of one change."""


def redline_markdown(
    comparison: Comparison,
    old: str,
    new: str,
    *,
    notes: Mapping[int, Sequence[Note]] | None = None,
) -> str:
    """The changes as Markdown, major ones first, minor ones folded.

    A comparison too long for a comment is cut between two changes, and says how many of how many
    are left out; a change too long for it is cut short, and says by how much.

    Args:
        comparison: Two documents, compared.
        old: What the old text is called.
        new: What the new text is called.
        notes: What stands beside the changes, by their index.
    """
    rows = [row for row in shown(comparison, notes or {}) if isinstance(row, ShownChange)]
    entries = [
        (row, _marked(change.runs), _marked(formatting(change)))
        for row, change in zip(rows, comparison.changes, strict=True)
    ]
    entries.sort(key=lambda entry: entry[0].is_minor)
    minor = sum(row.is_minor for row in rows)
    page = template("redline/comment.md.j2")
    kept = len(entries)
    while True:
        text = page.render(
            old=_literal(old),
            new=_literal(new),
            major=[entry for entry in entries[:kept] if not entry[0].is_minor],
            minor=[entry for entry in entries[:kept] if entry[0].is_minor],
            left=len(entries) - kept,
            count=len(entries) - minor,
            minor_count=minor,
            literal=_literal,
            unchanged=len(comparison.rows) - len(comparison.changes),
            coarse=comparison.coarse,
        )
        if len(text) <= _LIMIT or not kept:
            return _BLANK.sub("\n\n", text).strip() + "\n"
        kept = min(kept - 1, kept * _LIMIT // len(text))


def _marked(runs: Sequence[Run]) -> Markup:
    """The words of a change with their marks, on one line, as far as there is room for them."""
    marked = []
    in_latin = is_latin("".join([run.text for run in runs]))
    room = _LONGEST
    for run in runs:
        shown, room = run.text[:room], max(room - len(run.text), 0)
        words = _literal(shown if run.op is Op.EQUAL else spelled_out(shown, in_latin=in_latin))
        tag = {Op.EQUAL: "", Op.DELETE: "del", Op.INSERT: "ins"}[run.op]
        marked.append(f"<{tag}>{words}</{tag}>" if tag and words else words)
    left = sum(len(run.text) for run in runs) - _LONGEST
    if left > 0:
        marked.append(f" … and {left:,} more characters, which did not fit here")
    return Markup("").join(map(Markup, marked))


def _literal(text: str) -> Markup:
    """Text in which nothing is Markdown, HTML, a mention or a reference."""
    line = str(escape(_ACTIVE.sub(r"\\\g<0>", " ¶ ".join(text.split("\n")))))
    # An empty comment keeps "@name" and "#12" from calling anyone, and is not shown.
    return Markup(_CALLING.sub(r"\g<0><!-- -->", line))  # noqa: S704 - escaped above
