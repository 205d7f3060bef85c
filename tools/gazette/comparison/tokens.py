"""Of which words does a text consist?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain

from gazette.comparison.scripts import UNSPACED

# Scripts without spaces are compared by the character; the vowel and tone signs of Thai, Lao,
# Burmese and Khmer belong to the letter before them.
_SIGNS = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd"
    "\u102b-\u103e\u17b4-\u17d3\u3099\u309a"
)
# A letter is what is no white space, sign or symbol: so accents that were not composed, vowel
# signs of every script, soft hyphens and joiners stay inside their word, as \w would not have
# it. Zero-width spaces and direction marks are signs, for they must be seen when they change.
_SIGN = (
    r"\s!-/:-@\[-`{-\u009f\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b4\u00b6-\u00b9\u00bb-\u00bf"
    r"\u00d7\u00f7\u2000-\u200b\u200e-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3030\u303d"
    r"\ufe10-\ufe1f\ufe30-\ufe6f\ufeff\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
    "\U0001f000-\U0001faff"
)
_LETTER = rf"[^{_SIGN}{UNSPACED}]"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_TOKEN = (
    rf"(?=[JFMASOND])(?:{_MONTH}[ \u00a0]\d{{1,2}}(?:st|nd|rd|th)?,?[ \u00a0]\d{{4}}\b)"
    r"|(?=\d)(?:"
    rf"\d{{1,2}}(?:st|nd|rd|th)?[ \u00a0]{_MONTH},?[ \u00a0]\d{{4}}\b"
    r"|\d{4}[ ]?年[ ]?\d{1,2}[ ]?月(?:[ ]?\d{1,2}[ ]?日)?"
    rf"|\d+(?:[.,:/\-]\d+)*%?(?!{_LETTER})"
    r")"
    r"|(?:https?://|www\.)[^\s<>()\"“”]*[^\s<>()\"“”.,;:!?'’]"
    rf"|{_LETTER}(?:\.[A-Za-z])+\.(?![A-Za-z])"
    rf"|{_LETTER}+(?:['’.&/\-_+@]{_LETTER}+)*"
    rf"|[{UNSPACED}][{_SIGNS}]*"
    r"|\S"
)
_SPACED_TOKEN = re.compile(rf"(\s*)({_TOKEN})")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into words, numbers, dates, addresses and signs, without the white space."""

    text: str
    keys: list[str]
    """What the tokens are compared by: themselves, Unicode-normalised (NFC)."""
    starts: list[int]
    ends: list[int]


@lru_cache(maxsize=2**12)
def tokens(text: str) -> Tokens:
    """Cut a text into tokens.

    Dates, numbers, abbreviations (``U.S.``), e-mail and web addresses are one token each, as
    are words with their hyphens and apostrophes.
    """
    found = _SPACED_TOKEN.findall(text)
    keys = [token for _, token in found]
    edges = list(accumulate(map(len, chain.from_iterable(found))))
    if not unicodedata.is_normalized("NFC", text):
        keys = [unicodedata.normalize("NFC", key) for key in keys]
    return Tokens(text, keys, edges[::2], edges[1::2])
