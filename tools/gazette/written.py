"""How does a file come to hold all of its new content, or else keep the old?"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from gazette.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Put content into a file: written beside it, then moved into its place.

    Raises:
        UsageError: The file cannot be written; what stood there still does.
    """
    # A link stays a link, and what is no file (/dev/stdout, a pipe) must not be replaced by one.
    target = path.resolve()
    if target.is_dir():
        raise UsageError(f"{path}: this is a directory; name a file in it")
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(content)
            return
        _replace(target, content)
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no directory {path.parent}; make it first") from None
    except OSError as error:
        message = f"{path}: this cannot be written: {error.strerror}; name another file"
        raise UsageError(message) from None


def _replace(target: Path, content: bytes) -> None:
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with beside.open("xb") as file:
            file.write(content)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
