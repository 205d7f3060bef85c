"""What the pages and feeds of a tiny policy of two versions look like, to the letter.

``pytest tests/render/test_golden.py --renew`` writes the golden files anew; read what changed in
them as you would read code.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gazette.render.feeds import banner_json, revisions_atom
from gazette.render.pages import home_html, policy_pages

if TYPE_CHECKING:
    from gazette.publication import Publication

GOLDEN = Path(__file__).parent / "golden"
SITE = "https://policies.example.com/"
PAGES = {
    "policy.html": "privacy/",
    "revisions.html": "privacy/revisions/",
    "superseded.html": "privacy/versions/1.0/",
    "redline.html": "privacy/redlines/2.0/",
}


def _lines(text: str) -> str:
    """Without blank lines and the spaces around a line, which no reader sees."""
    return "\n".join(filter(None, map(str.strip, text.splitlines()))) + "\n"


def _held(name: str, text: str, config: pytest.Config) -> tuple[str, str]:
    """A page or feed as it is, and as its golden file has it."""
    path, now = GOLDEN / name, _lines(text)
    if config.getoption("renew"):
        path.write_text(now, encoding="utf-8")
    return now, path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_it_was_reviewed(
    publication: Publication, name: str, pytestconfig: pytest.Config
) -> None:
    pages = {page.address: page.html for page in policy_pages(publication, index_superseded=False)}
    now, golden = _held(name, pages[PAGES[name]], pytestconfig)
    assert now == golden


def test_the_home_page_is_as_it_was_reviewed(
    publication: Publication, pytestconfig: pytest.Config
) -> None:
    now, golden = _held("home.html", home_html([publication]), pytestconfig)
    assert now == golden


def test_the_banner_is_as_it_was_reviewed(
    publication: Publication, pytestconfig: pytest.Config
) -> None:
    now, golden = _held("banner.json", banner_json([publication], SITE, limit=20), pytestconfig)
    assert now == golden


def test_the_atom_feed_is_as_it_was_reviewed(
    publication: Publication, pytestconfig: pytest.Config
) -> None:
    feed = revisions_atom([publication], "privacy/revisions.atom", SITE, "Policies")
    now, golden = _held("revisions.atom", feed.decode(), pytestconfig)
    assert now == golden
