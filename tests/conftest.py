"""What tests of every kind share: one Chromium for all of them, and no deadline for examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

from gazette.chromium import FLAGS, installed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

# How long something takes is for the benchmarks to say: a busy machine fails no test.
settings.register_profile("gazette", deadline=None)
settings.load_profile("gazette")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """An installed Chromium, else Playwright's own."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=installed(), args=list(FLAGS))
        yield launched
        launched.close()
