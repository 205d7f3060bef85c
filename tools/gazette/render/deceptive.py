"""Which characters of a change would a reader not see, or take for others?

Zero-width characters and direction marks (Unicode TR36 and TR39, "confusables"), and letters of
another script inside a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from gazette.render.styled import StyledRun, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

# Joiners belong to the spelling of Persian, Hindi and many more, so they count after a letter of
# the first blocks (Latin) only.
_INVISIBLE = re.compile(
    "(?<![^\u0000-\u024f])[\u200c\u200d]|"
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e007f]"
)
_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH"})
"""Scripts that share shapes of letters."""


def revealed(run: StyledRun) -> Iterator[StyledRun]:
    """The run, with each deceptive character isolated and followed by its name."""
    start = 0
    for at in _deceptive(run.text):
        if start < at:
            yield StyledRun(run.text[start:at], run.tags)
        char = run.text[at]
        kind = "gz-invisible" if _INVISIBLE.match(char) else "gz-confusable"
        # <bdi> ends the power of a direction mark, so that it cannot turn the redline around.
        isolated: Tag = ("bdi", (("class", kind),))
        yield StyledRun(char, (*run.tags, isolated))
        yield StyledRun(named(char), (*run.tags, ("span", (("class", "gz-name"),))))
        start = at + 1
    if start < len(run.text):
        yield StyledRun(run.text[start:], run.tags)


def named(char: str) -> str:
    """A character's code point and Unicode name: ``[U+200B zero width space]``."""
    name = unicodedata.name(char, "unnamed").lower()
    return f"[U+{ord(char):04X} {name}]"


def spelled_out(text: str) -> str:
    """Plain text with each deceptive character replaced by its name."""
    deceptive = set(_deceptive(text))
    return "".join(named(char) if at in deceptive else char for at, char in enumerate(text))


@lru_cache(maxsize=2**10)
def _deceptive(text: str) -> tuple[int, ...]:
    """Offsets of the characters that deceive."""
    if text.isascii():
        return ()
    found = {match.start() for match in _INVISIBLE.finditer(text)}
    for word in _WORD.finditer(text):
        found.update(word.start() + at for at in _foreign(word[0]))
    return tuple(sorted(found))


def _foreign(word: str) -> Iterator[int]:
    """Offsets of the letters that are not of the script most of the word is in."""
    if word.isascii():
        return
    scripts = [_script(char) for char in word]
    counted = Counter(script for script in scripts if script)
    if len(counted) > 1:
        # Of two scripts with as many letters each, the Latin one is taken for the word's own.
        own = max(counted, key=lambda script: (counted[script], script == "LATIN"))
        yield from (at for at, script in enumerate(scripts) if script and script != own)


def _script(char: str) -> str:
    """The script of a letter, where it has shapes in common with another."""
    name = unicodedata.name(char, "").split(" ", 1)[0]
    return name if name in _ALIKE else ""
