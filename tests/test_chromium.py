"""Which Chromium prints where none is installed."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = """
import os, sys
from pathlib import Path
from gazette import chromium
from playwright.sync_api import sync_playwright

def downloaded():
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)

real = chromium.installed() or downloaded()
os.environ["PLAYWRIGHT_BROWSERS_PATH"] = sys.argv[1]
chromium.installed = lambda: None
if sys.argv[2] == "downloaded":
    path = downloaded()
    path.parent.mkdir(parents=True)
    path.symlink_to(real)
print(chromium.pdf_of("<title>Printed</title>")[:5].decode())
"""


def _run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run it by itself: Playwright runs once in a process, and the tests have it already."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_the_one_that_playwright_downloaded_prints(tmp_path: Path) -> None:
    result = _run(tmp_path, "downloaded")
    assert result.stdout == "%PDF-\n", result.stderr


@pytest.mark.slow
def test_without_that_one_it_says_what_to_install(tmp_path: Path) -> None:
    assert "UsageError: a PDF is printed by Chromium, and none is" in _run(tmp_path, "").stderr
