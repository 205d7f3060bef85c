"""What tests of every kind share: a Chromium, the sample site, no deadline for examples."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import settings
from playwright.sync_api import sync_playwright

from gazette.chromium import FLAGS, installed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from axe_playwright_python.base import AxeResults
    from playwright.sync_api import Browser, Page

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# How long something takes is for the benchmarks to say: a busy machine fails no test.
settings.register_profile("gazette", deadline=None)
settings.load_profile("gazette")


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--renew`` writes the golden files anew instead of comparing with them."""
    parser.addoption("--renew", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site, built once, on a day when one version is upcoming."""
    site = tmp_path_factory.mktemp("site")
    day = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1796083200"}  # 2026-12-01
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site],
        cwd=Path(__file__).parents[1],
        env=os.environ | day,
        check=True,
    )
    return site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """An installed Chromium, else Playwright's own."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=installed(), args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def audited() -> Callable[..., AxeResults]:
    """Looks for what keeps anyone from reading a page, or the part of it that is named."""

    def results(page: Page, part: dict[str, list[list[str]]] | None = None) -> AxeResults:
        return Axe().run(page, context=part, options={"runOnly": _RULES})

    return results
