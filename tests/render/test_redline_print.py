"""A redline on paper, printed by Chromium and read back."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from gazette.chromium import pdf_of
from gazette.comparison import compare
from gazette.document import parse
from gazette.render.redline_print import printed
from gazette.render.view import Layout, Paper, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf.generic import DictionaryObject

CLAUSES = [f"{number}. This clause {number} stays as it always was." for number in range(1, 90)]
OLD = "\n\n".join(
    [
        "# Policy 隐私政策",
        *CLAUSES,
        "90. We keep data for thirty days, see [the list](/list).",
        "End.",
    ]
)
NEW = "\n\n".join(
    ["# Policy 隐私政策", *CLAUSES, "90. We keep data for sixty days, see [the list](/list).",
     "91. Our [partners](https://partners.example/list) 合作伙伴 are new.", "End."]
)  # fmt: skip
COMPARISON = compare(parse(OLD), parse(NEW))


def _page(view: View | None = None, paper: Paper = Paper.A4, new: str = "new") -> str:
    return printed(COMPARISON, "old", new, view=view or View(), paper=paper)


def _printed(view: View | None = None, paper: Paper = Paper.A4) -> PdfReader:
    return PdfReader(io.BytesIO(pdf_of(_page(view, paper))))


def _text(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.fixture(scope="module")
def reader() -> PdfReader:
    return _printed()


@pytest.fixture(scope="module")
def whole() -> PdfReader:
    return _printed(View(everything=True), Paper.LETTER)


@pytest.mark.slow
@pytest.mark.parametrize("words", ["thirty", "sixty", "合作伙伴"])
def test_words_that_went_and_words_that_came_are_there(reader: PdfReader, words: str) -> None:
    assert words in _text(reader)


@pytest.mark.slow
def test_unchanged_clauses_are_named_not_printed(reader: PdfReader) -> None:
    text = _text(reader)
    assert re.search("90 unchanged clauses: “Policy 隐私政策 ?” to 89", text)
    assert "This clause 40" not in text


@pytest.mark.slow
def test_unchanged_clauses_are_printed_on_demand(whole: PdfReader) -> None:
    assert "This clause 40 stays as it always was." in _text(whole)


@pytest.mark.slow
def test_every_sheet_bears_the_names_and_its_number(whole: PdfReader) -> None:
    count = len(whole.pages)
    assert count > 2
    for number, page in enumerate(whole.pages, start=1):
        text = " ".join(page.extract_text().split())
        assert "old → new" in text
        assert f"{number} / {count}" in text


@pytest.mark.slow
def test_where_links_lead_is_printed(reader: PdfReader) -> None:
    text = _text(reader)
    assert "(https://partners.example/list)" in text
    assert "(/list)" in text


@pytest.mark.slow
def test_no_link_leads_to_this_machine(reader: PdfReader) -> None:
    targets = [str(link.get("/URI", "")) for page in reader.pages for link in _actions(page)]
    assert "https://partners.example/list" in targets
    assert not [target for target in targets if target.startswith("file:")]


@pytest.mark.slow
def test_every_font_is_in_the_file(reader: PdfReader) -> None:
    fonts = [font for page in reader.pages for font in _fonts(page)]
    assert fonts
    assert all(_is_embedded(font) for font in fonts)


@pytest.mark.slow
def test_the_clock_leaves_no_trace(reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert (reader.metadata.creation_date, reader.metadata.modification_date) == (None, None)


@pytest.mark.slow
def test_sheets_have_the_size_asked_for(reader: PdfReader, whole: PdfReader) -> None:
    sizes = [round(float(one.pages[0].mediabox.width)) for one in (reader, whole)]
    assert sizes == [595, 612]


@pytest.mark.slow
def test_both_texts_stand_side_by_side_on_demand() -> None:
    text = _text(_printed(View(Layout.SIDE_BY_SIDE)))
    assert text.index("for thirty days") < text.index("for sixty days")


def test_a_name_is_no_style_sheet() -> None:
    style = re.search(r'<html lang="en" style="([^"]*)"', _page(new='a"; } \\ b'))
    assert style is not None
    assert style[1] == "--gz-names: &#34;old → a\\22 ; } \\5c  b&#34;"


def test_there_is_no_script() -> None:
    assert "<script" not in _page()


def _actions(page: DictionaryObject) -> Iterator[DictionaryObject]:
    for annotation in page.get("/Annots") or ():
        yield annotation.get_object().get("/A", {})


def _fonts(page: DictionaryObject) -> Iterator[DictionaryObject]:
    yield from (font.get_object() for font in page["/Resources"].get("/Font", {}).values())


def _is_embedded(font: DictionaryObject) -> bool:
    if font["/Subtype"] == "/Type3":  # its glyphs are drawings in the file
        return True
    for inner in font.get("/DescendantFonts", [font]):
        descriptor = inner.get_object()["/FontDescriptor"]
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.get_object()):
            return False
    return True
