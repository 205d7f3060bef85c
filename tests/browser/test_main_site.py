"""The feed as the main site reads it: from another origin, with the script of docs/feed.md."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

_GUIDE = Path(__file__).parents[2] / "docs" / "feed.md"
_PAGE = """\
<!doctype html><html lang="en"><title>Main site</title>
<main></main><script src="notice.js" type="module"></script>
"""


@pytest.fixture
def page(browser: Browser, address: str, main_site: tuple[Path, str]) -> Page:
    """A page of the main site that has the guide's script, and asks this site's feed."""
    directory, _ = main_site
    code = re.search(r"```js\n(.*?)```", _GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert code is not None
    script = code[1].replace("https://policies.example.com/", address)
    directory.joinpath("index.html").write_text(_PAGE, encoding="utf-8")
    directory.joinpath("notice.js").write_text(
        f"{script}\nawait showNotice(document.querySelector('main'));\ndocument.title = 'Asked';\n",
        encoding="utf-8",
    )
    return browser.new_context().new_page()


def _shown(page: Page, at: str, day: str) -> str:
    page.clock.set_fixed_time(day)
    page.goto(at)
    expect(page).to_have_title("Asked")
    return page.locator("main").inner_text()


def test_a_notice_shows_on_another_origin_under_a_strict_policy(
    page: Page, main_site: tuple[Path, str]
) -> None:
    text = _shown(page, main_site[1], "2026-12-01T12:00:00Z")
    assert "Privacy Statement" in text
    assert "information is kept for stated periods" in text


def test_the_notice_lists_the_specific_changes(page: Page, main_site: tuple[Path, str]) -> None:
    _shown(page, main_site[1], "2026-12-01T12:00:00Z")
    changes = page.locator("main li")
    assert changes.count() >= 3
    assert re.fullmatch(
        r"https://policies\.example\.com/privacy/redlines/4\.0/#\S+",
        str(changes.first.get_by_role("link").get_attribute("href")),
    )


def test_no_notice_shows_once_its_days_are_over(page: Page, main_site: tuple[Path, str]) -> None:
    assert _shown(page, main_site[1], "2030-01-01T12:00:00Z") == ""


def test_the_feed_is_asked_for_without_cookies_or_referrer(
    page: Page, main_site: tuple[Path, str]
) -> None:
    with page.expect_request("**/banner.json") as asked:
        _shown(page, main_site[1], "2026-12-01T12:00:00Z")
    headers = asked.value.all_headers()
    assert "cookie" not in headers
    assert "referer" not in headers
