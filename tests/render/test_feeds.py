from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from gazette.model import Level
from gazette.render.feeds import ATOM, banner_json, revisions_atom

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazette.model import Notice
    from gazette.publication import Edition, Publication

SITE = "https://policies.example.com/legal/"
FEED = "privacy/revisions.atom"
_RFC_3339 = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)"


def _schema() -> dict[str, Any]:
    path = files("gazette.render") / "schemas" / "banner-1.schema.json"
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def _banner(publications: Iterable[Publication], limit: int = 20) -> dict[str, Any]:
    banner: dict[str, Any] = json.loads(banner_json(list(publications), SITE, limit=limit))
    return banner


def _feed(publication: Publication) -> ET.Element:
    return ET.fromstring(revisions_atom([publication], FEED, SITE, "Policies"))  # noqa: S314 - our own


def _all(element: ET.Element, name: str) -> list[ET.Element]:
    return element.findall(f"{{{ATOM}}}{name}")


def _text(element: ET.Element, name: str) -> str:
    (found,) = _all(element, name)
    return found.text or ""


def _with_summary(publication: Publication, summary: str) -> Publication:
    """The publication with another summary of its newest version."""
    edition = publication.editions[0]
    version = replace(edition.version, summary=summary)
    return replace(
        publication, editions=(replace(edition, version=version), publication.editions[1])
    )


def _with_notice(publication: Publication, **values: object) -> Publication:
    edition: Edition = publication.editions[0]
    assert edition.step is not None
    told: Notice = replace(edition.step.notice, **values)  # type: ignore[arg-type]
    edition = replace(edition, step=replace(edition.step, notice=told))
    return replace(publication, editions=(edition, publication.editions[1]))


def test_the_banner_s_schema_is_one() -> None:
    Draft202012Validator.check_schema(_schema())


def test_the_banner_keeps_to_its_schema(publication: Publication) -> None:
    checker = Draft202012Validator(_schema(), format_checker=FormatChecker())
    checker.validate(_banner([publication]))


@pytest.mark.parametrize("field", sorted(_schema()["$defs"]["notice"]["required"]))
def test_a_notice_without_a_promised_field_breaks_the_schema(
    publication: Publication, field: str
) -> None:
    banner = _banner([publication])
    del banner["notices"][0][field]
    assert not Draft202012Validator(_schema()).is_valid(banner)


def test_a_banner_without_any_notice_keeps_to_the_schema() -> None:
    Draft202012Validator(_schema()).validate(_banner([]))


def test_the_newest_notice_comes_first(publication: Publication) -> None:
    later = _with_notice(publication, policy="terms", published=date(2025, 6, 2))
    for order in ([publication, later], [later, publication]):
        assert [one["policy"] for one in _banner(order)["notices"]] == ["terms", "privacy"]


def test_a_mere_revision_is_not_for_the_main_site(publication: Publication) -> None:
    assert _banner([_with_notice(publication, level=Level.REVISION)])["notices"] == []


def test_no_more_notices_are_listed_than_asked_for(publication: Publication) -> None:
    later = _with_notice(publication, policy="terms", published=date(2025, 6, 2))
    (only,) = _banner([publication, later], limit=1)["notices"]
    assert only["policy"] == "terms"


def test_every_address_of_the_banner_is_whole(publication: Publication) -> None:
    (notice,) = _banner([publication])["notices"]
    urls = [notice["url"], notice["redline_url"], *(one["url"] for one in notice["changes"])]
    assert all(url.startswith(f"{SITE}privacy/") for url in urls)


def test_neither_feed_says_when_it_was_built(publication: Publication) -> None:
    known = {"2025-01-15", "2025-06-01", "2025-07-01", "2025-07-31"}
    text = banner_json([publication], SITE, limit=20) + ET.tostring(_feed(publication)).decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\d", text)) == known


def test_an_atom_feed_has_what_rfc_4287_asks_of_it(publication: Publication) -> None:
    feed = _feed(publication)
    assert feed.tag == f"{{{ATOM}}}feed"
    assert _text(feed, "id") == f"{SITE}{FEED}"
    assert _text(feed, "title")
    assert re.fullmatch(_RFC_3339, _text(feed, "updated"))
    assert _text(_all(feed, "author")[0], "name") == "Policies"
    assert [link.get("href") for link in _all(feed, "link") if link.get("rel") == "self"] == [
        f"{SITE}{FEED}"
    ]


def test_each_entry_has_what_rfc_4287_asks_of_it(publication: Publication) -> None:
    for entry in _all(_feed(publication), "entry"):
        assert urlsplit(_text(entry, "id")).scheme == "tag"
        assert _text(entry, "title")
        assert re.fullmatch(_RFC_3339, _text(entry, "updated"))
        assert re.fullmatch(_RFC_3339, _text(entry, "published"))
        assert _all(entry, "content")[0].get("type") == "html"
        links = _all(entry, "link")
        assert [link.get("rel") for link in links].count("alternate") == 1
        assert all(str(link.get("href")).startswith(SITE) for link in links)
        assert all(category.get("term") for category in _all(entry, "category"))


def test_an_entry_s_id_stays_when_the_site_moves_to_another_path(publication: Publication) -> None:
    elsewhere = ET.fromstring(  # noqa: S314 - our own
        revisions_atom([publication], FEED, "https://policies.example.com/", "Policies")
    )
    ids = [
        [_text(e, "id") for e in _all(feed, "entry")] for feed in (_feed(publication), elsewhere)
    ]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 2


def test_a_feed_is_as_new_as_its_newest_entry(publication: Publication) -> None:
    feed = _feed(publication)
    updated = [_text(entry, "updated") for entry in _all(feed, "entry")]
    assert updated == sorted(updated, reverse=True)
    assert _text(feed, "updated") == updated[0]


def test_a_feed_reader_reads_the_feed(publication: Publication) -> None:
    read = feedparser.parse(revisions_atom([publication], FEED, SITE, "Policies"))
    assert not read.bozo
    assert [entry.title for entry in read.entries] == [
        "Privacy Statement 2.0",
        "Privacy Statement 1.0",
    ]
    assert "<li>" in read.entries[0].content[0].value


@given(st.text())
@settings(max_examples=60)
def test_a_feed_of_any_text_is_well_formed(publication: Publication, summary: str) -> None:
    feed = _feed(_with_summary(publication, summary))
    held = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", summary)
    assert _text(_all(feed, "entry")[0], "summary").split() == held.split()


@given(st.text(st.characters(exclude_categories=["Cs"])))
@settings(max_examples=60)
def test_a_banner_gives_back_any_text(publication: Publication, summary: str) -> None:
    (notice,) = _banner([_with_notice(publication, summary=summary)])["notices"]
    assert notice["summary"] == summary
