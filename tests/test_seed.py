"""Version 1.0 of the sample policy is the statement as it was handed over, word for word."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from markdown import markdown

from gazette.document import parse
from gazette.frontmatter import parted
from gazette.model import ClauseKind, Document

ROOT = Path(__file__).parent.parent
SEED = (Path(__file__).parent / "fixtures/seed/privacy-statement.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def text() -> str:
    return parted((ROOT / "policy_versions/privacy/1.0.md").read_text(encoding="utf-8")).text


@pytest.fixture(scope="module")
def document(text: str) -> Document:
    return parse(text)


def squeezed(text: str) -> str:
    """Every character but white space, which page breaks have torn."""
    return "".join(text.split())


def test_the_clauses_hold_every_character_of_the_seed_in_order_and_no_other(
    document: Document,
) -> None:
    assert squeezed("".join(c.label + c.text for c in document.clauses)) == squeezed(SEED)


def test_no_word_of_the_seed_is_lost_added_or_torn_on_the_rendered_page(text: str) -> None:
    page = markdown(text)
    contents = re.search(r"<ol>.*?</ol>", page, flags=re.DOTALL)
    assert contents is not None
    # A browser prints the numbers of a list itself; the seed has them as words.
    entries = enumerate(re.findall(r"<li>(.*?)</li>", contents[0]), start=1)
    numbered = "\n".join(f"{number}. {entry}" for number, entry in entries)
    page = page.replace(contents[0], numbered)
    assert unescape(re.sub(r"<[^>]+>", "", page)).split() == SEED.split()


def test_both_parts_number_from_1(document: Document) -> None:
    headings = [
        (clause.part, clause.number)
        for clause in document.clauses
        if clause.kind is ClauseKind.HEADING and clause.level == 3
    ]
    assert [number for part, number in headings if part == "Legal Notices"] == list("123")
    assert [number for part, number in headings if part == "Privacy Policy"] == list("123456789")


def test_the_contents_name_a_section_10_that_the_text_does_not_have(document: Document) -> None:
    contents = [clause for clause in document.clauses if clause.kind is ClauseKind.ITEM]
    assert contents[-1].label + contents[-1].text == "10. How to contact us"
    assert [clause.number for clause in contents] == [str(n) for n in range(1, 11)]


def test_clause_5_3_keeps_its_missing_dot(document: Document) -> None:
    (clause,) = [c for c in document.clauses if (c.part, c.number) == ("Privacy Policy", "5.3")]
    assert clause.label == "5.3 "


@pytest.mark.parametrize(
    "mended",
    [
        "in accordance with this Privacy Policy. We hope to provide you",
        "introduce products to you, send business notices",
        "legally shared by our affiliates and partners to judge",
        "(star rating, customer evaluation)",
        "If you do not want your activity to be tracked",
        "we have taken or will take, Recommendations for you",
    ],
)
def test_a_paragraph_that_a_page_break_tore_is_one_clause_again(
    document: Document, mended: str
) -> None:
    assert sum(mended in clause.text for clause in document.clauses) == 1


def test_no_paragraph_starts_in_the_middle_of_a_sentence(document: Document) -> None:
    starts = [
        clause.text[0]
        for before, clause in pairwise(document.clauses)
        if clause.kind is ClauseKind.PARAGRAPH and before.text[-1] not in ":;"
    ]
    assert not [start for start in starts if start.islower()]
