"""What text does a file hold, if it is text at all?"""

from __future__ import annotations

from stat import S_ISREG
from typing import TYPE_CHECKING

from gazette.errors import Fault

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST = 2**24


def read_text(path: Path, faults: list[Fault]) -> str | None:
    """A file's text, without a byte-order mark; None, and a fault, where it holds none.

    Args:
        path: The file.
        faults: The list that faults are added to.
    """
    content = _content(path, faults)
    if content is None:
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        faults.append(Fault(path, line, "this is no UTF-8 text", "save the file as UTF-8"))
        return None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        faults.append(Fault(path, line, "this is a binary file", "write Markdown text"))
        return None
    if not text.strip():
        faults.append(Fault(path, 1, "the file is empty", "write its text"))
        return None
    return text


def unreadable(path: Path, error: OSError) -> Fault:
    """The fault of a file or directory that the system does not let us read."""
    wrong = f"this cannot be read: {error.strerror}"
    return Fault(path, 1, wrong, "put a file there that you may read, or take it away")


def _content(path: Path, faults: list[Fault]) -> bytes | None:
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):  # a directory, or a pipe or device that may never end
            faults.append(Fault(path, 1, "this is no file", "put a file of text there"))
        elif status.st_size > _LARGEST:
            wrong = f"this holds more than {_LARGEST >> 20} MB, and no policy is so long"
            faults.append(Fault(path, 1, wrong, "leave the policy's text there alone"))
        else:
            return path.read_bytes()
    except OSError as error:
        faults.append(unreadable(path, error))
    return None
