"""A redline as readers meet it, in Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gazette.comparison import compare
from gazette.document import parse
from gazette.render.notes import Note
from gazette.render.redline_html import standalone

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from axe_playwright_python.base import AxeResults
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

NARROW, WIDE = {"width": 320, "height": 800}, {"width": 1280, "height": 800}
OLD = """\
# Policy

1.1. We entrust [old partners](https://a.example/x) for 30 days.

1.2. This second clause stays as it was.

1.3. Third clause about cookies and nothing else at all.

| Data | Purpose |
|------|---------|
| Mail address | Answers |
"""
NEW = """\
# Policy

1.1. We entrust [new partners](https://a.example/x) for 60 days.

1.2. A clause that nobody has seen before, about advertising.

1.3. This second clause stays as it was.

1.4. Third clause about cоokies and nothing else at all.

| Data | Purpose |
|------|---------|
| E-mail address | Answers and **offers** |
"""
NOTES = {0: (Note("sharing", "Sharing", "9.4.3", "Changes a recipient: new partners"),)}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    comparison = compare(parse(OLD), parse(NEW))
    html = standalone(comparison, "old", "new", notes=NOTES)
    path: Path = tmp_path_factory.mktemp("redline") / "redline.html"
    path.write_text(html, encoding="utf-8")
    return path.as_uri()


def _opened(browser: Browser, address: str, **options: object) -> Page:
    page = browser.new_context(**options).new_page()  # type: ignore[arg-type]
    page.goto(address)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anyone_from_reading_it(
    browser: Browser, address: str, audited: Callable[..., AxeResults], scheme: str
) -> None:
    page = _opened(browser, address, viewport=NARROW, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    results = audited(page)
    assert results.violations_count == 0, results.generate_report()


def test_a_narrow_screen_needs_no_sideways_scrolling(browser: Browser, address: str) -> None:
    page = _opened(browser, address, viewport=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


def test_a_wide_screen_has_two_columns(browser: Browser, address: str) -> None:
    page = _opened(browser, address, viewport=WIDE)
    page.get_by_label("Side by side").check()
    before, after = (side.bounding_box() for side in page.locator(".gz-side").all()[:2])
    assert before is not None
    assert after is not None
    assert before["y"] == after["y"]


def test_the_buttons_lead_from_change_to_change(browser: Browser, address: str) -> None:
    page = _opened(browser, address, viewport=WIDE)
    button = page.get_by_role("button", name="Next change").first
    button.click()
    button.click()
    assert page.evaluate("document.activeElement.id") == "change-2"
    assert page.get_by_role("status").first.inner_text() == "Change 2 of 5"


def test_without_a_script_the_links_lead_on(browser: Browser, address: str) -> None:
    page = _opened(browser, address, viewport=WIDE, java_script_enabled=False)
    page.locator("#change-1").get_by_role("link", name="Next change").click()
    assert page.url.endswith("#change-2")


def test_a_link_to_a_folded_clause_opens_the_fold(browser: Browser, address: str) -> None:
    page = _opened(browser, f"{address}#policy-1.3", viewport=WIDE)
    assert page.locator("[id='policy-1.3']").is_visible()


def test_insertions_and_deletions_are_told_to_assistive_software(
    browser: Browser, address: str
) -> None:
    page = _opened(browser, address, viewport=WIDE)
    tree = page.locator("#change-1").aria_snapshot()
    assert "deletion" in tree
    assert "insertion" in tree
