"""`gazette diff`: its formats, where they are written, and what it says of wrong input."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gazette import chromium
from gazette.cli import main

POLICY = "title: Privacy\n"
VERSION = """---
version: "{number}"
status: published
published: {day}
effective: {day}
summary: A version.
decision:
  categories: []
  reviewed_by: Legal
---
# Privacy

1.1. We keep your data for {days} days.

1.2. You can reach us at any time.
"""
FORMATS = ["text", "json", "html", "markdown", "docx"]


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two versions, of which the second keeps data longer."""
    folder = tmp_path / "policy_versions" / "privacy"
    folder.mkdir(parents=True)
    (folder / "policy.yml").write_text(POLICY, encoding="utf-8")
    for number, day, days in (("1.0", "2025-01-01", 30), ("1.1", "2025-06-01", 60)):
        text = VERSION.format(number=number, day=day, days=days)
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def diff(*options: str, old: str = "privacy@1.0", new: str = "privacy@1.1") -> Result:
    result = CliRunner().invoke(main, ["diff", old, new, *options])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_holds_what_would_be_printed(library: Path, form: str) -> None:
    result = diff("--format", form, "--output", "redline")
    assert (result.exit_code, result.output) == (0, "")
    assert (library / "redline").read_bytes() == diff("--format", form).stdout_bytes


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_texts_give_the_same_bytes(library: Path, form: str) -> None:
    one, other = (diff("--format", form).stdout_bytes for _ in range(2))
    assert one == other


def test_the_changes_of_a_docx_bear_the_author_and_the_day_of_publication(library: Path) -> None:
    content = diff("--format", "docx", "--author", "Legal").stdout_bytes
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        document = archive.read("word/document.xml").decode()
    assert 'w:author="Legal" w:date="2025-06-01T00:00:00Z"' in document


@pytest.mark.parametrize(("layout", "value"), [("inline",) * 2, ("side-by-side",) * 2])
def test_html_opens_in_the_layout_asked_for(library: Path, layout: str, value: str) -> None:
    page = diff("--format", "html", "--layout", layout).stdout
    assert f'value="{value}" autocomplete="off" checked' in page


def test_all_unfolds_what_did_not_change_in_html(library: Path) -> None:
    assert '<details class="gz-fold" open>' in diff("--format", "html", "--all").stdout
    assert '<details class="gz-fold" open>' not in diff("--format", "html").stdout


def test_all_prints_what_did_not_change(library: Path) -> None:
    assert "1.2. You can reach us at any time." in diff("--all").stdout


@pytest.mark.slow
def test_a_pdf_is_printed_the_same_each_time(library: Path) -> None:
    one, other = (diff("--format", "pdf").stdout_bytes for _ in range(2))
    assert one.startswith(b"%PDF-")
    assert one == other


def test_without_a_chromium_a_pdf_is_refused_with_what_to_install(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(library))
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    result = diff("--format", "pdf", "--output", "redline.pdf")
    assert result.exit_code == 2
    assert result.stderr.startswith("a PDF is printed by Chromium, and none is installed; install")
    assert result.stderr.count("\n") == 1
    assert not (library / "redline.pdf").exists()


def test_a_chromium_that_fails_is_named_in_one_line(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chromium, "installed", lambda: "/bin/false")
    result = diff("--format", "pdf")
    assert result.exit_code == 2
    assert result.stderr.startswith("/bin/false cannot print: ")
    assert result.stderr.count("\n") == 1


# Terminals ------------------------------------------------------------------------------------


def _on_a_terminal(*options: str, **environment: str) -> tuple[int, str]:
    """What the command prints on a terminal of 60 columns, and its exit code."""
    terminal, end = pty.openpty()
    program = "from gazette.cli import main; main()"
    known = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    process = subprocess.Popen(
        [sys.executable, "-c", program, "diff", "privacy@1.0", "privacy@1.1", *options],
        stdin=end,
        stdout=end,
        stderr=end,
        env={**known, "TERM": "xterm-256color", "COLUMNS": "60", **environment},
    )
    os.close(end)
    printed = b""
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        printed += part
    os.close(terminal)
    return process.wait(timeout=30), printed.decode()


def test_on_a_terminal_words_are_marked_in_colour(library: Path) -> None:
    code, printed = _on_a_terminal()
    assert code == 0
    assert "\x1b[9;31m30\x1b[0m\x1b[4;32m60\x1b[0m" in printed


def test_on_a_terminal_without_colour_words_are_marked_with_signs(library: Path) -> None:
    _, printed = _on_a_terminal(NO_COLOR="1")
    assert "[-30-]{+60+}" in printed
    assert "31m" not in printed


def test_no_line_is_wider_than_the_terminal(library: Path) -> None:
    _, printed = _on_a_terminal(NO_COLOR="1", COLUMNS="30")
    assert max(len(re.sub("\x1b\\[[\\d;]*m", "", line)) for line in printed.splitlines()) <= 30


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_binary_format_is_nothing_for_a_terminal(library: Path, form: str) -> None:
    code, printed = _on_a_terminal("--format", form)
    message = f"{form} is nothing for a terminal; add --output redline.{form}"
    assert (code, printed.replace("\r\n", "")) == (2, message)


def test_a_file_has_no_colours_whatever_the_environment(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    diff("--output", "redline.txt")
    assert "[-30-]{+60+}" in (library / "redline.txt").read_text(encoding="utf-8")


# Where it is written ----------------------------------------------------------------------------


def test_a_failed_redline_leaves_the_file_as_it_was(library: Path) -> None:
    (library / "redline.html").write_text("before", encoding="utf-8")
    assert diff("--output", "redline.html", new="privacy@9.9").exit_code == 2
    assert (library / "redline.html").read_text(encoding="utf-8") == "before"


def test_nothing_is_left_beside_a_written_file(library: Path) -> None:
    before = set(library.iterdir())
    diff("--output", "redline.txt")
    assert set(library.iterdir()) == before | {library / "redline.txt"}


def test_a_link_is_written_through(library: Path) -> None:
    (library / "link.txt").symlink_to("redline.txt")
    diff("--output", "link.txt")
    assert (library / "link.txt").is_symlink()
    assert (library / "redline.txt").exists()


def test_what_is_no_file_is_written_into_not_replaced(library: Path) -> None:
    assert diff("--output", "/dev/null").exit_code == 0
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("nowhere/redline.txt", "nowhere/redline.txt: there is no directory nowhere; make it"),
        ("policy_versions", "policy_versions: this is a directory; name a file in it"),
        ("policy_versions/privacy/1.0.md/x", "policy_versions/privacy/1.0.md/x: this cannot be"),
    ],
)
def test_an_output_that_cannot_be_is_one_line_and_exit_2(
    library: Path, output: str, said: str
) -> None:
    result = diff("--output", output)
    assert result.exit_code == 2
    assert result.stderr.startswith(said)
    assert result.stderr.count("\n") == 1


# What is compared -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("privacy@9.0", "privacy@9.0: there is no such version in 'en'; there are: 1.0, 1.1"),
        ("privacy@1.0.zh", "privacy@1.0.zh: there is no such version in 'zh'; there are: none"),
        ("terms@1.0", "terms@1.0: there is no policy 'terms'; there are: privacy"),
        ("nowhere.md", "nowhere.md: there is no such file; write policy@version"),
        ("policy_versions", "policy_versions: this is a directory; write policy@version"),
        ("a" * 5000, f"{'a' * 5000}: there is no such file; write policy@version"),
    ],
    ids=["version", "language", "policy", "file", "directory", "name too long"],
)
def test_a_text_that_does_not_exist_is_one_line_and_exit_2(
    library: Path, name: str, said: str
) -> None:
    result = diff(new=name)
    assert result.exit_code == 2
    assert result.stderr.startswith(said)
    assert result.stderr.count("\n") == 1


def test_a_file_that_may_not_be_read_is_one_line_and_exit_1(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    (library / "text.md").write_text("One.\n", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refused)
    result = diff(old="text.md", new="text.md")
    assert result.exit_code == 1
    assert result.stderr.startswith("text.md:1: this cannot be read: Permission denied; ")
    assert result.stderr.count("\n") == 1


def test_json_names_both_versions(library: Path) -> None:
    document = json.loads(diff("--format", "json").stdout)
    assert (document["old"]["version"], document["new"]["version"]) == ("1.0", "1.1")
