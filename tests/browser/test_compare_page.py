"""Any two versions and the histories of clauses on the sample site, as readers meet them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from axe_playwright_python.base import AxeResults
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

_COMPARE = "privacy/compare/"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_context(base_url=address) as context:
        yield context.new_page()


_DONE = re.compile(r"^(?!Comparing…).")


def _status(page: Page) -> str:
    """What the page says once it has stopped working."""
    status = page.locator("#gz-compare-status")
    expect(status).to_have_text(_DONE)
    return status.inner_text()


def _chosen(page: Page) -> list[str]:
    return [page.get_by_label(label).input_value() for label in ("From version", "To version")]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_nothing_keeps_anyone_from_reading_it_with_every_fold_open(
    browser: Browser, address: str, audited: Callable[..., AxeResults], scheme: str, width: int
) -> None:
    with browser.new_context(
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 800},
    ) as context:
        page = context.new_page()
        page.goto(f"{address}{_COMPARE}?from=1.2")
        _status(page)
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        results = audited(page)
        assert results.violations_count == 0, results.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_two_versions_are_chosen_by_keyboard_alone(page: Page) -> None:
    page.goto(_COMPARE)
    page.get_by_label("From version").focus()
    page.keyboard.type("1.0")
    page.keyboard.press("Tab")
    page.keyboard.type("2.0")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="From version 1.0 to 2.0")).to_be_focused()
    assert page.url.endswith("?from=1.0&to=2.0")


def test_a_link_since_a_version_leads_to_the_one_in_force(page: Page) -> None:
    page.goto("privacy/versions/1.2/")
    page.get_by_role("link", name="What changed since this version").click()
    assert _status(page) == "19 changes from version 1.2 to 3.0."
    assert _chosen(page) == ["1.2", "3.0"]


def test_the_way_back_leads_to_the_comparison_before(page: Page) -> None:
    page.goto(f"{_COMPARE}?from=1.0&to=1.1")
    _status(page)
    page.get_by_label("To version").select_option("2.0")
    page.get_by_role("button", name="Compare").click()
    page.get_by_role("heading", name="From version 1.0 to 2.0").wait_for()
    page.go_back()
    page.get_by_role("heading", name="From version 1.0 to 1.1").wait_for()
    assert _chosen(page) == ["1.0", "1.1"]
    page.go_forward()
    page.get_by_role("heading", name="From version 1.0 to 2.0").wait_for()


def test_versions_the_wrong_way_round_are_turned_and_it_is_said(page: Page) -> None:
    page.goto(f"{_COMPARE}?from=2.0&to=1.0")
    assert "1.0 came before 2.0" in _status(page)
    assert _chosen(page) == ["1.0", "2.0"]


def test_a_version_compared_with_itself_has_not_changed(page: Page) -> None:
    page.goto(f"{_COMPARE}?from=3.0")
    assert _status(page).startswith("Nothing has changed since version 3.0")


@pytest.mark.parametrize("number", ["9.9", "5.0", "<img src=x onerror=alert(1)>"])
def test_a_version_that_is_not_published_is_unknown(page: Page, number: str) -> None:
    page.goto(f"{_COMPARE}?from={number}")
    assert _status(page).startswith(f"This policy has no version “{number}”")
    assert page.locator("#gz-compare-result").inner_html() == ""


def test_where_the_files_cannot_be_had_the_page_says_what_there_is(page: Page) -> None:
    page.route("**/changes-*.json", lambda route: route.abort())
    page.goto(f"{_COMPARE}?from=1.0")
    assert _status(page).startswith("The versions could not be loaded.")
    page.unroute("**/changes-*.json")
    page.get_by_label("From version").select_option("1.0")
    page.get_by_role("button", name="Compare").click()
    page.get_by_role("heading", name="From version 1.0 to 3.0").wait_for()


def test_buttons_lead_through_the_changes_and_a_link_to_one_of_them(page: Page) -> None:
    page.goto(f"{_COMPARE}?from=1.2#change-3")
    _status(page)
    expect(page.locator("#change-3")).to_be_in_viewport()
    page.get_by_role("button", name="Next change").click()
    expect(page.locator("#change-1")).to_be_focused()


def test_what_is_stored_may_be_used_under_trusted_types(page: Page) -> None:
    policy = "require-trusted-types-for 'script'; trusted-types gazette-compare"
    page.route(
        "**/compare/?*",
        lambda route: route.fulfill(
            response=route.fetch(), headers={"Content-Security-Policy": policy}
        ),
    )
    page.goto(f"{_COMPARE}?from=1.2")
    assert _status(page) == "19 changes from version 1.2 to 3.0."


def test_without_a_script_every_revision_has_its_redline(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False, base_url=address) as context:
        page = context.new_page()
        page.goto(_COMPARE)
        assert not page.locator("form.gz-compare").is_visible()
        page.get_by_role("link", name="From 1.2 to 2.0").click()
        assert page.url.endswith("/privacy/redlines/2.0/")


def test_a_clause_of_the_policy_in_force_leads_to_its_history(page: Page) -> None:
    page.goto("privacy/")
    page.get_by_role("link", name="History of clause 5.5").click()
    assert "Moved from 6.3" in page.locator(":target").inner_text()
