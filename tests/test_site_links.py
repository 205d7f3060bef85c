"""Every link, fragment and id of the built sample site, for MkDocs checks only its own Markdown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

pytestmark = pytest.mark.slow

_SITE = "https://policies.example.com/"


class _Page(NamedTuple):
    ids: tuple[str, ...]
    links: tuple[str, ...]
    loaded: tuple[str, ...]
    """What the browser fetches with the page."""


def _read(path: Path) -> _Page:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    elements = list(parser.parse(path.read_bytes()).iter())
    links = [e for e in elements if e.tag in {"a", "area"} and e.get("href") is not None]
    heads = [e for e in elements if e.tag == "link"]
    loads = [
        e for e in heads if e.get("rel") in {"stylesheet", "icon", "alternate", "prev", "next"}
    ]
    return _Page(
        ids=tuple(e.get("id") for e in elements if e.get("id")),
        links=tuple(e.get("href") for e in links),
        loaded=tuple(
            [e.get("href") for e in loads] + [e.get("src") for e in elements if e.get("src")]
        ),
    )


@pytest.fixture(scope="module")
def pages(sample_site: Path) -> Mapping[str, _Page]:
    """The pages by their URL."""
    return {
        _SITE + path.relative_to(sample_site).as_posix().removesuffix("index.html"): _read(path)
        for path in sorted(sample_site.rglob("*.html"))
    }


def _within(page: str, target: str) -> str | None:
    """The full URL of a target on this site; None for another site, or for mail."""
    url = urljoin(page, target)
    return url if url.startswith(_SITE) else None


def _page_of(url: str) -> str:
    """A URL without its query and fragment."""
    return url.partition("#")[0].partition("?")[0]


def _is_there(site: Path, url: str) -> bool:
    path = site / unquote(urlsplit(url).path).lstrip("/")
    return path.is_file() or (url.endswith("/") and path.joinpath("index.html").is_file())


def test_no_id_stands_twice_on_a_page(pages: Mapping[str, _Page]) -> None:
    twice = {
        url: [name for name, count in Counter(page.ids).items() if count > 1]
        for url, page in pages.items()
    }
    assert {url: ids for url, ids in twice.items() if ids} == {}


def test_every_link_within_the_site_leads_somewhere(
    sample_site: Path, pages: Mapping[str, _Page]
) -> None:
    lost = [
        (url, target)
        for url, page in pages.items()
        for target in (*page.links, *page.loaded)
        if (to := _within(url, target)) and not _is_there(sample_site, _page_of(to))
    ]
    assert lost == []


def test_every_fragment_names_an_element_of_its_page(pages: Mapping[str, _Page]) -> None:
    lost = []
    for url, page in pages.items():
        for target in page.links:
            to = _within(url, target) or ""
            fragment, to = to.partition("#")[2], _page_of(to)
            if fragment and to in pages and unquote(fragment) not in pages[to].ids:
                lost.append((url, target))
    assert lost == []


def test_nothing_is_loaded_from_another_host(pages: Mapping[str, _Page]) -> None:
    other = [
        (url, target)
        for url, page in pages.items()
        for target in page.loaded
        if not _within(url, target)
    ]
    assert other == []


def test_every_page_but_the_missing_one_is_reached_by_links(pages: Mapping[str, _Page]) -> None:
    reached, open_ = {_SITE}, [_SITE]
    while open_:
        url = open_.pop()
        for target in pages[url].links:
            to = _page_of(_within(url, target) or "")
            if to in pages and to not in reached:
                reached.add(to)
                open_.append(to)
    assert set(pages) - reached == {f"{_SITE}404.html"}
