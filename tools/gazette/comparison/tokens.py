"""Of which words does a text consist?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Scripts written without spaces are compared by the character: Chinese, Japanese, Thai, Lao,
# Burmese, Khmer. The vowel and tone signs of the last four belong to the letter before them.
_UNSPACED = (
    "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_SIGNS = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd"
    "\u102b-\u103e\u17b4-\u17d3\u3099\u309a"
)
# Marks that Python's \w leaves out although they are parts of words: accents that were not
# composed, the vowel signs of Hebrew, Arabic and the scripts of India, soft hyphens, joiners.
_MARKS = "\u00ad\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0dff\u200c\u200d"
_LETTER = rf"(?:[^\W_{_UNSPACED}]|[{_MARKS}])"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_TOKEN = re.compile(
    rf"{_MONTH}[ \u00a0]\d{{1,2}}(?:st|nd|rd|th)?,?[ \u00a0]\d{{4}}\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ \u00a0]{_MONTH},?[ \u00a0]\d{{4}}\b"
    r"|\d{4}[ ]?年[ ]?\d{1,2}[ ]?月(?:[ ]?\d{1,2}[ ]?日)?"
    r"|(?:https?://|www\.)[^\s<>()\"“”]*[^\s<>()\"“”.,;:!?'’]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\d+(?:[.,:/\-]\d+)*%?(?![^\W_])"
    r"|(?:[A-Za-z]\.){2,}"
    rf"|{_LETTER}+(?:['’.&/\-]{_LETTER}+)*"
    rf"|[{_UNSPACED}][{_SIGNS}]*"
    r"|\S"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into words, numbers, dates, addresses and signs, without the white space."""

    text: str
    keys: list[str]
    """What the tokens are compared by: themselves, Unicode-normalised (NFC)."""
    starts: list[int]
    ends: list[int]


def tokens(text: str) -> Tokens:
    """Cut a text into tokens.

    Dates, numbers, abbreviations (``U.S.``), e-mail and web addresses are one token each, as
    are words with their hyphens and apostrophes.
    """
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        keys.append(text[start:end])
        starts.append(start)
        ends.append(end)
    if not unicodedata.is_normalized("NFC", text):
        keys = [unicodedata.normalize("NFC", key) for key in keys]
    return Tokens(text, keys, starts, ends)
