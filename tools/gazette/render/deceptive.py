"""Which characters of a change would a reader not see, or take for others?

Zero-width characters and direction marks (Unicode TR36 and TR39, "confusables"), unusual spaces
that are all that changed, letters of another script inside a word, and words of a Latin text that
are written in another script's letters alone.
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
_LIKE_LATIN = frozenset("аеорсухіјѕһԁӏԛԝАВЕЅІЈКМНОРСТУХҮԌԚԜοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")
"""Letters of Cyrillic and Greek that look like Latin ones in most typefaces."""
_PLAIN_SPACES = frozenset(" \t\n")


def is_latin(text: str) -> bool:
    """Are most letters of a text Latin?"""
    if text.isascii():
        return True
    letters = [char for char in text if char.isalpha()]
    return 2 * sum(char < _FIRST_GREEK for char in letters) >= len(letters)


_FIRST_GREEK = "\u0370"


def revealed(run: StyledRun, *, in_latin: bool) -> Iterator[StyledRun]:
    """The run, with each deceptive character isolated and followed by its name.

    Args:
        run: Part of what was deleted or inserted.
        in_latin: Whether the clause is written in Latin letters, as :func:`is_latin` has it.
    """
    start = 0
    for at in _deceptive(run.text, in_latin=in_latin):
        if start < at:
            yield StyledRun(run.text[start:at], run.tags)
        char = run.text[at]
        kind = "gz-confusable" if char.isalpha() else "gz-invisible"
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


def spelled_out(text: str, *, in_latin: bool) -> str:
    """Plain text with each deceptive character replaced by its name."""
    deceptive = set(_deceptive(text, in_latin=in_latin))
    return "".join(named(char) if at in deceptive else char for at, char in enumerate(text))


@lru_cache(maxsize=2**10)
def _deceptive(text: str, *, in_latin: bool) -> tuple[int, ...]:
    """Offsets of the characters that deceive."""
    if text.isascii():
        return ()
    if text.isspace():
        return tuple(at for at, char in enumerate(text) if char not in _PLAIN_SPACES)
    found = {match.start() for match in _INVISIBLE.finditer(text)}
    for word in _WORD.finditer(text):
        letters = range(len(word[0])) if in_latin and _is_disguised(word[0]) else _foreign(word[0])
        found.update(word.start() + at for at in letters)
    return tuple(sorted(found))


def _is_disguised(word: str) -> bool:
    """Does a word read like a Latin one without having a letter of it?"""
    return _LIKE_LATIN.issuperset(word)


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
