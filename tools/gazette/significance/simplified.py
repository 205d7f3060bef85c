"""Which characters of the two Chinese scripts are the same?

What a text says does not depend on the script: lists, rules and models hold simplified characters,
and traditional ones are read as these (``data/simplified.txt``, which
``tools/simplified_characters.py`` made).
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HAN = re.compile("[\u3400-\u9fff]")
"""A Chinese character."""


def simplified(text: str) -> str:
    """A text with its traditional characters as simplified ones; offsets stay."""
    return text.translate(_table()) if has_han(text) else text


def has_han(text: str) -> bool:
    """Whether any character of a text is Chinese."""
    return not text.isascii() and HAN.search(text) is not None


@cache
def _table() -> Mapping[int, str]:
    text = (files("gazette.significance") / "data" / "simplified.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {ord(other): line[0] for line in lines for other in line[1:]}
