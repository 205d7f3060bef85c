"""A new site takes the place of the last good one whole, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gazette import takeover

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{folder.name}: {name}", encoding="utf-8")


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    write(site, "index.html", "old/index.html", ".git/HEAD", ".well-known/old")
    return site


def test_until_it_is_finished_the_last_site_stands(site: Path) -> None:
    before = files(site)
    write(takeover.begin(site), "index.html")
    assert files(site) - {".gazette-new/index.html"} == before
    assert (site / "index.html").read_text(encoding="utf-8") == "site: index.html"


def test_what_is_finished_is_the_new_site_alone(site: Path) -> None:
    write(takeover.begin(site), "index.html", "new/index.html")
    takeover.finish(site)
    assert files(site) == {"index.html", "new/index.html", ".git/HEAD", ".well-known/old"}
    assert (site / "index.html").read_text(encoding="utf-8") == ".gazette-new: index.html"


def test_a_directory_that_stays_takes_in_what_is_new_in_it(site: Path) -> None:
    write(takeover.begin(site), ".well-known/security.txt")
    takeover.finish(site)
    assert files(site / ".well-known") == {"old", "security.txt"}


def test_the_first_site_needs_no_last_one(tmp_path: Path) -> None:
    write(takeover.begin(tmp_path / "site"), "index.html")
    takeover.finish(tmp_path / "site")
    assert files(tmp_path / "site") == {"index.html"}


def test_a_site_given_up_leaves_the_last_one_as_it_was(site: Path) -> None:
    before = files(site)
    write(takeover.begin(site), "index.html")
    takeover.give_up(site)
    assert files(site) == before


def test_a_first_site_given_up_leaves_nothing(tmp_path: Path) -> None:
    write(takeover.begin(tmp_path / "site"), "index.html")
    takeover.give_up(tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_nothing_of_a_site_that_was_cut_off_gets_into_the_next(site: Path) -> None:
    write(takeover.begin(site), "cut-off.html")
    write(takeover.begin(site), "index.html")
    takeover.finish(site)
    assert "cut-off.html" not in files(site)


def test_a_link_in_the_last_site_is_taken_away_and_what_it_leads_to_stays(
    site: Path, tmp_path: Path
) -> None:
    write(tmp_path / "elsewhere", "kept")
    (site / "link").symlink_to(tmp_path / "elsewhere")
    write(takeover.begin(site), "index.html")
    takeover.finish(site)
    assert not (site / "link").exists()
    assert files(tmp_path / "elsewhere") == {"kept"}
