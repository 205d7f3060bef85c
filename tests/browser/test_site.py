"""The sample site as readers meet it, in Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from axe_playwright_python.base import AxeResults
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

_REDLINE = "privacy/redlines/2.0/"
_SIDE_BY_SIDE = f"{_REDLINE}#side-by-side"
_UPCOMING = "privacy/versions/4.0/"
PAGES = [
    "",
    "privacy/",
    "privacy/revisions/",
    "privacy/versions/1.0/",
    _UPCOMING,
    _REDLINE,
    _SIDE_BY_SIDE,
    "privacy/clauses/",
    "feed/",
    "404.html",
]


_LONG = {
    "versions/": ".gz-text",  # is looked at on the policy's own page
    "clauses/": ":is(.gz-life, .gz-unchanged-lives li):nth-of-type(n + 9)",  # like those before
}


def _part(path: str) -> dict[str, list[list[str]]] | None:
    """What of a page to look at: all of it, but for more of the same."""
    found = [[long] for where, long in _LONG.items() if where in path]
    return {"exclude": found} if found else None


def _opened(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    if path == _SIDE_BY_SIDE:
        page.get_by_label("Side by side").check()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_keeps_anyone_from_reading_a_page(
    browser: Browser,
    address: str,
    audited: Callable[..., AxeResults],
    path: str,
    scheme: str,
    width: int,
) -> None:
    with browser.new_context(
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 800},
    ) as context:
        page = context.new_page()
        _opened(page, address, path)
        results = audited(page, _part(path))
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("path", PAGES)
def test_a_narrow_screen_needs_no_sideways_scrolling(
    browser: Browser, address: str, path: str
) -> None:
    with browser.new_context(viewport={"width": 320, "height": 800}) as context:
        page = context.new_page()
        _opened(page, address, path)
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_no_other_host_is_asked_and_no_cookie_is_set(browser: Browser, address: str) -> None:
    asked: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        for path in PAGES:
            page.goto(address + path, wait_until="networkidle")
        cookies = context.cookies()
    assert [url for url in asked if not url.startswith(address)] == []
    assert cookies == []


def test_the_search_finds_the_policy_in_force(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.goto(address)
        page.get_by_role("textbox", name="Search").press_sequentially("intellectual")
        results = page.locator(".md-search-result__link")
        results.first.wait_for()
        found = {
            str(one.get_attribute("href")).split("?")[0].split("#")[0] for one in results.all()
        }
    assert found == {f"{address}privacy/"}


def test_the_link_to_a_clause_shows_when_it_is_reached_by_keyboard(
    browser: Browser, address: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}privacy/")
        link = page.get_by_role("link", name="Link to clause 1.2", exact=True).first
        assert link.evaluate("link => getComputedStyle(link).opacity") == "0"
        link.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        assert link.evaluate("link => getComputedStyle(link).opacity") == "1"
        page.keyboard.press("Enter")
        assert page.url.endswith("#legal-notices-1.2")
