"""Which clauses a Markdown text has."""

from __future__ import annotations

import html
import re
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette.document import parse
from gazette.model import Clause, ClauseKind, Document

CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*.md"))


def whole(document: Document) -> str:
    return document.preamble + "".join(clause.source for clause in document.clauses)


def shapes(text: str) -> list[tuple[str, int, str]]:
    return [(str(clause.kind), clause.level, clause.text) for clause in parse(text).clauses]


def only(text: str) -> Clause:
    (clause,) = parse(text).clauses
    return clause


# The text comes back -----------------------------------------------------------------------

LINES = st.sampled_from(
    [
        "", " ", "\t", "text", "more text", "# Heading", "## 3. Heading", "Title", "=====", "-----",
        "* item", "    * nested", "  continued", "1. one", "1) one", "* * *", "> quote", ">", "```",
        "~~~", "    code", "| a | b |", "|---|---|", "Term", ":   description", "[^1]: note",
        "[ref]: https://example.org", "<div>", "</div>", "<!-- note", "-->", "3.1.4. Sharing",
        "**1\\. Title**", "第三条", "\u2028", "x\ry", "\x0c", "<script>", "</script>", "`", "\\",
    ]
)  # fmt: skip


@given(st.text())
def test_sources_joined_are_the_text_whatever_it_is(text: str) -> None:
    assert whole(parse(text)) == text


@given(st.lists(LINES).map("\n".join))
def test_sources_joined_are_the_text_whatever_markdown_it_is(text: str) -> None:
    assert whole(parse(text)) == text


@given(st.lists(LINES).map("\n".join))
def test_each_clause_starts_on_the_line_it_says(text: str) -> None:
    lines = text.split("\n")
    assert all(
        clause.source.split("\n")[0] == lines[clause.line - 1] for clause in parse(text).clauses
    )


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_windows_line_ends_change_nothing_that_is_read(path: Path) -> None:
    text = path.read_text("utf-8")
    assert shapes(text.replace("\n", "\r\n")) == shapes(text)


# It reads as Python-Markdown renders it -------------------------------------------------------


def letters(shown: str) -> str:
    """Letters and signs without white space, for blocks are set apart in other ways."""
    return re.sub(r"[\s|]+", "", shown)


def rendered(text: str) -> str:
    page = markdown.markdown(text, extensions=["tables", "fenced_code", "def_list", "sane_lists"])
    return letters(html.unescape(re.sub(r"<!--.*?-->|<[^>]+>", "", page, flags=re.DOTALL)))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_the_texts_are_what_python_markdown_shows(path: Path) -> None:
    text = re.sub(r"\[\^law\](: .*)?", "", path.read_text("utf-8"))
    read = "".join(
        (
            ""
            if clause.kind is ClauseKind.ITEM and clause.source.lstrip()[0].isdigit()
            else clause.label
        )
        + clause.text
        for clause in parse(text).clauses
    )
    assert letters(read) == rendered(text)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_each_body_by_itself_shows_the_clause_s_text(path: Path) -> None:
    for clause in parse(path.read_text("utf-8")).clauses:
        if clause.kind is not ClauseKind.CODE and not clause.body.startswith("["):
            assert letters(clause.text) == rendered(clause.body.replace("|", "\\|"))


# Blocks ------------------------------------------------------------------------------------


def test_an_empty_text_has_no_clause() -> None:
    assert parse("") == Document((), "")


def test_blank_lines_before_the_first_clause_are_the_preamble() -> None:
    assert parse("\n \nText").preamble == "\n \n"


def test_the_lines_of_a_paragraph_are_one_clause() -> None:
    assert shapes("one\ntwo  \nthree") == [("paragraph", 0, "one two three")]


def test_a_heading_may_close_its_signs() -> None:
    assert shapes("### Title ###") == [("heading", 3, "Title")]


def test_a_heading_s_attributes_are_not_read() -> None:
    assert shapes("## Title {#anchor}") == [("heading", 2, "Title")]


def test_a_hash_without_space_is_no_heading() -> None:
    assert shapes("#1 in safety") == [("paragraph", 0, "#1 in safety")]


def test_an_underlined_line_is_a_heading() -> None:
    assert shapes("One\n===\nTwo\n---") == [("heading", 1, "One"), ("heading", 2, "Two")]


@pytest.mark.parametrize("line", ["* * *", "---", "***", "_ _ _", "- - - -"])
def test_a_thematic_break_belongs_to_the_clause_above(line: str) -> None:
    document = parse(f"one\n\n{line}\n\ntwo")
    assert [clause.source for clause in document.clauses] == [f"one\n\n{line}\n\n", "two"]


def test_items_nest_by_two_spaces_or_by_four() -> None:
    assert shapes("- a\n  - b\n    - c\n- d") == shapes("*   a\n    *   b\n        *   c\n*   d")


def test_levels_of_nested_items_count_from_one() -> None:
    assert [level for _, level, _ in shapes("- a\n  - b\n- c")] == [1, 2, 1]


def test_a_loose_list_has_the_items_of_a_tight_one() -> None:
    assert shapes("- a\n\n- b\n\n  - c") == shapes("- a\n- b\n  - c")


def test_an_item_goes_on_in_indented_and_in_lazy_lines() -> None:
    assert shapes("- a\n  b\nc") == [("item", 1, "a b c")]


def test_a_second_paragraph_of_an_item_stands_at_its_depth() -> None:
    assert shapes("- a\n\n  b\n\nc") == [
        ("item", 1, "a"),
        ("paragraph", 1, "b"),
        ("paragraph", 0, "c"),
    ]


def test_a_list_may_follow_its_paragraph_at_once() -> None:
    assert shapes("We collect:\n* names\n* dates") == [
        ("paragraph", 0, "We collect:"),
        ("item", 1, "names"),
        ("item", 1, "dates"),
    ]


def test_a_number_at_the_start_of_a_wrapped_line_is_no_item() -> None:
    assert shapes("in the year\n2019. We") == [("paragraph", 0, "in the year 2019. We")]


def test_an_item_in_an_item_that_says_nothing_is_read() -> None:
    assert shapes("*   *   text") == [("item", 2, "text")]


def test_items_left_to_markdown_to_number_are_numbered() -> None:
    assert [clause.number for clause in parse("1. a\n1. b\n1. c").clauses] == ["1", "2", "3"]


def test_items_are_numbered_as_written() -> None:
    assert [clause.number for clause in parse("4. a\n\n5. b\n\n7. c").clauses] == ["4", "5", "7"]


def test_each_row_of_a_table_is_a_clause() -> None:
    assert shapes("| a | b |\n|---|:-:|\n| `c|d` | e \\| f |") == [
        ("row", 0, "a | b"),
        ("row", 0, "c|d | e | f"),
    ]


def test_a_table_without_outer_borders_is_read() -> None:
    assert shapes("a | b\n--|--\nc | d") == [("row", 0, "a | b"), ("row", 0, "c | d")]


def test_empty_cells_keep_their_place() -> None:
    assert shapes("| a | b | c |\n|--|--|--|\n|  | x |  |")[1] == ("row", 0, "| x |")


def test_a_line_of_dashes_under_prose_with_a_bar_is_no_table() -> None:
    assert shapes("a | b\n---") == [("heading", 2, "a | b")]


def test_definitions_are_terms_and_descriptions() -> None:
    assert shapes("Term\nOther\n:   One\n    more\n:   Two") == [
        ("term", 0, "Term"),
        ("term", 0, "Other"),
        ("description", 0, "One more"),
        ("description", 0, "Two"),
    ]


def test_a_footnote_is_a_clause() -> None:
    assert shapes("Text[^1]\n\n[^1]: A note\n    goes on.")[1] == ("footnote", 0, "A note goes on.")


def test_fenced_code_is_taken_as_it_is() -> None:
    assert shapes("```text\n# no heading\n*a*\n```") == [("code", 0, "# no heading *a*")]


def test_a_fence_that_is_never_closed_is_a_paragraph() -> None:
    assert shapes("```\nText\n\nMore")[-1] == ("paragraph", 0, "More")


def test_indented_text_is_code_outside_a_list() -> None:
    assert shapes("Text\n\n    a = 1\n\n    b = 2\n\nMore") == [
        ("paragraph", 0, "Text"),
        ("code", 0, "a = 1 b = 2"),
        ("paragraph", 0, "More"),
    ]


def test_each_paragraph_of_a_quotation_is_a_clause() -> None:
    assert shapes("> one\n> two\n>\n> > three") == [("quote", 0, "one two"), ("quote", 0, "three")]


def test_a_comment_is_no_clause() -> None:
    assert shapes("a\n\n<!-- one\n\ntwo -->\n\nb") == [("paragraph", 0, "a"), ("paragraph", 0, "b")]


def test_raw_html_is_what_it_shows() -> None:
    assert shapes("<div>\n<p>One</p>\n\nTwo\n\n</div>") == [
        ("paragraph", 0, "One"),
        ("paragraph", 0, "Two"),
    ]


def test_scripts_and_styles_are_not_read() -> None:
    assert shapes("<style>\np { }\n\n</style>\nText") == [("paragraph", 0, "Text")]


def test_words_after_a_comment_or_a_script_are_read() -> None:
    assert shapes("<!-- a --> One\n\n<script>b</script> Two") == [
        ("paragraph", 0, "One"),
        ("paragraph", 0, "Two"),
    ]


@pytest.mark.parametrize("opening", ["<!-- a", "<script>", "<style>"])
def test_nothing_vanishes_behind_what_is_never_closed(opening: str) -> None:
    assert shapes(f"{opening}\n\nTwo")[-1] == ("paragraph", 0, "Two")


def test_a_reference_link_reads_as_its_words() -> None:
    assert shapes("See [our terms][t] and [Terms].\n\n[t]: /t\n[terms]: /u") == [
        ("paragraph", 0, "See our terms and Terms.")
    ]


def test_a_reference_link_s_target_is_in_the_body() -> None:
    assert only("See [our terms][t].\n\n[t]: /t").body == "See [our terms](/t)."


def test_brackets_without_a_target_are_words() -> None:
    assert only("the [Company] and [x][y]").text == "the [Company] and [x][y]"


# Parts -------------------------------------------------------------------------------------


def parts(text: str) -> list[str]:
    return [clause.part for clause in parse(text).clauses]


def test_under_a_title_the_second_level_headings_are_the_parts() -> None:
    assert parts("# Title\n\na\n\n## One\n\nb\n\n### Deeper\n\nc\n\n## Two\n\nd") == [
        "Title", "Title", "One", "One", "One", "One", "Two", "Two",
    ]  # fmt: skip


def test_without_a_title_the_top_headings_are_the_parts() -> None:
    assert parts("## One\n\n### Deeper\n\na\n\n## Two") == ["One", "One", "One", "Two"]


def test_several_first_level_headings_are_parts() -> None:
    assert parts("# One\n\n## Deeper\n\n# Two\n\na") == ["One", "One", "Two", "Two"]


def test_a_numbered_heading_is_no_part() -> None:
    assert parts("# Title\n\n## 1. Scope\n\na\n\n## Part\n\n## 2. Use") == [
        "Title", "Title", "Title", "Part", "Part",
    ]  # fmt: skip


def test_without_headings_there_is_no_part() -> None:
    assert parts("a\n\nb") == ["", ""]
