"""What of the comparisons of any two versions did an earlier build work out?"""

from __future__ import annotations

import hashlib
import json
import shutil
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gazette
from gazette.render.any_two import Addition, StoredChange, StoredClause
from gazette.render.any_two_files import change_rows, clause_rows, comparisons

if TYPE_CHECKING:
    from collections.abc import Iterator

_RENDERERS = ("jinja2", "Markdown", "markupsafe", "nh3")


class Forgetful:
    """Remembers nothing: every comparison is made anew."""

    def recall(self, _key: str) -> Addition | None:
        """Nothing."""
        return None

    def keep(self, _key: str, _addition: Addition) -> None:
        """Do nothing."""


class Kept:
    """Remembers additions in a directory, for as long as this package stays as it is.

    Each is a file under the digest of all that it depends on: this package, the libraries that
    render, and the versions up to its own. A file that cannot be read is as good as none, and
    one that cannot be written makes the next build slower, not wrong.
    """

    def __init__(self, directory: Path) -> None:
        """Keep to a directory that is this class's alone and need not exist yet."""
        self._directory = directory / _makers()
        for other in directory.glob("*"):
            if other != self._directory:
                shutil.rmtree(other, ignore_errors=True)

    def recall(self, key: str) -> Addition | None:
        """The addition that was kept under a key."""
        try:
            return _addition(json.loads(self._path(key).read_bytes()))
        except (OSError, ValueError):
            return None

    def keep(self, key: str, addition: Addition) -> None:
        """Keep an addition, whole or not at all."""
        path = self._path(key)
        unfinished = path.with_suffix(".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.parent.with_name(".gitignore").write_text("*\n", encoding="utf-8")
            unfinished.write_text(_json(addition), encoding="utf-8")
            unfinished.replace(path)
        except OSError:
            return

    def _path(self, key: str) -> Path:
        return self._directory / f"{key}.json"


def _makers() -> str:
    """The digest of everything that works an addition out."""
    digest = hashlib.sha256()
    for name in _RENDERERS:
        digest.update(f"{name} {version(name)}\n".encode())
    for path in _sources():
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _sources() -> Iterator[Path]:
    """The modules and templates of this package, in the same order everywhere."""
    root = Path(gazette.__file__).parent
    yield from sorted(path for suffix in ("py", "j2") for path in root.rglob(f"*.{suffix}"))


def _json(addition: Addition) -> str:
    rows = {"added": clause_rows(addition), "changes": change_rows(addition)}
    return json.dumps(rows | comparisons(addition), ensure_ascii=False)


def _addition(value: Any) -> Addition:  # noqa: ANN401 - as json has it
    return Addition(
        clauses=tuple([StoredClause(*row) for row in value["added"]]),
        changes=tuple(
            [StoredChange(takes, bool(minor), *html) for takes, minor, *html in value["changes"]]
        ),
        places=tuple(value["clauses"]),
        steps=tuple([{at: tuple(changes) for at, *changes in step} for step in value["steps"]]),
        coarse=tuple(value["coarse"]),
    )
