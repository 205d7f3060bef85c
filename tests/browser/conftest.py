"""The sample site on a local port, as a static host that reads ``_headers`` serves it."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Headers = dict[str, dict[str, str]]


class _Host(http.server.SimpleHTTPRequestHandler):
    """Serves a directory, with the headers that its ``_headers`` file asks for by path."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, headers_by_path: Headers, directory: str) -> None:
        self._headers_by_path = headers_by_path
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def end_headers(self) -> None:
        path = self.path.split("?")[0]
        for pattern, headers in self._headers_by_path.items():
            if fnmatchcase(path, pattern):
                for name, value in headers.items():
                    self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Keep the tests' output to the tests."""


@contextlib.contextmanager
def served(directory: Path, headers: Mapping[str, dict[str, str]] | None = None) -> Iterator[str]:
    """The address under which a directory is served, on a port of its own."""
    handler = functools.partial(
        _Host, headers_by_path=headers or _headers_of(directory), directory=str(directory)
    )
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _headers_of(directory: Path) -> Headers:
    """A ``_headers`` file: paths, and below each the headers for it, indented."""
    found: Headers = {}
    pattern = ""
    for line in (directory / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            name, value = line.strip().split(": ", 1)
            found[pattern][name] = value
        elif line:
            pattern = line
            found[pattern] = {}
    return found


@pytest.fixture(scope="session")
def address(sample_site: Path) -> Iterator[str]:
    """The address of the sample site."""
    with served(sample_site) as at:
        yield at


@pytest.fixture
def main_site(tmp_path: Path, address: str) -> Iterator[tuple[Path, str]]:
    """Another site on another origin, under a strict policy: its directory and its address."""
    policy = (
        f"default-src 'none'; script-src 'self'; connect-src {address}; "
        "require-trusted-types-for 'script'"
    )
    with served(tmp_path, {"*": {"Content-Security-Policy": policy}}) as at:
        yield tmp_path, at
