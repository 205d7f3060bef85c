"""The site as MkDocs builds it, from tiny policies."""

from __future__ import annotations

import gzip
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
import yaml
from jsonschema import Draft202012Validator

from gazette.plugin import GazetteConfig

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
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
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
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
    root.joinpath("build.log").write_text(done.stderr, encoding="utf-8")
    return root


def _page(project: Path, address: str) -> str:
    return (project / "site" / address / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "privacy",
        "privacy/revisions",
        "privacy/compare",
        "privacy/clauses",
        "privacy/versions/1.0",
        "privacy/redlines/2.0",
    ],
)
def test_each_page_stands_at_its_permanent_address(project: Path, address: str) -> None:
    assert "<h1" in _page(project, address)


def test_only_the_page_that_compares_loads_its_script(project: Path) -> None:
    pages = [path for path, data in _bytes(project).items() if b"gazette-compare.js" in data]
    assert pages == ["privacy/compare/index.html"]


def test_the_comparisons_of_every_published_version_stand_beside_their_page(project: Path) -> None:
    names = {path.name for path in (project / "site/privacy/compare").iterdir()}
    assert {"store.json", "1.0.json", "2.0.json", "3.0.json"} <= names
    assert "4.0.json" not in names


def test_the_build_says_what_git_could_not_establish(project: Path) -> None:
    assert (
        "policy_versions/privacy/1.0.md and 2 more: The policies are not kept in git, so who"
        " published this version is unknown."
    ) in project.joinpath("build.log").read_text(encoding="utf-8")


def test_the_policy_in_force_is_the_last_that_took_effect(project: Path) -> None:
    assert "selected partners" in _page(project, "privacy")


def test_a_superseded_version_leads_to_the_policy_in_force(project: Path) -> None:
    assert '<a href="../../">Read the policy in force</a>' in _page(project, "privacy/versions/1.0")


def test_search_engines_are_kept_from_superseded_versions(project: Path) -> None:
    assert 'content="noindex,follow"' in _page(project, "privacy/versions/1.0")


def test_search_engines_may_find_what_is_upcoming_and_what_changes_in_it(project: Path) -> None:
    assert "noindex" not in _page(project, "privacy/versions/3.0")
    assert "noindex" not in _page(project, "privacy/redlines/3.0")


def test_each_page_names_its_own_address_as_the_one_to_keep(project: Path) -> None:
    canonical = '<link rel="canonical" href="https://policies.example.com/privacy/versions/1.0/">'
    assert canonical in _page(project, "privacy/versions/1.0")


def test_the_sitemap_lists_the_pages_that_search_engines_may_find(project: Path) -> None:
    site = project / "site"
    listed = re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    indexed = [
        page.parent.relative_to(site).as_posix()
        for page in site.rglob("index.html")
        if "noindex" not in page.read_text(encoding="utf-8")
    ]
    root = "https://policies.example.com/"
    assert sorted(listed) == sorted(root if at == "." else f"{root}{at}/" for at in indexed)


def test_the_search_finds_no_single_version(project: Path) -> None:
    index = json.loads((project / "site/search/search_index.json").read_text(encoding="utf-8"))
    assert not [one for one in index["docs"] if "versions/" in one["location"]]


@pytest.mark.parametrize("word", ["unspoken", "plans", "4.0"])
def test_a_draft_appears_nowhere(project: Path, word: str) -> None:
    files = {
        path: gzip.decompress(data) if path.endswith(".gz") else data
        for path, data in _bytes(project).items()
        if not path.startswith(("assets/javascripts/", "assets/stylesheets/"))
    }
    assert [path for path, data in files.items() if word.encode() in data] == []
    assert not any("4.0" in path for path in files)


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


def test_a_warning_that_fails_a_strict_build_leaves_the_last_site(tmp_path: Path) -> None:
    root = _project(tmp_path)
    root.joinpath("site").mkdir()
    root.joinpath("site", "last.html").write_text("good", encoding="utf-8")
    root.joinpath("docs", "index.md").write_text("[Nowhere](nowhere.md)", encoding="utf-8")
    done = _build(root)
    assert done.returncode == 1
    assert "nowhere.md" in done.stderr
    assert list(_bytes(root)) == ["last.html"]


def test_a_page_in_the_place_of_a_policy_s_is_named(tmp_path: Path) -> None:
    root = _project(tmp_path)
    root.joinpath("docs", "privacy.md").write_text("# Ours\n", encoding="utf-8")
    assert "privacy.md:1: this stands at privacy/, where a policy's page does" in (
        _build(root).stderr
    )
    assert not root.joinpath("site").exists()


def test_an_edit_is_served_and_a_faulty_one_leaves_the_server_up(tmp_path: Path) -> None:
    root = _project(tmp_path)
    edited = root / "policy_versions/privacy/2.0.md"
    good = edited.read_text(encoding="utf-8")
    with _served(root) as (address, log):
        _wait_for(lambda: "selected partners" in _fetched(f"{address}/privacy/"))
        edited.write_text(good.replace("status: p", "status: q"), encoding="utf-8")
        _wait_for(lambda: "2.0.md:3: status is" in log.read_text(encoding="utf-8"))
        edited.write_text(good.replace("selected", "chosen"), encoding="utf-8")
        _wait_for(lambda: "chosen partners" in _fetched(f"{address}/privacy/"))
    said = log.read_text(encoding="utf-8")
    assert "Shutting down" in said
    assert "Traceback" not in said


@contextmanager
def _served(root: Path) -> Iterator[tuple[str, Path]]:
    """``mkdocs serve``, and Ctrl+C; the address, and the file that holds what it says."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = root / "serve.log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    # Tests that a shell started in the background ignore Ctrl+C, and so would the server.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with log.open("w") as stream:
        process = subprocess.Popen(
            command,
            cwd=root,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            stdout=stream,
            stderr=stream,
        )
        try:
            yield f"http://127.0.0.1:{port}", log
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)
        finally:
            process.kill()
            process.wait()


def _fetched(address: str) -> str:
    """A page, or nothing while the server does not answer."""
    try:
        with urlopen(address, timeout=5) as answer:  # noqa: S310 - an address of our own
            content: bytes = answer.read()
    except OSError:
        return ""
    return content.decode()


def _wait_for(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.2)


def test_a_missing_site_url_is_named(tmp_path: Path) -> None:
    root = _project(tmp_path)
    settings = SETTINGS.replace("site_url: https://policies.example.com/\n", "")
    root.joinpath("mkdocs.yml").write_text(settings, encoding="utf-8")
    assert "site_url is missing" in _build(root).stderr


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("feed_limit: 0", "0 is no whole number from 1"),
        ("feed_limit: true", "True is no whole number from 1"),
        ("today: 2026-03-15 10:00:00", "is no date; write it as 2026-03-01"),
    ],
)
def test_a_setting_of_the_wrong_type_is_named(setting: str, said: str) -> None:
    config = GazetteConfig()
    config.load_dict(yaml.safe_load(setting))
    failed, _ = config.validate()
    assert said in " ".join(str(message) for _, message in failed)
