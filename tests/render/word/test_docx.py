"""The file that Word opens: well-formed, whole, and the same for the same texts."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from gazette.comparison import compare
from gazette.document import parse
from gazette.render.word.docx import redline_docx

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOVED = yaml.safe_load(
    (Path(__file__).parent / "cases" / "moved_across_parts.yml").read_text("utf-8")
)


def _parts(old: str, new: str, author: str = "Legal", day: date | None = None) -> dict[str, str]:
    data = redline_docx(compare(parse(old), parse(new)), "old", "new", author=author, day=day)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def _body(old: str, new: str, author: str = "Legal", day: date | None = None) -> ET.Element:
    return ET.fromstring(_parts(old, new, author, day)["word/document.xml"])  # noqa: S314 - ours


def _texts(body: ET.Element, *path: str) -> list[str]:
    return [text.text or "" for text in body.iterfind(".//" + "/".join(W + name for name in path))]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_part_is_well_formed(path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    for name, content in _parts(case["old"], case["new"]).items():
        assert ET.fromstring(content).tag, name  # noqa: S314 - ours


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_change_has_an_id_of_its_own(path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    ids = [
        element.get(f"{W}id")
        for element in _body(case["old"], case["new"]).iter()
        if element.get(f"{W}author")
    ]
    assert len(set(ids)) == len(ids)


def test_same_texts_give_the_same_bytes() -> None:
    one, other = (redline_docx(compare(*map(parse, MOVED.values())), "a", "b") for _ in range(2))
    assert one == other


def test_words_are_inserted_and_deleted() -> None:
    body = _body("For 30 days.\n", "For 60 days.\n")
    assert _texts(body, "del", "r", "delText") == ["30"]
    assert _texts(body, "ins", "r", "t") == ["60"]


def test_a_move_is_marked_at_both_ends_under_one_name() -> None:
    body = _body(MOVED["old"], MOVED["new"])
    names = {tag: [e.get(f"{W}name") for e in body.iter(W + tag)] for tag in (
        "moveFromRangeStart", "moveToRangeStart"
    )}  # fmt: skip
    assert names == {"moveFromRangeStart": ["move1-1"], "moveToRangeStart": ["move1-1"]}


@pytest.mark.parametrize("where", ["moveFrom", "moveTo"])
def test_each_range_of_a_move_is_closed(where: str) -> None:
    body = _body(MOVED["old"], MOVED["new"])
    started = Counter(e.get(f"{W}id") for e in body.iter(f"{W}{where}RangeStart"))
    assert started == Counter(e.get(f"{W}id") for e in body.iter(f"{W}{where}RangeEnd"))


def test_emphasis_alone_is_a_change_of_format() -> None:
    body = _body("We never sell data.\n", "We **never** sell data.\n")
    (run,) = (run for run in body.iter(f"{W}r") if run.find(f"{W}rPr/{W}rPrChange") is not None)
    assert run.find(f"{W}rPr/{W}b") is not None
    assert run.find(f"{W}rPr/{W}rPrChange/{W}rPr/{W}b") is None


def test_a_heading_of_another_level_is_a_change_of_format() -> None:
    body = _body("# A\n\n## Kept\n\nText.\n", "# A\n\n### Kept\n\nText.\n")
    path = f".//{W}pPrChange/{W}pPr/{W}pStyle"
    assert [style.get(f"{W}val") for style in body.iterfind(path)] == ["Heading2"]


def test_changes_bear_the_author_and_the_day() -> None:
    body = _body("For 30 days.\n", "For 60 days.\n", author='"Legal" & Co', day=date(2026, 3, 1))
    (deleted,) = body.iter(f"{W}del")
    assert deleted.get(f"{W}author") == '"Legal" & Co'
    assert deleted.get(f"{W}date") == "2026-03-01T00:00:00Z"


def test_without_a_day_changes_have_no_date() -> None:
    (deleted,) = _body("For 30 days.\n", "For days.\n").iter(f"{W}del")
    assert deleted.get(f"{W}date") is None


def test_a_control_character_that_xml_cannot_hold_is_seen_as_a_sign() -> None:
    assert "".join(_texts(_body("a\n", "a\x01\x1f\ufffe b\n"), "t")) == "a\ufffd\ufffd\ufffd b"


def test_a_link_leads_to_its_address() -> None:
    parts = _parts(
        "a\n",
        "[a](https://a.example/b?c=1&d=%20é) [b](#here) [b](/there) [c](mailto:x@a.example)\n",
    )
    relations = ET.fromstring(parts["word/_rels/document.xml.rels"])  # noqa: S314 - ours
    targets = [one.get("Target") for one in relations if one.get("TargetMode") == "External"]
    assert targets == ["https://a.example/b?c=1&d=%20%C3%A9", "mailto:x@a.example"]


def test_equal_texts_have_no_change() -> None:
    body = _body("One.\n\nTwo.\n", "One.\n\nTwo.\n")
    assert not [element for element in body.iter() if element.get(f"{W}author")]
