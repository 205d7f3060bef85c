"""The sample site as readers meet it, in Chromium."""

from __future__ import annotations

import functools
import http.server
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_ROOT = Path(__file__).parents[2]
_REDLINE = "privacy/redlines/2.0/"
PAGES = ["", "privacy/", "privacy/revisions/", "privacy/versions/1.0/", _REDLINE, "feed/"]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep the tests' output to the tests."""


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = tmp_path_factory.mktemp("site")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site],
        cwd=_ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    serve = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360)])
@pytest.mark.parametrize("page", PAGES)
def test_nothing_keeps_anyone_from_reading_a_page(
    browser: Browser, address: str, page: str, scheme: str, width: int
) -> None:
    with browser.new_context(
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 800},
    ) as context:
        tab = context.new_page()
        tab.goto(address + page)
        results = Axe().run(tab, options={"runOnly": _RULES})
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("page", PAGES)
def test_a_narrow_screen_needs_no_sideways_scrolling(
    browser: Browser, address: str, page: str
) -> None:
    with browser.new_context(viewport={"width": 320, "height": 800}) as context:
        tab = context.new_page()
        tab.goto(address + page)
        assert tab.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("page", PAGES)
def test_no_other_host_is_asked_and_no_cookie_is_set(
    browser: Browser, address: str, page: str
) -> None:
    asked: list[str] = []
    with browser.new_context() as context:
        tab = context.new_page()
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto(address + page, wait_until="networkidle")
        cookies = context.cookies()
    assert [url for url in asked if not url.startswith(address)] == []
    assert cookies == []


def test_a_redline_is_switched_to_two_columns_without_a_script(
    browser: Browser, address: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(address + _REDLINE)
        tab.get_by_label("Side by side").check()
        assert tab.locator(".gz-view-side").is_visible()
        assert not tab.locator(".gz-view-inline").is_visible()
