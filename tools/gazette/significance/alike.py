"""Which words are alike in meaning?

``data/alike.txt`` holds classes of English words, one a line; what is learnt of one word of a
class then speaks for its others too. ``tools/word_classes.py`` made it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from gazette.significance.words import stem

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def classes() -> Mapping[str, str]:
    """For the form of each word that is in a class, the class's name: its first word."""
    text = (files("gazette.significance") / "data" / "alike.txt").read_text(encoding="utf-8")
    lines = [line.split() for line in text.splitlines() if not line.startswith("#")]
    return {stem(word): line[0] for line in lines for word in line}
