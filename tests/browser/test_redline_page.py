"""The redline page of the sample site, with the keyboard alone, without a script, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

_FOCUSED = "document.activeElement.id"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{address}privacy/redlines/2.0/")
        yield page


@pytest.fixture
def plain(browser: Browser, address: str) -> Iterator[Page]:
    """The same without scripts."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}privacy/redlines/2.0/")
        yield page


def _tab_to(page: Page, name: str) -> None:
    """Press Tab until the focus is on what has that name, as a reader without a mouse does."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            return
    pytest.fail(f"no Tab leads to {name}")


def test_the_keyboard_leads_from_change_to_change(page: Page) -> None:
    _tab_to(page, "Next change")
    page.keyboard.press("Enter")
    assert page.evaluate(_FOCUSED) == "change-1"
    _tab_to(page, "Next change")
    page.keyboard.press("Enter")
    assert page.evaluate(_FOCUSED) == "change-2"
    _tab_to(page, "Previous change")
    page.keyboard.press("Enter")
    assert page.evaluate(_FOCUSED) == "change-1"


def test_a_step_is_said_aloud(page: Page) -> None:
    page.get_by_role("button", name="Next change").click()
    assert page.get_by_role("status").last.inner_text() == "Change 1 of 5"


def test_after_the_last_change_comes_the_first(page: Page) -> None:
    page.get_by_role("button", name="Previous change").click()
    assert page.evaluate(_FOCUSED) == "change-5"
    page.get_by_role("button", name="Next change").click()
    assert page.evaluate(_FOCUSED) == "change-1"


def test_a_change_that_is_stepped_to_is_not_covered(page: Page) -> None:
    page.get_by_role("button", name="Next change").click()
    bar, title = page.locator(".gz-bar").bounding_box(), page.locator("#change-1").bounding_box()
    assert bar is not None
    assert title is not None
    assert title["y"] >= bar["y"] + bar["height"]


def test_no_letter_is_a_shortcut(page: Page) -> None:
    page.locator("#change-1").focus()
    for letter in "njkp":
        page.keyboard.press(letter)
    assert page.evaluate(_FOCUSED) == "change-1"


def test_switching_the_view_stays_at_the_change(page: Page) -> None:
    page.locator("#change-3").focus()
    page.get_by_label("Side by side").check()
    assert page.locator("#change-3 .gz-sides").is_visible()
    box = page.locator("#change-3").bounding_box()
    assert box is not None
    assert 0 < box["y"] < 800


def test_the_unchanged_text_unfolds_at_once(page: Page) -> None:
    button = page.get_by_role("button", name="Show unchanged text")
    button.click()
    assert page.locator(".gz-fold:not([open])").count() == 0
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert page.locator(".gz-fold[open]").count() == 0


def test_a_link_to_a_clause_leads_to_its_change_in_either_view(page: Page) -> None:
    page.get_by_label("Side by side").check()
    page.evaluate("location.hash = '#privacy-policy-2.2.2.4'")
    page.wait_for_function("document.querySelector('#change-4').getBoundingClientRect().y < 200")


def test_the_views_are_switched_without_a_script(plain: Page) -> None:
    plain.get_by_label("Side by side").check()
    assert plain.locator("#change-1 .gz-sides").is_visible()
    assert not plain.locator("#change-1 .gz-together").is_visible()


def test_the_links_lead_on_without_a_script(plain: Page) -> None:
    plain.locator("#change-1").get_by_role("link", name="Next change").click()
    assert plain.url.endswith("#change-2")


def test_a_fold_opens_without_a_script(plain: Page) -> None:
    plain.get_by_text("44 unchanged clauses").click()
    assert plain.get_by_text("1.2. The intellectual property rights").is_visible()


def test_paper_has_all_of_the_text_and_nothing_to_press(plain: Page) -> None:
    plain.emulate_media(media="print")
    assert plain.get_by_text("1.2. The intellectual property rights").is_visible()
    assert not plain.locator(".gz-bar").is_visible()
    assert not plain.locator(".gz-steps").first.is_visible()


def test_marks_need_no_colour_on_paper(page: Page) -> None:
    page.emulate_media(media="print")
    added, removed = page.locator(".gz-together ins").first, page.locator(".gz-together del").first
    style = "mark => getComputedStyle(mark).textDecorationLine"
    assert (added.evaluate(style), removed.evaluate(style)) == ("underline", "line-through")
    assert added.evaluate("mark => getComputedStyle(mark).color") == "rgb(0, 0, 0)"
