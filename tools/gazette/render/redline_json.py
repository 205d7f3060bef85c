"""The contract ``gazette/diff/1``: a comparison as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from gazette.document import anchors

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gazette.model import Change, Comparison, Document


def diff_json(
    comparison: Comparison,
    old: Mapping[str, str],
    new: Mapping[str, str],
    *,
    everything: bool = False,
) -> str:
    """The comparison as one JSON document.

    Args:
        comparison: Two documents, compared.
        old: What is known of the old text (its name, version, dates).
        new: What is known of the new text.
        everything: Whether to list the clauses that did not change too, with no kinds, so that
            both documents' full texts can be read from the file.
    """
    places = {**_places(comparison.old), **_places(comparison.new)}
    rows = comparison.rows if everything else comparison.changes
    unchanged = len(comparison.rows) - len(comparison.changes)
    document = {
        "schema": "gazette/diff/1",
        "old": dict(old),
        "new": dict(new),
        "coarse": comparison.coarse,
        "clauses": {
            "old": len(comparison.old.clauses),
            "new": len(comparison.new.clauses),
            "unchanged": unchanged,
        },
        "changes": [_change(row, places) for row in rows],
    }
    if everything:
        document["preamble"] = {
            "old": comparison.old.preamble,
            "new": comparison.new.preamble,
        }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _change(change: Change, places: Mapping[int, tuple[int, str]]) -> dict[str, object]:
    return {
        "kinds": [kind.value for kind in change.kinds],
        "old": _clauses(change, "old", places),
        "new": _clauses(change, "new", places),
        "tokens": [[run.op.value, run.text] for run in change.runs],
    }


def _clauses(
    change: Change, side: str, places: Mapping[int, tuple[int, str]]
) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for clause in change.old if side == "old" else change.new:
        index, anchor = places[id(clause)]
        found.append(
            {
                "number": clause.number,
                "part": clause.part,
                "text": clause.text,
                "kind": clause.kind.value,
                "level": clause.level,
                "label": clause.label,
                "source": clause.source,
                "anchor": anchor,
                "index": index,
                "line": clause.line,
            }
        )
    return found


def _places(document: Document) -> dict[int, tuple[int, str]]:
    """By clause: its place in the document, counted from 0, and its address."""
    every = zip(document.clauses, anchors(document), strict=True)
    return {id(clause): (index, anchor) for index, (clause, anchor) in enumerate(every)}
