from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazette.comparison import compare
from gazette.document import anchors, parse
from gazette.render.notes import Note
from gazette.render.redline_html import change_list, redline, standalone

if TYPE_CHECKING:
    from gazette.model import Document

OLD = """\
# Policy

## 3. Sharing

3.1. We entrust [trusted *old* partners](https://a.example/x) for 30 days.

3.2. This second clause stays as it was.

3.3. Third clause about **cookies** and nothing else.

- one item that stays
- two item goes away entirely

| Data | Purpose |
|------|---------|
| Mail address | Answers |

Term
:   What the term meant

> A quoted sentence of some length

```
code  line
  next
```
"""
NEW = """\
# Policy

## 3. Sharing

3.1. We entrust [selected *new* partners](https://a.example/x) for 60 days.

3.2. A new clause that nobody has seen before, about advertising.

3.3. This second clause stays as it was.

3.4. Third clause about **cookies** and [nothing](https://b.example) else.

- one item that stays

| Data | Purpose |
|------|---------|
| E-mail address | Answers and **offers** |

Term
:   What the term means

> A quoted phrase of some length

```
code  line
  after
```
"""
NOTE = Note("sharing", "Sharing", "9.4.3", "Adds a recipient: <partners>")
DISMISSED = Note("contact", "Contact", "9.4.5", "Changes an address", dismissed="Wording only.")

_OURS = {"gz-hidden", "gz-break", "gz-name", "gz-number", "gz-permalink"}
_words = st.sampled_from(
    [
        "we",
        "keep",
        "*your*",
        "[data](https://a.example)",
        "**for 30",
        "days**",
        "`code`",
        "&amp;",
        "\u200b",
        "сookies",
        "<b>x</b>",
        "a<br>b",
        "(see",
        "3.1)",
        "[x *y](z) w*",
        "\\*",
        "|",
    ]
)
_clauses = st.lists(_words, min_size=1, max_size=6).map(" ".join)
_documents = st.lists(
    st.tuples(st.sampled_from(["", "1. ", "- ", "> ", "# "]), _clauses).map("".join), max_size=4
).map("\n\n".join)


def _tree(html: str) -> Any:  # noqa: ANN401 - html5lib has no types for its trees
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parseFragment(html)


def _read(element: Any, gone: str) -> str:  # noqa: ANN401 - as above
    """What is read in a clause once a mark is taken out, without white space."""
    if element.tag == gone or _OURS & set((element.get("class") or "").split()):
        return ""
    own = [element.text or ""]
    for child in element:
        is_clause = "gz-clause" in (child.get("class") or "").split()
        own += ["" if is_clause else _read(child, gone), child.tail or ""]
    return re.sub(r"[\s|]+", "", "".join(own))


def _clauses_read(html: str, gone: str) -> str:
    """The clauses of a redline once a mark is taken out, in order, without white space."""
    return "".join(
        _read(element, gone)
        for element in _tree(html).iter()
        if "gz-clause" in (element.get("class") or "").split() and element.get("id")
    )


def _text(document: Document) -> str:
    return re.sub(r"[\s|]+", "", "".join(clause.text for clause in document.clauses))


def _sides(old: str, new: str) -> tuple[str, str, str]:
    comparison = compare(parse(old), parse(new))
    return str(redline(comparison)), _text(comparison.old), _text(comparison.new)


def test_without_insertions_the_old_text_is_read() -> None:
    html, old, _ = _sides(OLD, NEW)
    assert _clauses_read(html, "ins") == old


def test_without_deletions_the_new_text_is_read() -> None:
    html, _, new = _sides(OLD, NEW)
    assert _clauses_read(html, "del") == new


@given(_documents, _documents)
@settings(max_examples=80)
def test_the_new_text_is_read_from_any_redline(old: str, new: str) -> None:
    html, _, expected = _sides(old, new)
    assert _clauses_read(html, "del") == expected


@given(_clauses, _clauses)
@settings(max_examples=80)
def test_the_old_text_is_read_from_the_redline_of_any_clause(old: str, new: str) -> None:
    comparison = compare(parse(f"7. {old}"), parse(f"7. {new}"))
    html = str(redline(comparison))
    assert sorted(_clauses_read(html, "ins")) == sorted(_text(comparison.old))


@given(_documents, _documents)
@settings(max_examples=60)
def test_both_views_and_the_list_are_valid_html(old: str, new: str) -> None:
    comparison = compare(parse(old), parse(new))
    html = f"{change_list(comparison)}{redline(comparison)}"
    ids = [element.get("id") for element in _tree(html).iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_a_mark_leaves_a_link_whole() -> None:
    html, _, _ = _sides(
        "1. see [our old page](https://a.example)", "1. see [our page](https://a.example)"
    )
    assert re.search(r'<a href="https://a.example">our <del>.*?</del> ?page</a>', html)


def test_a_mark_goes_around_an_element_that_it_holds_whole() -> None:
    html, _, _ = _sides("1. one and", "1. one and *two* more words")
    assert re.search(r"<ins>[^/]*</span> ?<em>two</em> more words", html)


def test_a_word_is_announced_to_readers_who_hear_the_page() -> None:
    html, _, _ = _sides("1. for 30 days", "1. for 60 days")
    assert '<ins><span class="gz-hidden">[added: </span>60<span class="gz-hidden">]' in html


def test_a_whole_clause_has_one_label_and_no_words_of_it_are_announced() -> None:
    html, _, _ = _sides("1. a", "1. a\n\n2. Something new.")
    assert '<span class="gz-label">Added</span>' in html
    assert "gz-hidden" not in html


def test_a_renumbered_clause_shows_both_numbers() -> None:
    html, _, _ = _sides(OLD, NEW)
    assert "<del>3.2.</del> <ins>3.3.</ins>" in html


def test_unchanged_clauses_are_folded() -> None:
    html, _, _ = _sides("1. a\n\n2. b\n\n3. c one", "1. a\n\n2. b\n\n3. c two")
    assert '<summary data-which="1 to 2">2 unchanged clauses</summary>' in html


def test_every_clause_of_the_new_text_keeps_its_address() -> None:
    html, _, _ = _sides(OLD, NEW)
    ids = {element.get("id") for element in _tree(html).iter()}
    assert ids.issuperset(anchors(parse(NEW)))


def test_changes_lead_to_the_next_and_the_one_before() -> None:
    html, _, _ = _sides(OLD, NEW)
    second = html[html.index('id="change-2"') : html.index('id="change-3"')]
    assert 'href="#change-1"' in second
    assert 'href="#change-3"' in second


def test_a_finding_stands_beside_its_change_escaped() -> None:
    comparison = compare(parse("1. one word"), parse("1. two word"))
    assert "Adds a recipient: &lt;partners&gt;" in redline(comparison, notes={0: (NOTE,)})


def test_a_dismissed_finding_keeps_its_reason() -> None:
    comparison = compare(parse("1. one word"), parse("1. two word"))
    assert "Wording only." in redline(comparison, notes={0: (DISMISSED,)})


def test_a_dismissed_finding_is_not_in_the_list_of_changes() -> None:
    comparison = compare(parse("1. one word"), parse("1. two word"))
    assert "Changes an address" not in change_list(comparison, notes={0: (DISMISSED,)})


def test_a_change_of_formatting_shows_both_sides_on_demand() -> None:
    html, _, _ = _sides("1. some words", "1. some *words*")
    assert "Formatting only" in html
    assert "Show the text" in html


def test_a_change_of_a_link_says_where_it_led() -> None:
    html, _, _ = _sides("1. [x](https://a.example)", "1. [x](https://b.example)")
    assert "The link to <code>https://a.example</code> now leads to" in html


def test_a_link_taken_out_leaves_the_others_alone() -> None:
    html, _, _ = _sides("1. [x](/a) and [y](/b)", "1. x and [y](/b)")
    assert "A link to <code>/a</code> was removed" in html
    assert "now leads to" not in html


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("co\u200bokies", "U+200B zero width space"),
        ("\u202ecookies", "U+202E right-to-left override"),
        ("сookies", "U+0441 cyrillic small letter es"),
    ],
)
def test_a_deceptive_character_is_named(word: str, name: str) -> None:
    html, _, _ = _sides("1. all cookies", f"1. all {word}")
    assert name in html


def test_a_word_of_another_script_is_no_deception() -> None:
    html, _, _ = _sides("1. all words", "1. все слова")
    assert "gz-confusable" not in html


TABLE = "| Data | Basis | Kept |\n|---|---|---|\n| Logs | Interest | 90 days |\n"


@pytest.mark.parametrize(
    ("new", "cells"),
    [
        (TABLE.replace("90", "30"), ["Logs", "Interest", "9030 days"]),
        (TABLE.replace(" | Kept", "").replace(" | 90 days", ""), ["Logs", "Interest", "90 days"]),
        ("Nothing else.", ["Logs", "Interest", "90 days"]),
    ],
    ids=["words in a cell", "a column taken out", "a row taken out"],
)
def test_each_cell_of_a_row_keeps_its_place(new: str, cells: list[str]) -> None:
    page = _tree(redline(compare(parse(TABLE), parse(new))))
    rows = [
        [re.sub(r"\[(removed|added): |\]", "", "".join(cell.itertext())).strip() for cell in row]
        for row in page.iter("tr")
    ]
    assert cells in rows


def test_side_by_side_has_both_sides_of_each_change() -> None:
    page = _tree(redline(compare(parse(OLD), parse(NEW))))
    labels = [element.get("aria-label") for element in page.iter() if element.get("role")]
    assert labels.count("Before") == labels.count("After") > 0


def test_the_page_of_its_own_loads_nothing() -> None:
    html = standalone(compare(parse(OLD), parse(NEW)), "old <1>", "new")
    assert "old &lt;1&gt;" in html
    assert not re.search(r"<(?:link|img|iframe)\b|\bsrc=|@import|url\(", html)


def test_a_coarse_redline_says_so() -> None:
    comparison = replace(compare(parse(OLD), parse(NEW)), coarse=True)
    assert "in larger pieces than usual" in standalone(comparison, "old", "new")


def test_two_equal_texts_say_so() -> None:
    assert "Nothing changed." in change_list(compare(parse(OLD), parse(OLD)))
