"""Any two versions, as the page's own script puts them together in Chromium."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from histories import history

from gazette.comparison import compare
from gazette.library import read_library
from gazette.publication import Publication, publication
from gazette.render import addresses
from gazette.render.any_two_files import compare_files
from gazette.render.any_two_memory import Forgetful
from gazette.render.pages import policy_pages
from gazette.render.redline_html import asset, change_list, redline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.slow

_ROOT = Path(__file__).parents[2]
_ADDRESS = "http://gazette.example/privacy/compare/"
VERSIONS = 14
FRONT = """\
---
version: "{number}.0"
status: published
published: {day}
effective: {day}
summary: Version {number}.
---
{text}"""
FAITHFUL = """
async ([old, now, list, redline]) => {
  const plain = (root) => {
    root.querySelectorAll(".gz-permalink, .gz-bar").forEach((one) => one.remove());
    /* Paper names the clauses of a fold; the page of any two versions is not printed so. */
    root.querySelectorAll("[data-which]").forEach((one) => one.removeAttribute("data-which"));
    root.querySelectorAll(".gz-clause").forEach((one) => one.removeAttribute("id"));
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (texts.currentNode.parentElement.closest("pre")) continue;
      texts.currentNode.data = texts.currentNode.data.replace(/\\s*\\n\\s*/g, "");
    }
    return root.innerHTML;
  };
  const parsed = (html) => new DOMParser().parseFromString(html, "text/html").body;
  history.pushState(null, "", `?from=${old}&to=${now}`);
  window.dispatchEvent(new PopStateEvent("popstate"));
  const status = document.querySelector("[role=status]");
  while (status.textContent === "Comparing…") await new Promise((done) => setTimeout(done, 0));
  const shown = document.getElementById("gz-compare-result").cloneNode(true);
  const built = parsed(redline).querySelector(".gz-redline");
  return [
    list === null ? [] : [plain(shown.querySelector(".gz-brief")), plain(parsed(list))],
    [plain(shown.querySelector(".gz-redline")), plain(built)],
  ].filter(([one, other]) => one !== other);
}
"""


def _files(policy: Publication) -> Mapping[str, str]:
    """What the site has of a policy, by address; of the pages only the one that compares."""
    page = next(
        one
        for one in policy_pages(policy, index_superseded=False)
        if one.address == addresses.compare_page(policy.policy.key)
    )
    return {
        page.address: f"<!doctype html><title>Compare</title>{page.html}",
        addresses.COMPARE_SCRIPT: asset("gazette-compare.js"),
        **dict(compare_files(policy, Forgetful())),
    }


def _opened(browser: Browser, files: Mapping[str, str]) -> Page:
    def answer(route: Route) -> None:
        text = files[urlsplit(route.request.url).path[1:]]
        kind = "text/html" if text.startswith("<!doctype") else "text/javascript"
        route.fulfill(body=text, content_type=f"{kind}; charset=utf-8")

    page = browser.new_page()
    page.route("**/*", answer)
    page.goto(_ADDRESS)
    return page


def _made_up(folder: Path) -> Publication:
    """A policy of many versions."""
    policy = folder / "privacy"
    policy.mkdir()
    policy.joinpath("policy.yml").write_text("title: Privacy\n", encoding="utf-8")
    for number, text in enumerate(history(3, VERSIONS, sections=2), start=1):
        day = date(2000, 1, 1) + timedelta(days=number)
        front = FRONT.format(number=number, day=day, text=text)
        policy.joinpath(f"{number}.0.md").write_text(front, encoding="utf-8")
    (read,) = read_library(folder)
    return publication(read, "en", date(2020, 1, 1))


def _sample() -> Publication:
    (read,) = read_library(_ROOT / "policy_versions")
    return publication(read, "en", date(2030, 1, 1))


def _check(browser: Browser, policy: Publication) -> set[str]:
    """Compare what page and build show of every two versions; the kinds of all changes."""
    page = _opened(browser, _files(policy))
    seen: set[str] = set()
    for old, new in itertools.combinations(reversed(policy.editions), 2):
        comparison = compare(old.document, new.document)
        seen.update(kind.value for change in comparison.changes for kind in change.kinds)
        # The list takes as long as the redline, and is made of the same changes.
        brief = str(change_list(comparison)) if new is policy.editions[0] else None
        wanted = [old.number, new.number, brief, str(redline(comparison))]
        differing = page.evaluate(FAITHFUL, wanted)
        assert not differing, (old.number, new.number)
    page.close()
    return seen


def test_the_page_shows_of_every_two_versions_what_the_build_compares(
    browser: Browser, tmp_path: Path
) -> None:
    seen = _check(browser, _made_up(tmp_path))
    assert {
        *("added", "removed", "modified", "moved", "renumbered", "split", "merged"),
        *("formatted", "relinked"),
    } <= seen


def test_the_same_holds_of_the_sample_policy(browser: Browser) -> None:
    _check(browser, _sample())
