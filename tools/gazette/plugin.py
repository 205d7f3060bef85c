"""The MkDocs plugin: hands the library's policies to the pages, and the pages to MkDocs."""

from __future__ import annotations

import logging
import os
from datetime import UTC, date, datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader
from mkdocs.config import config_options as c
from mkdocs.config.base import BaseConfigOption, Config, ValidationError
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import CountHandler

from gazette import takeover
from gazette.errors import GazetteError
from gazette.history import unestablished, with_provenance
from gazette.library import read_library
from gazette.publication import publications
from gazette.render import addresses
from gazette.render.any_two_files import compare_files
from gazette.render.any_two_memory import Kept
from gazette.render.feeds import banner_json, revisions_atom
from gazette.render.pages import home_html, policy_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as HostPage

    from gazette.render.clause_html import Heading
    from gazette.render.pages import Page

_log = get_plugin_logger("gazette")
_STYLES = ("gazette-redline.css", "gazette-site.css", "gazette-compare.css")
_SCRIPTS = ("gazette-redline.js",)
_COMPARE_SCRIPT = "gazette-compare.js"
"""Loaded by one page alone."""


class _Day(BaseConfigOption[date | None]):
    """A day, written 2026-03-01; the day that the site is seen on."""

    def run_validation(self, value: object) -> date | None:
        if value is None or type(value) is date:  # a datetime is a date to isinstance
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            raise ValidationError(f"{value!r} is no date; write it as 2026-03-01") from None


class _Count(c.OptionallyRequired[int]):
    """A whole number from 1."""

    def run_validation(self, value: object) -> int:
        if type(value) is not int or value < 1:  # True is an int to isinstance
            raise ValidationError(f"{value!r} is no whole number from 1")
        return value


class GazetteConfig(Config):
    """The plugin's settings in mkdocs.yml."""

    versions = c.Dir(default="policy_versions")
    """The directory that holds a directory for each policy."""
    today = _Day()
    """The day that decides what is in force; SOURCE_DATE_EPOCH's, else today."""
    index_superseded = c.Type(bool, default=False)
    """Whether search engines may list superseded versions and redlines."""
    feed_limit = _Count(default=20)
    """How many notices banner.json holds at most."""


class GazettePlugin(BasePlugin[GazetteConfig]):
    """Publishes the policies of a directory as pages and feeds."""

    _site: Path | None = None
    """Where the site goes once it is whole; None while none is being built."""

    @event_priority(100)  # before other plugins look where the site goes
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the policies, and let MkDocs build beside the last good site.

        Raises:
            PluginError: The policies or the settings are wrong.
        """
        _refuse_settings(config)
        clock = _today()
        versions = Path(self.config.versions)
        config.watch.append(str(versions))
        try:
            policies = with_provenance(read_library(versions), versions.parent)
        except GazetteError as error:
            raise PluginError(str(error)) from error
        for remark, paths in unestablished(policies).items():
            more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
            _log.info("%s%s: %s", paths[0], more, remark)
        self._publications = publications(policies, self.config.today or clock)
        self._pages = {
            f"{page.address}index.md": page
            for publication in self._publications
            for page in policy_pages(publication, index_superseded=self.config.index_superseded)
        }
        own = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(own, str(files("gazette.render") / "theme"))
        config.extra_css[:0] = [f"assets/{name}" for name in _STYLES]
        config.extra_javascript[:0] = [f"assets/{name}" for name in _SCRIPTS]
        self._site = Path(config.site_dir)
        config.site_dir = str(takeover.begin(self._site))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages, the style sheets and the scripts.

        Raises:
            PluginError: A page of the site's own stands where a policy's would.
        """
        others = {file.dest_uri: file for file in files}
        for uri in self._pages:
            page = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            other = others.get(page.dest_uri)
            if other:
                wrong = f"this stands at {page.url}, where a policy's page does"
                path = other.abs_src_path or other.src_uri
                raise PluginError(f"{path}:1: {wrong}; rename it, or the policy's directory")
            files.append(page)
        if "index.html" not in others:
            files.append(File.generated(config, "index.md", content=f"# {config.site_name}\n"))
        for name in (*_STYLES, *_SCRIPTS, _COMPARE_SCRIPT):
            files.append(
                File.generated(config, f"assets/{name}", content=_packaged("assets", name))
            )
        return files

    def on_env(self, env: Environment, **_: object) -> Environment:
        """Let templates reach those of Material that they replace."""
        own = FileSystemLoader(str(files("material") / "templates"))
        if env.loader:
            env.loader = ChoiceLoader([env.loader, PrefixLoader({"material": own})])
        return env

    def on_page_markdown(self, markdown: str, *, page: HostPage, **_: object) -> str:
        """Say of a page what the theme's frame asks for."""
        page.update_date = self._last_published()
        ours = self._pages.get(page.file.src_uri)
        if ours:
            page.update_date = ours.changed.isoformat()
            page.meta.update(_meta(ours))
        return markdown

    def on_page_content(self, html: str, *, page: HostPage, **_: object) -> str:
        """Put in the HTML of our pages, which Markdown has nothing to do with."""
        if page.file.src_uri == "index.md":
            return f"{html}\n{home_html(self._publications)}"
        ours = self._pages.get(page.file.src_uri)
        if ours is None:
            return html
        page.toc = _contents(ours.headings)
        return ours.html

    @event_priority(-100)  # after other plugins have written what is theirs
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the feeds and what else is no page, and let the new site take over."""
        site = Path(config.site_dir)
        for address, content in (
            *self._feeds(config.site_url or "", config.site_name),
            *self._comparisons(Path(config.config_file_path).parent),
        ):
            path = site / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if self._site and not _is_refused(config):
            config.site_dir = str(self._site)
            takeover.finish(self._site)
            _log.info("The new site is whole, and stands in %s", self._site)
            self._site = None

    def on_build_error(self, **_: object) -> None:
        """Leave the last good site as it is."""
        if self._site:
            takeover.give_up(self._site)
            self._site = None

    def _feeds(self, site_url: str, site_name: str) -> Iterator[tuple[str, bytes]]:
        banner = banner_json(self._publications, site_url, limit=self.config.feed_limit)
        yield addresses.BANNER, banner.encode()
        if self._publications:
            every = addresses.ALL_REVISIONS_FEED
            yield every, revisions_atom(self._publications, every, site_url, site_name)
        for one in self._publications:
            address = addresses.revisions_feed(one.policy.key)
            yield address, revisions_atom([one], address, site_url, site_name)
        for schema in _schemas():
            yield f"{addresses.SCHEMAS}{schema}", _packaged("schemas", schema).encode()
        yield "_headers", _packaged("assets", "_headers").encode()

    def _comparisons(self, root: Path) -> Iterator[tuple[str, bytes]]:
        memory = Kept(root / ".cache" / "gazette")
        for one in self._publications:
            for address, content in compare_files(one, memory):
                yield address, content.encode()

    def _last_published(self) -> str:
        """The last day on which anything was published: pages of the site carry no other."""
        days = [one.editions[0].version.published for one in self._publications]
        return max(days, default=date(1980, 1, 1)).isoformat()


def _today() -> date:
    """SOURCE_DATE_EPOCH's day (reproducible-builds.org), else the clock's, both in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()
    except (ValueError, OverflowError, OSError) as error:
        wrong = f"SOURCE_DATE_EPOCH: {epoch!r} is no time"
        raise PluginError(f"{wrong}; write it in seconds since 1970, or unset it") from error


def _refuse_settings(config: MkDocsConfig) -> None:
    if not config.site_url:
        raise PluginError("mkdocs.yml: site_url is missing, which feeds need; set it")
    if not config.use_directory_urls:
        raise PluginError("mkdocs.yml: addresses need use_directory_urls; take it out")


def _is_refused(config: MkDocsConfig) -> bool:
    """Whether MkDocs is about to fail the build because of warnings, as ``--strict`` has it."""
    handlers = logging.getLogger("mkdocs").handlers
    counters = [handler for handler in handlers if isinstance(handler, CountHandler)]
    return config.strict and any(counter.get_counts() for counter in counters)


def _meta(page: Page) -> dict[str, object]:
    meta: dict[str, object] = {
        "title": page.title,
        "description": page.description,
        "changed": page.changed.isoformat(),
        "feed": page.feed,
        "feed_title": "Revisions",
    }
    if not page.is_indexed:
        meta["robots"] = "noindex,follow"
    if not page.is_searched:
        meta["search"] = {"exclude": True}
    if page.is_wide:
        meta["hide"] = ["navigation", "toc"]
    return meta


def _contents(headings: Iterable[Heading]) -> TableOfContents:
    """Headings as MkDocs has them: each under the last one of a lower level."""
    top: list[AnchorLink] = []
    path: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(heading.text, heading.id, heading.level)
        while path and path[-1].level >= heading.level:
            path.pop()
        (path[-1].children if path else top).append(link)
        path.append(link)
    return TableOfContents(top)


def _packaged(*parts: str) -> str:
    return files("gazette.render").joinpath(*parts).read_text(encoding="utf-8")


def _schemas() -> list[str]:
    with as_file(files("gazette.render") / "schemas") as folder:
        return sorted(path.name for path in folder.glob("*.schema.json"))
