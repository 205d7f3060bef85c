"""A redline as a Word document with tracked changes (ECMA-376, Office Open XML).

Whoever accepts all changes has the new text, whoever rejects them all the old one.
"""

from __future__ import annotations

import io
import re
import zipfile
from itertools import count
from typing import TYPE_CHECKING

from gazette.render.environment import template
from gazette.render.word.tracked import tracked
from gazette.render.word.values import TrackedParagraph, TrackedTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from gazette.model import Comparison
    from gazette.render.word.values import TrackedRun

_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package.rels",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document.rels",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}
"""The template of each file in the archive."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can hold: no clock gets into the file."""
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def redline_docx(
    comparison: Comparison,
    old: str,
    new: str,
    *,
    author: str = "Gazette",
    day: date | None = None,
) -> bytes:
    """The file's bytes: the same for the same comparison.

    Args:
        comparison: Two documents, compared.
        old: What the old text is called.
        new: What the new text is called.
        author: Whose the changes are, as Word shows it.
        day: When they were made, as Word shows it; not shown if None.
    """
    blocks = tracked(comparison)
    values = {
        "title": _xml(f"{old} → {new}"),
        "author": _xml(author),
        "day": day.isoformat() if day else "",
        "blocks": blocks,
        "links": _links(blocks),
        "needs_end": not blocks or _needs_end(blocks[-1]),
        "number": count(1).__next__,
        "xml": _xml,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, source in _PARTS.items():
            entry = zipfile.ZipInfo(part, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, template(f"word/{source}.j2").render(values).strip())
    return file.getvalue()


def _needs_end(block: TrackedParagraph | TrackedTable) -> bool:
    """Whether another paragraph must follow: one to join where the end was deleted, or moved."""
    return isinstance(block, TrackedTable) or bool(block.mark)


def _links(blocks: Sequence[TrackedParagraph | TrackedTable]) -> dict[str, str]:
    """The id of each address that is linked to, in order."""
    addresses = dict.fromkeys(run.address for run in _runs(blocks) if run.address)
    return {address: f"link{at}" for at, address in enumerate(addresses, start=1)}


def _runs(blocks: Sequence[TrackedParagraph | TrackedTable]) -> Iterator[TrackedRun]:
    for block in blocks:
        if isinstance(block, TrackedParagraph):
            yield from block.runs
        else:
            yield from (run for row in block.rows for cell in row.cells for run in cell)


def _xml(text: str) -> str:
    """The text without the control characters that XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)
