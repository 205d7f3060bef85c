"""Which changed paragraphs does a file of JSON lines hold, and how are they assessed?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from gazette.errors import Fault, FaultyInputError
from gazette.render.assessment_json import unit_json
from gazette.significance.evaluation import Labelled
from gazette.significance.units import Unit, assess_units

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from gazette.model import Taxonomy, UnitAssessment

_UNIT: Mapping[str, type] = {"id": str, "before": str, "after": str}
_LABELS: Mapping[str, type] = {
    **_UNIT,
    "kind": str,
    "categories": list,
    "limits_rights": bool,
}


def answers(path: Path, taxonomy: Taxonomy) -> Iterator[str]:
    """One line of JSON for each unit of a file, in order; nothing if any line is faulty.

    Raises:
        FaultyInputError: Lines are no units; all are named in one go.
    """
    units = [_unit(row) for row in _rows(path, _UNIT)]
    for unit, answer in zip(units, assess_units(units, taxonomy), strict=True):
        yield unit_json(unit.id, answer)


def labelled(path: Path, taxonomy: Taxonomy) -> list[Labelled]:
    """The labelled units of a file, each with the assessment's answer.

    Raises:
        FaultyInputError: Lines are no labelled units; all are named in one go.
    """
    rows = _rows(path, _LABELS)
    assessed = assess_units([_unit(row) for row in rows], taxonomy)
    return [_labelled(row, answer) for row, answer in zip(rows, assessed, strict=True)]


def _unit(row: Mapping[str, str]) -> Unit:
    return Unit(row["id"], row["before"], row["after"], str(row.get("revision", "")))


def _labelled(row: Mapping[str, str], answer: UnitAssessment) -> Labelled:
    return Labelled(
        id=row["id"],
        revision=str(row.get("revision", "")),
        truth=frozenset(row["categories"]),
        editorial=row["kind"] == "editorial",
        limits_rights=bool(row["limits_rights"]),
        sure=bool(row.get("sure", True)),
        kind=answer.kind,
        answer=frozenset(answer.categories),
        answer_limits_rights=answer.limits_rights,
    )


def _rows(path: Path, keys: Mapping[str, type]) -> list[dict[str, str]]:
    faults: list[Fault] = []
    rows = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        fault = Fault(path, 1, "this is no UTF-8 text", "save the file as UTF-8")
        raise FaultyInputError([fault]) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            faults.append(Fault(path, number, f"this is no JSON: {error.msg}", "mend the line"))
            continue
        wrong = _wrong(row, keys)
        if wrong:
            mend = f"write an object with {', '.join(keys)}"
            faults.append(Fault(path, number, wrong, mend))
        else:
            rows.append(row)
    if faults:
        raise FaultyInputError(faults)
    return rows


def _wrong(row: object, keys: Mapping[str, type]) -> str:
    if not isinstance(row, dict):
        return "this is no JSON object"
    for key, form in keys.items():
        if not isinstance(row.get(key), form):
            return f"{key} is missing or of the wrong type"
    return ""
