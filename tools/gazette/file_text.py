"""What text does a file hold, if it is text at all?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.errors import Fault

if TYPE_CHECKING:
    from pathlib import Path


def read_text(path: Path, faults: list[Fault]) -> str | None:
    """A file's text, without a byte-order mark; None, and a fault, where it holds none.

    Args:
        path: The file, which exists.
        faults: The list that faults are added to.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        faults.append(Fault(path, 1, f"this cannot be read: {error.strerror}", "make it readable"))
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
