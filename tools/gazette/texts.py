"""Which text does a name on the command line mean: a version, or a file?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gazette.document import parse
from gazette.errors import Fault, FaultyInputError, UsageError
from gazette.file_text import read_text
from gazette.frontmatter import parted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette.model import Document, Policy, Version

_NAME = re.compile(
    r"(?P<policy>[^@/\\]+)@(?P<number>\d+(?:\.\d+)*)(?:\.(?P<lang>[A-Za-z]{2,3}(?:-\w+)*))?"
)


@dataclass(frozen=True, slots=True)
class NamedText:
    """One text that was asked for by name."""

    name: str
    """As it was asked for."""
    document: Document
    policy: Policy | None = None
    """None for a file."""
    version: Version | None = None
    """None for a file."""


def is_version_name(name: str) -> bool:
    """Whether a name has the form ``policy@version`` and no file of that name exists."""
    return bool(_NAME.fullmatch(name)) and not _exists(Path(name))


def version_text(name: str, policies: Sequence[Policy]) -> NamedText:
    """The version that ``policy@version``, or ``policy@version.lang``, names.

    Raises:
        UsageError: There is no such policy or version; the message lists those there are.
    """
    match = _NAME.fullmatch(name)
    if match is None:
        raise UsageError(f"{name}: no version is named so; write policy@version, as privacy@1.0")
    policy = next((policy for policy in policies if policy.key == match["policy"]), None)
    if policy is None:
        known = ", ".join(policy.key for policy in policies) or "none"
        raise UsageError(f"{name}: there is no policy {match['policy']!r}; there are: {known}")
    lang = match["lang"] or policy.languages[0]
    versions = [version for version in policy.versions if version.lang == lang]
    for version in versions:
        if version.number == match["number"]:
            return NamedText(name, parse(version.text), policy, version)
    numbers = ", ".join(version.number for version in versions) or "none"
    raise UsageError(f"{name}: there is no such version in {lang!r}; there are: {numbers}")


def file_text(path: Path) -> NamedText:
    """The text of any Markdown file, without its front matter.

    Raises:
        UsageError: There is no such file, or it is a directory.
        FaultyInputError: The file is empty, or is no text in UTF-8.
    """
    mend = "write policy@version, or the path of a Markdown file"
    if not _exists(path):
        raise UsageError(f"{path}: there is no such file; {mend}")
    if path.is_dir():
        raise UsageError(f"{path}: this is a directory; {mend}")
    faults: list[Fault] = []
    content = read_text(path, faults)
    if content is None:
        raise FaultyInputError(faults)
    parts = parted(content)
    document = parse(parts.text)
    if not document.clauses:
        fault = Fault(path, parts.text_line, "there is no text", "name a file with text")
        raise FaultyInputError([fault])
    return NamedText(str(path), document)


def _exists(path: Path) -> bool:
    """Whether there is such a file; a name too long for one is none."""
    try:
        return path.exists()
    except OSError:
        return False
