"""Which Chromium can print a page, and what does it print?"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from gazette.errors import UsageError

FLAGS = (
    "--headless",
    "--no-sandbox",  # containers have none to give, and the pages are of our own making
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""For a Chromium that only reads our own pages, and calls nobody."""
_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
_SECONDS = 120
_WHEN = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^()]*\)")


def installed() -> str | None:
    """The program of an installed Chromium, or None."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


def pdf_of(html: str) -> bytes:
    """A page on paper: the same bytes for the same page, from the same Chromium.

    Raises:
        UsageError: No Chromium is installed, or it does not print.
    """
    program = installed() or _of_playwright()
    if program is None:
        raise UsageError(
            "a PDF is printed by Chromium, and none is installed; install chromium, or "
            "pip install 'mkdocs-gazette[pdf]' and then playwright install chromium"
        )
    with TemporaryDirectory(prefix="gazette-") as folder:
        page, printed = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_text(html, encoding="utf-8")
        _run(
            program,
            f"--user-data-dir={folder}/profile",
            "--no-pdf-header-footer",
            f"--print-to-pdf={printed}",
            page.as_uri(),
        )
        if not printed.is_file():
            raise UsageError(f"{program} printed nothing; is it a Chromium of today?")
        # The clock's say, blotted out at the same length: the file's table counts bytes.
        return _WHEN.sub(lambda when: b" " * len(when[0]), printed.read_bytes())


def _run(program: str, *arguments: str) -> None:
    try:
        subprocess.run(  # noqa: S603 - a browser, and a page of our own
            [program, *FLAGS, *arguments], check=True, capture_output=True, timeout=_SECONDS
        )
    except subprocess.TimeoutExpired:
        raise UsageError(f"{program} did not print within {_SECONDS} seconds; try again") from None
    except (OSError, subprocess.CalledProcessError) as error:
        raise UsageError(f"{program} cannot print: {error}; does it start by itself?") from None


def _of_playwright() -> str | None:
    """The Chromium that Playwright downloaded, where it is installed and did."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - an optional package
    except ImportError:
        return None
    with sync_playwright() as playwright:
        program = playwright.chromium.executable_path
    return program if Path(program).is_file() else None
