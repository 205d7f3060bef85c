from __future__ import annotations

from typing import Any

import html5lib
import pytest

from gazette.document import anchors, parse
from gazette.render.clause_html import document_html, headings, title_of

POLICY = """\
# Statement

Welcome.

## 1. Scope

1.1. We *collect* data: see [more](#statement-1).

- first
    - nested

      with a second paragraph
- second

| Data | Purpose |
|------|---------|
| Mail | Answers |

Term
:   Meaning

> Quoted

```
code
  kept
```

[^1]: A note.

#### Deeper
"""


def _tree(html: str) -> Any:  # noqa: ANN401 - html5lib has no types for its trees
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parseFragment(html)


@pytest.fixture(scope="module")
def page() -> Any:  # noqa: ANN401 - as above
    return _tree(document_html(parse(POLICY)))


def test_every_clause_stands_under_its_permanent_address(page: Any) -> None:  # noqa: ANN401
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert ids == list(anchors(parse(POLICY)))


def test_every_clause_has_a_link_to_itself(page: Any) -> None:  # noqa: ANN401
    links = [a.get("href") for a in page.iter("a") if a.get("class") == "gz-permalink"]
    assert links == [f"#{anchor}" for anchor in anchors(parse(POLICY))]


def test_the_link_to_a_numbered_clause_names_it(page: Any) -> None:  # noqa: ANN401
    names = {a.get("href"): a.get("aria-label") for a in page.iter("a")}
    assert names["#statement-1.1"] == "Link to clause 1.1"


def test_a_number_stands_as_it_is_printed() -> None:
    html = document_html(parse("3.1.4. Text"))
    assert '<span class="gz-number">3.1.4.</span> Text' in html


def test_a_nested_list_stands_in_its_item(page: Any) -> None:  # noqa: ANN401
    assert page.find("ul/li/ul/li/p") is not None


def test_a_table_has_a_header_row(page: Any) -> None:  # noqa: ANN401
    assert [cell.text for cell in page.iter("th")] == ["Data", "Purpose"]


def test_two_tables_stay_two() -> None:
    page = _tree(document_html(parse("|a|b|\n|-|-|\n|1|2|\n\n|c|d|\n|-|-|\n|3|4|\n")))
    assert len(list(page.iter("table"))) == 2


def test_bullets_and_numbers_are_two_lists() -> None:
    page = _tree(document_html(parse("- a\n- b\n\n1. c\n2. d\n")))
    assert [element.tag for element in page if element.tag in {"ul", "ol"}] == ["ul", "ol"]


def test_code_keeps_its_lines(page: Any) -> None:  # noqa: ANN401
    assert page.find("pre/code").text == "code\n  kept"


def test_headings_skip_no_level() -> None:
    assert [heading.level for heading in headings(parse(POLICY))] == [2, 3, 4]


def test_a_page_may_have_the_title_to_itself() -> None:
    assert "Statement" not in [h.text for h in headings(parse(POLICY), title=False)]


def test_two_first_level_headings_are_no_title() -> None:
    assert title_of(parse("# One\n\n# Two\n")) is None
