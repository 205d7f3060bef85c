"""Files of JSON lines, and the errors that name all their faults at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from gazette.errors import FaultyInputError
from gazette.significance import default_taxonomy
from gazette.units import answers, labelled

if TYPE_CHECKING:
    from pathlib import Path

LABEL = {
    "id": "a",
    "before": "",
    "after": "We sell your address.",
    "kind": "substantive",
    "categories": ["sharing"],
    "limits_rights": False,
}


def faults(path: Path, *rows: object) -> list[str]:
    text = "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FaultyInputError) as caught:
        labelled(path, default_taxonomy())
    return [f"{fault.line}: {fault.wrong}" for fault in caught.value.faults]


def test_every_faulty_label_is_named_in_one_go(tmp_path: Path) -> None:
    assert faults(
        tmp_path / "labels.jsonl",
        LABEL,
        LABEL,
        {**LABEL, "id": "b", "categories": ["sharin"]},
        {**LABEL, "id": "c", "kind": "big"},
        {**LABEL, "id": "d", "kind": "editorial"},
        {"id": "e"},
        "[1]",
        "{",
    ) == [
        "2: the id 'a' stands twice",
        "3: there is no category 'sharin'",
        "4: kind is 'big'",
        "5: an editorial change has categories",
        "6: before is missing or of the wrong type",
        "7: this is no JSON object",
        "8: this is no JSON: Expecting property name enclosed in double quotes",
    ]


def test_a_file_without_labels_is_a_fault(tmp_path: Path) -> None:
    assert faults(tmp_path / "labels.jsonl", "") == ["1: there is no label in it"]


def test_a_line_separator_of_unicode_ends_no_line(tmp_path: Path) -> None:
    path = tmp_path / "units.jsonl"
    row = {"id": "a", "before": "", "after": "One.\u2028Two."}
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    (line,) = answers(path, default_taxonomy())
    assert json.loads(line)["id"] == "a"
