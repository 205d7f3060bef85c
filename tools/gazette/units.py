"""Which changed paragraphs does a file of JSON lines hold, and how are they assessed?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from gazette.errors import Fault, FaultyInputError
from gazette.model import Kind
from gazette.render.assessment_json import unit_json
from gazette.significance.evaluation import Labelled
from gazette.significance.units import Unit, assess_units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from gazette.model import Taxonomy, UnitAssessment

_KINDS = (Kind.EDITORIAL.value, Kind.SUBSTANTIVE.value)
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
        FaultyInputError: Lines are no labelled units, name what the taxonomy does not, or stand
            twice; all are named in one go.
    """
    known = tuple(category.key for category in taxonomy.categories)
    seen: set[str] = set()

    def check(row: Mapping[str, object]) -> tuple[str, str] | None:
        return _mislabelled(row, known, seen)

    rows = _rows(path, _LABELS, check)
    if not rows:
        fault = Fault(path, 1, "there is no label in it", f"write lines with {', '.join(_LABELS)}")
        raise FaultyInputError([fault])
    assessed = assess_units([_unit(row) for row in rows], taxonomy)
    return [_labelled(row, answer) for row, answer in zip(rows, assessed, strict=True)]


def _mislabelled(
    row: Mapping[str, object], known: Sequence[str], seen: set[str]
) -> tuple[str, str] | None:
    """What is wrong with a label and how to mend it; its id is added to those seen."""
    if row["id"] in seen:
        return f"the id {row['id']!r} stands twice", "give each line its own id"
    seen.add(str(row["id"]))
    if row["kind"] not in _KINDS:
        return f"kind is {row['kind']!r}", f"write {' or '.join(_KINDS)}"
    categories = cast("list[object]", row["categories"])
    for category in categories:
        if category not in known:
            mend = f"write some of {', '.join(known)}, or name another --taxonomy"
            return f"there is no category {category!r}", mend
    if row["kind"] == Kind.EDITORIAL and categories:
        return "an editorial change has categories", "write kind: substantive, or no categories"
    return None


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


def _rows(
    path: Path,
    keys: Mapping[str, type],
    check: Callable[[Mapping[str, object]], tuple[str, str] | None] = lambda _: None,
) -> list[dict[str, str]]:
    """The objects of a file of JSON lines that have the keys and pass the check."""
    faults: list[Fault] = []
    rows = []
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        fault = Fault(path, 1, "this is no UTF-8 text", "save the file as UTF-8")
        raise FaultyInputError([fault]) from error
    # Not splitlines: a JSON string may hold a line separator of Unicode.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            why = error.msg if isinstance(error, json.JSONDecodeError) else "too deeply nested"
            faults.append(Fault(path, number, f"this is no JSON: {why}", "mend the line"))
            continue
        wrong = _malformed(row, keys)
        found = (wrong, f"write an object with {', '.join(keys)}") if wrong else check(row)
        if found:
            faults.append(Fault(path, number, *found))
        else:
            rows.append(row)
    if faults:
        raise FaultyInputError(faults)
    return rows


def _malformed(row: object, keys: Mapping[str, type]) -> str:
    if not isinstance(row, dict):
        return "this is no JSON object"
    for key, form in keys.items():
        if not isinstance(row.get(key), form):
            return f"{key} is missing or of the wrong type"
    return ""
