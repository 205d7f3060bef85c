"""What does a reader see of inline Markdown?

Follows Python-Markdown, which renders the site: its escapes, its emphasis (asterisks may stand
inside a word, underscores may not), its links and automatic links, raw tags and entities.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# What inline constructs begin with, and white space that is more than one space or another than it:
# to look for each by itself is quicker than for all with a pattern.
_SIGNS = ("*", "_", "[", "<", "&", "\\", "`")
_LAYOUT = ("  ", "\n", "\t", "\r", "\f", "\v")
_SPACE = re.compile(r"[ \t\n\r\f\v]{2,}|[\t\n\r\f\v]")

# A label may hold balanced brackets one level deep, a target balanced parentheses likewise.
# Possessive repeats keep a line of a thousand open brackets linear.
_LABEL = r"(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*+\])*+\])*+"
_TARGET = (
    r"\]\(\s*+(?:<[^<>\n]*+>|(?:[^()\s\\]|\\.|\((?:[^()\s\\]|\\.)*+\))*+)"
    r"(?:\s++(?:\"[^\"]*+\"|'[^']*+'))?\s*+\)"
)
# Each alternative begins with a sign, so that re tries them at these signs alone.
_INLINE = re.compile(
    r"`(?<!``)(?P<fence>`*)(?!`)(?P<code>.+?)(?<!`)`(?P=fence)(?!`)"
    r"|\\(?P<escaped>[\\`*_{}\[\]()>#+\-.!|])"
    rf"|!\[{_LABEL}{_TARGET}"
    rf"|\[(?P<label>{_LABEL}){_TARGET}"
    r"|<(?P<auto>(?:[a-zA-Z][a-zA-Z0-9+.-]*+:[^<>\s]*+|[^<>\s@]++@[^<>\s]++))>"
    r"|<!--.*?-->"
    r"|</?[a-zA-Z][^<>]*+>"
    r"|&(?P<entity>(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)",
    re.DOTALL,
)

_BREAKING_TAG = re.compile(
    r"</?(?:br|p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|section|article|summary"
    r"|details|blockquote|pre|hr)\b",
    re.IGNORECASE,
)

# Characters that stand for themselves are put aside while emphasis is found. Unicode keeps
# these four for a program's own use, so no text holds them.
_ASIDE = str.maketrans("*_", "\ufdd0\ufdd1")

_EMPHASIS = re.compile(r"([*_])\1*")


@lru_cache(maxsize=2**14)
def visible(body: str) -> str:
    """The characters that a reader sees of a stretch of inline Markdown, white space collapsed.

    No-break spaces are kept: they are characters, not layout.
    """
    shown = _shown(body) if _has_any(body, _SIGNS) else body
    return (_SPACE.sub(" ", shown) if _has_any(shown, _LAYOUT) else shown).strip(" ")


def _has_any(text: str, signs: Iterable[str]) -> bool:
    return any(sign in text for sign in signs)


def _shown(body: str) -> str:
    plain = _INLINE.sub(_plain, body)
    if "*" in plain or "_" in plain:
        plain = _without_emphasis(plain)
    return plain.replace("\ufdd0", "*").replace("\ufdd1", "_")


def _plain(match: re.Match[str]) -> str:
    """The visible part of one inline construct."""
    if (escaped := match["escaped"]) is not None:
        return escaped.translate(_ASIDE)
    if (label := match["label"]) is not None:
        return _INLINE.sub(_plain, label)
    if (code := match["code"]) is not None:
        return code.strip().translate(_ASIDE)
    if (automatic := match["auto"]) is not None:
        return automatic.removeprefix("mailto:").translate(_ASIDE)
    if (entity := match["entity"]) is not None:
        return html.unescape("&" + entity).translate(_ASIDE)
    return "\n" if _BREAKING_TAG.match(match[0]) else ""


def _without_emphasis(text: str) -> str:
    """The text without the asterisks and underscores that mean emphasis.

    A stack of open delimiters with a bounded look back, so that the cost is linear whatever
    the text.
    """
    waiting: dict[str, list[_Delimiters]] = {"*": [], "_": []}
    every: list[_Delimiters] = []
    for match in _EMPHASIS.finditer(text):
        start, end = match.span()
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        if before.isspace() and after.isspace():
            continue
        sign = text[start]
        run = _Delimiters(start, end - start)
        every.append(run)
        if sign == "*" or not after.isalnum():
            _close(waiting[sign], run)
        if run.free and not after.isspace() and (sign == "*" or not before.isalnum()):
            waiting[sign].append(run)
    return _cut(text, every)


_LOOK_BACK = 8
_BOTH = 3
"""Three asterisks are strong and emphasis in one: they may pair with one and two."""


@dataclass(slots=True)
class _Delimiters:
    """A run of asterisks or underscores, and how many of them are not yet part of a pair."""

    start: int
    free: int
    used: int = 0

    def pair(self, count: int) -> None:
        self.free -= count
        self.used += count


def _close(waiting: list[_Delimiters], run: _Delimiters) -> None:
    """Pair a run with the open ones that it closes; those opened in between stay literal."""
    while run.free and waiting:
        recent = range(len(waiting) - 1, max(-1, len(waiting) - 1 - _LOOK_BACK), -1)
        at = next((i for i in recent if waiting[i].free == run.free), len(waiting) - 1)
        opener = waiting[at]
        if opener.free != run.free and max(opener.free, run.free) < _BOTH:
            return
        count = min(opener.free, run.free)
        opener.pair(count)
        run.pair(count)
        del waiting[at + bool(opener.free) :]


def _cut(text: str, runs: list[_Delimiters]) -> str:
    """The text without the paired delimiters."""
    kept = []
    position = 0
    for run in runs:
        kept.append(text[position : run.start])
        position = run.start + run.used
    kept.append(text[position:])
    return "".join(kept)
