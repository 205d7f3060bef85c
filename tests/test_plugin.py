"""The site as MkDocs builds it, from tiny policies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

pytestmark = pytest.mark.slow

SETTINGS = """\
site_name: Policies
site_url: https://policies.example.com/
theme: {name: material, font: false}
plugins: [search, {gazette: {today: 2026-03-15}}]
"""
VERSION = """\
---
version: "%s"
status: %s
published: %s
effective: %s
summary: About %s.
---
# Privacy

1.1. We share data with %s.
"""
VERSIONS = {
    "1.0": ("published", "2026-01-01", "2026-01-01", "nobody"),
    "2.0": ("published", "2026-02-01", "2026-03-01", "selected partners"),
    "3.0": ("published", "2026-03-10", "2026-05-01", "the moon"),
    "4.0": ("draft", "2026-04-01", "2026-06-01", "unspoken plans"),
}


def _project(root: Path) -> Path:
    policy = root / "policy_versions" / "privacy"
    policy.mkdir(parents=True)
    policy.joinpath("policy.yml").write_text("title: Privacy Statement\n", encoding="utf-8")
    for number, (status, published, effective, who) in VERSIONS.items():
        text = VERSION % (number, status, published, effective, who, who)
        policy.joinpath(f"{number}.md").write_text(text, encoding="utf-8")
    root.joinpath("docs").mkdir()
    root.joinpath("docs", "index.md").write_text("# Our policies\n", encoding="utf-8")
    root.joinpath("mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    return root


def _build(root: Path, seed: str = "0") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=False,
    )


def _bytes(root: Path) -> Mapping[str, bytes]:
    site = root / "site"
    return {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = _project(tmp_path_factory.mktemp("project"))
    done = _build(root)
    assert done.returncode == 0, done.stderr
    return root


def _page(project: Path, address: str) -> str:
    return (project / "site" / address / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "address",
    ["", "privacy", "privacy/revisions", "privacy/versions/1.0", "privacy/redlines/2.0"],
)
def test_each_page_stands_at_its_permanent_address(project: Path, address: str) -> None:
    assert "<h1" in _page(project, address)


def test_the_policy_in_force_is_the_last_that_took_effect(project: Path) -> None:
    assert "selected partners" in _page(project, "privacy")


def test_a_superseded_version_leads_to_the_policy_in_force(project: Path) -> None:
    assert '<a href="../../">Read the policy in force</a>' in _page(project, "privacy/versions/1.0")


def test_search_engines_are_kept_from_superseded_versions(project: Path) -> None:
    assert 'content="noindex,follow"' in _page(project, "privacy/versions/1.0")


def test_the_sitemap_lists_no_page_kept_from_search_engines(project: Path) -> None:
    sitemap = (project / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert "/privacy/revisions/" in sitemap
    assert "/versions/" not in sitemap


def test_the_search_finds_no_single_version(project: Path) -> None:
    index = json.loads((project / "site/search/search_index.json").read_text(encoding="utf-8"))
    assert not [one for one in index["docs"] if "versions/" in one["location"]]


def test_a_draft_appears_nowhere(project: Path) -> None:
    assert not [path for path, data in _bytes(project).items() if b"unspoken plans" in data]


def test_the_banner_keeps_to_the_schema_published_beside_it(project: Path) -> None:
    site = project / "site"
    schema = json.loads((site / "schemas/banner-1.schema.json").read_text(encoding="utf-8"))
    banner = json.loads((site / "banner.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(banner)
    assert banner["notices"][-1]["id"] == "privacy-2.0"


def test_the_same_files_give_the_same_bytes(project: Path) -> None:
    before = _bytes(project)
    assert _build(project, seed="1").returncode == 0
    assert _bytes(project) == before


def test_a_faulty_version_stops_the_build_and_leaves_the_last_site(tmp_path: Path) -> None:
    root = _project(tmp_path)
    root.joinpath("site").mkdir()
    root.joinpath("site", "last.html").write_text("good", encoding="utf-8")
    faulty = root / "policy_versions/privacy/2.0.md"
    faulty.write_text(faulty.read_text(encoding="utf-8").replace("status: p", "status: q"))
    done = _build(root)
    assert done.returncode == 1
    assert "2.0.md:3: " in done.stderr
    assert "Traceback" not in done.stderr
    assert list(_bytes(root)) == ["last.html"]


def test_a_missing_site_url_is_named(tmp_path: Path) -> None:
    root = _project(tmp_path)
    settings = SETTINGS.replace("site_url: https://policies.example.com/\n", "")
    root.joinpath("mkdocs.yml").write_text(settings, encoding="utf-8")
    assert "site_url is missing" in _build(root).stderr
