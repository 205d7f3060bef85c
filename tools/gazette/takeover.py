"""How does a new site take the place of the last good one: whole, or not at all?"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NEW = ".gazette-new"


def begin(site: Path) -> Path:
    """The directory to build the new site in; nothing is left there of one that was given up.

    It stands in the site's own directory, so that it is on the same disk and no other place has
    to be writable. Its name starts with a dot, so that MkDocs and most servers pass it by.
    """
    shutil.rmtree(site / _NEW, ignore_errors=True)
    return site / _NEW


def finish(site: Path) -> None:
    """Put the new site where the last one was, and take that away.

    What starts with a dot stays, as MkDocs has it: a work tree's ``.git`` may stand there.
    """
    for path in site.iterdir():
        if not path.name.startswith("."):
            _remove(path)
    for path in (site / _NEW).iterdir():
        if (site / path.name).is_dir():
            shutil.copytree(path, site / path.name, dirs_exist_ok=True)
        else:
            path.replace(site / path.name)
    _remove(site / _NEW)


def give_up(site: Path) -> None:
    """Take away what there is of the new site, and leave the last one as it is."""
    shutil.rmtree(site / _NEW, ignore_errors=True)
    if site.is_dir() and not any(site.iterdir()):
        site.rmdir()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
