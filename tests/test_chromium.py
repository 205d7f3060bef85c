"""Which Chromium prints where none is installed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gazette.chromium import installed

PROGRAM = """
import sys
from pathlib import Path
from gazette import chromium
from playwright.sync_api import sync_playwright

chromium.installed = lambda: None
if sys.argv[1:]:
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    path.parent.mkdir(parents=True)
    path.symlink_to(sys.argv[1])
print(chromium.pdf_of("<title>Printed</title>")[:5].decode())
"""


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run it by itself: Playwright runs once in a process, and the tests have it already."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        env=os.environ | {"PLAYWRIGHT_BROWSERS_PATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_the_one_that_playwright_downloaded_prints(tmp_path: Path) -> None:
    with_chromium = installed()
    assert with_chromium, "run `make programs` first"
    result = _run(tmp_path, with_chromium)
    assert result.stdout == "%PDF-\n", result.stderr


@pytest.mark.slow
def test_without_that_one_it_says_what_to_install(tmp_path: Path) -> None:
    assert "UsageError: a PDF is printed by Chromium, and none is" in _run(tmp_path).stderr
