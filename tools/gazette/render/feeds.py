"""What do the feeds say: the notices for the main site, the revisions for readers?"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

from gazette.model import Level
from gazette.render import addresses
from gazette.render.environment import template

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from gazette.model import Notice, NoticeChange
    from gazette.publication import Edition, Publication

ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def banner_json(publications: Sequence[Publication], site_url: str, *, limit: int) -> str:
    """``banner.json``: the notices that the main site shows, newest first.

    It does not depend on the day it is built on: whoever reads it compares ``show_from`` and
    ``show_until`` with the day. Notices of level ``revision`` are not for the main site.

    Args:
        publications: The policies; all notices of each are looked at.
        site_url: The URL of this site, which ends with a slash.
        limit: How many notices to list, the newest; one in several languages counts as one.
    """
    notices = [
        notice
        for publication in publications
        for notice in publication.notices
        if notice.level is not Level.REVISION
    ]
    notices.sort(key=lambda notice: notice.published, reverse=True)
    listed = list(dict.fromkeys(notice.id for notice in notices))[:limit]
    feed = {
        "schema": "gazette/banner/1",
        "site": site_url,
        "notices": [_notice(notice, site_url) for notice in notices if notice.id in listed],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _notice(notice: Notice, site_url: str) -> dict[str, object]:
    redline = addresses.redline_page(notice.policy, notice.version)
    return {
        "id": notice.id,
        "policy": notice.policy,
        "version": notice.version,
        "level": notice.level.value,
        "title": notice.title,
        "summary": notice.summary,
        "lang": notice.lang,
        "categories": [
            {"key": one.key, "clause": one.clause, "label": one.name(notice.lang)}
            for one in notice.categories
        ],
        "changes": [_change(change, redline, site_url) for change in notice.changes],
        "published": notice.published.isoformat(),
        "effective": notice.effective.isoformat(),
        "show_from": notice.show_from.isoformat(),
        "show_until": notice.show_until.isoformat(),
        "url": addresses.absolute(site_url, addresses.version_page(notice.policy, notice.version)),
        "redline_url": addresses.absolute(site_url, redline),
        "supersedes": list(notice.supersedes),
        "digest": notice.digest,
    }


def _change(change: NoticeChange, redline: str, site_url: str) -> dict[str, str]:
    return {
        "clause": change.clause,
        "kind": change.kind,
        "text": change.text,
        "url": addresses.absolute(site_url, redline, change.anchor),
    }


def revisions_atom(
    publications: Sequence[Publication], address: str, site_url: str, site_name: str
) -> bytes:
    """An Atom feed (RFC 4287) of every published version, newest first.

    An entry's id is a ``tag:`` URI (RFC 4151) of the site's host, the day of publication, and the
    version: it stays when the site moves to another path.

    Args:
        publications: The policies to follow, of which at least one version is published.
        address: The feed's own address.
        site_url: The URL of the site, which ends with a slash.
        site_name: The author of the feed.
    """
    ET.register_namespace("", ATOM)
    entries = [(publication, e) for publication in publications for e in publication.editions]
    entries.sort(key=lambda entry: entry[1].version.published, reverse=True)
    only = publications[0] if len(publications) == 1 else None
    followed = f"Revisions of the {only.title}" if only else f"Revisions: {site_name}"
    page = addresses.revisions_page(only.policy.key) if only else addresses.HOME
    feed = ET.Element(f"{{{ATOM}}}feed")
    _add(feed, "id", addresses.absolute(site_url, address))
    _add(feed, "title", followed)
    _add(feed, "updated", _midnight(entries[0][1].version.published))
    _link(feed, "self", addresses.absolute(site_url, address), "application/atom+xml")
    _link(feed, "alternate", addresses.absolute(site_url, page), "text/html")
    _add(_add(feed, "author"), "name", site_name)
    for publication, edition in entries:
        _entry(feed, publication, edition, site_url)
    ET.indent(feed, " ")
    content: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _entry(feed: ET.Element, publication: Publication, edition: Edition, site_url: str) -> None:
    version, key = edition.version, publication.policy.key
    host = urlsplit(site_url).hostname or "localhost"
    entry = _add(feed, "entry")
    _add(entry, "id", f"tag:{host},{version.published}:{key}/{version.number}")
    _add(entry, "title", f"{publication.title} {version.number}")
    _add(entry, "published", _midnight(version.published))
    _add(entry, "updated", _midnight(version.published))
    page = addresses.absolute(site_url, addresses.version_page(key, version.number))
    _link(entry, "alternate", page, "text/html")
    redline = addresses.absolute(site_url, addresses.redline_page(key, version.number))
    if edition.step:
        _link(entry, "related", redline, "text/html")
        for category in edition.step.notice.categories:
            label = category.name(version.lang)
            _add(entry, "category", term=category.key, label=_xml(label))
    _add(entry, "summary", version.summary)
    content = template("site/entry.html.j2").render(
        edition=edition, page=page, redline=redline, quote=quote
    )
    _add(entry, "content", content.strip(), type="html")


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    child.text = _xml(text) or None
    return child


def _link(parent: ET.Element, rel: str, href: str, kind: str) -> None:
    _add(parent, "link", rel=rel, type=kind, href=href)


def _midnight(day: date) -> str:
    """A day as the time that RFC 3339 has for it: policies have dates, not hours."""
    return f"{day.isoformat()}T00:00:00Z"


def _xml(text: str) -> str:
    """Without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("", text)
